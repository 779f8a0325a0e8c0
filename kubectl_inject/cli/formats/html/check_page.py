"""The outcome of a check as a page."""

from __future__ import annotations

from itertools import zip_longest

from kubectl_inject.cli.formats.html.diff_page import sides_of
from kubectl_inject.cli.formats.html.page import Count, Entry, Page, Section
from kubectl_inject.cli.formats.text import check_counts_line
from kubectl_inject.injection.reports.report import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kubectl_inject.injection.reports.checking import CheckedWorkload
    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning


def check_page(
    checked: Sequence[CheckedWorkload],
    passed_over: Sequence[DocumentWarning],
    texts: Sequence[tuple[str, str] | None] = (),
) -> Page:
    """Return the page of a check; ``passed_over`` are warnings of documents that are no workloads.

    ``texts`` has for each workload its document before and after injection, or None.
    """
    findings = sum(item.finding is not None for item in checked)
    warned = sum(item.finding is None and bool(item.report.warnings) for item in checked)
    return Page(
        "Are workloads injected as they should be?",
        check_counts_line(checked, passed_over),
        (
            Count("as they should be", len(checked) - findings - warned, "good"),
            Count("with a finding", findings, "bad"),
            Count("with warnings alone", warned, "open"),
        ),
        ("Namespace", "Place", "Templates"),
        tuple(_entry(item, both) for item, both in zip_longest(checked, texts)),
        tuple(f"{each.place}: {each.titled}" for each in passed_over),
    )


def _entry(item: CheckedWorkload, texts: tuple[str, str] | None) -> Entry:
    report = item.report
    place = f"{report.source}:{item.line}"
    cells = (report.namespace, place, ", ".join(report.templates) or "none")
    verdict = item.finding.value if item.finding else "injected" if report.injected else "not injected"
    if report.warnings:
        verdict += f", {counted(len(report.warnings), 'warning')}"
    tone = "bad" if item.finding else "open" if report.warnings else "good"
    return Entry(f"{report.kind.lower()}/{report.name}", cells, verdict, tone, tuple(_sections(item, texts)))


def _sections(item: CheckedWorkload, texts: tuple[str, str] | None) -> Iterator[Section]:
    yield Section("Decision", lines=(str(item.report.decision),))
    if item.differing:
        yield Section("What differs", lines=item.differing)
    if item.report.warnings:
        rows = tuple((each.code, each.message, each.where, each.cure) for each in item.report.warnings)
        yield Section("Warnings", rows, ("Code", "Warning", "Where", "Cure"))
    if texts is not None and texts[0] != texts[1]:
        yield Section("The document as it is, and as it should be", sides=tuple(sides_of(*texts)))
