"""Which containers of a Pod have other resources than it was injected with: others set them, and may do so again."""

from __future__ import annotations

import json

from kubectl_inject.injection.pod import annotations_of, containers_of
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from kubectl_inject.injection.workload import Object

RESIZE = "resize"
"""The subresource of Pods by which resources change in place, as their managed fields name it."""
_AUTOSCALER = "vpaUpdates"
"""The annotation in which the Vertical Pod Autoscaler's webhook notes the containers that it changed, by number."""
_NUMBER = pattern(r"container ([0-9]{1,4}):")


def resized_containers(pod: Object) -> frozenset[str]:
    """Return the names of containers that the autoscaler's webhook gave resources, or that were resized in place."""
    return frozenset((*_by_autoscaler(pod), *_in_place(pod)))


def _by_autoscaler(pod: Object) -> Iterator[str]:
    containers = containers_of(pod)
    for number in _NUMBER.findall(annotations_of(pod).get(_AUTOSCALER, "")):
        if int(number) < len(containers):
            yield str(containers[int(number)].get("name"))


def _in_place(pod: Object) -> Iterator[str]:
    for entry in pod["metadata"].get("managedFields") or ():
        if not isinstance(entry, dict) or entry.get("subresource") != RESIZE:
            continue
        spec = _mapping(_mapping(entry.get("fieldsV1")).get("f:spec"))
        for field in ("f:containers", "f:initContainers"):
            for key, fields in _mapping(spec.get(field)).items():
                if "f:resources" in _mapping(fields):
                    yield _name_in(key)


def _name_in(key: str) -> str:
    """Return the name in the key of a list's item, ``k:{"name":"app"}``; empty where it is none."""
    try:
        return str(_mapping(json.loads(key.removeprefix("k:"))).get("name", ""))
    except (ValueError, RecursionError):
        return ""


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
