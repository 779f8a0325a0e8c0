"""Injecting what was injected before changes nothing, and follows a changed configuration."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.postprocessing.app_probes import rewrite_probes
from tests.conftest import injected, mesh_config, pod, small_config
from tests.injection.looking import WITH_INIT, annotations_of, container, variables

PROBED = {
    "name": "app",
    "image": "nginx",
    "ports": [{"containerPort": 8080, "name": "web"}],
    "readinessProbe": {"httpGet": {"path": "/a", "port": "web", "scheme": "HTTPS"}, "timeoutSeconds": 3},
    "livenessProbe": {"tcpSocket": {"port": 9090}},
    "startupProbe": {"grpc": {"port": 7070, "service": "s"}},
    "lifecycle": {"preStop": {"httpGet": {"port": 8080}}, "postStart": {"exec": {"command": ["true"]}}},
}
PLAIN = {"name": "app", "image": "nginx"}
EARLY = {"name": "early", "image": "busybox"}
TEMPLATE = WITH_INIT + "  volumes: [{name: istio-envoy, emptyDir: {}}]\n"


def own_proxy(**fields: Any) -> dict[str, Any]:
    return {"name": "istio-proxy", "image": "auto", **fields}


PODS = {
    "plain": pod(),
    "probes": pod({"containers": [PROBED]}),
    "own status port": pod({"containers": [PROBED]}, annotations={"status.sidecar.istio.io/port": "15021"}),
    "metrics": pod(
        annotations={"prometheus.io/scrape": "true", "prometheus.io/port": "80", "prometheus.io/path": "/m"}
    ),
    "no metrics": pod(annotations={"prometheus.io/scrape": "false"}),
    "init containers": pod({"containers": [PLAIN], "initContainers": [EARLY]}),
    "native sidecar of its own": pod({"containers": [PLAIN], "initContainers": [{**EARLY, "restartPolicy": "Always"}]}),
    "own proxy": pod({"containers": [PLAIN, own_proxy(args=["own"], env=[{"name": "MORE", "value": "1"}])]}),
    "own proxy with probes": pod({"containers": [PROBED, own_proxy(image="mine:1")]}),
    "own init container": pod({"containers": [PLAIN], "initContainers": [{"name": "istio-init", "image": "mine"}]}),
    "own container in which ports share a number": pod(
        {
            "containers": [
                PLAIN,
                {
                    "name": "istio-init",
                    "image": "auto",
                    "ports": [{"containerPort": 80}, {"containerPort": 80, "name": "a"}],
                },
            ]
        }
    ),
    "own user": pod({"containers": [PLAIN, own_proxy(securityContext={"runAsUser": 2000, "runAsGroup": 3000})]}),
    "network": pod(labels={"topology.istio.io/network": "n1"}),
    "volumes": pod({"containers": [PLAIN], "volumes": [{"name": "own", "emptyDir": {}}]}),
}
CLUSTER = {"global": {"hub": "hub", "tag": "1.0", "multiCluster": {"clusterName": "c1"}}}
VALUES = {**CLUSTER, "sidecarInjectorWebhook": {"rewriteAppHTTPProbe": True}}


@pytest.mark.parametrize("native", [True, False], ids=["native", "classic"])
@pytest.mark.parametrize("hold", [False, True], ids=["last", "first"])
@pytest.mark.parametrize("name", PODS)
def test_small_template(name: str, native: bool, hold: bool) -> None:
    mesh = {"trustDomain": "td", "defaultConfig": {"holdApplicationUntilProxyStarts": hold}}
    config = small_config(TEMPLATE, values=VALUES, mesh=mesh, native_sidecars=native)
    once = injected(PODS[name], config)
    assert injected(once, config) == once


@pytest.mark.parametrize("native", [True, False], ids=["native", "classic"])
@pytest.mark.parametrize("name", PODS)
def test_example_mesh(name: str, native: bool) -> None:
    config = mesh_config(native_sidecars=native)
    once = injected(PODS[name], config)
    assert injected(once, config) == once


@pytest.mark.parametrize("path", [("spec", "template"), ("spec", "jobTemplate", "spec", "template")])
def test_text(path: tuple[str, ...]) -> None:
    value: dict[str, Any] = {"metadata": {"labels": {"app": "w"}}, "spec": {"containers": [PROBED]}}
    for name in reversed(path):
        value = {name: value}
    api_version, kind = ("apps/v1", "Deployment") if len(path) == 2 else ("batch/v1", "CronJob")
    text = json.dumps({"apiVersion": api_version, "kind": kind, "metadata": {"name": "w"}, **value})
    injector = Injector(mesh_config())
    once = injector.inject_text(text).text
    assert injector.inject_text(once).text == once


def test_a_new_configuration_takes_effect() -> None:
    old, new = (small_config(TEMPLATE.replace("OWN", name), revision=name) for name in ("OLD", "NEW"))
    again = injected(injected(pod(), old), new)
    assert variables(again) == {"NEW": "template"}
    assert json.loads(annotations_of(again)["sidecar.istio.io/status"])["revision"] == "NEW"


def test_a_probe_added_later_joins_the_others() -> None:
    config = small_config()
    once = injected(pod({"containers": [PROBED]}), config)
    added = {"name": "late", "image": "x", "livenessProbe": {"tcpSocket": {"port": 1}}}
    once["spec"]["containers"].append(added)
    again = injected(once, config)
    probers = json.loads(variables(again)["ISTIO_KUBE_APP_PROBERS"])
    assert probers["/app-health/late/livez"] == {"tcpSocket": {"port": 1}}
    assert probers["/app-health/app/livez"] == {"tcpSocket": {"port": 9090}}
    assert container(again, "late")["livenessProbe"] == {"httpGet": {"path": "/app-health/late/livez", "port": 15020}}


@pytest.mark.parametrize(
    ("existing", "merged"),
    [
        pytest.param(
            '{"/app-health/app/livez":{"tcpSocket":{"port":1}},"/x":{}}',
            '{"/app-health/app/livez":{"tcpSocket":{"port":1}},"/app-health/app/readyz":{"tcpSocket":{"port":3}},"/x":{}}',
            id="what is known stays",
        ),
        pytest.param("{", "{", id="no JSON"),
        pytest.param("[]", "[]", id="no object"),
        pytest.param("", "", id="empty"),
    ],
)
def test_probers_of_an_earlier_injection(existing: str, merged: str) -> None:
    probes = {"livenessProbe": {"tcpSocket": {"port": 2}}, "readinessProbe": {"tcpSocket": {"port": 3}}}
    proxy = {"name": "istio-proxy", "env": [{"name": "ISTIO_KUBE_APP_PROBERS", "value": existing}, {"name": "LAST"}]}
    value = pod({"containers": [{"name": "app", **probes}, proxy]})
    again = rewrite_probes(value, small_config(), 15020, injected_before=True)
    assert container(again, "istio-proxy")["env"] == [
        {"name": "ISTIO_KUBE_APP_PROBERS", "value": merged},
        {"name": "LAST"},
    ]


def test_templates_do_not_see_the_earlier_injection() -> None:
    template = (
        "metadata: {annotations: {seen: '{{ range .Spec.Containers }}{{ .Name }} {{ end }}"
        "{{ index .ObjectMeta.Annotations `prometheus.io/port` }}'}}\nspec: {containers: [{name: istio-proxy}]}"
    )
    config = small_config(template, native_sidecars=False)
    once = injected(pod(), config)
    again = injected(once, config)
    assert annotations_of(once)["seen"] == annotations_of(again)["seen"] == "app "
