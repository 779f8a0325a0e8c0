"""Injection of one Pod, from top to bottom.

Each step takes a Pod and returns a Pod; none changes what it was given.
"""

from __future__ import annotations

from kubectl_inject.injection.pod import (
    Pod,
    annotations_of,
    containers_of,
    find_container,
    find_sidecar,
    init_containers_of,
    labels_of,
    replace_container,
    wants_native_sidecar,
    with_containers,
    with_metadata,
    with_spec,
)
from kubectl_inject.injection.postprocessing.app_probes import rewrite_probes
from kubectl_inject.injection.postprocessing.container_order import order_containers
from kubectl_inject.injection.postprocessing.container_overrides import (
    apply_overrides,
    follow_overridden_user,
    reinsert_overrides,
    remembered_overrides,
)
from kubectl_inject.injection.postprocessing.injection_status import InjectionStatus, read_status, status_of_overlay
from kubectl_inject.injection.postprocessing.openshift import without_assigned_user
from kubectl_inject.injection.postprocessing.prometheus_merge import (
    merge_metrics,
    scrape_annotations,
    with_secure_port,
    without_scraping,
)
from kubectl_inject.injection.rendering.template_data import Surroundings, template_data
from kubectl_inject.injection.rendering.template_rendering import TemplateLibrary, selected_templates
from kubectl_inject.istio.annotation_validation import check_annotations, proxy_config_with_annotation
from kubectl_inject.istio.names import (
    CLUSTER_VARIABLE,
    NETWORK_VARIABLE,
    PROXY_CONTAINER,
    SIDECAR_STATUS,
    TOPOLOGY_NETWORK,
)
from kubectl_inject.kubernetes.patches.strategic_merge_patch import apply_patch
from kubectl_inject.kubernetes.schema.field_order import in_api_order
from kubectl_inject.kubernetes.schema.types import POD
from kubectl_inject.manifests.identity import NOTHING_KNOWN, ByIdentity
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.istio.releases import InjectorRules
    from kubectl_inject.mesh_config.protobuf import Message


@dataclass(frozen=True, slots=True)
class InjectedPod:
    """A Pod after injection, the names of the templates that were laid over it, and the proxy config it got.

    ``status`` is what its annotation of that name says, where that is known without reading it.
    ``constants`` are mappings and lists in it that other injected Pods have too, the very same objects.
    ``unknown_fields`` are what templates gave and a Pod does not have: a template's name and a field's path.
    """

    pod: Pod
    templates: tuple[str, ...]
    proxy_config: Message
    status: InjectionStatus | None = None
    constants: ByIdentity = NOTHING_KNOWN
    unknown_fields: tuple[tuple[str, str], ...] = ()


def inject_pod(
    original: Pod, surroundings: Surroundings, config: InjectionConfig, library: TemplateLibrary
) -> InjectedPod:
    """Return the Pod as Istio's injector would make it. Raises InjectionError where it would refuse.

    ``library`` holds the templates of ``config``.
    """
    if config.installation.platform == "openshift":
        original = without_assigned_user(original, config.rules)
    annotations = annotations_of(original)
    rules = config.rules
    check_annotations(annotations, config.release)
    proxy_config = proxy_config_with_annotation(library.proxy_config, annotations)
    identity = _cluster_identity(original, surroundings.proxy_variables, config)
    status = read_status(original)
    agent_port = int(proxy_config.get("statusPort"))

    stripped = _without_injection(original, status, agent_port, rules)
    before = reinsert_overrides(stripped, remembered_overrides(original))
    names = tuple(selected_templates(original, config))
    data = template_data(before, surroundings, config, library.configured_data(names, proxy_config))
    merged, overlay = original, Pod()
    constants = own = NOTHING_KNOWN
    unknown: list[tuple[str, str]] = []
    for name in names:
        rendered = library.render(name, data)
        constants = constants.merged(rendered.constants)
        own = own.merged(rendered.own)
        unknown += [(name, path) for path in rendered.unknown]
        first_and_plain = not overlay and rendered.is_plain
        overlay = rendered.overlay if first_and_plain else apply_patch(overlay, rendered.overlay, POD, rendered.taken)
        merged = apply_patch(_with_native_proxy(merged, overlay, config), rendered.overlay, POD, rendered.taken)

    pod = apply_overrides(merged, original, overlay, status)
    pod = follow_overridden_user(pod, original, proxy_config)
    pod = _with_identity(pod, identity)
    pod = merge_metrics(pod, config.mesh, str(agent_port), rules)
    if rules.announces_secure_port:
        pod = with_secure_port(pod)
    pod = rewrite_probes(pod, config, agent_port, injected_before=status is not None)
    given = status_of_overlay(overlay, config.installation.revision)
    pod = _with_status(pod, given, identity, config)
    pod = with_added_in_order(order_containers(pod, config, proxy_config), original, constants.merged(own))
    written = None if SIDECAR_STATUS in config.injected_annotations else given
    return InjectedPod(pod, names, proxy_config, written, constants, tuple(unknown))


