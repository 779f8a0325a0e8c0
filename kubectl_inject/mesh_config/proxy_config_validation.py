"""What Istio checks of a proxy config beyond its types."""

from __future__ import annotations

from types import MappingProxyType

from kubectl_inject.mesh_config.protobuf import DurationValue, Message
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_MAX_PORT = 65535
_SECOND = 10**9
_LEAST: Mapping[str, int] = MappingProxyType(
    {
        "listenerPerConnectionBufferLimitBytes": 0,
        "clusterPerConnectionBufferLimitBytes": 0,
        "httpIdleTimeout": 0,
        "httpMaxConnectionDuration": 0,
        "httpDrainTimeout": 0,
        "httpRequestTimeout": 0,
        "httpRequestHeadersTimeout": 0,
        "httpStreamIdleTimeout": 0,
        "httpMaxStreamDuration": 0,
        "httpMaxConcurrentStreams": 1,
        "http2InitialStreamWindowSize": 65535,
        "http2InitialConnectionWindowSize": 65535,
        "listenerConnectionLimit": 1,
        "globalDownstreamConnectionLimit": 1,
    }
)
_HOST = pattern(r"[A-Za-z0-9_\-.:\[\]$(){}%]+\Z")


def check_proxy_config(config: Message, *, connection_settings: bool) -> str:
    """Return what Istio would refuse of a proxy config, in words; empty where it would take it.

    ``connection_settings``: those are checked too, as newer releases do.

    The source is ValidateMeshConfigProxyConfig of Istio's pkg/config/validation/agent.
    """
    return (
        _required(config, "configPath", "config path must be set")
        or _required(config, "binaryPath", "binary path must be set")
        or _required_cluster(config)
        or _whole_seconds(config, "drainDuration")
        or _address(config, "discoveryAddress", required=True)
        or _address(config, "zipkinAddress")
        or _address(config, "statsdUdpAddress")
        or _address(config, "envoyMetricsServiceAddress")
        or _port(config, "proxyAdminPort")
        or _port(config, "statusPort")
        or _positive(config, "statNameLength")
        or _concurrency(config)
        or (connection_settings and _connection_settings(config.get("connectionSettings")))
        or ""
    )


def _required(config: Message, name: str, problem: str) -> str:
    return "" if config.get(name) else problem


def _required_cluster(config: Message) -> str:
    named = config.get("serviceCluster") or config.get("tracingServiceName").number
    return "" if named else "oneof service cluster or tracing service name must be specified"


def _whole_seconds(config: Message, name: str) -> str:
    value = config.get(name)
    if not isinstance(value, DurationValue) or value.nanoseconds is None:
        return ""
    if value.nanoseconds < _SECOND or value.nanoseconds % _SECOND:
        return f"{name}: expected whole seconds, 1s or more"
    return ""


def _address(config: Message, name: str, *, required: bool = False) -> str:
    value: Any = config.get(name)
    if not value:
        return f"invalid {name}: expected host:port" if required else ""
    host, colon, port = value.rpartition(":")
    numbered = port.isascii() and port.isdigit() and 0 < int(port[:6]) <= _MAX_PORT
    if not colon or not host or not _HOST.match(host) or not (numbered or port.startswith("$")):
        return f"invalid {name} {value!r}: expected host:port"
    return ""


def _port(config: Message, name: str) -> str:
    value = config.get(name)
    return "" if 0 < value <= _MAX_PORT else f"{name}: port number {value} must be in the range 1..{_MAX_PORT}"


def _positive(config: Message, name: str) -> str:
    value = config.get(name)
    return "" if value >= 0 else f"{name}: {value} must not be negative"


def _connection_settings(settings: Message) -> str:
    """Check bounds of connections: ``_LEAST`` of a number or of a duration's nanoseconds."""
    if settings.go_is_nil():
        return ""
    for name, least in _LEAST.items():
        value: Any = settings.get(name)
        number: Any = value.nanoseconds if isinstance(value, DurationValue) else value.get("value")
        if not value.go_is_nil() and number < least:
            expected = {0: "must not be negative", 1: "must be positive"}.get(least, f"must be {least} or more")
            return f"invalid connection settings: {name} {expected}"
    return ""


def _concurrency(config: Message) -> str:
    value = config.get("concurrency")
    if not value.go_is_nil() and value.get("value") < 0:
        return "concurrency must be greater than or equal to 0"
    return ""
