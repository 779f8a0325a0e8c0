"""Overlays that were rendered before, with the places where the varying strings go.

Most of a rendered sidecar is the same from one workload to the next. Two renders go the same way if the template took
the same branches; then they differ in printed strings only. Where these are words, such as names, what the text means
is found once for all of them, with a marker in the place of each word; from then on the words are put into what it
means, and nothing is parsed.

That is right because a word means itself wherever YAML takes a marker for a part of a string. Only a whole scalar could
turn out to be something else than a string (``1e5`` from ``1`` and ``e5``), and that is looked at each time.
"""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.gotemplate.execution.output import concatenated
from kubectl_inject.kubernetes.patches.strategic_merge_patch import StrategicMergeError, without_directives
from kubectl_inject.manifests.identity import NOTHING_KNOWN, ByIdentity
from kubectl_inject.manifests.parsing.scalars import resolve
from kubectl_inject.manifests.words import is_word
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence
    from typing import Any

    from kubectl_inject.gotemplate.execution.output import Output
    from kubectl_inject.kubernetes.known_fields import UnknownField

    Key = tuple[str | int, ...]

Overlay = dict[str, "Any"]

_MARK = "zq"
_MARKER = pattern(rf"{_MARK}(\d+)x")
_MOST_SHAPES = 256
_MOST_SEEN = 64
"""How many renders of one way may come between two of one shape: more are not remembered, or memory would grow."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text means: a partial Pod, and the fields that were left out of it."""

    overlay: Overlay
    unknown: Sequence[UnknownField] = ()

    @property
    def paths(self) -> list[str]:
        """The paths of what was left out, each once."""
        return list(dict.fromkeys(field.path for field in self.unknown))

    def rendered(self) -> RenderedOverlay:
        """Return it as an overlay of which nothing more is known."""
        return RenderedOverlay(self.overlay, self.paths)


@dataclass(frozen=True, slots=True)
class RenderedOverlay:
    """What a render means: a partial Pod, not to be changed.

    ``is_plain``: it is known to have no directives of a patch. ``taken`` says what parts of it become where they are
    taken whole. Of that, the very same objects for all renders of a shape are the ``constants``, and those of this
    render alone are its ``own``. ``unknown`` are the paths of fields that the template gives and a Pod does not have,
    which are not in the overlay.
    """

    overlay: Overlay
    unknown: Sequence[str] = ()
    is_plain: bool = False
    taken: ByIdentity = NOTHING_KNOWN
    constants: ByIdentity = NOTHING_KNOWN
    own: ByIdentity = NOTHING_KNOWN


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the text of a shape means with its markers, and the places of the strings that have some.

    ``unchanged`` are the ways to parts with markers that stay as they are where they are taken whole.
    """

    overlay: Overlay
    plan: Any
    unknown: Sequence[str]
    unknown_plan: Any
    is_plain: bool
    taken: ByIdentity
    constants: ByIdentity
    unchanged: tuple[Key, ...]

    def filled(self, words: Sequence[str]) -> RenderedOverlay | None:
        """Return the overlay with words in the place of its markers, or None where one would be no string in YAML."""
        overlay = _filled(self.overlay, self.plan, words)
        if overlay is None:
            return None
        parts = []
        for path in self.unchanged:
            part = overlay
            for place in path:
                part = part[place]
            parts.append(part)
        own = ByIdentity(parts)
        unknown = _filled(self.unknown, self.unknown_plan, words) if self.unknown_plan else self.unknown
        return RenderedOverlay(overlay, unknown, self.is_plain, self.taken.merged(own), self.constants, own)


class _Way:
    """One way through a template: the strings that were printed first, and which of them vary, by their places."""

    __slots__ = ("first", "seen", "shapes", "varying")

    def __init__(self, first: Sequence[str]) -> None:
        self.first = first
        self.varying: tuple[int, ...] = ()
        self.seen: set[Key] = set()
        self.shapes: dict[Key, _Shape | None] = {}

    def key_of(self, strings: Sequence[str]) -> tuple[Key, list[str]]:
        """Return the strings with a number for each that varies harmlessly, of its quotes, and the words of these."""
        key: list[str | int] = [*strings]
        words = []
        for place in self.varying:
            string = strings[place]
            word = _word(string)
            if word is not None:
                key[place] = len(string) - len(word)
                words.append(word)
        return tuple(key), words

    def learn_places(self, strings: Sequence[str]) -> None:
        """Take the places where the strings differ from the first ones for varying, too, where that does no harm."""
        varying = {
            place
            for place, (one, other) in enumerate(zip(self.first, strings, strict=True))
            if one != other and _word(one) is not None and _word(other) is not None
        }
        if not varying <= {*self.varying}:
            self.varying = tuple(sorted(varying.union(self.varying)))
            self.seen.clear()
            self.shapes.clear()
            self.seen.add(self.key_of(self.first)[0])


class OverlayMemory:
    """Remembers what templates rendered. A shape is looked into when it comes for the second time."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._ways: dict[Hashable, _Way] = {}

    def overlay(
        self, name: str, texts: Sequence[str], output: Output, read: Callable[[str], Reading]
    ) -> RenderedOverlay:
        """Return what ``read`` makes of the text of an output.

        ``name`` is the template's, ``texts`` are its fixed ones. Raises what ``read`` does.
        """
        strings = output.strings
        branches = (name, *output.way)
        way = self._ways.get(branches)
        if way is None:
            if len(self._ways) < _MOST_SHAPES:
                self._ways[branches] = _Way(strings)
            return read(concatenated(output.way, strings, texts)).rendered()
        key, words = way.key_of(strings)
        shape = way.shapes.get(key)
        if shape is not None:
            filled = shape.filled(words)
            if filled is not None:
                return filled
        reading = read(concatenated(output.way, strings, texts))
        if key not in way.shapes:
            self._learn(way, texts, output, read, reading)
        return reading.rendered()

    def _learn(
        self, way: _Way, texts: Sequence[str], output: Output, read: Callable[[str], Reading], reading: Reading
    ) -> None:
        way.learn_places(output.strings)
        key, words = way.key_of(output.strings)
        if key in way.seen:
            if sum(len(known.shapes) for known in self._ways.values()) < _MOST_SHAPES:
                marked = concatenated(output.way, _marked(key, output.strings), texts)
                way.shapes[key] = _learned(marked, read, words, reading)
            return
        if len(way.seen) >= _MOST_SEEN:
            way.seen.clear()
        way.seen.add(key)


