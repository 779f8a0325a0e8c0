"""Unified diffs as people see them: in colours on a terminal."""

from __future__ import annotations

import sys

from kubectl_inject.cli.formats.ansi import BOLD, CYAN, GREEN, RED, colored
from kubectl_inject.printable import printable_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_STYLES = {"+": GREEN, "-": RED, "@": CYAN}


def print_lines(pieces: Iterable[str], *, color: bool) -> None:
    """Print a diff, given in pieces: as it is for ``patch``, harmless on a terminal or in colours."""
    if not color and not sys.stdout.isatty():
        sys.stdout.writelines(pieces)
        return
    open_line = ""
    for piece in pieces:
        *lines, open_line = f"{open_line}{piece}".split("\n")
        for line in lines:
            shown = "\t".join(map(printable_line, line.removesuffix("\r").split("\t")))
            sys.stdout.write(colored(shown, _style(line), color=color) + "\n")


def _style(line: str) -> str:
    return BOLD if line.startswith(("+++", "---")) else _STYLES.get(line[:1], "")
