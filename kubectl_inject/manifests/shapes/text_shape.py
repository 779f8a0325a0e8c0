"""Texts with gaps: what documents of one shape have in common, and reading the others by it."""

from __future__ import annotations

from yaml.nodes import MappingNode, ScalarNode

from kubectl_inject.manifests.editing.outline import WORD, Outline, word
from kubectl_inject.manifests.parsing.kubernetes_yaml import STRING, compose, construct
from kubectl_inject.manifests.parsing.limits import CHECKED
from kubectl_inject.manifests.parsing.scalars import WORDS
from kubectl_inject.manifests.reading import Reading
from kubectl_inject.startup.frozen import dataclass, replace
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from kubectl_inject.manifests.stream import Document

GAP = "\0"
"""What stands for a string in the text of a shape: a character that no YAML has."""

_MOST_TEXT = 20_000
# The longest strings that can be exchanged, without line breaks, quotes, escapes and signs of comments. A plain one
# begins with a letter, so that it is no number, and a colon in it has no blank behind it.
_PLAIN = pattern(r"[A-Za-z][A-Za-z0-9./_-]*+(?::[A-Za-z0-9/][A-Za-z0-9./_-]*+)*+")
_QUOTED = pattern(r"[A-Za-z0-9 ./_:@=+,-]++")
_AFTER_PLAIN = frozenset(" ,]}\r\n") | {""}


@dataclass(frozen=True, slots=True)
class GappedText:
    """A document's text with gaps, and the strings that stand there."""

    common: str
    strings: Sequence[str]


def gapped(text: str, root: Any) -> GappedText | None:
    """Return a document's text with gaps; None where it is none that others can have in common with it."""
    if root.__class__ is ScalarNode or root.flow_style or len(text) > _MOST_TEXT or not Outline.can_be_of(text):
        return None
    if "<<" in text or ("&" in text and "*" in text) or ("\r" in text and "\r\n" not in text):
        return None
    places: list[int] = []
    _find_strings(root, text, places)
    pieces, before = [], 0
    strings = []
    for start, end in zip(places[::2], places[1::2], strict=True):
        pieces.append(text[before:start])
        strings.append(text[start:end])
        before = end
    return GappedText(GAP.join([*pieces, text[before:]]), strings)


def _find_strings(node: Any, text: str, places: list[int]) -> None:
    """Add where the strings in a node begin and end, without their quotes, of those that can be exchanged.

    Keys are none of them.
    """
    is_mapping = node.__class__ is MappingNode
    for item in node.value:
        value = item[1] if is_mapping else item
        if value.__class__ is not ScalarNode:
            _find_strings(value, text, places)
        elif value.tag is STRING:
            string, quote = value.value, value.style or ""
            start, end = value.start_mark.index, value.end_mark.index
            if not quote:
                if text[start:end] == string and _PLAIN.fullmatch(string) and text[end : end + 1] in _AFTER_PLAIN:
                    places += (start, end)
            elif text[start:end] == f"{quote}{string}{quote}" and _QUOTED.fullmatch(string):
                places += (start + 1, end - 1)


class TextShape:
    """Reads documents of one shape by what they have in common."""

    def __init__(self, example: Document, gapped: GappedText) -> None:
        """Learn how documents of the shape of an example read."""
        *before, self._end = gapped.common.split(GAP)
        self._parts = [(piece, _QUOTED if piece[-1:] in ("'", '"') else _PLAIN) for piece in before]
        self.common = gapped.common
        in_words = replace(example, text=with_words(gapped.common, range(len(before))))
        root = compose(in_words, CHECKED)
        self._value: Any = construct(root, in_words)
        self._plan = _plan(self._value)
        self._line = root.start_mark.line if root is not None else 0

    def read(self, document: Document) -> Reading | None:
        """Return what a document of this shape means, or None where it has another."""
        strings = self._strings(document.text)
        if strings is None or WORD in document.text:
            return None
        value = self._value if self._plan is None else _filled(self._value, self._plan, strings)
        return Reading.by_shape(document, value, self._line, GappedText(self.common, strings))

    def _strings(self, text: str) -> list[str] | None:
        """Return the strings in the gaps of a text, or None where they or what is between them is otherwise."""
        strings: list[str] = []
        place = 0
        for piece, exchangeable in self._parts:
            if not text.startswith(piece, place):
                return None
            found = exchangeable.match(text, place + len(piece))
            if found is None or (exchangeable is _PLAIN and found[0] in WORDS):
                return None
            place = found.end()
            strings.append(found[0])
        return strings if text[place:] == self._end else None


def with_words(common: str, numbers: Iterable[int]) -> str:
    """Return a text with the words of those numbers in its gaps."""
    first, *others = common.split(GAP)
    return first + "".join([word(number) + piece for number, piece in zip(numbers, others, strict=True)])


def _plan(value: object) -> Any:
    """Return where words are in a value: a word's number, or by their keys or places the plans of what is in it."""
    if value.__class__ is str:
        return int(value.removeprefix(WORD)[:-1]) if value.startswith(WORD) else None
    items = value.items() if value.__class__ is dict else enumerate(value) if value.__class__ is list else ()
    plans = {place: plan for place, item in items if (plan := _plan(item)) is not None}
    return plans or None


def _filled(value: Any, plan: Any, strings: Sequence[str]) -> Any:
    """Return a value with strings in the place of words, by a plan."""
    filled = value.copy()
    for place, inner in plan.items():
        filled[place] = strings[inner] if inner.__class__ is int else _filled(filled[place], inner, strings)
    return filled
