"""What a regular expression consists of."""

from __future__ import annotations

from enum import Enum

from kubectl_inject.gotemplate.sprig.regexp.classes import CharacterClass
from kubectl_inject.startup.frozen import dataclass


class Assertion(Enum):
    """What can be asked of a place between two characters."""

    BEGIN_TEXT = 1
    END_TEXT = 2
    BEGIN_LINE = 3
    END_LINE = 4
    WORD_BOUNDARY = 5
    NO_WORD_BOUNDARY = 6


@dataclass(frozen=True, slots=True)
class Sequence:
    """One expression after another."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The first of some expressions that leads to a match."""

    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """An expression several times; without ``most``, any number of times."""

    item: Node
    least: int
    most: int | None
    greedy: bool

    @property
    def times(self) -> int:
        """How often the expression is written out when it is compiled."""
        return self.least if self.most is None else self.most


@dataclass(frozen=True, slots=True)
class Capture:
    """An expression whose match is remembered under a number."""

    item: Node
    number: int


Node = CharacterClass | Assertion | Sequence | Alternatives | Repeat | Capture


@dataclass(frozen=True, slots=True)
class Expression:
    """A parsed pattern, and the names of its captures: the empty text for those without one."""

    node: Node
    names: tuple[str, ...]
