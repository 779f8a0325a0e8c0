"""Objects of a cluster, read in pages: however many there are, only a few are in memory at a time."""

from __future__ import annotations

from kubectl_inject.cluster.kubectl import ClusterError, json_object
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from kubectl_inject.cluster.kubectl import Kubectl, Request

_PAGE = 250


@dataclass(frozen=True, slots=True)
class Resource:
    """A kind of objects as the API server lists it: its API version, kind, and name in paths."""

    api_version: str
    kind: str
    name: str

    def path(self, namespace: str = "") -> str:
        """Return the path of the objects in a namespace, or in all of them."""
        root = "/api" if "/" not in self.api_version else "/apis"
        part = f"/namespaces/{namespace}" if namespace else ""
        return f"{root}/{self.api_version}{part}/{self.name}"


PODS = Resource("v1", "Pod", "pods")
NAMESPACES = Resource("v1", "Namespace", "namespaces")
MAKERS_OF_PODS = (
    Resource("apps/v1", "Deployment", "deployments"),
    Resource("apps/v1", "StatefulSet", "statefulsets"),
    Resource("apps/v1", "DaemonSet", "daemonsets"),
    Resource("apps/v1", "ReplicaSet", "replicasets"),
    Resource("apps/v1", "ControllerRevision", "controllerrevisions"),
    Resource("batch/v1", "CronJob", "cronjobs"),
    Resource("batch/v1", "Job", "jobs"),
    Resource("v1", "ReplicationController", "replicationcontrollers"),
)
"""What makes Pods, as every cluster has it, and the revisions of DaemonSets."""


def listed(kubectl: Kubectl, resource: Resource, namespace: str = "", page: int = _PAGE) -> Iterator[dict[str, Any]]:
    """Yield the objects of a namespace, or of all, each with its type. The next page is read meanwhile.

    Of managed fields, which can be most of an object, only those of resizes in place stay.
    Raises ForbiddenError where the user may not list them, else ClusterError.
    """
    request = _request(kubectl, resource, namespace, page)
    try:
        while True:
            items, more = _page(request.text(), resource, f"kubectl {request.words}".partition("?")[0])
            if more:
                request = _request(kubectl, resource, namespace, page, more)
            items.reverse()
            while items:  # so that each can go once it was looked at
                yield items.pop()
            if not more:
                return
    finally:
        request.reading.end()


def _request(kubectl: Kubectl, resource: Resource, namespace: str, page: int, token: str = "") -> Request:
    from urllib.parse import quote

    path = f"{resource.path(namespace)}?limit={page}" + (f"&continue={quote(token, safe='')}" if token else "")
    return kubectl.begin("get", "--raw", path)


def _is_resize(entry: Any) -> bool:
    return isinstance(entry, dict) and entry.get("subresource") == "resize"


def read_namespace(kubectl: Kubectl, name: str) -> dict[str, Any]:
    """Return a Namespace. Raises ClusterError."""
    return kubectl.get("namespace", name)


def _page(text: str, resource: Resource, request: str) -> tuple[list[dict[str, Any]], str]:
    """Return the objects of a page, and the token of the next one, if there is any. Raises ClusterError."""
    value = json_object(text, request)
    items = value.get("items")
    if not isinstance(items, list | None):
        raise ClusterError(f"{request}: items: expected a list")
    found = []
    for index, item in enumerate(items or ()):
        metadata = item.get("metadata") if isinstance(item, dict) else None
        if not isinstance(metadata, dict) or not isinstance(metadata.get("name"), str):
            raise ClusterError(f"{request}: items[{index}]: expected an object with metadata and a name")
        managed = metadata.pop("managedFields", None)
        if isinstance(managed, list) and (resizes := [each for each in managed if _is_resize(each)]):
            metadata["managedFields"] = resizes
        found.append({**item, "apiVersion": resource.api_version, "kind": resource.kind})
    more = (value.get("metadata") or {}).get("continue")
    return found, more if isinstance(more, str) else ""
