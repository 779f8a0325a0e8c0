"""Unified diffs, as diff -u writes them and patch reads them; in colours on a terminal."""

from __future__ import annotations

import re
import sys
from difflib import unified_diff

from kubectl_inject.cli.formats.ansi import BOLD, CYAN, GREEN, RED, colored
from kubectl_inject.printable import printable_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kubectl_inject.cli.inject import InjectedStream

_STYLES = {"+": GREEN, "-": RED, "@": CYAN}


def unified_diff_of(stream: InjectedStream) -> list[str]:
    """Return the lines of the diff between a stream and what injection makes of it."""
    source = stream.source
    after = b"".join(stream.output.pieces).decode(source.encoding)
    name = printable_line(source.name)
    lines = unified_diff(_lines(source.text), _lines(after), name, f"{name} (injected)")
    return [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]


def _lines(text: str) -> list[str]:
    """Return the lines of a text with their ends, as diff and patch have lines: only LF ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def print_lines(lines: Sequence[str], *, color: bool) -> None:
    """Print the lines of a diff: as they are for ``patch``, harmless on a terminal or in colours."""
    if not color and not sys.stdout.isatty():
        sys.stdout.write("".join(lines))
        return
    for line in "".join(lines).removesuffix("\n").split("\n"):
        shown = "\t".join(map(printable_line, line.removesuffix("\r").split("\t")))
        sys.stdout.write(colored(shown, _style(line), color=color) + "\n")


def _style(line: str) -> str:
    return BOLD if line.startswith(("+++", "---")) else _STYLES.get(line[:1], "")
