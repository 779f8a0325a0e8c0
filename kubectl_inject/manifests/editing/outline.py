"""Documents edited in outline: a word stands for each mapping and list that comes in whole.

Of an injected document most is what injection adds, and most of that it adds to every document. So an edit is made,
and read back, with words in the place of what comes in; then the text of each part takes its word's place. That is
right for block style: a word stands behind a dash or a key, where its line ends; a part is the lines in that place that
are indented further, and what other lines mean depends on neither. What the lines of a part mean is found line by line,
for the same reason, and each line is read back when it is written for the first time.
"""

from __future__ import annotations

from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.identity import ByIdentity
from kubectl_inject.manifests.output.writing import Style, inline_string, write_yaml
from kubectl_inject.manifests.parsing.kubernetes_yaml import load
from kubectl_inject.manifests.sameness import is_same
from kubectl_inject.manifests.stand_in import StandIn
from kubectl_inject.manifests.words import is_word
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from kubectl_inject.manifests.stand_in import Indents

WORD = "whatcomesin"
"""What words of our own begin with."""

_END = "x"
_MOST_TEXTS = 50_000
_NO_INDENTS = (0, 0, 0)


class CannotFillError(Exception):
    """A part cannot be written line by line, so no word can stand for it."""


class WrittenParts:
    """Writes parts of documents, and remembers the lines of pairs and items, and all of those parts that are constant.

    ``constants`` are mappings and lists that come in again and again, the very same objects.
    """

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._lines: dict[tuple[object, ...], str] = {}
        self._constants: dict[tuple[int, Indents], ByIdentity] = {}

    def text(self, part: Any, column: int, indents: Indents, constants: ByIdentity) -> str:
        """Return a part's lines, without the last line's end, as ``write_yaml`` does. Raises CannotFillError."""
        texts = self._constants.get((column, indents))
        text: str | None = None if texts is None else texts.get(part)
        if text is None:
            text = self._written(part, column, indents, constants)
            if part in constants:
                texts = self._constants.get((column, indents))
                if texts is None or len(texts) >= _MOST_TEXTS:
                    texts = self._constants[column, indents] = ByIdentity()
                texts.note(part, text)
        return text

    def _written(self, part: Any, column: int, indents: Indents, constants: ByIdentity) -> str:
        mapping, sequence, item_indent = indents
        padding = " " * column
        lines: list[str] = []
        if part.__class__ is dict:
            for name, value in part.items():
                if value and (value.__class__ is dict or value.__class__ is list):
                    inner = column + (mapping if value.__class__ is dict else sequence)
                    lines.append(f"{padding}{self._key(name)}")
                    lines.append(self.text(value, inner, indents, constants))
                else:
                    key = (name, value) if value.__class__ is str else (name, value.__class__, str(value))
                    known = self._lines.get(key)
                    lines.append(padding + known if known else self._line(key, {name: value}, column, indents))
        else:
            inner = column + item_indent
            dash = f"{padding}-{' ' * (item_indent - 1)}"
            for value in part:
                if value and (value.__class__ is dict or value.__class__ is list):
                    lines.append(dash + self.text(value, inner, indents, constants)[inner:])
                else:
                    key = (item_indent, value) if value.__class__ is str else (item_indent, value.__class__, str(value))
                    known = self._lines.get(key)
                    lines.append(padding + known if known else self._line(key, [value], column, indents))
        return "\n".join(lines)

    def _key(self, name: str) -> str:
        """Return the line of a key with a mapping or list under it."""
        key = (name,)
        line = self._lines.get(key)
        if line is None:
            line = self._remembered(key, _checked({name: {}}).removesuffix(" {}"))
        return line

    def _line(self, key: tuple[object, ...], whole: Any, column: int, indents: Indents) -> str:
        """Return the line of a pair or an item, which is all that ``whole`` has, and remember it by a key."""
        (value,) = whole.values() if whole.__class__ is dict else whole
        if value.__class__ is str:
            if "\n" in value:
                return _checked(whole, column, indents)
            if is_word(value) and inline_string(value) == value:
                return f"{' ' * column}{self._before_word(key[0], whole, indents)}{value}"
        return " " * column + self._remembered(key, _checked(whole, 0, indents))

    def _before_word(self, place: object, whole: Any, indents: Indents) -> str:
        """Return what a line has before its value, if that is a word: any word then means itself there."""
        key = (place, "before", "a word")
        line = self._lines.get(key)
        if line is None:
            word = dict.fromkeys(whole, WORD) if whole.__class__ is dict else [WORD]
            line = self._remembered(key, _checked(word, 0, indents).removesuffix(WORD))
        return line

    def _remembered(self, key: tuple[object, ...], line: str) -> str:
        if "\n" in line:
            raise CannotFillError
        if len(self._lines) >= _MOST_TEXTS:
            self._lines.clear()
        self._lines[key] = line
        return line


