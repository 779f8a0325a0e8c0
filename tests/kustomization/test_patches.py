"""A workload's patch: which kind, whom it is for, and where it is written."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from kubectl_inject.errors import InjectionError
from kubectl_inject.kustomization.patches import (
    PatchType,
    WorkloadPatch,
    component,
    flux_post_renderers,
    workload_patch,
)

WITH_DUPLICATES = {"containers": [{"name": "a"}, {"name": "a"}]}


def workload(spec: dict[str, Any], kind: str = "Deployment", **metadata: Any) -> dict[str, Any]:
    versions = {"Deployment": "apps/v1", "DeploymentConfig": "apps.openshift.io/v1"}
    return {"apiVersion": versions.get(kind, "v1"), "kind": kind, "metadata": {"name": "web", **metadata}, "spec": spec}


def template(spec: dict[str, Any]) -> dict[str, Any]:
    return {"template": {"spec": spec}}


# --- which kind -------------------------------------------------------------------------------------------------

ADDED = ({"containers": [{"name": "app"}]}, {"containers": [{"name": "app"}], "volumes": [{"name": "v"}]})


def test_a_strategic_patch_says_whom_it_is_for() -> None:
    old, new = (workload(template(spec), namespace="shop", labels={"a": "b"}) for spec in ADDED)
    assert yaml.safe_load(workload_patch(old, new).text) == {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "web", "namespace": "shop"},
        "spec": {"template": {"spec": {"volumes": [{"name": "v"}]}}},
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            workload(template(WITH_DUPLICATES)),
            workload(template({**WITH_DUPLICATES, "hostname": "h"})),
            id="two items of one name",
        ),
        pytest.param(
            workload(template(ADDED[0]), "DeploymentConfig"),
            workload(template(ADDED[1]), "DeploymentConfig"),
            id="a kind without a schema",
        ),
        pytest.param(
            workload(template(ADDED[0])) | {"apiVersion": "extensions/v1beta1"},
            workload(template(ADDED[1])) | {"apiVersion": "extensions/v1beta1"},
            id="an API version that is gone",
        ),
        pytest.param(
            workload(ADDED[0], "Pod", annotations={"a": "b", "c": "d"}),
            workload(ADDED[0], "Pod", annotations={"c": "d"}),
            id="a Pod's own annotation goes",
        ),
        pytest.param(
            workload(ADDED[0], "Pod", labels={"a": "b"}), workload(ADDED[0], "Pod"), id="all labels of a Pod go"
        ),
    ],
)
def test_json_patches_where_strategic_ones_cannot_do_it(old: dict[str, Any], new: dict[str, Any]) -> None:
    automatic = workload_patch(old, new)
    assert automatic == workload_patch(old, new, PatchType.JSON6902)
    assert [operation["op"] for operation in yaml.safe_load(automatic.text)] in (["add"], ["remove"])
    with pytest.raises(InjectionError, match=rf"\A{old['kind']} web: no strategic merge patch can express its inj"):
        workload_patch(old, new, PatchType.STRATEGIC)


@pytest.mark.parametrize("metadata", [{"name": None}, {"name": ""}, {"name": None, "generateName": "web-"}])
@pytest.mark.parametrize("patch_type", list(PatchType))
def test_a_workload_without_a_name(metadata: dict[str, Any], patch_type: PatchType) -> None:
    old, new = (workload(spec, "Pod", **metadata) for spec in ADDED)
    with pytest.raises(InjectionError, match=r"\APod <unnamed>: patches find workloads by name, it has none\Z"):
        workload_patch(old, new, patch_type)


# --- targets and files ------------------------------------------------------------------------------------------


def patch_of(api_version: str, kind: str, name: str, namespace: str = "") -> WorkloadPatch:
    return WorkloadPatch(api_version, kind, name, namespace, "[]\n")


@pytest.mark.parametrize(
    ("patch", "target", "file"),
    [
        pytest.param(
            patch_of("apps/v1", "Deployment", "web", "shop"),
            {"group": "apps", "version": "v1", "kind": "Deployment", "name": "web", "namespace": "shop"},
            "deployment_shop_web.yaml",
            id="all of it",
        ),
        pytest.param(
            patch_of("v1", "Pod", "web-0"),
            {"version": "v1", "kind": "Pod", "name": "web-0"},
            "pod_web-0.yaml",
            id="no group, no namespace",
        ),
        pytest.param(
            patch_of("v1", "Pod", "web.v1"),
            {"version": "v1", "kind": "Pod", "name": "web\\.v1"},
            "pod_web.v1.yaml",
            id="names are regular expressions",
        ),
        pytest.param(
            patch_of("v1", "Pod", "../Up_1"),
            {"version": "v1", "kind": "Pod", "name": "\\.\\./Up_1"},
            "pod_..--p_1.yaml",
            id="a file stays in its folder",
        ),
    ],
)
def test_target_and_file(patch: WorkloadPatch, target: dict[str, str], file: str) -> None:
    assert (patch.target, patch.file) == (target, file)


def test_a_component_names_the_files() -> None:
    patches = [patch_of("v1", "Pod", "a"), patch_of("v1", "Pod", "b")]
    assert yaml.safe_load(component(patches)) == {
        "apiVersion": "kustomize.config.k8s.io/v1alpha1",
        "kind": "Component",
        "patches": [{"path": patch.file, "target": patch.target} for patch in patches],
    }


def test_a_post_renderer_holds_the_patches() -> None:
    patch = patch_of("v1", "Pod", "a")
    post_renderer = {"kustomize": {"patches": [{"patch": "[]\n", "target": patch.target}]}}
    assert yaml.safe_load(flux_post_renderers([patch])) == {"spec": {"postRenderers": [post_renderer]}}
