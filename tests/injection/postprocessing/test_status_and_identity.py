"""What an injection notes on the Pod: the status, the cluster and the network, and configured annotations."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.postprocessing.injection_status import InjectionStatus, read_status
from tests.conftest import injected, pod, small_config
from tests.injection.looking import annotations_of, variables

STATUS = "sidecar.istio.io/status"
NETWORK = "topology.istio.io/network"
FULL = """
spec:
  initContainers: [{name: istio-init}]
  containers: [{name: istio-proxy}, {name: second}]
  volumes: [{name: v1}, {name: v2}]
  imagePullSecrets: [{name: s1}]
"""


@pytest.mark.parametrize(
    ("template", "revision", "text"),
    [
        pytest.param(
            FULL,
            "canary",
            '{"initContainers":["istio-init"],"containers":["istio-proxy","second"],"volumes":["v1","v2"],'
            '"imagePullSecrets":["s1"],"revision":"canary"}',
            id="everything",
        ),
        pytest.param(
            "spec: {containers: [{name: istio-proxy}], volumes: []}",
            "",
            '{"initContainers":null,"containers":["istio-proxy"],"volumes":null,"imagePullSecrets":null,'
            '"revision":"default"}',
            id="null for what is empty",
        ),
        pytest.param(
            "",
            "a<b&c>d",
            '{"initContainers":null,"containers":null,"volumes":null,"imagePullSecrets":null,'
            r'"revision":"a\u003cb\u0026c\u003ed"}',
            id="escapes",
        ),
    ],
)
def test_status(template: str, revision: str, text: str) -> None:
    value = injected(pod(), small_config(template, revision=revision))
    assert annotations_of(value)[STATUS] == text
    assert (read_status(value) or InjectionStatus()).to_json() == text


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param(None, None, id="none"),
        pytest.param("{}", InjectionStatus(), id="empty"),
        pytest.param("{", InjectionStatus(), id="no JSON"),
        pytest.param("", InjectionStatus(), id="empty text"),
        pytest.param("[]", InjectionStatus(), id="no object"),
        pytest.param("[" * 100_000, InjectionStatus(), id="deep"),
        pytest.param('{"containers":["a"]}', InjectionStatus(containers=("a",)), id="some fields"),
        pytest.param('{"containers":"a","volumes":[1,"v"]}', InjectionStatus(volumes=("v",)), id="wrong types"),
        pytest.param('{"revision":"r","initContainers":null}', InjectionStatus(revision="r"), id="revision"),
        pytest.param('{"revision":7}', InjectionStatus(), id="revision of the wrong type"),
    ],
)
def test_read_status(text: str | None, status: InjectionStatus | None) -> None:
    assert read_status(pod(annotations={} if text is None else {STATUS: text})) == status


@pytest.mark.parametrize(
    ("values", "labels", "identity"),
    [
        pytest.param({}, {}, {}, id="none"),
        pytest.param({"multiCluster": {"clusterName": "c1"}}, {}, {"ISTIO_META_CLUSTER_ID": "c1"}, id="cluster"),
        pytest.param({"network": "n1"}, {}, {"ISTIO_META_NETWORK": "n1"}, id="network"),
        pytest.param({}, {NETWORK: "n2"}, {"ISTIO_META_NETWORK": "n2"}, id="network of the Pod"),
        pytest.param({"network": "n1"}, {NETWORK: "n2"}, {"ISTIO_META_NETWORK": "n2"}, id="the Pod's before all"),
        pytest.param(
            {"multiCluster": {"clusterName": "c1"}, "network": "n1"},
            {},
            {"ISTIO_META_CLUSTER_ID": "c1", "ISTIO_META_NETWORK": "n1"},
            id="both",
        ),
    ],
)
def test_identity(values: dict[str, Any], labels: dict[str, str], identity: dict[str, str]) -> None:
    config = small_config(values={"global": {"hub": "h", "tag": "t", **values}})
    value = injected(pod(labels=labels), config)
    assert variables(value) == identity
    assert value["metadata"]["labels"].get(NETWORK) == identity.get("ISTIO_META_NETWORK")


def test_identity_replaces_the_templates_variables() -> None:
    template = """
spec:
  containers:
  - name: istio-proxy
    env: [{name: ISTIO_META_CLUSTER_ID, value: old}, {name: OTHER, value: kept}]
"""
    values = {"global": {"hub": "h", "tag": "t", "multiCluster": {"clusterName": "new"}}}
    value = injected(pod(), small_config(template, values=values))
    assert value["spec"]["containers"][-1]["env"] == [
        {"name": "OTHER", "value": "kept"},
        {"name": "ISTIO_META_CLUSTER_ID", "value": "new"},
    ]


def test_configured_annotations_win() -> None:
    config = small_config(
        "metadata: {annotations: {b: template, c: template}}", inject={"injectedAnnotations": {"a": "x", "b": "z"}}
    )
    found = annotations_of(injected(pod(annotations={"a": "own", "d": "own"}), config))
    assert [found[name] for name in "abcd"] == ["x", "z", "template", "own"]


@pytest.mark.parametrize(("value", "text"), [(True, "true"), (1e9, "1e+09"), (7, "7"), (None, ""), ("x", "x")])
def test_configured_annotations_become_strings(value: object, text: str) -> None:
    config = small_config(inject={"injectedAnnotations": {"a": value}})
    assert annotations_of(injected(pod(), config))["a"] == text


def test_report() -> None:
    value = {"apiVersion": "v1", "kind": "List", "items": [pod(), pod(labels={"sidecar.istio.io/inject": "false"}), 7]}
    result = Injector(small_config(), namespace="shop").inject_object(value)
    assert [str(item) for item in result.report] == [
        "Pod shop/web: injected (sidecar): by default",
        "Pod shop/web: skipped: the Pod's label disables injection (sidecar.istio.io/inject: 'false')",
    ]
    assert (len(result.report), result.report.injected) == (2, 1)
    assert result.object["items"][1:] == value["items"][1:]
