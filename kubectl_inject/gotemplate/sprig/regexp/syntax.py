"""The syntax of regular expressions, as Go's regexp/syntax parses it with its flags for Perl."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kubectl_inject.gotemplate.sprig.regexp.classes import (
    ANY_CHARACTER,
    CATEGORIES,
    PERL_CLASSES,
    POSIX_CLASSES,
    CharacterClass,
    Ranges,
)
from kubectl_inject.gotemplate.sprig.regexp.expressions import (
    Alternatives,
    Assertion,
    Capture,
    Expression,
    Node,
    Repeat,
    Sequence,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

MAX_REPEAT = 1000
# Go's bounds are a million instructions and a thousand levels, which Python has neither the time nor the stack for.
MAX_PATTERN_LENGTH = 10_000
MAX_GROUP_NESTING = 64
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


FLAG_NAMES = {"i": "fold_case", "m": "many_lines", "s": "dot_matches_newline", "U": "swap_greed"}


@dataclass(slots=True)
class _Group:
    """A parenthesis that is open, or the whole expression."""

    flags_before: Flags
    capture: int | None = None
    options: list[Node] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)

    def end_option(self) -> None:
        self.options.append(self.items[0] if len(self.items) == 1 else Sequence(tuple(self.items)))
        self.items = []

    def node(self) -> Node:
        self.end_option()
        inner = self.options[0] if len(self.options) == 1 else Alternatives(tuple(self.options))
        return inner if self.capture is None else Capture(inner, self.capture)


def parse(pattern: str) -> Expression:
    """Parse a pattern or raise RegexpSyntaxError."""
    if len(pattern) > MAX_PATTERN_LENGTH:
        raise RegexpSyntaxError("expression too large", pattern)
    return _Parser(pattern).parse()


class _Parser:
    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._place = 0
        self._flags = Flags()
        self._groups = [_Group(self._flags)]
        self._names = [""]

    def parse(self) -> Expression:
        if any("\ud800" <= character <= "\udfff" for character in self._pattern):
            raise RegexpSyntaxError("invalid UTF-8", self._pattern)
        repeat_start: int | None = None
        while self._place < len(self._pattern):
            start = self._place
            bounds = self._repeat_bounds()
            if bounds is None:
                self._element()
                repeat_start = None
                continue
            self._repeat(bounds, start, repeat_start)
            repeat_start = start
        if len(self._groups) > 1:
            raise RegexpSyntaxError("missing closing )", self._pattern)
        return Expression(self._groups[0].node(), tuple(self._names))

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

    def _add(self, node: Node) -> None:
        self._groups[-1].items.append(node)

    def _element(self) -> None:
        if self._peek() == "\\":
            self._escape()
            return
        character = self._take()
        if character == "(":
            self._open_group()
        elif character == ")":
            self._close_group()
        elif character == "|":
            self._groups[-1].end_option()
        elif character == "^":
            self._add(Assertion.BEGIN_LINE if self._flags.many_lines else Assertion.BEGIN_TEXT)
        elif character == "$":
            self._add(Assertion.END_LINE if self._flags.many_lines else Assertion.END_TEXT)
        elif character == ".":
            excluded = () if self._flags.dot_matches_newline else (("\n", "\n"),)
            self._add(CharacterClass(excluded, negated=True))
        elif character == "[":
            self._class()
        else:
            self._add(self._literal(character))

    def _literal(self, character: str) -> CharacterClass:
        return CharacterClass(((character, character),), folded=self._flags.fold_case)

    # Repetition

    def _repeat_bounds(self) -> tuple[int, int | None] | None:
        """Take a repetition operator and return its bounds; braces that are none are literals."""
        operators: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
        if self._peek() in operators:
            return operators[self._take()]
        if self._peek() != "{":
            return None
        start = self._place
        self._place += 1
        least = most = self._number()
        if least is not None and self._skip(","):
            most = None if self._peek() == "}" else self._number()
            if most is None and self._peek() != "}":
                least = None
        if least is None or not self._skip("}"):
            self._place = start
            return None
        if least > MAX_REPEAT or (most is not None and not least <= most <= MAX_REPEAT):
            self._fail("invalid repeat count", start)
        return least, most

    def _number(self) -> int | None:
        start = self._place
        while self._peek() in tuple("0123456789"):
            self._place += 1
        digits = self._pattern[start : self._place]
        if not digits or (digits[0] == "0" and len(digits) > 1):
            return None
        return int(digits) if len(digits) < 9 else MAX_REPEAT + 1

    def _repeat(self, bounds: tuple[int, int | None], start: int, previous_start: int | None) -> None:
        greedy = not self._flags.swap_greed
        if self._skip("?"):
            greedy = not greedy
        if previous_start is not None:
            self._fail("invalid nested repetition operator", previous_start)
        items = self._groups[-1].items
        if not items:
            self._fail("missing argument to repetition operator", start)
        items[-1] = Repeat(items[-1], *bounds, greedy)
        if self._pattern[start] == "{" and not _repeats_at_most(items[-1], MAX_REPEAT):
            self._fail("invalid repeat count", start)

    # Groups

    def _open_group(self) -> None:
        start = self._place - 1
        if len(self._groups) > MAX_GROUP_NESTING:
            raise RegexpSyntaxError("expression nests too deeply", self._pattern)
        if not self._skip("?"):
            self._open_capture("")
            return
        rest = len(self._pattern) - self._place
        if (rest > 2 and self._peek(2) == "P<") or (rest > 1 and self._peek() == "<"):
            self._place = self._pattern.index("<", self._place) + 1
            self._open_named_capture(start)
        else:
            self._set_flags(start)

    def _open_capture(self, name: str) -> None:
        self._groups.append(_Group(self._flags, capture=len(self._names)))
        self._names.append(name)

    def _open_named_capture(self, start: int) -> None:
        name, closed, _ = self._pattern[self._place :].partition(">")
        if not closed:
            raise RegexpSyntaxError("invalid named capture", self._pattern[start:])
        self._place += len(name) + 1
        if not name or name.strip(ASCII_LETTERS_AND_DIGITS + "_"):
            self._fail("invalid named capture", start)
        self._open_capture(name)

    def _set_flags(self, start: int) -> None:
        flags = self._flags
        setting = True
        needs_flag = False
        while self._place < len(self._pattern):
            character = self._take()
            if character in FLAG_NAMES:
                flags = replace(flags, **{FLAG_NAMES[character]: setting})
                needs_flag = False
            elif character == "-" and setting:
                setting = False
                needs_flag = True
            elif character in ":)" and not needs_flag:
                if character == ":":
                    self._groups.append(_Group(self._flags))
                self._flags = flags
                return
            else:
                break
        self._fail("invalid or unsupported Perl syntax", start)

    def _close_group(self) -> None:
        if len(self._groups) == 1:
            raise RegexpSyntaxError("unexpected )", self._pattern)
        group = self._groups.pop()
        self._flags = group.flags_before
        self._add(group.node())

    # Escapes

    def _escape(self) -> None:
        assertions = {
            "\\A": Assertion.BEGIN_TEXT,
            "\\z": Assertion.END_TEXT,
            "\\b": Assertion.WORD_BOUNDARY,
            "\\B": Assertion.NO_WORD_BOUNDARY,
        }
        escape = self._peek(2)
        if escape in assertions:
            self._place += 2
            self._add(assertions[escape])
        elif escape == "\\Q":
            self._place += 2
            quoted, end, _ = self._pattern[self._place :].partition("\\E")
            self._place += len(quoted) + len(end)
            for character in quoted:
                self._add(self._literal(character))
        elif escape == "\\C":
            raise RegexpSyntaxError("invalid escape sequence", escape)
        else:
            self._add(self._class_escape() or self._literal(self._character_escape()))

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

    def _class(self) -> None:
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
        self._add(CharacterClass(parts=tuple(parts), negated=negated))

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


def _repeats_at_most(node: Node, most: int) -> bool:
    """Say whether repetitions inside repetitions come to no more than so many."""
    if isinstance(node, Repeat):
        if node.most == 0:
            return True
        if node.times > most:
            return False
        return _repeats_at_most(node.item, most // max(node.times, 1))
    if isinstance(node, Capture):
        return _repeats_at_most(node.item, most)
    inner = node.items if isinstance(node, Sequence) else node.options if isinstance(node, Alternatives) else ()
    return all(_repeats_at_most(item, most) for item in inner)
