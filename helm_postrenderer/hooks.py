"""Helm's hooks: a hook's Job never ends while a classic sidecar runs in it, and the release would hang."""

from __future__ import annotations

from kubectl_inject.injection.decision import Decision, Reason
from kubectl_inject.injection.pod import annotations_of, wants_native_sidecar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.injection.namespaces import Namespaces
    from kubectl_inject.injection.pod_injection import InjectedPod
    from kubectl_inject.injection.pod_injector import PodInjector
    from kubectl_inject.injection.workload import Workload

HOOK = "helm.sh/hook"
CHOICES = ("", "inject", "skip")


class HookInjector:
    """Leaves hooks as they are, where that is asked, or where a sidecar would keep them from ending."""

    def __init__(self, pods: PodInjector, hooks: str, *, native_sidecars: bool) -> None:
        """Let ``pods`` inject the rest. ``hooks``: ``inject`` or ``skip``; empty skips unless sidecars are native."""
        self._pods = pods
        self._hooks = hooks
        self._native = native_sidecars

    def inject(self, workload: Workload, namespaces: Namespaces) -> tuple[Decision, InjectedPod | None]:
        """Decide and inject; see PodInjector."""
        hook = annotations_of(workload.object).get(HOOK)
        if hook is None or self._hooks == "inject" or (not self._hooks and self._ends(workload)):
            return self._pods.inject(workload, namespaces)
        note = (
            "" if self._hooks else "it would never end with a sidecar that is not native; --hooks inject does it anyway"
        )
        return Decision(False, Reason.HELM_HOOK, f"{HOOK}: {hook}", note), None

    def _ends(self, workload: Workload) -> bool:
        """Whether the sidecar ends with the Pod's own containers: native ones do."""
        return wants_native_sidecar(workload.pod, by_default=self._native)
