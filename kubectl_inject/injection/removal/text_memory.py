"""Lines of a text that cannot be derived from what it means: quotes, inline lists, comments in a replaced block."""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any


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
        pieces: list[str] = []
        place = 0
        for entry in self.lines:
            start, end = entry.at - 1, entry.at - 1 + len(entry.now)
            if start < place or tuple(current[start:end]) != entry.now:
                return None
            pieces += current[place:start]
            pieces += entry.was
            place = end
        return line_break.join(pieces + current[place:])

    def to_plain(self) -> list[dict[str, Any]]:
        """Return the memory as plain data, to be kept."""
        return [{"line": entry.at, "now": list(entry.now), "was": list(entry.was)} for entry in self.lines]

    def parted(self, starts: list[int]) -> list[TextMemory]:
        """Return a memory for each part of the text that was, which begin at the lines ``starts``, counted from 1.

        What stands before the first of them goes to the first.
        """
        from bisect import bisect_right

        parts: list[list[RememberedLines]] = [[] for _ in starts]
        moved = 0
        for entry in self.lines:
            parts[max(bisect_right(starts, entry.at + moved) - 1, 0)].append(entry)
            moved += len(entry.was) - len(entry.now)
        return [TextMemory(tuple(part)) for part in parts]


def merged(memories: Iterable[TextMemory]) -> TextMemory:
    """Return the memory of a text whose parts have their own."""
    return TextMemory(tuple(sorted((entry for each in memories for entry in each.lines), key=lambda entry: entry.at)))


def remember(now: str, was: str) -> TextMemory:
    """Return the memory that makes ``was`` of ``now``."""
    if now == was:
        return TextMemory()
    line_break = _line_break(now)  # of the text that is there when the memory is used
    current, former = now.split(line_break), was.split(line_break)
    return TextMemory(
        tuple(
            RememberedLines(start + 1, tuple(current[start:end]), tuple(former[first:last]))
            for start, end, first, last in _differences(current, former)
        )
    )


def _differences(one: list[str], other: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where lists of lines differ: from where to where in the one, and in the other.

    After each difference both go on at the nearest line that they have in common. That is not always the least that
    differs, but takes time by the lines that do, however many are alike.
    """
    first: list[str | None] = [*one, None]
    second: list[str | None] = [*other, None]
    here, there = 0, 0
    while here < len(one) or there < len(other):
        if first[here] == second[there]:
            here, there = here + 1, there + 1
            continue
        next_here, next_there = _next_alike(first, second, here, there)
        yield here, next_here, there, next_there
        here, there = next_here, next_there


def _next_alike(first: list[str | None], second: list[str | None], here: int, there: int) -> tuple[int, int]:
    """Return the nearest places, from these on, at which two lists have the same; they end with the same."""
    window = 8
    while True:
        window *= 2
        places: dict[str | None, int] = {}
        for place in range(min(there + window, len(second)) - 1, there - 1, -1):
            places[second[place]] = place
        found = [
            (place, match)
            for place in range(here, min(here + window, len(first)))
            if (match := places.get(first[place], -1)) >= 0
        ]
        if found:
            return min(found, key=sum)


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
    """Return what ends lines in a text: one of two where it has more than one."""
    if "\r" not in text:
        return "\n"
    if "\n" not in text:
        return "\r"
    return "\r\n" if text.count("\r\n") == text.count("\n") else "\n"
