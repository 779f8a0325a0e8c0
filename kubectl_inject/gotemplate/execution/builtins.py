"""The functions that Go's text/template has itself. and, or and call are the compiler's: see BUILTINS."""

from __future__ import annotations

from types import MappingProxyType

from kubectl_inject.gotemplate.encoding import byte_length, to_bytes, to_text
from kubectl_inject.gotemplate.execution import comparison
from kubectl_inject.gotemplate.execution.meter import LONG
from kubectl_inject.gotemplate.fmt.printing import sprint, sprintf, sprintln
from kubectl_inject.gotemplate.functions import Function, FunctionError, ParameterType, Work
from kubectl_inject.gotemplate.go_types import is_true, type_name
from kubectl_inject.gotemplate.limits import DEFAULT
from kubectl_inject.gotemplate.values import GoObject, SizedInt, StringList, StringMap, Uint8

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kubectl_inject.gotemplate.execution.meter import Meter

_MAX_SLICE_INDEXES = 3


class NilInterface:
    """A nil that a map or list holds, where Go tells it from a key that is missing."""

    __slots__ = ()


NIL = NilInterface()


def _not(value: object) -> bool:
    return not is_true(value)


def length(value: object, *, meter: Meter) -> int:
    """Return how many items a list or map has, or bytes a string."""
    if isinstance(value, str):
        if len(value) > LONG:
            meter.copy(value)
        return byte_length(value)
    if isinstance(value, (list, dict)):
        return len(value)
    if value is None:
        raise FunctionError("reflect: call of reflect.Value.Type on zero Value")
    if value is NIL or (isinstance(value, GoObject) and value.go_is_nil()):
        raise FunctionError("len of nil pointer")
    raise FunctionError(f"len of type {type_name(value)}")


def index(item: object, *keys: object, meter: Meter) -> object:
    """Return what lists, maps or strings in each other hold at the keys, one key after the other."""
    if item is None:
        raise FunctionError("index of untyped nil")
    for key in keys:
        if isinstance(item, dict):
            if isinstance(key, str) and len(key) > LONG:
                meter.copy(key)
            item = _map_item(item, key)
        elif isinstance(item, list):
            at = _position(key, len(item))
            item = item[_within(at, len(item), "slice")]
        elif isinstance(item, str):
            meter.copy(item)
            data = to_bytes(item)
            at = _position(key, len(data))
            item = Uint8(data[_within(at, len(data), "string")])
        elif item is None or (isinstance(item, GoObject) and item.go_is_nil()):
            raise FunctionError("index of nil pointer")
        else:
            raise FunctionError(f"can't index item of type {type_name(item)}")
    return item


def _map_item(items: dict[str, object], key: object) -> object:
    if isinstance(key, str):
        return items.get(key, "" if isinstance(items, StringMap) else None)
    if key is None:
        raise FunctionError("value is nil; should be of type string")
    raise FunctionError(f"value has type {type_name(key)}; should be string")


def _position(key: object, bound: int) -> int:
    """Return a key as a position; the bound itself passes, as it does in Go."""
    if isinstance(key, GoObject) and key.go_kind != "ptr" and key.go_basic is not None:
        key = key.go_basic
    if type(key) is not int and not isinstance(key, SizedInt):
        problem = "nil" if key is None else f"type {type_name(key)}"
        raise FunctionError(f"cannot index slice/array with {problem}")
    if not 0 <= key <= bound:
        raise FunctionError(f"index out of range: {int(key)}")
    return int(key)


def _within(position: int, bound: int, kind: str) -> int:
    if position == bound:
        raise FunctionError(f"reflect: {kind} index out of range")
    return position


