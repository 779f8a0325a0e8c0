"""How the proxy of a running Pod does, by the Pod's status."""

from __future__ import annotations

from kubectl_inject.injection.pod import find_sidecar
from kubectl_inject.istio.names import PROXY_CONTAINER
from kubectl_inject.istio.releases import release_named
from kubectl_inject.status.verdicts import Sidecar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.injection.workload import Object


def sidecar_of(pod: Object) -> Sidecar | None:
    """Return the proxy of a Pod, or None where it has none."""
    proxy = find_sidecar(pod)
    if proxy is None:
        return None
    status = _status_of(pod)
    image = str(proxy.get("image") or "")
    restarts = status.get("restartCount")
    return Sidecar(
        version_of(image), status.get("ready") is True, restarts if isinstance(restarts, int) else 0, _trouble(status)
    )


def version_of(image: str) -> str:
    """Return the release that an image's tag names, or the tag, or the image itself where it has none."""
    tag = image.rpartition("/")[2].partition("@")[0].partition(":")[2]
    release = release_named(tag, image) if tag else None
    return str(release) if release is not None else tag or image


def _status_of(pod: Object) -> dict[str, Any]:
    status = pod.get("status") or {}
    for name in ("containerStatuses", "initContainerStatuses"):
        for each in status.get(name) or []:
            if isinstance(each, dict) and each.get("name") == PROXY_CONTAINER:
                return each
    return {}


def _trouble(status: dict[str, Any]) -> str:
    """Return why a container waits, or why it ended the last time."""
    for state, part in (("state", "waiting"), ("lastState", "terminated")):
        found = (status.get(state) or {}).get(part)
        if isinstance(found, dict) and found.get("reason"):
            return str(found["reason"])
    return ""
