"""Why a workload came out as it did: the rule, the templates, what changed, and where settings come from."""

from __future__ import annotations

from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.injection.reports.proxy_settings import ProxySetting
    from kubectl_inject.injection.reports.report import WorkloadReport
    from kubectl_inject.kubernetes.differences import Difference


@dataclass(frozen=True, slots=True)
class Explanation:
    """One workload's report, the differences between its Pod before and after, and the proxy's own settings."""

    report: WorkloadReport
    differences: tuple[Difference, ...] = ()
    settings: tuple[ProxySetting, ...] = ()

    @property
    def added(self) -> tuple[Difference, ...]:
        """What the Pod did not have before."""
        return tuple(difference for difference in self.differences if difference.old is None)

    @property
    def changed(self) -> tuple[Difference, ...]:
        """What is another than before."""
        return tuple(item for item in self.differences if item.old is not None and item.new is not None)

    @property
    def removed(self) -> tuple[Difference, ...]:
        """What the Pod does not have any more."""
        return tuple(difference for difference in self.differences if difference.new is None)

    def to_plain(self) -> dict[str, Any]:
        """Return the explanation as plain data, by the schema in docs/explain.schema.json."""
        report = self.report
        return {
            "source": report.source,
            "document": report.document,
            "kind": report.kind,
            "name": report.name,
            "namespace": report.namespace,
            "injected": report.injected,
            "reason": report.decision.reason.name,
            "why": report.decision.reason.value,
            "decidedBy": report.decision.source,
            "note": report.decision.note,
            "templates": list(report.templates),
            "added": [{"path": item.path, "value": item.new} for item in self.added],
            "changed": [{"path": item.path, "from": item.old, "to": item.new} for item in self.changed],
            "removed": [{"path": item.path, "value": item.old} for item in self.removed],
            "settings": [{"name": item.name, "value": item.value, "source": item.source} for item in self.settings],
            "warnings": [warning.to_plain() for warning in report.warnings],
        }
