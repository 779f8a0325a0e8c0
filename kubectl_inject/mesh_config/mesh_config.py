"""Istio's mesh config: its defaults, and how a user's YAML is laid over them.

The defaults and the merging are those of Istio's pkg/config/mesh: every field that is given replaces the default
whole, except that ``defaultConfig`` and ``defaultProviders`` are merged field by field, ``proxyMetadata`` key by
key, and extension providers by name.
"""

from __future__ import annotations

from kubectl_inject.gotemplate.values import StringMap
from kubectl_inject.mesh_config.protobuf_json import MessageError, decode_message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.mesh_config.protobuf import Message

MESH_CONFIG = "istio.mesh.v1alpha1.MeshConfig"
PROXY_CONFIG = "istio.mesh.v1alpha1.ProxyConfig"

_DEFAULT_PROXY_CONFIG: dict[str, Any] = {
    "configPath": "./etc/istio/proxy",
    "binaryPath": "/usr/local/bin/envoy",
    "serviceCluster": "istio-proxy",
    "drainDuration": "45s",
    "terminationDrainDuration": "5s",
    "proxyAdminPort": 15000,
    "controlPlaneAuthPolicy": "MUTUAL_TLS",
    "discoveryAddress": "istiod.istio-system.svc:15012",
    "statNameLength": 189,
    "statusPort": 15020,
}

_DEFAULT_MESH_CONFIG: dict[str, Any] = {
    "proxyListenPort": 15001,
    "proxyInboundListenPort": 15006,
    "connectTimeout": "10s",
    "ingressService": "istio-ingressgateway",
    "ingressControllerMode": "STRICT",
    "ingressClass": "istio",
    "enableTracing": True,
    "enableAutoMtls": True,
    "enablePrometheusMerge": True,
    "outboundTrafficPolicy": {"mode": "ALLOW_ANY"},
    "inboundTrafficPolicy": {},
    "protocolDetectionTimeout": "0s",
    "rootNamespace": "istio-system",
    "trustDomain": "cluster.local",
    "defaultProviders": {},
    "defaultServiceExportTo": ["*"],
    "defaultVirtualServiceExportTo": ["*"],
    "defaultDestinationRuleExportTo": ["*"],
    "dnsRefreshRate": "60s",
    "localityLbSetting": {"enabled": True},
    "extensionProviders": [
        {"name": "prometheus", "prometheus": {}},
        {"name": "stackdriver", "stackdriver": {}},
        {"name": "envoy", "envoyFileAccessLog": {"path": "/dev/stdout"}},
    ],
}


def default_proxy_config() -> Message:
    """Return the proxy config of an installation that sets nothing."""
    return decode_message(_DEFAULT_PROXY_CONFIG, PROXY_CONFIG)


def default_mesh_config() -> dict[str, Any]:
    """Return the plain form of the mesh config of an installation that sets nothing."""
    return {**_DEFAULT_MESH_CONFIG, "defaultConfig": _DEFAULT_PROXY_CONFIG}


def mesh_config(given: dict[str, Any]) -> Message:
    """Return the mesh config that a user's plain object makes of the defaults. Raises MessageError."""
    defaults = decode_message(_DEFAULT_MESH_CONFIG, MESH_CONFIG)
    user = decode_message(given, MESH_CONFIG)
    merged = defaults.with_fields(**dict(user.fields or {}))
    proxy = default_proxy_config()
    if isinstance(proxy_yaml := given.get("defaultConfig"), dict):
        proxy = merge_proxy_config(proxy, proxy_yaml)
    providers = defaults.get("defaultProviders").with_fields(**dict(merged.get("defaultProviders").fields or {}))
    return merged.with_fields(
        defaultConfig=proxy,
        defaultProviders=providers,
        extensionProviders=_by_name(defaults.get("extensionProviders"), user.get("extensionProviders")),
    )


def merge_proxy_config(base: Message, given: Any) -> Message:
    """Lay a plain object (``defaultConfig``, or the annotation proxy.istio.io/config) over a proxy config.

    Raises MessageError where it does not fit.
    """
    if given is None:
        return base
    try:
        user = decode_message(given, PROXY_CONFIG)
    except MessageError as error:
        raise MessageError(f"could not parse proxy config: {error}") from None
    changes = dict(user.fields or {})
    if "proxyMetadata" in changes:
        changes["proxyMetadata"] = StringMap({**base.get("proxyMetadata"), **changes["proxyMetadata"]})
    if "proxyHeaders" in changes:
        headers = base.get("proxyHeaders").with_fields(**changes["proxyHeaders"].fields)
        changes["proxyHeaders"] = headers
    if _names_cluster(changes):
        base = base.with_fields(serviceCluster=None, tracingServiceName=None)
    return base.with_fields(**changes)


def _names_cluster(changes: dict[str, Any]) -> bool:
    """Whether one of the oneof ``cluster_name`` is set, which unsets the other."""
    return "serviceCluster" in changes or "tracingServiceName" in changes


def _by_name(defaults: list[Message], given: list[Message]) -> list[Message]:
    merged = {provider.get("name"): provider for provider in defaults}
    merged.update((provider.get("name"), provider) for provider in given)
    return list(merged.values())
