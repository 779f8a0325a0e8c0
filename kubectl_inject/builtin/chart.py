"""What Istio's chart makes of its values: the mesh config, the inject config, and the settings of istiod."""

from __future__ import annotations

from collections.abc import Mapping

from kubectl_inject.config.injection_config import SIDECAR_TEMPLATE, ConfigError, Installation
from kubectl_inject.istio.names import DEFAULT_REVISION
from kubectl_inject.kubernetes.schema.decoding import describe
from kubectl_inject.startup.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.config.helm_values import HelmValues


def merged(base: Mapping[str, Any], over: Mapping[str, Any], path: str) -> dict[str, Any]:
    """Lay values over others as Helm does: mappings are merged, all else is replaced, null takes a value away.

    ``path`` is what messages call the values. Raises ConfigError where a mapping would be replaced by anything else.
    """
    result = dict(base)
    for name, value in over.items():
        below = result.get(name)
        if value is None:
            result.pop(name, None)
        elif isinstance(value, Mapping):
            result[name] = merged(below if isinstance(below, Mapping) else {}, value, f"{path}.{name}")
        elif isinstance(below, Mapping):
            raise ConfigError(f"{path}.{name}: expected a mapping, found {describe(value)}")
        else:
            result[name] = value
    return result


def mesh_config_of(values: HelmValues) -> dict[str, Any]:
    """Return the mesh config of an installation with these values, their ``meshConfig`` laid over."""
    namespace, revision = values.text("global.istioNamespace"), values.text("revision")
    proxy = {"discoveryAddress": f"istiod{f'-{revision}' if revision else ''}.{namespace}.svc:15012"}
    mesh = {
        "defaultConfig": proxy | _identity(values) | _tracing(values),
        "defaultProviders": {"metrics": ["prometheus"]},
        "enablePrometheusMerge": True,
        "rootNamespace": namespace,
        "trustDomain": "cluster.local",
    }
    return merged(mesh, values.at("meshConfig") or {}, "values: meshConfig")


def _identity(values: HelmValues) -> dict[str, Any]:
    mesh = values.text("global.meshID")
    variant = values.text("global.proxy.variant") or values.text("global.variant")
    return ({"meshId": mesh} if mesh else {}) | ({"image": {"imageType": variant}} if variant else {})


def _tracing(values: HelmValues) -> dict[str, Any]:
    tracer = values.text("global.proxy.tracer")
    address = values.text(f"global.tracer.{tracer}.address")
    match tracer:
        case "zipkin":
            settings = {"address": address or f"zipkin.{values.text('global.istioNamespace')}:9411"}
        case "datadog":
            settings = {"address": address or "$(HOST_IP):8126"}
        case "lightstep":
            settings = {"address": address, "accessToken": values.text("global.tracer.lightstep.accessToken")}
        case _:
            return {}
    return {"tracing": {tracer: settings}}


def values_of_revision(revision: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a revision adds to an installation's values; nothing where these name one.

    The revision ``default`` is a plain installation, as it is to ``istioctl tag``: its chart has no name for it.
    """
    return {} if revision in ("", DEFAULT_REVISION) or values.get("revision") else {"revision": revision}


def inject_config_of(values: HelmValues, templates: Mapping[str, str]) -> dict[str, Any]:
    """Return the inject config of an installation with these values; its own templates replace the chart's."""
    webhook = values.at("sidecarInjectorWebhook") or {}
    taken = ("alwaysInjectSelector", "neverInjectSelector", "injectedAnnotations")
    return {
        "policy": values.text("global.proxy.autoInject"),
        "templates": {**templates, **(webhook.get("templates") or {})},
        "defaultTemplates": webhook.get("defaultTemplates") or [SIDECAR_TEMPLATE],
    } | {name: webhook.get(name) for name in taken}


def installation_of(values: HelmValues, given: Installation | None) -> Installation:
    """Return an installation, with what is not given of it taken from the values.

    Raises ConfigError where the two are of different revisions.
    """
    if given is None:
        given = Installation(
            native_sidecars=values.native_sidecars is not False, compliance_policy=values.compliance_policy
        )
    revision = values.text("revision")
    if revision and given.revision and given.revision != revision:
        raise ConfigError(f"revision: the values are of {revision!r}, the installation is of {given.revision!r}")
    return replace(given, revision=given.revision or revision, platform=given.platform or values.platform)
