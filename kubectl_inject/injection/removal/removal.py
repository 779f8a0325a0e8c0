"""Taking an injection out of a Pod again, by what Istio records of it.

The annotation sidecar.istio.io/status names what was added; proxy.istio.io/overrides and two variables of the proxy
hold what was replaced. What they do not say is taken for the injector's only where a new injection would add the very
same again, so that nothing of the user's is lost.
"""

from __future__ import annotations

from kubectl_inject.injection.pod import (
    Container,
    Pod,
    annotations_of,
    containers_of,
    find_container,
    find_sidecar,
    init_containers_of,
    labels_of,
)
from kubectl_inject.injection.postprocessing.app_probes import (
    AGENT_HOOKS,
    AGENT_PROBES,
    may_be_original,
    read_probers,
    with_original_probes,
)
from kubectl_inject.injection.postprocessing.container_overrides import Overrides, remembered_overrides
from kubectl_inject.injection.postprocessing.prometheus_merge import secure_port, with_original_scraping
from kubectl_inject.istio.names import (
    APP_CONTAINERS_VARIABLE,
    AUTO_IMAGE,
    HBONE_VARIABLE,
    ISTIO_CONTAINERS,
    PROBERS_VARIABLE,
    PROMETHEUS_VARIABLE,
    PROXY_CONTAINER,
    PROXY_OVERRIDES,
    SECURE_PORT,
    SIDECAR_STATUS,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from kubectl_inject.injection.postprocessing.injection_status import InjectionStatus
    from kubectl_inject.injection.workload import Owner

CNI_NETWORKS = "k8s.v1.cni.cncf.io/networks"
_LISTS = ("initContainers", "volumes", "imagePullSecrets")
_CNI_NETWORK_NAMES = ("istio-cni", "default/istio-cni")
_CNI_ENTRIES = ({"name": "istio-cni"}, {"name": "istio-cni", "namespace": "default"}, {"name": "default/istio-cni"})


def is_as_injected(pod: Pod) -> bool:
    """Whether the proxy still describes the Pod: no application container came or went since the injection."""
    listed = variable_of(find_sidecar(pod), APP_CONTAINERS_VARIABLE)
    names = [container.get("name") or "" for container in containers_of(pod)]
    return listed is None or listed.split(",") == [name for name in names if name != PROXY_CONTAINER] or not listed


def leaves_containers(pod: Pod, status: InjectionStatus) -> bool:
    """Whether a Pod has containers without those that a status names, as each Pod had before it was injected.

    Where it has the proxy alone, it had none.
    """
    containers, _ = _own_containers(pod, status, remembered_overrides(pod))
    return bool(containers) or all(container.get("name") == PROXY_CONTAINER for container in containers_of(pod))


def remove_injection(pod: Pod, status: InjectionStatus, owner: Owner) -> Pod:
    """Return the Pod as it was before the injection with that status, as far as the Pod itself tells."""
    sidecar = find_sidecar(pod)
    overrides = remembered_overrides(pod)
    probers = variable_of(sidecar, PROBERS_VARIABLE)
    containers, init_containers = _own_containers(pod, status, overrides)
    containers = [with_original_probes(container, probers) for container in containers]
    init_containers = [with_original_probes(container, probers) for container in init_containers]
    annotations = with_original_scraping(annotations_of(pod), variable_of(sidecar, PROMETHEUS_VARIABLE))
    annotations = _own_annotations(annotations, status, containers, sidecar)
    before = pod.get("spec") or {}
    spec: dict[str, Any] = {
        **before,
        "containers": containers,
        "initContainers": init_containers,
        "volumes": _not_named(pod, "volumes", _unmounted(status.volumes, containers, init_containers)),
        "imagePullSecrets": _not_named(pod, "imagePullSecrets", status.image_pull_secrets),
    }
    metadata = {**(pod.get("metadata") or {}), "annotations": annotations, "labels": _own_labels(pod, owner, sidecar)}
    cleaned = _without_empty(metadata, ("annotations", "labels"))
    never_filled = {name: before[name] for name in _LISTS if name in before and not before[name]}
    without = {**pod, "spec": {**_without_empty(spec, _LISTS), **never_filled}}
    return _without_empty({**without, "metadata": cleaned}, ("metadata",))


def variable_of(container: Container | None, name: str) -> str | None:
    """Return the value of a container's variable, or None where it has no such variable, or no plain value."""
    variables = (container or {}).get("env") or []
    return next((item.get("value", "") for item in variables if item.get("name") == name), None)


def _own_containers(pod: Pod, status: InjectionStatus, overrides: Overrides) -> tuple[list[Container], list[Container]]:
    sidecar = find_sidecar(pod)
    known = read_probers(variable_of(sidecar, PROBERS_VARIABLE))
    applications = (variable_of(sidecar, APP_CONTAINERS_VARIABLE) or "").split(",")
    containers: list[Container] = []
    for container in containers_of(pod):
        name = container.get("name") or ""
        own = find_container(overrides.containers, name)
        if name not in status.containers:
            containers.append(container)
        elif own is not None:
            containers.append(_own_container(container, own, known))
        elif name in applications and name not in ISTIO_CONTAINERS:  # the proxy knows better than a status
            containers.append(container)
    init_containers = [item for item in init_containers_of(pod) if item.get("name") not in status.init_containers]
    for own in overrides.init_containers:
        name = own.get("name") or ""
        there = find_container(init_containers_of(pod), name)
        if there is None or name not in status.init_containers:
            continue  # nobody's: an override is laid over a container that the injection names, and the Pod has
        # A proxy that the user wrote among the containers became a native sidecar with the injection.
        moved = name == PROXY_CONTAINER and own.get("restartPolicy") != "Always"
        (containers if moved else init_containers).append(_own_container(there, own, known))
        if moved and there.get("image") == AUTO_IMAGE:
            # Another of its name among the init containers took the place of the template's, and was lost itself.
            init_containers.append({"name": name, "image": AUTO_IMAGE})
    return containers, init_containers


def _own_container(there: Container, own: Container, known: dict[str, Any]) -> Container:
    """Return a container as it was before the injection, from how it is ``there`` and what overrides say it was.

    Istio's own containers are what overrides say. Those of the application are what they are, without the variables
    and mounts that templates added: overrides may be anybody's text, and must not bring another image.
    """
    name = own.get("name") or ""
    if name in ISTIO_CONTAINERS:
        return _with_auto_image(own)
    before = dict(there)
    for field, key in (("env", "name"), ("volumeMounts", "mountPath")):
        given = {item.get(key): item for item in there.get(field) or []}
        kept = [given[item.get(key)] for item in own.get(field) or [] if item.get(key) in given]
        if kept:
            before[field] = kept
        elif given:
            del before[field]
    for field in AGENT_PROBES:
        if may_be_original(field, own.get(field), there.get(field), there, known):
            before[field] = own[field]
    hooks, own_hooks = there.get("lifecycle") or {}, own.get("lifecycle") or {}
    for field in AGENT_HOOKS:
        if may_be_original(field, own_hooks.get(field), hooks.get(field), there, known):
            before["lifecycle"] = {**before["lifecycle"], field: own_hooks[field]}
    return before


def _with_auto_image(container: Container) -> Container:
    fields = {name: value for name, value in container.items() if name != "resources" or value}
    return fields if "image" in fields else {"name": fields.pop("name", ""), "image": AUTO_IMAGE, **fields}


def _own_annotations(
    annotations: Mapping[str, str], status: InjectionStatus, containers: list[Container], sidecar: Container | None
) -> dict[str, str]:
    applications = [container.get("name") for container in containers if container.get("name") != PROXY_CONTAINER]
    added = {
        "istio.io/rev": status.revision,
        SECURE_PORT: secure_port(sidecar),
        "kubectl.kubernetes.io/default-container": applications[0] if applications else None,
        "kubectl.kubernetes.io/default-logs-container": applications[0] if applications else None,
    }
    own = {
        name: value
        for name, value in annotations.items()
        if name not in (SIDECAR_STATUS, PROXY_OVERRIDES) and added.get(name) != value
    }
    if CNI_NETWORKS in own:
        networks = own_networks(own.pop(CNI_NETWORKS))
        return {**own, CNI_NETWORKS: networks} if networks else own
    return own


def own_networks(networks: str) -> str:
    """Return the value of Multus' annotation without the network that the injection appends."""
    import json

    names = [name.strip() for name in networks.split(",")]
    if names[-1] in _CNI_NETWORK_NAMES:
        return networks.rpartition(",")[0]
    for entry in _CNI_ENTRIES:
        for spelled in (f", {json.dumps(entry)}]", f', {{"name": "{entry["name"]}"}}]'):
            if networks.rstrip().endswith(spelled):
                return networks.rstrip().removesuffix(spelled) + "]"
    return networks


def _own_labels(pod: Pod, owner: Owner, sidecar: Container | None) -> dict[str, str]:
    labels = labels_of(pod)
    name = labels.get("app.kubernetes.io/name") or labels.get("app") or owner.name
    added = {
        "security.istio.io/tlsMode": "istio",
        "networking.istio.io/tunnel": "http" if variable_of(sidecar, HBONE_VARIABLE) == "true" else None,
        "service.istio.io/canonical-name": name[:63].strip("-_."),
        "service.istio.io/canonical-revision": labels.get("app.kubernetes.io/version")
        or labels.get("version")
        or "latest",
    }
    return {key: value for key, value in labels.items() if added.get(key) != value}


def _not_named(pod: Pod, field: str, names: tuple[str, ...]) -> list[dict[str, Any]]:
    return [item for item in (pod.get("spec") or {}).get(field) or [] if item.get("name") not in names]


def _unmounted(names: tuple[str, ...], *lists: list[Container]) -> tuple[str, ...]:
    """Return the names of volumes that no application's container mounts: what one mounts is no injection's."""
    mounted = {
        mount.get("name")
        for containers in lists
        for container in containers
        if container.get("name") not in ISTIO_CONTAINERS
        for mount in container.get("volumeMounts") or []
    }
    return tuple(name for name in names if name not in mounted)


def _without_empty(value: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: item for name, item in value.items() if name not in names or item}
