"""Warnings: results that a cluster would refuse or that lack what was asked for, although Istio would make the same.

And what Istio advises against.
"""

from __future__ import annotations

from enum import Enum

from kubectl_inject.injection.container_overrides import uses_tproxy
from kubectl_inject.injection.pod import (
    Container,
    Pod,
    annotations_of,
    containers_of,
    find_sidecar,
    init_containers_of,
)
from kubectl_inject.istio.names import PROXY_CONTAINER
from kubectl_inject.kubernetes.quantity import parse_quantity
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from kubectl_inject.injection.pod_injection import InjectedPod
    from kubectl_inject.injection.selection.decision import Decision
    from kubectl_inject.injection.workload import Workload
    from kubectl_inject.kubernetes.quantity import Quantity
    from kubectl_inject.mesh_config.protobuf import Message


_PROXY_RESOURCES = (
    ("cpu", "sidecar.istio.io/proxyCPU", "sidecar.istio.io/proxyCPULimit"),
    ("memory", "sidecar.istio.io/proxyMemory", "sidecar.istio.io/proxyMemoryLimit"),
)
"""The proxy's resources, each with the annotations that set its request and its limit."""

_HOLDING_ITEMS = frozenset({"configMap", "secret", "downwardAPI", "projected"})


class Warned(Enum):
    """What is warned of; the value is the sentence that is shown, before the place."""

    INJECT_VALUE = "sidecar.istio.io/inject is neither 'true' nor 'false', and so counts as not set"
    API_VERSION = "no current cluster serves the workload's API version"
    KIND = "the kind of the workload has rules of its own"
    UNKNOWN_FIELD = "a template adds a field that no Pod has, which was left out"
    TWO_VALUES = "a variable has both value and valueFrom, which a cluster refuses"
    MOUNT_WITHOUT_VOLUME = "a volume mount has no volume, which a cluster refuses"
    VOLUME_PATH = "a path in a volume is not relative to it, which a cluster refuses"
    TWO_OF_ONE_NAME = "two containers have one name, which a cluster refuses"
    NO_NAME = "a container has no name, which a cluster refuses"
    NO_IMAGE = "a container has no image, which a cluster refuses"
    NO_APPLICATION = "there is no application container, and a cluster wants one"
    REQUEST_ABOVE_LIMIT = "the proxy requests more than its limit, which a cluster refuses"
    NO_LIMIT = "the proxy is not limited: the annotations set a request without its limit, and so replace the defaults"
    NO_REQUEST = "the proxy requests as much as its limit: the annotations set a limit without its request"
    TPROXY_USER = "TPROXY needs the proxy to run as user 0 and group 1337, the Pod asks for another"
    PROXY_WITHOUT_IMAGE = "the Pod's own istio-proxy container has no image; auto is what Istio documents"


@dataclass(frozen=True, slots=True)
class InjectionWarning:
    """One warning, and where it applies, such as a container's name and a variable's."""

    what: Warned
    where: str

    def __str__(self) -> str:
        """Return the sentence with its place."""
        return f"{self.what.value} ({self.where})" if self.where else self.what.value


def injection_warnings(
    workload: Workload, decision: Decision, injected: InjectedPod | None
) -> tuple[InjectionWarning, ...]:
    """Return the warnings for a workload: of the decision, and of the Pod after injection if it was injected.

    ``workload`` is without the injection.
    """
    found = [InjectionWarning(Warned.INJECT_VALUE, repr(decision.ignored))] if decision.ignored else []
    if injected is None:
        return tuple(found)
    found += [
        *_former_version(workload),
        *_caution(workload),
        *_unknown_fields(injected),
        *_invalid_containers(injected.pod, workload.claimed_volumes),
        *_invalid_volumes(injected.pod),
        *_proxy_resources(injected.pod, workload.pod),
        *_own_proxy(workload.pod, injected.proxy_config),
    ]
    return tuple(found)


def _former_version(workload: Workload) -> Iterator[InjectionWarning]:
    if successor := workload.successor:
        yield InjectionWarning(Warned.API_VERSION, f"{workload.api_version}, now {successor}")


def _caution(workload: Workload) -> Iterator[InjectionWarning]:
    if workload.row.caution:
        yield InjectionWarning(Warned.KIND, workload.row.caution)


