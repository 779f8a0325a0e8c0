"""Strategic merge patches as Kustomize applies them, which is not quite as Kubernetes does.

In a list that is merged by key, the items that a patch names come first, in its order, and the others after them in
theirs. So a patch names all items up to the last one that is new, changed or moved, those that stay as they are by
their key alone. Null takes a field away. There is no ``$setElementOrder``. Where items have two keys, new ones come
first, and the others stay in the order that they had.
"""

from __future__ import annotations

from kubectl_inject.kubernetes.schema.decoding import without_nulls
from kubectl_inject.kubernetes.schema.types import Field, FieldType, Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable
    from typing import Any

Object = dict[str, "Any"]

_KEYS = {
    "ports": ("containerPort", "protocol"),
    "topologySpreadConstraints": ("topologyKey", "whenUnsatisfiable"),
}
"""The lists that Kustomize merges by more than the one key of their type."""


class NotExpressibleError(Exception):
    """No strategic merge patch of Kustomize's leads from one object to the other."""


def strategic_patch(old: Object, new: Object, kind: FieldType) -> Object:
    """Return the patch that makes ``new`` of ``old``, both of a struct type; without what identifies the object.

    Raises NotExpressibleError where there is none.
    """
    before, after = without_nulls(old), without_nulls(new)
    for value in (before, after):
        _refuse_unmergeable(value, kind)
    return _patch(before, after, kind)


def _patch(old: Object, new: Object, kind: FieldType | None) -> Object:
    if _is_retyped(old, new):
        raise NotExpressibleError
    fields = kind.struct_type().by_json_name if kind is not None and kind.kind == Kind.STRUCT else {}
    patch: Object = {name: None for name in old if name not in new}
    for name, value in new.items():
        given = old.get(name)
        if given == value and name in old:
            continue
        field = fields.get(name)
        inner = field.type if field is not None else kind.element if kind is not None else None
        if isinstance(value, dict) and isinstance(given, dict) and given:
            retyped = _is_retyped(given, value)
            patch[name] = {"$patch": "replace", **value} if retyped else _patch(given, value, inner)
        elif isinstance(value, list) and isinstance(given, list) and given and field is not None and field.merge_key:
            patch[name] = _list_patch(name, given, value, field)
        elif isinstance(value, list) and field is not None and field.merge_primitives:
            raise NotExpressibleError(name)
        else:
            patch[name] = value
    return patch


def _is_retyped(old: Object, new: Object) -> bool:
    """Whether a string becomes a number or a boolean: where it had quotes, Kustomize puts the new value into them."""
    return any(isinstance(old.get(name), str) and isinstance(value, int | float) for name, value in new.items())


def _refuse_unmergeable(value: Any, kind: FieldType | None) -> None:
    """Raise NotExpressibleError for lists in which Kustomize loses items, whatever the patch says of them.

    It merges every list of an object that is patched, and takes items of one key for the same, or of keys that only
    some of them have.
    """
    if isinstance(value, dict):
        fields = kind.struct_type().by_json_name if kind is not None and kind.kind == Kind.STRUCT else {}
        for name, item in value.items():
            field = fields.get(name)
            if isinstance(item, list) and item and field is not None and field.merge_key:
                _by_key(item, _keys(name, field, item))
            _refuse_unmergeable(item, field.type if field is not None else None)
    elif isinstance(value, list):
        for item in value:
            _refuse_unmergeable(item, kind.element if kind is not None else None)


def _list_patch(name: str, old: list[Any], new: list[Any], field: Field) -> list[Any]:
    keys = _keys(name, field, [*old, *new])
    before, after = _by_key(old, keys), _by_key(new, keys)
    removed = [{**_named(item, keys), "$patch": "delete"} for key, item in before.items() if key not in after]
    kept = [key for key in before if key in after]
    order = list(after)
    if len(keys) == 1:
        length = next(count for count in range(len(order) + 1) if _follows(order[:count], before, after, kept, order))
        named = order[:length]
    else:
        added = [key for key in order if key not in before]
        if [*added, *kept] != order:
            raise NotExpressibleError(name)
        named = [*added, *(key for key in kept if before[key] != after[key])]
    changed = [
        {**_named(after[key], keys), **_patch(before[key], after[key], field.type.element)}
        if key in before
        else after[key]
        for key in named
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


def _keys(name: str, field: Field, items: list[Any]) -> tuple[str, ...]:
    """Return the keys by which Kustomize tells items apart: those that they have.

    Raises NotExpressibleError where only some of them have one.
    """
    of_type = _KEYS.get(name, (field.merge_key,))
    found = {tuple(key for key in of_type if isinstance(item, dict) and key in item) for item in items}
    if len(found) != 1 or of_type[0] not in min(found):
        raise NotExpressibleError(name)
    return found.pop()


def _by_key(items: list[Object], keys: tuple[str, ...]) -> dict[Hashable, Object]:
    """Return items by their keys. Raises NotExpressibleError where two have the same."""
    found: dict[Hashable, Object] = {tuple(item[key] for key in keys): item for item in items}
    if len(found) < len(items):
        raise NotExpressibleError(keys[0])
    return found


def _named(item: Object, keys: tuple[str, ...]) -> Object:
    return {name: item[name] for name in keys}
