"""What the API server refuses in a Pod."""

from __future__ import annotations

from kubectl_inject.injection.pod import containers_of, init_containers_of
from kubectl_inject.injection.reports.warnings.warning import InjectionWarning, Warned
from kubectl_inject.istio.names import AUTO_IMAGE, PROXY_CONTAINER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from kubectl_inject.injection.pod import Container, Pod
    from kubectl_inject.injection.reports.warnings.workload_warnings import Subject

_HOLDING_ITEMS = frozenset({"configMap", "secret", "downwardAPI", "projected"})
_UNRENDERED = "{{"


def pod_warnings(subject: Subject) -> Iterator[InjectionWarning]:
    """Yield what is wrong with the containers and volumes of a Pod that was injected."""
    if subject.injected is not None:
        pod = subject.injected.pod
        yield from _invalid_containers(pod, subject.workload.claimed_volumes)
        yield from _invalid_volumes(pod)


def _invalid_containers(pod: Pod, other_volumes: frozenset[str]) -> Iterator[InjectionWarning]:
    early, others = init_containers_of(pod), containers_of(pod)
    containers = [*early, *others]
    volumes = {volume.get("name") for volume in _volumes_of(pod)} | other_volumes
    second_proxy = _names(early, PROXY_CONTAINER) == _names(others, PROXY_CONTAINER) == 1
    times: dict[str, int] = {}
    for container in containers:
        name = container.get("name") or ""
        times[name] = times.get(name, 0) + 1
    for name, number in times.items():
        if not name:
            yield InjectionWarning(Warned.NO_NAME, "")
        elif number > 1 and not (second_proxy and name == PROXY_CONTAINER):
            yield InjectionWarning(Warned.TWO_OF_ONE_NAME, name)
    for container in containers:
        name = container.get("name") or "<unnamed>"
        image = container.get("image") or ""
        if not (image or (second_proxy and name == PROXY_CONTAINER)) or image == AUTO_IMAGE or _UNRENDERED in image:
            yield _of_image(image, name)
        for variable in container.get("env") or []:
            if "valueFrom" in variable and variable.get("value") and variable["valueFrom"]:
                yield InjectionWarning(Warned.TWO_VALUES, f"{name}: {variable.get('name')}")
        for mount in container.get("volumeMounts") or []:
            if mount.get("name") not in volumes:
                yield InjectionWarning(Warned.MOUNT_WITHOUT_VOLUME, f"{name}: {mount.get('name')}")
    if not others:
        yield InjectionWarning(Warned.NO_APPLICATION, "")


def _of_image(image: str, name: str) -> InjectionWarning:
    if not image:
        return InjectionWarning(Warned.NO_IMAGE, name)
    if image == AUTO_IMAGE:
        return InjectionWarning(Warned.IMAGE_AUTO, name)
    return InjectionWarning(Warned.HELM_TEMPLATE, f"{name}: image: {image}")


def _names(containers: list[Container], name: str) -> int:
    return sum(container.get("name") == name for container in containers)


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