def _unknown_fields(injected: InjectedPod) -> Iterator[InjectionWarning]:
    for template, path in dict.fromkeys(injected.unknown_fields):
        yield InjectionWarning(Warned.UNKNOWN_FIELD, f"{template}: {path}")


def _invalid_containers(pod: Pod, other_volumes: frozenset[str]) -> Iterator[InjectionWarning]:
    containers = [*init_containers_of(pod), *containers_of(pod)]
    volumes = {volume.get("name") for volume in _volumes_of(pod)} | other_volumes
    times: dict[str, int] = {}
    for container in containers:
        name = container.get("name") or ""
        times[name] = times.get(name, 0) + 1
    for name, number in times.items():
        if not name:
            yield InjectionWarning(Warned.NO_NAME, "")
        elif number > 1:
            yield InjectionWarning(Warned.TWO_OF_ONE_NAME, name)
    for container in containers:
        name = container.get("name") or "<unnamed>"
        if not container.get("image"):
            yield InjectionWarning(Warned.NO_IMAGE, name)
        for variable in container.get("env") or []:
            if "valueFrom" in variable and variable.get("value") and variable["valueFrom"]:
                yield InjectionWarning(Warned.TWO_VALUES, f"{name}: {variable.get('name')}")
        for mount in container.get("volumeMounts") or []:
            if mount.get("name") not in volumes:
                yield InjectionWarning(Warned.MOUNT_WITHOUT_VOLUME, f"{name}: {mount.get('name')}")
    if not containers_of(pod):
        yield InjectionWarning(Warned.NO_APPLICATION, "")


def _volumes_of(pod: Pod) -> list[dict[str, Any]]:
    return (pod.get("spec") or {}).get("volumes") or []


def _invalid_volumes(pod: Pod) -> Iterator[InjectionWarning]:
    for volume in _volumes_of(pod):
        if _HOLDING_ITEMS.isdisjoint(volume):
            continue
        for path in _item_paths(volume):
            if path.startswith("/") or ".." in path.split("/"):
                yield InjectionWarning(Warned.VOLUME_PATH, f"{volume.get('name')}: {path}")


def _item_paths(volume: dict[str, Any]) -> Iterator[str]:
    """Yield the paths at which a volume shows its items."""
    sources = [volume, *((volume.get("projected") or {}).get("sources") or [])]
    for source in sources:
        for name, value in source.items():
            if name in ("configMap", "secret", "downwardAPI"):
                for item in (value or {}).get("items") or []:
                    yield item.get("path") or ""


def _proxy_resources(injected: Pod, original: Pod) -> Iterator[InjectionWarning]:
    resources: dict[str, Any] = (find_sidecar(injected) or {}).get("resources") or {}
    requests, limits = resources.get("requests") or {}, resources.get("limits") or {}
    annotations = annotations_of(original)
    for name, request_annotation, limit_annotation in _PROXY_RESOURCES:
        if name in requests and name in limits:
            request, limit = _quantity(requests[name]), _quantity(limits[name])
            if request is not None and limit is not None and request > limit:
                yield InjectionWarning(Warned.REQUEST_ABOVE_LIMIT, f"{name}: {requests[name]} above {limits[name]}")
        request_set, limit_set = request_annotation in annotations, limit_annotation in annotations
        if request_set and not limit_set and name not in limits:
            yield InjectionWarning(Warned.NO_LIMIT, request_annotation)
        if limit_set and not request_set and name not in requests:
            yield InjectionWarning(Warned.NO_REQUEST, limit_annotation)


def _quantity(value: Any) -> Quantity | None:
    return parse_quantity(str(value).strip())


def _own_proxy(original: Pod, proxy_config: Message) -> Iterator[InjectionWarning]:
    own: Container | None = find_sidecar(original)
    if own is None:
        return
    if not own.get("image"):
        yield InjectionWarning(Warned.PROXY_WITHOUT_IMAGE, PROXY_CONTAINER)
    if uses_tproxy(original, proxy_config):
        context = own.get("securityContext") or {}
        for name, needed in (("runAsUser", 0), ("runAsGroup", 1337)):
            if context.get(name, needed) != needed:
                yield InjectionWarning(Warned.TPROXY_USER, f"{name}: {context[name]}")
