from __future__ import annotations

import pytest

from kubectl_inject.kubernetes.schema.types import Kind, field_type, struct_type
from kubectl_inject.kubernetes.schema.types_table import TYPES


@pytest.mark.parametrize("name", TYPES)
def test_table_leads_only_to_types_it_has(name: str) -> None:
    for field in struct_type(name).fields:
        kind = field.type
        while kind.element is not None:
            kind = kind.element
        assert kind.kind != Kind.STRUCT or kind.struct in TYPES
        assert (kind.kind == Kind.INTEGER) == (kind.bits in (32, 64))


def test_spellings_nest() -> None:
    kind = field_type("map[string][]*int64")
    assert (kind.kind, kind.element and kind.element.kind) == (Kind.MAP, Kind.LIST)
    number = kind.element and kind.element.element
    assert number is not None
    assert (number.kind, number.pointer, number.bits) == (Kind.INTEGER, True, 64)


@pytest.mark.parametrize(
    ("struct", "field", "merge_key", "merge_primitives"),
    [
        ("PodSpec", "containers", "name", False),
        ("PodSpec", "volumes", "name", False),
        ("PodSpec", "tolerations", "", False),
        ("PodSpec", "securityContext", "", False),
        ("Container", "ports", "containerPort", False),
        ("Container", "volumeMounts", "mountPath", False),
        ("Container", "args", "", False),
        ("ObjectMeta", "finalizers", "", True),
        ("DeploymentSpec", "strategy", "", False),
    ],
)
def test_how_fields_merge(struct: str, field: str, merge_key: str, merge_primitives: bool) -> None:
    found = struct_type(struct).by_json_name[field]
    assert (found.merge_key, found.merge_primitives) == (merge_key, merge_primitives)
