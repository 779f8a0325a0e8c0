"""``kubectl inject uninject -f``: injected manifests in, the manifests from before out."""

from __future__ import annotations

from kubectl_inject.cli.input import Stream, streams_of
from kubectl_inject.cli.spool import HeldOutput, Spool, hold
from kubectl_inject.injection.removal.uninjection import Uninjection, uninject_document
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class UninjectedStream:
    """One source after its injections were taken out, and the reports of its workloads."""

    output: HeldOutput
    reports: tuple[Uninjection, ...]


def run_uninject(filenames: Sequence[str], *, recursive: bool) -> list[UninjectedStream]:
    """Take injections out of what the names stand for. Raises InjectionError."""
    spool = Spool()
    streams = []
    for stream in streams_of(filenames, recursive=recursive):
        reports: list[Uninjection] = []
        output = hold(spool, stream, _texts(stream, reports), stream.encoding)
        streams.append(UninjectedStream(output, tuple(reports)))
    return streams


def _texts(stream: Stream, reports: list[Uninjection]) -> Iterator[str]:
    """Yield the texts of the documents without their injections, and add what is reported to ``reports``."""
    for document in stream.documents:
        uninjected = uninject_document(document)
        reports += uninjected.reports
        yield uninjected.text
