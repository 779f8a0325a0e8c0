"""Unified diffs, as diff -u writes them and patch reads them: of whole texts, or of streams document by document."""

from __future__ import annotations

import re

from kubectl_inject.manifests.stream import split
from kubectl_inject.printable import printable_line
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_CONTEXT = 3


@dataclass(frozen=True, slots=True)
class LineEdit:
    """Lines of a text, from ``start`` up to ``end`` and counted from 0, and those that take their place."""

    start: int
    end: int
    lines: tuple[str, ...]

    def below(self, lines: int) -> LineEdit:
        """Return the same edit of a text with so many lines more at its top."""
        return LineEdit(self.start + lines, self.end + lines, self.lines)


def line_edits(before: str, after: str) -> tuple[LineEdit, ...]:
    """Return the edits that make one text of another."""
    from difflib import SequenceMatcher

    old, new = _lines(before), _lines(after)
    matcher = SequenceMatcher(None, old, new)
    return tuple(
        LineEdit(start, end, tuple(new[new_start:new_end]))
        for operation, start, end, new_start, new_end in matcher.get_opcodes()
        if operation != "equal"
    )


def document_edits(before: str, after: str) -> tuple[LineEdit, ...] | str:
    """Return the edits of one document of a stream, or the text after them where it does not end with a line."""
    return line_edits(before, after) if before.endswith("\n") and after.endswith("\n") else after


def stream_edits(documents: Iterable[tuple[str, tuple[LineEdit, ...] | str]]) -> Iterator[LineEdit]:
    """Yield the edits of a stream: its documents' own, each with the text before it, from top to bottom."""
    line = 0
    before = after = ""
    for text, edits in documents:
        if not before and not after and not isinstance(edits, str):
            yield from (edit.below(line) for edit in edits)
            line += text.count("\n")
            continue
        # Where a document begins in the middle of a line, that line is the document's before it, too.
        before += text
        after += edits if isinstance(edits, str) else _edited(text, edits)
        if before.endswith("\n") and after.endswith("\n"):
            yield from (edit.below(line) for edit in line_edits(before, after))
            line += before.count("\n")
            before = after = ""
    yield from (edit.below(line) for edit in line_edits(before, after))


def text_edits(before: str, after: str) -> tuple[LineEdit, ...]:
    """Return the edits that make one stream of another, by their documents, where these are as many.

    To compare texts takes far longer than twice as long for twice the lines: minutes for 1,000 documents in one go.
    """
    old, new = (list(split(text)) for text in (before, after))
    if len(old) != len(new):
        return line_edits(before, after)
    pairs = [(one.whole, other.whole) for one, other in zip(old, new, strict=True)]
    return tuple(stream_edits((one, document_edits(one, other)) for one, other in pairs))


def unified_diff_lines(before: str, edits: Iterable[LineEdit], source: str, done: str = "injected") -> Iterator[str]:
    """Yield the lines of the diff between a text and what edits, from top to bottom, make of it. Nothing for none.

    ``done`` is a word for what was done to the text.
    """
    lines = _lines(before)
    added = 0
    for number, group in enumerate(_groups(edits)):
        if not number:
            name = printable_line(source)
            yield from (f"--- {name}\n", f"+++ {name} ({done})\n")
        start, end = max(group[0].start - _CONTEXT, 0), min(group[-1].end + _CONTEXT, len(lines))
        grown = sum(len(edit.lines) - (edit.end - edit.start) for edit in group)
        yield f"@@ -{_range(start, end)} +{_range(start + added, end + added + grown)} @@\n"
        added += grown
        for edit in group:
            yield from _marked(" ", lines[start : edit.start])
            yield from _marked("-", lines[edit.start : edit.end])
            yield from _marked("+", edit.lines)
            start = edit.end
        yield from _marked(" ", lines[start:end])


def _edited(text: str, edits: Iterable[LineEdit]) -> str:
    lines = _lines(text)
    for edit in reversed(tuple(edits)):
        lines[edit.start : edit.end] = edit.lines
    return "".join(lines)


def _groups(edits: Iterable[LineEdit]) -> Iterator[list[LineEdit]]:
    """Yield edits together whose lines of context meet."""
    group: list[LineEdit] = []
    for edit in edits:
        if group and edit.start - group[-1].end > 2 * _CONTEXT:
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _range(start: int, end: int) -> str:
    """Return lines as a hunk's header has them: counted from 1, or the line before them where there are none."""
    count = end - start
    return str(start + 1) if count == 1 else f"{start + bool(count)},{count}"


def _marked(mark: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield f"{mark}{line}" if line.endswith("\n") else f"{mark}{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Return the lines of a text with their ends, as diff and patch have lines: only LF ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
