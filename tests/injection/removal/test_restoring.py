"""What a workload was before its injection: known from the Pod itself, or else from a record on the workload."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from kubectl_inject import InjectionError
from kubectl_inject.config.injection_config import InjectionConfig
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.removal.restoring import (
    RestoredObject,
    remembering,
    restore_object,
    without_earlier_injection,
)
from kubectl_inject.injection.removal.text_memory import RememberedLines, TextMemory
from kubectl_inject.injection.workload import Workload, find_workload
from tests.conftest import injected, pod, small_config
from tests.injection.removal.recorded_pods import (
    NAMED_HTTP,
    OTHER,
    PLAIN,
    PODS,
    RECORD,
    STATUS,
    annotations_record,
    app,
    container_record,
    proxy,
    spec,
)

TEMPLATE = """
{{- $labels := .ObjectMeta.Labels }}
{{- $applications := list }}
{{- range .Spec.Containers }}{{ if ne .Name "istio-proxy" }}{{ $applications = append $applications .Name }}{{ end }}
{{- end }}
metadata:
  labels:
    security.istio.io/tlsMode: {{ index $labels `security.istio.io/tlsMode` | default "istio" | quote }}
    service.istio.io/canonical-name: {{ index $labels `app` | default .DeploymentMeta.Name | quote }}
    service.istio.io/canonical-revision: {{ index $labels `version` | default "latest" | quote }}
  annotations:
    istio.io/rev: {{ .Revision | default "default" | quote }}
    kubectl.kubernetes.io/default-container: {{ first $applications | quote }}
    kubectl.kubernetes.io/default-logs-container: {{ first $applications | quote }}
spec:
  initContainers:
  - name: istio-init
    image: {{ .ProxyInitImage }}
    args: [istio-iptables, -u, "1337"]
  {{- if not .NativeSidecars }}
  containers:
  {{- end }}
  - name: istio-proxy
    image: {{ .ProxyImage }}
    {{- if .NativeSidecars }}
    restartPolicy: Always
    {{- end }}
    args: [proxy, sidecar]
    env:
    - name: ISTIO_META_APP_CONTAINERS
      value: {{ join "," $applications | quote }}
    volumeMounts:
    - {name: istio-envoy, mountPath: /etc/istio/proxy}
  volumes:
  - name: istio-envoy
    emptyDir: {medium: Memory}
  - name: istio-token
    emptyDir: {}
  imagePullSecrets:
  - name: mesh-registry
"""
NETWORKS = "k8s.v1.cni.cncf.io/networks"
MULTUS = TEMPLATE.replace(
    "  annotations:\n",
    f"  annotations:\n    {NETWORKS}: "
    "'{{ appendMultusNetwork (index .ObjectMeta.Annotations `" + NETWORKS + "`) `istio-cni` }}'\n",
)
Object = dict[str, Any]


def config_of(template: str = TEMPLATE, *, native: bool = True, **config: Any) -> InjectionConfig:
    return small_config(template, native_sidecars=native, **config)


def workload_of(value: Object) -> Workload:
    workload = find_workload(value)
    assert workload is not None
    return workload


def restored(value: Object) -> RestoredObject:
    found = restore_object(workload_of(value))
    assert found is not None
    return found


def record_of(value: Object) -> Any:
    text = (value["metadata"].get("annotations") or {}).get(RECORD)
    return None if text is None else json.loads(text)["object"]


INJECTORS = {native: Injector(config_of(native=native)) for native in (True, False)}
BOTH = pytest.mark.parametrize("native", [True, False], ids=["native", "classic"])
EVERY = pytest.mark.parametrize("name", PODS)


@BOTH
@EVERY
def test_restored(name: str, native: bool) -> None:
    value, record = PODS[name]
    found = restored(INJECTORS[native].inject_object(value).object)
    assert found.object == value
    assert (found.record is not None) is (record is not None)


@BOTH
def test_own_proxy_among_the_init_containers(native: bool) -> None:
    # It is one that runs to its end, which neither kind of proxy does: only a record can tell.
    value = pod(spec(initContainers=[OTHER, proxy(), {"name": "istio-init", "image": "mine"}]))
    assert restored(INJECTORS[native].inject_object(value).object).object == value


@BOTH
@EVERY
def test_record(name: str, native: bool) -> None:
    value, record = PODS[name]
    found = record_of(INJECTORS[native].inject_object(value).object)
    assert found == record


@BOTH
@EVERY
def test_twice_is_once(name: str, native: bool) -> None:
    once = INJECTORS[native].inject_object(PODS[name][0]).object
    assert INJECTORS[native].inject_object(once).object is once


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(pod(annotations=None), id="annotations"),
        pytest.param(pod(spec(volumes=None)), id="volumes"),
        pytest.param(pod(spec(PLAIN, proxy(args=None))), id="field of the own proxy"),
    ],
)
def test_null_needs_no_record(value: Object) -> None:
    once = injected(value, config_of())
    assert injected(once, config_of()) == once
    assert record_of(once) is None


OTHER_TEMPLATE = """
metadata: {labels: {mesh: other}}
spec:
  containers:
  - {name: istio-proxy, image: other, args: [other]}
  volumes: [{name: other, emptyDir: {}}]
