"""Labels and annotations that an injection sets, replaces or moves, and so what a restore record may change of them."""

from __future__ import annotations

from kubectl_inject.injection.postprocessing.prometheus_merge import is_scraping_annotation
from kubectl_inject.injection.removal.removal import CNI_NETWORKS, own_networks
from kubectl_inject.istio.names import (
    EXCLUDE_INBOUND_PORTS,
    INCLUDE_INBOUND_PORTS,
    INTERCEPTION_MODE,
    ISTIO_CONTAINERS,
    PROXY_OVERRIDES,
    RESTORE,
    REWRITE_PROBES,
    SIDECAR_STATUS,
    TOPOLOGY_NETWORK,
)

_LABELS = frozenset(
    {
        "security.istio.io/tlsMode",
        "networking.istio.io/tunnel",
        "service.istio.io/canonical-name",
        "service.istio.io/canonical-revision",
        TOPOLOGY_NETWORK,
        "istio.io/rev",
    }
)
_ANNOTATIONS = frozenset(
    {
        "istio.io/rev",
        "kubectl.kubernetes.io/default-container",
        "kubectl.kubernetes.io/default-logs-container",
        SIDECAR_STATUS,
    }
)
# Those that templates write for Istio's CNI plugin and for applications without a proxy, where the user has none.
_WRITTEN = frozenset(
    {
        INTERCEPTION_MODE,
        REWRITE_PROBES,
        INCLUDE_INBOUND_PORTS,
        EXCLUDE_INBOUND_PORTS,
        "traffic.sidecar.istio.io/includeOutboundIPRanges",
        "traffic.sidecar.istio.io/excludeOutboundIPRanges",
        "traffic.sidecar.istio.io/includeOutboundPorts",
        "traffic.sidecar.istio.io/excludeOutboundPorts",
        "traffic.sidecar.istio.io/kubevirtInterfaces",
        "traffic.sidecar.istio.io/excludeInterfaces",
        "istio.io/reroute-virtual-interfaces",
    }
)
_IDENTITY = frozenset({"app", "version", "k8s-app"})
_SECURITY = ("container.apparmor.security.beta.kubernetes.io/", "container.seccomp.security.alpha.kubernetes.io/")


def may_annotation_change(name: str, old: str | None, new: str | None) -> bool | None:
    """Whether a record may make ``new`` of a Pod's annotation; None where only templates of others can have set it."""
    if name in _ANNOTATIONS or is_scraping_annotation(name):
        return True
    if name == CNI_NETWORKS:
        return new in (None, "") or own_networks(new) == (old or "") or own_networks(new) == own_networks(old or "")
    if name in _WRITTEN:
        return new is None
    if name in (RESTORE, PROXY_OVERRIDES):
        return False
    if name.startswith(_SECURITY):
        return new is None and name.partition("/")[2] in ISTIO_CONTAINERS
    return _of_others(name, old, new)


def may_label_change(name: str, old: str | None, new: str | None) -> bool | None:
    """Whether a record may make ``new`` of a Pod's label; None where only templates of others can have set it."""
    if name in _LABELS:
        return True
    return False if name in _IDENTITY else _of_others(name, old, new)


def _of_others(name: str, old: str | None, new: str | None) -> bool | None:
    """Return None for a name whose value templates may have set or replaced, and False for one of Istio's own."""
    if old is None:
        return False
    domain = name.partition("/")[0] if "/" in name else ""
    ends = ("istio.io", "kubernetes.io", "k8s.io")
    reserved = any(domain == end or domain.endswith(f".{end}") for end in ends)
    if reserved and (new is not None or domain.endswith("istio.io") or name.startswith("app.kubernetes.io/")):
        return False
    return None
