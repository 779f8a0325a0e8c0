"""Types, kinds, and equality that takes types seriously."""

from __future__ import annotations

from kubectl_inject.gotemplate.functions import Function, ParameterType, Work
from kubectl_inject.gotemplate.go_types import type_name
from kubectl_inject.gotemplate.values import GoObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from kubectl_inject.gotemplate.execution.meter import Meter

ANY, STRING = ParameterType.ANY, ParameterType.STRING

NIL_DEREFERENCE = "runtime error: invalid memory address or nil pointer dereference"

_SCALARS = (str, int, float, type(None))


def type_of(value: object) -> str:
    """Return the type as Go's %T prints it."""
    return type_name(value)


def kind_of(value: object) -> str:
    """Return the kind of type: ``slice``, ``map``, ``float64``, …."""
    if value is None:
        return "invalid"
    if isinstance(value, GoObject):
        return value.go_kind
    if isinstance(value, (list, dict)):
        return "slice" if isinstance(value, list) else "map"
    return type_name(value)


def type_is(name: str, value: object) -> bool:
    """Say whether the value is of the type."""
    return type_of(value) == name


def type_is_like(name: str, value: object) -> bool:
    """Say whether the value is of the type or a pointer to it."""
    return type_of(value) in (name, f"*{name}")


def kind_is(name: str, value: object) -> bool:
    """Say whether the value is of the kind."""
    return kind_of(value) == name


def deep_equal(left: object, right: object, *, meter: Meter) -> bool:
    """Return reflect.DeepEqual: the same types all the way down, not just the same numbers."""
    pairs = [(left, right)]
    compared = set()
    while pairs:
        one, other = pairs.pop()
        meter.work(2)
        if type(one) is not type(other):
            return False
        meter.copy(one)
        if isinstance(one, _SCALARS):
            if one != other:
                return False
            continue
        if one is other or (id(one), id(other)) in compared:
            continue
        compared.add((id(one), id(other)))
        if isinstance(one, list) and isinstance(other, list):
            if len(one) != len(other):
                return False
            pairs.extend(zip(one, other, strict=True))
        elif isinstance(one, dict) and isinstance(other, dict):
            if one.keys() != other.keys():
                return False
            pairs.extend((item, other[key]) for key, item in one.items())
        elif one != other:
            return False
    return True


class Members:
    """Values to look others up in, as deep_equal sees them."""

    def __init__(self, meter: Meter, values: Iterable[object] = ()) -> None:
        """Start with some values."""
        self._meter = meter
        self._scalars: set[tuple[type, object]] = set()
        self._others: list[object] = []
        for value in values:
            self.add(value)

    def __contains__(self, value: object) -> bool:
        """Say whether the value equals one of these."""
        self._meter.work(1)
        self._meter.copy(value if isinstance(value, str) else "")
        if isinstance(value, _SCALARS):
            return value == value and (type(value), value) in self._scalars  # NaN is not equal to itself
        return any(deep_equal(value, other, meter=self._meter) for other in self._others)

    def add(self, value: object) -> bool:
        """Add the value and say whether it is new."""
        if value in self:
            return False
        if isinstance(value, _SCALARS):
            self._scalars.add((type(value), value))
        else:
            self._others.append(value)
        return True


FUNCTIONS = (
    Function("typeOf", type_of, (ANY,), work=Work.CONSTANT),
    Function("kindOf", kind_of, (ANY,), work=Work.CONSTANT),
    Function("typeIs", type_is, (STRING, ANY), work=Work.CONSTANT),
    Function("typeIsLike", type_is_like, (STRING, ANY), work=Work.CONSTANT),
    Function("kindIs", kind_is, (STRING, ANY), work=Work.CONSTANT),
    Function("deepEqual", deep_equal, (ANY, ANY), work=Work.CONSTANT, metered=True),
)
