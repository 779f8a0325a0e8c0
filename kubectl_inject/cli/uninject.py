"""``kubectl inject uninject -f``: injected manifests in, the manifests from before out."""

from __future__ import annotations

from kubectl_inject.cli.input import streams_of
from kubectl_inject.frozen import dataclass
from kubectl_inject.injection.uninjection import Uninjection, uninject_document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class UninjectedStream:
    """One source before and after its injections were taken out."""

    name: str
    before: bytes
    after: bytes
    reports: tuple[Uninjection, ...]


def run_uninject(filenames: Sequence[str], *, recursive: bool) -> list[UninjectedStream]:
    """Take injections out of what the names stand for. Raises InjectionError."""
    streams = []
    for stream in streams_of(filenames, recursive=recursive):
        documents = [uninject_document(document) for document in stream.documents]
        after = "".join(document.text for document in documents).encode(stream.encoding)
        reports = tuple(report for document in documents for report in document.reports)
        streams.append(UninjectedStream(stream.name, stream.data, after, reports))
    return streams
