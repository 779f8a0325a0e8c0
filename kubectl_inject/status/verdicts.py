"""What is found of workloads and of their Pods."""

from __future__ import annotations

from enum import Enum

from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from kubectl_inject.status.changed_settings import ChangedSetting


class Finding(Enum):
    """What a Pod is, beside what would be created now; the value is how it is shown."""

    CURRENT = "current"
    CHANGED = "stale"
    OLDER = "older than its template"
    NOT_INJECTED = "not injected, and should be"
    UNREQUESTED = "injected, and no label requests it"
    UNKNOWN = "unknown"

    @property
    def is_stale(self) -> bool:
        """Whether the Pod would be another one if it were created now."""
        return self not in (Finding.CURRENT, Finding.UNKNOWN)


class Injector(Enum):
    """Who injected a Pod."""

    WEBHOOK = "webhook"
    OURS = "kubectl inject"
    ISTIOCTL = "istioctl"
    MANIFEST = "manifest"
    NOBODY = "nobody"

    @property
    def is_manifests(self) -> bool:
        """Whether the injection is in the manifests already."""
        return self in (Injector.OURS, Injector.ISTIOCTL, Injector.MANIFEST)


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The proxy of a running Pod: the release that its image names, and how it runs."""

    version: str
    ready: bool
    restarts: int
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class PodVerdict:
    """A Pod, what was found, and what differs from the Pod that would be created now.

    ``problem`` is why nothing could be found. ``older``: it was made of an earlier template than its workload's.
    """

    name: str
    finding: Finding
    injector: Injector
    revision: str = ""
    changes: tuple[ChangedSetting, ...] = ()
    sidecar: Sidecar | None = None
    problem: str = ""
    older: bool = False

    def to_plain(self) -> dict[str, Any]:
        """Return it as plain data."""
        sidecar = self.sidecar
        return {
            "name": self.name,
            "finding": self.finding.name,
            "injectedBy": self.injector.value,
            "revision": self.revision,
            "changes": [change.to_plain() for change in self.changes],
            "olderThanTemplate": self.older,
            "problem": self.problem,
            "sidecar": {
                "version": sidecar.version,
                "ready": sidecar.ready,
                "restarts": sidecar.restarts,
                "trouble": sidecar.trouble,
            }
            if sidecar
            else None,
        }


@dataclass(frozen=True, slots=True)
class WorkloadVerdict:
    """A workload with its Pods: who injects it, why, and what is to be known of it.

    ``requested``: the revision that would inject it by labels now; ``decision`` is why, or why none would. ``rendered``
    is who put an injection into its template, ``outdated`` what of that is otherwise than it would be rendered now.
    ``notes`` are for people.
    """

    api_version: str
    kind: str
    namespace: str
    name: str
    requested: str
    decision: str
    pods: tuple[PodVerdict, ...] = ()
    rendered: Injector = Injector.NOBODY
    outdated: tuple[ChangedSetting, ...] = ()
    control_plane: str = ""
    notes: tuple[str, ...] = ()
    problem: str = ""

    @property
    def current(self) -> int:
        """How many Pods are as they would be created now."""
        return sum(pod.finding is Finding.CURRENT for pod in self.pods)

    @property
    def finding(self) -> Finding:
        """The finding of the workload: that of its Pods which matters most."""
        found = {pod.finding for pod in self.pods}
        order = (Finding.CHANGED, Finding.NOT_INJECTED, Finding.UNREQUESTED)
        for finding in order:
            if finding in found:
                return finding
        if self.outdated:
            return Finding.CHANGED
        if Finding.OLDER in found:
            return Finding.OLDER
        return Finding.UNKNOWN if self.problem or Finding.UNKNOWN in found else Finding.CURRENT

    @property
    def changes(self) -> tuple[ChangedSetting, ...]:
        """What differs in any of its Pods, or in its template, each once."""
        return tuple(dict.fromkeys((*self.outdated, *(change for pod in self.pods for change in pod.changes))))

    @property
    def injectors(self) -> tuple[str, ...]:
        """Who injected its Pods, such as ``webhook (default)``; of a workload without Pods, who would."""
        found = dict.fromkeys(
            f"webhook ({pod.revision})" if pod.injector is Injector.WEBHOOK else pod.injector.value for pod in self.pods
        )
        if found:
            return tuple(found)
        if self.rendered is not Injector.NOBODY:
            return (self.rendered.value,)
        return (f"webhook ({self.requested})",) if self.requested else (Injector.NOBODY.value,)

    @property
    def versions(self) -> tuple[str, ...]:
        """The releases of its proxies."""
        return tuple(dict.fromkeys(pod.sidecar.version for pod in self.pods if pod.sidecar))

    @property
    def resource(self) -> str:
        """What kubectl calls it: ``deployment.apps/web``."""
        group = self.api_version.rpartition("/")[0]
        return f"{self.kind.lower()}{f'.{group}' if group else ''}/{self.name}"

    @property
    def restart(self) -> tuple[str, ...]:
        """The command that has its Pods created anew, where that brings them up to date; nothing where it does not."""
        stale = [pod for pod in self.pods if pod.finding.is_stale and not pod.older]
        by_manifest = self.rendered.is_manifests and not self.requested
        if not stale or by_manifest or self.kind not in ("Deployment", "StatefulSet", "DaemonSet"):
            return ()
        namespace = ("-n", self.namespace) if self.namespace else ()
        return ("kubectl", "rollout", "restart", f"{self.kind.lower()}/{self.name}", *namespace)

    def to_plain(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "apiVersion": self.api_version,
            "kind": self.kind,
            "namespace": self.namespace,
            "name": self.name,
            "finding": self.finding.name,
            "injectedBy": list(self.injectors),
            "requestedRevision": self.requested,
            "decision": self.decision,
            "controlPlane": self.control_plane,
            "renderedBy": self.rendered.value,
            "outdated": [change.to_plain() for change in self.outdated],
            "notes": list(self.notes),
            "problem": self.problem,
            "restart": list(self.restart),
            "pods": [pod.to_plain() for pod in self.pods],
        }


@dataclass(frozen=True, slots=True)
class Status:
    """The verdicts, and what could not be read, each with its reason."""

    workloads: tuple[WorkloadVerdict, ...]
    unread: tuple[str, ...] = ()

    @property
    def stale(self) -> tuple[WorkloadVerdict, ...]:
        """The workloads that are not what they would be now."""
        return tuple(each for each in self.workloads if each.finding.is_stale)

    @property
    def unknown(self) -> tuple[WorkloadVerdict, ...]:
        """The workloads of which it could not be found out."""
        return tuple(each for each in self.workloads if each.finding is Finding.UNKNOWN)

    @property
    def exit_status(self) -> int:
        """0 where all is current, 1 where something is stale, 2 where it could not be found out."""
        if self.stale:
            return 1
        return 2 if self.unknown or self.unread else 0

    def to_plain(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "apiVersion": "kubectl-inject/v1alpha1",
            "kind": "MeshStatus",
            "counts": self.counts(),
            "unread": list(self.unread),
            "items": [each.to_plain() for each in self.workloads],
        }

    def counts(self) -> dict[str, int]:
        """Return how many there are of each."""
        pods = [pod for each in self.workloads for pod in each.pods]
        return {
            "workloads": len(self.workloads),
            "stale": len(self.stale),
            "unknown": len(self.unknown),
            "pods": len(pods),
            "stalePods": _count(pod.finding.is_stale for pod in pods),
            "unknownPods": _count(pod.finding is Finding.UNKNOWN for pod in pods),
        }


def _count(found: Iterable[bool]) -> int:
    return sum(found)
