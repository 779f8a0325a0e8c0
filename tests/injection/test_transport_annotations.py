"""Annotations of pipelines on a bare Pod: they decide nothing, no proxy hears of them, and they come back."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.transport_annotations import transport_annotations, without_transport
from tests.conftest import injected, pod, small_config

CARRIED = {
    "config.kubernetes.io/index": "0",
    "config.k8s.io/id": "7",
    "internal.config.kubernetes.io/path": "app.yaml",
    "kustomize.config.k8s.io/id": "1",
    "postrenderer.helm.sh/postrender-filename": "web/templates/pod.yaml",
}
SHOWS_ANNOTATIONS = """
metadata: {annotations: {first: {{ len .ObjectMeta.Annotations | quote }}}}
spec:
  initContainers:
  - name: istio-proxy
    image: {{ .ProxyImage }}
    env:
    - {name: ANNOTATIONS, value: {{ .ObjectMeta.Annotations | toJson | quote }}}
"""


def in_transit(value: dict[str, Any]) -> dict[str, Any]:
    injector = Injector(small_config(SHOWS_ANNOTATIONS), records=False, in_transit=True)
    return injector.inject_object(value).object


def without_annotations(value: dict[str, Any]) -> dict[str, Any]:
    return {**value, "metadata": {name: item for name, item in value["metadata"].items() if name != "annotations"}}


@pytest.mark.parametrize("own", [{}, {"mine": "yes"}], ids=["none of its own", "one of its own"])
def test_injection_is_that_of_the_pod_without_them(own: dict[str, str]) -> None:
    given = {**CARRIED, **own} if own else CARRIED
    result = in_transit(pod(annotations=given))
    expected = in_transit(pod(annotations=own) if own else pod())
    assert without_annotations(result) == without_annotations(expected)
    assert result["metadata"]["annotations"] == {**CARRIED, **expected["metadata"]["annotations"]}


def test_they_keep_their_places_before_what_is_added() -> None:
    annotations = {"config.kubernetes.io/index": "0", "mine": "yes", "kustomize.config.k8s.io/id": "1"}
    result = in_transit(pod(annotations=annotations))["metadata"]["annotations"]
    assert list(result)[:3] == list(annotations)
    assert "sidecar.istio.io/status" in list(result)[3:]


def test_elsewhere_they_are_the_user_s() -> None:
    result = injected(pod(annotations=CARRIED), small_config(SHOWS_ANNOTATIONS))
    (proxy,) = result["spec"]["initContainers"]
    assert all(name in proxy["env"][0]["value"] for name in CARRIED)


def test_in_a_pod_template_they_are_the_user_s() -> None:
    template = {"metadata": {"annotations": CARRIED}, "spec": {"containers": [{"name": "app", "image": "nginx"}]}}
    job = {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "job"}, "spec": {"template": template}}
    (proxy,) = in_transit(job)["spec"]["template"]["spec"]["initContainers"]
    assert all(name in proxy["env"][0]["value"] for name in CARRIED)


def test_a_pod_that_refuses_stays_the_very_same() -> None:
    given = pod(labels={"sidecar.istio.io/inject": "false"}, annotations=CARRIED)
    assert in_transit(given) is given


@pytest.mark.parametrize(
    ("value", "found"),
    [
        pytest.param(pod(annotations={**CARRIED, "mine": "yes"}), CARRIED, id="all of them"),
        pytest.param(
            pod(annotations={"kustomize.config.k8s.io/ids": "1", "postrenderer.helm.sh/other": ""}), {}, id="others"
        ),
        pytest.param(pod(), {}, id="no annotations"),
        pytest.param(pod(annotations=None), {}, id="null"),
        pytest.param(pod(annotations=["config.k8s.io/id"]), {}, id="a list"),
        pytest.param({"kind": "Pod", "metadata": "web"}, {}, id="metadata that is none"),
        pytest.param({"kind": "Pod"}, {}, id="no metadata"),
    ],
)
def test_which_they_are(value: dict[str, Any], found: dict[str, str]) -> None:
    assert transport_annotations(value) == found
    assert (without_transport(value) is value) is not bool(found)