"""
NO_REWRITING = {"global": {"hub": "other", "tag": "2"}, "sidecarInjectorWebhook": {"rewriteAppHTTPProbe": False}}
CONFIGS: dict[str, InjectionConfig] = {
    "native": config_of(),
    "classic": config_of(native=False),
    "revision": config_of(revision="1-31"),
    "other template": config_of(OTHER_TEMPLATE, native=False),
    "no rewriting": config_of(values=NO_REWRITING, mesh={"trustDomain": "td", "enablePrometheusMerge": False}),
    "agent's port": config_of(mesh={"trustDomain": "td", "defaultConfig": {"statusPort": 16000}}),
    "multus": config_of(MULTUS),
}


@pytest.mark.parametrize("second", CONFIGS)
@pytest.mark.parametrize("first", CONFIGS)
def test_the_second_configuration_counts(first: str, second: str) -> None:
    before, after = Injector(CONFIGS[first]), Injector(CONFIGS[second])
    for name, (value, _) in PODS.items():
        if name == "scraping of the agent":
            continue  # no other configuration takes another one's port
        once = before.inject_object(value).object
        assert after.inject_object(once).object == after.inject_object(value).object, name


@pytest.mark.parametrize(
    ("networks", "record"),
    [
        pytest.param(None, None, id="none"),
        pytest.param("a", None, id="one"),
        pytest.param("a, b@eth1", None, id="two"),
        pytest.param('[{"name": "a"}]', None, id="JSON"),
        pytest.param("[]", None, id="empty JSON"),
        pytest.param("", annotations_record(**{NETWORKS: ""}), id="empty"),
        pytest.param("a, istio-cni", annotations_record(**{NETWORKS: "a, istio-cni"}), id="there before"),
    ],
)
def test_multus(networks: str | None, record: Object | None) -> None:
    value = pod() if networks is None else pod(annotations={NETWORKS: networks})
    once = injected(value, config_of(MULTUS))
    assert "istio-cni" in once["metadata"]["annotations"][NETWORKS]
    assert record_of(once) == record
    assert restored(once).object == value


PROBED = {"metadata": {"labels": {"app": "web"}}, "spec": spec(app(readinessProbe=NAMED_HTTP))}
KINDS: list[tuple[str, str, Object]] = [
    ("apps/v1", "Deployment", {"template": PROBED}),
    ("apps/v1", "StatefulSet", {"template": PROBED}),
    ("batch/v1", "Job", {"template": PROBED}),
    ("batch/v1", "CronJob", {"jobTemplate": {"spec": {"template": PROBED}}}),
]


@pytest.mark.parametrize("own", [None, {"example.com/own": "x"}], ids=["no annotations", "annotations"])
@pytest.mark.parametrize(("api_version", "kind", "fields"), [pytest.param(*kind, id=kind[1]) for kind in KINDS])
def test_record_is_on_the_workload(api_version: str, kind: str, fields: Object, own: dict[str, str] | None) -> None:
    metadata: Object = {"name": "web"} if own is None else {"name": "web", "annotations": own}
    value = {"apiVersion": api_version, "kind": kind, "metadata": metadata, "spec": fields}
    once = injected(value, config_of())
    record: Object = {"template": container_record(readinessProbe={"httpGet": {"port": "web"}})}
    if kind == "CronJob":
        record = {"jobTemplate": {"spec": record}}
    assert record_of(once) == {"spec": record}
    assert json.dumps(once).count(RECORD) == 1
    found = restored(once)
    assert found.object == value
    assert found.record is not None
    assert injected(once, config_of()) == once


def test_records_in_a_list() -> None:
    items = [pod(spec(app(readinessProbe=NAMED_HTTP))), pod()]
    once = injected({"apiVersion": "v1", "kind": "List", "items": items}, config_of())
    assert [record_of(item) is None for item in once["items"]] == [False, True]
    assert [restored(item).object for item in once["items"]] == items


def test_records_are_not_requested() -> None:
    value = pod(spec(app(readinessProbe=NAMED_HTTP)))
    once = Injector(config_of(), records=False).inject_object(value).object
    found = restored(once)
    assert record_of(once) is None
    assert found.record is None
    assert found.object["spec"]["containers"][0]["readinessProbe"]["httpGet"]["port"] == 8080


def test_record_that_is_no_longer_needed_goes() -> None:
    once = injected(pod(spec(app(readinessProbe=NAMED_HTTP))), config_of())
    again = injected(once, config_of(values=NO_REWRITING))
    assert record_of(again) is None


def test_record_of_a_grpc_probe_without_service() -> None:
    once = injected(pod(spec(app(startupProbe={"grpc": {"port": 80}}))), config_of())
    assert PLAIN["image"] not in json.dumps(record_of(once))


def test_grpc_probe_without_service() -> None:
    value = pod(spec(app(startupProbe={"grpc": {"port": 80}})))
    assert restored(injected(value, config_of())).object == value


@pytest.mark.parametrize(("length", "is_kept"), [(1_000, True), (200_000, False)])
def test_a_record_is_no_larger_than_a_cluster_takes(length: int, is_kept: bool) -> None:
    memory = TextMemory((RememberedLines(1, (), ("x" * length,)),))
    assert (RECORD in json.dumps(remembering(pod(), [memory]))) is is_kept


def test_what_no_tool_came_to() -> None:
    workload = workload_of(pod())
    assert restore_object(workload) is None
    assert without_earlier_injection(workload)[0] is workload


def test_record_of_a_workload_that_was_not_injected() -> None:
    value = pod(annotations={RECORD: '{"object":{"spec":{"volumes":[]}}}'})
    assert restored(value).object == pod(spec(volumes=[]))


NAMES_ALL = '{"initContainers":null,"containers":["app"],"volumes":null,"imagePullSecrets":null,"revision":"default"}'


@pytest.mark.parametrize(
    ("status", "containers"),
    [
        pytest.param("", [PLAIN], id="empty"),
        pytest.param("{", [PLAIN], id="cut"),
        pytest.param("[]", [PLAIN], id="list"),
        pytest.param("5", [PLAIN], id="number"),
        pytest.param("{}", [PLAIN], id="no lists"),
        pytest.param("[" * 100_000, [PLAIN], id="deep"),
        pytest.param('{"containers":["app"]}', [PLAIN], id="one list"),
        pytest.param('{"containers":["other"]}', [PLAIN, OTHER], id="one list with one of two"),
        pytest.param(NAMES_ALL, [PLAIN], id="all containers"),
        pytest.param(NAMES_ALL, [PLAIN, OTHER], id="one of two"),
        pytest.param('{"containers":["istio-proxy"]}', [PLAIN, proxy()], id="own proxy"),
        pytest.param(NAMES_ALL.replace("app", "istio-proxy"), [proxy()], id="own proxy alone"),
    ],
)
@BOTH
def test_status_that_is_no_injection(status: str, containers: list[Object], native: bool) -> None:
    value = pod(spec(*containers), annotations={STATUS: status, "example.com/own": "x"})
    once = INJECTORS[native].inject_object(value).object
    assert {item["name"] for item in containers} - {"istio-proxy"} == {
        item["name"] for item in once["spec"]["containers"] if item["name"] != "istio-proxy"
    }
    assert restored(once).object == value
    assert INJECTORS[native].inject_object(once).object is once


def test_templates_without_a_proxy_leave_a_record() -> None:
    config = config_of("spec: {containers: [{name: logger, image: l}], volumes: [{name: v, emptyDir: {}}]}")
    once = injected(pod(), config)
    assert once["metadata"]["annotations"][RECORD] == "{}"
    assert restored(once).object == pod()
    assert injected(once, config) == once


def changed_by_hand(*, records: bool, probe: Object | None = None) -> Object:
    """Return an injected Pod to which a container was added since."""
    value = pod(spec(app(**({"readinessProbe": probe} if probe else {}))))
    once = copy.deepcopy(Injector(config_of(), records=records).inject_object(value).object)
    once["spec"]["containers"].append(OTHER)
    return once


def test_injection_that_was_changed_by_hand_stays() -> None:
    workload = workload_of(changed_by_hand(records=True))
    assert without_earlier_injection(workload)[0] is workload


def test_record_outweighs_a_change_by_hand() -> None:
    workload, _ = without_earlier_injection(workload_of(changed_by_hand(records=True, probe=NAMED_HTTP)))
    assert workload.object == pod(spec(app(readinessProbe=NAMED_HTTP), OTHER))


@pytest.mark.parametrize(
    "record",
    [
        pytest.param("", id="empty"),
        pytest.param("{", id="cut"),
        pytest.param("[]", id="list"),
        pytest.param("null", id="null"),
        pytest.param("5", id="number"),
        pytest.param('"{}"', id="string"),
        pytest.param("[" * 100_000, id="deep"),
        pytest.param('{"object":5}', id="object that is a number"),
        pytest.param('{"object":null}', id="object that is null"),
        pytest.param('{"text":5}', id="text that is a number"),
        pytest.param('{"object":{"$patch":"x"}}', id="unknown directive"),
        pytest.param('{"object":{"spec":{"containers":[{"image":"x"}]}}}', id="container without name"),
        pytest.param('{"object":{"spec":{"containers":[5]}}}', id="container that is a number"),
        pytest.param('{"object":{"spec":{"$setElementOrder/containers":5}}}', id="order that is a number"),
        pytest.param('{"object":{"spec":5}}', id="spec that is a number"),
        pytest.param('{"object":{"spec":{"containers":5}}}', id="containers that are a number"),
        pytest.param('{"object":{"spec":{"containers":{"a":1}}}}', id="containers that are a mapping"),
        pytest.param('{"object":{"spec":{"initContainers":"x"}}}', id="init containers that are text"),
        pytest.param('{"object":{"spec":{"containers":[{"name":"app","env":5}]}}}', id="env that is a number"),
        pytest.param('{"object":{"metadata":{"annotations":5}}}', id="annotations that are a number"),
        pytest.param('{"object":{"metadata":[]}}', id="metadata that is a list"),
    ],
)
def test_broken_record(record: str) -> None:
    once = copy.deepcopy(injected(pod(), config_of()))
    once["metadata"]["annotations"][RECORD] = record
    with pytest.raises(InjectionError, match="document 1: Pod web: "):
        injected(once, config_of())
