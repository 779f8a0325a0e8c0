"""Which item of a changed list comes from which item of the old one."""

from __future__ import annotations

from kubectl_inject.manifests.sameness import is_same
from kubectl_inject.manifests.stand_in import part_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_NAMING_KEYS = ("name", "mountPath", "containerPort", "devicePath", "uid", "ip", "key")


def sources(old: list[Any], new: list[Any]) -> list[int | None]:
    """Return for each new item the place of the old item that it comes from, or None where it is added.

    Items are the same where they have the same name, or another key that names them, or where they are equal.
    """
    new = list(map(part_of, new))
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    middle = _matches(old[head : len(old) - tail], new[head : len(new) - tail])
    return [
        *range(head),
        *(None if place is None else head + place for place in middle),
        *range(len(old) - tail, len(old)),
    ]


def _common(old: list[Any], new: list[Any]) -> int:
    """Return how many items two lists have in common at their beginning."""
    differing = (
        place for place, (first, second) in enumerate(zip(old, new, strict=False)) if not is_same(first, second)
    )
    return next(differing, min(len(old), len(new)))


def _matches(old: list[Any], new: list[Any]) -> list[int | None]:
    names = [_name_of(item) for item in old]
    free = dict.fromkeys(range(len(old)))
    found: list[int | None] = []
    for item in new:
        name = _name_of(item)
        same = (
            place
            for place in free
            if (names[place] == name if name is not None else names[place] is None and is_same(old[place], item))
        )
        source = next(same, None)
        if source is not None:
            del free[source]
        found.append(source)
    return _with_changed(found, old, new)


def _with_changed(found: list[int | None], old: list[Any], new: list[Any]) -> list[int | None]:
    """Return the places with those of items that have no name and changed: where as many went as came, in a gap."""
    kept = [place for place in found if place is not None]
    if kept != sorted(kept):
        return found
    result: list[int | None] = []
    after = -1
    for place in [*found, len(old)]:
        if place is None:
            continue
        start = len(result)
        came = found.index(place, start) - start if place < len(old) else len(new) - start
        went = range(after + 1, place)
        pairs = list(zip(went, new[start : start + came], strict=False))
        are_changed = came == len(went) and all(_may_become(old[source], item) for source, item in pairs)
        result += list(went) if are_changed else [None] * came
        result += [place] if place < len(old) else []
        after = place
    return result


def _may_become(old: Any, new: Any) -> bool:
    return _name_of(old) is None and _name_of(new) is None and _shape(old) == _shape(new)


def _shape(item: Any) -> type:
    return type(item) if isinstance(item, dict | list) else object


def _name_of(item: Any) -> Any:
    if not isinstance(item, dict):
        return None
    return next(((key, item[key]) for key in _NAMING_KEYS if isinstance(item.get(key), str | int)), None)
