"""What stands for one character in a regular expression, as Go's regexp/syntax has it: literals, escapes, classes."""

from __future__ import annotations

from dataclasses import dataclass

from kubectl_inject.gotemplate.sprig.regexp.classes import (
    ANY_CHARACTER,
    CATEGORIES,
    PERL_CLASSES,
    POSIX_CLASSES,
    CharacterClass,
    Ranges,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

MAX_CODE_POINT = 0x10FFFF

ASCII_LETTERS_AND_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
CONTROL_ESCAPES = {"a": "\a", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
HEX_DIGITS = "0123456789abcdefABCDEF"


class RegexpSyntaxError(ValueError):
    """A pattern is not a regular expression; str() of it is what Go says."""

    def __init__(self, problem: str, where: str) -> None:
        """Say what is wrong with which part of the pattern."""
        super().__init__(f"error parsing regexp: {problem}: `{where}`")


@dataclass(frozen=True, slots=True)
class Flags:
    """What ``(?imsU)`` sets."""

    fold_case: bool = False
    many_lines: bool = False
    dot_matches_newline: bool = False
    swap_greed: bool = False


class CharacterParser:
    """Goes through a pattern, and takes from it what stands for a character, with the flags of the place."""

    def __init__(self, pattern: str) -> None:
        """Begin at the beginning, with no flags."""
        self._pattern = pattern
        self._place = 0
        self._flags = Flags()

    def _fail(self, problem: str, start: int) -> NoReturn:
        raise RegexpSyntaxError(problem, self._pattern[start : self._place])

    def _peek(self, length: int = 1) -> str:
        return self._pattern[self._place : self._place + length]

    def _take(self) -> str:
        character = self._peek()
        self._place += 1
        return character

    def _skip(self, text: str) -> bool:
        if not self._pattern.startswith(text, self._place):
            return False
        self._place += len(text)
        return True

    def _literal(self, character: str) -> CharacterClass:
        return CharacterClass(((character, character),), folded=self._flags.fold_case)

    # Escapes

    def _class_escape(self) -> CharacterClass | None:
        r"""Take an escape that stands for a class, such as \d or \pL, if there is one."""
        if self._peek() != "\\":
            return None
        letter = self._peek(2)[1:]
        if letter in ("p", "P"):
            return self._unicode_class()
        ranges = PERL_CLASSES.get(letter.lower())
        if ranges is None:
            return None
        self._place += 2
        return CharacterClass(ranges, negated=letter.isupper(), folded=self._flags.fold_case)

    def _unicode_class(self) -> CharacterClass | None:
        start = self._place
        negated = self._peek(2) == "\\P"
        self._place += 2
        name = self._take()
        if name == "{":
            name, closed, _ = self._pattern[self._place :].partition("}")
            self._place += len(name) + len(closed)
            if not closed:
                self._fail("invalid character class range", start)
        if name.startswith("^"):
            negated = not negated
            name = name[1:]
        folded = self._flags.fold_case
        if name == "Any":
            return CharacterClass(ANY_CHARACTER, negated=negated)
        if name not in CATEGORIES:
            self._fail("invalid character class range", start)
        return CharacterClass(categories=(name,), negated=negated, folded=folded)

    def _character_escape(self) -> str:
        start = self._place
        self._place += 1
        if self._place == len(self._pattern):
            raise RegexpSyntaxError("trailing backslash at end of expression", "")
        character = self._take()
        code: int | None = None
        if character in "01234567":
            code = self._octal(character)
        elif character == "x":
            code = self._hexadecimal()
        elif character in CONTROL_ESCAPES:
            return CONTROL_ESCAPES[character]
        elif character.isascii() and character not in ASCII_LETTERS_AND_DIGITS:
            return character
        if code is None:
            self._fail("invalid escape sequence", start)
        return chr(code)

    def _octal(self, digits: str) -> int | None:
        """Read up to three digits; one alone, unless it is 0, would refer back to a capture."""
        while len(digits) < 3 and self._peek() in tuple("01234567"):
            digits += self._take()
        return int(digits, 8) if len(digits) > 1 or digits == "0" else None

    def _hexadecimal(self) -> int | None:
        if self._skip("{"):
            return self._braced_hexadecimal()
        digits = self._take() + self._take()
        return int(digits, 16) if len(digits) == 2 and not digits.strip(HEX_DIGITS) else None

    def _braced_hexadecimal(self) -> int | None:
        code: int | None = None
        while self._place < len(self._pattern):
            digit = self._take()
            if digit == "}":
                return code
            if digit not in HEX_DIGITS:
                return None
            code = (code or 0) * 16 + int(digit, 16)
            if code > MAX_CODE_POINT:
                return None
        return None

    # Bracketed classes

    def _class(self) -> CharacterClass:
        """Take a class whose bracket was taken."""
        start = self._place - 1
        negated = self._skip("^")
        ranges: list[tuple[str, str]] = []
        parts: list[CharacterClass] = []
        first = True
        while first or self._peek() != "]":
            first = False
            part = self._posix_class() or self._class_escape()
            if part:
                parts.append(part)
            else:
                ranges.append(self._range(start))
        self._place += 1
        folded = self._flags.fold_case
        parts.append(CharacterClass(tuple(ranges), folded=folded))
        return CharacterClass(parts=tuple(parts), negated=negated)

    def _posix_class(self) -> CharacterClass | None:
        if self._peek(2) != "[:":
            return None
        end = self._pattern.find(":]", self._place + 2)
        if end < 0:
            return None
        start = self._place
        self._place = end + 2
        name = self._pattern[start + 2 : end]
        ranges: Ranges | None = POSIX_CLASSES.get(name.removeprefix("^"))
        if ranges is None:
            self._fail("invalid character class range", start)
        return CharacterClass(ranges, negated=name.startswith("^"), folded=self._flags.fold_case)

    def _range(self, class_start: int) -> tuple[str, str]:
        start = self._place
        low = high = self._class_character(class_start)
        if self._peek() == "-" and self._peek(2) not in ("-", "-]"):
            self._place += 1
            high = self._class_character(class_start)
            if high < low:
                self._fail("invalid character class range", start)
        return low, high

    def _class_character(self, class_start: int) -> str:
        if self._place >= len(self._pattern):
            raise RegexpSyntaxError("missing closing ]", self._pattern[class_start:])
        return self._character_escape() if self._peek() == "\\" else self._take()
