"""Reading the formats of printf: which verb with which flags prints which value."""

from __future__ import annotations

from kubectl_inject.gotemplate.go_types import type_name
from kubectl_inject.gotemplate.quoting import is_surrogate
from kubectl_inject.gotemplate.values import GoObject, SizedInt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

_MAX_SIZE = 1_000_000  # Go takes no greater width or precision
_DIGITS = "0123456789"


class Flags:
    """The flags, width and precision of one verb, as package fmt knows them."""

    minus: bool = False
    plus: bool = False
    sharp: bool = False
    space: bool = False
    zero: bool = False
    plus_v: bool = False
    sharp_v: bool = False
    width: int | None = None
    precision: int | None = None

    def with_plus(self) -> Flags:
        """Return the same, and plus."""
        flags = Flags()
        vars(flags).update(vars(self), plus=True)
        return flags

    def pad(self, text: str, *, zeros: bool = True) -> str:
        """Return a text filled up to the width; with zeros where the flag asks for them and they may stand."""
        if not self.width or len(text) >= self.width:
            return text
        if self.minus:
            return text.ljust(self.width)
        return text.rjust(self.width, "0" if zeros and self.zero else " ")


PLAIN = Flags()
"""The flags of print: none. Not to be changed."""

FormatItem: TypeAlias = str | tuple[str, Flags, object]
"""Text that is ready, or a verb with its flags and value."""


def format_items(template: str, values: Sequence[object]) -> Iterator[FormatItem]:
    """Read a format from left to right."""
    return _FormatReader(template, values).items()


class _FormatReader:
    def __init__(self, template: str, values: Sequence[object]) -> None:
        self._template = template
        self._values = values
        self._position = 0
        self._argument = 0
        self._reordered = False
        self._good_index = True
        self._after_index = False

    def items(self) -> Iterator[FormatItem]:
        """Read the whole format."""
        template = self._template
        while self._position < len(template):
            percent = template.find("%", self._position)
            if percent < 0:
                yield template[self._position :]
                break
            if percent > self._position:
                yield template[self._position : percent]
            self._position = percent + 1
            yield from self._verb()
        if not self._reordered and self._argument < len(self._values):
            yield from self._extra()

    def _peek(self) -> str:
        return self._template[self._position : self._position + 1]

    def _verb(self) -> Iterator[FormatItem]:
        """Read ``flags [index] [width | "*"] ["." [index] (precision | "*")] [index] verb``."""
        self._good_index, self._after_index = True, False
        flags = self._flags()
        self._index()
        yield from self._width(flags)
        if self._peek() == "." and self._position + 1 < len(self._template):
            self._position += 1
            yield from self._precision(flags)
        if not self._after_index:
            self._index()
        verb = self._peek()
        if not verb:
            yield "%!(NOVERB)"
            return
        self._position += 1
        if is_surrogate(ord(verb)):
            verb = "\ufffd"
        if verb == "%":
            yield "%"
        elif not self._good_index:
            yield f"%!{verb}(BADINDEX)"
        elif self._argument >= len(self._values):
            yield f"%!{verb}(MISSING)"
        else:
            if verb in "vw":
                flags.sharp_v, flags.sharp = flags.sharp, False
                flags.plus_v, flags.plus = flags.plus, False
            yield verb, flags, self._values[self._argument]
            self._argument += 1

    def _flags(self) -> Flags:
        flags = Flags()
        while True:
            match self._peek():
                case "#":
                    flags.sharp = True
                case "0":
                    flags.zero = True
                case "+":
                    flags.plus = True
                case "-":
                    flags.minus = True
                case " ":
                    flags.space = True
                case _:
                    return flags
            self._position += 1

    def _width(self, flags: Flags) -> Iterator[FormatItem]:
        if self._peek() != "*":
            flags.width = self._number()
            if self._after_index and flags.width is not None:
                self._good_index = False
            return
        self._position += 1
        width = self._size_argument()
        if width is None:
            yield "%!(BADWIDTH)"
        elif width < 0:
            flags.minus, flags.zero = True, False
            width = -width
        flags.width = width
        self._after_index = False

    def _precision(self, flags: Flags) -> Iterator[FormatItem]:
        if self._after_index:
            self._good_index = False
        self._index()
        if self._peek() != "*":
            flags.precision = self._number() or 0
            return
        self._position += 1
        flags.precision = self._size_argument()
        if flags.precision is not None and flags.precision < 0:
            flags.precision = None
        if flags.precision is None:
            yield "%!(BADPREC)"
        self._after_index = False

    def _number(self) -> int | None:
        """Read a number; one that is too large is read up to the end of the format, as Go does."""
        start = self._position
        number = 0
        while (digit := self._peek()) and digit in _DIGITS:
            if number > _MAX_SIZE:
                self._position = len(self._template)
                return None
            number = number * 10 + int(digit)
            self._position += 1
        return number if self._position > start else None

    def _index(self) -> None:
        """Read ``[n]``, the number of the next value, if it stands here."""
        self._after_index = False
        if self._peek() != "[":
            return
        self._reordered = True
        closing = self._template.find("]", self._position)
        if closing < 0 or len(self._template) - self._position < len("[n]"):
            self._good_index = False
            self._position += 1
            return
        digits = self._template[self._position + 1 : closing]
        self._position = closing + 1
        is_number = bool(digits) and not digits.strip(_DIGITS) and len(digits.lstrip("0")) <= len(str(_MAX_SIZE)) + 1
        self._after_index = is_number
        if is_number and 1 <= int(digits) <= len(self._values):
            self._argument = int(digits) - 1
        else:
            self._good_index = False

    def _size_argument(self) -> int | None:
        """Take the next value for a width or precision; None if it is no integer or too large."""
        if self._argument >= len(self._values):
            return None
        value = self._values[self._argument]
        self._argument += 1
        if isinstance(value, GoObject) and value.go_kind != "ptr":
            value = value.go_basic
        is_integer = type(value) is int or isinstance(value, SizedInt)
        return int(value) if is_integer and abs(value) <= _MAX_SIZE else None  # type: ignore[call-overload,arg-type]  # narrowed by is_integer

    def _extra(self) -> Iterator[FormatItem]:
        yield "%!(EXTRA "
        for number, value in enumerate(self._values[self._argument :]):
            if number:
                yield ", "
            if value is None:
                yield "<nil>"
            else:
                yield f"{type_name(value)}="
                yield "v", Flags(), value
        yield ")"
