"""What is warned of, and what is near it and is not."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.reports.warnings.table import KINDS
from kubectl_inject.injection.reports.warnings.warning import InjectionWarning, Warned
from tests.conftest import injected, pod, small_config

TEMPLATE = """
{{- $set := false }}
{{- range $name, $_ := .ObjectMeta.Annotations }}
{{- if or (hasPrefix "sidecar.istio.io/proxyCPU" $name) (hasPrefix "sidecar.istio.io/proxyMemory" $name) }}
{{- $set = true }}
{{- end }}
{{- end }}
spec:
  containers:
  - name: istio-proxy
    image: {{ .ProxyImage }}
    env:
    - {name: FROM, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
    - {name: PLAIN, value: template}
    volumeMounts:
    - {name: istio-envoy, mountPath: /etc/istio/proxy}
    resources:
      {{- if $set }}
      requests:
        {{- with index .ObjectMeta.Annotations `sidecar.istio.io/proxyCPU` }}
        cpu: {{ . | quote }}
        {{- end }}
        {{- with index .ObjectMeta.Annotations `sidecar.istio.io/proxyMemory` }}
        memory: {{ . | quote }}
        {{- end }}
      limits:
        {{- with index .ObjectMeta.Annotations `sidecar.istio.io/proxyCPULimit` }}
        cpu: {{ . | quote }}
        {{- end }}
        {{- with index .ObjectMeta.Annotations `sidecar.istio.io/proxyMemoryLimit` }}
        memory: {{ . | quote }}
        {{- end }}
      {{- else }}
      requests: {cpu: 100m, memory: 128Mi}
      limits: {cpu: "2", memory: 1Gi}
      {{- end }}
  volumes:
  - name: istio-envoy
    emptyDir: {}
"""
FROM_FIELD = {"fieldRef": {"fieldPath": "metadata.name"}}
MOUNT = {"name": "data", "mountPath": "/data"}
TPROXY = {"sidecar.istio.io/interceptionMode": "TPROXY"}
CPU, MEMORY = "sidecar.istio.io/proxyCPU", "sidecar.istio.io/proxyMemory"


def app(**fields: Any) -> dict[str, Any]:
    return {"name": "app", "image": "nginx", **fields}


def proxy(**fields: Any) -> dict[str, Any]:
    return {"name": "istio-proxy", "image": "auto", **fields}


def spec(*containers: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"containers": list(containers or [app()]), **fields}


def items(kind: str, path: str) -> dict[str, Any]:
    return {"name": "data", kind: {"items": [{"key": "k", "path": path}]}}


def projected(path: str) -> dict[str, Any]:
    sources = [{"serviceAccountToken": {"path": "token"}}, {"secret": {"items": [{"key": "k", "path": path}]}}]
    return {"name": "data", "projected": {"sources": sources}}


def requested(**annotations: str) -> dict[str, Any]:
    """Return a Pod with annotations for the proxy's resources, such as CPULimit="1"."""
    return pod(annotations={f"sidecar.istio.io/proxy{name}": value for name, value in annotations.items()})


def warnings_of(value: dict[str, Any], template: str = TEMPLATE, **mesh: Any) -> list[tuple[str, str]]:
    config = small_config(template, mesh={"trustDomain": "td", **mesh}, native_sidecars=False)
    return [
        (warning.code, warning.where)
        for workload in Injector(config).inject_object(value).report
        for warning in workload.warnings
    ]


WARNED: list[tuple[str, str, str, dict[str, Any]]] = [
    (
        "own value over the template's valueFrom",
        Warned.TWO_VALUES,
        "istio-proxy: FROM",
        pod(spec(app(), proxy(env=[{"name": "FROM", "value": "1"}]))),
    ),
    (
        "own valueFrom over the template's value",
        Warned.TWO_VALUES,
        "istio-proxy: PLAIN",
        pod(spec(app(), proxy(env=[{"name": "PLAIN", "valueFrom": FROM_FIELD}]))),
    ),
    (
        "both in the application",
        Warned.TWO_VALUES,
        "app: A",
        pod(spec(app(env=[{"name": "A", "value": "1", "valueFrom": FROM_FIELD}]))),
    ),
    (
        "Deployment",
        Warned.API_VERSION,
        "extensions/v1beta1, now apps/v1",
        {"apiVersion": "extensions/v1beta1", "kind": "Deployment", "spec": {"template": pod()}},
    ),
    ("mount", Warned.MOUNT_WITHOUT_VOLUME, "app: data", pod(spec(app(volumeMounts=[MOUNT])))),
    (
        "mount of an init container",
        Warned.MOUNT_WITHOUT_VOLUME,
        "early: data",
        pod(spec(initContainers=[app(volumeMounts=[MOUNT]) | {"name": "early"}])),
    ),
    ("config map, absolute path", Warned.VOLUME_PATH, "data: /k", pod(spec(volumes=[items("configMap", "/k")]))),
    ("secret, a way up", Warned.VOLUME_PATH, "data: a/../k", pod(spec(volumes=[items("secret", "a/../k")]))),
    ("downward API", Warned.VOLUME_PATH, "data: ..", pod(spec(volumes=[items("downwardAPI", "..")]))),
    ("projected", Warned.VOLUME_PATH, "data: /k", pod(spec(volumes=[projected("/k")]))),
    (
        "container and init container",
        Warned.TWO_OF_ONE_NAME,
        "app",
        pod(spec(initContainers=[app()])),
    ),
    ("no image", Warned.NO_IMAGE, "app", pod(spec({"name": "app"}))),
    ("empty image", Warned.NO_IMAGE, "app", pod(spec({"name": "app", "image": ""}))),
    ("no name", Warned.NO_NAME, "", pod(spec({"image": "x"}, {"image": "y"}))),
    ("empty name", Warned.NO_NAME, "", pod(spec({"name": "", "image": "x"}))),
    ("no name either", Warned.NO_IMAGE, "<unnamed>", pod(spec({"name": ""}))),
    ("CPU request", Warned.REQUEST_ABOVE_LIMIT, "cpu: 2 above 1", requested(CPU="2", CPULimit="1")),
    ("memory request", Warned.REQUEST_ABOVE_LIMIT, "memory: 1Gi above 1G", requested(Memory="1Gi", MemoryLimit="1G")),
    (
        "own request above the template's limit",
        Warned.REQUEST_ABOVE_LIMIT,
        "cpu: 3 above 2",
        pod(spec(app(), proxy(resources={"requests": {"cpu": "3"}}))),
    ),
    ("CPU", Warned.NO_LIMIT, CPU, requested(CPU="1")),
    ("memory", Warned.NO_LIMIT, MEMORY, requested(Memory="1Gi")),
    ("CPU", Warned.NO_REQUEST, CPU + "Limit", requested(CPULimit="1")),
    ("memory", Warned.NO_REQUEST, MEMORY + "Limit", requested(MemoryLimit="1Gi")),
    (
        "user",
        Warned.TPROXY_USER,
        "runAsUser: 1337",
        pod(spec(app(), proxy(securityContext={"runAsUser": 1337})), annotations=TPROXY),
    ),
    (
        "group",
        Warned.TPROXY_USER,
        "runAsGroup: 0",
        pod(spec(app(), proxy(securityContext={"runAsGroup": 0})), annotations=TPROXY),
    ),
    ("own proxy", Warned.PROXY_WITHOUT_IMAGE, "istio-proxy", pod(spec(app(), {"name": "istio-proxy"}))),
    (
        "own proxy, empty image",
        Warned.PROXY_WITHOUT_IMAGE,
        "istio-proxy",
        pod(spec(app(), {"name": "istio-proxy", "image": "", "tty": True})),
    ),
]


@pytest.mark.parametrize(
    ("what", "where", "value"),
    [pytest.param(what, where, value, id=f"{what}: {name}") for name, what, where, value in WARNED],
)
def test_warned(what: str, where: str, value: dict[str, Any]) -> None:
    assert (what, where) in warnings_of(value)


def test_every_code_is_in_the_table() -> None:
    codes = [value for name, value in vars(Warned).items() if not name.startswith("_")]
    assert sorted(codes) == sorted(KINDS)
    assert all(kind.what and kind.cure and not kind.cure.endswith(".") for kind in KINDS.values())


@pytest.mark.parametrize("policy", ["enabled", "disabled"])
def test_an_unknown_inject_value(policy: str) -> None:
    value = pod(annotations={"sidecar.istio.io/inject": "No"})
    report = Injector(small_config(inject={"policy": policy})).inject_object(value).report
    warnings = [warning for workload in report for warning in workload.warnings]
    assert warnings == [InjectionWarning(Warned.INJECT_VALUE, "'No'")]


MISSPELT = """
metadata:
  labels: {anything: goes}
  annotation: {a: b}
spec:
  DNSPolicy: Default
  hostAliass: []
  containers:
  - name: istio-proxy
    image: proxy
  volumes:
  - name: {{ index .ObjectMeta.Annotations "volume" }}
    comfigMap: {name: {{ index .ObjectMeta.Annotations "volume" }}}
"""


def test_unknown_fields_of_templates_are_left_out_and_those_of_users_stay() -> None:
    injector = Injector(small_config(MISSPELT, native_sidecars=False))
    for volume in ("cache", "filters", "rules", "more"):
        given = pod(spec(app(envs=[1]), hostAliass=[2]), annotations={"volume": volume})
        result = injector.inject_object(given)
        (workload,) = result.report
        assert [warning.where for warning in workload.warnings if warning.code == Warned.UNKNOWN_FIELD] == [
            "sidecar: metadata.annotation",
            "sidecar: spec.hostAliass",
            f"sidecar: spec.volumes[{volume}].comfigMap",
        ]
        after = result.object["spec"]
        assert (after["hostAliass"], after["dnsPolicy"]) == ([2], "Default")
        assert after["volumes"] == [{"name": volume}]
        assert [container.get("envs") for container in after["containers"]] == [[1], None]


def claiming(name: str) -> dict[str, Any]:
    template = {"spec": spec(app(volumeMounts=[MOUNT]))}
    claims = [{"metadata": {"name": name}, "spec": {"accessModes": ["ReadWriteOnce"]}}]
    return {
        "apiVersion": "apps/v1",
        "kind": "StatefulSet",
        "metadata": {"name": "web"},
        "spec": {"template": template, "volumeClaimTemplates": claims},
    }


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(pod(), id="plain Pod"),
        pytest.param(
            pod(spec(app(env=[{"name": "A", "value": "", "valueFrom": FROM_FIELD}]))), id="TWO_VALUES: an empty value"
        ),
        pytest.param(
            pod(spec(app(env=[{"name": "A", "value": "1"}, {"name": "B", "valueFrom": FROM_FIELD}]))),
            id="TWO_VALUES: of two variables",
        ),
        pytest.param(
            pod(spec(app(volumeMounts=[MOUNT]), volumes=[{"name": "data", "emptyDir": {}}])),
            id="MOUNT_WITHOUT_VOLUME: a volume",
        ),
        pytest.param(
            pod(spec(app(volumeMounts=[{"name": "istio-envoy", "mountPath": "/e"}]))),
            id="MOUNT_WITHOUT_VOLUME: the template's volume",
        ),
        pytest.param(claiming("data"), id="MOUNT_WITHOUT_VOLUME: a StatefulSet's claim"),
        pytest.param(pod(spec(volumes=[items("configMap", "a/..b/c..")])), id="VOLUME_PATH: dots in names"),
        pytest.param(pod(spec(volumes=[projected("a/k")])), id="VOLUME_PATH: projected"),
        pytest.param(pod(spec(volumes=[{"name": "data", "hostPath": {"path": "/k"}}])), id="VOLUME_PATH: host path"),
        pytest.param(pod(spec(initContainers=[app() | {"name": "App"}])), id="TWO_OF_ONE_NAME: names differ in case"),
        pytest.param(pod(spec(app(), proxy())), id="TWO_OF_ONE_NAME: own proxy"),
        pytest.param(pod(spec(app(), proxy(image="mine:1"))), id="NO_IMAGE, PROXY_WITHOUT_IMAGE: own image"),
        pytest.param(requested(CPU="1000m", CPULimit="1"), id="REQUEST_ABOVE_LIMIT: the same, spelled otherwise"),
        pytest.param(requested(Memory="1G", MemoryLimit="1Gi"), id="REQUEST_ABOVE_LIMIT: just below"),
        pytest.param(
            requested(CPU="1", CPULimit="2", Memory="1Gi", MemoryLimit="1Gi"), id="NO_LIMIT, NO_REQUEST: all set"
        ),
        pytest.param(
            pod(
                spec(app(), proxy(resources={"limits": {"cpu": "2"}})),
                annotations={"sidecar.istio.io/proxyCPU": "1"},
            ),
            id="NO_LIMIT: own limit",
        ),
        pytest.param(
            pod(
                spec(app(), proxy(resources={"requests": {"memory": "1"}})),
                annotations={"sidecar.istio.io/proxyMemoryLimit": "1Gi"},
            ),
            id="NO_REQUEST: own request",
        ),
        pytest.param(
            pod(spec(app(), proxy(securityContext={"runAsUser": 0, "runAsGroup": 1337})), annotations=TPROXY),
            id="TPROXY_USER: as it must be",
        ),
        pytest.param(pod(spec(app(), proxy(tty=True)), annotations=TPROXY), id="TPROXY_USER: none requested"),
        pytest.param(
            pod(spec(app(securityContext={"runAsUser": 5})), annotations=TPROXY), id="TPROXY_USER: the application's"
        ),
        pytest.param(
            pod(spec(app(), proxy(securityContext={"runAsUser": 5}))), id="TPROXY_USER: another interception mode"
        ),
        pytest.param(
            pod({"containers": [{"name": "app"}], "hostNetwork": True}), id="a Pod that is skipped is not looked at"
        ),
    ],
)
def test_not_warned(value: dict[str, Any]) -> None:
    assert warnings_of(value) == []


