"""What goes wrong with a template, in Go's words."""

from __future__ import annotations

_EXCERPT_WIDTH = 100
_LONGEST_REASON = 10_000


class TemplateError(Exception):
    """A template cannot be read or rendered.

    The text begins with the message that Go's text/template gives; the line of the source follows, with a
    caret under the place where there is one.
    """

    def __init__(
        self,
        name: str,
        line: int,
        column: int | None,
        reason: str,
        source_line: str,
        executing: str = "",
        context: str = "",
        limit: str = "",
    ) -> None:
        """Take the parts of Go's message and the line of the source.

        ``line`` counts from 1; ``column`` counts bytes from 0 as Go does, and is None for errors of reading,
        as are then ``executing``, the template that was executed, and ``context``, the source of the node.
        ``limit`` is the field of Limits that stands for what the template has too much of.
        """
        if len(reason) > _LONGEST_REASON:
            reason = f"{reason[:_LONGEST_REASON]}…"
        if len(context) > _LONGEST_REASON:
            context = f"{context[:_LONGEST_REASON]}…"
        super().__init__(name, line, column, reason, source_line, executing, context, limit)
        self.name = name
        self.line = line
        self.column = column
        self.reason = reason
        self.source_line = source_line
        self.executing = executing
        self.context = context
        self.limit = limit

    def __str__(self) -> str:
        """Return Go's message and the place in the source."""
        return "\n".join([self.message, *self._excerpt()])

    @property
    def message(self) -> str:
        """Go's own message, in one line unless the source has lines within the node."""
        if self.column is None:
            return f"template: {self.name}:{self.line}: {self.reason}"
        from kubectl_inject.gotemplate.quoting import quote

        return (
            f"template: {self.name}:{self.line}:{self.column}: "
            f"executing {quote(self.executing)} at <{self.context}>: {self.reason}"
        )

    def _excerpt(self) -> list[str]:
        if not self.source_line.strip():
            return []
        line = self.source_line.replace("\t", " ").rstrip()
        if self.column is None:
            return [f"  {line[:_EXCERPT_WIDTH]}"]
        from kubectl_inject.gotemplate.encoding import to_bytes

        column = len(to_bytes(self.source_line)[: self.column].decode("utf-8", "replace"))
        start = max(0, column - _EXCERPT_WIDTH // 2)
        return [f"  {line[start : start + _EXCERPT_WIDTH]}", "  " + " " * (column - start) + "^"]


class EvaluationError(Exception):
    """Rendering cannot go on; the text is Go's reason. Where it happened is known from the traceback."""


class LimitExceededError(EvaluationError):
    """A template asks for too much: ``limit`` is the field of Limits, which the text names."""

    def __init__(self, limit: str, problem: str) -> None:
        """Name the limit, and what would be beyond it."""
        super().__init__(f"{problem} (Limits.{limit})")
        self.limit = limit
