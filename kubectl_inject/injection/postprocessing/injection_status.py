"""The annotation ``sidecar.istio.io/status``: what an injection added, by name."""

from __future__ import annotations

from functools import lru_cache

from kubectl_inject.injection.pod import Pod, annotations_of
from kubectl_inject.istio.names import SIDECAR_STATUS
from kubectl_inject.kubernetes.go_json import ordered_json
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LISTS = ("initContainers", "containers", "volumes", "imagePullSecrets")


@dataclass(frozen=True, slots=True)
class InjectionStatus:
    """Names of what was added, and the revision that did it."""

    init_containers: tuple[str, ...] = ()
    containers: tuple[str, ...] = ()
    volumes: tuple[str, ...] = ()
    image_pull_secrets: tuple[str, ...] = ()
    revision: str = "default"

    def to_json(self) -> str:
        """Return the annotation's value, as Go writes it: null for what is empty."""
        return _written(self)


@lru_cache(maxsize=64)
def _written(status: InjectionStatus) -> str:
    value = {
        "initContainers": list(status.init_containers) or None,
        "containers": list(status.containers) or None,
        "volumes": list(status.volumes) or None,
        "imagePullSecrets": list(status.image_pull_secrets) or None,
        "revision": status.revision,
    }
    return ordered_json(value)


def status_of_overlay(overlay: Pod, revision: str) -> InjectionStatus:
    """Return the status for what the templates rendered."""
    spec = overlay.get("spec") or {}

    def names(field: str) -> tuple[str, ...]:
        return tuple(item.get("name") or "" for item in spec.get(field) or [])

    return InjectionStatus(
        names("initContainers"),
        names("containers"),
        names("volumes"),
        names("imagePullSecrets"),
        revision or "default",
    )


def read_status(pod: Pod) -> InjectionStatus | None:
    """Return the status of a Pod that was injected before, or None. One that cannot be read counts as empty."""
    text = annotations_of(pod).get(SIDECAR_STATUS)
    if text is None:
        return None
    import json

    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return InjectionStatus()
    if not isinstance(value, dict):
        return InjectionStatus()
    revision = value.get("revision")
    return InjectionStatus(
        _strings(value.get("initContainers")),
        _strings(value.get("containers")),
        _strings(value.get("volumes")),
        _strings(value.get("imagePullSecrets")),
        revision if isinstance(revision, str) else "default",
    )


def has_all_lists(pod: Pod) -> bool:
    """Whether a Pod's status has the four lists that an injection always writes, each with something in it or null."""
    text = annotations_of(pod).get(SIDECAR_STATUS)
    if text is None:
        return False
    import json

    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and all(isinstance(value.get(name, ""), list | None) for name in _LISTS)


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
