"""Telling a template of a Helm chart from what Helm makes of it."""

from __future__ import annotations

_OPENING = "{{"
_WORDS = (".Values", ".Release", ".Chart", ".Capabilities", "include ", "template ", "define ")
"""What templates of charts say, and those in the texts of other tools' resources mostly do not."""

HINT = "this looks like a template of a Helm chart: render it first, by helm template"


def looks_like_helm(text: str) -> bool:
    """Whether a text has actions of Helm's templates."""
    return _OPENING in text and any(word in text for word in _WORDS)