def with_added_in_order(pod: Pod, original: Pod, in_order: ByIdentity = NOTHING_KNOWN) -> Pod:
    """Return the Pod with the fields of what was added in the order that people write, name and image first.

    ``in_order`` are mappings and lists that are known to be so.
    """
    fields = POD.struct_type().by_json_name["spec"].type.struct_type().by_json_name
    before, spec = original.get("spec") or {}, pod.get("spec") or {}
    changes = {}
    for name in ("containers", "initContainers", "volumes"):
        element = fields[name].type.element
        known = {item.get("name") for item in before.get(name) or []}
        if element is not None and spec.get(name):
            changes[name] = [
                item if item.get("name") in known else in_api_order(item, element, in_order) for item in spec[name]
            ]
    return with_spec(pod, **changes)


def _cluster_identity(pod: Pod, given: Mapping[str, str], config: InjectionConfig) -> dict[str, str]:
    """Return the variables that name the Pod's cluster and network, as far as anything names them.

    What is ``given`` counts before the values, the Pod's label before both. Other variables given stay as they are.
    """
    cluster = given.get(CLUSTER_VARIABLE) or config.values.text("global.multiCluster.clusterName")
    network = given.get(NETWORK_VARIABLE) or config.values.text("global.network")
    named = {CLUSTER_VARIABLE: cluster, NETWORK_VARIABLE: labels_of(pod).get(TOPOLOGY_NETWORK, network)}
    return {**given, **{name: value for name, value in named.items() if value}}


def _without_injection(pod: Pod, status: InjectionStatus | None, agent_port: int, rules: InjectorRules) -> Pod:
    """Return the Pod without what an earlier injection's status lists, for the templates to see."""
    if status is None:
        return pod
    annotations = {name: value for name, value in annotations_of(pod).items() if name != SIDECAR_STATUS}
    if scrape_annotations(annotations).get("port") == str(agent_port):
        annotations = without_scraping(annotations, rules)
    pod = with_containers(
        pod,
        [item for item in containers_of(pod) if item.get("name") not in status.containers],
        [item for item in init_containers_of(pod) if item.get("name") not in status.init_containers],
    )
    return with_metadata(pod, annotations=annotations)


def _with_native_proxy(pod: Pod, overlay: Pod, config: InjectionConfig) -> Pod:
    """Where the template makes a native sidecar, move the user's own istio-proxy to where it will be."""
    native = wants_native_sidecar(pod, by_default=config.installation.native_sidecars)
    own = find_container(containers_of(pod), PROXY_CONTAINER)
    if not native or own is None or find_container(init_containers_of(overlay), PROXY_CONTAINER) is None:
        return pod
    others = [container for container in containers_of(pod) if container is not own]
    return with_containers(pod, others, [*init_containers_of(pod), own])


def _with_identity(pod: Pod, identity: dict[str, str]) -> Pod:
    sidecar = find_sidecar(pod)
    if sidecar is None or not identity:
        return pod
    kept = [variable for variable in sidecar.get("env") or [] if variable.get("name") not in identity]
    named = [{"name": name, **({"value": identity[name]} if identity[name] else {})} for name in sorted(identity)]
    return replace_container(pod, sidecar, {**sidecar, "env": kept + named})


def _with_status(pod: Pod, status: InjectionStatus, identity: dict[str, str], config: InjectionConfig) -> Pod:
    annotations = {**annotations_of(pod), SIDECAR_STATUS: status.to_json(), **config.injected_annotations}
    if NETWORK_VARIABLE in identity:
        pod = with_metadata(pod, labels={**labels_of(pod), TOPOLOGY_NETWORK: identity[NETWORK_VARIABLE]})
    return with_metadata(pod, annotations=annotations)
