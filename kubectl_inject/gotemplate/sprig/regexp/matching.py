"""sprig's functions of regular expressions."""

from __future__ import annotations

from typing import Concatenate, ParamSpec, TypeVar

from kubectl_inject.gotemplate.functions import FunctionError
from kubectl_inject.gotemplate.quoting import can_be_raw, quote
from kubectl_inject.gotemplate.sprig.limits import check_item_count, check_text_length
from kubectl_inject.gotemplate.sprig.regexp.characters import RegexpSyntaxError
from kubectl_inject.gotemplate.sprig.regexp.program import Program
from kubectl_inject.gotemplate.sprig.regexp.syntax import parse
from kubectl_inject.gotemplate.values import StringList

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kubectl_inject.gotemplate.execution.meter import Meter
    from kubectl_inject.gotemplate.sprig.regexp.program import Captures

META_CHARACTERS = r"\.+*?()|[]{}^$"


P = ParamSpec("P")
R = TypeVar("R")


class PatternError(FunctionError):
    """A pattern is not a regular expression."""


class Regexp:
    """A compiled regular expression."""

    def __init__(self, pattern: str, meter: Meter, *, captures: bool = False) -> None:
        """Compile a pattern or raise PatternError. Searching is paid for, too. ``captures`` are found only if asked."""
        try:
            expression = parse(pattern)
            self._program = Program(expression, meter, captures=captures)
        except RegexpSyntaxError as problem:
            raise PatternError(str(problem)) from None
        self._names = expression.names
        self._meter = meter

    def search(self, text: str, start: int = 0) -> Captures | None:
        """Return the ends of the first match from a place on, and of its captures."""
        return self._program.search(_with_valid_characters(text), start)

    def matches(self, text: str, limit: int) -> list[Captures]:
        """Return the matches one after another: at most ``limit``, all if it is negative.

        A match of nothing does not count right after another match.
        """
        text = _with_valid_characters(text)
        found: list[Captures] = []
        place, previous_end = 0, -1
        while place <= len(text) and len(found) != limit:
            match = self._program.search(text, place)
            if match is None:
                break
            start, end = match[:2]
            if end != place or start != previous_end:
                found.append(match)
                check_item_count(len(found))
            place = end + 1 if end == place else end
            previous_end = end
        return found

    def replaced(self, text: str, replacement: Callable[[Captures], str]) -> str:
        """Return the text with every match replaced."""
        searched = _with_valid_characters(text)
        parts: list[str] = []
        length = len(text)
        place = last_end = 0
        while place <= len(text):
            match = self._program.search(searched, place)
            if match is None:
                break
            start, end = match[:2]
            parts.append(text[last_end:start])
            if end > last_end or start == 0:
                parts.append(replacement(match))
                length += len(parts[-1])
                check_text_length(length)
            last_end = end
            place = max(place + 1, end)
        return "".join([*parts, text[last_end:]])

    def expanded(self, template: Sequence[tuple[str, str | None]], text: str, match: Captures) -> str:
        """Return a template with its ``$1`` and ``${name}`` replaced by what was captured."""
        self._meter.work(len(template) * len(self._names))
        return "".join(literal if name is None else self._captured(name, text, match) for literal, name in template)

    def _captured(self, name: str, text: str, match: Captures) -> str:
        if name.isdecimal() and name.isascii() and (name == "0" or name[0] != "0"):
            numbers = [int(name)] if len(name) < 9 else []
        else:
            numbers = [number for number, known in enumerate(self._names) if known == name]
        for number in numbers:
            if 2 * number < len(match) and match[2 * number] >= 0:
                return text[match[2 * number] : match[2 * number + 1]]
        return ""


def _with_valid_characters(text: str) -> str:
    """Return the text as a pattern sees it: bytes that are no UTF-8 look like U+FFFD."""
    if text.isascii():
        return text
    return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)


