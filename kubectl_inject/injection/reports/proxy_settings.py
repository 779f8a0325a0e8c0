"""The proxy's settings that are not the default, and where each comes from."""

from __future__ import annotations

import json

from kubectl_inject.injection.pod import Pod, annotations_of, find_sidecar, labels_of
from kubectl_inject.istio.names import INJECT_TEMPLATES, NATIVE_SIDECAR, PROXY_CONFIG, PROXY_CONTAINER, STATUS_PORT
from kubectl_inject.kubernetes.quantity import canonical_quantity
from kubectl_inject.manifests.kubernetes_yaml import load
from kubectl_inject.manifests.writing import with_whole_numbers
from kubectl_inject.mesh_config.mesh_config import default_proxy_config
from kubectl_inject.mesh_config.protobuf_json import plain_message
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.mesh_config.protobuf import Message


@dataclass(frozen=True, slots=True)
class ProxySetting:
    """A setting, its value as plain data, and its source: an annotation, a label, a file's field, or a container."""

    name: str
    value: Any
    source: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A setting that an annotation gives, or else the chart's values, whose own default it has otherwise."""

    name: str
    annotation: str
    values_path: str = ""
    default: Any = None


_SIDECAR, _TRAFFIC, _READINESS = "sidecar.istio.io/", "traffic.sidecar.istio.io/", "readiness.status.sidecar.istio.io/"
_RESOURCES = ("proxyCPU", "proxyCPULimit", "proxyMemory", "proxyMemoryLimit")
_ROWS = (
    _Row("proxy log level", _SIDECAR + "logLevel", "global.proxy.logLevel", "warning"),
    _Row("proxy component log level", _SIDECAR + "componentLogLevel", "global.proxy.componentLogLevel", "misc:error"),
    _Row("agent log level", _SIDECAR + "agentLogLevel", "global.logging.level", "default:info"),
    _Row("logs as JSON", "", "global.logAsJson", False),
    _Row("proxy image", _SIDECAR + "proxyImage", "global.proxy.image", "proxyv2"),
    _Row("init image", _SIDECAR + "proxyImage", "global.proxy_init.image", "proxyv2"),
    _Row("image variant", _SIDECAR + "proxyImageType", "global.variant", ""),
    _Row("image hub", "", "global.hub", "docker.io/istio"),
    _Row("image pull policy", "", "global.imagePullPolicy", ""),
    _Row("image pull secrets", "", "global.imagePullSecrets", []),
    _Row("proxy CPU request", _SIDECAR + "proxyCPU"),
    _Row("proxy CPU limit", _SIDECAR + "proxyCPULimit"),
    _Row("proxy memory request", _SIDECAR + "proxyMemory"),
    _Row("proxy memory limit", _SIDECAR + "proxyMemoryLimit"),
    _Row(
        "proxy resources",
        "",
        "global.proxy.resources",
        {"limits": {"cpu": "2000m", "memory": "1024Mi"}, "requests": {"cpu": "100m", "memory": "128Mi"}},
    ),
    _Row("interception mode", _SIDECAR + "interceptionMode"),
    _Row("bind to low ports", _SIDECAR + "capNetBindService", "global.proxy.capNetBindService"),
    _Row("native sidecar", NATIVE_SIDECAR),
    _Row("core dumps", _SIDECAR + "enableCoreDump", "global.proxy.enableCoreDump", False),
    _Row("privileged", "", "global.proxy.privileged", False),
    _Row("rewrite probes", _SIDECAR + "rewriteAppHTTPProbers", "sidecarInjectorWebhook.rewriteAppHTTPProbe", True),
    _Row("merge metrics", "prometheus.istio.io/merge-metrics"),
    _Row("metrics scraped beside the proxy's", "prometheus.istio.io/scrape-targets"),
    _Row("bootstrap override", _SIDECAR + "bootstrapOverride"),
    _Row("stats inclusion prefixes", _SIDECAR + "statsInclusionPrefixes"),
    _Row("stats inclusion suffixes", _SIDECAR + "statsInclusionSuffixes"),
    _Row("stats inclusion regexps", _SIDECAR + "statsInclusionRegexps"),
    _Row("stats histogram buckets", _SIDECAR + "statsHistogramBuckets"),
    _Row("stats compression", _SIDECAR + "statsCompression"),
    _Row("extra stat tags", _SIDECAR + "extraStatTags"),
    _Row("user volumes", _SIDECAR + "userVolume"),
    _Row("user volume mounts", _SIDECAR + "userVolumeMount"),
    _Row("included inbound ports", _TRAFFIC + "includeInboundPorts", "global.proxy.includeInboundPorts", "*"),
    _Row("excluded inbound ports", _TRAFFIC + "excludeInboundPorts", "global.proxy.excludeInboundPorts", ""),
    _Row("included outbound ports", _TRAFFIC + "includeOutboundPorts", "global.proxy.includeOutboundPorts", ""),
    _Row("excluded outbound ports", _TRAFFIC + "excludeOutboundPorts", "global.proxy.excludeOutboundPorts", ""),
    _Row("included outbound IP ranges", _TRAFFIC + "includeOutboundIPRanges", "global.proxy.includeIPRanges", "*"),
    _Row("excluded outbound IP ranges", _TRAFFIC + "excludeOutboundIPRanges", "global.proxy.excludeIPRanges", ""),
    _Row("excluded interfaces", _TRAFFIC + "excludeInterfaces"),
    _Row("virtual interfaces", _TRAFFIC + "kubevirtInterfaces"),
    _Row("rerouted virtual interfaces", "istio.io/reroute-virtual-interfaces"),
    _Row("agent status port", STATUS_PORT, "global.proxy.statusPort", 15020),
    _Row("readiness initial delay", _READINESS + "initialDelaySeconds", "global.proxy.readinessInitialDelaySeconds", 0),
    _Row("readiness period", _READINESS + "periodSeconds", "global.proxy.readinessPeriodSeconds", 15),
    _Row("readiness failures", _READINESS + "failureThreshold", "global.proxy.readinessFailureThreshold", 4),
    _Row("readiness application ports", _READINESS + "applicationPorts"),
    _Row("startup probe", "", "global.proxy.startupProbe", {"enabled": True, "failureThreshold": 600}),
    _Row("application waits for the proxy", "", "global.proxy.holdApplicationUntilProxyStarts", False),
    _Row("lifecycle", "", "global.proxy.lifecycle"),
    _Row("seccomp profile", "", "global.proxy.seccompProfile", {}),
    _Row("outlier log", "", "global.proxy.outlierLogPath", ""),
    _Row("cluster domain", "", "global.proxy.clusterDomain", "cluster.local"),
    _Row("tracer", "", "global.proxy.tracer", "none"),
    _Row("cluster name", "", "global.multiCluster.clusterName", ""),
    _Row("mesh ID", "", "global.meshID", ""),
    _Row("CA address", "", "global.caAddress", ""),
    _Row("CNI", "", "pilot.cni.enabled", False),
    _Row("CNI provider", "", "pilot.cni.provider", "default"),
    _Row("Multus networks", "k8s.v1.cni.cncf.io/networks"),
    _Row("templates", INJECT_TEMPLATES),
)


