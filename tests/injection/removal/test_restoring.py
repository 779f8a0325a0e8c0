"""What a workload was before its injection: known from the Pod itself, or else from a record on the workload."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
from kubectl_inject.kubernetes.patches.strategic_merge_diff import create_patch
from kubectl_inject.kubernetes.patches.strategic_merge_patch import apply_patch
from kubectl_inject.kubernetes.schema.types import POD
from tests.conftest import injected, pod, small_config

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
RECORD, STATUS, TARGETS = "kubectl-inject/restore", "sidecar.istio.io/status", "prometheus.istio.io/scrape-targets"
PLAIN = {"name": "app", "image": "nginx"}
OTHER = {"name": "other", "image": "busybox"}
NAMED_PORT = [{"name": "web", "containerPort": 8080}]

Object = dict[str, Any]


def app(**fields: Any) -> Object:
    return {**PLAIN, "env": [{"name": "A", "value": "1"}], "ports": NAMED_PORT, **fields}


def proxy(**fields: Any) -> Object:
    return {"name": "istio-proxy", "image": "auto", **fields}


def spec(*containers: Object, **fields: Any) -> Object:
    return {"containers": list(containers or [PLAIN]), **fields}


def annotated(**annotations: str) -> Object:
    return pod(annotations={f"prometheus.io/{name}": value for name, value in annotations.items()})


def annotations_record(**annotations: str | None) -> Object:
    return {"metadata": {"annotations": annotations}}


def container_record(**fields: Any) -> Object:
    return {"spec": {"containers": [{"name": "app", **fields}]}}


def order(field: str, *names: str) -> Object:
    return {f"$setElementOrder/{field}": [{"name": name} for name in names]}


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


NAMED_HTTP = {"httpGet": {"path": "/a", "port": "web", "scheme": "HTTPS"}, "periodSeconds": 3, "timeoutSeconds": 2}
OWN_RESOURCES = {"limits": {"cpu": "1000m"}}

# Pods with the record that they need: None where the injected Pod tells all.
PODS: dict[str, tuple[Object, Object | None]] = {
    "plain": (pod(), None),
    "fields of the spec": (pod(spec(nodeSelector={"a": "b"}, terminationGracePeriodSeconds=60)), None),
    "probe over HTTP": (pod(spec(app(readinessProbe={"httpGet": {"path": "/a", "port": 80}}))), None),
    "probe with headers": (
        pod(spec(app(livenessProbe={"httpGet": {"port": 80, "httpHeaders": [{"name": "a", "value": "<b>"}]}}))),
        None,
    ),
    "probe over TCP": (pod(spec(app(livenessProbe={"tcpSocket": {"port": 80}, "failureThreshold": 2}))), None),
    "probe over gRPC": (pod(spec(app(startupProbe={"grpc": {"port": 80, "service": "s"}}))), None),
    "probe by a command": (pod(spec(app(startupProbe={"exec": {"command": ["true"]}}))), None),
    "hooks": (
        pod(
            spec(app(lifecycle={"preStop": {"httpGet": {"port": 80}}, "postStart": {"exec": {"command": ["true"]}}})),
        ),
        None,
    ),
    "named port over HTTP": (
        pod(spec(app(readinessProbe=NAMED_HTTP))),
        container_record(readinessProbe={"httpGet": {"port": "web"}}),
    ),
    "named port over TCP": (
        pod(spec(app(livenessProbe={"tcpSocket": {"port": "web"}}))),
        container_record(livenessProbe={"tcpSocket": {"port": "web"}}),
    ),
    "named port of a hook": (
        pod(spec(app(lifecycle={"preStop": {"httpGet": {"port": "web"}}}))),
        container_record(lifecycle={"preStop": {"httpGet": {"port": "web"}}}),
    ),
    "named port of one of two containers": (
        pod(spec(OTHER, app(readinessProbe=NAMED_HTTP))),
        container_record(readinessProbe={"httpGet": {"port": "web"}}),
    ),
    "named port that is not declared": (
        pod(spec(app(readinessProbe={"httpGet": {"port": "nope"}}))),
        container_record(readinessProbe={"httpGet": {"path": None, "port": "nope"}}),
    ),
    "scraping": (annotated(scrape="true", port="80", path="/m"), None),
    "scraping, port only": (annotated(port="80"), None),
    "scraping refused": (annotated(scrape="false"), None),
    "scraping of the agent": (annotated(port="15020"), None),
    "scraping, another spelling": (
        pod(annotations={"prometheus_io/port": "80"}),
        annotations_record(**{"prometheus.io/port": None, "prometheus_io/port": "80"}),
    ),
    "scrape targets": (pod(annotations={TARGETS: "80:/a,81:/b"}), None),
    "scrape targets, path left out": (
        pod(annotations={TARGETS: "80:/a,81"}),
        annotations_record(**{TARGETS: "80:/a,81"}),
    ),
    "scrape targets and scraping": (
        pod(annotations={TARGETS: "80:/a", "prometheus.io/port": "82", "prometheus.io/path": "/m"}),
        annotations_record(**{"prometheus.io/port": "82", "prometheus.io/path": "/m"}),
    ),
    "labels": (pod(labels={"app": "shop", "version": "v2"}), None),
    "a label as injection adds it": (
        pod(labels={"security.istio.io/tlsMode": "istio"}),
        {"metadata": {"labels": {"security.istio.io/tlsMode": "istio"}}},
    ),
    "a label that the template keeps": (pod(labels={"security.istio.io/tlsMode": "disabled"}), None),
    "a label that injection replaces": (
        pod(labels={"app": "web", "service.istio.io/canonical-name": "mine"}),
        {"metadata": {"labels": {"service.istio.io/canonical-name": "mine"}}},
    ),
    "annotations": (pod(annotations={"example.com/a": "b"}), None),
    "an annotation as injection adds it": (
        pod(annotations={"kubectl.kubernetes.io/default-container": "app"}),
        annotations_record(**{"kubectl.kubernetes.io/default-container": "app"}),
    ),
    "an annotation that injection replaces": (
        pod(annotations={"istio.io/rev": "mine"}),
        annotations_record(**{"istio.io/rev": "mine"}),
    ),
    "no annotations and labels, but their fields": (
        pod(annotations={}, labels={}),
        {"metadata": {"annotations": {}, "labels": {}}},
    ),
    "volume": (pod(spec(volumes=[{"name": "own", "emptyDir": {}}])), None),
    "a volume of the template's name": (
        pod(spec(volumes=[{"name": "istio-envoy", "configMap": {"name": "x"}}, {"name": "own", "emptyDir": {}}])),
        {"spec": {"volumes": [{"name": "istio-envoy", "configMap": {"name": "x"}}]}},
    ),
    "no volumes, but their field": (pod(spec(volumes=[])), {"spec": {"volumes": []}}),
    "image pull secret": (pod(spec(imagePullSecrets=[{"name": "mine"}])), None),
    "an image pull secret of the template's name": (
        pod(spec(imagePullSecrets=[{"name": "mesh-registry"}])),
        {"spec": {"imagePullSecrets": [{"name": "mesh-registry"}]}},
    ),
    "init container": (pod(spec(initContainers=[OTHER])), None),
    "own init container of the template's name": (
        pod(spec(initContainers=[{"name": "istio-init", "image": "mine", "args": ["own"]}])),
        None,
    ),
    "own proxy, last": (pod(spec(app(), proxy(args=["own"]))), None),
    "own proxy with an image": (pod(spec(app(), proxy(image="mine:1", tty=True))), None),
    "own proxy, first": (
        pod(spec(proxy(tty=True), app())),
        {"spec": order("containers", "istio-proxy", "app")},
    ),
    "own proxy, between": (
        pod(spec(app(), proxy(tty=True), OTHER)),
        {"spec": order("containers", "app", "istio-proxy", "other")},
    ),
    "own native sidecar": (pod(spec(initContainers=[proxy(restartPolicy="Always")])), None),
    "own proxy without image": (
        pod(spec(PLAIN, {"name": "istio-proxy"})),
        {"spec": {"containers": [{"name": "istio-proxy", "image": None}]}},
    ),
    "own proxy, a quantity spelled otherwise": (
        pod(spec(PLAIN, proxy(resources=OWN_RESOURCES))),
        {"spec": {"containers": [{"name": "istio-proxy", "resources": OWN_RESOURCES}]}},
    ),
    "own proxy's user": (pod(spec(PLAIN, proxy(securityContext={"runAsUser": 2000}))), None),
    "network": (pod(labels={"topology.istio.io/network": "n1"}), None),
}
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


def optional(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Object]:
    return st.fixed_dictionaries({}, optional=fields)


def keyed(key: str, names: list[Any], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Object]]:
    """Return lists of items with a merge key, which some share."""
    return st.lists(st.fixed_dictionaries({key: st.sampled_from(names)}, optional=fields), max_size=4)


texts = st.sampled_from(["", "a", "b"])
text_maps = st.dictionaries(st.sampled_from(["a", "example.com/b", "c"]), texts, max_size=3)
actions = optional(httpGet=optional(port=st.sampled_from([80, "web"]), path=texts), exec=st.just({"command": ["true"]}))
containers = keyed(
    "name",
    ["app", "web", "istio-proxy"],
    image=texts,
    args=st.lists(texts, max_size=2),
    env=keyed("name", ["A", "B"], value=texts, valueFrom=st.just({"fieldRef": {"fieldPath": "metadata.name"}})),
    ports=keyed("containerPort", [80, 81], protocol=st.sampled_from(["TCP", "UDP"]), name=texts),
    volumeMounts=keyed("mountPath", ["/a", "/b"], name=texts, readOnly=st.booleans()),
    readinessProbe=actions,
    lifecycle=optional(preStop=actions),
    resources=optional(limits=text_maps, requests=text_maps),
    securityContext=optional(runAsUser=st.integers(0, 2), capabilities=optional(add=st.lists(texts, max_size=2))),
)
volumes = keyed("name", ["a", "b"], emptyDir=optional(medium=texts), configMap=optional(name=texts))
pods = optional(
    metadata=optional(name=texts, labels=text_maps, annotations=text_maps),
    spec=optional(
        containers=containers,
        initContainers=containers,
        volumes=volumes,
        imagePullSecrets=keyed("name", ["a", "b"]),
        hostAliases=keyed("ip", ["1.1.1.1", "2.2.2.2"], hostnames=st.lists(texts, max_size=2)),
        tolerations=st.lists(optional(key=texts, value=texts), max_size=2),
        nodeSelector=text_maps,
        hostNetwork=st.booleans(),
        securityContext=optional(fsGroup=st.integers(0, 2), supplementalGroups=st.lists(st.integers(0, 1))),
    ),
)


@settings(deadline=None, max_examples=300)
@given(old=pods, new=pods)
def test_patch_leads_from_one_pod_to_another(old: Object, new: Object) -> None:
    before = copy.deepcopy((old, new))
    patch = create_patch(old, new, POD)
    assert apply_patch(old, patch, POD) == new
    assert (old, new) == before
    assert json.loads(json.dumps(patch)) == patch


@settings(deadline=None, max_examples=30)
@given(value=pods)
def test_no_patch_where_nothing_differs(value: Object) -> None:
    assert create_patch(value, copy.deepcopy(value), POD) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param({"metadata": {"finalizers": ["a"]}}, {"metadata": {"finalizers": ["b"]}}, id="finalizers"),
        pytest.param({"spec": {"unknown": {"a": 1}}}, {"spec": {"unknown": {"b": 1}}}, id="unknown field"),
        pytest.param({"spec": {"unknown": {"a": 1}}}, {"spec": {"unknown": {}}}, id="unknown field, empty"),
    ],
)
def test_patch_of_rarer_fields(old: Object, new: Object) -> None:
    assert apply_patch(old, create_patch(old, new, POD), POD) == new


@pytest.mark.parametrize(
    ("old", "new", "patch"),
    [
        pytest.param({"nodeName": "a"}, {"nodeName": "b"}, {"nodeName": "b"}, id="changed"),
        pytest.param({"nodeName": "a", "hostname": "h"}, {"hostname": "h"}, {"nodeName": None}, id="gone"),
        pytest.param(
            {"containers": [PLAIN, OTHER]},
            {"containers": [PLAIN, {**OTHER, "tty": True}]},
            {"containers": [{"name": "other", "tty": True}]},
            id="one item",
        ),
        pytest.param(
            {"containers": [PLAIN, OTHER]},
            {"containers": [PLAIN]},
            {"containers": [{"name": "other", "$patch": "delete"}]},
            id="item gone",
        ),
        pytest.param(
            {"containers": [PLAIN, OTHER]},
            {"containers": [OTHER, PLAIN]},
            order("containers", "other", "app"),
            id="order",
        ),
        pytest.param(
            {"nodeSelector": {"a": "1", "b": "2"}},
            {"nodeSelector": {"a": "1", "c": "3"}},
            {"nodeSelector": {"b": None, "c": "3"}},
            id="map",
        ),
        pytest.param(
            {"nodeSelector": {"a": "1"}},
            {"nodeSelector": {}},
            {"nodeSelector": {"$patch": "replace"}},
            id="map emptied",
        ),
    ],
)
def test_patch_is_small(old: Object, new: Object, patch: Object) -> None:
    assert create_patch({"spec": old}, {"spec": new}, POD) == {"spec": patch}
