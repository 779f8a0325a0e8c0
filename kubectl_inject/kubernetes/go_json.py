"""JSON as Go's encoding/json writes Kubernetes' types: field order, omitted zero values, escapes."""

from __future__ import annotations

from functools import cache

from kubectl_inject.kubernetes.schema.quantity import canonical_quantity
from kubectl_inject.kubernetes.schema.types import FieldType, Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
_LEAST_PLAIN, _LEAST_LARGE = 1e-6, 1e21  # Go writes smaller and larger numbers with an exponent


def escape_html(text: str) -> str:
    """Escape in JSON text what Go's encoder escapes so that the JSON can stand in HTML."""
    return text.translate(_ESCAPES)


def plain_json(value: Any) -> str:
    """Return compact JSON of a plain value with sorted keys, as Go writes a map."""
    return escape_html(_written(value, sort_keys=True))


def ordered_json(value: Any) -> str:
    """Return compact JSON of a plain value with keys in the order they have."""
    return escape_html(_written(value, sort_keys=False))


def _written(value: Any, *, sort_keys: bool) -> str:
    match value:
        case str():
            return _text(value)
        case dict():
            names = sorted(value) if sort_keys else value
            return "{" + ",".join(f"{_text(name)}:{_written(value[name], sort_keys=sort_keys)}" for name in names) + "}"
        case list():
            return "[" + ",".join(_written(item, sort_keys=sort_keys) for item in value) + "]"
        case float():
            from kubectl_inject.gotemplate.fmt.floats import format_float

            verb = "f" if value == 0 or _LEAST_PLAIN <= abs(value) < _LEAST_LARGE else "e"
            return format_float(value, verb, None).replace("e-0", "e-")
        case _:
            return _text(value)


def _text(value: Any) -> str:
    if value.__class__ is str and value.isprintable() and '"' not in value and "\\" not in value:
        return f'"{value}"'
    if value.__class__ is int:
        return str(value)
    if value is None:
        return "null"
    return _encoder()(value)


@cache
def _encoder() -> Callable[[Any], str]:
    from json import JSONEncoder

    return JSONEncoder(ensure_ascii=False).encode


def go_value(value: Any, kind: FieldType) -> Any:
    """Return ``value`` as Go would marshal it: known fields in Go's order, without zero values that are omitted."""
    match kind.kind:
        case Kind.STRUCT:
            return _go_struct(value, kind)
        case Kind.LIST if kind.element is not None:
            return [go_value(item, kind.element) for item in value]
        case Kind.MAP if kind.element is not None:
            return {name: go_value(value[name], kind.element) for name in sorted(value)}
        case Kind.QUANTITY:
            return canonical_quantity(str(value).strip())
        case _:
            return value


def _go_struct(value: dict[str, Any], kind: FieldType) -> dict[str, Any]:
    written: dict[str, Any] = {}
    for field in kind.struct_type().fields:
        item = value.get(field.json_name)
        if item is None:
            if not field.omit_empty:
                written[field.json_name] = None if field.type.pointer else _zero_value(field.type)
        elif field.type.pointer or not field.omit_empty or item not in ("", 0, [], {}):
            written[field.json_name] = go_value(item, field.type)
    return written


def _zero_value(kind: FieldType) -> Any:
    match kind.kind:
        case Kind.STRUCT:
            return _go_struct({}, kind)
        case Kind.STRING:
            return ""
        case Kind.INTEGER | Kind.NUMBER | Kind.INT_OR_STRING:
            return 0
        case Kind.BOOLEAN:
            return False
        case Kind.QUANTITY:
            return "0"
        case _:
            return None
