"""What was done to each workload, for people and programs alike."""

from __future__ import annotations

from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kubectl_inject.injection.reports.warnings import InjectionWarning
    from kubectl_inject.injection.selection.decision import Decision


def workload_title(kind: str, namespace: str, name: str, template: str = "") -> str:
    """Return what reports call a workload, such as ``Deployment shop/web``; with ``template``, one of its Pods."""
    place = f"{namespace}/" if namespace else ""
    part = f" at {template}" if template else ""
    return f"{kind} {place}{name or '<unnamed>'}{part}"


@dataclass(frozen=True, slots=True)
class WorkloadReport:
    """One workload: where it stands, whether it was injected, by which rule, and with which templates.

    ``document`` counts from 1 within ``source``. ``pod_path`` leads to the Pod template, such as ``spec.template``.
    ``template`` is the same where the object has several Pod templates, each of which has a report, and else empty.
    ``restored`` tells of a record by which the workload was first restored from an earlier injection.
    """

    source: str
    document: int
    kind: str
    name: str
    namespace: str
    decision: Decision
    templates: tuple[str, ...] = ()
    warnings: tuple[InjectionWarning, ...] = ()
    pod_path: str = ""
    restored: str = ""
    template: str = ""

    @property
    def title(self) -> str:
        """The workload's kind, namespace and name, and where several are in one object, which of them it is."""
        return workload_title(self.kind, self.namespace, self.name, self.template)

    @property
    def injected(self) -> bool:
        """Whether the workload was injected."""
        return self.decision.inject

    @property
    def lines(self) -> tuple[str, ...]:
        """The report for people: what was done, and a line for each warning."""
        return (str(self), *(f"  warning: {warning}" for warning in self.warnings))

    def __str__(self) -> str:
        """Return the report in one line, without the warnings."""
        if self.injected:
            templates = f" ({', '.join(self.templates)})" if self.templates else ""
            restored = f"; {self.restored}" if self.restored else ""
            return f"{self.title}: injected{templates}: {self.decision}{restored}"
        return f"{self.title}: skipped: {self.decision}"


@dataclass(frozen=True, slots=True)
class Report:
    """The reports of all workloads, in the order of the input.

    ``written_anew`` counts documents whose text, or a part of it with comments, could not be edited in place, and was
    written from the object.
    """

    workloads: tuple[WorkloadReport, ...] = ()
    written_anew: int = 0

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
