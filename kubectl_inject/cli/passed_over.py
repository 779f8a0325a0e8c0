"""The warnings of documents that are no workloads, for the commands that report on workloads alone."""

from __future__ import annotations

from kubectl_inject.injection.reports.warnings.documents import document_warnings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kubectl_inject.cli.input import Stream
    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning


def passed_over_in(streams: Iterable[Stream], ignored: Collection[str]) -> list[DocumentWarning]:
    """Return the warnings of the documents in some streams that are no workloads, without those of ignored codes."""
    return [warning for stream in streams for warning in document_warnings(stream.documents, ignored)]
