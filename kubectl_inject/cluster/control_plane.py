"""The configuration of a control plane in a cluster, as its own injector has it."""

from __future__ import annotations

from contextlib import ExitStack

from kubectl_inject.cluster.kubectl import ClusterError, Kubectl, NotFoundError
from kubectl_inject.config.captured import CapturedConfig, CaptureSource, captured_parts
from kubectl_inject.config.helm_values import HelmValues, helm_values
from kubectl_inject.config.injection_config import read_mapping
from kubectl_inject.config.saved_files import with_webhooks
from kubectl_inject.config.saved_part import release_of, texts_of
from kubectl_inject.config.webhook_rules import Webhook, injection_webhooks
from kubectl_inject.istio.names import REVISION_LABEL
from kubectl_inject.istio.releases import NEWEST_KNOWN, rules_of
from kubectl_inject.startup.frozen import dataclass, replace
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from kubectl_inject.istio.releases import Release

ISTIO_NAMESPACE = "istio-system"
_INJECT_CONFIG_MAP = "istio-sidecar-injector"
_MESH_CONFIG_MAP = "istio"
_DEFAULT = "default"
_CONFIGURATIONS = "mutatingwebhookconfigurations.admissionregistration.k8s.io"
_KUBELETS = r'jsonpath={range .items[*]}{.status.nodeInfo.kubeletVersion}{"\n"}{end}'
_SERVER = "jsonpath={.clusters[0].cluster.server}"
_NATIVE_SINCE = (1, 33)
"""The version of Kubernetes whose nodes Istio trusts with native sidecars."""
_VERSION = pattern(r"v?(\d+)\.(\d+)")


@dataclass(frozen=True, slots=True)
class ControlPlaneNames:
    """How to find a control plane: what is empty has the name that Istio's chart gives it.

    ``webhook_config`` names a MutatingWebhookConfiguration; else those labelled with the revision are taken.
    """

    namespace: str = ISTIO_NAMESPACE
    revision: str = ""
    inject_config_map: str = ""
    mesh_config_map: str = ""
    webhook_config: str = ""

    def config_maps(self, revision: str) -> tuple[str, str]:
        """Return the names of a revision's two ConfigMaps: the injector's, and the one with the mesh config."""
        suffix = "" if revision in ("", _DEFAULT) else f"-{revision}"
        return self.inject_config_map or _INJECT_CONFIG_MAP + suffix, self.mesh_config_map or _MESH_CONFIG_MAP + suffix


def read_control_plane(kubectl: Kubectl, names: ControlPlaneNames, *, reads_nodes: bool = True) -> CapturedConfig:
    """Read the configuration of a control plane.

    It takes the right to get its two ConfigMaps, and to list MutatingWebhookConfigurations and nodes (the latter not
    without ``reads_nodes``). Raises ClusterError.
    """
    with ExitStack() as requests:
        server = requests.enter_context(kubectl.begin("config", "view", "--minify", "-o", _SERVER))
        kubelets = requests.enter_context(kubectl.begin("get", "nodes", "-o", _KUBELETS)) if reads_nodes else None
        configurations = webhook_configurations(kubectl, names)
        revision = find_revision(injection_webhooks(configurations), names)
        inject_map, mesh_map = _config_maps(kubectl, names, revision)
        node = oldest(kubelets.text().split()) if kubelets else ""
        address = server.text()
    values = read_mapping(_key(inject_map, "values"), f"{_title(inject_map)}: values")
    config = captured_parts(
        read_mapping(_key(inject_map, "config"), f"{_title(inject_map)}: config"),
        values,
        read_mapping(_key(mesh_map, "mesh"), f"{_title(mesh_map)}: mesh"),
        revision,
        release_of(inject_map, _title(inject_map)) or release_of(mesh_map, _title(mesh_map)),
    )
    native = supports_native_sidecars(helm_values(values), config.release or NEWEST_KNOWN, node)
    config = replace(config, native_sidecars=native)
    config = with_webhooks(config, configurations)
    objects = [f"ConfigMap {_title(inject_map)}", f"ConfigMap {_title(mesh_map)}"]
    holders = (webhook.configuration for webhook in config.webhooks)
    objects += [f"MutatingWebhookConfiguration {name}" for name in dict.fromkeys(holders)]
    changed = max(_changed(inject_map), _changed(mesh_map))
    return replace(config, source=CaptureSource(_without_user(address), changed, tuple(objects), node))


