"""What a template prints: numbers for the fixed texts that it came by, and strings."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

PRINTED = -1
"""What stands in an output's way for a string."""


class Output:
    """The parts of a text, in order.

    ``way`` has the numbers of fixed texts, and PRINTED in the place of each of the ``strings``. So it tells which way
    the template took, whatever was printed on it. Both only ever grow.
    """

    __slots__ = ("strings", "way")

    def __init__(self) -> None:
        """Start with nothing printed."""
        self.way: list[int] = []
        self.strings: list[str] = []


def concatenated(way: Sequence[int], strings: Sequence[str], texts: Sequence[str]) -> str:
    """Return the text of an output's way and strings; ``texts`` are what its numbers stand for."""
    printed = iter(strings)
    return "".join([next(printed) if part == PRINTED else texts[part] for part in way])
