"""What a cluster knows of its namespaces."""

from __future__ import annotations

from kubectl_inject.injection.selection.namespaces import NamespaceMetadata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.cluster.kubectl import Kubectl

_CURRENT = "jsonpath={.contexts[0].context.namespace}"


def cluster_namespaces(kubectl: Kubectl) -> dict[str, NamespaceMetadata]:
    """Return the labels and annotations of all namespaces by name. Raises ClusterError."""
    found = {}
    for namespace in kubectl.items("namespaces"):
        metadata = namespace.get("metadata") or {}
        found[metadata["name"]] = NamespaceMetadata(metadata.get("labels") or {}, metadata.get("annotations") or {})
    return found


def current_namespace(kubectl: Kubectl) -> str:
    """Return the namespace that the user's context has chosen, or nothing. Raises ClusterError."""
    return kubectl.run("config", "view", "--minify", "-o", _CURRENT).strip()
