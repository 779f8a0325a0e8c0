"""The strategic merge patch that leads from one object to another."""

from __future__ import annotations

from kubectl_inject.kubernetes.patches.strategic_merge_patch import StrategicMergeError, apply_patch, are_keyed
from kubectl_inject.kubernetes.schema.decoding import without_nulls
from kubectl_inject.kubernetes.schema.types import Field, FieldType, Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

Object = dict[str, "Any"]
_REPLACE = {"$patch": "replace"}


def create_patch(old: Object, new: Object, kind: FieldType) -> Object:
    """Return a patch such that ``apply_patch(old, patch, kind)`` equals ``new``; empty where they are equal.

    ``kind`` is the struct type of both; null fields count as absent, but in a map of strings or quantities as its zero
    value, which is what Kubernetes reads, where a patch takes null for the word to delete. Lists that are merged by
    key are patched item by item where that leads to the same list, and replaced whole otherwise.
    """
    if old == new:
        return {}
    before, after = without_nulls(old, kind), without_nulls(new, kind)
    if before == after:
        return {}
    patch = _patch(before, after, kind)
    return patch if apply_patch(before, patch, kind) == after else {**_REPLACE, **after}


def _patch(old: Object, new: Object, kind: FieldType) -> Object:
    fields = kind.struct_type().by_json_name if kind.kind == Kind.STRUCT else {}
    patch: Object = {name: None for name in old if name not in new}
    for name, value in new.items():
        given = old.get(name)
        if given == value and name in old:
            continue
        field = fields.get(name)
        inner = field.type if field is not None else kind.element if kind.kind == Kind.MAP else None
        if isinstance(value, dict) and isinstance(given, dict) and given:
            patch[name] = _patch(given, value, inner) if value and inner is not None else {**_REPLACE, **value}
        elif isinstance(value, list) and isinstance(given, list) and field is not None and field.merge_key:
            patch |= _list_patch(name, given, value, field, kind)
        else:
            patch[name] = value
    return patch


def _list_patch(name: str, old: list[Any], new: list[Any], field: Field, kind: FieldType) -> Object:
    """Return the entries of a patch for one keyed list: its items, its items and their order, or all of it anew."""
    key, element = field.merge_key, field.type.element
    if element is not None and are_keyed(old, key) and are_keyed(new, key):
        before = {item[key]: item for item in old}
        after = {item[key]: item for item in new}
        removed: list[Any] = [{key: item, "$patch": "delete"} for item in before if item not in after]
        changed = [
            {key: item, **_patch(before[item], value, element)} if item in before else value
            for item, value in after.items()
            if before.get(item) != value
        ]
        items = {name: removed + changed} if removed or changed else {}
        for patch in (items, {**items, f"$setElementOrder/{name}": [{key: item} for item in after]}):
            if _leads_to(new, name, old, patch, kind):
                return patch
    return {name: [_REPLACE, *new]}


def _leads_to(new: list[Any], name: str, old: list[Any], patch: Object, kind: FieldType) -> bool:
    try:
        return apply_patch({name: old}, patch, kind) == {name: new}
    except StrategicMergeError:
        return False
