"""Functions of Go's package path; those whose names begin with os are the same, as they are on Linux."""

from __future__ import annotations

from kubectl_inject.gotemplate.functions import Function, ParameterType
from kubectl_inject.gotemplate.sprig.tables import named

STRING = ParameterType.STRING


def base(path: str) -> str:
    """Return the last element: a dot for an empty path, a slash for one of slashes only."""
    if not path:
        return "."
    return path.rstrip("/").rpartition("/")[2] or "/"


def directory(path: str) -> str:
    """Return all but the last element, cleaned."""
    return clean(path[: path.rfind("/") + 1])


def clean(path: str) -> str:
    """Return the shortest path that means the same, without looking at any files."""
    rooted = path.startswith("/")
    kept: list[str] = []
    for element in path.split("/"):
        if element in ("", "."):
            continue
        if element != "..":
            kept.append(element)
        elif kept and kept[-1] != "..":
            kept.pop()
        elif not rooted:
            kept.append(element)
    return ("/" * rooted + "/".join(kept)) or "."


def extension(path: str) -> str:
    """Return the part of the last element from its last dot on."""
    _, dot, after = path.rpartition("/")[2].rpartition(".")
    return dot + after if dot else ""


def is_absolute(path: str) -> bool:
    """Say whether the path begins at the root."""
    return path.startswith("/")


FUNCTIONS = (
    *named(Function("base", base, (STRING,)), "osBase"),
    *named(Function("dir", directory, (STRING,)), "osDir"),
    *named(Function("clean", clean, (STRING,)), "osClean"),
    *named(Function("ext", extension, (STRING,)), "osExt"),
    *named(Function("isAbs", is_absolute, (STRING,)), "osIsAbs"),
)
