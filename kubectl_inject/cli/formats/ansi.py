"""Colours as terminals take them, for single words: a plain run must not import more for that."""

from __future__ import annotations

# https://www.ecma-international.org/publications-and-standards/standards/ecma-48/, 8.3.117
BOLD, FAINT, RED, GREEN, YELLOW, CYAN = "1", "2", "31", "32", "33", "36"


def colored(text: str, style: str, *, color: bool) -> str:
    """Return a text in a colour or a style of this module; as it is without ``color``, or without one."""
    return f"\x1b[{style}m{text}\x1b[0m" if color and style and text else text
