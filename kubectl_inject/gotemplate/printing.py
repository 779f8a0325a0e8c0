"""Printing values as Go's package fmt does: Sprint, Sprintln and Sprintf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kubectl_inject.gotemplate.floats import format_float
from kubectl_inject.gotemplate.formats import PLAIN, format_items
from kubectl_inject.gotemplate.functions import FunctionError
from kubectl_inject.gotemplate.limits import DEFAULT
from kubectl_inject.gotemplate.verbs import format_argument

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NO_VALUE = "<no value>"


def sprint_value(value: object) -> str:
    """Return a value as %v prints it."""
    if isinstance(value, str):
        return value
    if value is True:
        return "true"
    if value is False:
        return "false"
    if type(value) is int:
        return str(value)
    if type(value) is float:
        return format_float(value, "g", None)
    return format_argument(value, "v", PLAIN)


def show(value: object) -> str:
    """Return what an action prints for a value that is no string."""
    return NO_VALUE if value is None else sprint_value(value)


def sprint(values: Iterable[object]) -> str:
    """Return values one after the other, with a space between two that are both no strings."""
    pieces: list[str] = []
    after_string = True
    for value in values:
        is_string = isinstance(value, str)
        if not (is_string or after_string):
            pieces.append(" ")
        pieces.append(sprint_value(value))
        after_string = is_string
    return joined(pieces)


def sprintln(values: Iterable[object]) -> str:
    """Return values with spaces between them and a line's end after the last."""
    return joined([" ".join([sprint_value(value) for value in values]), "\n"])


def sprintf(template: str, values: Sequence[object]) -> str:
    """Return values as the verbs of a format ask for. What is wrong with the format is told in the result."""
    pieces: list[str] = []
    length = 0
    for item in format_items(template, values):
        match item:
            case str():
                piece = item
            case (verb, flags, value):
                piece = format_argument(value, verb, flags)
        pieces.append(piece)
        length += len(piece)
        check_length(length)
    return "".join(pieces)


def joined(pieces: list[str]) -> str:
    """Join pieces of text. Raise FunctionError if they are too long together."""
    check_length(sum(map(len, pieces)))
    return "".join(pieces)


def check_length(length: int) -> None:
    """Raise FunctionError if a text of that length is too long."""
    if length > DEFAULT.value_length:
        raise FunctionError(f"the text would be longer than {DEFAULT.value_length} characters (Limits.value_length)")
