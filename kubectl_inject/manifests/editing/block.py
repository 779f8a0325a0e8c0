"""Edits of block collections: whole lines that come and go."""

from __future__ import annotations

from kubectl_inject.manifests.editing.edits import CannotEditError, Edit
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kubectl_inject.manifests.editing.layout import Entry, Layout


@dataclass(frozen=True, slots=True)
class Addition:
    """An entry to add: its text, and the place of the old entry that it comes after, -1 where it comes first."""

    after: int
    text: str


def block_edits(
    layout: Layout,
    entries: Sequence[Entry],
    column: int,
    gone: set[int],
    added: Sequence[Addition],
    spelled: Callable[[int], str] | None = None,
) -> list[Edit]:
    """Return the edits that take entries out of a block collection at ``column``, and put lines after given ones.

    ``spelled`` returns what the edit back would write for an entry, where that is known. Raises CannotEditError.
    """
    kept = [place for place in range(len(entries)) if place not in gone]
    if not kept or not all(layout.is_self_contained(entries[place].start, entries[place].end) for place in gone):
        raise CannotEditError
    first = entries[0].start
    shares_line = not layout.begins_line(first)  # with the dash of the item that the collection is
    edits: list[Edit] = []
    if shares_line and 0 in gone:
        edits.append(_without_first(layout, entries, kept[0]))
        gone = gone.difference(range(kept[0]))
    for place in sorted(gone):
        start, end = layout.line_start(entries[place].start), layout.next_line(entries[place].end)
        # The edit back puts an entry right behind the one before it, or else right before the first.
        if place:
            is_next = start == layout.after_entry(entries[place - 1].end, column)
        else:
            is_next = kept[0] == 1 and end == layout.line_start(entries[1].start)
        same_again = spelled is not None and is_next and layout.text[start:end] == spelled(place)
        edits.append(Edit(start, end, "", reversible=same_again))
    for addition in added:
        before = next((place for place in reversed(kept) if place <= addition.after), None)
        if before is not None:
            where = layout.after_entry(entries[before].end, column)
            edits.append(Edit(where, where, addition.text))
        elif shares_line:
            edits.append(Edit(first, first, addition.text.removeprefix(" " * column) + " " * column))
        else:
            where = layout.line_start(first)
            edits.append(Edit(where, where, addition.text))
    return edits


def _without_first(layout: Layout, entries: Sequence[Entry], kept: int) -> Edit:
    """Take out the entries before one, which moves up to the line of the first."""
    between = layout.text[layout.next_line(entries[kept - 1].end) : entries[kept].start]
    if between.strip():
        raise CannotEditError  # a comment
    return Edit(entries[0].start, entries[kept].start, "")


def replacement(layout: Layout, start: int, end: int, text: str) -> list[Edit]:
    """Put ``text`` for what stands from ``start`` to ``end``; a comment behind it stays on the first line."""
    line_end = layout.line_end(end)
    first, line_break, others = text.partition(layout.line_break)
    if not line_break or not layout.text[end:line_end].strip():
        return [Edit(start, end, text)]
    return [Edit(start, end, first), Edit(line_end, line_end, line_break + others)]
