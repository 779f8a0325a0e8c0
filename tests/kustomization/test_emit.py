"""``kubectl inject --emit``: the files that it writes, leaves and takes away."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from kubectl_inject.kustomization.patches import HEADER
from tests.conftest import CONFIG_MAP, MESH_FLAGS, POD
from tests.kustomize_builds import kustomize_build
from tests.printed_objects import by_identity, container_names, pod_templates
from tests.program_runs import Ended, Run

JOB = json.dumps(
    {
        "apiVersion": "batch/v1",
        "kind": "Job",
        "metadata": {"name": "job", "namespace": "shop"},
        "spec": {"template": {"spec": yaml.safe_load(POD)["spec"]}},
    }
)
REFUSING = POD.replace("name: web", "name: quiet, labels: {sidecar.istio.io/inject: 'false'}", 1)
BOTH = f"{POD}---\n{CONFIG_MAP}---\n{REFUSING}---\n{JOB}\n"


def emit(run: Run, text: str, *flags: str, form: str = "kustomize-patches") -> Ended:
    Path("app.yaml").write_text(text)
    return run("-f", "app.yaml", "--emit", form, "sidecars", *MESH_FLAGS, *flags)


def written() -> list[str]:
    return sorted(path.name for path in Path("sidecars").iterdir())


def test_a_patch_for_each_injected_workload(run: Run) -> None:
    ended = emit(run, BOTH)
    assert (ended.code, ended.out) == (0, "")
    assert written() == ["job_shop_job.yaml", "kustomization.yaml", "pod_web.yaml"]
    assert ended.err.splitlines() == [
        "Pod web: injected (sidecar): by default",
        "Pod quiet: skipped: the Pod's label disables injection (sidecar.istio.io/inject: 'false')",
        "Job shop/job: injected (sidecar): by default",
        "2 injected, 1 skipped",
    ]
    assert all(path.read_text().startswith(HEADER) for path in Path("sidecars").iterdir())
    assert Path("app.yaml").read_text() == BOTH


@pytest.mark.real
def test_the_component_adds_the_sidecars(run: Run) -> None:
    emit(run, BOTH)
    Path("kustomization.yaml").write_text("resources: [app.yaml]\ncomponents: [sidecars]\nnamePrefix: eu-\n")
    pods = pod_templates(kustomize_build(Path.cwd()))
    assert {name: container_names(pod) for (_, _, name), pod in pods.items()} == {
        "eu-web": ["istio-init", "istio-proxy", "web"],
        "eu-quiet": ["web"],
        "eu-job": ["istio-init", "istio-proxy", "web"],
    }


def test_items_of_a_list(run: Run) -> None:
    emit(run, json.dumps({"apiVersion": "v1", "kind": "List", "items": [yaml.safe_load(POD), json.loads(JOB), None]}))
    assert written() == ["job_shop_job.yaml", "kustomization.yaml", "pod_web.yaml"]


def test_the_same_again_changes_nothing(run: Run) -> None:
    emit(run, BOTH)
    before = {name: (Path("sidecars") / name).read_bytes() for name in written()}
    emit(run, BOTH)
    assert {name: (Path("sidecars") / name).read_bytes() for name in written()} == before


def test_patches_of_workloads_that_are_gone_go(run: Run) -> None:
    emit(run, BOTH)
    Path("sidecars", "own.yaml").write_text("mine")
    emit(run, JOB)
    assert written() == ["job_shop_job.yaml", "kustomization.yaml", "own.yaml"]


def test_nothing_outside_the_folder_goes(run: Run) -> None:
    Path("precious.yaml").write_text("mine")
    Path("sidecars").mkdir()
    Path("sidecars", "kustomization.yaml").write_text(f"{HEADER}patches: [{{path: ../precious.yaml}}, 1]\n")
    assert emit(run, POD).code == 0
    assert Path("precious.yaml").read_text() == "mine"


@pytest.mark.real
def test_no_workload_leaves_a_component_without_patches(run: Run) -> None:
    emit(run, CONFIG_MAP)
    assert written() == ["kustomization.yaml"]
    Path("kustomization.yaml").write_text("resources: [app.yaml]\ncomponents: [sidecars]\n")
    assert list(by_identity(kustomize_build(Path.cwd()))) == [("ConfigMap", "", "web")]


@pytest.mark.parametrize("patch_type", ["strategic", "json6902"])
def test_the_patch_type(run: Run, patch_type: str) -> None:
    emit(run, POD, "--patch-type", patch_type)
    patch = yaml.safe_load(Path("sidecars", "pod_web.yaml").read_text())
    assert type(patch) is {"strategic": dict, "json6902": list}[patch_type]


@pytest.mark.real
def test_patches_for_flux(run: Run) -> None:
    ended = emit(run, BOTH, form="flux-patches")
    assert ended.code == 0
    assert written() == ["post-renderers.yaml"]
    (post_renderer,) = yaml.safe_load(Path("sidecars", "post-renderers.yaml").read_text())["spec"]["postRenderers"]
    Path("kustomization.yaml").write_text(json.dumps({"resources": ["app.yaml"], **post_renderer["kustomize"]}))
    pods = pod_templates(kustomize_build(Path.cwd()))
    assert {name for (_, _, name), pod in pods.items() if "istio-proxy" in container_names(pod)} == {"web", "job"}


@pytest.mark.parametrize(
    ("flags", "patched"),
    [
        pytest.param(["--native-sidecars"], {"job", "web"}, id="native"),
        pytest.param(["--no-native-sidecars"], {"web"}, id="the hook would never end"),
        pytest.param(["--no-native-sidecars", "--hooks=inject"], {"job", "web"}, id="requested"),
        pytest.param(["--native-sidecars", "--hooks=skip"], {"web"}, id="no hooks"),
    ],
)
@pytest.mark.parametrize("form", ["kustomize-patches", "flux-patches"])
def test_hooks(run: Run, form: str, flags: list[str], patched: set[str]) -> None:
    assert emit(run, f"{POD}---\n{json.dumps(helm_hook('job'))}\n", *flags, form=form).code == 0
    texts = [path.read_text() for path in Path("sidecars").iterdir()]
    assert {name for name in ("job", "web") if any(f"name: {name}\n" in text for text in texts)} == patched


def helm_hook(name: str) -> dict[str, Any]:
    hook: dict[str, Any] = json.loads(JOB)
    hook["metadata"] = {**hook["metadata"], "name": name, "annotations": {"helm.sh/hook": "pre-upgrade"}}
    return hook


def test_hooks_are_requested_of_flux_where_they_have_patches(run: Run) -> None:
    spec = []
    for flags in ([], ["--hooks=skip"]):
        emit(run, f"{POD}---\n{json.dumps(helm_hook('migrate'))}\n", "--native-sidecars", *flags, form="flux-patches")
        spec.append(yaml.safe_load(Path("sidecars", "post-renderers.yaml").read_text())["spec"])
    assert [each.get("postRenderStrategy") for each in spec] == ["separate", None]


@pytest.mark.real
def test_a_hook_and_a_part_of_the_release_with_one_name(run: Run) -> None:
    hook = helm_hook("job")
    hook["spec"]["template"]["spec"]["containers"][0]["name"] = "of-hook"
    assert emit(run, f"{JOB}\n---\n{json.dumps(hook)}\n", "--native-sidecars", form="flux-patches").code == 0
    spec = yaml.safe_load(Path("sidecars", "post-renderers.yaml").read_text())["spec"]
    assert spec["postRenderStrategy"] == "separate"
    for value, container in ((json.loads(JOB), "web"), (hook, "of-hook")):
        Path("part.yaml").write_text(json.dumps(value))
        Path("kustomization.yaml").write_text(json.dumps({"resources": ["part.yaml"], **patches_in(spec)}))
        (pod,) = pod_templates(kustomize_build(Path.cwd())).values()
        assert container_names(pod) == ["istio-init", "istio-proxy", container]


def patches_in(spec: dict[str, Any]) -> dict[str, Any]:
    (post_renderer,) = spec["postRenderers"]
    patches: dict[str, Any] = post_renderer["kustomize"]
    return patches


def test_two_that_no_patch_for_flux_can_tell_apart(run: Run) -> None:
    ended = emit(run, f"{POD}---\n{POD}", form="flux-patches")
    assert (ended.code, Path("sidecars").exists()) == (1, False)
    assert "error: Pod web: is there twice, and patches find it by its name" in ended.err


TWICE = f"{POD}---\n{POD}"
UNNAMED = POD.replace("name: web", "generateName: web-", 1)
DUPLICATES = POD.replace("nginx}]", "nginx}, {name: web, image: again}]")


@pytest.mark.parametrize(
    ("text", "flags", "message"),
    [
        pytest.param(
            TWICE, [], "two workloads would have the patch pod_web.yaml: their kind, namespace and", id="twice"
        ),
        pytest.param(UNNAMED, [], "Pod <unnamed>: patches find workloads by name, it has none", id="no name"),
        pytest.param(
            DUPLICATES, ["--patch-type=strategic"], "Pod web: no strategic merge patch can express its", id="strategic"
        ),
        pytest.param(POD.replace("nginx", "[]"), [], "app.yaml: document 1: Pod web: ", id="a wrong workload"),
    ],
)
def test_what_cannot_be_written_changes_nothing(run: Run, text: str, flags: list[str], message: str) -> None:
    ended = emit(run, text, *flags)
    assert (ended.code, ended.out, Path("sidecars").exists()) == (1, "", False)
    assert f"error: {message}" in ended.err


@pytest.mark.parametrize(
    "text", [pytest.param("resources: [app.yaml]\n", id="the user's"), pytest.param("", id="an empty one")]
)
def test_a_kustomization_of_somebody_else_stays(run: Run, text: str) -> None:
    Path("sidecars").mkdir()
    Path("sidecars", "kustomization.yaml").write_text(text)
    ended = emit(run, POD)
    assert (ended.code, written()) == (1, ["kustomization.yaml"])
    assert "kustomization.yaml: is not one that --emit wrote; name a folder of its own" in ended.err
    assert Path("sidecars", "kustomization.yaml").read_text() == text


@pytest.mark.parametrize("form", ["kustomize-patches", "flux-patches"])
def test_a_folder_that_is_a_file(run: Run, form: str) -> None:
    Path("sidecars").write_text("mine")
    ended = emit(run, POD, form=form)
    assert (ended.code, ended.out, Path("sidecars").read_text()) == (1, "", "mine")
    assert "cannot be written: " in ended.err


def test_a_kustomization_that_is_a_folder(run: Run) -> None:
    Path("sidecars", "kustomization.yaml").mkdir(parents=True)
    ended = emit(run, POD)
    assert (ended.code, written()) == (1, ["kustomization.yaml"])
    assert "kustomization.yaml: cannot be written: Is a directory" in ended.err


@pytest.mark.parametrize(
    "flags",
    [
        pytest.param(["--emit", "patches", "sidecars"], id="form"),
        pytest.param(["--emit", "kustomize-patches", "sidecars", "--patch-type", "merge"], id="patch type"),
        pytest.param(["--emit", "kustomize-patches"], id="no folder"),
    ],
)
def test_wrong_usage(run: Run, flags: list[str]) -> None:
    Path("app.yaml").write_text(POD)
    ended = run("-f", "app.yaml", *MESH_FLAGS, *flags)
    assert (ended.code, ended.out, Path("sidecars").exists()) == (2, "", False)
