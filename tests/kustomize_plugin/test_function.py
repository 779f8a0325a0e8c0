"""The function: a ResourceList in, the ResourceList out."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kubectl_inject.injection.injector import Injector
from kubectl_inject.manifests.errors import ManifestError
from kustomize_plugin.function import FunctionOutput, run_function
from kustomize_plugin.results import Severity
from tests.conftest import MESH, mesh_config
from tests.kustomize_plugin.resource_lists import (
    BROKEN,
    DEPLOYMENT,
    FUNCTION_CONFIG,
    REFUSING,
    SERVICE,
    parsed,
    resource_list,
)


def run(*items: str, **parts: str) -> FunctionOutput:
    return run_function(resource_list(*items, **parts), MESH)


def items_of(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parsed(text)["items"]
    return found


def results_of(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parsed(text)["results"]
    return found


# --- items ------------------------------------------------------------------------------------------------------


def test_items_are_injected_in_their_order_as_the_command_injects_them() -> None:
    output = run(SERVICE, DEPLOYMENT, REFUSING)
    injector = Injector(mesh_config(), records=False)
    given = items_of(resource_list(SERVICE, DEPLOYMENT, REFUSING))
    assert items_of(output.text) == [injector.inject_object(item).object for item in given]
    assert "istio-proxy" in output.text


def test_every_line_stays() -> None:
    given = resource_list(SERVICE, DEPLOYMENT)
    lines = iter(run_function(given, MESH).text.splitlines())
    changed = ["        labels: {app: web}"]
    assert [line for line in given.splitlines() if line not in changed and line not in lines] == []


def test_json_stays_json() -> None:
    given = json.dumps(parsed(resource_list(DEPLOYMENT)))
    text = run_function(given, MESH).text
    assert json.loads(text) == parsed(run(DEPLOYMENT).text)


def test_a_bare_pod_keeps_the_pipeline_s_annotations() -> None:
    metadata = "annotations: {kustomize.config.k8s.io/id: '1', config.kubernetes.io/index: '3'}"
    pod = REFUSING.replace('labels: {sidecar.istio.io/inject: "false"}', metadata)
    (item,) = items_of(run(pod).text)
    annotations = item["metadata"]["annotations"]
    assert list(annotations)[:2] == ["kustomize.config.k8s.io/id", "config.kubernetes.io/index"]
    assert "istio.io/rev" in annotations


@pytest.mark.parametrize("items", ["items: []\n", "items: null\n", "items:\n", ""], ids=["none", "null", "empty", "no"])
def test_no_items(items: str) -> None:
    given = resource_list().replace("items: []\n", items)
    output = run_function(given, MESH)
    assert (parsed(output.text) | {"results": None}) == (parsed(given) | {"results": None})
    assert output.results == ()


@pytest.mark.parametrize(
    ("targets", "injected", "warning"),
    [
        pytest.param("targets: [{kind: Deployment, name: web}]", True, "", id="selected"),
        pytest.param("targets: [{kind: StatefulSet}]", False, "(kind: StatefulSet): check its kind", id="not selected"),
        pytest.param(
            "targets: [{kind: Deploymnet, name: web}]",
            False,
            "(kind: Deploymnet, name: web): did you mean the kind Deployment? [target-matches-nothing]",
            id="misspelt",
        ),
        pytest.param(
            "targets: [{kind: Deployment}, {labelSelector: {matchLabels: {a: b}}}]",
            True,
            "(labelSelector: a=b)",
            id="one of two selects nothing",
        ),
        pytest.param("targets: [{kind: StatefulSet}]\n    ignore: target-matches-nothing", False, "", id="ignored"),
    ],
)
def test_targets(targets: str, injected: bool, warning: str) -> None:
    output = run(DEPLOYMENT, function_config=f"{FUNCTION_CONFIG}    {targets}\n")
    assert (items_of(output.text) != items_of(resource_list(DEPLOYMENT))) is injected
    warnings = [result.message for result in output.results if result.severity is Severity.WARNING]
    assert len(warnings) == bool(warning)
    assert warning in "".join(warnings)


def test_an_item_that_is_not_selected_is_not_even_read() -> None:
    config = f"{FUNCTION_CONFIG}    targets: [{{kind: Deployment}}]\n"
    assert run(BROKEN, DEPLOYMENT, function_config=config).errors == ()


@pytest.mark.parametrize("restore", [True, False])
def test_the_way_back_is_noted_on_request(restore: bool) -> None:
    numbered = DEPLOYMENT.replace("{app: web}", "{app: web, version: 1}")
    config = f"{FUNCTION_CONFIG}    restore: {str(restore).lower()}\n"
    assert ("kubectl-inject" in json.dumps(items_of(run(numbered, function_config=config).text))) is restore


def test_namespaces_among_the_items_count() -> None:
    config = f"{FUNCTION_CONFIG}    injection: auto\n"
    namespace = "- {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: %s}}}\n"
    for reported, injected in (("enabled", True), ("disabled", False)):
        assert ("istio-proxy" in run(DEPLOYMENT, namespace % reported, function_config=config).text) is injected


def test_without_a_function_config_the_built_in_configuration_injects() -> None:
    output = run(DEPLOYMENT, function_config="")
    (item,) = items_of(output.text)
    proxies = [container["image"] for container in item["spec"]["template"]["spec"]["initContainers"]]
    assert all(image.startswith("docker.io/istio/proxyv2:") for image in proxies)
    assert output.errors == ()


@pytest.mark.parametrize(
    ("hooks", "injected"), [("", False), ("    hooks: inject\n", True)], ids=["left out", "requested"]
)
def test_a_hook_that_would_never_end(hooks: str, injected: bool) -> None:
    pod = REFUSING.replace('labels: {sidecar.istio.io/inject: "false"}', "annotations: {helm.sh/hook: test}")
    output = run(pod, function_config=f"{FUNCTION_CONFIG}    nativeSidecars: false\n{hooks}")
    assert ("istio-proxy" in output.text) is injected
    assert ("hook of Helm's" in output.results[0].message) is not injected


def test_a_revision_has_an_istiod_of_its_own() -> None:
    config = FUNCTION_CONFIG.partition("  spec:")[0] + "  spec: {revision: canary}\n"
    assert "istiod-canary.istio-system.svc:15012" in run(DEPLOYMENT, function_config=config).text


# --- results ----------------------------------------------------------------------------------------------------


def test_a_result_for_each_workload() -> None:
    injected, skipped = results_of(run(SERVICE, DEPLOYMENT, REFUSING).text)
    assert injected == {
        "message": "injected (sidecar): by default",
        "severity": "info",
        "resourceRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "web", "namespace": "shop"},
        "field": {"path": "spec.template"},
        "file": {"path": "deploy/web.yaml", "index": 2},
    }
    assert skipped == {
        "message": "skipped: the Pod's label disables injection (sidecar.istio.io/inject: 'false')",
        "severity": "info",
        "resourceRef": {"apiVersion": "v1", "kind": "Pod", "name": "quiet"},
    }


def test_results_come_after_those_of_others() -> None:
    earlier = "results:\n- {message: checked, severity: info} # by another\n"
    text = run(DEPLOYMENT, results=earlier).text
    assert [result["message"].split()[0] for result in results_of(text)] == ["checked", "injected"]
    assert "# by another" in text


def test_a_warning_is_a_result() -> None:
    privileged = DEPLOYMENT.replace("labels: {app: web}", "annotations: {sidecar.istio.io/proxyCPULimit: 1m}")
    found = results_of(run(privileged, function_config="").text)
    assert [result["severity"] for result in found] == ["info", "warning"]
    assert found[1]["field"] == {"path": "spec.template"}


@pytest.mark.parametrize(
    ("annotations", "file"),
    [
        pytest.param({"config.kubernetes.io/path": "a.yaml"}, {"path": "a.yaml"}, id="the older path"),
        pytest.param(
            {"internal.config.kubernetes.io/path": "a.yaml", "config.kubernetes.io/path": "b.yaml"},
            {"path": "a.yaml"},
            id="the newer path wins",
        ),
        pytest.param(
            {"config.kubernetes.io/path": "a.yaml", "config.kubernetes.io/index": "x"},
            {"path": "a.yaml"},
            id="an index that is none",
        ),
        pytest.param({"config.kubernetes.io/index": "1"}, None, id="no path"),
    ],
)
def test_the_file_of_a_result(annotations: dict[str, str], file: dict[str, Any] | None) -> None:
    item = parsed(resource_list(DEPLOYMENT))["items"][0]
    item["metadata"]["annotations"] = annotations
    given = {**parsed(resource_list()), "items": [item]}
    (result,) = results_of(run_function(json.dumps(given), MESH).text)
    assert result.get("file") == file


# --- errors -----------------------------------------------------------------------------------------------------


def test_where_one_item_is_wrong_none_is_changed() -> None:
    given = resource_list(DEPLOYMENT, BROKEN)
    output = run_function(given, MESH)
    assert output.text.startswith(given)
    assert items_of(output.text) == items_of(given)
    (error,) = (result for result in results_of(output.text) if result["severity"] == "error")
    assert error["resourceRef"] == {"apiVersion": "v1", "kind": "Pod", "name": "broken"}
    assert output.errors == (error["message"],)
    assert "spec.containers: expected a list, found the string 'nginx'" in error["message"]


def test_every_wrong_item_is_named() -> None:
    output = run(BROKEN, BROKEN.replace("broken", "worse"))
    assert [message.partition(":")[0] for message in output.errors] == ["items[0]", "items[1]"]
    assert ["Pod broken" in output.errors[0], "Pod worse" in output.errors[1]] == [True, True]


@pytest.mark.parametrize(
    ("config", "message"),
    [
        pytest.param("functionConfig: []\n", "functionConfig: expected a mapping, found a list", id="no mapping"),
        pytest.param(
            FUNCTION_CONFIG + "    revisions: a\n",
            "functionConfig: spec: unknown field 'revisions'; did you mean 'revision'?",
            id="unknown field",
        ),
        pytest.param(
            FUNCTION_CONFIG.replace("values.json", "nope.json"),
            f"{MESH / 'nope.json'}: no such file or folder",
            id="no such file",
        ),
        pytest.param(
            FUNCTION_CONFIG.partition("  spec:")[0] + "  spec: {istioVersion: '0.9'}\n",
            "no built-in configuration for Istio '0.9'; there are: ",
            id="version",
        ),
    ],
)
def test_a_wrong_function_config(config: str, message: str) -> None:
    given = resource_list(DEPLOYMENT, function_config=config)
    output = run_function(given, MESH)
    assert output.text.startswith(given)
    (result,) = results_of(output.text)
    assert (result["severity"], set(result)) == ("error", {"message", "severity"})
    assert message in result["message"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "<stdin>: expected one ResourceList, found 0 documents", id="empty"),
        pytest.param("# only a comment\n", "found nothing", id="comment"),
        pytest.param("a: [\n", "<stdin>", id="broken YAML"),
        pytest.param("[]\n", "expected a ResourceList, found a list", id="list"),
        pytest.param(
            "apiVersion: v1\nkind: List\nitems: []\n", "expected a ResourceList, found the string 'List'", id="kind"
        ),
        pytest.param("{}\n", "expected a ResourceList, found nothing", id="no kind"),
        pytest.param(
            resource_list() + "---\n" + resource_list(), "expected one ResourceList, found 2 documents", id="two"
        ),
        pytest.param("kind: ResourceList\nitems: {}\n", "items: expected a list of objects", id="items"),
        pytest.param("kind: ResourceList\nitems: [a]\n", "items: expected a list of objects", id="an item"),
        pytest.param("kind: ResourceList\nresults: {a: b}\n", "results: expected a list of objects", id="results"),
    ],
)
def test_no_resource_list(text: str, message: str) -> None:
    with pytest.raises(ManifestError) as raised:
        run_function(text, MESH)
    assert message in str(raised.value)
