"""The values that a default installation has, what differs between Istio's versions, and the profiles."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def default_values(tag: str) -> dict[str, Any]:
    """Return the values of the istiod chart that injection reads, as an installation with nothing set has them."""
    return {
        "revision": "",
        "global": {
            "hub": "docker.io/istio",
            "tag": tag,
            "variant": "",
            "imagePullPolicy": "",
            "imagePullSecrets": [],
            "istioNamespace": "istio-system",
            "caAddress": "",
            "caName": "",
            "pilotCertProvider": "istiod",
            "mountMtlsCerts": False,
            "sds": {"token": {"aud": "istio-ca"}},
            "sts": {"servicePort": 0},
            "meshID": "",
            "network": "",
            "multiCluster": {"clusterName": ""},
            "logAsJson": False,
            "logging": {"level": "default:info"},
            "nativeNftables": False,
            "proxy": _proxy_values(),
            "proxy_init": {"image": "proxyv2", "forceApplyIptables": False},
        },
        "pilot": {"cni": {"enabled": False, "provider": "default"}, "env": {}},
        "gateways": {"securityContext": {}, "seccompProfile": {}},
        "sidecarInjectorWebhook": {
            "templates": {},
            "defaultTemplates": [],
            "alwaysInjectSelector": [],
            "neverInjectSelector": [],
            "injectedAnnotations": {},
            "enableNamespacesByDefault": False,
            "rewriteAppHTTPProbe": True,
        },
        "meshConfig": {},
    }


def _proxy_values() -> dict[str, Any]:
    return {
        "autoInject": "enabled",
        "image": "proxyv2",
        "clusterDomain": "cluster.local",
        "logLevel": "warning",
        "componentLogLevel": "misc:error",
        "outlierLogPath": "",
        "privileged": False,
        "seccompProfile": {},
        "tracer": "none",
        "statusPort": 15020,
        "includeIPRanges": "*",
        "excludeIPRanges": "",
        "includeInboundPorts": "*",
        "excludeInboundPorts": "",
        "includeOutboundPorts": "",
        "excludeOutboundPorts": "",
        "readinessInitialDelaySeconds": 0,
        "readinessPeriodSeconds": 15,
        "readinessFailureThreshold": 4,
        "startupProbe": {"enabled": True, "failureThreshold": 600},
        "resources": {
            "requests": {"cpu": "100m", "memory": "128Mi"},
            "limits": {"cpu": "2000m", "memory": "1024Mi"},
        },
    }


def profiles() -> dict[str, dict[str, Any]]:
    """Return the values of Istio's profiles by name, of those that change injection.

    ``cni`` is no profile of Istio's own, but its commonest setting: the CNI plugin in the place of the init container.
    """
    return {
        "default": {},
        "cni": {"pilot": {"cni": {"enabled": True}}},
        "openshift": {"pilot": {"cni": {"enabled": True, "provider": "multus"}}, "global": {"platform": "openshift"}},
        "demo": {"global": {"proxy": {"resources": {"requests": {"cpu": "10m", "memory": "40Mi"}}}}},
        "preview": {"meshConfig": _proxy_metadata("ISTIO_META_DNS_CAPTURE")},
        "ambient": {
            "global": {"variant": "distroless"},
            "meshConfig": _proxy_metadata("ISTIO_META_ENABLE_HBONE"),
        },
    }


def _proxy_metadata(name: str) -> dict[str, Any]:
    return {"defaultConfig": {"proxyMetadata": {name: "true"}}}
