"""What injection would change in files, as a page: each file before and after, side by side."""

from __future__ import annotations

from itertools import islice, zip_longest

from kubectl_inject.cli.formats.html.page import Count, Entry, Page, Section, Side
from kubectl_inject.injection.reports.report import counted, plural
from kubectl_inject.manifests.output.unified_diff import text_edits
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kubectl_inject.injection.reports.report import WorkloadReport
    from kubectl_inject.manifests.output.unified_diff import LineEdit

_CONTEXT = 3
_MOST_LINES = 50_000
"""How many lines of texts a page shows: browsers open no more in good time."""
_LEFT_OUT = f"left out: pages with more than {_MOST_LINES} such lines open slowly; kubectl inject diff shows it"
_GAP = Side(None, "", None, "")


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file that injection would change: its name, its text before and after, and what is done to its workloads."""

    name: str
    before: str
    after: str
    workloads: tuple[WorkloadReport, ...] = ()


def diff_page(files: Iterable[ChangedFile]) -> Page:
    """Return the page of files that change."""
    given = tuple(files)
    edits = [text_edits(file.before, file.after) for file in given]
    sides = (_sides(file.before, each) if each else None for file, each in zip(given, edits, strict=True))
    entries = tuple(map(_entry, given, edits, _sections_of_sides("Before and after", sides)))
    added, removed = (sum(int(entry.cells[column]) for entry in entries) for column in (0, 1))
    return Page(
        "What injection would change",
        f"{counted(len(entries), 'file')} would change",
        (
            Count(f"{plural(added, 'line')} added", added, "good"),
            Count(f"{plural(removed, 'line')} removed", removed, "bad"),
            Count(f"{plural(len(entries), 'file')} that would change", len(entries)),
        ),
        ("Lines added", "Lines removed"),
        entries,
        of="File",
        many="Files",
    )


def _entry(file: ChangedFile, edits: Sequence[LineEdit], shown: tuple[Section, ...]) -> Entry:
    added, removed = sum(len(edit.lines) for edit in edits), sum(edit.end - edit.start for edit in edits)
    return Entry(file.name, (str(added), str(removed)), "would change", "open", (*_sections(file), *shown))


def _sections(file: ChangedFile) -> Iterator[Section]:
    if file.workloads:
        decisions = tuple((each.title, each.outcome.value, str(each.decision)) for each in file.workloads)
        yield Section("Workloads", decisions, ("Workload", "Outcome", "Decision"))
    warnings = tuple(
        (each.title, item.code, item.message, item.where, item.cure)
        for each in file.workloads
        for item in each.warnings
    )
    if warnings:
        yield Section("Warnings", warnings, ("Workload", "Code", "Warning", "Where", "Cure"))


def sections_of_texts(title: str, pairs: Iterable[tuple[str, str] | None]) -> Iterator[tuple[Section, ...]]:
    """Return for each pair of texts the section that shows them side by side, none for equal ones and where is no pair.

    On a page that has very many lines already, the section says how to see them otherwise.
    """
    return _sections_of_sides(
        title, (None if pair is None or pair[0] == pair[1] else sides_of(*pair) for pair in pairs)
    )


def _sections_of_sides(title: str, found: Iterable[Iterator[Side] | None]) -> Iterator[tuple[Section, ...]]:
    left = _MOST_LINES
    for each in found:
        if each is None:
            yield ()
            continue
        sides = tuple(islice(each, left + 1))
        if len(sides) > left:
            yield (Section(title, lines=(_LEFT_OUT,)),)
        else:
            left -= len(sides)
            yield (Section(title, sides=sides),)


def sides_of(before: str, after: str) -> Iterator[Side]:
    """Yield the lines that differ between two texts, those around them, and a gap wherever others are left out."""
    return _sides(before, text_edits(before, after))


def _sides(before: str, edits: Sequence[LineEdit]) -> Iterator[Side]:
    lines = before.splitlines()
    last, shift = 0, 0
    for number, edit in enumerate(edits):
        start = max(last, edit.start - _CONTEXT)
        if start > last:
            yield _GAP
        yield from _same(lines, start, edit.start, shift)
        old = lines[edit.start : edit.end]
        for offset, (one, other) in enumerate(zip_longest(old, edit.lines)):
            yield Side(
                None if one is None else edit.start + offset + 1,
                one or "",
                None if other is None else edit.start + shift + offset + 1,
                (other or "").rstrip("\n"),
                changed=True,
            )
        shift += len(edit.lines) - (edit.end - edit.start)
        following = edits[number + 1].start if number + 1 < len(edits) else len(lines)
        last = min(edit.end + _CONTEXT, following)
        yield from _same(lines, edit.end, last, shift)
    if last < len(lines):
        yield _GAP


def _same(lines: Sequence[str], start: int, end: int, shift: int) -> Iterator[Side]:
    for index in range(start, end):
        yield Side(index + 1, lines[index], index + shift + 1, lines[index])
