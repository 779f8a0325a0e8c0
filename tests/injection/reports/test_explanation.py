"""Why a workload came out as it did: what changed, and where the proxy's settings come from."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kubectl_inject.config.injection_config import InjectionConfig
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.reports.explanation import Explanation, PresentInjection
from kubectl_inject.injection.reports.proxy_settings import ProxySetting
from kubectl_inject.injection.reports.report import Outcome
from kubectl_inject.kubernetes.patches.differences import Difference, differences
from kubectl_inject.kubernetes.schema.types import POD
from kubectl_inject.manifests.stream import split
from kubectl_inject.startup.frozen import replace
from tests.conftest import injected, pod, small_config

TEMPLATE = """
metadata:
  labels: {mesh: "on"}
spec:
  {{ if .NativeSidecars }}initContainers{{ else }}containers{{ end }}:
  - name: istio-proxy
    image: {{ .ProxyImage }}
    {{- if .NativeSidecars }}
    restartPolicy: Always
    {{- end }}
  volumes:
  - name: istio-envoy
    emptyDir: {}
"""
APP = {"name": "app", "image": "nginx"}
PROXY_CONFIG = "proxy.istio.io/config"


def explain(value: dict[str, Any], config: InjectionConfig | None = None) -> Explanation:
    documents = list(split(json.dumps(value), "input"))
    (explanation,) = Injector(config or small_config(TEMPLATE)).explain_documents(documents)
    return explanation


def paths(items: tuple[Difference, ...]) -> list[str]:
    """Return the paths of differences, without those of every injection."""
    always = ("metadata.annotations[sidecar.istio.io/status]", "metadata.annotations[prometheus.io/")
    return [item.path for item in items if not item.path.startswith(always)]


def settings_of(value: dict[str, Any], config: InjectionConfig) -> list[ProxySetting]:
    """Return a Pod's settings, without the hub that every small configuration sets."""
    return [item for item in explain(value, config).settings if item.source != "values global.hub"]


def of(spec: dict[str, Any]) -> dict[str, Any]:
    return {"spec": spec}


def with_app(**fields: Any) -> dict[str, Any]:
    return of({"containers": [{**APP, **fields}]})


PORTS = [{"containerPort": 80, "protocol": "TCP"}, {"containerPort": 80, "protocol": "UDP"}]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        pytest.param(pod(), pod(), [], id="the same"),
        pytest.param({}, of({"nodeName": "a"}), [("spec", None, {"nodeName": "a"})], id="a struct that is new"),
        pytest.param(of({"nodeName": "a"}), of({}), [("spec.nodeName", "a", None)], id="a field is gone"),
        pytest.param(
            with_app(), with_app(image="x"), [("spec.containers[app].image", "nginx", "x")], id="field of an item"
        ),
        pytest.param(
            with_app(),
            of({"containers": [{"name": "new"}, APP]}),
            [("spec.containers[new]", None, {"name": "new"})],
            id="an item that is new is one difference",
        ),
        pytest.param(
            of({"containers": [APP]}), of({"containers": []}), [("spec.containers[app]", APP, None)], id="item gone"
        ),
        pytest.param(
            of({}), of({"containers": [APP]}), [("spec.containers[app]", None, APP)], id="first item of a list"
        ),
        pytest.param(
            of({"containers": [{"name": "a"}, {"name": "b"}]}),
            of({"containers": [{"name": "b"}, {"name": "a"}]}),
            [],
            id="the order of items is no difference",
        ),
        pytest.param(
            with_app(args=["a"]), with_app(args=["b"]), [("spec.containers[app].args", ["a"], ["b"])], id="plain list"
        ),
        pytest.param(
            with_app(ports=PORTS),
            with_app(ports=PORTS[:1]),
            [("spec.containers[app].ports", PORTS, PORTS[:1])],
            id="a list whose items share a key",
        ),
        pytest.param(
            with_app(env=[{"name": "A", "value": "1"}]),
            with_app(env=[{"name": "A", "value": "2"}, {"name": "B"}]),
            [
                ("spec.containers[app].env[A].value", "1", "2"),
                ("spec.containers[app].env[B]", None, {"name": "B"}),
            ],
            id="lists in items",
        ),
        pytest.param(
            {},
            {"metadata": {"labels": {"app": "a", "istio.io/rev": "b", "a/b": "c"}}},
            [
                ("metadata.labels.app", None, "a"),
                ("metadata.labels[istio.io/rev]", None, "b"),
                ("metadata.labels[a/b]", None, "c"),
            ],
            id="names with dots or slashes",
        ),
        pytest.param(
            with_app(resources={"limits": {"cpu": "1"}}),
            with_app(resources={"limits": {"cpu": "2", "memory": "1"}}),
            [
                ("spec.containers[app].resources.limits.cpu", "1", "2"),
                ("spec.containers[app].resources.limits.memory", None, "1"),
            ],
            id="maps",
        ),
        pytest.param(
            of({"unknown": {"a": 1}}),
            of({"unknown": {"a": 2}}),
            [("spec.unknown", {"a": 1}, {"a": 2})],
            id="a field that Kubernetes does not know",
        ),
    ],
)
def test_differences(old: dict[str, Any], new: dict[str, Any], wanted: list[tuple[str, Any, Any]]) -> None:
    assert [(item.path, item.old, item.new) for item in differences(old, new, POD)] == wanted


