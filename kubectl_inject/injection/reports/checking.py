"""``check``: whether manifests are what injection with a configuration makes of them."""

from __future__ import annotations

from enum import Enum

from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.injection.reports.report import WorkloadReport

_SHOWN = 5


class Finding(Enum):
    """What is wrong with a workload; the value is the sentence that is shown."""

    NOT_INJECTED = "should be injected and is not"
    INJECTED = "is injected and should not be"
    SKIPPED = "is skipped, and every workload should be injected"
    DIFFERENT = "is injected, but not as this configuration does it: an older one did, or it was edited by hand"
    ONLY_HERE = "is injected here, and the cluster's injector leaves it as it is"
    ONLY_THERE = "is injected by the cluster's injector, and not here"
    UNLIKE_INJECTOR = "is injected, but the cluster's injector makes something else of it"


@dataclass(frozen=True, slots=True)
class CheckedWorkload:
    """One workload: its report, its line, and what is wrong with it, if anything is.

    ``line`` is the one that its document begins at, or its Pod template, where that is one of several in an object.
    ``differing`` names places in the Pod that are otherwise than they should be.
    """

    report: WorkloadReport
    line: int
    finding: Finding | None
    differing: tuple[str, ...] = ()

    @property
    def required(self) -> CheckedWorkload:
        """The same where every workload should be injected: one that is rightly left as it is has a finding too."""
        if self.finding is None and not self.report.injected:
            return replace(self, finding=Finding.SKIPPED)
        return self

    @property
    def message(self) -> str:
        """What is wrong, in one sentence; empty where nothing is."""
        if self.finding is None:
            return ""
        shown = [*self.differing[:_SHOWN], *(["…"] if len(self.differing) > _SHOWN else [])]
        details = f" ({', '.join(shown)})" if shown and self.finding is not Finding.UNLIKE_INJECTOR else ""
        return f"{self.report.title} {self.finding.value}{details}. Reason: {self.report.decision}"

    def to_plain(self) -> dict[str, Any]:
        """Return it as plain data, by the schema in docs/report.schema.json."""
        return {
            **self.report.to_plain(),
            "line": self.line,
            "finding": self.finding.name if self.finding else None,
            "message": self.message,
            "differing": list(self.differing),
        }
