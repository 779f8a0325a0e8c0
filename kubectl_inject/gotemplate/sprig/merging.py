"""Merging maps by the rules of dario.cat/mergo, which are sprig's."""

from __future__ import annotations

from kubectl_inject.gotemplate.functions import FunctionError
from kubectl_inject.gotemplate.sprig.defaults import empty
from kubectl_inject.gotemplate.sprig.limits import check_nesting
from kubectl_inject.gotemplate.values import StringMap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# A map[string]interface {} or a map[string]string.
Map = dict[str, "Any"]


def merge(target: Map, *sources: Map) -> Map:
    """Set in ``target`` what it lacks, or has only as an empty value, and return it."""
    for source in sources:
        _merge(target, source, 0, overwrite=False)
    return target


def merge_overwrite(target: Map, *sources: Map) -> Map:
    """Set in ``target`` all that the sources have, maps merged, and return it."""
    for source in sources:
        _merge(target, source, 0, overwrite=True)
    return target


def _merge(target: Map, source: Map, depth: int, *, overwrite: bool) -> None:
    check_nesting(depth)
    for key, value in list(source.items()):
        if value is None:
            if overwrite:
                _set(target, key, None)
            continue
        present = target.get(key)
        if isinstance(value, dict) and isinstance(present, dict):
            _merge(present, value, depth + 1, overwrite=overwrite)
            if present:
                continue
        if overwrite or key not in target or empty(present):
            _set(target, key, value)


def _set(target: Map, key: str, value: object) -> None:
    if isinstance(target, StringMap) and not isinstance(value, str):
        raise FunctionError("reflect.Value.SetMapIndex: value of type interface {} is not assignable to type string")
    target[key] = value
