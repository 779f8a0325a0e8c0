"""Placeholders: strings that another program replaces later, where Kubernetes wants no string.

``replicas: ${N}`` is a number once envsubst, Flux or a pipeline has been there, and until then no value of the field.
"""

from __future__ import annotations

from kubectl_inject.kubernetes.schema.decoding import FieldTypeError, expected
from kubectl_inject.kubernetes.schema.types import FieldType, Kind
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    Path = tuple[str | int, ...]

_PLACEHOLDER = pattern(r"\$(?:\{[A-Za-z_][^{}]*\}|\([A-Za-z_][A-Za-z0-9_.-]*\)|[A-Za-z_])")
"""``${N}``, ``${N:-3}``, ``$(N)`` and ``$N``, as shells, envsubst, Flux, Kustomize and pipelines write them."""

_STAND_INS: dict[str, tuple[Any, ...]] = {
    Kind.INTEGER: (1, 0, 1337),
    Kind.NUMBER: (1, 0, 1337),
    Kind.BOOLEAN: (True, False, True),
    Kind.QUANTITY: ("1", "0", "1337Mi"),
}
"""Values that a placeholder may come to stand for: zero, which Go leaves out, the proxy's own user, and another one."""

NUMBER_OF_STAND_INS = 3


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder: the way to it, how messages write that, the type that is wanted there, and its text."""

    path: Path
    field: str
    kind: FieldType
    text: str

    def stand_in(self, number: int) -> Any:
        """Return a value of the field's type: that of a number below NUMBER_OF_STAND_INS."""
        return _STAND_INS[self.kind.kind][number]

    def error(self) -> FieldTypeError:
        """Return the error of its type, for where the value is needed."""
        return FieldTypeError(self.field, expected(self.kind), self.text)

    def __str__(self) -> str:
        """Return the field and what it holds."""
        return f"{self.field}: {self.text}"


def is_placeholder(value: object) -> bool:
    """Whether a value is a string with a placeholder in it, such as ``${N}`` or ``${CPU}m``."""
    return isinstance(value, str) and "$" in value and _PLACEHOLDER.search(value) is not None


def find_placeholders(value: Any, kind: FieldType) -> tuple[Placeholder, ...]:
    """Return the placeholders in plain data of a type, where it wants a number, a boolean or a quantity."""
    return tuple(_found(value, kind, (), ""))


def _found(value: Any, kind: FieldType, path: Path, field: str) -> Iterator[Placeholder]:
    if kind.kind in _STAND_INS:
        if is_placeholder(value):
            yield Placeholder(path, field, kind, value)
    elif kind.kind == Kind.STRUCT and isinstance(value, dict):
        fields = kind.struct_type().by_json_name
        for name, item in value.items():
            if name in fields:
                yield from _found(item, fields[name].type, (*path, name), f"{field}.{name}" if field else name)
    elif kind.kind == Kind.MAP and isinstance(value, dict) and kind.element is not None:
        for name, item in value.items():
            yield from _found(item, kind.element, (*path, name), f"{field}[{name}]")
    elif kind.kind == Kind.LIST and isinstance(value, list) and kind.element is not None:
        for place, item in enumerate(value):
            yield from _found(item, kind.element, (*path, place), f"{field}[{place}]")


def with_values(value: Any, placeholders: Sequence[Placeholder], values: Sequence[Any]) -> Any:
    """Return plain data with other values in the places of its placeholders."""
    for placeholder, new in zip(placeholders, values, strict=True):
        value = _with_value(value, placeholder.path, new)
    return value


def _with_value(value: Any, path: Path, new: Any) -> Any:
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(value, list) and isinstance(step, int):
        return [*value[:step], _with_value(value[step], rest, new), *value[step + 1 :]]
    return {**value, step: _with_value(value[step], rest, new)}
