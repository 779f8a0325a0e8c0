"""The tree of a template. Positions count characters of the source; str() of a node is what Go's messages show."""

from __future__ import annotations

from kubectl_inject.gotemplate.quoting import quote
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from kubectl_inject.gotemplate.parsing.numbers import NumberLiteral


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of the template that starts at a position."""

    position: int


# Operands


@dataclass(frozen=True, slots=True)
class Dot(Node):
    """The cursor."""

    def __str__(self) -> str:
        """Return the source."""
        return "."


@dataclass(frozen=True, slots=True)
class Nil(Node):
    """The word nil."""

    def __str__(self) -> str:
        """Return the source."""
        return "nil"


@dataclass(frozen=True, slots=True)
class Bool(Node):
    """true or false."""

    value: bool

    def __str__(self) -> str:
        """Return the source."""
        return "true" if self.value else "false"


@dataclass(frozen=True, slots=True)
class Number(Node):
    """A number, or a character."""

    literal: NumberLiteral

    def __str__(self) -> str:
        """Return the source."""
        return self.literal.text


@dataclass(frozen=True, slots=True)
class String(Node):
    """A string: as it is quoted in the source, and what it stands for."""

    quoted: str
    value: str

    def __str__(self) -> str:
        """Return the source."""
        return self.quoted


@dataclass(frozen=True, slots=True)
class Field(Node):
    """Fields of dot, one after the other. The position is that of the second if there is one, as in Go."""

    names: tuple[str, ...]

    def __str__(self) -> str:
        """Return the source."""
        return "." + ".".join(self.names)


@dataclass(frozen=True, slots=True)
class Variable(Node):
    """A variable (its name begins with ``$``), and fields of it, which then give the position."""

    name: str
    fields: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the source."""
        return ".".join((self.name, *self.fields))


@dataclass(frozen=True, slots=True)
class Identifier(Node):
    """The name of a function."""

    name: str

    def __str__(self) -> str:
        """Return the source."""
        return self.name


@dataclass(frozen=True, slots=True)
class Chain(Node):
    """Fields of what a function or a pipeline in parentheses gives. The position is that of the first field."""

    operand: Identifier | Pipe
    fields: tuple[str, ...]

    def __str__(self) -> str:
        """Return the source."""
        return ".".join((_operand_source(self.operand), *self.fields))


@dataclass(frozen=True, slots=True)
class Command(Node):
    """An operand with its arguments."""

    operands: tuple[Operand, ...]

    def __str__(self) -> str:
        """Return the source."""
        return " ".join(_operand_source(operand) for operand in self.operands)


@dataclass(frozen=True, slots=True)
class Pipe(Node):
    """Commands, each given the result of the one before it; variables that are declared or assigned the last."""

    variables: tuple[Variable, ...]
    assigns: bool
    commands: tuple[Command, ...]

    def __str__(self) -> str:
        """Return the source."""
        source = " | ".join(str(command) for command in self.commands)
        if self.variables:
            names = ", ".join(str(variable) for variable in self.variables)
            source = f"{names} {'=' if self.assigns else ':='} {source}"
        return source


Literal: TypeAlias = Bool | Number | String
Operand: TypeAlias = Dot | Nil | Literal | Field | Variable | Identifier | Chain | Pipe


def _operand_source(operand: Operand) -> str:
    return f"({operand})" if isinstance(operand, Pipe) else str(operand)


# Statements


@dataclass(frozen=True, slots=True)
class Text(Node):
    """Text to be copied."""

    text: str


@dataclass(frozen=True, slots=True)
class Action(Node):
    """A pipeline to be printed, unless it sets variables."""

    pipe: Pipe


@dataclass(frozen=True, slots=True)
class Conditional(Node):
    """``if`` or ``with``: the body of the first pipeline that is true, or else another."""

    moves_dot: bool
    arms: tuple[tuple[Pipe, Body], ...]
    otherwise: Body


@dataclass(frozen=True, slots=True)
class Range(Node):
    """A loop, and what to do instead if there is nothing to loop over."""

    pipe: Pipe
    body: Body
    otherwise: Body


@dataclass(frozen=True, slots=True)
class Break(Node):
    """The end of a loop."""

    def __str__(self) -> str:
        """Return the source."""
        return "{{break}}"


@dataclass(frozen=True, slots=True)
class Continue(Node):
    """The end of a loop's turn."""

    def __str__(self) -> str:
        """Return the source."""
        return "{{continue}}"


@dataclass(frozen=True, slots=True)
class TemplateCall(Node):
    """The place of another template, and its dot."""

    name: str
    pipe: Pipe | None

    def __str__(self) -> str:
        """Return the source."""
        dot = f" {self.pipe}" if self.pipe else ""
        return f"{{{{template {quote(self.name)}{dot}}}}}"


Statement: TypeAlias = Text | Action | Conditional | Range | Break | Continue | TemplateCall
Body: TypeAlias = tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A template by name.

    ``depth`` is how deep its control structures and parentheses are nested; ``assigns_within`` tells whether
    a pipeline in parentheses assigns a variable. ``size`` is how many tokens it is made of.
    """

    name: str
    body: Body
    depth: int
    assigns_within: bool
    size: int

    def is_empty(self) -> bool:
        """Tell whether there is nothing but white space; Go lets another definition replace such a one."""
        return all(isinstance(statement, Text) and not statement.text.strip() for statement in self.body)
