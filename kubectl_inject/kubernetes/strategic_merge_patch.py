"""
Strategic merge patch: laying a partial object over a whole one by Kubernetes' merge keys.

The rules are those of apimachinery's strategicpatch package, directives included:
https://github.com/kubernetes/community/blob/master/contributors/devel/sig-api-machinery/strategic-merge-patch.md
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kubectl_inject.errors import InjectionError
from kubectl_inject.kubernetes.types import Field, FieldType, Kind

_DIRECTIVE = "$patch"
_RETAIN_KEYS = "$retainKeys"
_DELETE_PRIMITIVES = "$deleteFromPrimitiveList/"
_SET_ORDER = "$setElementOrder/"

Object = dict[str, Any]


class StrategicMergeError(InjectionError):
    """A patch cannot be applied: an item lacks its merge key, or a directive is not known."""


def apply_patch(original: Object, patch: Object, kind: FieldType) -> Object:
    """
    Return ``original`` with ``patch`` laid over it; neither is changed, and parts may be shared with both.

    ``kind`` is the struct type of both. Keys keep the order of the original, then of the patch. Raises
    StrategicMergeError.
    """
    return _merge_struct(original, patch, kind)


def _merge_struct(original: Object, patch: Object, kind: FieldType | None) -> Object:
    directive = patch.get(_DIRECTIVE)
    if directive == "replace":
        replacement: Object = _without_directives(patch)
        return replacement
    if directive == "delete":
        return {}
    if directive not in (None, "merge"):
        raise StrategicMergeError(f"unknown directive {_DIRECTIVE}: {directive!r}; known are replace, merge and delete")
    merged = dict(original)
    if isinstance(retained := patch.get(_RETAIN_KEYS), list):
        merged = {name: value for name, value in merged.items() if name in retained}
    fields = kind.struct_type().by_json_name if kind is not None and kind.kind is Kind.STRUCT else {}
    for name, value in patch.items():
        if name in (_DIRECTIVE, _RETAIN_KEYS) or name.startswith(_SET_ORDER):
            continue
        if name.startswith(_DELETE_PRIMITIVES):
            target = name.removeprefix(_DELETE_PRIMITIVES)
            if isinstance(merged.get(target), list):
                merged[target] = [item for item in merged[target] if item not in value]
        elif value is None:
            merged.pop(name, None)
        else:
            merged[name] = _merge_value(merged.get(name), value, fields.get(name), _element_kind(kind, name, fields))
    for name, order in patch.items():
        if name.startswith(_SET_ORDER):
            _set_order(merged, name.removeprefix(_SET_ORDER), order, fields)
    return merged


def _element_kind(kind: FieldType | None, name: str, fields: dict[str, Field]) -> FieldType | None:
    """Return the type of what stands under ``name``: a field's type, or a map's element."""
    if name in fields:
        return fields[name].type
    return kind.element if kind is not None and kind.kind is Kind.MAP else None


def _merge_value(original: Any, patch: Any, field: Field | None, kind: FieldType | None) -> Any:
    if isinstance(patch, dict):
        if not isinstance(original, dict):
            return _without_directives(patch)
        return _merge_struct(original, patch, kind)
    if isinstance(patch, list):
        if not isinstance(original, list) or field is None:
            return _without_directives(patch)
        if field.merge_key:
            return _merge_list(original, patch, field)
        if field.merge_primitives:
            return [*original, *(item for item in patch if item not in original)]
        return _without_directives(patch)
    return patch


def _merge_list(original: list[Any], patch: list[Any], field: Field) -> list[Any]:
    """
    Merge two lists of mappings by their merge key.

    The order is strategicpatch's: items of the patch in the patch's order, the original's own items in theirs,
    and an item of the original goes before an item of the patch only if it stood before it in the original.
    """
    key, element = field.merge_key, field.type.element
    if any(isinstance(item, dict) and item.get(_DIRECTIVE) == "replace" for item in patch):
        replacement: list[Any] = _without_directives([item for item in patch if item.get(_DIRECTIVE) != "replace"])
        return replacement
    removed = [_key_of(item, key) for item in patch if isinstance(item, dict) and item.get(_DIRECTIVE) == "delete"]
    patch = [item for item in patch if not (isinstance(item, dict) and item.get(_DIRECTIVE) == "delete")]
    original = [item for item in original if _key_of(item, key) not in removed]
    if not patch:
        return original
    by_key: dict[Any, list[Object]] = {}
    for item in original:
        by_key.setdefault(_key_of(item, key), []).append(item)
    merged: dict[Any, list[Object]] = {}
    for item in patch:
        name = _key_of(item, key)
        first, *others = merged.get(name) or by_key.get(name) or [{}]
        merged[name] = [_merge_struct(first, item, element) if first else _without_directives(item), *others]
    places = {name: place for place, name in enumerate(by_key)}
    return _interleave({name: items for name, items in by_key.items() if name not in merged}, merged, places)


def _interleave(kept: dict[Any, list[Object]], merged: dict[Any, list[Object]], places: dict[Any, int]) -> list[Object]:
    """Return all items in order; items that share a key, which no valid list has, stay together."""
    result: list[Object] = []
    waiting = list(kept.items())
    for name, items in merged.items():
        while waiting and name in places and places[waiting[0][0]] < places[name]:
            result.extend(waiting.pop(0)[1])
        result.extend(items)
    for _, items in waiting:
        result.extend(items)
    return result


def _key_of(item: Any, key: str) -> Any:
    """Return an item's merge key. Raises StrategicMergeError where it has none."""
    if not isinstance(item, dict) or item.get(key) is None:
        raise StrategicMergeError(f"a list item has no {key!r}, by which items of that list are merged: {item!r:.80}")
    return item[key]


def _set_order(merged: Object, name: str, order: Any, fields: dict[str, Field]) -> None:
    items, field = merged.get(name), fields.get(name)
    if not isinstance(items, list) or not isinstance(order, list):
        return
    key = field.merge_key if field is not None else ""
    wanted = [item.get(key) if key and isinstance(item, dict) else item for item in order]

    def place(item: Any) -> int:
        value = item.get(key) if key and isinstance(item, dict) else item
        return wanted.index(value) if value in wanted else len(wanted)

    merged[name] = sorted(items, key=place)


def _without_directives(value: Any) -> Any:
    """Return a patch's value as it stands where there was nothing to patch: no directives, no nulls in mappings."""
    if isinstance(value, dict):
        return {
            name: _without_directives(item)
            for name, item in value.items()
            if item is not None and not name.startswith("$")
        }
    if isinstance(value, list):
        return [_without_directives(item) for item in value]
    return value


def find_by_name(items: Sequence[Object], name: str) -> Object | None:
    """Return the first of some named items (containers, volumes, variables) that has the name."""
    return next((item for item in items if item.get("name") == name), None)
