"""The webhooks by which Istio's chart has Pods selected for injection, by labels of namespaces and Pods.

A namespace's label decides before the Pod's, ``istio-injection`` before ``istio.io/rev``; a Pod that refuses is never
selected. The source is the template of the MutatingWebhookConfiguration in Istio's chart istiod.
"""

from __future__ import annotations

from functools import lru_cache

from kubectl_inject.istio.names import (
    DEFAULT_REVISION,
    IGNORED_NAMESPACES,
    NAMESPACE_LABEL,
    REVISION_LABEL,
    SIDECAR_INJECT,
)
from kubectl_inject.kubernetes.label_selector import Requirement
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

INJECTOR = "sidecar-injector.istio.io"
"""How the names of all of Istio's injection webhooks end, by which tools know them."""
NAMESPACE_NAME_LABEL = "kubernetes.io/metadata.name"

BY_NAMESPACE_REVISION = "rev.namespace"
BY_POD_REVISION = "rev.object"
BY_NAMESPACE = "namespace"
BY_POD = "object"
BY_DEFAULT = "auto"


@dataclass(frozen=True, slots=True)
class Selection:
    """One webhook: how its name begins, and what it requires of a namespace's labels and of a Pod's."""

    kind: str
    namespace: tuple[Requirement, ...]
    pod: tuple[Requirement, ...]

    @property
    def name(self) -> str:
        """The webhook's name."""
        return f"{self.kind}.{INJECTOR}"

    def selects(self, namespace: Mapping[str, str], pod: Mapping[str, str]) -> bool:
        """Whether a Pod with these labels, in a namespace with those, is shown to the injector."""
        return all(each.matches(namespace) for each in self.namespace) and all(each.matches(pod) for each in self.pod)

    def selectors(self) -> Mapping[str, Any]:
        """Return the two fields of a webhook."""
        return {
            "namespaceSelector": {"matchExpressions": list(map(_expression, self.namespace))},
            "objectSelector": {"matchExpressions": list(map(_expression, self.pod))},
        }


@lru_cache(maxsize=64)
def selections(name: str, *, by_default: bool = False) -> tuple[Selection, ...]:
    """Return the webhooks for a value of the label istio.io/rev: a revision's name, or a tag.

    That of the default revision has those for ``istio-injection`` and for Pods that ask for it, too, and
    ``by_default`` one for where nothing says anything: the chart's enableNamespacesByDefault.
    """
    named = Requirement(REVISION_LABEL, "In", (name,))
    no_namespace_label, no_revision = _is_absent(NAMESPACE_LABEL), _is_absent(REVISION_LABEL)
    not_refused = Requirement(SIDECAR_INJECT, "NotIn", ("false",))
    found: tuple[Selection, ...] = (
        Selection(BY_NAMESPACE_REVISION, (named, no_namespace_label), (not_refused,)),
        Selection(BY_POD_REVISION, (no_revision, no_namespace_label), (not_refused, named)),
    )
    if name != DEFAULT_REVISION:
        return found
    enabled = Requirement(NAMESPACE_LABEL, "In", ("enabled",))
    requested = Requirement(SIDECAR_INJECT, "In", ("true",))
    silent = (no_namespace_label, no_revision)
    found += (
        Selection(BY_NAMESPACE, (enabled,), (not_refused,)),
        Selection(BY_POD, silent, (requested, no_revision)),
    )
    if not by_default:
        return found
    others = Requirement(NAMESPACE_NAME_LABEL, "NotIn", tuple(sorted(IGNORED_NAMESPACES)))
    return (*found, Selection(BY_DEFAULT, (*silent, others), (_is_absent(SIDECAR_INJECT), no_revision)))


def _is_absent(label: str) -> Requirement:
    return Requirement(label, "DoesNotExist")


def _expression(requirement: Requirement) -> dict[str, Any]:
    plain: dict[str, Any] = {"key": requirement.key, "operator": requirement.operator}
    return {**plain, "values": list(requirement.values)} if requirement.values else plain