def test_added_changed_removed() -> None:
    probed = {**APP, "livenessProbe": {"tcpSocket": {"port": 1}}, "readinessProbe": {"httpGet": {"port": 2}}}
    explanation = explain(pod({"containers": [probed]}, labels={"mesh": "off"}))
    assert paths(explanation.added) == [
        "spec.containers[app].livenessProbe.httpGet",
        "spec.containers[app].readinessProbe.httpGet.path",
        "spec.initContainers[istio-proxy]",
        "spec.volumes[istio-envoy]",
    ]
    assert explanation.changed == (
        Difference("metadata.labels.mesh", "off", "on"),
        Difference("spec.containers[app].readinessProbe.httpGet.port", 2, 15020),
    )
    assert explanation.removed == (Difference("spec.containers[app].livenessProbe.tcpSocket", {"port": 1}, None),)


def test_own_proxy_that_becomes_native() -> None:
    explanation = explain(pod({"containers": [APP, {"name": "istio-proxy", "image": "auto"}]}))
    assert "spec.initContainers[istio-proxy]" in paths(explanation.added)
    assert paths(explanation.removed) == ["spec.containers[istio-proxy]"]


def test_of_a_workload_that_is_skipped() -> None:
    explanation = explain(pod(labels={"sidecar.istio.io/inject": "false"}, annotations={PROXY_CONFIG: "statusPort: 5"}))
    assert not explanation.report.injected
    assert (explanation.differences, explanation.settings) == ((), ())


@pytest.mark.parametrize("native", [True, False], ids=["native", "classic"])
def test_of_an_injected_workload_is_that_of_the_workload_before(native: bool) -> None:
    own = {"name": "istio-proxy", "image": "auto", "args": ["own"]}
    probed = {**APP, "readinessProbe": {"httpGet": {"port": "web"}}, "ports": [{"name": "web", "containerPort": 80}]}
    before = pod({"containers": [own, probed]}, annotations={"prometheus.io/port": "80"}, labels={"mesh": "off"})
    config = small_config(TEMPLATE, native_sidecars=native)
    again, first = explain(injected(before, config), config), explain(before, config)
    report = again.report
    assert (report.restored, report.outcome) == ("restored from its record (label mesh)", Outcome.UNCHANGED)
    assert again.present == PresentInjection(
        "hub/proxyv2:1.0",
        "default",
        native,
        ("istio-proxy",) if native else (),
        () if native else ("istio-proxy",),
    )
    was = replace(report, restored="", was_injected=False, outcome=Outcome.INJECTED)
    assert replace(again, report=was, present=None) == first