def webhook_configurations(kubectl: Kubectl, names: ControlPlaneNames) -> list[dict[str, Any]]:
    """Return the MutatingWebhookConfigurations of Istio's control planes, sorted by name. Raises ClusterError."""
    if names.webhook_config:
        return [kubectl.get(_CONFIGURATIONS, names.webhook_config)]
    found = kubectl.items(_CONFIGURATIONS, "-l", REVISION_LABEL)
    return sorted(found, key=lambda configuration: str((configuration.get("metadata") or {}).get("name")))


def find_revision(webhooks: Iterable[Webhook], names: ControlPlaneNames) -> str:
    """Return the revision that is requested by its name or by a tag. Raises ClusterError where there is none."""
    found = list(webhooks)
    requested = names.revision or _DEFAULT
    revisions = sorted({webhook.revision for webhook in found if not webhook.tag})
    tags = {webhook.tag: webhook.revision for webhook in found if webhook.tag}
    if names.webhook_config and found and not names.revision:
        return found[0].revision
    if requested in revisions:
        return requested
    if requested in tags:
        return tags[requested]
    if requested in tags.values():
        return requested
    if not found:
        raise ClusterError(
            "found no control plane of Istio: no MutatingWebhookConfiguration has injection webhooks and the label "
            f"{REVISION_LABEL}. --webhook-config names one that has no label"
        )
    known = [*revisions, *(f"{tag} (a tag of {revision})" for tag, revision in sorted(tags.items()))]
    raise ClusterError(f"no revision {requested!r}; there are: {', '.join(known)}. --revision says which")


def supports_native_sidecars(values: HelmValues, release: Release, node: str) -> bool:
    """Whether the control plane makes the proxy a native sidecar, as far as a cluster tells.

    What istiod's own environment says counts; else, by the rules of most releases, whether the oldest kubelet,
    ``node``, is one that Istio trusts with them. Nodes that nobody knows are taken for such.
    """
    configured = values.native_sidecars
    if configured is not None:
        return configured
    kubelet = _version(node)
    return rules_of(release).native_sidecars_by_nodes and (kubelet is None or kubelet >= _NATIVE_SINCE)


def oldest(versions: Sequence[str]) -> str:
    """Return the oldest of some versions such as ``v1.33.1``, or nothing where there are none."""
    return min(versions, key=lambda version: (_version(version) or (0, 0), version), default="")


def _version(text: str) -> tuple[int, int] | None:
    match = _VERSION.match(text)
    return (int(match[1]), int(match[2])) if match else None


def _config_maps(kubectl: Kubectl, names: ControlPlaneNames, revision: str) -> list[dict[str, Any]]:
    wanted = names.config_maps(revision)
    flags = ("-n", names.namespace, "--show-managed-fields")
    try:
        found = kubectl.items("configmaps", *wanted, *flags) if wanted[0] != wanted[1] else []
    except NotFoundError as error:
        raise ClusterError(
            f"namespace {names.namespace}: {error}. -i/--istio-namespace, --inject-config-map-name and "
            "--mesh-config-map-name say where the configuration is"
        ) from None
    by_name = {config_map["metadata"]["name"]: config_map for config_map in found}
    if wanted[0] == wanted[1]:
        by_name[wanted[0]] = kubectl.get("configmap", wanted[0], *flags)
    if missing := [name for name in wanted if name not in by_name]:
        raise ClusterError(f"namespace {names.namespace}: kubectl did not return the ConfigMap {missing[0]}")
    return [by_name[name] for name in wanted]


def _key(config_map: Mapping[str, Any], key: str) -> str:
    data = texts_of(config_map.get("data"), f"ConfigMap {_title(config_map)}: data")
    if key not in data:
        raise ClusterError(f"ConfigMap {_title(config_map)}: no key {key!r}; found {', '.join(data) or 'none'}")
    return data[key]


def _title(config_map: Mapping[str, Any]) -> str:
    metadata = config_map["metadata"]
    return f"{metadata.get('namespace')}/{metadata.get('name')}"


def _changed(config_map: Mapping[str, Any]) -> str:
    """Return when a ConfigMap was last changed, in RFC 3339."""
    metadata = config_map["metadata"]
    times = [(entry or {}).get("time") or "" for entry in metadata.get("managedFields") or []]
    return max([*times, str(metadata.get("creationTimestamp") or "")])


def _without_user(url: str) -> str:
    """Return a URL without a name and password in it."""
    scheme, separator, rest = url.strip().partition("://")
    host, slash, path = rest.partition("/")
    return scheme + separator + host.rpartition("@")[2] + slash + path
