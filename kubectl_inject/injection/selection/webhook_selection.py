"""Which Pods the control plane's webhooks select, by labels of the namespace and of the Pod.

The rules are those of the MutatingWebhookConfigurations that Istio installs for a revision, its tags, and the default
revision: a namespace's label decides before the Pod's, ``istio-injection`` before ``istio.io/rev``. Where the mesh's
own webhooks are known, their selectors decide, and the rules say why.
"""

from __future__ import annotations

from kubectl_inject.config.injection_config import DEFAULT_REVISION
from kubectl_inject.config.webhook_rules import NAMESPACE_NAME_LABEL, REVISION_LABEL, Webhook
from kubectl_inject.injection.pod import labels_of
from kubectl_inject.injection.selection.decision import Decision, Reason
from kubectl_inject.injection.selection.namespaces import UNNAMED, Namespaces
from kubectl_inject.istio.names import IGNORED_NAMESPACES, SIDECAR_INJECT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.injection.workload import Workload

NAMESPACE_LABEL = "istio-injection"


def select(workload: Workload, config: InjectionConfig, namespaces: Namespaces) -> Decision:
    """Decide whether a webhook would select the workload's Pods."""
    name = workload.namespace or UNNAMED
    if name in IGNORED_NAMESPACES:
        return Decision(False, Reason.IGNORED_NAMESPACE, f"namespace: {name}")
    namespace = namespaces.describe(name)
    labels, pod_labels = namespace.labels if namespace else {}, labels_of(workload.pod)
    decision = _by_rules(labels, pod_labels, config)
    if config.installation.webhooks:
        labels = {**labels, NAMESPACE_NAME_LABEL: name}
        decision = _by_selectors(labels, pod_labels, config.installation.webhooks, decision)
    if namespace is None:
        return Decision(decision.inject, decision.reason, decision.source, f"namespace {name} is taken as unlabelled")
    return decision


def _by_rules(namespace: Mapping[str, str], pod: Mapping[str, str], config: InjectionConfig) -> Decision:
    names = config.installation.names
    if pod.get(SIDECAR_INJECT) == "false":
        return Decision(False, Reason.REFUSED_BY_LABEL, f"{SIDECAR_INJECT}: 'false'")
    if NAMESPACE_LABEL in namespace:
        return _by_namespace_label(namespace[NAMESPACE_LABEL], is_default=DEFAULT_REVISION in names)
    for labels, ours, others in (
        (namespace, Reason.NAMESPACE_REVISION, Reason.NAMESPACE_OTHER_REVISION),
        (pod, Reason.POD_REVISION, Reason.POD_OTHER_REVISION),
    ):
        if REVISION_LABEL in labels:
            mine = labels[REVISION_LABEL] in names
            return Decision(mine, ours if mine else others, f"{REVISION_LABEL}: {labels[REVISION_LABEL]}")
    if DEFAULT_REVISION not in names:
        return Decision(False, Reason.NOT_ENABLED)
    if SIDECAR_INJECT in pod:
        asked = pod[SIDECAR_INJECT] == "true"
        reason = Reason.ASKED_BY_LABEL if asked else Reason.NOT_ENABLED
        return Decision(asked, reason, f"{SIDECAR_INJECT}: {pod[SIDECAR_INJECT]!r}")
    if config.values.enabled("sidecarInjectorWebhook.enableNamespacesByDefault"):
        return Decision(True, Reason.ENABLED_BY_DEFAULT, "enableNamespacesByDefault: true")
    return Decision(False, Reason.NOT_ENABLED)


def _by_selectors(
    namespace: Mapping[str, str], pod: Mapping[str, str], webhooks: Sequence[Webhook], expected: Decision
) -> Decision:
    """Decide by the webhooks' own selectors; where the rules come to the same end, theirs is the reason."""
    selecting = next((webhook for webhook in webhooks if webhook.selects(namespace, pod)), None)
    if (selecting is not None) is expected.inject:
        return expected
    if selecting is not None:
        return Decision(True, Reason.SELECTED_BY_WEBHOOK, f"{selecting.configuration}: {selecting.name}")
    return Decision(False, Reason.NO_WEBHOOK)


def _by_namespace_label(value: str, *, is_default: bool) -> Decision:
    source = f"{NAMESPACE_LABEL}: {value}"
    if value != "enabled":
        return Decision(False, Reason.NAMESPACE_DISABLED, source)
    return Decision(is_default, Reason.NAMESPACE_ENABLED if is_default else Reason.NAMESPACE_DEFAULT_REVISION, source)
