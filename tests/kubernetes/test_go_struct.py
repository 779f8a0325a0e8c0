from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.gotemplate.values import Int32, Int64, NoSuchFieldError, StringList, StringMap
from kubectl_inject.kubernetes.go_struct import GoIntOrString, GoStruct, go_value_of
from kubectl_inject.kubernetes.schema.types import CONTAINER, POD, FieldType, field_type


def field_of(struct: str, value: dict[str, Any], *path: str) -> object:
    found: object = GoStruct(value, field_type(struct))
    for name in path:
        assert isinstance(found, GoStruct)
        found = found.go_field(name)
    return found


@pytest.mark.parametrize(
    ("struct", "value", "path", "found", "kind"),
    [
        ("Container", {}, ["Name"], "", str),
        ("Container", {"name": "a"}, ["Name"], "a", str),
        ("Container", {"args": ["a"]}, ["Args"], ["a"], StringList),
        ("Container", {}, ["Args"], [], StringList),
        ("Container", {}, ["Ports"], [], list),
        ("ObjectMeta", {}, ["Labels"], {}, StringMap),
        ("ContainerPort", {"containerPort": 80}, ["ContainerPort"], 80, Int32),
        ("ContainerPort", {}, ["ContainerPort"], 0, Int32),
        ("ObjectMeta", {"generation": 2}, ["Generation"], 2, Int64),
        ("SecurityContext", {}, ["RunAsUser"], None, type(None)),
        ("SecurityContext", {"runAsUser": 0}, ["RunAsUser"], 0, Int64),
        ("PodSpec", {}, ["HostNetwork"], False, bool),
        ("ResourceRequirements", {"limits": {"cpu": 1}}, ["Limits"], {"cpu": "1"}, dict),
    ],
)
def test_fields(struct: str, value: dict[str, Any], path: list[str], found: object, kind: type) -> None:
    result = field_of(struct, value, *path)
    assert result == found
    assert type(result) is kind


def test_field_of_another_name() -> None:
    with pytest.raises(NoSuchFieldError, match=r"^name$"):
        GoStruct({"name": "a"}, CONTAINER).go_field("name")


def test_structs_within() -> None:
    pod = {"spec": {"containers": [{"name": "a"}]}}
    containers = field_of("Pod", pod, "Spec", "Containers")
    assert isinstance(containers, list)
    assert [item.go_field("Name") for item in containers] == ["a"]


def test_pointers_and_structs() -> None:
    pointer = field_of("Container", {}, "SecurityContext")
    struct = field_of("Container", {}, "Resources")
    assert isinstance(pointer, GoStruct)
    assert isinstance(struct, GoStruct)
    assert (pointer.go_is_nil(), pointer.go_truth(), pointer.go_type) == (True, False, "*v1.SecurityContext")
    assert (struct.go_is_nil(), struct.go_truth(), struct.go_type) == (False, True, "v1.ResourceRequirements")
    assert GoStruct({}, POD).go_kind == "struct"


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        ({"name": "a", "containerPort": 80}, "ContainerPort", "{a 0 80  }"),
        ({"name": "A", "value": "x"}, "EnvVar", "{A x nil}"),
        (None, "*LocalObjectReference", "nil"),
    ],
)
def test_print(value: dict[str, Any] | None, kind: str, text: str) -> None:
    assert GoStruct(value, field_type(kind)).go_print() == text


@pytest.mark.parametrize(
    ("value", "fields", "text"), [(80, [0, 80, ""], "80"), ("http", [1, 0, "http"], "http"), (None, [0, 0, ""], "0")]
)
def test_int_or_string(value: int | str | None, fields: list[object], text: str) -> None:
    port = go_value_of(value, field_type("int-or-string"))
    assert isinstance(port, GoIntOrString)
    assert [port.go_field(name) for name in ("Type", "IntVal", "StrVal")] == fields
    assert port.go_print() == text
    with pytest.raises(NoSuchFieldError):
        port.go_field("Value")


@pytest.mark.parametrize(("spelling", "zero"), [("quantity", ""), ("float64", 0.0), ("time", None), ("any", None)])
def test_zero_values(spelling: str, zero: object) -> None:
    kind: FieldType = field_type(spelling)
    assert go_value_of(None, kind) == zero