def _word(string: str) -> str | None:
    """Return the word that a string is, maybe in quotes as templates print it, or None where it is more than that."""
    word = string[1:-1] if len(string) > 1 and string[0] == string[-1] == '"' else string
    return word if is_word(word) else None


def _marked(key: Key, strings: Sequence[str]) -> list[str]:
    """Return the strings with markers for the words that vary."""
    marked: list[str] = []
    count = 0
    for fixed, string in zip(key, strings, strict=True):
        if isinstance(fixed, int):
            marked.append(string.replace(_word(string) or "", f"{_MARK}{count}x"))
            count += 1
        else:
            marked.append(string)
    return marked


def _learned(marked: str, read: Callable[[str], Reading], words: Sequence[str], reading: Reading) -> _Shape | None:
    """Return the shape of a render, or None where strings cannot simply be put into what it means.

    ``marked`` is its text with a marker for each word.
    """
    if marked.count(_MARK) != len(words):
        return None  # something else looks like a marker
    try:
        meant = read(marked)
    except InjectionError:
        return None
    overlay, unknown = meant.overlay, meant.paths
    plan, unknown_plan = _plan(overlay), _plan(unknown)
    left_out = _plan([[field.path, field.value] for field in meant.unknown])
    if plan is None or left_out is None:
        return None
    if {*_markers_in(plan), *_markers_in(left_out)} != set(range(len(words))):
        return None
    if _filled(overlay, plan, words) != reading.overlay or _filled(unknown, unknown_plan, words) != reading.paths:
        return None
    taken = ByIdentity()
    _note_taken(overlay, plan, taken)
    constants = ByIdentity(taken.values())
    unchanged = tuple(_unchanged(overlay, plan))
    return _Shape(overlay, plan, unknown, unknown_plan, _is_plain(overlay), taken, constants, unchanged)


def _is_plain(overlay: Overlay) -> bool:
    try:
        without_directives(overlay)
    except StrategicMergeError:
        return False
    return True


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


def _note_taken(value: Any, plan: Any, taken: ByIdentity) -> None:
    """Note for mappings and lists that no marker is in what they become where they are taken whole."""
    if not isinstance(value, dict | list):
        return
    if not plan:
        try:
            without_directives(value, taken)
        except StrategicMergeError:
            pass
        else:
            return
    for place, item in value.items() if isinstance(value, dict) else enumerate(value):
        _note_taken(item, plan.get(place) if plan else None, taken)


def _unchanged(value: Any, plan: Any, path: Key = ()) -> Iterator[Key]:
    """Yield the ways to mappings and lists with markers that stay as they are where taken whole."""
    if not isinstance(value, dict | list):
        return
    try:
        if path and without_directives(value) is value:
            yield path
    except StrategicMergeError:
        pass
    for place, inner in plan.items():
        yield from _unchanged(value[place], inner, (*path, place))


def _filled(value: Any, plan: Any, words: Sequence[str]) -> Any:
    """Return a value with words in the place of markers, or None where one would not be a string in YAML."""
    if plan.__class__ is tuple:
        text = "".join([words[int(piece)] if number % 2 else piece for number, piece in enumerate(plan)])
        return text if resolve(text) is text else None
    filled = value.copy()
    for place, inner in plan.items():
        item = _filled(value[place], inner, words)
        if item is None:
            return None
        filled[place] = item
    return filled
