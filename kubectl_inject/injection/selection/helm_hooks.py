"""Helm's hooks: a hook that Helm waits for must end, and with an ordinary sidecar in it, it never does.

Helm takes what carries the annotation ``helm.sh/hook`` for a hook, and waits until its Jobs and Pods have run to their
end; other kinds count as done once they are created.
"""

from __future__ import annotations

from kubectl_inject.injection.pod import annotations_of, containers_of, labels_of
from kubectl_inject.injection.selection.decision import Decision, Reason
from kubectl_inject.istio.names import PROXY_CONTAINER, SIDECAR_INJECT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.injection.pod import Pod
    from kubectl_inject.injection.pod_injection import InjectedPod
    from kubectl_inject.injection.pod_injector import PodInjector
    from kubectl_inject.injection.selection.namespaces import Namespaces
    from kubectl_inject.injection.workload import Workload

HOOK = "helm.sh/hook"
INJECT, SKIP = "inject", "skip"
_AWAITED = frozenset({("", "Pod"), ("batch", "Job")})
_REQUESTED = frozenset({Reason.ASKED_BY_LABEL, Reason.ASKED_BY_ANNOTATION})
_NOTE = (
    'it would never end with a sidecar that is not native; --hooks inject or sidecar.istio.io/inject: "true" ask for it'
)


class HookInjector:
    """Leaves out hooks that injection would keep from ending. Another injector does the rest."""

    def __init__(self, pods: PodInjector, hooks: str = "") -> None:
        """Let ``pods`` inject. ``hooks``: ``inject`` or ``skip`` all; empty leaves out what would never end."""
        self._pods = pods
        self._hooks = hooks

    def inject(self, workload: Workload, namespaces: Namespaces) -> tuple[Decision, InjectedPod | None]:
        """Decide and inject; see PodInjector."""
        hook = annotations_of(workload.object).get(HOOK)
        if hook is None or self._hooks == INJECT:
            return self._pods.inject(workload, namespaces)
        source = f"{HOOK}: {hook}"
        if self._hooks == SKIP:
            return Decision(False, Reason.HELM_HOOK, source), None
        decision, injected = self._pods.inject(workload, namespaces)
        if injected is None or _is_requested(workload.pod, decision) or _ends(workload, injected.pod):
            return decision, injected
        return Decision(False, Reason.HELM_HOOK, source, _NOTE), None


def _is_requested(pod: Pod, decision: Decision) -> bool:
    """Whether the Pod itself asks for injection, also where something else decided it."""
    labels = labels_of(pod)
    requested = labels[SIDECAR_INJECT] if SIDECAR_INJECT in labels else annotations_of(pod).get(SIDECAR_INJECT)
    return requested == "true" or decision.reason in _REQUESTED


def _ends(workload: Workload, injected: Pod) -> bool:
    """Whether no container runs on beside the hook's own. Native sidecars end with these; they are init containers."""
    own = {container.get("name") for container in containers_of(workload.pod)} - {PROXY_CONTAINER}
    return (workload.row.group, workload.row.kind) not in _AWAITED or own.issuperset(
        container.get("name") for container in containers_of(injected)
    )
