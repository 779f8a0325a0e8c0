"""The template functions of Istio's injector, each through a template."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject import InjectionError
from tests.conftest import injected, pod, small_config
from tests.injection.looking import container, rendered

PORTS = [
    {"containerPort": 80, "name": "http"},
    {"containerPort": 53, "protocol": "UDP"},
    {"containerPort": 90, "protocol": "TCP"},
    {"containerPort": 91, "protocol": "SCTP"},
]
CONTAINERS = [
    {"name": "app", "image": "nginx", "ports": PORTS},
    {"name": "istio-proxy", "image": "auto", "ports": [{"containerPort": 15090}]},
]
VALUES = {
    "global": {
        "hub": "hub",
        "tag": "1.0",
        "number": 7,
        "fraction": 1.5,
        "nested": {"b": [1, {"c": None}], "a": "x"},
        "nulls": {"limits": None, "requests": {"cpu": "1", "memory": None}},
        "all_nulls": {"limits": {"cpu": None}},
    }
}
METADATA: dict[str, Any] = {"labels": {"b": "2", "a": "<1>"}, "annotations": {"set": "yes", "empty": ""}}
A_MAP = "(strdict `b` `2` `a` `1`)"


def result(expression: str, **config: Any) -> str:
    return rendered(expression, pod({"containers": CONTAINERS}, **METADATA), values=VALUES, **config)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("formatDuration .ProxyConfig.DrainDuration", "45s"),
        ("isset .ObjectMeta.Annotations `set`", "true"),
        ("isset .ObjectMeta.Annotations `empty`", "true"),
        ("isset .ObjectMeta.Annotations `nope`", "false"),
        ("excludeInboundPort 15020 ``", "15020"),
        ("excludeInboundPort 15020 `80, 90`", "80,90,15020"),
        ("excludeInboundPort `90` `80,90`", "80,90"),
        ("excludeInboundPort 0 `80, 90`", "80, 90"),
        ("excludeInboundPort `` `80`", "80"),
        ("excludeInboundPort .Values.global.number `80`", "80,7"),
        ("includeInboundPorts .Spec.Containers", "80,90,15090"),
        ("applicationPorts .Spec.Containers", "80,90"),
        ("annotation .ObjectMeta `set` `no`", "yes"),
        ("annotation .ObjectMeta `empty` `no`", ""),
        ("annotation .ObjectMeta `nope` `no`", "no"),
        ("annotation .ObjectMeta `nope` 15020", "15020"),
        ("annotation .ObjectMeta `nope` .Values.global.number", "7"),
        ("annotation .ObjectMeta `nope` .ProxyConfig.InterceptionMode", "REDIRECT"),
        ("valueOrDefault `` `x`", "x"),
        ("valueOrDefault `a` `x`", "a"),
        ("valueOrDefault .Values.global.nope `x`", "x"),
        ("valueOrDefault 0 `x`", "0"),
        ("valueOrDefault false `x`", "false"),
        ("toJSON .ObjectMeta.Labels", '{"a":"\\u003c1\\u003e","b":"2"}'),
        ("toJSON (strdict)", "{}"),
        ("(fromJSON `{\"a\": [1, 2.5, null, true]}`).a", "[1 2.5 <nil> true]"),
        ("fromJSON `{`", "{}"),
        ("fromJSON ``", "{}"),
        ("fromJSON `NaN`", "{}"),
        ("fromJSON `7`", "7"),
        ("fromJSON `1e9`", "1e+09"),
        ("kubevirtInterfaces `a,b`", "a,b"),
        ("excludeInterfaces `a,b`", "a,b"),
        ("directory `/etc/istio/file`", "/etc/istio/"),
        ("directory `/etc/istio/`", "/etc/istio/"),
        ("directory `file`", ""),
        ("contains `b` `abc`", "true"),
        ("contains `abc` `b`", "false"),
        ("toLower `ABC`", "abc"),
        ("indent 2 `a`", "a"),
        ("indent 2 (printf `a\nb\n\nc`)", "a\n  b\n  \n  c"),
        ("env `ENABLE_NATIVE_SIDECARS` `x`", "true"),
        ("env `HOME` `unknown`", "unknown"),
        ("omit " + A_MAP + " `a` `nope`", "map[b:2]"),
        ("strdict `a` `1` `b`", "map[a:1 b:]"),
        ("toJsonMap " + A_MAP + " (strdict `a` `<`)", '{"a":"\\u003c","b":"2"}'),
        ("toJsonMap", "{}"),
        ("mergeMaps " + A_MAP + " (strdict `a` `3`)", "map[a:3 b:2]"),
        ("omitNil .Values.global.nulls", "map[requests:map[cpu:1]]"),
        ("omitNil .Values.global.nested.a", "x"),
        ("toYaml .Values.global.nested", "a: x\nb:\n- 1\n- c: null\n"),
        ("toYaml .Values.global.number", "7\n"),
        ("toYaml .Values.global.fraction", "1.5\n"),
        ("toYaml .ObjectMeta.Labels", "a: <1>\nb: \"2\"\n"),
        ("toYaml (index (index .Spec.Containers 0).Ports 0)", "containerPort: 80\nname: http\n"),
    ],
)  # fmt: skip
def test_function(expression: str, text: str) -> None:
    assert result(expression) == text


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("structToJSON (index (index .Spec.Containers 0).Ports 0)", '{"name":"http","containerPort":80}'),
        ("structToJSON (index (index .Spec.Containers 0).Ports 1)", '{"containerPort":53,"protocol":"UDP"}'),
        ("structToJSON .Values.global.nope", "{}"),
        ("structToJSON .Values.global.nested", '{"a":"x","b":[1,{"c":null}]}'),
        pytest.param(
            "structToJSON (index .Spec.Containers 0).Ports",
            '[{"name":"http","containerPort":80},{"containerPort":53,"protocol":"UDP"},'
            '{"containerPort":90,"protocol":"TCP"},{"containerPort":91,"protocol":"SCTP"}]',
            id="list of structs",
        ),
        ("structToJSON .ObjectMeta.Labels", '{"a":"\\u003c1\\u003e","b":"2"}'),
        ("structToJSON `a&b`", '"a\\u0026b"'),
        ("structToJSON .Values.global.fraction", "1.5"),
    ],
)
def test_struct_to_json(expression: str, text: str) -> None:
    assert result(expression) == text


@pytest.mark.parametrize(
    ("config", "text"),
    [
        pytest.param({}, "{}", id="defaults"),
        pytest.param({"drainDuration": "45s", "statusPort": 15020}, "{}", id="defaults that are given"),
        pytest.param({"statusPort": 16000}, '{"statusPort":16000}', id="number"),
        pytest.param({"concurrency": 2}, '{"concurrency":2}', id="wrapped number"),
        pytest.param({"concurrency": 0}, '{"concurrency":0}', id="wrapped zero"),
        pytest.param({"drainDuration": "90s"}, '{"drainDuration":"90s"}', id="duration"),
        pytest.param({"proxyMetadata": {"B": "2", "A": "1"}}, '{"proxyMetadata":{"A":"1","B":"2"}}', id="map"),
        pytest.param({"interceptionMode": "TPROXY"}, '{"interceptionMode":"TPROXY"}', id="enum"),
        pytest.param(
            {"tracing": {"zipkin": {"address": "z:1"}}}, '{"tracing":{"zipkin":{"address":"z:1"}}}', id="message"
        ),
    ],
)
def test_proto_to_json(config: dict[str, Any], text: str) -> None:
    assert rendered("protoToJSON .ProxyConfig", mesh={"trustDomain": "td", "defaultConfig": config}) == text


def test_proto_to_json_of_an_annotation() -> None:
    value = pod(annotations={"proxy.istio.io/config": "concurrency: 3"})
    assert rendered("protoToJSON .ProxyConfig", value, mesh={"defaultConfig": {"statusPort": 16000}}) in (
        '{"concurrency":3,"statusPort":16000}',
        '{"statusPort":16000,"concurrency":3}',
    )


@pytest.mark.parametrize("native", [True, False])
def test_env_knows_only_native_sidecars(native: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENABLE_NATIVE_SIDECARS", "of this process")
    assert rendered("env `ENABLE_NATIVE_SIDECARS` `x`", native_sidecars=native) == str(native).lower()


@pytest.mark.parametrize(
    ("existing", "network", "text"),
    [
        pytest.param("", "default/istio-cni", "default/istio-cni", id="none"),
        pytest.param("a", "default/istio-cni", "a, default/istio-cni", id="names"),
        pytest.param(
            "a, default/istio-cni,b", "default/istio-cni", "a, default/istio-cni,b", id="names, there already"
        ),
        pytest.param('[{"name":"a"}]', "istio-cni", '[{"name":"a"}, {"name": "istio-cni"}]', id="JSON"),
        pytest.param('[{"name":"istio-cni"}]', "istio-cni", '[{"name":"istio-cni"}]', id="JSON, there already"),
        pytest.param(
            '[ {"name":"a"} ]\n',
            "default/istio-cni",
            '[ {"name":"a"} , {"name": "istio-cni", "namespace": "default"}]\n',
            id="JSON with a namespace",
        ),
        pytest.param("[a]", "istio-cni", "[a]", id="broken JSON"),
        pytest.param("[1]", "istio-cni", "[1]", id="JSON of something else"),
    ],
)
def test_append_multus_network(existing: str, network: str, text: str) -> None:
    value = pod(annotations={"networks": existing})
    assert rendered(f"appendMultusNetwork .ObjectMeta.Annotations.networks `{network}`", value) == text


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("formatDuration `45s`", "expected a duration"),
        ("annotation .Spec.NodeName `a` `b`", "expected an object's metadata"),
        ("applicationPorts `x`", "expected a list of containers"),
        ("indent 100000 `x`", "beyond the bound"),
        ("isset .Values.global `hub`", ""),
    ],
)
def test_wrong_argument(expression: str, message: str) -> None:
    with pytest.raises(InjectionError, match="failed to run injection template 'sidecar'.*" + message):
        rendered(expression)


def test_functions_of_sprig_are_there_too() -> None:
    template = "spec: {containers: [{name: istio-proxy, image: '{{ list `a` `b` | join `-` | upper }}'}]}"
    assert container(injected(pod(), small_config(template)), "istio-proxy")["image"] == "A-B"
