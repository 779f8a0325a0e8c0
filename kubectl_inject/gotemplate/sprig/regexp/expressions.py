"""What a regular expression consists of."""

from __future__ import annotations

from enum import Enum, auto

from kubectl_inject.frozen import dataclass
from kubectl_inject.gotemplate.sprig.regexp.classes import CharacterClass


class Assertion(Enum):
    """What can be asked of a place between two characters."""

    BEGIN_TEXT = auto()
    END_TEXT = auto()
    BEGIN_LINE = auto()
    END_LINE = auto()
    WORD_BOUNDARY = auto()
    NO_WORD_BOUNDARY = auto()


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
