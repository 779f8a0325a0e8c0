"""Protobuf's JSON: plain objects to messages and back, as golang/protobuf's jsonpb does it for Istio."""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.gotemplate.values import Int32, Int64, SizedInt, StringMap, Uint32, Uint64
from kubectl_inject.kubernetes.go_json import ordered_json
from kubectl_inject.kubernetes.schema.decoding import describe
from kubectl_inject.mesh_config.go_duration import parse_duration
from kubectl_inject.mesh_config.protobuf import (
    DURATION,
    STRUCT,
    WRAPPED,
    DurationValue,
    EnumValue,
    Message,
    MessageField,
    enum_numbers,
    message_type,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_INTEGERS: dict[str, type[SizedInt]] = {"int32": Int32, "int64": Int64, "uint32": Uint32, "uint64": Uint64}
_INT32_RANGE = 2**31


class MessageError(InjectionError):
    """A plain object does not fit the message; the text names the field, what was found and what is expected."""


def decode_message(value: Any, type_name: str, path: str = "") -> Message:
    """Return the message that a plain object, read from YAML or JSON, stands for.

    Names may be the JSON or the proto ones. As in Istio, fields that the message does not know are passed over.
    Raises MessageError.
    """
    if not isinstance(value, dict):
        raise MessageError(f"{path or type_name}: expected a mapping, found {describe(value)}")
    fields: dict[str, Any] = {}
    oneof_of: dict[str, str] = {}
    for field in message_type(type_name).fields:
        item = value.get(field.json_name, value.get(field.proto_name))
        if item is not None:
            if field.oneof:  # of several that exclude each other, the last one declared stays
                fields = {name: kept for name, kept in fields.items() if oneof_of[name] != field.oneof}
            oneof_of[field.json_name] = field.oneof
            fields[field.json_name] = _decode_field(
                item, field, f"{path}.{field.json_name}" if path else field.json_name
            )
    return Message(type_name, fields)


def _decode_field(value: Any, field: MessageField, path: str) -> Any:
    if field.label == "list":
        if not isinstance(value, list):
            raise MessageError(f"{path}: expected a list, found {describe(value)}")
        return [_decode_single(item, field, f"{path}[{index}]") for index, item in enumerate(value)]
    if field.label == "map":
        if not isinstance(value, dict):
            raise MessageError(f"{path}: expected a mapping, found {describe(value)}")
        entries = {name: _decode_single(item, field, f"{path}[{name}]") for name, item in value.items()}
        return StringMap(entries) if field.kind == "string" else entries
    return _decode_single(value, field, path)


def _decode_single(value: Any, field: MessageField, path: str) -> Any:
    match field.kind:
        case "message":
            return _decode_submessage(value, field.type_name, path)
        case "enum":
            return _decode_enum(value, field.type_name, path)
        case kind:
            return _decode_scalar(value, kind, path)


def _decode_submessage(value: Any, type_name: str, path: str) -> Any:
    if type_name == STRUCT:
        if not isinstance(value, dict):
            raise MessageError(f"{path}: expected a mapping, found {describe(value)}")
        return value
    if type_name == DURATION:
        nanoseconds = parse_duration(value) if isinstance(value, str) else None
        if nanoseconds is None:
            raise MessageError(f"{path}: expected a duration such as 45s or 1m30s, found {describe(value)}")
        return DurationValue(nanoseconds)
    if type_name in WRAPPED:
        return Message(type_name, {"value": _decode_scalar(value, WRAPPED[type_name], path)})
    return decode_message(value, type_name, path)


def _decode_enum(value: Any, type_name: str, path: str) -> EnumValue:
    numbers = enum_numbers(type_name)
    if isinstance(value, str) and value in numbers:
        return EnumValue(numbers[value], type_name)
    if isinstance(value, int) and not isinstance(value, bool) and -_INT32_RANGE <= value < _INT32_RANGE:
        return EnumValue(value, type_name)
    raise MessageError(f"{path}: expected one of {', '.join(numbers)}, found {describe(value)}")


def _decode_scalar(value: Any, kind: str, path: str) -> Any:
    if kind in _INTEGERS:
        return _decode_integer(value, kind, path)
    if kind in ("string", "bytes"):
        if not isinstance(value, str):
            raise MessageError(f"{path}: expected a string, found {describe(value)} (put it in quotes)")
        return value
    if kind == "bool":
        if not isinstance(value, bool):
            raise MessageError(f"{path}: expected true or false, found {describe(value)}")
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise MessageError(f"{path}: expected a number, found {describe(value)}")
    return float(value)


def _decode_integer(value: Any, kind: str, path: str) -> int:
    number = value
    if (isinstance(value, str) and len(value) <= 20 and value.isascii() and value.removeprefix("-").isdecimal()) or (
        isinstance(value, float) and value.is_integer()
    ):
        number = int(value)
    sized = _INTEGERS[kind]
    low, high = (-(2 ** (sized.bits - 1)), 2 ** (sized.bits - 1)) if sized.signed else (0, 2**sized.bits)
    if isinstance(number, bool) or not isinstance(number, int) or not low <= number < high:
        raise MessageError(f"{path}: expected a whole number ({kind}), found {describe(value)}")
    return sized(number)


def message_json(message: Message) -> str:
    """Return compact JSON of a message: fields in the order of declaration, zero values left out."""
    return ordered_json(plain_message(message))


def plain_message(message: Message) -> dict[str, Any]:
    """Return a message as plain values, as protobuf's JSON spells them."""
    fields = message.fields or {}
    return {
        field.json_name: _plain_field(fields[field.json_name], field)
        for field in message.type.fields
        if field.json_name in fields and not _left_out(fields[field.json_name], field)
    }


def _left_out(value: Any, field: MessageField) -> bool:
    """Whether jsonpb omits the value: a zero scalar outside a oneof, an empty list or map."""
    if field.kind == "message" and not field.label:
        return False
    if isinstance(value, EnumValue):
        return value.number == 0 and not field.oneof
    return not value and not field.oneof


def _plain_field(value: Any, field: MessageField) -> Any:
    if field.label == "list":
        return [_plain_single(item) for item in value]
    if field.label == "map":
        return {name: _plain_single(value[name]) for name in sorted(value)}
    return _plain_single(value)


def _plain_single(value: Any) -> Any:
    match value:
        case Message() if value.type.name in WRAPPED:
            return _plain_single(value.get("value"))
        case Message():
            return plain_message(value)
        case EnumValue():
            return value.name if value.name in enum_numbers(value.type_name) else value.number
        case DurationValue():
            return _plain_duration(value.nanoseconds or 0)
        case Int64() | Uint64():
            return str(int(value))
        case _:
            return value


def _plain_duration(nanoseconds: int) -> str:
    """Return seconds with 0, 3, 6 or 9 decimals, as protobuf's JSON wants."""
    seconds, rest = divmod(abs(nanoseconds), 10**9)
    decimals = f".{rest:09d}" if rest else ""
    while decimals.endswith("000"):
        decimals = decimals[:-3]
    return f"{'-' if nanoseconds < 0 else ''}{seconds}{decimals}s"
