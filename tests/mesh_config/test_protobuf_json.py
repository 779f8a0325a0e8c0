"""Expected texts are those of golang/protobuf's jsonpb with istio.io/api v1.31.4, unknown fields allowed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.mesh_config.mesh_config import MESH_CONFIG, PROXY_CONFIG
from kubectl_inject.mesh_config.protobuf import MessageField, message_type
from kubectl_inject.mesh_config.protobuf_json import MessageError, decode_message, message_json

# fmt: off
PROXY_CASES: list[tuple[dict[str, Any], str]] = [
    ({}, "{}"),
    ({"unknown": {"a": 1}}, "{}"),
    ({"statusPort": 15020, "configPath": "/etc"}, '{"configPath":"/etc","statusPort":15020}'),
    ({"status_port": "15020", "config_path": "/etc"}, '{"configPath":"/etc","statusPort":15020}'),
    # zero values and null
    ({"statusPort": 0, "configPath": "", "interceptionMode": "REDIRECT", "proxyMetadata": {}}, "{}"),
    ({"statusPort": None, "drainDuration": None, "proxyMetadata": None}, "{}"),
    ({"tracing": {}, "readinessProbe": {}}, '{"tracing":{},"readinessProbe":{}}'),
    # wrappers
    ({"concurrency": 0}, '{"concurrency":0}'),
    ({"concurrency": "2"}, '{"concurrency":2}'),
    # enums
    ({"interceptionMode": "TPROXY"}, '{"interceptionMode":"TPROXY"}'),
    ({"interceptionMode": 1}, '{"interceptionMode":"TPROXY"}'),
    ({"interceptionMode": 99}, '{"interceptionMode":99}'),
    ({"controlPlaneAuthPolicy": "MUTUAL_TLS"}, '{"controlPlaneAuthPolicy":"MUTUAL_TLS"}'),
    # durations
    ({"drainDuration": "1m30s"}, '{"drainDuration":"90s"}'),
    ({"drainDuration": "1.5s"}, '{"drainDuration":"1.500s"}'),
    ({"drainDuration": "100us"}, '{"drainDuration":"0.000100s"}'),
    ({"drainDuration": "-1ns"}, '{"drainDuration":"-0.000000001s"}'),
    ({"drainDuration": "0s"}, '{"drainDuration":"0s"}'),
    # texts, maps, lists
    ({"proxyMetadata": {"b": "<&>", "a": ""}}, '{"proxyMetadata":{"a":"","b":"\\u003c\\u0026\\u003e"}}'),
    ({"extraStatTags": ["b", "a"]}, '{"extraStatTags":["b","a"]}'),
    # fields that exclude each other: the last one declared stays
    (
        {"tracingServiceName": "APP_LABEL_AND_NAMESPACE", "serviceCluster": "x"},
        '{"tracingServiceName":"APP_LABEL_AND_NAMESPACE"}',
    ),
    ({"serviceCluster": ""}, '{"serviceCluster":""}'),
    ({"tracing": {"zipkin": {}, "lightstep": {}}}, '{"tracing":{"lightstep":{}}}'),
    # numbers
    ({"tracing": {"sampling": 100.0}}, '{"tracing":{"sampling":100}}'),
    ({"tracing": {"sampling": 1e-7}}, '{"tracing":{"sampling":1e-7}}'),
    ({"tracing": {"sampling": 1e21}}, '{"tracing":{"sampling":1e+21}}'),
]
# fmt: on


@pytest.mark.parametrize(("value", "text"), PROXY_CASES)
def test_proxy_config(value: dict[str, Any], text: str) -> None:
    assert message_json(decode_message(value, PROXY_CONFIG)) == text


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ([], "istio.mesh.v1alpha1.ProxyConfig: expected a mapping, found a list"),
        ({"statusPort": "x"}, "statusPort: expected a whole number (int32), found the string 'x'"),
        ({"statusPort": 1.5}, "statusPort: expected a whole number (int32), found the number 1.5"),
        ({"statusPort": 2**31}, "statusPort: expected a whole number (int32)"),
        ({"statusPort": True}, "statusPort: expected a whole number (int32), found true"),
        ({"concurrency": {}}, "concurrency: expected a whole number (int32), found a mapping"),
        ({"configPath": 1}, "configPath: expected a string, found the number 1 (put it in quotes)"),
        (
            {"interceptionMode": "SOME"},
            "expected one of REDIRECT, TPROXY, NONE, found the string 'SOME'",
        ),
        ({"interceptionMode": 2**31}, "interceptionMode: expected one of"),
        ({"interceptionMode": True}, "interceptionMode: expected one of"),
        ({"drainDuration": 45}, "drainDuration: expected a duration such as 45s or 1m30s, found the number 45"),
        ({"drainDuration": "45"}, "drainDuration: expected a duration such as 45s or 1m30s, found the string '45'"),
        ({"proxyMetadata": []}, "proxyMetadata: expected a mapping, found a list"),
        ({"proxyMetadata": {"a": 1}}, "proxyMetadata[a]: expected a string, found the number 1"),
        ({"extraStatTags": "a"}, "extraStatTags: expected a list, found the string 'a'"),
        ({"extraStatTags": ["a", 1]}, "extraStatTags[1]: expected a string"),
        ({"tracing": {"sampling": "all"}}, "tracing.sampling: expected a number, found the string 'all'"),
        ({"tracing": {"zipkin": 1}}, "tracing.zipkin: expected a mapping, found the number 1"),
        (
            {"proxy_headers": {"envoyDebugHeaders": {"disabled": "yes"}}},
            "expected true or false, found the string 'yes'",
        ),
    ],
)
def test_what_does_not_fit(value: Any, message: str) -> None:
    with pytest.raises(MessageError) as error:
        decode_message(value, PROXY_CONFIG)
    assert message in str(error.value)


def json_like(leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    names = st.sampled_from(["name", "settings", "mode", "value"]) | st.text(max_size=3)
    return st.recursive(
        leaves, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(names, inner, max_size=2), max_leaves=6
    )


LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["", "1", "45s", "-5", "99999999999999999999", "NONE"])
    | st.text(max_size=4)
)


def fields_of(name: str) -> st.SearchStrategy[str]:
    def names(field: MessageField) -> list[str]:
        return [field.json_name, field.proto_name]

    return st.sampled_from([name for field in message_type(name).fields for name in names(field)])


@pytest.mark.parametrize("name", [MESH_CONFIG, PROXY_CONFIG])
@given(data=st.data())
def test_any_object_decodes_to_what_decodes_again_or_is_refused(name: str, data: st.DataObject) -> None:
    value = data.draw(json_like(LEAVES) | st.dictionaries(fields_of(name), json_like(LEAVES), max_size=5))
    try:
        message = decode_message(value, name)
    except MessageError:
        return
    assert message.type.name == name
    assert all(field in {known.json_name for known in message.type.fields} for field in message.fields or {})
    assert message_json(message).startswith("{")
