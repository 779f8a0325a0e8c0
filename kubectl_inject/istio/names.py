"""Names that Istio gives to containers, annotations, labels and variables."""

from __future__ import annotations

PROXY_CONTAINER = "istio-proxy"
INIT_CONTAINER = "istio-init"
VALIDATION_CONTAINER = "istio-validation"
CORE_DUMP_CONTAINER = "enable-core-dump"
ISTIO_CONTAINERS = (PROXY_CONTAINER, INIT_CONTAINER, VALIDATION_CONTAINER, CORE_DUMP_CONTAINER)
AUTO_IMAGE = "auto"

SIDECAR_INJECT = "sidecar.istio.io/inject"
SIDECAR_STATUS = "sidecar.istio.io/status"
NATIVE_SIDECAR = "sidecar.istio.io/nativeSidecar"
INTERCEPTION_MODE = "sidecar.istio.io/interceptionMode"
REWRITE_PROBES = "sidecar.istio.io/rewriteAppHTTPProbers"
PROXY_IMAGE_TYPE = "sidecar.istio.io/proxyImageType"
STATUS_PORT = "status.sidecar.istio.io/port"
INCLUDE_INBOUND_PORTS = "traffic.sidecar.istio.io/includeInboundPorts"
EXCLUDE_INBOUND_PORTS = "traffic.sidecar.istio.io/excludeInboundPorts"
INJECT_TEMPLATES = "inject.istio.io/templates"
PROXY_CONFIG = "proxy.istio.io/config"
PROXY_OVERRIDES = "proxy.istio.io/overrides"
MERGE_METRICS = "prometheus.istio.io/merge-metrics"
SCRAPE_TARGETS = "prometheus.istio.io/scrape-targets"
SECURE_PORT = "prometheus.istio.io/secure-port"
RESTORE = "kubectl-inject/restore"
IGNORE_WARNINGS = "kubectl-inject/ignore"
TOPOLOGY_NETWORK = "topology.istio.io/network"
NAMESPACE_LABEL = "istio-injection"
REVISION_LABEL = "istio.io/rev"
TAG_LABEL = "istio.io/tag"
DATAPLANE_MODE = "istio.io/dataplane-mode"

CLUSTER_VARIABLE = "ISTIO_META_CLUSTER_ID"
NETWORK_VARIABLE = "ISTIO_META_NETWORK"
APP_CONTAINERS_VARIABLE = "ISTIO_META_APP_CONTAINERS"
PROBERS_VARIABLE = "ISTIO_KUBE_APP_PROBERS"
PROMETHEUS_VARIABLE = "ISTIO_PROMETHEUS_ANNOTATIONS"
HBONE_VARIABLE = "ISTIO_META_ENABLE_HBONE"

DEFAULT_PROXY_ID = 1337
DEFAULT_REVISION = "default"
IGNORED_NAMESPACES = frozenset({"kube-system", "kube-public", "kube-node-lease", "local-path-storage"})
