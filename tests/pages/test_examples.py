"""The examples and the commands of the pages about pipelines: what can run here does."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from kubectl_inject import __version__
from tests.conftest import ROOT
from tests.kustomize_builds import kustomize_build
from tests.own_programs import with_own_programs
from tests.pages.document_sessions import linked_programs
from tests.printed_objects import container_names, pod_templates

EXAMPLES = ROOT / "examples"
WITH_SIDECAR = ["istio-init", "istio-proxy", "web"]


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """Return a folder in which the real programs have the names that users know."""
    return linked_programs(tmp_path / "programs")


def shell(command: str, folder: Path, programs: Path, **environment: str) -> str:
    """Run a line of a page or an example in a folder, and return what it printed."""
    own = with_own_programs()
    path = os.pathsep.join([str(programs / "helm-3"), str(programs), own["PATH"]])
    homes = {f"HELM_{kind}_HOME": str(programs / kind) for kind in ("DATA", "CONFIG", "CACHE")}
    run = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**own, **homes, **environment, "PATH": path},
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def commands_of(page: str, beginning: str) -> list[str]:
    """Return the commands of a page that begin so, each on one line."""
    text = (ROOT / "docs" / page).read_text().replace("\\\n", "")
    return re.findall(rf"^({re.escape(beginning)}.*)$", text, re.MULTILINE)


def containers_of(text: str) -> dict[str, list[str]]:
    return {name: container_names(pod) for (_, _, name), pod in pod_templates(text).items()}


# --- the pages --------------------------------------------------------------------------------------------------


def test_the_kustomize_build_of_its_page(programs: Path) -> None:
    (command,) = commands_of("kustomize.md", "kustomize build examples")
    assert containers_of(shell(command, ROOT, programs)) == {"eu-web": WITH_SIDECAR}


def test_the_installation_of_the_helm_page_rendered_only(programs: Path) -> None:
    command, *_ = commands_of("helm.md", "helm install web")
    rendered = shell(command.replace("helm install", "helm template"), ROOT, programs)
    assert containers_of(rendered) == {"web": WITH_SIDECAR, "web-migrate": ["migrate"]}


def test_patches_in_git_as_flux_builds_them(tmp_path: Path, programs: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    example = tmp_path / "examples" / "flux"
    (command,) = re.findall(r"^#   (kubectl inject .*)", (example / "kustomization.yaml").read_text(), re.MULTILINE)
    shutil.rmtree(example / "sidecars")
    shell(command, tmp_path, programs)
    committed = EXAMPLES / "flux" / "sidecars"
    assert {path.name: path.read_text() for path in (example / "sidecars").iterdir()} == {
        path.name: path.read_text() for path in committed.iterdir()
    }
    assert containers_of(kustomize_build(example)) == {"web": WITH_SIDECAR}


def test_patches_for_a_helm_release(tmp_path: Path, programs: Path) -> None:
    shutil.copytree(EXAMPLES / "helm" / "chart", tmp_path / "chart")
    (command,) = commands_of("flux.md", "helm template web")
    shell(command.replace(" --config mesh/default.yaml", ""), tmp_path, programs)
    release = yaml.safe_load((EXAMPLES / "flux" / "helm-release.yaml").read_text())
    release["spec"] |= yaml.safe_load((tmp_path / "sidecars" / "post-renderers.yaml").read_text())["spec"]
    (post_renderer,) = release["spec"]["postRenderers"]
    (tmp_path / "app.yaml").write_text(shell("helm template web ./chart -n shop", tmp_path, programs))
    (tmp_path / "kustomization.yaml").write_text(json.dumps({"resources": ["app.yaml"], **post_renderer["kustomize"]}))
    assert containers_of(kustomize_build(tmp_path)) == {
        "web": WITH_SIDECAR,
        "web-migrate": [*WITH_SIDECAR[:2], "migrate"],
    }


# --- the examples -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("example", ["github-workflow.yml", "gitlab-ci.yml"])
def test_the_check_of_a_pipeline(tmp_path: Path, programs: Path, example: str) -> None:
    text = (EXAMPLES / "ci" / example).read_text()
    (command,) = re.findall(r"kubectl-inject check .*", text)
    (freezes,) = re.findall(r"`(kubectl inject config freeze .*?)`", text)
    assert re.findall(r"pip install (.*)", text) == [f"kubectl-inject=={__version__}"]
    shell(freezes, tmp_path, programs)
    deploy = tmp_path / "deploy"
    shutil.copytree(EXAMPLES / "kustomize" / "base", deploy)
    shell("kubectl-inject --in-place -f deploy/web.yaml", tmp_path, programs)
    shell(command, tmp_path, programs)
    assert (tmp_path / command.split()[-1]).stat().st_size


def test_the_hooks_of_pre_commit(tmp_path: Path, programs: Path) -> None:
    entries = {hook["id"]: hook["entry"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    names = ("web.yaml", "again.yaml")
    for name in names:
        shutil.copy(EXAMPLES / "kpt" / "web.yaml", tmp_path / name)
    shell(f"{entries['kubectl-inject']} {' '.join(names)}", tmp_path, programs)
    injected = [(tmp_path / name).read_bytes() for name in names]
    shell(f"{entries['kubectl-inject-check']} {' '.join(names)}", tmp_path, programs)
    shell(f"{entries['kubectl-inject']} {' '.join(names)}", tmp_path, programs)
    assert [(tmp_path / name).read_bytes() for name in names] == injected


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=str(path.relative_to(EXAMPLES)))
        for path in sorted([*EXAMPLES.rglob("*.y*ml"), EXAMPLES / "kpt" / "Kptfile"])
        if "templates" not in path.parts
    ],
)
def test_every_example_is_yaml(path: Path) -> None:
    assert all(isinstance(document, dict) for document in yaml.safe_load_all(path.read_text()))
