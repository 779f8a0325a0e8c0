"""A Pod as plain data: a mapping with ``metadata`` and ``spec``, never changed in place."""

from __future__ import annotations

from kubectl_inject.istio.names import NATIVE_SIDECAR, PROXY_CONTAINER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

Pod = dict[str, "Any"]
Container = dict[str, "Any"]


def annotations_of(pod: Pod) -> dict[str, str]:
    """Return the Pod's annotations, empty where it has none."""
    return (pod.get("metadata") or {}).get("annotations") or {}


def labels_of(pod: Pod) -> dict[str, str]:
    """Return the Pod's labels, empty where it has none."""
    return (pod.get("metadata") or {}).get("labels") or {}


def containers_of(pod: Pod) -> list[Container]:
    """Return the Pod's containers, without the init containers."""
    return (pod.get("spec") or {}).get("containers") or []


def init_containers_of(pod: Pod) -> list[Container]:
    """Return the Pod's init containers."""
    return (pod.get("spec") or {}).get("initContainers") or []


def with_metadata(pod: Pod, **changes: Any) -> Pod:
    """Return the Pod with fields of its metadata replaced."""
    return {**pod, "metadata": {**(pod.get("metadata") or {}), **changes}}


def with_spec(pod: Pod, **changes: Any) -> Pod:
    """Return the Pod with fields of its spec replaced."""
    return {**pod, "spec": {**(pod.get("spec") or {}), **changes}}


def with_containers(pod: Pod, containers: list[Container], init_containers: list[Container]) -> Pod:
    """Return the Pod with these containers; a field without init containers stays as it is where none come."""
    changes: dict[str, Any] = {"containers": containers}
    if init_containers or (pod.get("spec") or {}).get("initContainers"):
        changes["initContainers"] = init_containers
    return with_spec(pod, **changes)


def find_container(containers: list[Container], name: str) -> Container | None:
    """Return the first container of that name."""
    for container in containers:
        if container.get("name") == name:
            return container
    return None


def find_sidecar(pod: Pod) -> Container | None:
    """Return the proxy's container: among the containers, or as a native sidecar among the init containers."""
    return find_container(containers_of(pod), PROXY_CONTAINER) or find_container(
        init_containers_of(pod), PROXY_CONTAINER
    )


def replace_container(pod: Pod, old: Container, new: Container) -> Pod:
    """Return the Pod with one container, given as the very object, replaced."""
    return with_containers(
        pod,
        [new if container is old else container for container in containers_of(pod)],
        [new if container is old else container for container in init_containers_of(pod)],
    )


def wants_native_sidecar(pod: Pod, *, by_default: bool) -> bool:
    """Whether a Pod's proxy is to be a native sidecar: its annotation decides, or else the installation."""
    requested = annotations_of(pod).get(NATIVE_SIDECAR)
    return requested == "true" if requested in ("true", "false") else by_default