def test_to_plain() -> None:
    value = pod({"containers": [{"name": "app"}]}, labels={"mesh": "off"}, namespace="shop")
    value["metadata"]["annotations"] = {"sidecar.istio.io/logLevel": "debug", "prometheus.io/scrape": "false"}
    plain = explain(value, small_config("metadata: {labels: {mesh: 'on'}}\nspec: {nodeName: node-1}")).to_plain()
    (status,) = [item for item in plain["added"] if "status" in item["path"]]
    assert json.loads(status["value"])["revision"] == "default"
    plain["added"].remove(status)
    assert plain == {
        "source": "input",
        "document": 1,
        "kind": "Pod",
        "name": "web",
        "namespace": "shop",
        "outcome": "injected",
        "injected": True,
        "reason": "DEFAULT",
        "why": "by default",
        "decidedBy": "",
        "note": "",
        "templates": ["sidecar"],
        "added": [{"path": "spec.nodeName", "value": "node-1"}],
        "changed": [{"path": "metadata.labels.mesh", "from": "off", "to": "on"}],
        "removed": [],
        "present": None,
        "updates": [],
        "settings": [
            {"name": "Istio release", "value": "1.31", "source": "the newest known here"},
            {
                "name": "proxy log level",
                "value": "debug",
                "source": "annotation sidecar.istio.io/logLevel",
            },
            {"name": "image hub", "value": "hub", "source": "values global.hub"},
        ],
        "warnings": [
            {
                "code": "container-without-image",
                "message": "a container has no image, which a cluster refuses",
                "where": "app",
                "cure": "name its image",
            }
        ],
    }


def chart(**values: Any) -> dict[str, Any]:
    return {"values": {"global": {"hub": "hub", "tag": "1.0", **values}}}


def default_config(**settings: Any) -> dict[str, Any]:
    return {"mesh": {"trustDomain": "td", "defaultConfig": settings}}


LOG_LEVEL, OUTBOUND = "sidecar.istio.io/logLevel", "traffic.sidecar.istio.io/excludeOutboundPorts"
FROM_MESH, FROM_ANNOTATION = "mesh config defaultConfig", f"annotation {PROXY_CONFIG}"


