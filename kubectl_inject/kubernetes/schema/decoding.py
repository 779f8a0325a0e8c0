"""Reading plain objects as Kubernetes' types: what the API server would refuse is an error here."""

from __future__ import annotations

from operator import is_

from kubectl_inject.errors import InjectionError
from kubectl_inject.kubernetes.schema.quantity import parse_quantity
from kubectl_inject.kubernetes.schema.types import FieldType, Kind
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self

_INTEGER_RANGE = {32: 2**31, 64: 2**63}
_NULL_IN_MAP = {Kind.STRING: "", Kind.QUANTITY: "0"}
_TIME = pattern(r"(?a)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)\Z")
_WITHOUT_ZONE = len("2026-01-02T15:04:05")
_SHOWN = 60


class FieldTypeError(InjectionError):
    """A field holds a value of the wrong type."""

    def __init__(self, path: str, expected: str, value: object) -> None:
        """Name the field by its path, such as ``spec.containers[0].ports``."""
        self._problem = f"expected {expected}, found {describe(value)}"
        self.path = path
        super().__init__(f"{path}: {self._problem}")

    def inside(self, outer: str) -> Self:
        """Return the error with the path of what holds the value in front of its own; ``outer`` may be empty."""
        dot = "." if outer and self.path and not self.path.startswith("[") else ""
        self.path = f"{outer}{dot}{self.path}"
        self.args = (f"{self.path}: {self._problem}",)
        return self


def describe(value: object) -> str:
    """Return a value's type and, where it is short, the value, in words for a message."""
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value).lower()
        case int() | float():
            return f"the number {value}"
        case str():
            return f"the string {value[:_SHOWN]!r}"
        case list():
            return "a list"
        case dict():
            return "a mapping"
        case _:
            return type(value).__name__


def decode(value: Any, kind: FieldType, path: str, *, coerce: bool) -> Any:
    """Return ``value`` as a value of type ``kind``, the same object where nothing had to change.

    Null fields, and fields that the type does not know, are kept. With ``coerce`` a number or boolean becomes a
    string where a string is wanted, as Kubernetes' YAML library does on the way to a typed object (a label
    ``version: 1`` is the string "1"), but as there, not within fields that a struct has from an embedded one (such as
    the headers of a probe's ``httpGet``). Raises FieldTypeError, ``path`` naming the field.
    """
    try:
        return _decoded(value, kind, coerce=coerce)
    except FieldTypeError as error:
        raise error.inside(path) from None


def _decoded(value: Any, kind: FieldType, *, coerce: bool) -> Any:
    """Return what ``decode`` does. The path of its FieldTypeError begins at the value."""
    match kind.kind:
        case Kind.STRUCT:
            return _decode_struct(value, kind, coerce=coerce)
        case Kind.MAP:
            return _decode_map(value, kind, coerce=coerce)
        case Kind.LIST:
            return _decode_list(value, kind, coerce=coerce)
        case Kind.STRING:
            return _decode_string(value, coerce=coerce)
        case Kind.INTEGER:
            return _decode_integer(value, kind)
        case _:
            if not _fits(value, kind.kind):
                raise FieldTypeError("", expected(kind), value)
            return value


def expected(kind: FieldType) -> str:
    """Return in words what a field of a type holds."""
    return f"{kind.kind} of {kind.bits} bits" if kind.bits else kind.kind


def _decode_struct(value: Any, kind: FieldType, *, coerce: bool) -> Any:
    if not isinstance(value, dict):
        raise FieldTypeError("", kind.kind, value)
    fields = kind.struct_type().by_json_name
    changed: dict[str, Any] = {}
    for name, item in value.items():
        field = fields.get(name)
        if item is None or field is None:
            continue
        if item.__class__ is str and field.type.kind == Kind.STRING:
            continue
        try:
            decoded = _decoded(item, field.type, coerce=coerce and not field.promoted)
        except FieldTypeError as error:
            raise error.inside(name) from None
        if decoded is not item:
            changed[name] = decoded
    return _with_changes(value, changed)


def _decode_map(value: Any, kind: FieldType, *, coerce: bool) -> Any:
    element = kind.element
    if not isinstance(value, dict) or element is None:
        raise FieldTypeError("", kind.kind, value)
    changed: dict[str, Any] = {}
    for name, item in value.items():
        if item.__class__ is str and element.kind == Kind.STRING:
            continue
        if item is None and element.kind in _NULL_IN_MAP:
            changed[name] = _NULL_IN_MAP[element.kind]
        elif item is not None:
            try:
                decoded = _decoded(item, element, coerce=coerce)
            except FieldTypeError as error:
                raise error.inside(f"[{name}]") from None
            if decoded is not item:
                changed[name] = decoded
    return _with_changes(value, changed)


def _decode_list(value: Any, kind: FieldType, *, coerce: bool) -> Any:
    element = kind.element
    if not isinstance(value, list) or element is None:
        raise FieldTypeError("", kind.kind, value)
    empty: Any = {} if element.kind == Kind.STRUCT else ""
    items: list[Any] = []
    for item in value:
        try:
            items.append(_decoded(empty if item is None else item, element, coerce=coerce))
        except FieldTypeError as error:
            raise error.inside(f"[{len(items)}]") from None
    return value if all(map(is_, items, value)) else items


