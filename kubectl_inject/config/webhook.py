"""The webhooks of a control plane: which Pods the API server shows to its injector, by labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kubectl_inject.kubernetes.label_selector import LabelSelector, parse_selector

REVISION_LABEL = "istio.io/rev"
TAG_LABEL = "istio.io/tag"
NAMESPACE_NAME_LABEL = "kubernetes.io/metadata.name"

_INJECTOR = "sidecar-injector.istio.io"
"""How the names of all of Istio's injection webhooks end."""


@dataclass(frozen=True, slots=True)
class WebhookService:
    """The service that a webhook's calls go to."""

    namespace: str
    name: str
    port: int = 443
    path: str = "/"


@dataclass(frozen=True, slots=True)
class Webhook:
    """One webhook of a MutatingWebhookConfiguration, and the labels that select its Pods.

    ``revision`` and ``tag`` are those of the configuration that holds it; ``tag`` is empty where it is the
    revision's own. ``namespace_selector`` and ``object_selector`` are as they stand there.
    """

    name: str
    configuration: str
    revision: str
    tag: str = ""
    namespace_selector: Mapping[str, Any] = field(default_factory=dict)
    object_selector: Mapping[str, Any] = field(default_factory=dict)
    service: WebhookService | None = None

    def selects(self, namespace: Mapping[str, str], pod: Mapping[str, str]) -> bool:
        """Whether a Pod with these labels, in a namespace with those, is shown to the injector.

        Raises SelectorError where a selector is not well formed.
        """
        selectors = ((self.namespace_selector, namespace), (self.object_selector, pod))
        return all(_matches(parse_selector(dict(selector), self.name), labels) for selector, labels in selectors)


def _matches(selector: LabelSelector, labels: Mapping[str, str]) -> bool:
    """Whether labels match, as the API server has it: a selector that asks for nothing matches everything."""
    return not selector.requirements or selector.matches(labels)


def injection_webhooks(configurations: Iterable[Mapping[str, Any]]) -> Iterator[Webhook]:
    """Yield the webhooks of some MutatingWebhookConfigurations that are Istio's injection webhooks for Pods."""
    for configuration in configurations:
        metadata = configuration.get("metadata") or {}
        labels = metadata.get("labels") or {}
        for webhook in configuration.get("webhooks") or []:
            name = webhook.get("name") or ""
            if name.endswith(_INJECTOR):
                yield Webhook(
                    name,
                    metadata.get("name") or "",
                    labels.get(REVISION_LABEL) or "default",
                    labels.get(TAG_LABEL) or "",
                    webhook.get("namespaceSelector") or {},
                    webhook.get("objectSelector") or {},
                    _service((webhook.get("clientConfig") or {}).get("service")),
                )


def _service(given: Mapping[str, Any] | None) -> WebhookService | None:
    if not given:
        return None
    return WebhookService(given["namespace"], given["name"], given.get("port") or 443, given.get("path") or "/")
