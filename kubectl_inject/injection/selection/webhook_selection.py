"""Which Pods the control plane's webhooks select, by labels of the namespace and of the Pod.

The webhooks are those that Istio's chart installs for a revision, its tags, and the default revision. Where the mesh's
own webhooks are known, their selectors decide, and those of the chart give the reason.
"""

from __future__ import annotations

from kubectl_inject.injection.pod import labels_of
from kubectl_inject.injection.selection.decision import Decision, Reason
from kubectl_inject.injection.selection.namespaces import UNNAMED, Namespaces
from kubectl_inject.istio.injection_webhooks import (
    BY_DEFAULT,
    BY_NAMESPACE,
    BY_NAMESPACE_REVISION,
    BY_POD,
    BY_POD_REVISION,
    NAMESPACE_NAME_LABEL,
    selections,
)
from kubectl_inject.istio.names import (
    DEFAULT_REVISION,
    IGNORED_NAMESPACES,
    NAMESPACE_LABEL,
    REVISION_LABEL,
    SIDECAR_INJECT,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.config.webhook_rules import Webhook
    from kubectl_inject.injection.workload import Workload


def select(workload: Workload, config: InjectionConfig, namespaces: Namespaces) -> Decision:
    """Decide whether a webhook would select the workload's Pods."""
    name = workload.namespace or UNNAMED
    if name in IGNORED_NAMESPACES:
        return Decision(False, Reason.IGNORED_NAMESPACE, f"namespace: {name}")
    namespace = namespaces.describe(name)
    labels, pod_labels = namespace.labels if namespace else {}, labels_of(workload.pod)
    decision = _by_chart(labels, pod_labels, config)
    if config.installation.webhooks:
        labels = {**labels, NAMESPACE_NAME_LABEL: name}
        decision = _by_selectors(labels, pod_labels, config.installation.webhooks, decision)
    if namespace is None:
        return Decision(decision.inject, decision.reason, decision.source, f"namespace {name} is taken as unlabelled")
    return decision


def _by_chart(namespace: Mapping[str, str], pod: Mapping[str, str], config: InjectionConfig) -> Decision:
    """Decide by the webhooks of Istio's chart."""
    by_default = config.values.enabled("sidecarInjectorWebhook.enableNamespacesByDefault")
    for name in sorted(config.installation.names):
        for selection in selections(name, by_default=by_default):
            if selection.selects(namespace, pod):
                return Decision(True, *_because(selection.kind, namespace, pod))
    return Decision(False, *_because_not(namespace, pod, config.installation.names))


def _because(kind: str, namespace: Mapping[str, str], pod: Mapping[str, str]) -> tuple[Reason, str]:
    """Return why a webhook of a kind selects a Pod, and the label or Helm value that it does so by."""
    return {
        BY_NAMESPACE: (Reason.NAMESPACE_ENABLED, _source(NAMESPACE_LABEL, namespace)),
        BY_NAMESPACE_REVISION: (Reason.NAMESPACE_REVISION, _source(REVISION_LABEL, namespace)),
        BY_POD_REVISION: (Reason.POD_REVISION, _source(REVISION_LABEL, pod)),
        BY_POD: (Reason.ASKED_BY_LABEL, _source(SIDECAR_INJECT, pod)),
        BY_DEFAULT: (Reason.ENABLED_BY_DEFAULT, "enableNamespacesByDefault: true"),
    }[kind]


def _because_not(namespace: Mapping[str, str], pod: Mapping[str, str], names: Container[str]) -> tuple[Reason, str]:
    """Return why no webhook of a revision with these names selects a Pod, and the label that keeps it from that."""
    if pod.get(SIDECAR_INJECT) == "false":
        return Reason.REFUSED_BY_LABEL, _source(SIDECAR_INJECT, pod)
    if NAMESPACE_LABEL in namespace:
        enabled = namespace[NAMESPACE_LABEL] == "enabled"
        reason = Reason.NAMESPACE_DEFAULT_REVISION if enabled else Reason.NAMESPACE_DISABLED
        return reason, _source(NAMESPACE_LABEL, namespace)
    if REVISION_LABEL in namespace:
        return Reason.NAMESPACE_OTHER_REVISION, _source(REVISION_LABEL, namespace)
    if REVISION_LABEL in pod:
        return Reason.POD_OTHER_REVISION, _source(REVISION_LABEL, pod)
    return Reason.NOT_ENABLED, _source(SIDECAR_INJECT, pod) if DEFAULT_REVISION in names else ""


def _source(label: str, labels: Mapping[str, str]) -> str:
    if label not in labels:
        return ""
    value = labels[label]
    return f"{label}: {value!r}" if label == SIDECAR_INJECT else f"{label}: {value}"


def _by_selectors(
    namespace: Mapping[str, str], pod: Mapping[str, str], webhooks: Sequence[Webhook], expected: Decision
) -> Decision:
    """Decide by the mesh's own webhooks; where those of the chart come to the same end, theirs is the reason."""
    selecting = next((webhook for webhook in webhooks if webhook.selects(namespace, pod)), None)
    if (selecting is not None) is expected.inject:
        return expected
    if selecting is not None:
        return Decision(True, Reason.SELECTED_BY_WEBHOOK, f"{selecting.configuration}: {selecting.name}")
    return Decision(False, Reason.NO_WEBHOOK)
