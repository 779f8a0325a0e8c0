"""``StandIn``: a word that stands for a mapping or list in an object which is written as YAML."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self

Indents = tuple[int, int, int]
"""How mappings, lists and items of lists are indented."""


class StandIn(str):
    """A word in the place of a mapping or list that is not empty; ``part`` is what it stands for.

    Once it was written, ``column`` is that of the part's own text, ``indents`` are those it is to have, and
    ``is_item`` tells whether it stands behind a dash, and not behind a key.
    """

    __slots__ = ("column", "indents", "is_item", "part")

    part: Any
    column: int
    indents: Indents
    is_item: bool

    def __new__(cls, word: str, part: Any) -> Self:
        """Let a word stand for a part."""
        stand_in = super().__new__(cls, word)
        stand_in.part = part
        stand_in.column = -1
        return stand_in

    def place(self, column: int, indents: Indents, *, is_item: bool) -> None:
        """Note where the word was written."""
        self.column = column
        self.indents = indents
        self.is_item = is_item


def part_of(value: Any) -> Any:
    """Return a value, or the part that it stands for."""
    return value.part if value.__class__ is StandIn else value
