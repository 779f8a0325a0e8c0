"""The types of Kubernetes' workload fields, as descriptors made from the generated table."""

from __future__ import annotations

from functools import cache

from kubectl_inject.kubernetes.schema.types_table import NOTHING, PROMOTED, TYPES
from kubectl_inject.startup.frozen import dataclass


class Kind:
    """What a field holds, in the words that messages use for it.

    It is no Enum, which takes four times as long to give a member: they are asked for some hundred times a workload.
    """

    STRUCT = "a mapping"
    MAP = "a mapping of names to values"
    LIST = "a list"
    STRING = "a string"
    INTEGER = "a whole number"
    NUMBER = "a number"
    BOOLEAN = "true or false"
    QUANTITY = "a quantity such as 100m or 128Mi"
    INT_OR_STRING = "a whole number or a string"
    TIME = "a time such as 2026-01-02T15:04:05Z"
    ANY = "any value"


@dataclass(frozen=True, slots=True)
class FieldType:
    """A type: ``element`` is what a list or map holds, ``struct`` the name of a struct's type."""

    kind: str
    element: FieldType | None = None
    struct: str = ""
    pointer: bool = False
    bits: int = 0

    def struct_type(self) -> StructType:
        """Return the descriptor of the struct. Only for Kind.STRUCT."""
        return struct_type(self.struct)


@dataclass(frozen=True, slots=True)
class CustomType(FieldType):
    """The type of an object of which no more is known than where its Pod templates lie, or of a part of one.

    ``templates`` are the ways to these, ``LIST_ITEM`` standing for any item of a list. Whatever else is in it is kept.
    """

    templates: tuple[tuple[str, ...], ...] = ()

    def struct_type(self) -> StructType:
        """Return the descriptor of what is known of it."""
        return _custom_struct(self.templates, self.struct)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a struct.

    ``merge_key`` is the key by which a strategic merge patch finds items of a list; empty for lists that are
    replaced whole. ``merge_primitives`` marks lists of plain values that are merged. ``promoted`` marks fields of an
    embedded struct, such as a probe's ``httpGet``.
    """

    json_name: str
    go_name: str
    type: FieldType
    omit_empty: bool
    merge_key: str
    merge_primitives: bool
    promoted: bool


@dataclass(frozen=True, slots=True)
class StructType:
    """A struct: its fields in Go's order, findable by JSON name and by Go name."""

    name: str
    fields: tuple[Field, ...]
    by_json_name: dict[str, Field]
    by_go_name: dict[str, Field]
    always_written: tuple[Field, ...]
    """Those that Go writes when they are zero too."""


_SCALARS = {
    "string": FieldType(Kind.STRING),
    "bool": FieldType(Kind.BOOLEAN),
    "int32": FieldType(Kind.INTEGER, bits=32),
    "int64": FieldType(Kind.INTEGER, bits=64),
    "float64": FieldType(Kind.NUMBER),
    "quantity": FieldType(Kind.QUANTITY),
    "int-or-string": FieldType(Kind.INT_OR_STRING),
    "time": FieldType(Kind.TIME),
    "any": FieldType(Kind.ANY),
}


@cache
def field_type(spelling: str) -> FieldType:
    """Return the type that the table spells so, such as ``[]Container`` or ``map[string]string``."""
    if spelling in _SCALARS:
        return _SCALARS[spelling]
    if spelling.startswith("*"):
        inner = field_type(spelling[1:])
        return FieldType(inner.kind, inner.element, inner.struct, pointer=True, bits=inner.bits)
    if spelling.startswith("[]"):
        return FieldType(Kind.LIST, field_type(spelling[2:]))
    if spelling.startswith("map[string]"):
        return FieldType(Kind.MAP, field_type(spelling[len("map[string]") :]))
    return FieldType(Kind.STRUCT, struct=spelling)


@cache
def struct_type(name: str) -> StructType:
    """Return the descriptor of a struct of the table, such as ``PodSpec``."""
    fields = []
    promoted = PROMOTED.get(name, "").split()
    for line in TYPES[name].splitlines():
        json_name, go_name, spelling, empty, merge_key, strategies = line.split(" ")
        kind = field_type(spelling)
        merges = "merge" in strategies.split(",") and kind.kind == Kind.LIST
        # By position, which takes half the time: there are some hundreds of them.
        fields.append(
            Field(
                json_name,
                go_name,
                kind,
                empty == "omitted",
                merge_key if merges and merge_key != NOTHING else "",
                merges and merge_key == NOTHING,
                json_name in promoted,
            )
        )
    return StructType(
        name,
        tuple(fields),
        {f.json_name: f for f in fields},
        {f.go_name: f for f in fields},
        tuple(f for f in fields if not (f.omit_empty or f.type.pointer)),
    )


POD = FieldType(Kind.STRUCT, struct="Pod")
CONTAINER = FieldType(Kind.STRUCT, struct="Container")

LIST_ITEM = "[]"
_OBJECT, _PART = "object", "part of an object"


@cache
def custom_type(templates: tuple[tuple[str, ...], ...]) -> FieldType:
    """Return the type of an object with Pod templates at the given paths; see CustomType."""
    return CustomType(Kind.STRUCT, struct=_OBJECT, templates=templates)


def _part_type(templates: tuple[tuple[str, ...], ...]) -> FieldType:
    if () in templates:
        return field_type("PodTemplateSpec")
    items = tuple(path[1:] for path in templates if path[0] == LIST_ITEM)
    if items:
        return FieldType(Kind.LIST, _part_type(items))
    return CustomType(Kind.STRUCT, struct=_PART, templates=templates)


@cache
def _custom_struct(templates: tuple[tuple[str, ...], ...], struct: str) -> StructType:
    types = {name: _part_type(tuple(path[1:] for path in templates if path[0] == name))
             for name in dict.fromkeys(path[0] for path in templates)}  # fmt: skip
    if struct == _OBJECT:
        types = {"metadata": field_type("ObjectMeta"), **types}
    # Items of lists that have names are mostly told apart by them, and none is where they have none.
    fields = tuple(
        Field(name, name, kind, True, "name" if kind.kind == Kind.LIST else "", False, False)
        for name, kind in types.items()
    )
    by_name = {each.json_name: each for each in fields}
    return StructType(struct, fields, by_name, by_name, ())
