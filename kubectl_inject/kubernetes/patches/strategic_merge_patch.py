"""Strategic merge patch: laying a partial object over a whole one by Kubernetes' merge keys.

The rules are those of apimachinery's strategicpatch package, directives included:
https://github.com/kubernetes/community/blob/master/contributors/devel/sig-api-machinery/strategic-merge-patch.md
"""

from __future__ import annotations

from collections import deque

from kubectl_inject.errors import InjectionError
from kubectl_inject.kubernetes.schema.decoding import describe
from kubectl_inject.kubernetes.schema.types import Field, FieldType, Kind
from kubectl_inject.manifests.identity import NOTHING_KNOWN, ByIdentity
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_DIRECTIVE = "$patch"
_RETAIN_KEYS = "$retainKeys"
_DELETE_PRIMITIVES = "$deleteFromPrimitiveList/"
_SET_ORDER = "$setElementOrder/"

Object = dict[str, "Any"]


class StrategicMergeError(InjectionError):
    """A patch cannot be applied: an item lacks its merge key, or a directive is not known."""


def is_directive(name: str) -> bool:
    """Whether a field of a patch says how to patch, by its name."""
    return name in (_DIRECTIVE, _RETAIN_KEYS) or name.startswith((_SET_ORDER, _DELETE_PRIMITIVES))


def apply_patch(original: Object, patch: Object, kind: FieldType, taken: ByIdentity = NOTHING_KNOWN) -> Object:
    """Return ``original`` with ``patch`` laid over it; neither is changed, and parts may be shared with both.

    ``kind`` is the struct type of both. ``taken``: of parts of the patch, what they become where they are taken
    whole, as far as that is known (see ``without_directives``). Keys keep the order of the original, then of the
    patch. Raises StrategicMergeError.
    """
    return _merge_struct(original, patch, kind, taken)


def without_directives(part: Any, taken: ByIdentity | None = None) -> Any:
    """Return what a part of a patch becomes where it is taken whole; itself where that is nothing else.

    The same is noted in ``taken`` of the mappings and lists in it. Raises StrategicMergeError for a part
    with directives, which may become one thing or another.
    """
    becomes = part
    if isinstance(part, dict):
        if any(name.startswith("$") for name in part):
            raise StrategicMergeError("a part with directives of a patch cannot be known without its place")
        kept = {name: without_directives(item, taken) for name, item in part.items() if item is not None}
        becomes = part if len(kept) == len(part) and all(kept[name] is part[name] for name in kept) else kept
    elif isinstance(part, list):
        items = [without_directives(item, taken) for item in part]
        becomes = part if all(new is old for new, old in zip(items, part, strict=True)) else items
    if taken is not None and isinstance(part, dict | list):
        taken.note(part, becomes)
    return becomes


def _merge_struct(original: Object, patch: Object, kind: FieldType | None, taken: ByIdentity) -> Object:
    if (directive := patch.get(_DIRECTIVE)) is not None:
        return _follow_directive(directive, patch)
    merged = _retained(original, patch)
    fields = kind.struct_type().by_json_name if kind is not None and kind.kind == Kind.STRUCT else {}
    for name, value in patch.items():
        if name in (_DIRECTIVE, _RETAIN_KEYS) or name.startswith(_SET_ORDER):
            continue
        if name.startswith(_DELETE_PRIMITIVES):
            target = name.removeprefix(_DELETE_PRIMITIVES)
            deleted = _list_of(name, value)
            if isinstance(merged.get(target), list):
                merged[target] = [item for item in merged[target] if item not in deleted]
        elif value is None or (_is_marked(value) and not isinstance(merged.get(name), dict)):
            merged.pop(name, None)
        else:
            element = _element_kind(kind, name, fields)
            merged[name] = _merge_value(merged.get(name), value, fields.get(name), element, taken)
    for name, order in patch.items():
        if name.startswith(_SET_ORDER):
            target = name.removeprefix(_SET_ORDER)
            field = fields.get(target)
            key = _MergeKey.of(field) if field is not None and field.merge_key else _ITEM
            _set_order(merged, target, key, _list_of(name, order), (original.get(target), patch.get(target)))
    return merged


