"""Progress on standard error, for long work on a terminal only."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kubectl_inject.cli.input import Stream

_MANY_DOCUMENTS = 200


def with_progress(streams: Sequence[Stream]) -> Iterable[Stream]:
    """Yield the streams, with a bar on a terminal where there is much to do."""
    documents = sum(len(stream.documents) for stream in streams)
    if documents < _MANY_DOCUMENTS or not sys.stderr.isatty():
        return streams
    from rich.console import Console
    from rich.progress import track

    return track(streams, "injecting", console=Console(stderr=True), transient=True)
