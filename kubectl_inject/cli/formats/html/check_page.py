"""The outcome of a check as a page."""

from __future__ import annotations

from itertools import chain, repeat

from kubectl_inject.cli.formats.html.diff_page import sections_of_texts
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
    sections = sections_of_texts("The document as it is, and as it should be", texts)
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
        tuple(_entry(item, shown) for item, shown in zip(checked, chain(sections, repeat(())), strict=False)),
        tuple(f"{each.place}: {each.titled}" for each in passed_over),
    )


def _entry(item: CheckedWorkload, shown: tuple[Section, ...]) -> Entry:
    report = item.report
    place = f"{report.source}:{item.line}"
    cells = (report.namespace, place, ", ".join(report.templates) or "none")
    verdict = item.finding.value if item.finding else "injected" if report.injected else "not injected"
    if report.warnings:
        verdict += f", {counted(len(report.warnings), 'warning')}"
    tone = "bad" if item.finding else "open" if report.warnings else "good"
    return Entry(f"{report.kind.lower()}/{report.name}", cells, verdict, tone, (*_sections(item), *shown))


def _sections(item: CheckedWorkload) -> Iterator[Section]:
    yield Section("Decision", lines=(str(item.report.decision),))
    if item.differing:
        yield Section("What differs", lines=item.differing)
    if item.report.warnings:
        rows = tuple((each.code, each.message, each.where, each.cure) for each in item.report.warnings)
        yield Section("Warnings", rows, ("Code", "Warning", "Where", "Cure"))
