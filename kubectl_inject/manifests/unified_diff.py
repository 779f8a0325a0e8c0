"""Unified diffs, as diff -u writes them and patch reads them."""

from __future__ import annotations

import re
from difflib import unified_diff

from kubectl_inject.printable import printable_line


def unified_diff_lines(before: str, after: str, source: str, done: str = "injected") -> list[str]:
    """Return the lines of the diff between a text and what injection makes of it; ``done`` is a word for that."""
    name = printable_line(source)
    lines = unified_diff(_lines(before), _lines(after), name, f"{name} ({done})")
    return [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]


def _lines(text: str) -> list[str]:
    """Return the lines of a text with their ends, as diff and patch have lines: only LF ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
