"""Whether a workload is injected, and why: one named reason for each rule."""

from __future__ import annotations

from enum import Enum

from kubectl_inject.injection.pod import Pod, annotations_of, labels_of
from kubectl_inject.istio.names import IGNORED_NAMESPACES, SIDECAR_INJECT
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.injection.workload import Workload


class Reason(Enum):
    """Why a workload is injected or not; the value is the sentence that is shown."""

    DEFAULT = "by default"
    ASKED_BY_LABEL = "the Pod's label enables injection"
    ASKED_BY_ANNOTATION = "the Pod's annotation enables injection"
    ALWAYS_INJECT = "the Pod's labels match alwaysInjectSelector"
    HOST_NETWORK = "the Pod uses the host's network"
    IGNORED_NAMESPACE = "the namespace is one that Istio never injects"
    REFUSED_BY_LABEL = "the Pod's label disables injection"
    REFUSED_BY_ANNOTATION = "the Pod's annotation disables injection"
    NEVER_INJECT = "the Pod's labels match neverInjectSelector"
    NAMESPACE_ENABLED = "the namespace's label enables injection"
    NAMESPACE_REVISION = "the namespace's label names this revision"
    POD_REVISION = "the Pod's label names this revision"
    ENABLED_BY_DEFAULT = "namespaces are injected unless their labels disable it"
    NAMESPACE_DISABLED = "the namespace's label disables injection"
    NAMESPACE_DEFAULT_REVISION = "the namespace's label is for the default revision, which is another one"
    NAMESPACE_OTHER_REVISION = "the namespace's label names another revision"
    POD_OTHER_REVISION = "the Pod's label names another revision"
    NOT_ENABLED = "no label of the namespace or the Pod enables injection"
    SELECTED_BY_WEBHOOK = "a webhook of the mesh selects the Pod"
    NO_WEBHOOK = "no webhook of the mesh selects the Pod"
    INJECTOR_CHANGED = "the cluster's injector changed the Pod"
    INJECTOR_LEFT = "the cluster's injector left the Pod as it is"
    HELM_HOOK = "the workload is a hook of Helm's"
    KIND_NOT_NAMED = "--workload-kinds leaves its kind out"
    UNFIT_KIND = "its kind takes no sidecar in its Pod template"
    NO_POD_TEMPLATE = "it has no Pod template of its own"
    TAKEN_FOR_PATCH = "it is taken for a patch"
    POLICY_DISABLED = "the injector's policy is disabled, and the Pod does not enable injection"


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether to inject, the rule that decided, and the label or setting that it read, such as ``key: value``.

    ``note`` says what had to be assumed. ``ignored`` is a value of ``sidecar.istio.io/inject`` that counts as none.
    """

    inject: bool
    reason: Reason
    source: str = ""
    note: str = ""
    ignored: str = ""

    def __str__(self) -> str:
        """Return the reason's sentence with its source and note."""
        sentence = f"{self.reason.value} ({self.source})" if self.source else self.reason.value
        return f"{sentence}; {self.note}" if self.note else sentence


_YES = frozenset({"y", "yes", "true", "on"})
"""What asked for injection before only ``true`` did; anything else refused it."""


def decide(workload: Workload, config: InjectionConfig) -> Decision:
    """Decide as Istio's injector does for a Pod that it is given.

    In this order: the host's network, ignored namespaces (of the Pod itself: a Pod template names none),
    ``sidecar.istio.io/inject`` as a label or else as an annotation, neverInjectSelector, alwaysInjectSelector, the
    policy.
    """
    pod = workload.pod
    if (pod.get("spec") or {}).get("hostNetwork"):
        return Decision(False, Reason.HOST_NETWORK, "hostNetwork: true")
    namespace = (pod.get("metadata") or {}).get("namespace")
    if namespace in IGNORED_NAMESPACES:
        return Decision(False, Reason.IGNORED_NAMESPACE, f"namespace: {namespace}")
    labels = labels_of(pod)
    by_label = SIDECAR_INJECT in labels
    value = labels[SIDECAR_INJECT] if by_label else annotations_of(pod).get(SIDECAR_INJECT, "")
    if config.rules.exact_inject_values and value not in ("true", "false", ""):
        return replace(_selected(pod, config) or _by_policy(config), ignored=value)
    return _requested(value, by_label=by_label) or _selected(pod, config) or _by_policy(config)


def _requested(value: str, *, by_label: bool) -> Decision | None:
    if not value:
        return None
    source = f"{SIDECAR_INJECT}: {value!r}"
    if value.lower() in _YES:
        return Decision(True, Reason.ASKED_BY_LABEL if by_label else Reason.ASKED_BY_ANNOTATION, source)
    return Decision(False, Reason.REFUSED_BY_LABEL if by_label else Reason.REFUSED_BY_ANNOTATION, source)


def _selected(pod: Pod, config: InjectionConfig) -> Decision | None:
    labels = labels_of(pod)
    for selector in config.never_inject:
        if selector.matches(labels):
            return Decision(False, Reason.NEVER_INJECT, str(selector))
    for selector in config.always_inject:
        if selector.matches(labels):
            return Decision(True, Reason.ALWAYS_INJECT, str(selector))
    return None


def _by_policy(config: InjectionConfig) -> Decision:
    if config.policy == "disabled":
        return Decision(False, Reason.POLICY_DISABLED, "policy: disabled")
    return Decision(True, Reason.DEFAULT)
