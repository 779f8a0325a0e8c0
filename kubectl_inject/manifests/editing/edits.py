"""Edits of a text: pieces of it replaced by others."""

from __future__ import annotations

from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class CannotEditError(Exception):
    """A part of a text cannot be edited in place; whoever holds it must write it anew."""


@dataclass(frozen=True, slots=True)
class Edit:
    """The text from ``start`` up to ``end`` becomes ``text``; an insertion where both are the same.

    ``reversible``: the edit back is known to give the same text again.
    """

    start: int
    end: int
    text: str
    reversible: bool = False

    @property
    def loses(self) -> bool:
        """Whether the edit takes text away that the edit back may spell otherwise."""
        return self.end > self.start and not self.reversible


def apply_edits(text: str, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
    """Return ``text[start:end]`` after edits in it; insertions at one place keep their order.

    Raises CannotEditError where two edits overlap, or one goes beyond what is returned.
    """
    pieces = []
    place = start
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < place:
            raise CannotEditError
        pieces.append(text[place : edit.start])
        pieces.append(edit.text)
        place = edit.end
    if end is not None and place > end:
        raise CannotEditError
    pieces.append(text[place:end])
    return "".join(pieces)
