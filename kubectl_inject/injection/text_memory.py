"""Lines of a text that cannot be told from what it means: quotes, inline lists, comments in a replaced block."""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LONGEST = 200
_MOST_PAIRS = 50_000


@dataclass(frozen=True, slots=True)
class RememberedLines:
    """At a line, counted from 1: what stands there now, and what stood there once. Lines are without their ends."""

    at: int
    now: tuple[str, ...]
    was: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextMemory:
    """The differences between a text and what it was, in order."""

    lines: tuple[RememberedLines, ...] = ()

    def apply(self, text: str) -> str | None:
        """Return the text as it was, or None where it is not the text that the memory is of."""
        line_break = _line_break(text)
        current = text.split(line_break)
        for entry in reversed(self.lines):
            start = entry.at - 1
            if tuple(current[start : start + len(entry.now)]) != entry.now:
                return None
            current[start : start + len(entry.now)] = entry.was
        return line_break.join(current)

    def to_plain(self) -> list[dict[str, Any]]:
        """Return the memory as plain data, to be kept."""
        return [{"line": entry.at, "now": list(entry.now), "was": list(entry.was)} for entry in self.lines]


def remember(now: str, was: str) -> TextMemory:
    """Return the memory that makes ``was`` of ``now``; empty where they are too different or too long."""
    from difflib import SequenceMatcher

    if now == was:
        return TextMemory()
    line_break = _line_break(now)  # of the text that is there when the memory is used
    current, former = now.split(line_break), was.split(line_break)
    if _pairs_of_equal_lines(current, former) > _MOST_PAIRS:
        return TextMemory()
    changes = SequenceMatcher(None, current, former, autojunk=False).get_opcodes()
    entries = tuple(
        RememberedLines(start + 1, tuple(current[start:end]), tuple(former[first:last]))
        for tag, start, end, first, last in changes
        if tag != "equal"
    )
    if sum(len(entry.now) + len(entry.was) for entry in entries) > _LONGEST:
        return TextMemory()
    return TextMemory(entries)


def _pairs_of_equal_lines(one: list[str], other: list[str]) -> int:
    """Return in how many ways a line of one text can be found in the other: the comparison takes time by it."""
    from collections import Counter

    counts = Counter(other)
    return sum(number * counts[line] for line, number in Counter(one).items())


def read_text_memory(value: Any) -> TextMemory:
    """Return the memory that plain data holds. Raises InjectionError."""
    if not isinstance(value, list) or not all(map(_is_entry, value)):
        raise InjectionError("the record of a workload's text is not as injection writes it")
    return TextMemory(
        tuple(RememberedLines(entry["line"], tuple(entry["now"]), tuple(entry["was"])) for entry in value)
    )


def _is_entry(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("line"), int)
        and value["line"] > 0
        and all(isinstance(lines := value.get(name), list) and all(map(_is_text, lines)) for name in ("now", "was"))
    )


def _is_text(value: Any) -> bool:
    """Whether a value is a string without half characters, which JSON can spell but no file can hold."""
    return isinstance(value, str) and value.encode(errors="replace").decode() == value


def _line_break(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
