"""Paths of fields, as people read them: ``spec.containers[web].image``."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def path_inside(path: str, name: str) -> str:
    """Return the path of a field of what is at a path; a name that has dots or slashes is set in brackets."""
    if "." in name or "/" in name:
        return f"{path}[{name}]"
    return f"{path}.{name}" if path else name


def path_of(steps: Iterable[str | int]) -> str:
    """Return the path of steps through an object: names of fields, and places in lists."""
    path = ""
    for step in steps:
        path = f"{path}[{step}]" if isinstance(step, int) else path_inside(path, step)
    return path
