"""The values that Istio's chart istiod has, by their names: what a misspelt one may have been meant for.

The names are those that the chart's own values and templates have in the releases from 1.28 to 1.31.
"""

from __future__ import annotations

from kubectl_inject.config.spelling import nearest
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

_SIMILAR = 0.75
"""How much of a name must be another's for the one to be a likely slip for the other, as difflib counts it."""

_NAMES = {
    "": (
        "affinity autoscaleBehavior autoscaleEnabled autoscaleMax autoscaleMin base cni compatibilityVersion configMap "
        "cpu crlConfigMapName defaultRevision deploymentAnnotations deploymentLabels enabled env envVarFrom "
        "experimental extraContainerArgs gatewayClasses gateways global hub image initContainers ipFamilies "
        "ipFamilyPolicy istiodRemote istio_cni jwksResolverExtraRootCA keepaliveMaxServerConnectionAge memory "
        "meshConfig nodeSelector ownerName pdb pilot platform podAnnotations podLabels profile replicaCount resources "
        "revision revisionTags rollingMaxSurge rollingMaxUnavailable seccompProfile serviceAccountAnnotations "
        "serviceAnnotations sidecarInjectorWebhook sidecarInjectorWebhookAnnotations tag taint telemetry "
        "terminationMessagePolicy tolerations topologySpreadConstraints traceSampling trafficDistribution "
        "trustedZtunnelName trustedZtunnelNamespace variant volumeMounts volumes ztunnel"
    ),
    "global": (
        "agentgateway caAddress caName certSigners configCluster configValidation defaultNodeSelector "
        "defaultPodDisruptionBudget defaultResources defaultTolerations externalIstiod hub imagePullPolicy "
        "imagePullSecrets ipFamilies ipFamilyPolicy istioNamespace istiod jwtPolicy logAsJson logging meshID "
        "meshNetworks mountMtlsCerts multiCluster nativeNftables network networkPolicy omitSidecarInjectorConfigMap "
        "oneNamespace operatorManageWebhooks pilotCertProvider platform priorityClassName proxy proxy_init "
        "remotePilotAddress resourceScope sds sts tag tracer trustBundleName trustDomain variant waypoint"
    ),
    "global.logging": "level",
    "global.multiCluster": "clusterName enabled globalDomainSuffix includeEnvoyFilter",
    "global.proxy": (
        "autoInject capNetBindService clusterDomain componentLogLevel enableCoreDump excludeIPRanges "
        "excludeInboundPorts excludeOutboundPorts holdApplicationUntilProxyStarts image includeIPRanges "
        "includeInboundPorts includeOutboundPorts lifecycle logLevel outlierLogPath privileged "
        "readinessFailureThreshold readinessInitialDelaySeconds readinessPeriodSeconds resources seccompProfile "
        "startupProbe statusPort tracer variant"
    ),
    "global.proxy.resources": "claims limits requests",
    "global.proxy.startupProbe": "enabled failureThreshold",
    "global.proxy_init": "forceApplyIptables image resources",
    "global.sds": "token",
    "global.sds.token": "aud",
    "global.sts": "servicePort",
    "gateways": "seccompProfile securityContext",
    "sidecarInjectorWebhook": (
        "alwaysInjectSelector defaultTemplates enableNamespacesByDefault injectedAnnotations injectionURL "
        "neverInjectSelector reinvocationPolicy rewriteAppHTTPProbe templates"
    ),
}
_OPEN = frozenset({"", "global"})
"""Where other charts keep values too: only a likely slip is one there."""


@dataclass(frozen=True, slots=True)
class UnknownValue:
    """A value that the chart has none of: its path, and the names nearby that it may have been meant for."""

    path: str
    nearest: str
    names: tuple[str, ...]

    @property
    def cure(self) -> str:
        """What to do about it."""
        if self.nearest:
            return f"did you mean {self.nearest}?"
        return f"there are: {', '.join(self.names)}"


def unknown_values(values: Mapping[str, Any], path: str = "") -> Iterator[UnknownValue]:
    """Yield the values under a path that Istio's chart does not have, and that have no effect for that reason."""
    names = tuple(_NAMES[path].split())
    for name, value in values.items():
        place = f"{path}.{name}" if path else str(name)
        if name in names:
            if place in _NAMES and isinstance(value, dict):
                yield from unknown_values(value, place)
            continue
        likely = nearest(str(name), names, _SIMILAR)
        if likely or path not in _OPEN:
            yield UnknownValue(place, f"{path}.{likely}" if path and likely else likely, names)
