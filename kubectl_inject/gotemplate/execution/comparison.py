"""Go's comparison functions: eq, ne, lt, le, gt, ge."""

from __future__ import annotations

from kubectl_inject.gotemplate.fmt.printing import sprintf
from kubectl_inject.gotemplate.functions import FunctionError
from kubectl_inject.gotemplate.go_types import BasicKind, basic_kind, basic_value, type_name
from kubectl_inject.gotemplate.values import GoObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_NUMBERS = frozenset({BasicKind.INT, BasicKind.UINT})
_QUICK = frozenset({str, int, bool, float})


def equal(first: object, *others: object) -> bool:
    """Tell whether the first value equals any of the others."""
    if not others:
        raise FunctionError("missing argument for comparison")
    quick_type = type(first) if type(first) in _QUICK else None
    for other in others:  # noqa: SIM110  # any() would take twice the time
        if first == other if type(other) is quick_type else _equal(first, other):
            return True
    return False


def not_equal(first: object, second: object) -> bool:
    """Tell whether two values differ."""
    return not equal(first, second)


def less(first: object, second: object) -> bool:
    """Tell whether a value comes before another of its kind."""
    kind, other_kind = basic_kind(first), basic_kind(second)
    if kind is None or other_kind is None:
        raise FunctionError("invalid type for comparison")
    if kind is not other_kind and not _NUMBERS.issuperset((kind, other_kind)):
        raise _incompatible(first, second)
    if kind in (BasicKind.BOOL, BasicKind.COMPLEX):
        raise FunctionError("invalid type for comparison")
    left: Any = basic_value(first)
    return bool(left < basic_value(second))


def less_or_equal(first: object, second: object) -> bool:
    """Tell whether a value comes before another, or equals it."""
    return less(first, second) or equal(first, second)


def greater(first: object, second: object) -> bool:
    """Tell whether a value comes after another of its kind."""
    return not less_or_equal(first, second)


def greater_or_equal(first: object, second: object) -> bool:
    """Tell whether a value does not come before another of its kind."""
    return not less(first, second)


def _equal(first: object, second: object) -> bool:
    kind, other_kind = basic_kind(first), basic_kind(second)
    if kind is not other_kind and not _NUMBERS.issuperset((kind, other_kind)):
        if first is None or second is None:
            return False
        raise _incompatible(first, second)
    if kind is not None:
        return basic_value(first) == basic_value(second)
    if first is None or second is None:
        return _is_nil(first) and _is_nil(second)
    if _go_kind(first) != _go_kind(second):
        # Go swaps type and value in the second half.
        shown = sprintf("%s: %s, %s: %v", [first, type_name(first), type_name(second), second])
        raise FunctionError(f"non-comparable types {shown}")
    if _is_nil(first) or _is_nil(second):
        return _is_nil(first) and _is_nil(second)
    if not isinstance(second, GoObject):
        raise FunctionError(sprintf("non-comparable type %s: %v", [second, type_name(second)]))
    return first is second


def _is_nil(value: object) -> bool:
    return value is None or (isinstance(value, GoObject) and value.go_is_nil())


def _go_kind(value: object) -> str:
    if isinstance(value, GoObject):
        return value.go_kind
    return "slice" if isinstance(value, list) else "map"


def _incompatible(first: object, second: object) -> FunctionError:
    return FunctionError(f"incompatible types for comparison: {type_name(first)} and {type_name(second)}")
