"""What was done to each workload, for people and programs alike."""

from __future__ import annotations

from enum import Enum

from kubectl_inject.injection.workload import title_of
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning, InjectionWarning
    from kubectl_inject.injection.selection.decision import Decision


class Outcome(Enum):
    """What became of a workload; the value is the word that is shown.

    It had no sidecar and has one now; it had one and has another; its sidecar was taken out; it had the same already,
    or there was none to take out; it was left as it is.
    """

    INJECTED = "injected"
    UPDATED = "updated"
    UNINJECTED = "uninjected"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"


def outcome_counts(outcomes: Iterable[Outcome], warnings: int = 0) -> dict[str, int]:
    """Return how many workloads there are of each outcome, by its word, and how many ``warnings``."""
    counts = {outcome.value: 0 for outcome in Outcome}
    for outcome in outcomes:
        counts[outcome.value] += 1
    return {**counts, "warnings": warnings}


def counts_line(counts: dict[str, int]) -> str:
    """Return counts as ``outcome_counts`` gives them, in a line: ``12 injected, 1 warning``."""
    outcomes = {word: number for word, number in counts.items() if number and word != "warnings"}
    return ", ".join(
        [*(f"{number} {word}" for word, number in outcomes.items()), *_counted_warnings(counts["warnings"])]
    )


def counted(number: int, name: str) -> str:
    """Return a number with what it counts: ``1 warning``, ``2 warnings``."""
    return f"{number} {plural(number, name)}"


def plural(number: int, name: str) -> str:
    """Return what so many are called: ``warning`` for 1, and else ``warnings``."""
    return name if number == 1 else f"{name}s"


def _counted_warnings(number: int) -> list[str]:
    return [counted(number, "warning")] if number else []


_STAYS_INJECTED = "it is injected already and stays so, until kubectl inject uninject"


@dataclass(frozen=True, slots=True)
class WorkloadReport:
    """One workload: where it stands, what became of it, by which rule, and with which templates.

    ``document`` counts from 1 within ``source``. ``pod_path`` leads to the Pod template, such as ``spec.template``.
    ``template`` is the same where the object has several Pod templates, each of which has a report, and else empty.
    ``restored`` tells of a record by which the workload was first restored from an earlier injection, and
    ``was_injected`` whether there was one.
    """

    source: str
    document: int
    kind: str
    name: str
    namespace: str
    decision: Decision
    outcome: Outcome
    templates: tuple[str, ...] = ()
    warnings: tuple[InjectionWarning, ...] = ()
    pod_path: str = ""
    restored: str = ""
    was_injected: bool = False
    template: str = ""

    @property
    def title(self) -> str:
        """The workload's kind, namespace and name."""
        return title_of(self.kind, self.namespace, self.name, self.template)

    @property
    def injected(self) -> bool:
        """Whether the workload has the sidecar after injection, as the decision was."""
        return self.decision.inject

    @property
    def lines(self) -> tuple[str, ...]:
        """The report for people: what was done, and a line for each warning."""
        return (str(self), *(f"  warning: {warning}" for warning in self.warnings))

    @property
    def done(self) -> str:
        """What was done and why, such as ``injected (sidecar): by default``."""
        templates = f" ({', '.join(self.templates)})" if self.templates else ""
        stays = _STAYS_INJECTED if self.was_injected and self.outcome is Outcome.SKIPPED else ""
        restored = self.restored if self.outcome is Outcome.UPDATED else ""
        notes = "".join(f"; {note}" for note in (restored, stays) if note)
        return f"{self.outcome.value}{templates}: {self.decision}{notes}"

    def __str__(self) -> str:
        """Return the report in one line, without the warnings."""
        return f"{self.title}: {self.done}"

    def to_plain(self) -> dict[str, Any]:
        """Return the report as plain data, by the schema in docs/report.schema.json."""
        return {
            "source": self.source,
            "document": self.document,
            "kind": self.kind,
            "name": self.name,
            "namespace": self.namespace,
            "outcome": self.outcome.value,
            "injected": self.injected,
            "reason": self.decision.reason.name,
            "why": self.decision.reason.value,
            "decidedBy": self.decision.source,
            "note": self.decision.note,
            "templates": list(self.templates),
            "warnings": [warning.to_plain() for warning in self.warnings],
        }


@dataclass(frozen=True, slots=True)
class Report:
    """The reports of all workloads, in the order of the input, and the names of the sources that were read.

    ``written_anew`` counts documents whose text, or a part of it with comments, could not be edited in place, and was
    written from the object. ``passed_over`` are warnings of documents that are no workloads.
    """

    workloads: tuple[WorkloadReport, ...] = ()
    written_anew: int = 0
    sources: tuple[str, ...] = ()
    passed_over: tuple[DocumentWarning, ...] = ()

    def __iter__(self) -> Iterator[WorkloadReport]:
        """Iterate over the workloads."""
        return iter(self.workloads)

    def __len__(self) -> int:
        """Return the number of workloads."""
        return len(self.workloads)

    @property
    def injected(self) -> int:
        """How many workloads were injected."""
        return sum(workload.injected for workload in self.workloads)

    @property
    def warnings(self) -> tuple[str, ...]:
        """All warnings, each with what it is about."""
        of_workloads = [f"{workload.title}: {warning}" for workload in self for warning in workload.warnings]
        return (*of_workloads, *map(str, self.passed_over))

    @property
    def counts(self) -> dict[str, int]:
        """How many workloads there are of each outcome, by its word, and how many ``warnings``."""
        return outcome_counts((workload.outcome for workload in self), len(self.warnings))

    @property
    def counts_line(self) -> str:
        """The counts in a line: ``12 injected, 1 warning``."""
        if self.workloads:
            return counts_line(self.counts)
        return "; ".join(["no workloads found: nothing to inject", *_counted_warnings(len(self.passed_over))])

    @property
    def without_workloads(self) -> tuple[str, ...]:
        """The sources in which there is no workload."""
        holding = {workload.source for workload in self.workloads}
        return tuple(source for source in self.sources if source not in holding)


def together(reports: Iterable[Report], sources: tuple[str, ...] = ()) -> Report:
    """Return the reports of several streams as one; ``sources`` are the names of what was read."""
    parts = list(reports)
    return Report(
        tuple(workload for report in parts for workload in report),
        sum(report.written_anew for report in parts),
        sources,
        tuple(warning for report in parts for warning in report.passed_over),
    )
