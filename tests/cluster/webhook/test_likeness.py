"""The webhook beside Istio's own injector: the same Pods, by the same paths, are answered alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
import requests

from kubectl_inject.config.injection_config import InjectionConfig, Installation
from kubectl_inject.istio.injection_path import cleaned
from kubectl_inject.kubernetes.go_json import go_value
from kubectl_inject.kubernetes.schema.decoding import without_nulls
from kubectl_inject.kubernetes.schema.types import POD
from kubectl_inject.webhook.review.pod_review import PodReviewer
from tests.cluster.servers.istio_injector import ControlPlaneFiles, IstioInjector
from tests.conftest import pod
from tests.webhook.reviews import Object, patched, response_in, review_of

PATHS = [
    "/inject",
    "/inject/",
    "/inject/cluster/east/net/n1",
    "/inject/net/n1/cluster/east/net/",
    "/inject/cluster/a--slash--b/zone_name/z--slash--y",
    "/inject/cluster//net/n1",
    "/inject/net//x/y",
    "/inject//nothing/x/y",
    "/inject/:ENV:cluster=east:ENV:root=/a/b=c:ENV:none",
    "/inject/%3AENV%3Anet=n%2F1",
    "/inject/PROXY_CONFIG/x",
]
APP = {"name": "app", "image": "nginx", "ports": [{"containerPort": 80}], "resources": {}}
OWN = {"name": "istio-proxy", "image": "auto", "resources": {}, "env": [{"name": "ISTIO_META_NETWORK", "value": "own"}]}
OWNER = {"apiVersion": "apps/v1", "kind": "ReplicaSet", "name": "web-5d4", "controller": True, "uid": "1"}
PODS: dict[str, Object] = {
    "plain": pod({"containers": [APP]}),
    "no maps": {"apiVersion": "v1", "kind": "Pod", "metadata": {}, "spec": {"containers": [APP]}},
    "owned": pod(
        {"containers": [APP]},
        name="",
        generateName="web-5d4-",
        labels={"pod-template-hash": "5d4"},
        ownerReferences=[OWNER],
    ),
    "other namespace": pod({"containers": [APP]}, namespace="elsewhere"),
    "network by label": pod({"containers": [APP]}, labels={"topology.istio.io/network": "own"}),
    "own proxy": pod({"containers": [APP, OWN]}),
    "host network": pod({"containers": [APP], "hostNetwork": True}),
    "refused": pod({"containers": [APP]}, labels={"sidecar.istio.io/inject": "false"}),
    "probes": pod({"containers": [{**APP, "livenessProbe": {"httpGet": {"path": "/x", "port": 80}}}]}),
    "volumes": pod({"containers": [APP], "volumes": [{"name": "v", "emptyDir": {}}]}, annotations={"a/b~c": "d"}),
    "wrong annotation": pod({"containers": [APP]}, annotations={"status.sidecar.istio.io/port": "x"}),
    "no such template": pod({"containers": [APP]}, annotations={"inject.istio.io/templates": "none"}),
}


@pytest.fixture(scope="module")
def istio(istio_injector: IstioInjector) -> Iterator[Any]:
    """Return a function that has Istio's injector answer a review."""
    with requests.Session() as session:
        session.trust_env = False
        # Its certificate is for the name of its Service.
        session.verify = False

        def ask(body: bytes, path: str) -> bytes:
            url = f"https://{istio_injector.address}:{istio_injector.port}{path}"
            with pytest.warns(match="Unverified HTTPS request"):
                answer = session.post(url, body, headers={"Content-Type": "application/json"}, timeout=20)
            assert answer.ok, answer.text
            return answer.content

        yield ask


@pytest.fixture(scope="module")
def ours(captured_istio: ControlPlaneFiles) -> PodReviewer:
    texts = (path.read_text() for path in (captured_istio.config, captured_istio.values, captured_istio.mesh))
    return PodReviewer(InjectionConfig.from_texts(*texts, installation=Installation()))


def as_go_has_it(value: Object) -> Object:
    found: Object = without_nulls(go_value(value, POD))
    return found


def assert_same_answers(given: Object, path: str, ours: PodReviewer, istio: Any) -> None:
    body = review_of(given)
    mine, theirs = ours.review(body, cleaned(unquote(path))).answer, istio(body, path)
    assert json.loads(mine)["apiVersion"] == json.loads(theirs)["apiVersion"]
    assert response_in(mine)["allowed"] == response_in(theirs)["allowed"]
    if response_in(mine)["allowed"]:
        # Istio writes every field that Go always writes, and its patch relies on them.
        assert as_go_has_it(patched(given, mine)) == as_go_has_it(patched(given, theirs))


@pytest.mark.parametrize("path", PATHS)
def test_paths(path: str, ours: PodReviewer, istio: Any) -> None:
    assert_same_answers(PODS["plain"], path, ours, istio)


@pytest.mark.parametrize("name", PODS)
@pytest.mark.parametrize("path", ["/inject", "/inject/cluster/east/net/n1"])
def test_pods(name: str, path: str, ours: PodReviewer, istio: Any) -> None:
    assert_same_answers(PODS[name], path, ours, istio)


@pytest.mark.parametrize("name", ["plain", "own proxy", "probes", "volumes", "network by label"])
def test_a_second_injection(name: str, ours: PodReviewer, istio: Any) -> None:
    once = patched(PODS[name], istio(review_of(PODS[name]), "/inject"))
    assert_same_answers(once, "/inject", ours, istio)
