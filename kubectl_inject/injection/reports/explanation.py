"""Why a workload came out as it did: the rule, the templates, what changed, and where settings come from."""

from __future__ import annotations

from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.injection.reports.proxy_settings import ProxySetting
    from kubectl_inject.injection.reports.report import WorkloadReport
    from kubectl_inject.kubernetes.patches.differences import Difference


@dataclass(frozen=True, slots=True)
class PresentInjection:
    """The injection that a workload came with: the proxy's image, if it has one, the revision, and what was added.

    ``native``: the proxy is an init container that goes on running.
    """

    proxy_image: str
    revision: str
    native: bool
    init_containers: tuple[str, ...]
    containers: tuple[str, ...]

    def to_plain(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "proxyImage": self.proxy_image,
            "revision": self.revision,
            "nativeSidecar": self.native,
            "initContainers": list(self.init_containers),
            "containers": list(self.containers),
        }


@dataclass(frozen=True, slots=True)
class Explanation:
    """One workload's report, the differences between its Pod before and after, and the proxy's own settings.

    ``differences`` are to the Pod without any injection. For a workload that came injected, ``present`` is that
    injection, and ``updates`` are the differences to the Pod as it came.
    """

    report: WorkloadReport
    differences: tuple[Difference, ...] = ()
    settings: tuple[ProxySetting, ...] = ()
    present: PresentInjection | None = None
    updates: tuple[Difference, ...] = ()

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
        return {
            **self.report.to_plain(),
            "added": [{"path": item.path, "value": item.new} for item in self.added],
            "changed": [_changed(item) for item in self.changed],
            "removed": [{"path": item.path, "value": item.old} for item in self.removed],
            "present": self.present.to_plain() if self.present else None,
            "updates": [_changed(item) for item in self.updates],
            "settings": [{"name": item.name, "value": item.value, "source": item.source} for item in self.settings],
        }


def _changed(difference: Difference) -> dict[str, Any]:
    return {"path": difference.path, "from": difference.old, "to": difference.new}
