"""Overlays that were rendered before, with the places where the varying strings go.

Most of a rendered sidecar is the same from one workload to the next. Two renders have one shape if the template took
the same way, and printed the same but for harmless strings: words of letters and digits, such as names. What the text
of a shape means is found once, with a marker in the place of each such string; then the strings are put into what it
means, and nothing is parsed.

That is right because a harmless string means itself wherever YAML takes a marker for a part of a string: it has no
character that YAML knows, no line break, and begins with a letter. Only a whole scalar could turn out to be something
else than a string (``true``, or ``1e5`` from ``1`` and ``e5``), and that is looked at each time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

from kubectl_inject.errors import InjectionError
from kubectl_inject.frozen import dataclass
from kubectl_inject.manifests.scalars import resolve

Overlay = dict[str, Any]
Parts = Sequence[int | str]
Plan = dict[str | int, Any]

_HARMLESS = re.compile(r"[A-Za-z][A-Za-z0-9]{0,99}(?:[-._/][A-Za-z0-9]{1,99}){0,9}\Z", re.ASCII)
_MARK = "zq"
_MARKER = re.compile(rf"{_MARK}(\d+)x")
_MOST_SHAPES = 256


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the text of a shape means with its markers, and the places of the strings that have some."""

    overlay: Overlay
    plan: Plan


class OverlayMemory:
    """Remembers what templates rendered. A shape is looked into when it comes for the second time."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._shapes: dict[Hashable, _Shape | None] = {}
        self._seen: set[Hashable] = set()

    def overlay(self, name: str, texts: Sequence[str], parts: Parts, read: Callable[[str], Overlay]) -> Overlay:
        """Return what ``read`` makes of the rendered text, which ``parts`` are of.

        ``name`` is the template's; a part that is a number stands for one of its ``texts``. Raises what ``read`` does.
        """
        varies = [isinstance(part, str) and _HARMLESS.match(part) is not None for part in parts]
        varying = [str(part) for part, harmless in zip(parts, varies, strict=True) if harmless]
        key = (name, *(None if harmless else part for part, harmless in zip(parts, varies, strict=True)))
        shape = self._shapes.get(key)
        if shape is not None:
            filled: Overlay | None = _filled(shape.overlay, shape.plan, varying)
            if filled is not None:
                return filled
        overlay = read(_joined(texts, parts))
        if key not in self._shapes and len(self._shapes) < _MOST_SHAPES:
            if key in self._seen:
                self._shapes[key] = _learned(texts, _marked(parts, varies), read, varying, overlay)
            self._seen.add(key)
        return overlay


def _joined(texts: Sequence[str], parts: Parts) -> str:
    return "".join([texts[part] if isinstance(part, int) else part for part in parts])


def _marked(parts: Parts, varies: Sequence[bool]) -> Parts | None:
    """Return the parts with markers in the place of those that vary; None where another part looks like one."""
    if any(isinstance(part, str) and _MARK in part for part in parts):
        return None
    numbers = iter(range(len(parts)))
    return [f"{_MARK}{next(numbers)}x" if harmless else part for part, harmless in zip(parts, varies, strict=True)]


def _learned(
    texts: Sequence[str], marked: Parts | None, read: Callable[[str], Overlay], varying: Sequence[str], overlay: Overlay
) -> _Shape | None:
    """Return the shape of a render, or None where strings cannot simply be put into what it means."""
    if marked is None or any(_MARK in text for text in texts):
        return None
    try:
        meant = read(_joined(texts, marked))
    except InjectionError:
        return None
    plan = _plan(meant)
    if plan is None or set(_markers_in(plan)) != set(range(len(varying))):
        return None
    return _Shape(meant, plan) if _filled(meant, plan, varying) == overlay else None


def _plan(value: Any) -> Any:
    """Return the places of markers in a value: its own pieces for a string, or a mapping of places; {} for none.

    None where a marker is in a key.
    """
    if isinstance(value, str):
        return tuple(_MARKER.split(value)) if _MARK in value else {}
    if isinstance(value, dict):
        if any(_MARK in name for name in value):
            return None
        inner = {name: _plan(item) for name, item in value.items()}
    elif isinstance(value, list):
        inner = {index: _plan(item) for index, item in enumerate(value)}
    else:
        return {}
    if any(plan is None for plan in inner.values()):
        return None
    return {place: plan for place, plan in inner.items() if plan}


def _markers_in(plan: Any) -> Iterator[int]:
    if isinstance(plan, tuple):
        yield from map(int, plan[1::2])
    else:
        for inner in plan.values():
            yield from _markers_in(inner)


def _filled(value: Any, plan: Any, strings: Sequence[str]) -> Any:
    """Return a value with strings in the place of markers, or None where one would not be a string in YAML."""
    if isinstance(plan, tuple):
        text = "".join([strings[int(piece)] if number % 2 else piece for number, piece in enumerate(plan)])
        return text if resolve(text) is text else None
    filled = value.copy()
    for place, inner in plan.items():
        item = _filled(value[place], inner, strings)
        if item is None:
            return None
        filled[place] = item
    return filled
