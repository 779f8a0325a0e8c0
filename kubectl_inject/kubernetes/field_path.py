"""Paths of fields, as people read them: ``spec.containers[web].image``."""

from __future__ import annotations


def path_inside(path: str, name: str) -> str:
    """Return the path of a field of what is at a path; a name that has dots or slashes is set in brackets."""
    if "." in name or "/" in name:
        return f"{path}[{name}]"
    return f"{path}.{name}" if path else name
