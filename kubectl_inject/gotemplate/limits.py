"""How much a template may ask for: templates come from strangers."""

from __future__ import annotations

from kubectl_inject.gotemplate.functions import FunctionError
from kubectl_inject.startup.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on reading and rendering a template. A TemplateError that one causes names its field."""

    nesting: int = 80
    """How deep parentheses and control structures may be nested in each other."""
    template_depth: int = 100
    """How deep templates may call each other."""
    iterations: int = 1_000_000
    """How often loops may turn and templates may be called, all taken together."""
    output_length: int = 16 * 1024 * 1024
    """How many characters may be printed in all."""
    value_length: int = 1024 * 1024
    """How many characters or items the result of a function may have."""
    values_length: int = 32 * 1024 * 1024
    """How many characters and items all results of functions that are large may have together."""


DEFAULT = Limits()


def check_length(length: int, limit: int) -> None:
    """Raise FunctionError if a text of that length is too long."""
    if length > limit:
        raise FunctionError(f"the text would be longer than {limit} characters (Limits.value_length)")
