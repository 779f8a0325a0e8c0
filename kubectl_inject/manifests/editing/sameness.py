"""Equality of plain objects, as JSON knows it."""

from __future__ import annotations


def is_same(first: object, second: object) -> bool:
    """Whether two plain objects mean the same: Python takes True for 1, which JSON does not."""
    if first is second:
        return True
    if isinstance(first, dict) and isinstance(second, dict):
        return first.keys() == second.keys() and all(is_same(item, second[key]) for key, item in first.items())
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(map(is_same, first, second))
    return first == second and isinstance(first, bool) == isinstance(second, bool)
