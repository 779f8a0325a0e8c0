"""Expected texts are those of Go's encoding/json, the structs' with the types of k8s.io/api v0.36.3."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.kubernetes.go_json import go_value, ordered_json, plain_json
from kubectl_inject.kubernetes.schema.types import field_type


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        ({"b": [], "a": {}}, '{"a":{},"b":[]}'),
        ([1, "a", False], '[1,"a",false]'),
        # numbers
        (15020.0, "15020"),
        (-0.0, "-0"),
        (1.5, "1.5"),
        (1e-5, "0.00001"),
        (1e-7, "1e-7"),
        (1e-10, "1e-10"),
        (1e20, "100000000000000000000"),
        (1e21, "1e+21"),
        (9223372036854775808.0, "9223372036854776000"),
        # texts
        ("<a href='x'>&", "\"\\u003ca href='x'\\u003e\\u0026\""),
        ("é\u2028\u2029\x7f", '"é\\u2028\\u2029\x7f"'),
        ('\x01\b\f\n\t"\\/', '"\\u0001\\b\\f\\n\\t\\"\\\\/"'),
    ],
)
def test_plain_values(value: Any, text: str) -> None:
    assert plain_json(value) == text


def test_ordered_json_keeps_the_order() -> None:
    assert ordered_json({"b": {"z": 1, "a": 2}, "a": 1}) == '{"b":{"z":1,"a":2},"a":1}'


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("ContainerPort", {"containerPort": 80, "name": "http"}, '{"name":"http","containerPort":80}'),
        ("ContainerPort", {"hostPort": 0, "name": ""}, '{"containerPort":0}'),
        ("Container", {}, '{"name":"","resources":{}}'),
        ("Container", {"name": "a", "unknown": 1, "args": [], "env": None}, '{"name":"a","resources":{}}'),
        ("SecurityContext", {"privileged": False, "runAsUser": 0}, '{"privileged":false,"runAsUser":0}'),
        ("GRPCAction", {"port": 80}, '{"port":80,"service":null}'),
        ("GRPCAction", {"port": 80, "service": ""}, '{"port":80,"service":""}'),
        ("HTTPGetAction", {"port": "http", "path": "/<"}, '{"path":"/\\u003c","port":"http"}'),
        ("HTTPGetAction", {}, '{"port":0}'),
        (
            "ResourceRequirements",
            {"limits": {"memory": "0.5Gi", "cpu": " 1000m "}},
            '{"limits":{"cpu":"1","memory":"512Mi"}}',
        ),
        ("EmptyDirVolumeSource", {"sizeLimit": 1024}, '{"sizeLimit":"1024"}'),
        ("ObjectMeta", {"labels": {"b": "1", "a": "2"}, "annotations": {}}, '{"labels":{"a":"2","b":"1"}}'),
    ],
)
def test_structs(kind: str, value: dict[str, Any], text: str) -> None:
    assert ordered_json(go_value(value, field_type(kind))) == text


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**53), 2**53)
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=6,
    )
)
def test_json_says_what_the_value_says(value: Any) -> None:
    assert json.loads(plain_json(value), parse_int=float) == value
