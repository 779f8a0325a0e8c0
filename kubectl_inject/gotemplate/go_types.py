"""Names and kinds of Go's types, for values as module values describes them."""

from __future__ import annotations

from enum import Enum

from kubectl_inject.gotemplate.values import (
    GoObject,
    Int32,
    Int64,
    SizedInt,
    StringList,
    StringMap,
    Uint8,
    Uint32,
    Uint64,
)

ANY_TYPE = "interface {}"

_NAMES: dict[type, str] = {
    type(None): "<nil>",
    bool: "bool",
    str: "string",
    int: "int",
    float: "float64",
    complex: "complex128",
    list: "[]interface {}",
    StringList: "[]string",
    dict: "map[string]interface {}",
    StringMap: "map[string]string",
}

PLAIN_TYPES = frozenset({*_NAMES, Int64, Int32, Uint8, Uint32, Uint64})
"""Types whose truth is the same for Python as for Go; others may be GoObjects."""


class BasicKind(Enum):
    """The kinds of values that can be compared and ordered; the value has no meaning."""

    BOOL = 1
    INT = 2
    UINT = 3
    FLOAT = 4
    COMPLEX = 5
    STRING = 6


_BASIC_KINDS: dict[type, BasicKind] = {
    bool: BasicKind.BOOL,
    str: BasicKind.STRING,
    int: BasicKind.INT,
    float: BasicKind.FLOAT,
    complex: BasicKind.COMPLEX,
    Int64: BasicKind.INT,
    Int32: BasicKind.INT,
    Uint8: BasicKind.UINT,
    Uint32: BasicKind.UINT,
    Uint64: BasicKind.UINT,
}


def type_name(value: object) -> str:
    """Return the type of a value as Go's %T prints it."""
    name = _NAMES.get(type(value))
    if name is None:
        if isinstance(value, (SizedInt, GoObject)):
            return value.go_type
        return next((known for kind, known in _NAMES.items() if isinstance(value, kind)), type(value).__name__)
    return name


def item_type_name(container: object) -> str:
    """Return the type of what a list or map holds, as Go's %T prints it."""
    return "string" if isinstance(container, (StringList, StringMap)) else ANY_TYPE


def basic_kind(value: object) -> BasicKind | None:
    """Return the kind of a value, None for what is neither boolean, number nor string."""
    kind = _BASIC_KINDS.get(type(value))
    if kind is None:
        if isinstance(value, SizedInt):
            return BasicKind.INT if value.signed else BasicKind.UINT
        if isinstance(value, GoObject) and value.go_kind != "ptr":
            return basic_kind(value.go_basic)
    return kind


def basic_value(value: object) -> object:
    """Return what comparison sees of a value: an enum's number, any other value itself."""
    return value.go_basic if isinstance(value, GoObject) and value.go_basic is not None else value


def is_true(value: object) -> bool:
    """Tell whether ``if`` takes a value for true."""
    return value.go_truth() if isinstance(value, GoObject) else bool(value)