@pytest.mark.parametrize(
    ("value", "config", "wanted"),
    [
        pytest.param(pod(), {}, [], id="nothing but defaults"),
        pytest.param(
            pod(annotations={LOG_LEVEL: "debug"}),
            {},
            [("proxy log level", "debug", f"annotation {LOG_LEVEL}")],
            id="annotation",
        ),
        pytest.param(
            pod(),
            chart(proxy={"logLevel": "info"}),
            [("proxy log level", "info", "values global.proxy.logLevel")],
            id="values",
        ),
        pytest.param(
            pod(annotations={LOG_LEVEL: "debug"}),
            chart(proxy={"logLevel": "info"}),
            [("proxy log level", "debug", f"annotation {LOG_LEVEL}")],
            id="annotation before values",
        ),
        pytest.param(pod(), chart(proxy={"logLevel": "warning"}), [], id="values that are the default"),
        pytest.param(
            pod(annotations={LOG_LEVEL: "warning"}),
            {},
            [("proxy log level", "warning", f"annotation {LOG_LEVEL}")],
            id="annotation that is the default",
        ),
        pytest.param(
            pod(annotations={OUTBOUND: "5432"}),
            {},
            [("excluded outbound ports", "5432", f"annotation {OUTBOUND}")],
            id="ports by annotation",
        ),
        pytest.param(
            pod(),
            default_config(concurrency=4),
            [("concurrency", 4, FROM_MESH)],
            id="mesh config",
        ),
        pytest.param(
            pod(annotations={PROXY_CONFIG: "concurrency: 3"}),
            {},
            [("concurrency", 3, FROM_ANNOTATION)],
            id="proxy config",
        ),
        pytest.param(
            pod(annotations={PROXY_CONFIG: "concurrency: 3"}),
            default_config(concurrency=4, drainDuration="60s"),
            [("drainDuration", "60s", FROM_MESH), ("concurrency", 3, FROM_ANNOTATION)],
            id="proxy config over mesh config",
        ),
        pytest.param(
            pod(annotations={PROXY_CONFIG: '{"terminationDrainDuration": "20s"}'}),
            {},
            [("terminationDrainDuration", "20s", FROM_ANNOTATION)],
            id="proxy config in JSON",
        ),
        pytest.param(
            pod(annotations={PROXY_CONFIG: "termination_drain_duration: 20s"}),
            {},
            [("terminationDrainDuration", "20s", FROM_ANNOTATION)],
            id="proxy config in protobuf's own spelling",
        ),
        pytest.param(
            pod({"containers": [APP, {"name": "istio-proxy", "image": "auto", "args": ["x"]}]}),
            {},
            [("args", ["x"], "the Pod's own container istio-proxy")],
            id="own container",
        ),
        pytest.param(
            pod({"containers": [APP], "initContainers": [{"name": "istio-proxy", "image": "mine", "tty": True}]}),
            {},
            [
                ("image", "mine", "the Pod's own container istio-proxy"),
                ("tty", True, "the Pod's own container istio-proxy"),
            ],
            id="own init container",
        ),
        pytest.param(pod(), {"revision": "1-31"}, [("revision", "1-31", "configuration: revision")], id="revision"),
        pytest.param(pod(), {"revision": "default"}, [], id="default revision"),
        pytest.param(
            pod(),
            {"native_sidecars": False},
            [("native sidecar", False, "configuration: native sidecars")],
            id="no native sidecars",
        ),
        pytest.param(
            pod(annotations={"sidecar.istio.io/nativeSidecar": "true"}),
            {"native_sidecars": False},
            [("native sidecar", "true", "annotation sidecar.istio.io/nativeSidecar")],
            id="native sidecar by annotation",
        ),
        pytest.param(
            pod(),
            {"platform": "openshift", "compliance_policy": "fips-140-3"},
            [
                ("platform", "openshift", "configuration: platform"),
                ("compliance policy", "fips-140-3", "configuration: compliance policy"),
            ],
            id="platform and policy",
        ),
        pytest.param(pod(), chart(network="n1"), [("network", "n1", "values global.network")], id="network"),
        pytest.param(
            pod(labels={"topology.istio.io/network": "n2"}),
            chart(network="n1"),
            [("network", "n2", "label topology.istio.io/network")],
            id="network by label",
        ),
        pytest.param(
            pod(),
            chart(proxy={"resources": {"limits": {"cpu": "3"}}}),
            [("proxy resources", {"limits": {"cpu": "3"}}, "values global.proxy.resources")],
            id="resources",
        ),
        pytest.param(
            pod(),
            chart(
                proxy={
                    "resources": {
                        "limits": {"cpu": "2", "memory": "1Gi"},
                        "requests": {"cpu": "0.1", "memory": "128Mi"},
                    }
                }
            ),
            [],
            id="default resources, spelled otherwise",
        ),
        pytest.param(
            pod(annotations={"sidecar.istio.io/proxyCPU": "1"}),
            chart(proxy={"resources": {"limits": {"cpu": "3"}}}),
            [("proxy CPU request", "1", "annotation sidecar.istio.io/proxyCPU")],
            id="resources by annotation replace those of the values",
        ),
        pytest.param(
            pod(),
            chart(proxy={"statusPort": 15025}),
            [("agent status port", 15025, "values global.proxy.statusPort")],
            id="number",
        ),
        pytest.param(
            pod(), chart(proxy={"statusPort": 15020, "privileged": False}), [], id="default number and switch"
        ),
        pytest.param(
            pod(annotations={"example.com/own": "x"}, labels={"app": "web"}), {}, [], id="annotations of others"
        ),
    ],
)
def test_settings(value: dict[str, Any], config: dict[str, Any], wanted: list[tuple[str, Any, str]]) -> None:
    found = settings_of(value, small_config(TEMPLATE, **config))
    release, *others = [(item.name, item.value, item.source) for item in found]
    assert release == ("Istio release", "1.31", "the newest known here")
    assert others == wanted


def test_the_release_and_what_names_it() -> None:
    config = small_config(TEMPLATE, **chart(tag="1.30.3"))
    assert ("Istio release", "1.30.3", "values global.tag") in [
        (item.name, item.value, item.source) for item in settings_of(pod(), config)
    ]


def test_whole_number_of_the_values_is_shown_as_written() -> None:
    _, setting = settings_of(pod(), small_config(TEMPLATE, **chart(proxy={"statusPort": 15025})))
    assert json.dumps(setting.value) == "15025"
