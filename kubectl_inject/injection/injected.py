"""What comes of an injection: a stream, a document or an object, each with its reports."""

from __future__ import annotations

from kubectl_inject.injection.reports.report import Report, WorkloadReport
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning
    from kubectl_inject.injection.workload import Object


@dataclass(frozen=True, slots=True)
class InjectedText:
    """A stream of manifests after injection."""

    text: str
    report: Report


@dataclass(frozen=True, slots=True)
class InjectedDocument:
    """One document's text after injection, and the reports of its workloads: small, however large its objects were.

    ``written_anew``: the text, or a part of it with comments, could not be edited in place, and was written from the
    object. ``passed_over`` are the warnings of what is no workload.
    """

    text: str
    reports: tuple[WorkloadReport, ...] = ()
    written_anew: bool = False
    passed_over: tuple[DocumentWarning, ...] = ()


def text_of(documents: Iterable[InjectedDocument]) -> InjectedText:
    """Return the documents of a stream, one after the other, as its text and report."""
    injected = list(documents)
    report = Report(
        tuple(report for document in injected for report in document.reports),
        sum(document.written_anew for document in injected),
        passed_over=tuple(warning for document in injected for warning in document.passed_over),
    )
    return InjectedText("".join(document.text for document in injected), report)


@dataclass(frozen=True, slots=True)
class InjectedObject:
    """An object after injection; the very object that was given where nothing changed."""

    object: Object
    report: Report
