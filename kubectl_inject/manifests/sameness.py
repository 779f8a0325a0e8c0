"""Equality of plain objects, as JSON knows it."""

from __future__ import annotations

from kubectl_inject.manifests.stand_in import StandIn, part_of


def is_same(first: object, second: object) -> bool:
    """Whether two plain objects mean the same: Python takes True for 1, which JSON does not.

    A StandIn in the second is the same as its word, and as the value that it stands for.
    """
    if first is second:
        return True
    if first.__class__ is str:
        return first == second
    if second.__class__ is StandIn:
        second = part_of(second)
    if isinstance(first, dict) and isinstance(second, dict):
        if first.keys() != second.keys():
            return False
        for key, item in first.items():
            other = second[key]
            if item is not other and not is_same(item, other):
                return False
        return True
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(map(is_same, first, second))
    return first == second and isinstance(first, bool) == isinstance(second, bool)


def is_same_in_order(first: object, second: object) -> bool:
    """Whether two plain objects are written alike: they mean the same, and their keys have one order."""
    if first is second:
        return True
    if isinstance(first, dict) and isinstance(second, dict):
        return list(first) == list(second) and all(map(is_same_in_order, first.values(), second.values()))
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(map(is_same_in_order, first, second))
    return type(first) is type(second) and first == second