def _follow_directive(directive: Any, patch: Object) -> Object:
    """Return what a mapping becomes whose patch says ``$patch``."""
    if directive == "replace":
        replacement: Object = _without_directives(patch, NOTHING_KNOWN, keep_marked=True)
        return replacement
    if directive == "delete":
        return {}
    raise StrategicMergeError(f"unknown directive {_DIRECTIVE}: {directive!r}; known are replace and delete")


def _retained(original: Object, patch: Object) -> Object:
    """Return a copy of the original with only the fields that ``$retainKeys`` names, all where it is not given."""
    if _RETAIN_KEYS not in patch:
        return dict(original)
    retained = _list_of(_RETAIN_KEYS, patch[_RETAIN_KEYS])
    for name, value in patch.items():
        if value is not None and not name.startswith("$") and name not in retained:
            raise StrategicMergeError(f"{_RETAIN_KEYS} does not name {name!r}, which the patch sets")
    return {name: value for name, value in original.items() if name in retained}


def _list_of(directive: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise StrategicMergeError(f"{directive}: expected a list, found {describe(value)}")
    return value


def _element_kind(kind: FieldType | None, name: str, fields: dict[str, Field]) -> FieldType | None:
    """Return the type of what stands under ``name``: a field's type, or a map's element."""
    if name in fields:
        return fields[name].type
    return kind.element if kind is not None and kind.kind == Kind.MAP else None


def _merge_value(original: Any, patch: Any, field: Field | None, kind: FieldType | None, taken: ByIdentity) -> Any:
    if isinstance(patch, dict):
        if not isinstance(original, dict):
            return _without_directives(patch, taken, keep_marked=False)
        return _merge_struct(original, patch, kind, taken)
    if isinstance(patch, list):
        if not isinstance(original, list):
            return _without_directives(patch, taken, keep_marked=False)
        if field is not None and field.merge_key:
            return _merge_list(original, patch, field, taken)
        if field is not None and field.merge_primitives:
            merged = list(dict.fromkeys(_key_of(item, _ITEM) for item in [*original, *patch]))
            return _arranged(merged, _ITEM, wanted=patch, places=original)
        return _without_directives(patch, taken, keep_marked=True)
    return patch


def _merge_list(original: list[Any], patch: list[Any], field: Field, taken: ByIdentity) -> list[Any]:
    """Merge two lists of mappings by their merge key.

    The order is strategicpatch's: items of the patch in the patch's order, the original's own items in theirs,
    and an item of the original goes before an item of the patch only if it stood before it in the original.
    """
    key, element = _MergeKey.of(field), field.type.element
    directives = [(item[_DIRECTIVE], item) for item in patch if _is_marked(item)]
    patch = [item for item in patch if not _is_marked(item)]
    for directive, _ in directives:
        if directive not in ("replace", "delete"):
            raise StrategicMergeError(f"unknown directive {_DIRECTIVE}: {directive!r}; known are replace and delete")
    given = _MergeKey(key.name)
    removed = {_key_of(item, given) for directive, item in directives if directive == "delete"}
    if any(directive == "replace" for directive, _ in directives):
        replacement: list[Any] = _without_directives(patch, taken, keep_marked=True)
        return replacement
    wanted = [_key_of(item, given) for item in patch]
    original = [item for item in original if _key_of(item, key) not in removed]
    names = [_key_of(item, key) for item in original]
    if len({*wanted, *names}) == len(patch) + len(original):
        return [*(_without_directives(item, taken, keep_marked=True) for item in patch), *original]
    merged = list(original)
    place_of: dict[Any, int] = {}
    for place, name in enumerate(names):
        place_of.setdefault(name, place)
    for name, item in zip(wanted, patch, strict=True):
        if name in place_of:
            merged[place_of[name]] = _merge_struct(merged[place_of[name]], item, element, taken)
        else:
            place_of[name] = len(merged)
            merged.append(_without_directives(item, taken, keep_marked=True))
    return _arranged(merged, key, wanted=patch, places=original)


def _arranged(items: list[Any], key: _MergeKey, *, wanted: list[Any], places: list[Any]) -> list[Any]:
    """Return the items in order: those of ``wanted`` as they stand there, the others as they stand in ``places``.

    One of the others goes before one of the wanted only if it stands before it in ``places``. Items that share a
    key (ports of two protocols do) end up together.
    """
    rank, place = _first_places(wanted, key), _first_places(places, key)
    listed = sorted((item for item in items if _key_of(item, key) in rank), key=lambda item: rank[_key_of(item, key)])
    others = deque(
        sorted(
            (item for item in items if _key_of(item, key) not in rank),
            key=lambda item: place.get(_key_of(item, key), len(places)),
        )
    )
    arranged: list[Any] = []
    for item in listed:
        before = place.get(_key_of(item, key), -1)
        while others and place.get(_key_of(others[0], key), before) < before:
            arranged.append(others.popleft())
        arranged.append(item)
    return [*arranged, *others]


def _first_places(items: list[Any], key: _MergeKey) -> dict[Any, int]:
    places: dict[Any, int] = {}
    for place, item in enumerate(items):
        places.setdefault(_key_of(item, key), place)
    return places


@dataclass(frozen=True, slots=True)
class _MergeKey:
    """What items of a list are found by: a field's name, or the items themselves where it is empty.

    ``zero`` is the key of an item that gives none. Of a typed object, Go writes it as any other value, save for fields
    that it omits when they are empty.
    """

    name: str = ""
    zero: str | int | None = None

    @classmethod
    def of(cls, field: Field) -> _MergeKey:
        """Return the key of items in a typed object's list."""
        element = field.type.element
        held = element.struct_type().by_json_name.get(field.merge_key) if element is not None else None
        if held is None or held.omit_empty:
            return cls(field.merge_key)
        return cls(field.merge_key, 0 if held.type.kind == Kind.INTEGER else "")


_ITEM = _MergeKey()


def _key_of(item: Any, key: _MergeKey) -> Any:
    """Return an item's merge key. Raises StrategicMergeError where it has none."""
    value = (item.get(key.name) if isinstance(item, dict) else None) if key.name else item
    if value is None and isinstance(item, dict):
        value = key.zero
    if value is None or isinstance(value, dict | list):
        what = f"no usable {key.name!r}" if key.name else "no plain value"
        raise StrategicMergeError(f"a list item has {what}, by which items of that list are merged: {item!r:.80}")
    return value


def _set_order(merged: Object, name: str, key: _MergeKey, order: list[Any], sides: tuple[Any, Any]) -> None:
    """Bring a list into the order that ``$setElementOrder`` gives; ``sides`` are it in the original and the patch."""
    items = merged.get(name)
    if not isinstance(items, list):
        return
    original, patch = (side if isinstance(side, list) else [] for side in sides)
    remaining = iter([_key_of(item, key) for item in order])
    if order and not all(_key_of(item, key) in remaining for item in patch if not _is_marked(item)):
        raise StrategicMergeError(f"{_SET_ORDER}{name} does not list the items of {name!r} in the patch's order")
    merged[name] = _arranged(items, key, wanted=order, places=original)


def _is_marked(value: Any) -> bool:
    """Whether a mapping carries ``$patch``, which says what becomes of it."""
    return isinstance(value, dict) and _DIRECTIVE in value


def _without_directives(value: Any, taken: ByIdentity, *, keep_marked: bool) -> Any:
    """Return a patch's value as it stands where it is taken whole: no directives, no nulls in mappings.

    Mappings in it that carry ``$patch`` are left out where there was nothing to patch; where the value replaces
    another one, or is a new item of a list, they stay.
    """
    if isinstance(value, dict):
        if (known := taken.get(value)) is not None:
            return known
        return {
            name: _without_directives(item, taken, keep_marked=keep_marked)
            if item.__class__ is dict or item.__class__ is list
            else item
            for name, item in value.items()
            if item is not None and not name.startswith("$") and (keep_marked or not _is_marked(item))
        }
    if isinstance(value, list):
        if (known := taken.get(value)) is not None:
            return known
        return [
            _without_directives(item, taken, keep_marked=keep_marked)
            for item in value
            if keep_marked or not _is_marked(item)
        ]
    return value


def are_keyed(items: Any, key: str) -> bool:
    """Whether a list, or nothing, has items that all have the merge key, and no two the same."""
    if not isinstance(items, list | None):
        return False
    keys = [item.get(key) for item in items or [] if isinstance(item, dict)]
    return len(keys) == len(items or []) == len(set(map(str, keys))) and None not in keys
