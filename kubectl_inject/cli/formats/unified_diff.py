"""Unified diffs, as diff -u writes them and patch reads them; in colours on a terminal."""

from __future__ import annotations

import sys

from kubectl_inject.cli.formats.ansi import BOLD, CYAN, GREEN, RED, colored
from kubectl_inject.manifests.unified_diff import unified_diff_lines
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
    return unified_diff_lines(source.text, after, source.name)


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
