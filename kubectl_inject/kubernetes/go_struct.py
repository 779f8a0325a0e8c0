"""Kubernetes' objects as a Go template sees them: structs with Go's field names and zero values."""

from __future__ import annotations

from kubectl_inject.gotemplate.values import GoObject, Int32, Int64, NoSuchFieldError, StringList, StringMap
from kubectl_inject.kubernetes.schema.types import FieldType, Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_GO_PACKAGES = {"ObjectMeta": "v1.ObjectMeta", "TypeMeta": "v1.TypeMeta"}
_ZERO_VALUES = {Kind.BOOLEAN: False, Kind.INTEGER: Int32(0), Kind.NUMBER: 0.0}


class GoStruct(GoObject):
    """A plain mapping seen as a struct of Kubernetes' API: ``{{ .Spec.ServiceAccountName }}``.

    ``value`` is None for a nil pointer.
    """

    __slots__ = ("kind", "value")

    def __init__(self, value: dict[str, Any] | None, kind: FieldType) -> None:
        """Wrap ``value``, a mapping by JSON names, already checked against the struct type ``kind``."""
        self.value = value
        self.kind = kind

    @property
    def go_type(self) -> str:
        """The type as Go's %T prints it."""
        return ("*" if self.kind.pointer else "") + _GO_PACKAGES.get(self.kind.struct, f"v1.{self.kind.struct}")

    def go_is_nil(self) -> bool:
        """Whether this is a nil pointer."""
        return self.value is None

    def go_field(self, name: str) -> object:
        """Return a field by its Go name, its zero value where the manifest does not give it."""
        field = self.kind.struct_type().by_go_name.get(name)
        if field is None:
            raise NoSuchFieldError(name)
        return go_value_of((self.value or {}).get(field.json_name), field.type)

    def go_contents(self) -> object:
        """Return the mapping."""
        return self.value

    def go_print(self) -> str:
        """Return the fields' values in braces, as %v prints a struct; Kubernetes' nil pointers print as ``nil``."""
        if self.value is None:
            return "nil"
        from kubectl_inject.gotemplate.fmt.printing import sprint_value

        inner = " ".join(sprint_value(self.go_field(field.go_name)) for field in self.kind.struct_type().fields)
        return ("&" if self.kind.pointer else "") + "{" + inner + "}"


class GoIntOrString(GoObject):
    """Kubernetes' intstr.IntOrString: a port by number or by name."""

    __slots__ = ("value",)

    def __init__(self, value: int | str) -> None:
        """Hold a number or a name."""
        self.value = value

    @property
    def go_type(self) -> str:
        """The type as Go's %T prints it."""
        return "intstr.IntOrString"

    def go_field(self, name: str) -> object:
        """Return one of the struct's three fields."""
        match name:
            case "Type":
                return Int64(isinstance(self.value, str))
            case "IntVal":
                return Int32(self.value) if isinstance(self.value, int) else Int32(0)
            case "StrVal":
                return self.value if isinstance(self.value, str) else ""
            case _:
                raise NoSuchFieldError(name)

    def go_contents(self) -> object:
        """Return the number or the name."""
        return self.value

    def go_print(self) -> str:
        """Return the number or the name."""
        return str(self.value)


def go_value_of(value: Any, kind: FieldType) -> object:
    """Return a decoded value of type ``kind`` as the template engine wants it; None gives the zero value."""
    match kind.kind:
        case Kind.STRUCT:
            return GoStruct(value if value is not None or kind.pointer else {}, kind)
        case Kind.LIST if kind.element is not None:
            return _go_list(value or [], kind.element)
        case Kind.MAP if kind.element is not None:
            return _go_map(value or {}, kind.element)
        case Kind.INT_OR_STRING:
            return GoIntOrString(value or 0)
        case _:
            return _go_scalar(value, kind)


def _go_list(items: list[Any], element: FieldType) -> object:
    if element.kind == Kind.STRING:
        return StringList(items)
    return [go_value_of(item, element) for item in items]


def _go_map(items: dict[str, Any], element: FieldType) -> object:
    if element.kind == Kind.STRING:
        return StringMap(items)
    return {name: go_value_of(item, element) for name, item in items.items()}


def _go_scalar(value: Any, kind: FieldType) -> object:
    if value is None:
        if kind.pointer or kind.kind in (Kind.ANY, Kind.TIME):
            return None
        return _ZERO_VALUES.get(kind.kind, "")
    if kind.kind == Kind.INTEGER:
        return Int32(value) if kind.bits == 32 else Int64(value)
    if kind.kind == Kind.QUANTITY:
        return str(value)
    return value