def proxy_settings(pod: Pod, config: InjectionConfig, proxy_config: Message) -> tuple[ProxySetting, ...]:
    """Return the settings for a Pod, as it was before injection, that are not Istio's defaults."""
    return (
        *_from_installation(pod, config),
        *_from_rows(annotations_of(pod), config),
        *_from_proxy_config(annotations_of(pod), proxy_config),
        *_from_own_container(pod),
    )


def _from_installation(pod: Pod, config: InjectionConfig) -> Iterator[ProxySetting]:
    installation = config.installation
    yield ProxySetting("Istio release", str(config.release), config.release.source)
    if installation.revision not in ("", "default"):
        yield ProxySetting("revision", installation.revision, "configuration: revision")
    if not installation.native_sidecars and NATIVE_SIDECAR not in annotations_of(pod):
        yield ProxySetting("native sidecar", False, "configuration: native sidecars")
    if installation.platform:
        yield ProxySetting("platform", installation.platform, "configuration: platform")
    if installation.compliance_policy:
        yield ProxySetting("compliance policy", installation.compliance_policy, "configuration: compliance policy")
    if network := labels_of(pod).get("topology.istio.io/network"):
        yield ProxySetting("network", network, "label topology.istio.io/network")
    elif network := config.values.text("global.network"):
        yield ProxySetting("network", network, "values global.network")


def _from_rows(annotations: dict[str, str], config: InjectionConfig) -> Iterator[ProxySetting]:
    resources_replaced = any(_SIDECAR + name in annotations for name in _RESOURCES)
    for row in _ROWS:
        if row.values_path == "global.proxy.resources" and resources_replaced:
            continue
        if row.annotation in annotations:
            yield ProxySetting(row.name, annotations[row.annotation], f"annotation {row.annotation}")
        elif row.values_path:
            value = config.values.at(row.values_path)
            if value is not None and _canonical(value) != _canonical(row.default):
                yield ProxySetting(row.name, with_whole_numbers(value), f"values {row.values_path}")


def _canonical(value: Any) -> Any:
    """Return a value with the quantities in it spelled in one way."""
    if isinstance(value, dict):
        return {name: _canonical(item) for name, item in value.items()}
    return canonical_quantity(value) if isinstance(value, str) else value


def _from_proxy_config(annotations: dict[str, str], proxy_config: Message) -> Iterator[ProxySetting]:
    defaults = plain_message(default_proxy_config())
    annotated = load(annotations[PROXY_CONFIG]) if PROXY_CONFIG in annotations else None
    given = annotated if isinstance(annotated, dict) else {}
    plain = plain_message(proxy_config)
    for field in proxy_config.type.fields:
        name, value = field.json_name, plain.get(field.json_name)
        if value is not None and defaults.get(name) != value:
            annotated_here = name in given or field.proto_name in given
            source = f"annotation {PROXY_CONFIG}" if annotated_here else "mesh config defaultConfig"
            yield ProxySetting(name, value, source)


def _from_own_container(pod: Pod) -> Iterator[ProxySetting]:
    own = find_sidecar(pod) or {}
    for name, value in own.items():
        if name != "name" and (name, value) != ("image", "auto"):
            yield ProxySetting(name, json.loads(json.dumps(value)), f"the Pod's own container {PROXY_CONTAINER}")
