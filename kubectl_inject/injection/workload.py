"""Workloads: the objects that hold a Pod template, and where it lives in them."""

from __future__ import annotations

from kubectl_inject.injection.pod import Pod, labels_of
from kubectl_inject.kubernetes.decoding import FieldTypeError, decode, with_required_numbers
from kubectl_inject.kubernetes.types import field_type
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.kubernetes.placeholders import Placeholder
    from kubectl_inject.kubernetes.types import FieldType

Object = dict[str, "Any"]

# The paths to the Pod, by API version and kind, of what istioctl and the webhook's controllers know.
_POD_PATHS: dict[tuple[str, str], tuple[str, ...]] = {
    ("v1", "Pod"): (),
    ("v1", "ReplicationController"): ("spec", "template"),
    ("apps/v1", "Deployment"): ("spec", "template"),
    ("apps/v1", "StatefulSet"): ("spec", "template"),
    ("apps/v1", "DaemonSet"): ("spec", "template"),
    ("apps/v1", "ReplicaSet"): ("spec", "template"),
    ("batch/v1", "Job"): ("spec", "template"),
    ("batch/v1", "CronJob"): ("spec", "jobTemplate", "spec", "template"),
    ("apps.openshift.io/v1", "DeploymentConfig"): ("spec", "template"),
    ("v1", "DeploymentConfig"): ("spec", "template"),
}
# API versions of these kinds that Kubernetes served once, and no release of today serves. istioctl takes them by their
# kinds, and reads them as the types of today.
_FORMER_VERSIONS: dict[str, tuple[str, ...]] = {
    "Pod": ("v1beta3",),
    "ReplicationController": ("v1beta3",),
    "Deployment": ("apps/v1beta2", "apps/v1beta1", "extensions/v1beta1"),
    "StatefulSet": ("apps/v1beta2", "apps/v1beta1"),
    "DaemonSet": ("apps/v1beta2", "extensions/v1beta1"),
    "ReplicaSet": ("apps/v1beta2", "extensions/v1beta1"),
    "Job": ("batch/v2alpha1", "extensions/v1beta1"),
    "CronJob": ("batch/v1beta1", "batch/v2alpha1"),
}
_CURRENT_VERSIONS = {kind: version for version, kind in _POD_PATHS if kind in _FORMER_VERSIONS}
_POD_PATHS |= {
    (former, kind): _POD_PATHS[version, kind]
    for kind, version in _CURRENT_VERSIONS.items()
    for former in _FORMER_VERSIONS[kind]
}
LIST = ("v1", "List")
KINDS = tuple(sorted({kind for _, kind in (*_POD_PATHS, LIST)}))
_CRON_JOB_NAME = pattern(r"(.+)-\d{8,10}\Z")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom Istio takes for the workload behind a Pod: it gives the proxy its names."""

    api_version: str
    kind: str
    name: str
    namespace: str


@dataclass(frozen=True, slots=True)
class Workload:
    """An object with a Pod in it. ``path`` leads to the Pod; ``owner`` is what the proxy knows of it.

    All values are of their types, but for ``placeholders`` in the places of some numbers, booleans and quantities.
    """

    object: Object
    api_version: str
    kind: str
    name: str
    namespace: str
    path: tuple[str, ...]
    owner: Owner
    placeholders: tuple[Placeholder, ...] = ()

    @property
    def pod(self) -> Pod:
        """The Pod or Pod template: a mapping with ``metadata`` and ``spec``."""
        pod = self.object
        for name in self.path:
            pod = pod[name]
        return pod

    @property
    def successor(self) -> str:
        """The API version that took the place of the workload's; see ``successor_of``."""
        return successor_of(self.api_version, self.kind)

    @property
    def claimed_volumes(self) -> frozenset[str]:
        """The names of volumes that a StatefulSet claims for its Pods, beside the Pod template's own."""
        claims = (self.object.get("spec") or {}).get("volumeClaimTemplates") or []
        return frozenset((claim.get("metadata") or {}).get("name") or "" for claim in claims)

    def with_pod(self, pod: Pod) -> Object:
        """Return the object with another Pod in the place of its own."""
        return _replaced(self.object, self.path, pod)

    def __str__(self) -> str:
        """Return what messages and reports call the workload, see ``title_of``."""
        return title_of(self.kind, self.namespace, self.name)


def successor_of(api_version: str, kind: str) -> str:
    """Return what took the place of an API version that clusters served once; empty where they serve it today."""
    return _CURRENT_VERSIONS[kind] if api_version in _FORMER_VERSIONS.get(kind, ()) else ""


def workload_kinds() -> list[str]:
    """Return the kinds of workloads, by name."""
    return [kind for kind in KINDS if kind != LIST[1]]