def _checked(value: Any, column: int = 0, indents: Indents = (2, 0, 2)) -> str:
    """Return the lines of a value, without the last line's end, once they are known to mean it."""
    text = write_yaml(value, style=Style(*indents), indent=column)
    try:
        means = load(text)
    except ManifestError as error:
        raise CannotFillError from error
    if not is_same(means, value):
        raise CannotFillError
    return text.removesuffix("\n")


class Outline:
    """An object that is to be written over an old one, with words for the mappings and lists that come in."""

    def __init__(self, old: Any, new: Any) -> None:
        """Put words into the new object where the old one has nothing."""
        self._words: list[StandIn] = []
        self.value = self._outlined(old, new)

    @staticmethod
    def can_be_of(text: str) -> bool:
        """Whether a document can be edited in outline: it must have no words of its own that look like these."""
        return WORD not in text

    def _outlined(self, old: Any, new: Any) -> Any:
        if new is old or not new:
            return new
        if new.__class__ is dict:
            if old.__class__ is not dict or not old:
                return self._word_for(new)
            return {
                name: self._outlined(old.get(name), item) if item.__class__ is dict or item.__class__ is list else item
                for name, item in new.items()
            }
        if new.__class__ is list:
            if old.__class__ is not list or not old:
                return self._word_for(new)
            kept = ByIdentity(old)
            return [
                self._word_for(item) if item and item.__class__ is dict and item not in kept else item for item in new
            ]
        return new

    def _word_for(self, part: Any) -> StandIn:
        stand_in = StandIn(word(len(self._words)), part)
        self._words.append(stand_in)
        return stand_in

    def filled(self, text: str, line_break: str, parts: WrittenParts, constants: ByIdentity) -> str:
        """Return a text that words are written in with what they stand for. Raises CannotFillError."""
        values = [stand_in.part for stand_in in self._words]
        return text_with_gaps(text, self._words).filled(values, line_break, parts, constants)


@dataclass(frozen=True, slots=True)
class TextWithGaps:
    """A text with words, divided at these: a piece more than there are gaps.

    Each gap has the number of its word and, where a mapping or list goes there, the column, the indents, and whether
    it stands behind a dash; a column of -1 is that of a string.
    """

    pieces: Sequence[str]
    gaps: Sequence[tuple[int, int, Indents, bool]]

    def filled(self, values: Sequence[Any], line_break: str, parts: WrittenParts, constants: ByIdentity) -> str:
        """Return the text with the values of that number in its gaps. Raises CannotFillError."""
        texts = [self.pieces[0]]
        for (number, column, indents, is_item), piece in zip(self.gaps, self.pieces[1:], strict=True):
            value = values[number]
            if column >= 0:
                value = parts.text(value, column, indents, constants)
                value = value[column:] if is_item else f"\n{value}"
                if line_break != "\n":
                    value = value.replace("\n", line_break)
            texts += (value, piece)
        return "".join(texts)


def text_with_gaps(text: str, words: Sequence[str]) -> TextWithGaps:
    """Divide a text at words, which have their places in it. Raises CannotFillError where a StandIn has none."""
    pieces = text.split(WORD)
    gaps: list[tuple[int, int, Indents, bool]] = []
    for place in range(1, len(pieces)):
        digits, _, pieces[place] = pieces[place].partition(_END)
        written: Any = words[int(digits)]
        if written.__class__ is not StandIn:
            gaps.append((int(digits), -1, _NO_INDENTS, False))
            continue
        gaps.append((int(digits), written.column, written.indents, written.is_item))
        if not written.is_item:
            pieces[place - 1] = pieces[place - 1][:-1]  # the blank behind the colon
    written_words = sum(words[gap[0]].__class__ is StandIn for gap in gaps)
    if written_words != sum(each.column >= 0 for each in words if isinstance(each, StandIn)):
        raise CannotFillError
    return TextWithGaps(tuple(pieces), tuple(gaps))


def word(number: int) -> str:
    """Return the word of a number."""
    return f"{WORD}{number}{_END}"
