"""What was done to workloads, at a glance: a line for each, or for those that say the same where there are many."""

from __future__ import annotations

from kubectl_inject.cli.formats.ansi import BOLD, CYAN, FAINT, GREEN, YELLOW, colored
from kubectl_inject.injection.reports.report import Outcome
from kubectl_inject.injection.reports.warnings.warning import InjectionWarning
from kubectl_inject.printable import printable_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Sized

    from kubectl_inject.injection.removal.uninjection import Uninjection
    from kubectl_inject.injection.reports.report import WorkloadReport
    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning

    Reported = WorkloadReport | Uninjection

MOST_LISTED = 30
"""How many workloads get a line each, where nobody asks for all of them."""

_NAMED = 2
"""How many of those that share a line are named in it; one more is, where it would be the only one left out."""

OUTCOME_STYLES = {
    Outcome.INJECTED: GREEN,
    Outcome.UPDATED: CYAN,
    Outcome.UNCHANGED: FAINT,
    Outcome.SKIPPED: YELLOW,
    Outcome.UNINJECTED: GREEN,
}


def outcome_lines(reports: Sequence[Reported], *, lists_all: bool, color: bool) -> list[str]:
    """Return the lines for people, ready to be printed: outcomes with their reasons, and warnings.

    Up to MOST_LISTED workloads, or with ``lists_all``, each workload has a line of its own, and its warnings follow it.
    """
    if lists_all or len(reports) <= MOST_LISTED:
        return [line for report in reports for line in _lines_of(report, color=color)]
    return [*_summed_outcomes(reports, color=color), *_summed_warnings(reports, color=color)]


def passed_over_lines(warnings: Sequence[DocumentWarning], *, lists_all: bool, color: bool) -> list[str]:
    """Return the lines of warnings of documents that are no workloads; above MOST_LISTED, each code has one.

    With ``lists_all`` each warning has a line.
    """
    if lists_all or len(warnings) <= MOST_LISTED:
        return [_warning_line("warning", str(warning), color=color) for warning in warnings]
    groups: dict[str, list[DocumentWarning]] = {}
    for warning in warnings:
        groups.setdefault(warning.warning.code, []).append(warning)
    lines = []
    for code, alike in groups.items():
        text = _shared_text(code, (each.warning for each in alike))
        lines.append(_warning_line("warning", f"{listed(_places(alike))}: {text}", color=color))
    return lines


def _places(warnings: Sequence[DocumentWarning]) -> list[str]:
    sources = list(dict.fromkeys(warning.source for warning in warnings))
    return sources if len(sources) == len(warnings) else [warning.place for warning in warnings]


def _shared_text(code: str, warnings: Iterable[InjectionWarning]) -> str:
    texts = set(map(str, warnings))
    return texts.pop() if len(texts) == 1 else InjectionWarning(code).summary


def listing_hint(reports: Sized, passed_over: Sized = (), *, lists_all: bool) -> str:
    """Return what to add to a line of counts where not every workload, or warning, has a line of its own."""
    return "" if lists_all or max(len(reports), len(passed_over)) <= MOST_LISTED else "; --verbose lists each"


def no_workloads_line(sources: Sequence[str]) -> str:
    """Return the line about sources in which there is no workload."""
    if len(sources) <= _NAMED + 1:
        return printable_line(f"no workloads in {listed(sources)}")
    return printable_line(f"no workloads in {len(sources)} files: {listed(sources)}")


def _lines_of(report: Reported, *, color: bool) -> Iterator[str]:
    yield _outcome_line(report.title, report, color=color)
    for warning in report.warnings:
        yield _warning_line("  warning", str(warning), color=color)


def _outcome_line(titles: str, report: Reported, *, color: bool) -> str:
    line = printable_line(f"{titles}: {report.done}")
    word = report.outcome.value
    return (
        line.replace(f": {word}", f": {colored(word, OUTCOME_STYLES[report.outcome], color=True)}", 1)
        if color
        else line
    )


def _warning_line(head: str, text: str, *, color: bool) -> str:
    line = printable_line(f"{head}: {text}")
    return line.replace("warning", colored("warning", f"{BOLD};{YELLOW}", color=True), 1) if color else line


def _summed_outcomes(reports: Sequence[Reported], *, color: bool) -> Iterator[str]:
    groups: dict[tuple[str, str], list[Reported]] = {}
    for report in reports:
        groups.setdefault((report.kind, report.done), []).append(report)
    for (kind, _), alike in groups.items():
        yield _outcome_line(_titles(kind, alike), alike[0], color=color)


def _summed_warnings(reports: Sequence[Reported], *, color: bool) -> Iterator[str]:
    groups: dict[tuple[str, str], list[tuple[Reported, InjectionWarning]]] = {}
    for report in reports:
        for warning in report.warnings:
            groups.setdefault((report.kind, warning.code), []).append((report, warning))
    for (kind, code), alike in groups.items():
        concerned = list({id(report): report for report, _ in alike}.values())
        text = _shared_text(code, (warning for _, warning in alike))
        yield _warning_line("warning", f"{_titles(kind, concerned)}: {text}", color=color)


def _titles(kind: str, reports: Sequence[Reported]) -> str:
    return f"{kind} {listed([report.title.removeprefix(f'{kind} ') for report in reports])}"


def listed(names: Sequence[str]) -> str:
    """Return names as a text does: ``a, b and c``, or ``a, b and 998 more``."""
    shown = list(names) if len(names) <= _NAMED + 1 else [*names[:_NAMED], f"{len(names) - _NAMED} more"]
    *first, last = shown
    return f"{', '.join(first)} and {last}" if first else last
