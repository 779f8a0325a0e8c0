"""Functions of maps.

``set``, ``unset`` and the merging functions change the map they are given, as in sprig, because that is what
templates use them for. A host that renders twice with the same data passes copies.
Go's order of keys is random; here it is sorted.
"""

from __future__ import annotations

from kubectl_inject.gotemplate.fmt.printing import sprint_value
from kubectl_inject.gotemplate.functions import Function, FunctionError, ParameterType, Work
from kubectl_inject.gotemplate.sprig.limits import check_item_count, check_nesting
from kubectl_inject.gotemplate.sprig.merging import merge, merge_overwrite
from kubectl_inject.gotemplate.sprig.reflection import type_of
from kubectl_inject.gotemplate.sprig.tables import with_must
from kubectl_inject.gotemplate.values import StringList, StringMap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.gotemplate.execution.meter import Meter

ANY, STRING, MAP = ParameterType.ANY, ParameterType.STRING, ParameterType.MAP

Map = dict[str, object]


def new_dict(*keys_and_values: object, meter: Meter) -> Map:
    """Return a map of keys and values in turn; a last key without a value gets an empty string."""
    values = iter(keys_and_values)
    return {_as_key(key, meter): next(values, "") for key in values}


def _as_key(value: object, meter: Meter) -> str:
    if isinstance(value, str):
        return value
    meter.walk(value)
    return sprint_value(value)


def get(mapping: Map, key: str) -> object:
    """Return the value of a key, an empty string if it is not there."""
    return mapping.get(key, "")


def set_key(mapping: Map, key: str, value: object) -> Map:
    """Set a key in the map given, and return that map."""
    mapping[key] = value
    return mapping


def unset(mapping: Map, key: str) -> Map:
    """Remove a key from the map given, and return that map."""
    mapping.pop(key, None)
    return mapping


def has_key(mapping: Map, key: str) -> bool:
    """Say whether the key is there."""
    return key in mapping


def pluck(key: str, *mappings: Map) -> list[object]:
    """Return the values that the key has in those maps that have it."""
    return [mapping[key] for mapping in mappings if key in mapping]


def keys(*mappings: Map) -> StringList:
    """Return the keys of all maps, of each in sorted order."""
    return StringList(key for mapping in mappings for key in sorted(mapping))


def values(mapping: Map) -> list[object]:
    """Return the values, in the order of their keys."""
    return [mapping[key] for key in sorted(mapping)]


def pick(mapping: Map, *kept: str) -> Map:
    """Return a map of those keys only."""
    return {key: mapping[key] for key in kept if key in mapping}


def omit(mapping: Map, *omitted: str) -> Map:
    """Return a map of all other keys."""
    left_out = frozenset(omitted)
    return {key: value for key, value in mapping.items() if key not in left_out}


def dig(*arguments: object, meter: Meter) -> object:
    """Follow keys into a map of maps: the keys, what to return if one is not there, and the map."""
    if len(arguments) < 3:
        raise FunctionError("dig needs at least three arguments")
    *path, fallback, mapping = arguments
    for key in path:
        if not isinstance(key, str):
            raise FunctionError(_wrong_dynamic_type(key, "string"))
        meter.copy(key)
    step = mapping
    for key in path:
        if type(step) is not dict:
            raise FunctionError(_wrong_dynamic_type(step, "map[string]interface {}"))
        if key not in step:
            return fallback
        step = step[key]
    return step


def _wrong_dynamic_type(value: object, expected: str) -> str:
    found = "nil" if value is None else type_of(value)
    return f"interface conversion: interface {{}} is {found}, not {expected}"


def deep_copy(value: object) -> object:
    """Copy a value and all lists and maps in it."""
    if value is None:
        raise FunctionError("reflect: call of reflect.Value.Type on zero Value")
    return _deep_copy(value, [0], 0)


def _deep_copy(value: object, copied: list[int], depth: int) -> object:
    check_nesting(depth)
    if not isinstance(value, (list, dict)):
        return value
    copied[0] += len(value)  # what is referred to many times becomes many copies
    check_item_count(copied[0])
    if isinstance(value, StringList):
        return StringList(value)
    if isinstance(value, StringMap):
        return StringMap(value)
    if isinstance(value, list):
        return [_deep_copy(item, copied, depth + 1) for item in value]
    return {key: _deep_copy(item, copied, depth + 1) for key, item in value.items()}


FUNCTIONS = (
    Function("dict", new_dict, variadic=ANY, work=Work.CONSTANT, metered=True),
    Function("get", get, (MAP, STRING), work=Work.CONSTANT),
    Function("set", set_key, (MAP, STRING, ANY), changes=True, work=Work.CONSTANT),
    Function("unset", unset, (MAP, STRING), changes=True, work=Work.CONSTANT),
    Function("hasKey", has_key, (MAP, STRING), work=Work.CONSTANT),
    Function("pluck", pluck, (STRING,), variadic=MAP, work=Work.CONSTANT),
    Function("keys", keys, variadic=MAP, work=Work.COPYING),
    Function("values", values, (MAP,), work=Work.COPYING),
    Function("pick", pick, (MAP,), variadic=STRING, work=Work.COPYING),
    Function("omit", omit, (MAP,), variadic=STRING, work=Work.COPYING),
    Function("dig", dig, variadic=ANY, work=Work.CONSTANT, metered=True),
    *with_must(
        (
            Function("merge", merge, (MAP,), variadic=MAP, changes=True),
            Function("mergeOverwrite", merge_overwrite, (MAP,), variadic=MAP, changes=True),
            Function("deepCopy", deep_copy, (ANY,)),
        )
    ),
)
