"""The strategic merge patch that leads from one object to another."""

from __future__ import annotations

from typing import Any

from kubectl_inject.kubernetes.strategic_merge_patch import merge_list
from kubectl_inject.kubernetes.types import Field, FieldType, Kind

Object = dict[str, Any]
_REPLACE = {"$patch": "replace"}


def create_patch(old: Object, new: Object, kind: FieldType) -> Object:
    """Return a patch such that ``apply_patch(old, patch, kind)`` equals ``new``; empty where they are equal.

    ``kind`` is the struct type of both. Lists that are merged by key are patched item by item where that leads to
    the same list, and replaced whole otherwise.
    """
    fields = kind.struct_type().by_json_name if kind.kind is Kind.STRUCT else {}
    patch: Object = {name: None for name in old if name not in new and old[name] is not None}
    for name, value in new.items():
        given = old.get(name)
        if given == value and (name in old or value is None):
            continue
        field = fields.get(name)
        inner = field.type if field is not None else kind.element if kind.kind is Kind.MAP else None
        if isinstance(value, dict) and isinstance(given, dict) and given and inner is not None:
            patch[name] = create_patch(given, value, inner) if value else _REPLACE
        elif isinstance(value, list) and isinstance(given, list) and field is not None and field.merge_key:
            patch[name] = _list_patch(given, value, field)
        else:
            patch[name] = value
    return patch


def _list_patch(old: list[Any], new: list[Any], field: Field) -> list[Any]:
    replaced = [_REPLACE, *new]
    key, element = field.merge_key, field.type.element
    if element is None or not (_are_keyed(old, key) and _are_keyed(new, key)):
        return replaced
    before = {item[key]: item for item in old}
    after = {item[key]: item for item in new}
    removed = [{key: name, "$patch": "delete"} for name in before if name not in after]
    changed: list[Any] = [
        {key: name, **create_patch(before[name], item, element)} if name in before else item
        for name, item in after.items()
        if before.get(name) != item
    ]
    patch = removed + changed
    return patch if merge_list(old, patch, field) == new else replaced


def _are_keyed(items: list[Any], key: str) -> bool:
    """Whether every item has the merge key, and no two the same."""
    keys = [item.get(key) for item in items if isinstance(item, dict)]
    return len(keys) == len(items) == len(set(map(str, keys))) and None not in keys
