"""Protobuf messages by descriptor: reading them from plain objects, and seeing them as Go's templates do."""

from __future__ import annotations

from functools import cache

from kubectl_inject.gotemplate.functions import Function
from kubectl_inject.gotemplate.values import GoObject, Int32, Int64, NoSuchFieldError, StringMap, Uint32, Uint64
from kubectl_inject.mesh_config.go_duration import format_duration
from kubectl_inject.mesh_config.types_table import ENUMS, MESSAGES, NOTHING
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

DURATION = "google.protobuf.Duration"
STRUCT = "google.protobuf.Struct"
WRAPPED = {
    "google.protobuf.BoolValue": "bool",
    "google.protobuf.StringValue": "string",
    "google.protobuf.Int32Value": "int32",
    "google.protobuf.Int64Value": "int64",
    "google.protobuf.UInt32Value": "uint32",
    "google.protobuf.UInt64Value": "uint64",
    "google.protobuf.DoubleValue": "double",
    "google.protobuf.FloatValue": "float",
}
_GO_PACKAGES = {"google.protobuf": "wrapperspb"}


@dataclass(frozen=True, slots=True)
class MessageField:
    """A field: ``label`` is "", "list" or "map"; ``kind`` a scalar's name, "enum" or "message"."""

    json_name: str
    proto_name: str
    go_name: str
    label: str
    kind: str
    type_name: str
    oneof: str


@dataclass(frozen=True, slots=True)
class MessageType:
    """A message's fields in the order of its declaration."""

    name: str
    fields: tuple[MessageField, ...]
    by_go_name: dict[str, MessageField]
    by_json_name: dict[str, MessageField]


@cache
def message_type(name: str) -> MessageType:
    """Return the descriptor of a message by its full name."""
    lines = f"value value {NOTHING} {WRAPPED[name]}" if name in WRAPPED else MESSAGES.get(name, "")
    fields = tuple([_field(*line.split(" ", 3)) for line in lines.splitlines()])
    by_go_name = {field.go_name: field for field in fields}
    return MessageType(name, fields, by_go_name, {field.json_name: field for field in fields})


@cache
def enum_numbers(name: str) -> dict[str, int]:
    """Return the numbers of an enum's values, by the enum's full name and by theirs."""
    values = [line.split(" ") for line in ENUMS[name].splitlines()]
    return {value: int(number) for value, number in values}


def _field(json_name: str, proto_name: str, oneof: str, spelling: str) -> MessageField:
    label = ""
    if spelling.startswith("[]"):
        label, spelling = "list", spelling[2:]
    elif spelling.startswith("map["):
        label, spelling = "map", spelling.partition("]")[2]
    kind, _, type_name = spelling.partition(" ")
    go_name = "".join(part[:1].upper() + part[1:] for part in proto_name.split("_"))
    return MessageField(json_name, proto_name, go_name, label, kind, type_name, oneof if oneof != NOTHING else "")


class EnumValue(GoObject):
    """A value of an enum: prints as its name, compares as its number."""

    __slots__ = ("number", "type_name")

    def __init__(self, number: int, type_name: str) -> None:
        """Hold the number of a value of the enum with that full name."""
        self.number = number
        self.type_name = type_name

    @property
    def name(self) -> str:
        """The value's name, or its number where the enum has no such value."""
        names = (name for name, number in enum_numbers(self.type_name).items() if number == self.number)
        return next(names, str(self.number))

    @property
    def go_type(self) -> str:
        """The type as Go's %T prints it."""
        return _go_type(self.type_name)

    @property
    def go_kind(self) -> str:
        """Enums are int32."""
        return "int32"

    @property
    def go_basic(self) -> object:
        """The number."""
        return Int32(self.number)

    def go_truth(self) -> bool:
        """Zero is false."""
        return self.number != 0

    def go_method(self, name: str) -> Function | None:
        """Offer String and Number."""
        match name:
            case "String":
                return Function(name, lambda: self.name)
            case "Number":
                return Function(name, lambda: Int32(self.number))
            case _:
                return None

    def go_print(self) -> str:
        """Return the name."""
        return self.name

    def __eq__(self, other: object) -> bool:
        """Values are equal when enum and number are."""
        return isinstance(other, EnumValue) and (self.number, self.type_name) == (other.number, other.type_name)

    def __hash__(self) -> int:
        """Hash by number."""
        return hash(self.number)


