"""The function as the real Kustomize runs it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.kustomize_builds import FUNCTIONS, kustomize_build, run_kustomize
from tests.printed_objects import by_identity, container_names

pytestmark = pytest.mark.real

EXAMPLES = ROOT / "examples"


def sidecars(**spec: Any) -> str:
    """Return a functionConfig for a kustomization, in JSON."""
    function = {"config.kubernetes.io/function": "exec: {path: kubectl-inject-krm}"}
    return json.dumps(
        {
            "apiVersion": "kubectl-inject/v1alpha1",
            "kind": "SidecarInjector",
            "metadata": {"name": "sidecars", "annotations": function},
            "spec": spec,
        }
    )


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Return a kustomization of one Deployment in a folder of the test's own; its transformer is not there yet."""
    shutil.copytree(EXAMPLES / "kustomize" / "base", tmp_path, dirs_exist_ok=True)
    (tmp_path / "kustomization.yaml").write_text("resources: [web.yaml]\ntransformers: [sidecars.yaml]\n")
    return tmp_path


def test_the_example_with_everything_before_it() -> None:
    objects = by_identity(kustomize_build(EXAMPLES / "kustomize" / "overlay", *FUNCTIONS))
    (settings,) = (name for kind, _, name in objects if kind == "ConfigMap")
    assert settings.startswith("eu-settings-")
    deployment = objects["Deployment", "shop", "eu-web"]
    template = deployment["spec"]["template"]
    assert deployment["spec"]["replicas"] == 3
    assert container_names(template) == ["istio-init", "istio-proxy", "web"]
    proxy = template["spec"]["initContainers"][1]
    assert "--proxyLogLevel=info" in proxy["args"]
    names = {variable["name"]: variable.get("value") for variable in proxy["env"]}
    assert names["ISTIO_META_WORKLOAD_NAME"] == "eu-web"
    assert names["ISTIO_META_OWNER"] == "kubernetes://apis/apps/v1/namespaces/shop/deployments/eu-web"


def test_nothing_of_the_pipeline_stays(base: Path) -> None:
    (base / "sidecars.yaml").write_text(sidecars())
    text = kustomize_build(base, *FUNCTIONS)
    assert [note for note in ("config.kubernetes.io", "config.k8s.io", "kubectl-inject") if note in text] == []


def test_the_order_of_resources_stays(base: Path) -> None:
    (base / "first.yaml").write_text("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: z}\n")
    (base / "sidecars.yaml").write_text(sidecars())
    kustomization = base / "kustomization.yaml"
    kustomization.write_text(kustomization.read_text().replace("[web.yaml]", "[first.yaml, web.yaml]"))
    assert [kind for kind, _, _ in by_identity(kustomize_build(base, *FUNCTIONS))] == ["ConfigMap", "Deployment"]


def test_files_are_those_beside_the_kustomization(base: Path) -> None:
    for path in (EXAMPLES / "mesh").iterdir():
        shutil.copy(path, base)
    files = {"injectConfigFile": "inject-config.yaml", "valuesFile": "values.json", "meshConfigFile": "mesh.yaml"}
    (base / "sidecars.yaml").write_text(sidecars(**files))
    (deployment,) = by_identity(kustomize_build(base, *FUNCTIONS)).values()
    assert deployment["spec"]["template"]["spec"]["volumes"][0] == {
        "name": "istio-envoy",
        "emptyDir": {"medium": "Memory"},
    }


def test_the_config_map_of_the_kpt_example(base: Path) -> None:
    config = yaml.safe_load((EXAMPLES / "kpt" / "sidecars.yaml").read_text())
    config["metadata"]["annotations"]["config.kubernetes.io/function"] = "exec: {path: kubectl-inject-krm}"
    (base / "sidecars.yaml").write_text(json.dumps(config))
    (deployment,) = by_identity(kustomize_build(base, *FUNCTIONS)).values()
    proxy = deployment["spec"]["template"]["spec"]["initContainers"][1]
    owner = next(variable["value"] for variable in proxy["env"] if variable["name"] == "ISTIO_META_OWNER")
    assert owner == "kubernetes://apis/apps/v1/namespaces/shop/deployments/web"


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        pytest.param(
            {"istioversion": "1.31"},
            "error: functionConfig: spec: unknown field 'istioversion'; did you mean 'istioVersion'?",
            id="unknown field",
        ),
        pytest.param({"config": "nope.yaml"}, "nope.yaml: no such file or folder", id="no such file"),
    ],
)
def test_an_error_stops_the_build(base: Path, spec: dict[str, str], message: str) -> None:
    (base / "sidecars.yaml").write_text(sidecars(**spec))
    run = run_kustomize(base, *FUNCTIONS)
    assert (bool(run.returncode), run.stdout) == (True, "")
    assert message in run.stderr
    assert run.stderr.count(message) == 1


def test_an_item_that_is_wrong_is_named(base: Path) -> None:
    (base / "sidecars.yaml").write_text(sidecars())
    web = (
        (base / "web.yaml")
        .read_text()
        .replace("metadata:\n      labels", "metadata:\n      annotations: {sidecar.istio.io/inject: []}\n      labels")
    )
    (base / "web.yaml").write_text(web)
    run = run_kustomize(base, *FUNCTIONS)
    assert run.returncode
    assert "Deployment web" in run.stderr
