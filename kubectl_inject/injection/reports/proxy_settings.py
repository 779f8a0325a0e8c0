"""The proxy's settings that are not the default, and where each comes from."""

from __future__ import annotations

import json

from kubectl_inject.injection.pod import Pod, annotations_of, find_sidecar, labels_of
from kubectl_inject.istio.annotations import CONTAINER, IMAGES, LOGS, READINESS, RESOURCES, TABLE
from kubectl_inject.istio.names import NATIVE_SIDECAR, PROXY_CONFIG, PROXY_CONTAINER, TOPOLOGY_NETWORK
from kubectl_inject.istio.well_known import Setting
from kubectl_inject.kubernetes.schema.quantity import canonical_quantity
from kubectl_inject.manifests.output.writing import with_whole_numbers
from kubectl_inject.manifests.parsing.kubernetes_yaml import load
from kubectl_inject.mesh_config.mesh_config import default_proxy_config
from kubectl_inject.mesh_config.protobuf_json import plain_message
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.mesh_config.protobuf import Message


@dataclass(frozen=True, slots=True)
class ProxySetting:
    """A setting, its value as plain data, and its source: an annotation, a label, a file's field, or a container."""

    name: str
    value: Any
    source: str


_VALUES_ALONE: Mapping[str, tuple[Setting, ...]] = {
    LOGS: (Setting("logs as JSON", "global.logAsJson", False),),
    IMAGES: (
        Setting("image hub", "global.hub", "docker.io/istio"),
        Setting("image pull policy", "global.imagePullPolicy", ""),
        Setting("image pull secrets", "global.imagePullSecrets", []),
    ),
    RESOURCES: (
        Setting(
            "proxy resources",
            "global.proxy.resources",
            {"limits": {"cpu": "2000m", "memory": "1024Mi"}, "requests": {"cpu": "100m", "memory": "128Mi"}},
        ),
    ),
    CONTAINER: (Setting("privileged", "global.proxy.privileged", False),),
    READINESS: (
        Setting("startup probe", "global.proxy.startupProbe", {"enabled": True, "failureThreshold": 600}),
        Setting("application waits for the proxy", "global.proxy.holdApplicationUntilProxyStarts", False),
        Setting("lifecycle", "global.proxy.lifecycle"),
        Setting("seccomp profile", "global.proxy.seccompProfile", {}),
        Setting("outlier log", "global.proxy.outlierLogPath", ""),
        Setting("cluster domain", "global.proxy.clusterDomain", "cluster.local"),
        Setting("tracer", "global.proxy.tracer", "none"),
        Setting("cluster name", "global.multiCluster.clusterName", ""),
        Setting("mesh ID", "global.meshID", ""),
        Setting("CA address", "global.caAddress", ""),
        Setting("CNI", "pilot.cni.enabled", False),
        Setting("CNI provider", "pilot.cni.provider", "default"),
    ),
}
"""The settings that no annotation gives, by the part of the table of annotations that they are shown after."""


def proxy_settings(pod: Pod, config: InjectionConfig, proxy_config: Message) -> tuple[ProxySetting, ...]:
    """Return the settings for a Pod, as it was before injection, that are not Istio's defaults."""
    return (
        *_from_installation(pod, config),
        *_from_table(annotations_of(pod), config),
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
    if network := labels_of(pod).get(TOPOLOGY_NETWORK):
        yield ProxySetting("network", network, f"label {TOPOLOGY_NETWORK}")
    elif network := config.values.text("global.network"):
        yield ProxySetting("network", network, "values global.network")


def _from_table(given: dict[str, str], config: InjectionConfig) -> Iterator[ProxySetting]:
    for part, rows in TABLE.items():
        replaces_values = part == RESOURCES and any(row.name in given for row in rows)
        for row in rows:
            for setting in row.settings:
                if row.name in given:
                    yield ProxySetting(setting.name, given[row.name], f"annotation {row.name}")
                else:
                    yield from _from_values(setting, config)
        for setting in () if replaces_values else _VALUES_ALONE.get(part, ()):
            yield from _from_values(setting, config)


def _from_values(setting: Setting, config: InjectionConfig) -> Iterator[ProxySetting]:
    if setting.helm_value:
        value = config.values.at(setting.helm_value)
        if value is not None and _canonical(value) != _canonical(setting.default):
            yield ProxySetting(setting.name, with_whole_numbers(value), f"values {setting.helm_value}")


def _canonical(value: Any) -> Any:
    """Return a value with the quantities in it spelled in one way."""
    if isinstance(value, dict):
        return {name: _canonical(item) for name, item in value.items()}
    return canonical_quantity(value) if isinstance(value, str) else value


def _from_proxy_config(given: dict[str, str], proxy_config: Message) -> Iterator[ProxySetting]:
    defaults = plain_message(default_proxy_config())
    annotated = load(given[PROXY_CONFIG]) if PROXY_CONFIG in given else None
    fields = annotated if isinstance(annotated, dict) else {}
    plain = plain_message(proxy_config)
    for field in proxy_config.type.fields:
        name, value = field.json_name, plain.get(field.json_name)
        if value is not None and defaults.get(name) != value:
            annotated_here = name in fields or field.proto_name in fields
            source = f"annotation {PROXY_CONFIG}" if annotated_here else "mesh config defaultConfig"
            yield ProxySetting(name, value, source)


def _from_own_container(pod: Pod) -> Iterator[ProxySetting]:
    own = find_sidecar(pod) or {}
    for name, value in own.items():
        if name != "name" and (name, value) != ("image", "auto"):
            yield ProxySetting(name, json.loads(json.dumps(value)), f"the Pod's own container {PROXY_CONTAINER}")