class Message(GoObject):
    """A message, or a nil pointer to one where ``fields`` is None.

    ``fields`` maps JSON names to values: str, bool, bytes as str, sized ints, float, EnumValue, Message, or lists
    and dicts of these. Fields that were not set are not in it. Messages are not changed once made.
    """

    __slots__ = ("fields", "type")

    def __init__(self, type_name: str, fields: Mapping[str, Any] | None) -> None:
        """Make a message of the type with that full name."""
        self.type = message_type(type_name)
        self.fields = fields

    def get(self, json_name: str) -> Any:
        """Return a field's value, or the zero value of its type where it was not set."""
        return self._value(self.type.by_json_name[json_name])

    def with_fields(self, **changes: Any) -> Message:
        """Return the message with fields replaced, by JSON name; None unsets one."""
        fields = {**(self.fields or {}), **changes}
        return Message(self.type.name, {name: value for name, value in fields.items() if value is not None})

    def _value(self, field: MessageField) -> Any:
        value = (self.fields or {}).get(field.json_name)
        return zero_value(field) if value is None else value

    @property
    def go_type(self) -> str:
        """The type as Go's %T prints it."""
        return "*" + _go_type(self.type.name)

    def go_is_nil(self) -> bool:
        """Whether this is a nil pointer."""
        return self.fields is None

    def go_field(self, name: str) -> object:
        """Return a field by its Go name."""
        field = self.type.by_go_name.get(name)
        if field is None or field.oneof:
            raise NoSuchFieldError(name)
        return self._value(field)

    def go_method(self, name: str) -> Function | None:
        """Offer a getter for each field, which works on a nil message too, and String."""
        if name.startswith("Get") and (field := self.type.by_go_name.get(name[3:])) is not None:
            return Function(name, lambda: self._value(field))
        if name == "String":
            return Function(name, self.go_print)
        return None

    def go_contents(self) -> object:
        """Return the fields that were set."""
        return self.fields

    def go_print(self) -> str:
        """Return the message in protobuf's text format."""
        if self.fields is None:
            return "<nil>"
        return " ".join(
            f"{field.proto_name}:{_text(self.fields[field.json_name])}"
            for field in self.type.fields
            if field.json_name in self.fields
        )

    def __eq__(self, other: object) -> bool:
        """Messages are equal when their fields are."""
        return isinstance(other, Message) and self.type is other.type and self.fields == other.fields

    __hash__ = None  # type: ignore[assignment]  # fields may hold lists


class DurationValue(GoObject):
    """A duration in nanoseconds, or a nil pointer to one where that is None."""

    __slots__ = ("nanoseconds",)

    def __init__(self, nanoseconds: int | None) -> None:
        """Hold a number of nanoseconds."""
        self.nanoseconds = nanoseconds

    @property
    def go_type(self) -> str:
        """The type as Go's %T prints it."""
        return "*durationpb.Duration"

    def go_is_nil(self) -> bool:
        """Whether this is a nil pointer."""
        return self.nanoseconds is None

    def go_field(self, name: str) -> object:
        """Return the whole seconds, or the nanoseconds beyond them."""
        total = self.nanoseconds or 0
        match name:
            case "Seconds":
                return Int64(abs(total) // 10**9 * (1 if total >= 0 else -1))
            case "Nanos":
                return Int32(abs(total) % 10**9 * (1 if total >= 0 else -1))
            case _:
                raise NoSuchFieldError(name)

    def go_method(self, name: str) -> Function | None:
        """Offer the getters, and AsDuration as Go prints a duration."""
        if name in ("GetSeconds", "GetNanos"):
            return Function(name, lambda: self.go_field(name[3:]))
        if name == "AsDuration":
            return Function(name, lambda: format_duration(self.nanoseconds or 0))
        return Function(name, self.go_print) if name == "String" else None

    def go_print(self) -> str:
        """Return the duration in protobuf's text format."""
        if self.nanoseconds is None:
            return "<nil>"
        parts = (("seconds", self.go_field("Seconds")), ("nanos", self.go_field("Nanos")))
        return " ".join(f"{name}:{value}" for name, value in parts if value)

    def __eq__(self, other: object) -> bool:
        """Durations are equal when they are equally long."""
        return isinstance(other, DurationValue) and self.nanoseconds == other.nanoseconds

    def __hash__(self) -> int:
        """Hash by length."""
        return hash(self.nanoseconds)


_ZERO: dict[str, Any] = {
    "string": "",
    "bytes": "",
    "bool": False,
    "int32": Int32(0),
    "int64": Int64(0),
    "uint32": Uint32(0),
    "uint64": Uint64(0),
    "double": 0.0,
    "float": 0.0,
}


def zero_value(field: MessageField) -> Any:
    """Return what a field holds that was not set: Go's zero value, a nil pointer for a message."""
    if field.label == "list":
        return []
    if field.label == "map":
        return StringMap() if field.kind == "string" else {}
    match field.kind:
        case "message" if field.type_name == DURATION:
            return DurationValue(None)
        case "message" if field.type_name == STRUCT:
            return None
        case "message":
            return Message(field.type_name, None)
        case "enum":
            return EnumValue(0, field.type_name)
        case _:
            return _ZERO[field.kind]


def _go_type(full_name: str) -> str:
    """Turn ``istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders`` into ``v1alpha1.ProxyConfig_ProxyHeaders``."""
    parts = full_name.split(".")
    first_type = next(index for index, part in enumerate(parts) if part[:1].isupper())
    package = ".".join(parts[:first_type])
    return f"{_GO_PACKAGES.get(package, parts[first_type - 1])}.{'_'.join(parts[first_type:])}"


def _text(value: Any) -> str:
    match value:
        case Message() | DurationValue():
            return "{" + value.go_print() + "}"
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{value}"'
        case GoObject():
            return value.go_print()
        case _:
            return str(value)
