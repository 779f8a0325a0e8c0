"""Unified diffs, as diff -u writes them and patch reads them; in colours on a terminal."""

from __future__ import annotations

import sys

from kubectl_inject.manifests.unified_diff import unified_diff_lines
from kubectl_inject.printable import printable_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kubectl_inject.cli.inject import InjectedStream


def unified_diff_of(stream: InjectedStream) -> list[str]:
    """Return the lines of the diff between a stream and what injection makes of it."""
    source = stream.source
    after = b"".join(stream.output.pieces).decode(source.encoding)
    return unified_diff_lines(source.text, after, source.name)


def print_lines(lines: Sequence[str]) -> None:
    """Print the lines of a diff: as they are for ``patch``, harmless on a terminal."""
    if sys.stdout.isatty():
        _print_coloured(lines)
    else:
        sys.stdout.write("".join(lines))


def _print_coloured(lines: Sequence[str]) -> None:
    from rich.console import Console
    from rich.text import Text

    styles = {"+": "green", "-": "red", "@": "cyan"}
    console = Console(highlight=False, soft_wrap=True)
    for line in "".join(lines).removesuffix("\n").split("\n"):
        style = "bold" if line.startswith(("+++", "---")) else styles.get(line[:1], "")
        console.print(Text("\t".join(map(printable_line, line.removesuffix("\r").split("\t"))), style=style))
