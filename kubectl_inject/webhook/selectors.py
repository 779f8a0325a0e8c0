"""The webhooks by which Istio's chart has Pods selected, by labels of namespaces and Pods.

A namespace's label decides before the Pod's, ``istio-injection`` before ``istio.io/rev``; a Pod that refuses is never
selected. ``injection.webhook_selection`` has the same rules for manifests.
"""

from __future__ import annotations

from typing import Any

from kubectl_inject.config.injection_config import DEFAULT_REVISION
from kubectl_inject.config.webhook_rules import NAMESPACE_NAME_LABEL, REVISION_LABEL
from kubectl_inject.injection.selection.webhook_selection import NAMESPACE_LABEL
from kubectl_inject.istio.names import IGNORED_NAMESPACES, SIDECAR_INJECT
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_SUFFIX = "sidecar-injector.istio.io"
"""How the names of Istio's injection webhooks end, by which tools know them."""

Requirement = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Selection:
    """One webhook's name, and what it asks of a namespace's labels and of a Pod's."""

    name: str
    namespace: tuple[Requirement, ...]
    pod: tuple[Requirement, ...]

    def selectors(self) -> Mapping[str, Any]:
        """Return the two fields of a webhook."""
        return {
            "namespaceSelector": {"matchExpressions": list(self.namespace)},
            "objectSelector": {"matchExpressions": list(self.pod)},
        }


def selections(name: str, *, by_default: bool = False) -> list[Selection]:
    """Return the webhooks for a value of the label istio.io/rev: a revision's name, or a tag.

    That of the default revision has those for ``istio-injection`` and for Pods that ask for it, too, and
    ``by_default`` one for where nothing says anything: the chart's enableNamespacesByDefault.
    """
    named = _is_one_of(REVISION_LABEL, name)
    found = [
        _selection("rev.namespace", (named, _is_absent(NAMESPACE_LABEL)), (_not_refused(),)),
        _selection("rev.object", (_is_absent(REVISION_LABEL), _is_absent(NAMESPACE_LABEL)), (_not_refused(), named)),
    ]
    if name != DEFAULT_REVISION:
        return found
    silent = (_is_absent(NAMESPACE_LABEL), _is_absent(REVISION_LABEL))
    found += [
        _selection("namespace", (_is_one_of(NAMESPACE_LABEL, "enabled"),), (_not_refused(),)),
        _selection("object", silent, (_is_one_of(SIDECAR_INJECT, "true"), _is_absent(REVISION_LABEL))),
    ]
    if by_default:
        others = {"key": NAMESPACE_NAME_LABEL, "operator": "NotIn", "values": sorted(IGNORED_NAMESPACES)}
        found.append(_selection("auto", (*silent, others), (_is_absent(SIDECAR_INJECT), _is_absent(REVISION_LABEL))))
    return found


def _selection(prefix: str, namespace: tuple[Requirement, ...], pod: tuple[Requirement, ...]) -> Selection:
    return Selection(f"{prefix}.{_SUFFIX}", namespace, pod)


def _is_one_of(label: str, *values: str) -> Requirement:
    return {"key": label, "operator": "In", "values": list(values)}


def _is_absent(label: str) -> Requirement:
    return {"key": label, "operator": "DoesNotExist"}


def _not_refused() -> Requirement:
    return {"key": SIDECAR_INJECT, "operator": "NotIn", "values": ["false"]}
