"""Printing values as Go's package fmt does: Sprint, Sprintln and Sprintf.

All raise LimitExceededError for a text that would be longer than ``limit``.
"""

from __future__ import annotations

from kubectl_inject.gotemplate.limits import DEFAULT, check_length
from kubectl_inject.gotemplate.values import GoObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NO_VALUE = "<no value>"
_LARGE = 1e6
"""From here on whole numbers are printed with an exponent."""


def sprint_value(value: object, limit: int = DEFAULT.value_length) -> str:
    """Return a value as %v prints it."""
    if isinstance(value, str):
        return value
    if value is True:
        return "true"
    if value is False:
        return "false"
    if value is None:
        return "<nil>"
    if isinstance(value, int):
        return int.__repr__(value)  # of one of Go's other types, maybe
    if type(value) is float:
        if value.is_integer() and abs(value) < _LARGE:
            return f"{value:.0f}"
        from kubectl_inject.gotemplate.fmt.floats import format_float

        return format_float(value, "g", None)
    if isinstance(value, GoObject):
        text = value.go_print()
        check_length(len(text), limit)
        return text
    from kubectl_inject.gotemplate.fmt.formats import PLAIN
    from kubectl_inject.gotemplate.fmt.verbs import format_argument

    return format_argument(value, "v", PLAIN, limit)


def show(value: object, limit: int = DEFAULT.value_length) -> str:
    """Return what an action prints for a value that is no string."""
    return NO_VALUE if value is None else sprint_value(value, limit)


def sprint(values: Iterable[object], limit: int = DEFAULT.value_length) -> str:
    """Return values one after the other, with a space between two that are both no strings."""
    pieces: list[str] = []
    after_string = True
    for value in values:
        is_string = isinstance(value, str)
        if not (is_string or after_string):
            pieces.append(" ")
        pieces.append(sprint_value(value, limit))
        after_string = is_string
    return concatenated(pieces, limit)


def sprintln(values: Iterable[object], limit: int = DEFAULT.value_length) -> str:
    """Return values with spaces between them and a line's end after the last."""
    texts = [sprint_value(value, limit) for value in values]
    return concatenated([f"{text} " for text in texts[:-1]] + texts[-1:] + ["\n"], limit)


def sprintf(template: str, values: Sequence[object], limit: int = DEFAULT.value_length) -> str:
    """Return values as the verbs of a format ask for. What is wrong with the format is shown in the result."""
    from kubectl_inject.gotemplate.fmt.formats import format_items
    from kubectl_inject.gotemplate.fmt.verbs import format_argument

    pieces: list[str] = []
    length = 0
    for item in format_items(template, values):
        match item:
            case str():
                piece = item
            case (verb, flags, value):
                piece = format_argument(value, verb, flags, limit)
        pieces.append(piece)
        length += len(piece)
        check_length(length, limit)
    return "".join(pieces)


def concatenated(pieces: list[str], limit: int = DEFAULT.value_length) -> str:
    """Join pieces of text."""
    check_length(sum(map(len, pieces)), limit)
    return "".join(pieces)
