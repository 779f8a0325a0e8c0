"""``kubectl inject init``: repositories of different shapes end with their workloads injected, and ``check`` at 0."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.helm import Helm
from tests.kustomize_builds import kustomize_build
from tests.printed_objects import container_names, pod_templates
from tests.program_runs import Run
from tests.requirements import require_program
from tests.wiring.repositories import FLUX, HELM, KUSTOMIZE, PLAIN, contents, deployment, write
from tools.real_programs import HELM_3
from tools.real_programs import KUSTOMIZE as KUSTOMIZE_PROGRAM

pytestmark = pytest.mark.real


@pytest.fixture(autouse=True)
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with kustomize and Helm 3, the first on the PATH."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name, program in (("kustomize", KUSTOMIZE_PROGRAM), ("helm", HELM_3)):
        (folder / name).symlink_to(require_program(program))
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def injected(text: str) -> dict[str, bool]:
    """Return for each workload whether it has a sidecar."""
    return {name: "istio-proxy" in container_names(pod) for (_, _, name), pod in pod_templates(text).items()}


@pytest.mark.parametrize(
    ("files", "flags", "count"),
    [
        pytest.param(PLAIN, ["--in-place"], 2, id="plain"),
        pytest.param(KUSTOMIZE, [], 4, id="kustomize"),
        pytest.param(KUSTOMIZE, ["--kustomize", "transformer"], 4, id="kustomize, function"),
        pytest.param(HELM, [], 2, id="Helm"),
        pytest.param(FLUX, [], 2, id="Flux"),
    ],
)
def test_a_repository(run: Run, repository: Path, files: dict[str, str], flags: list[str], count: int) -> None:
    os.chdir(write(files, repository))
    before = contents(repository)
    dry = run("init", "--dry-run", "--fail-on-change", *flags)
    assert (dry.code, contents(repository)) == (1, before)
    assert "+++ kubectl-inject.yaml" in dry.out
    done = run("init", *flags)
    assert done.code == 0, done.err
    assert f"{count} workloads have a sidecar" in done.err
    after = contents(repository)
    again = run("init", *flags)
    assert (again.code, contents(repository)) == (0, after)
    assert "nothing to change" in again.err
    assert run("init", "--dry-run", "--fail-on-change", *flags).code == 0


def test_a_plain_repository(run: Run, repository: Path) -> None:
    os.chdir(write(PLAIN, repository))
    left = run("init", "--only", "config")
    assert "--in-place" in left.err
    assert "istio-proxy" not in (repository / "deploy" / "web.yaml").read_text()
    assert run("init", "--in-place").code == 0
    assert run("check", "-R", "-f", "deploy", "--fail-on-empty").code == 0
    assert "image: nginx # the newest" in (repository / "deploy" / "web.yaml").read_text()
    pipeline = (repository / ".gitlab-ci.yml").read_text()
    assert pipeline.startswith(PLAIN[".gitlab-ci.yml"])
    job = yaml.safe_load(pipeline)["kubectl-inject"]
    assert job["stage"] == "build"
    assert job["script"][-1] == "kubectl-inject check -f deploy -f deploy/jobs"


def test_overlays(run: Run, repository: Path) -> None:
    os.chdir(write(KUSTOMIZE, repository))
    assert run("init").code == 0
    for overlay, names in (("prod", {"eu-web", "eu-db"}), ("dev", {"web-dev", "db-dev"})):
        built = kustomize_build(repository / "overlays" / overlay)
        assert injected(built) == dict.fromkeys(names, True)
        assert run("check", "-f", "-", stdin=built).code == 0
    prod = (repository / "overlays/prod/kustomization.yaml").read_text()
    assert prod == KUSTOMIZE["overlays/prod/kustomization.yaml"] + "components:\n    - sidecars\n"
    assert (repository / "base/kustomization.yaml").read_text() == KUSTOMIZE["base/kustomization.yaml"]
    hooks = (repository / ".pre-commit-config.yaml").read_text()
    assert hooks.startswith(KUSTOMIZE[".pre-commit-config.yaml"])
    workflow = yaml.safe_load((repository / ".github/workflows/kubectl-inject.yml").read_text())
    runs = [step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step]
    assert runs[0].startswith("pip install kubectl-inject==")
    assert runs[1:] == ["kubectl-inject check -k overlays/dev", "kubectl-inject check -k overlays/prod"]


def test_another_form_takes_the_first_away(run: Run, repository: Path) -> None:
    os.chdir(write(KUSTOMIZE, repository))
    assert run("init").code == 0
    patched = contents(repository)
    assert run("init", "--kustomize", "transformer").code == 0
    assert not (repository / "overlays/prod/sidecars/kustomization.yaml").exists()
    assert run("init").code == 0
    assert {name: data for name, data in contents(repository).items() if "overlays" in name} == {
        name: data for name, data in patched.items() if "overlays" in name
    }


def test_a_workload_that_is_gone_has_no_patch(run: Run, repository: Path) -> None:
    os.chdir(write(KUSTOMIZE, repository))
    assert run("init").code == 0
    (repository / "base/kustomization.yaml").write_text("resources:\n- web.yaml\n")
    assert run("init").code == 0
    assert [path.name for path in sorted((repository / "overlays/prod/sidecars").iterdir())] == [
        "deployment_web.yaml",
        "kustomization.yaml",
    ]


def test_helm(run: Run, repository: Path, helm_3: Helm) -> None:
    os.chdir(write(HELM, repository))
    done = run("init")
    assert done.code == 0, done.err
    helmfile = (repository / "helmfile.yaml").read_text()
    assert helmfile.startswith(HELM["helmfile.yaml"])
    defaults = yaml.safe_load(helmfile)["helmDefaults"]
    assert defaults == {
        "postRenderer": "kubectl-inject-helm",
        "postRendererArgs": ["--config=mesh/default.yaml", "-n=shop"],
    }
    rendered = helm_3.out(
        "template", "web", "charts/web", "-n", "shop", *helm_3.injecting(*defaults["postRendererArgs"])
    )
    assert injected(rendered) == {"web": True}
    assert run("check", "-f", "-", "-n", "shop", stdin=rendered).code == 0
    application = yaml.safe_load((repository / "apps/web.yaml").read_text())["spec"]["source"]
    assert "helm" not in application
    assert application["plugin"] == {
        "name": "kubectl-inject",
        "parameters": [
            {"name": "values", "map": {"replicas": "4"}},
            {"name": "releaseName", "string": "eu"},
        ],
    }
    assert "source.helm.skipCrds" in done.err
    assert (repository / "apps/other.yaml").read_text() == HELM["apps/other.yaml"]


def test_flux(run: Run, repository: Path) -> None:
    os.chdir(write(FLUX, repository))
    done = run("init")
    assert done.code == 0, done.err
    assert "HelmRelease cache: not wired: its chart is not in this repository" in done.err
    text = (repository / "apps/web/release.yaml").read_text()
    assert text.startswith(FLUX["apps/web/release.yaml"])
    built = kustomize_build(repository / "apps/web")
    assert injected(built) == {"worker": True}
    (post_renderer,) = yaml.safe_load(text)["spec"]["postRenderers"]
    assert [patch["target"]["name"] for patch in post_renderer["kustomize"]["patches"]] == ["web"]
    assert "namespaces/shop/deployments/web" in text


@pytest.mark.parametrize(
    ("example", "flags", "count"),
    [
        pytest.param("bookinfo", ["--in-place"], "7 workloads have", id="bookinfo"),
        pytest.param("kustomize", [], "1 workload has", id="kustomize"),
        pytest.param("helm", [], "1 workload has", id="helm"),
        pytest.param(".", ["--in-place"], "11 workloads have", id="all"),
    ],
)
def test_an_example(run: Run, repository: Path, example: str, flags: list[str], count: str) -> None:
    shutil.copytree(ROOT / "examples" / example, repository, dirs_exist_ok=True)
    done = run("init", *flags)
    assert done.code == 0, done.err
    assert f"{count} a sidecar" in done.err
    after = contents(repository)
    assert run("init", *flags).code == 0
    assert contents(repository) == after


BASE = {"base/kustomization.yaml": "resources: [web.yaml]\n", "base/web.yaml": deployment("web")}


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param({"a/kustomization.yaml": "resources: [\n"}, "a/kustomization.yaml:", id="unreadable"),
        pytest.param({"a/kustomization.yaml": "- a\n"}, "expected one mapping", id="list"),
        pytest.param(
            {"a/kustomization.yaml": "resources: [../../other]\n"},
            "../../other leads out of the repository",
            id="outside",
        ),
        pytest.param({"a/kustomization.yaml": "patches: [{path: /etc/passwd}]\n"}, "leads out", id="absolute"),
        pytest.param({"a/kustomization.yaml": "resources: [b.yaml]\n"}, "no such file or folder", id="missing"),
        pytest.param(
            {"a/kustomization.yaml": "resources: [../b]\n", "b/kustomization.yaml": "resources: [../a]\n"},
            "in a circle: a → b → a",
            id="circle",
        ),
        pytest.param({"a/kustomization.yaml": "resources: [.]\n"}, "in a circle: a → a", id="itself"),
        pytest.param({"a/kustomization.yaml": "namePrefix: [x]\nresources: [../base]\n"}, "kustomize", id="refused"),
        pytest.param({"kubectl-inject.yaml": "kind: Other\n"}, "kubectl-inject.yaml", id="settings"),
    ],
)
def test_bad_input_is_an_error_and_nothing_is_written(
    run: Run, repository: Path, files: dict[str, str], message: str
) -> None:
    os.chdir(write({**BASE, **files}, repository))
    before = contents(repository)
    done = run("init")
    assert done.code == 1
    assert message in done.err.replace("\\u2192", "→")
    assert contents(repository) == before


def test_what_is_left_out_is_no_problem(run: Run, repository: Path) -> None:
    os.chdir(write({**BASE, "a/kustomization.yaml": "resources: [\n"}, repository))
    kept = run("init", "--keep-going", "--dry-run")
    assert kept.code == 1
    assert "base: 1 workload would have a sidecar" in kept.err
    assert run("init", "--exclude", "a").code == 0


@pytest.mark.parametrize("name", ["kubectl-inject.yaml", ".pre-commit-config.yaml", "mesh"])
def test_nothing_is_written_through_a_link(run: Run, repository: Path, tmp_path: Path, name: str) -> None:
    os.chdir(write(BASE, repository))
    outside = tmp_path / "outside"
    outside.mkdir() if name == "mesh" else outside.touch()
    (repository / name).symlink_to(outside)
    done = run("init")
    assert done.code == 1
    assert contents(outside) == {} if name == "mesh" else not outside.read_bytes()


def test_a_linked_base_outside_is_not_read(run: Run, repository: Path, tmp_path: Path) -> None:
    os.chdir(write({"a/kustomization.yaml": "resources: [b.yaml]\n"}, repository))
    (tmp_path / "secret.yaml").write_text(deployment("secret"))
    (repository / "a/b.yaml").symlink_to(tmp_path / "secret.yaml")
    assert "no such file or folder in the repository" in run("init").err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--only", "all"], "--only: expected one of config"),
        (["--skip", "x"], "--skip: expected one of"),
        (["nothing-here"], "nothing-here: expected a folder"),
        (["--pipeline", "jenkins"], "--pipeline"),
    ],
)
def test_wrong_usage(run: Run, repository: Path, arguments: list[str], message: str) -> None:
    os.chdir(repository)
    assert message in run("init", *arguments).err


def test_a_missing_program_is_named(run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.chdir(write(BASE, repository))
    monkeypatch.setenv("PATH", str(repository))
    done = run("init")
    assert done.code == 1
    assert "neither kustomize nor kubectl is on the PATH" in done.err


def test_settings_stay_and_a_new_configuration_replaces_the_old_one(run: Run, repository: Path) -> None:
    settings = (
        "apiVersion: kubectl-inject/v1alpha1\nkind: Settings\n# pinned\nistioVersion: '1.30'\nignore: [user-1337]\n"
    )
    os.chdir(write({**BASE, "kubectl-inject.yaml": settings}, repository))
    assert run("init").code == 0
    text = (repository / "kubectl-inject.yaml").read_text()
    value: dict[str, Any] = yaml.safe_load(text)
    assert value == {
        "apiVersion": "kubectl-inject/v1alpha1",
        "kind": "Settings",
        "ignore": ["user-1337"],
        "config": "mesh/default.yaml",
    }
    assert yaml.safe_load((repository / "mesh/default.yaml").read_text())["istioVersion"].startswith("1.30")
    assert run("init", "--istio-version", "1.31").code == 0
    assert yaml.safe_load((repository / "mesh/default.yaml").read_text())["istioVersion"].startswith("1.31")
