"""Strategic merge patches as Kustomize applies them, which is not quite as Kubernetes does.

In a list that is merged by key, the items that a patch names come first, in its order, and the others after them in
theirs. So a patch names all items up to the last one that is new, changed or moved, those that stay as they are by
their key alone. Null takes a field away. There is no ``$setElementOrder``.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from kubectl_inject.kubernetes.decoding import without_nulls
from kubectl_inject.kubernetes.types import Field, FieldType, Kind

Object = dict[str, Any]

_KEYS = {"ports": ("containerPort", "protocol")}
"""The lists that Kustomize merges by more than the one key of their type."""
_OTHER_DEFAULTS = {"protocol": "TCP"}


class NotExpressibleError(Exception):
    """No strategic merge patch of Kustomize's leads from one object to the other."""


def strategic_patch(old: Object, new: Object, kind: FieldType) -> Object:
    """Return the patch that makes ``new`` of ``old``, both of a struct type; without what identifies the object.

    Raises NotExpressibleError where there is none.
    """
    return _patch(without_nulls(old), without_nulls(new), kind)


def _patch(old: Object, new: Object, kind: FieldType | None) -> Object:
    fields = kind.struct_type().by_json_name if kind is not None and kind.kind is Kind.STRUCT else {}
    patch: Object = {name: None for name in old if name not in new}
    for name, value in new.items():
        given = old.get(name)
        if given == value and name in old:
            continue
        field = fields.get(name)
        inner = field.type if field is not None else kind.element if kind is not None else None
        if isinstance(value, dict) and isinstance(given, dict) and given:
            patch[name] = _patch(given, value, inner)
        elif isinstance(value, list) and isinstance(given, list) and given and field is not None and field.merge_key:
            patch[name] = _list_patch(name, given, value, field)
        elif isinstance(value, list) and field is not None and field.merge_primitives:
            raise NotExpressibleError(name)
        else:
            patch[name] = value
    return patch


def _list_patch(name: str, old: list[Any], new: list[Any], field: Field) -> list[Any]:
    keys = _KEYS.get(name, (field.merge_key,))
    before, after = _by_key(old, keys), _by_key(new, keys)
    removed = [{**_named(item, keys), "$patch": "delete"} for key, item in before.items() if key not in after]
    kept = [key for key in before if key in after]
    order = list(after)
    length = next(length for length in range(len(order) + 1) if _follows(order[:length], before, after, kept, order))
    changed = [
        {**_named(after[key], keys), **_patch(before[key], after[key], field.type.element)}
        if key in before
        else after[key]
        for key in order[:length]
    ]
    return changed + removed


def _follows(
    first: list[Hashable],
    before: dict[Hashable, Object],
    after: dict[Hashable, Object],
    kept: list[Hashable],
    order: list[Hashable],
) -> bool:
    """Whether a patch that names the items of ``first`` leaves the others as they must be, in the right order."""
    rest = [key for key in kept if key not in first]
    return [*first, *rest] == order and all(before[key] == after[key] for key in rest)


def _by_key(items: list[Any], keys: tuple[str, ...]) -> dict[Hashable, Object]:
    """Return items by their keys. Raises NotExpressibleError where one has none, or two have the same."""
    found: dict[Hashable, Object] = {}
    for item in items:
        if not isinstance(item, dict) or keys[0] not in item:
            raise NotExpressibleError(keys[0])
        key = tuple(item.get(name, _OTHER_DEFAULTS.get(name)) for name in keys)
        if key in found:
            raise NotExpressibleError(keys[0])
        found[key] = item
    return found


def _named(item: Object, keys: tuple[str, ...]) -> Object:
    return {name: item[name] for name in keys if name in item}
