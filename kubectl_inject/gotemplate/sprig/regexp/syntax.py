"""The syntax of regular expressions, as Go's regexp/syntax parses it with its flags for Perl."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kubectl_inject.gotemplate.sprig.regexp.characters import (
    ASCII_LETTERS_AND_DIGITS,
    CharacterParser,
    Flags,
    RegexpSyntaxError,
)
from kubectl_inject.gotemplate.sprig.regexp.classes import CharacterClass
from kubectl_inject.gotemplate.sprig.regexp.expressions import (
    Alternatives,
    Assertion,
    Capture,
    Expression,
    Node,
    Repeat,
    Sequence,
)

MAX_REPEAT = 1000
# Go's bounds are a million instructions and a thousand levels, which Python has neither the time nor the stack for.
MAX_PATTERN_LENGTH = 10_000
MAX_GROUP_NESTING = 64
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


class _Parser(CharacterParser):
    def __init__(self, pattern: str) -> None:
        super().__init__(pattern)
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
            self._add(self._class())
        else:
            self._add(self._literal(character))

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
