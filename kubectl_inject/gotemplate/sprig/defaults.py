"""Choosing between values, and giving up."""

from __future__ import annotations

from kubectl_inject.gotemplate.functions import Function, FunctionError, ParameterType, Work
from kubectl_inject.gotemplate.go_types import is_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

ANY, STRING, BOOL = ParameterType.ANY, ParameterType.STRING, ParameterType.BOOL


def empty(value: object) -> bool:
    """Say whether a value is the zero value of its type, or has no items. A struct never is."""
    return not is_true(value)


def default(fallback: object, *given: object) -> object:
    """Return the value given unless it is empty."""
    return given[0] if given and not empty(given[0]) else fallback


def coalesce(*values: object) -> object:
    """Return the first value that is not empty, nil if all are."""
    return next((value for value in values if not empty(value)), None)


def all_given(*values: object) -> bool:
    """Say whether no value is empty."""
    return not any(map(empty, values))


def any_given(*values: object) -> bool:
    """Say whether some value is not empty."""
    return not all(map(empty, values))


def ternary(if_true: object, if_false: object, condition: bool) -> object:
    """Return the one value or the other."""
    return if_true if condition else if_false


def fail(message: str) -> NoReturn:
    """End the template with a message."""
    raise FunctionError(message)


def hello() -> str:
    """Return sprig's greeting."""
    return "Hello!"


FUNCTIONS = (
    Function("empty", empty, (ANY,), work=Work.CONSTANT),
    Function("default", default, (ANY,), variadic=ANY, work=Work.CONSTANT),
    Function("coalesce", coalesce, variadic=ANY, work=Work.CONSTANT),
    Function("all", all_given, variadic=ANY, work=Work.CONSTANT),
    Function("any", any_given, variadic=ANY, work=Work.CONSTANT),
    Function("ternary", ternary, (ANY, ANY, BOOL), work=Work.CONSTANT),
    Function("fail", fail, (STRING,), work=Work.CONSTANT),
    Function("hello", hello, work=Work.CONSTANT),
)