def slice_of(item: object, *indexes: object) -> object:
    """Return a part of a list or of a string's bytes: from the first index up to the second."""
    if item is None:
        raise FunctionError("slice of untyped nil")
    if isinstance(item, GoObject) and item.go_is_nil():
        raise FunctionError("slice of nil pointer")
    if len(indexes) > _MAX_SLICE_INDEXES:
        raise FunctionError(f"too many slice indexes: {len(indexes)}")
    is_string = isinstance(item, str)
    if is_string and len(indexes) == _MAX_SLICE_INDEXES:
        raise FunctionError("cannot 3-index slice a string")
    if isinstance(item, str):
        data = to_bytes(item)
        start, end = _slice_bounds(indexes, len(data))
        return to_text(data[start:end])
    if not isinstance(item, list):
        raise FunctionError(f"can't slice item of type {type_name(item)}")
    start, end = _slice_bounds(indexes, len(item))
    return StringList(item[start:end]) if isinstance(item, StringList) else item[start:end]


def _slice_bounds(indexes: tuple[object, ...], bound: int) -> tuple[int, int]:
    """Return start and end. Lists have no room beyond their end here, so a third index can only be checked."""
    positions = [_position(position, bound) for position in indexes]
    start = positions[0] if positions else 0
    end = positions[1] if len(positions) > 1 else bound
    if start > end:
        raise FunctionError(f"invalid slice index: {start} > {end}")
    if len(positions) == _MAX_SLICE_INDEXES and end > positions[2]:
        raise FunctionError(f"invalid slice index: {end} > {positions[2]}")
    return start, end


def _print(*values: object, limit: int = DEFAULT.value_length) -> str:
    return sprint(values, limit)


def _println(*values: object, limit: int = DEFAULT.value_length) -> str:
    return sprintln(values, limit)


def _printf(template: str, *values: object, limit: int = DEFAULT.value_length) -> str:
    return sprintf(template, values, limit)


def _html(*values: object, limit: int = DEFAULT.value_length) -> str:
    from kubectl_inject.gotemplate.execution.escaping import html

    return html(*values, limit=limit)


def _js(*values: object, limit: int = DEFAULT.value_length) -> str:
    from kubectl_inject.gotemplate.execution.escaping import js

    return js(*values, limit=limit)


def _urlquery(*values: object, limit: int = DEFAULT.value_length) -> str:
    from kubectl_inject.gotemplate.execution.escaping import urlquery

    return urlquery(*values, limit=limit)


def _compiled(*_values: object) -> object:
    raise FunctionError("not to be called as a function")


_ANY, _STRING = ParameterType.ANY, ParameterType.STRING

BUILTINS: Mapping[str, Function] = MappingProxyType(
    {
        function.name: function
        for function in (
            Function("and", _compiled, (_ANY,), _ANY),
            Function("call", _compiled, (_ANY,), _ANY),
            Function("eq", comparison.equal, (_ANY,), _ANY, work=Work.COPYING),
            Function("ge", comparison.greater_or_equal, (_ANY, _ANY), work=Work.COPYING),
            Function("gt", comparison.greater, (_ANY, _ANY), work=Work.COPYING),
            Function("html", _html, (), _ANY),
            Function("index", index, (_ANY,), _ANY, work=Work.CONSTANT, metered=True),
            Function("js", _js, (), _ANY),
            Function("le", comparison.less_or_equal, (_ANY, _ANY), work=Work.COPYING),
            Function("len", length, (_ANY,), work=Work.CONSTANT, metered=True),
            Function("lt", comparison.less, (_ANY, _ANY), work=Work.COPYING),
            Function("ne", comparison.not_equal, (_ANY, _ANY), work=Work.COPYING),
            Function("not", _not, (_ANY,), work=Work.CONSTANT),
            Function("or", _compiled, (_ANY,), _ANY),
            Function("print", _print, (), _ANY),
            Function("printf", _printf, (_STRING,), _ANY),
            Function("println", _println, (), _ANY),
            Function("slice", slice_of, (_ANY,), _ANY, work=Work.COPYING),
            Function("urlquery", _urlquery, (), _ANY),
        )
    }
)
"""The functions by name. Those that return text take a ``limit`` besides their arguments.

The compiler generates code for and, or and call; their entries give the parameters.
"""