def items_of(value: Object) -> list[Any] | None:
    """Return the items of a List, or None for any other object."""
    items = value.get("items")
    return items if (value.get("apiVersion"), value.get("kind")) == LIST and isinstance(items, list) else None


def is_workload(value: Object) -> bool:
    """Whether an object is of an API version and a kind whose Pod template is known here."""
    key = (value.get("apiVersion"), value.get("kind"))
    return all(isinstance(part, str) for part in key) and key in _POD_PATHS


def title_of(kind: str, namespace: str, name: str) -> str:
    """Return what messages and reports call an object, such as ``Deployment shop/web``."""
    place = f"{namespace}/" if namespace else ""
    return f"{kind} {place}{name or '<unnamed>'}"


def name_of(value: Object) -> str:
    """Return what messages call an object, whatever it holds; see ``title_of``."""
    metadata = value.get("metadata")
    names = metadata if isinstance(metadata, dict) else {}
    return title_of(str(value.get("kind")), str(names.get("namespace") or ""), str(names.get("name") or ""))


def find_workload(value: Object, namespace: str = "") -> Workload | None:
    """Return the workload that an object is, or None where it is something else.

    Fields of the wrong type raise FieldTypeError; numbers where strings are wanted become strings, and placeholders
    stay. ``namespace`` is for objects that name none.
    """
    key = (value.get("apiVersion"), value.get("kind"))
    path = _POD_PATHS.get(key) if all(isinstance(part, str) for part in key) else None  # type: ignore[arg-type]
    if path is None:
        return None
    api_version, kind = value["apiVersion"], value["kind"]
    struct = field_type(kind)
    decoded, placeholders = _decoded(value, struct)
    decoded = with_required_numbers(decoded, struct)
    for depth in range(len(path)):
        decoded = _with_mapping_at(decoded, path[: depth + 1])
    decoded = _with_mapping_at(decoded, (*path, "spec"))
    metadata = decoded.get("metadata") or {}
    name = metadata.get("name") or metadata.get("generateName") or ""
    place = metadata.get("namespace") or namespace
    owner = pod_owner(decoded, place) if kind == "Pod" else Owner(api_version, kind, name, place)
    return Workload(decoded, api_version, kind, name, place, path, owner, placeholders)


def _decoded(value: Object, kind: FieldType) -> tuple[Object, tuple[Placeholder, ...]]:
    """Return an object with its values as ``kind`` wants them, and the placeholders that were left in it."""
    try:
        return decode(value, kind, "", coerce=True), ()
    except FieldTypeError:
        from kubectl_inject.kubernetes.placeholders import find_placeholders, with_values

        found = find_placeholders(value, kind)
        if not found:
            raise
        decoded = decode(with_values(value, found, [each.stand_in(0) for each in found]), kind, "", coerce=True)
        return with_values(decoded, found, [each.text for each in found]), found


def pod_owner(pod: Pod, namespace: str) -> Owner:
    """Return the workload that a bare Pod belongs to, by Istio's heuristics.

    A Pod made by a controller has a generated name and a controlling owner reference; what a ReplicaSet, a Job or a
    ReplicationController stands for follows from names and labels.
    """
    metadata, labels = pod.get("metadata") or {}, labels_of(pod)
    name = metadata.get("name") or ""
    references = metadata.get("ownerReferences") or []
    controller = next((reference for reference in references if reference.get("controller") is True), None)
    if not metadata.get("generateName") or controller is None:
        return Owner("v1", "Pod", name, namespace)
    api_version, kind = controller.get("apiVersion") or "", controller.get("kind") or ""
    owner = controller.get("name") or ""
    if kind == "ReplicaSet":
        if (template := labels.get("pod-template-hash")) and owner.endswith(template):
            return Owner(api_version, "Deployment", owner.removesuffix(f"-{template}"), namespace)
        if (template := labels.get("rollouts-pod-template-hash")) and owner.endswith(template):
            return Owner("v1alpha1", "Rollout", owner.removesuffix(f"-{template}"), namespace)
    elif kind == "ReplicationController" and labels.get("deploymentconfig"):
        return Owner(api_version, "DeploymentConfig", labels["deploymentconfig"], namespace)
    elif kind == "Job" and (match := _CRON_JOB_NAME.match(owner)):
        return Owner("batch/v1", "CronJob", match[1], namespace)
    return Owner(api_version, kind, owner or name, namespace)


def _with_mapping_at(value: Object, path: tuple[str, ...]) -> Object:
    """Return the object with an empty mapping at ``path`` where nothing is there."""
    parent: Any = value
    for name in path[:-1]:
        parent = parent[name]
    return value if parent.get(path[-1]) is not None else _replaced(value, path, {})


def _replaced(value: Object, path: tuple[str, ...], new: Object) -> Object:
    if not path:
        return new
    return {**value, path[0]: _replaced(value.get(path[0]) or {}, path[1:], new)}