def test_claim_of_another_name() -> None:
    assert warnings_of(claiming("other")) == [(Warned.MOUNT_WITHOUT_VOLUME, "app: data")]


def test_no_application() -> None:
    only_init = "spec: {initContainers: [{name: istio-proxy, image: proxy}]}"
    assert warnings_of(pod({"containers": []}), only_init) == [(Warned.NO_APPLICATION, "")]
    assert warnings_of(pod(), only_init) == []


@pytest.mark.parametrize(
    ("mode", "wanted"),
    [
        pytest.param("TPROXY", [(Warned.TPROXY_USER, "runAsUser: 5")], id="TPROXY"),
        pytest.param("REDIRECT", [], id="REDIRECT"),
    ],
)
def test_interception_mode_of_the_mesh(mode: str, wanted: list[tuple[str, str]]) -> None:
    value = pod(spec(app(), proxy(securityContext={"runAsUser": 5})))
    assert warnings_of(value, defaultConfig={"interceptionMode": mode}) == wanted


def test_all_of_a_pod() -> None:
    broken = {"name": "app", "env": [{"name": "A", "value": "1", "valueFrom": FROM_FIELD}], "volumeMounts": [MOUNT]}
    assert warnings_of(pod(spec(broken, {"name": "istio-proxy"}), annotations={CPU: "1"})) == [
        (Warned.NO_IMAGE, "app"),
        (Warned.TWO_VALUES, "app: A"),
        (Warned.MOUNT_WITHOUT_VOLUME, "app: data"),
        (Warned.NO_LIMIT, CPU),
        (Warned.PROXY_WITHOUT_IMAGE, "istio-proxy"),
    ]


def test_what_is_warned_of_is_injected_all_the_same() -> None:
    value = injected(pod(spec({"name": "app"})), small_config(native_sidecars=False))
    assert [item["name"] for item in value["spec"]["containers"]] == ["app", "istio-proxy"]


@pytest.mark.parametrize(
    ("warning", "text"),
    [
        pytest.param(
            InjectionWarning(Warned.NO_IMAGE, "app"),
            "a container has no image, which a cluster refuses (app): name its image [container-without-image]",
            id="with a place",
        ),
        pytest.param(
            InjectionWarning(Warned.NO_APPLICATION, ""),
            "there is no application container, and a cluster wants one: add a container to spec.containers "
            "[no-application-container]",
            id="without",
        ),
        pytest.param(
            InjectionWarning(Warned.UNKNOWN_LABEL, "a", "did you mean b?"),
            "no release of Istio knows this label, so it has no effect (a): did you mean b? [unknown-label]",
            id="with a cure of its own",
        ),
    ],
)
def test_sentence(warning: InjectionWarning, text: str) -> None:
    assert str(warning) == text
