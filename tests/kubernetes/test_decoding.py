from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.kubernetes.schema.decoding import FieldTypeError, decode, with_required_numbers
from kubectl_inject.kubernetes.schema.types import CONTAINER, POD, FieldType, Kind, field_type

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
NO_REPLICAS = {"replicas": 0, "availableReplicas": 0}
POD_FIELDS = st.sampled_from(["containers", "volumes", "nodeSelector", "hostNetwork", "overhead", "securityContext"])


# Each message names the place, what is expected there, and what was found.
@pytest.mark.parametrize(
    ("pod", "message"),
    [
        ([], ": expected a mapping, found a list"),
        ({"spec": 1}, "spec: expected a mapping, found the number 1"),
        ({"spec": {"containers": {}}}, "spec.containers: expected a list, found a mapping"),
        ({"spec": {"containers": ["x"]}}, "spec.containers[0]: expected a mapping, found the string 'x'"),
        ({"spec": {"nodeSelector": []}}, "spec.nodeSelector: expected a mapping of names to values, found a list"),
        ({"spec": {"nodeSelector": {"a": {}}}}, "spec.nodeSelector[a]: expected a string, found a mapping"),
        ({"spec": {"hostNetwork": "yes"}}, "spec.hostNetwork: expected true or false, found the string 'yes'"),
        (
            {"spec": {"priority": 2**31}},
            "spec.priority: expected a whole number of 32 bits, found the number 2147",
        ),
        ({"spec": {"priority": 1.5}}, "spec.priority: expected a whole number of 32 bits, found the number 1.5"),
        ({"spec": {"priority": True}}, "spec.priority: expected a whole number of 32 bits, found true"),
        ({"spec": {"overhead": {"cpu": "much"}}}, "spec.overhead[cpu]: expected a quantity such as 100m or 128Mi"),
        ({"spec": {"overhead": {"cpu": True}}}, "spec.overhead[cpu]: expected a quantity"),
        ({"spec": {"nodeName": "x" * 99, "hostname": 1.5}}, "spec.hostname: expected a string, found the number 1.5"),
        ({"metadata": {"creationTimestamp": "today"}}, "metadata.creationTimestamp: expected a time such as"),
        ({"metadata": {"creationTimestamp": "2026-02-30T00:00:00Z"}}, "metadata.creationTimestamp: expected a time"),
    ],
)
def test_wrong_type(pod: Any, message: str) -> None:
    with pytest.raises(FieldTypeError) as error:
        decode(pod, POD, "", coerce=False)
    assert str(error.value).startswith(message)


@pytest.mark.parametrize("port", [1.5, True, [], 2**31])
def test_wrong_port_or_name(port: Any) -> None:
    with pytest.raises(FieldTypeError, match=r"^probe\.port: expected a whole number or a string"):
        decode({"port": port}, field_type("TCPSocketAction"), "probe", coerce=True)


@pytest.mark.parametrize(
    ("value", "kind", "decoded"),
    [
        ({"a": None}, "map[string]string", {"a": ""}),
        ({"cpu": None}, "map[string]quantity", {"cpu": "0"}),
        ([None, "a"], "[]string", ["", "a"]),
        ([None], "[]Container", [{}]),
        (3.0, "int32", 3),
    ],
)
def test_values_that_mean_another(value: Any, kind: str, decoded: Any) -> None:
    assert decode(value, field_type(kind), "x", coerce=False) == decoded


# As sigs.k8s.io/yaml turns scalars into strings; floats have the digits of 32 bits.
@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (1, "1"),
        (-(2**63), "-9223372036854775808"),
        (1.5, "1.5"),
        (2.0, "2"),
        (0.1, "0.1"),
        (1e6, "1e+06"),
        (123456789.25, "1.2345679e+08"),
        (1e-7, "1e-07"),
    ],
)
def test_scalars_become_strings_where_required(value: float, text: str) -> None:
    kind = FieldType(Kind.STRING)
    assert decode(value, kind, "x", coerce=True) == text
    with pytest.raises(FieldTypeError):
        decode(value, kind, "x", coerce=False)


@pytest.mark.parametrize(
    ("kind", "value", "field"),
    [
        ("Probe", {"httpGet": {"httpHeaders": [{"name": "X", "value": True}]}}, r"httpGet.httpHeaders\[0\].value"),
        ("Volume", {"configMap": {"name": 1}}, "configMap.name"),
    ],
)
def test_nothing_becomes_a_string_within_an_embedded_structs_field(kind: str, value: Any, field: str) -> None:
    with pytest.raises(FieldTypeError, match=f"x.{field}: expected a string"):
        decode(value, field_type(kind), "x", coerce=True)


@pytest.mark.parametrize("value", [[], {}, None])
def test_only_scalars_become_strings(value: Any) -> None:
    with pytest.raises(FieldTypeError, match=r"x: expected a string"):
        decode(value, FieldType(Kind.STRING), "x", coerce=True)


@pytest.mark.parametrize("time", ["2026-01-02T15:04:05Z", "2026-01-02T15:04:05.5+02:00"])
def test_time(time: str) -> None:
    assert decode(time, FieldType(Kind.TIME), "x", coerce=False) == time


def test_what_fits_stays_the_same_object() -> None:
    container = {"name": "app", "unknown": [1], "image": None, "ports": [{"containerPort": 80}]}
    assert decode(container, CONTAINER, "", coerce=False) is container


def test_changes_leave_the_input_alone() -> None:
    container = {"name": 1, "args": [1, "a"], "unknown": {"a": 1}}
    assert decode(container, CONTAINER, "", coerce=True) == {"name": "1", "args": ["1", "a"], "unknown": {"a": 1}}
    assert container == {"name": 1, "args": [1, "a"], "unknown": {"a": 1}}


@given(spec=st.dictionaries(POD_FIELDS, PLAIN, max_size=3), coerce=st.booleans())
def test_any_object_decodes_to_a_decoded_one_or_is_refused(spec: dict[str, Any], coerce: bool) -> None:
    try:
        decoded = decode({"spec": spec}, POD, "", coerce=coerce)
    except FieldTypeError as error:
        assert error.path.startswith("spec")  # noqa: PT017
    else:
        assert decode(decoded, POD, "", coerce=False) is decoded


@pytest.mark.parametrize(
    ("value", "kind", "filled"),
    [
        ({}, "StatefulSet", {"status": NO_REPLICAS}),
        ({"status": None}, "StatefulSet", {"status": NO_REPLICAS}),
        ({"status": {"replicas": 3}}, "StatefulSet", {"status": {"replicas": 3, "availableReplicas": 0}}),
        ({"kind": "Pod"}, "Pod", {"kind": "Pod"}),
        ({}, "TCPSocketAction", {}),
        ({"spec": "x"}, "StatefulSet", {"spec": "x", "status": NO_REPLICAS}),
    ],
)
def test_required_numbers(value: dict[str, Any], kind: str, filled: dict[str, Any]) -> None:
    assert with_required_numbers(value, field_type(kind)) == filled
