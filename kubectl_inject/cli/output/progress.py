"""What people see on standard error while a command runs: lines, and a bar for long work on a terminal."""

from __future__ import annotations

import sys

from kubectl_inject.printable import printable_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self, TextIO

    from kubectl_inject.cli.input.streams import Stream

_MANY_DOCUMENTS = 200


def note(*lines: str) -> None:
    """Write lines for people, beside the output."""
    sys.stderr.write("".join(f"{printable_line(line)}\n" for line in lines))


def write_lines(lines: Sequence[str]) -> None:
    """Write lines that are printable already, such as coloured ones, beside the output."""
    sys.stderr.write("".join(f"{line}\n" for line in lines))


def terminal_width(stream: TextIO) -> int | None:
    """Return how wide the terminal is that a stream writes to; None where it writes to something else."""
    import shutil

    return shutil.get_terminal_size().columns if stream.isatty() else None


class Progress:
    """A bar while a block runs, on a terminal, where there is much to do."""

    def __init__(self, streams: Sequence[Stream]) -> None:
        """Count what is to be done."""
        # Near enough, and there is no need to take the streams apart for it.
        documents = sum(1 + stream.text.count("\n---") for stream in streams) if sys.stderr.isatty() else 0
        self._bar = None
        if documents >= _MANY_DOCUMENTS:
            from rich import progress
            from rich.console import Console

            self._bar = progress.Progress(console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task("injecting", total=documents)

    def advance(self) -> None:
        """Count one document as done."""
        if self._bar is not None:
            self._bar.advance(self._task)

    def __enter__(self) -> Self:
        """Show the bar."""
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
