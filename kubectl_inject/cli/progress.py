"""Progress on standard error, for long work on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from kubectl_inject.cli.input import Stream

_MANY_DOCUMENTS = 200


@contextmanager
def progress_of(streams: Sequence[Stream]) -> Iterator[Callable[[], None]]:
    """Show a bar on a terminal, where there is much to do; what the block gets is to be called for each document."""
    # Near enough, and there is no need to take the streams apart for it.
    documents = sum(1 + stream.text.count("\n---") for stream in streams) if sys.stderr.isatty() else 0
    if documents < _MANY_DOCUMENTS:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("injecting", total=documents)
        yield lambda: progress.advance(task)
