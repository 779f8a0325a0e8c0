"""How much a template may ask for: templates come from strangers."""

from __future__ import annotations

from kubectl_inject.gotemplate.errors import LimitExceededError
from kubectl_inject.startup.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on reading and rendering a template. A TemplateError that one causes names its field.

    Together they keep any template within some seconds and some hundred megabytes; Istio's own take under a
    hundredth of what a rendering may.
    """

    source_length: int = 4 * 1024 * 1024
    """How many characters a source may have."""
    tokens: int = 40_000
    """How many words, operators, delimiters and pieces of text a source may be made of."""
    pipeline_tokens: int = 8_000
    """How many of them one pipeline may have."""
    nesting: int = 80
    """How deep parentheses and control structures may be nested in each other."""
    template_depth: int = 100
    """How deep templates may call each other."""
    steps: int = 2_000_000
    """How much work a rendering may be: turns of loops, calls, and what functions go through in their arguments."""
    output_length: int = 4 * 1024 * 1024
    """How many characters may be printed in all."""
    value_length: int = 1024 * 1024
    """How many characters or items the result of a function may have."""
    values_length: int = 16 * 1024 * 1024
    """How many characters all results of functions may have together; an item of a list or map counts as some."""

    def times(self, factor: int) -> Limits:
        """Return the limits that allow a multiple of the work, and of its size; nesting stays bounded by the stack."""
        return Limits(
            source_length=self.source_length * factor,
            tokens=self.tokens * factor,
            pipeline_tokens=self.pipeline_tokens * factor,
            nesting=self.nesting,
            template_depth=self.template_depth,
            steps=self.steps * factor,
            output_length=self.output_length * factor,
            value_length=self.value_length * factor,
            values_length=self.values_length * factor,
        )


DEFAULT = Limits()


def check_length(length: int, limit: int) -> None:
    """Raise LimitExceededError if a text of that length is too long."""
    if length > limit:
        raise LimitExceededError("value_length", f"the text would be longer than {limit} characters")