def _decode_string(value: Any, *, coerce: bool) -> str:
    if isinstance(value, str):
        return value
    if coerce and isinstance(value, bool):
        return "true" if value else "false"
    if coerce and isinstance(value, int):
        return str(value)
    if coerce and isinstance(value, float):
        from kubectl_inject.manifests.parsing.scalars import key_text

        return key_text(value)
    raise FieldTypeError("", Kind.STRING, value)


def _decode_integer(value: Any, kind: FieldType) -> int:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    limit = _INTEGER_RANGE[kind.bits]
    if isinstance(value, bool) or not isinstance(value, int) or not -limit <= value < limit:
        raise FieldTypeError("", expected(kind), value)
    return value


def _fits(value: Any, kind: str) -> bool:
    match kind:
        case Kind.BOOLEAN:
            return isinstance(value, bool)
        case Kind.NUMBER:
            return isinstance(value, int | float) and not isinstance(value, bool)
        case Kind.QUANTITY:
            return not isinstance(value, bool) and parse_quantity(str(value).strip()) is not None
        case Kind.INT_OR_STRING:
            limit = _INTEGER_RANGE[32]
            return isinstance(value, str) or (type(value) is int and -limit <= value < limit)
        case Kind.TIME:
            return isinstance(value, str) and _is_time(value)
        case _:
            return True


def _is_time(text: str) -> bool:
    if not _TIME.match(text):
        return False
    from datetime import datetime

    try:
        datetime.fromisoformat(text[:_WITHOUT_ZONE])
    except ValueError:
        return False
    return True


def _with_changes(value: dict[str, Any], changed: dict[str, Any]) -> dict[str, Any]:
    """Return the mapping with some values replaced; itself where there are none."""
    return {**value, **changed} if changed else value


def with_required_numbers(value: dict[str, Any], kind: FieldType) -> dict[str, Any]:
    """Return a struct with the numbers and booleans that Kubernetes always writes, zero where they are not given.

    They are those that Go does not omit when empty, such as ``status.replicas`` of a StatefulSet.
    """
    required: dict[str, Any] = {}
    for field in kind.struct_type().always_written:
        given = value.get(field.json_name)
        if field.type.kind == Kind.STRUCT and isinstance(given, dict | None):
            filled = with_required_numbers(given or {}, field.type)
            if filled is not given and filled:
                required[field.json_name] = filled
        elif given is None and field.type.kind in (Kind.INTEGER, Kind.BOOLEAN):
            required[field.json_name] = field.type.kind != Kind.BOOLEAN and 0
    return {**value, **required} if required else value


def without_required_zeros(value: dict[str, Any], kind: FieldType) -> dict[str, Any]:
    """Return a struct without what ``with_required_numbers`` adds: the way back."""
    kept = value
    for field in kind.struct_type().always_written:
        name = field.json_name
        item = value.get(name)
        if field.type.kind == Kind.STRUCT and isinstance(item, dict):
            inner = without_required_zeros(item, field.type)
            if inner is not item:
                kept = {**kept, name: inner} if inner else _without(kept, name)
        elif field.type.kind in (Kind.INTEGER, Kind.BOOLEAN) and not item and name in value:
            kept = _without(kept, name)
    return kept


def _without(value: dict[str, Any], name: str) -> dict[str, Any]:
    return {given: item for given, item in value.items() if given != name}


def is_equal_but_nulls(first: Any, second: Any) -> bool:
    """Whether plain data are equal without the null fields of their mappings."""
    if first is second:
        return True
    if isinstance(first, dict) and isinstance(second, dict):
        names = [name for name, item in first.items() if item is not None]
        return (
            len(names) == sum(item is not None for item in second.values())
            and all(second.get(name) is not None for name in names)
            and all(is_equal_but_nulls(first[name], second[name]) for name in names)
        )
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(map(is_equal_but_nulls, first, second))
    return bool(first == second)


def without_nulls(value: Any, kind: FieldType | None = None) -> Any:
    """Return plain data without the null fields of their mappings, which mean the same as absent ones.

    With ``kind``, their type, null stays in a map of strings or quantities as the zero value that Kubernetes reads it
    as, for there the key counts.
    """
    if isinstance(value, dict):
        if kind is None:
            return {name: without_nulls(item) for name, item in value.items() if item is not None}
        if kind.kind == Kind.MAP:
            zero = _NULL_IN_MAP.get(kind.element.kind) if kind.element is not None else None
            filled = {name: zero if item is None else item for name, item in value.items()}
            return {name: without_nulls(item, kind.element) for name, item in filled.items() if item is not None}
        fields = kind.struct_type().by_json_name if kind.kind == Kind.STRUCT else {}
        return {
            name: without_nulls(item, fields[name].type if name in fields else None)
            for name, item in value.items()
            if item is not None
        }
    if isinstance(value, list):
        return [without_nulls(item, kind.element if kind is not None else None) for item in value]
    return value