def _template_parts(template: str) -> Iterator[tuple[str, str | None]]:
    """Yield the parts of a replacement: texts without names, and names of captures."""
    place = 0
    while (dollar := template.find("$", place)) >= 0:
        yield template[place:dollar], None
        if template.startswith("$", dollar + 1):
            yield "$", None
            place = dollar + 2
            continue
        name, place = _capture_name(template, dollar + 1)
        yield ("", name) if name else ("$", None)
    yield template[place:], None


def _capture_name(template: str, place: int) -> tuple[str, int]:
    """Return the name that begins at a place, and where it ends; an empty one and the place where none does."""
    braced = template.startswith("{", place)
    start = end = place + braced
    while end < len(template) and (template[end] == "_" or template[end].isalpha() or template[end].isdecimal()):
        end += 1
    name = template[start:end]
    if not name or (braced and not template.startswith("}", end)):
        return "", place
    return name, end + braced


def must_match(pattern: str, text: str, *, meter: Meter) -> bool:
    """Say whether the pattern matches a part of the text."""
    return Regexp(pattern, meter).search(text) is not None


def must_find(pattern: str, text: str, *, meter: Meter) -> str:
    """Return the first match, an empty text if there is none."""
    found = Regexp(pattern, meter).search(text)
    return text[found[0] : found[1]] if found else ""


def must_find_all(pattern: str, text: str, limit: int, *, meter: Meter) -> StringList:
    """Return the matches: at most ``limit``, all if it is negative."""
    return StringList(text[found[0] : found[1]] for found in Regexp(pattern, meter).matches(text, limit))


def must_replace_all(pattern: str, text: str, replacement: str, *, meter: Meter) -> str:
    """Replace all matches; ``$1`` or ``${name}`` in the replacement stands for a capture."""
    if "$" not in replacement:
        return must_replace_all_literal(pattern, text, replacement, meter=meter)
    regexp = Regexp(pattern, meter, captures=True)
    template = list(_template_parts(replacement))
    return regexp.replaced(text, lambda found: regexp.expanded(template, text, found))


def must_replace_all_literal(pattern: str, text: str, replacement: str, *, meter: Meter) -> str:
    """Replace all matches by a text as it is."""
    return Regexp(pattern, meter).replaced(text, lambda _: replacement)


def must_split(pattern: str, text: str, limit: int, *, meter: Meter) -> StringList:
    """Return what is between the matches: at most ``limit`` texts, all if it is negative."""
    regexp = Regexp(pattern, meter)
    if limit == 0:
        return StringList()
    if pattern and not text:
        return StringList([""])
    parts = StringList()
    start = end = 0
    for found in regexp.matches(text, limit):
        if len(parts) == limit - 1:
            break
        end = found[0]
        if found[1] != 0:
            parts.append(text[start:end])
        start = found[1]
    if end != len(text):
        parts.append(text[start:])
    return parts


def match(pattern: str, text: str, *, meter: Meter) -> bool:
    """Say whether the pattern matches a part of the text; a pattern that is wrong does not."""
    try:
        return must_match(pattern, text, meter=meter)
    except PatternError:
        return False


def _failing_as_a_panic(function: Callable[Concatenate[str, P], R]) -> Callable[Concatenate[str, P], R]:
    """Return the function with errors worded by regexp.MustCompile, as in sprig where the name has no must."""

    def call(pattern: str, /, *arguments: P.args, **named: P.kwargs) -> R:
        try:
            return function(pattern, *arguments, **named)
        except PatternError as problem:
            shown = f"`{pattern}`" if can_be_raw(pattern) else quote(pattern)
            raise FunctionError(f"regexp: Compile({shown}): {problem}") from None

    return call


find = _failing_as_a_panic(must_find)
find_all = _failing_as_a_panic(must_find_all)
replace_all = _failing_as_a_panic(must_replace_all)
replace_all_literal = _failing_as_a_panic(must_replace_all_literal)
split = _failing_as_a_panic(must_split)


def quote_meta(text: str) -> str:
    """Return a pattern that matches just this text."""
    return "".join(f"\\{character}" if character in META_CHARACTERS else character for character in text)
