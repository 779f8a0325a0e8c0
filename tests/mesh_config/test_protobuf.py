from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.gotemplate.values import Int32, Int64, NoSuchFieldError, StringMap
from kubectl_inject.mesh_config.mesh_config import PROXY_CONFIG
from kubectl_inject.mesh_config.protobuf import WRAPPED, DurationValue, EnumValue, Message, message_type
from kubectl_inject.mesh_config.protobuf_json import decode_message
from kubectl_inject.mesh_config.types_table import ENUMS, MESSAGES

MODE = "istio.mesh.v1alpha1.ProxyConfig.InboundInterceptionMode"
SECOND = 10**9


def proxy(**fields: Any) -> Message:
    return decode_message(fields, PROXY_CONFIG)


def call(value: Message | DurationValue | EnumValue, name: str) -> object:
    method = value.go_method(name)
    assert method is not None
    return method.call()


@pytest.mark.parametrize("name", MESSAGES)
def test_table_leads_only_to_types_it_has(name: str) -> None:
    for field in message_type(name).fields:
        if field.kind == "enum":
            assert field.type_name in ENUMS
        elif field.kind == "message" and not field.type_name.startswith("google.protobuf."):
            assert field.type_name in MESSAGES
        elif field.type_name:
            assert field.type_name in {*WRAPPED, "google.protobuf.Duration", "google.protobuf.Struct"}


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("ConfigPath", "", str),
        ("StatusPort", 0, Int32),
        ("ProxyMetadata", {}, StringMap),
        ("ExtraStatTags", [], list),
        ("InterceptionMode", EnumValue(0, MODE), EnumValue),
        ("DrainDuration", DurationValue(None), DurationValue),
        ("Tracing", Message("istio.mesh.v1alpha1.Tracing", None), Message),
    ],
)
def test_fields_not_set_have_zero_values(name: str, value: object, kind: type) -> None:
    assert proxy().go_field(name) == value
    assert type(proxy().go_field(name)) is kind


@pytest.mark.parametrize("name", ["statusPort", "Nothing", "ServiceCluster"])
def test_names_that_are_no_fields(name: str) -> None:
    """Those of a oneof are reached by their getter only."""
    with pytest.raises(NoSuchFieldError):
        proxy(serviceCluster="x").go_field(name)


def test_getters_work_on_a_nil_message_too() -> None:
    nil = proxy().go_field("Tracing")
    assert isinstance(nil, Message)
    assert (nil.go_is_nil(), nil.go_truth(), nil.go_print()) == (True, False, "<nil>")
    assert call(nil, "GetSampling") == 0.0
    assert call(proxy(serviceCluster="x"), "GetServiceCluster") == "x"
    assert nil.go_method("Sampling") is None


def test_enum() -> None:
    value = EnumValue(1, MODE)
    assert (value.name, value.go_print(), call(value, "String"), call(value, "Number")) == (
        "TPROXY",
        *["TPROXY"] * 2,
        1,
    )
    assert (value.go_type, value.go_kind, value.go_basic) == (
        "v1alpha1.ProxyConfig_InboundInterceptionMode",
        "int32",
        1,
    )
    assert (value.go_truth(), EnumValue(0, MODE).go_truth()) == (True, False)
    assert EnumValue(99, MODE).name == "99"
    assert value.go_method("Name") is None
    assert value == EnumValue(1, MODE) != EnumValue(1, "istio.mesh.v1alpha1.AuthenticationPolicy")
    assert len({value, EnumValue(1, MODE)}) == 1


@pytest.mark.parametrize(
    ("nanoseconds", "seconds", "nanos", "text"),
    [
        (90 * SECOND + 5, 90, 5, "1m30.000000005s"),
        (-SECOND - 5, -1, -5, "-1.000000005s"),
        (0, 0, 0, "0s"),
        (None, 0, 0, "0s"),
    ],
)
def test_duration(nanoseconds: int | None, seconds: int, nanos: int, text: str) -> None:
    value = DurationValue(nanoseconds)
    assert (value.go_field("Seconds"), value.go_field("Nanos")) == (Int64(seconds), Int32(nanos))
    assert (call(value, "GetSeconds"), call(value, "GetNanos"), call(value, "AsDuration")) == (seconds, nanos, text)
    assert value.go_is_nil() is (nanoseconds is None)
    with pytest.raises(NoSuchFieldError):
        value.go_field("Hours")


def test_with_fields_makes_another_message() -> None:
    first = proxy(statusPort=1, configPath="/a")
    second = first.with_fields(statusPort=None, configPath="/b")
    assert (first, second) == (proxy(statusPort=1, configPath="/a"), proxy(configPath="/b"))
    assert first != second


def test_go_type() -> None:
    assert proxy().go_type == "*v1alpha1.ProxyConfig"
    concurrency = proxy(concurrency=2).go_field("Concurrency")
    assert isinstance(concurrency, Message)
    assert (concurrency.go_type, concurrency.go_field("Value")) == ("*wrapperspb.Int32Value", 2)


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, ""),
        ({"statusPort": 1, "configPath": "/a"}, 'config_path:"/a" status_port:1'),
        ({"tracing": {"zipkin": {"address": "z"}}}, 'tracing:{zipkin:{address:"z"}}'),
        ({"drainDuration": "500ms", "statusPort": 1}, "drain_duration:{nanos:500000000} status_port:1"),
        (
            {"drainDuration": "45s", "interceptionMode": "TPROXY"},
            "drain_duration:{seconds:45} interception_mode:TPROXY",
        ),
    ],
)
def test_print(fields: dict[str, Any], text: str) -> None:
    assert proxy(**fields).go_print() == text
