"""Workloads: the objects that hold a Pod template, and where it lives in them."""

from __future__ import annotations

from kubectl_inject.injection.pod import Pod, labels_of
from kubectl_inject.kubernetes.field_path import path_of
from kubectl_inject.kubernetes.schema.decoding import FieldTypeError, decode, with_required_numbers
from kubectl_inject.kubernetes.schema.types import LIST_ITEM, custom_type, field_type
from kubectl_inject.kubernetes.template_paths import ALL, found_at
from kubectl_inject.kubernetes.workload_kinds import DEFAULT_KINDS, LIST, known_kinds, successor_of
from kubectl_inject.startup.frozen import dataclass, replace
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.kubernetes.placeholders import Placeholder
    from kubectl_inject.kubernetes.schema.types import FieldType
    from kubectl_inject.kubernetes.template_paths import ConcretePath, TemplatePath
    from kubectl_inject.kubernetes.workload_kinds import TemplatePlace, WorkloadKind, WorkloadKinds

Object = dict[str, "Any"]

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

    An object may hold several: ``paths`` lead to them all, and ``each`` is the workload of each.
    All values are of their types, but for ``placeholders`` in the places of some numbers, booleans and quantities.
    """

    object: Object
    api_version: str
    kind: str
    name: str
    namespace: str
    path: ConcretePath
    owner: Owner
    row: WorkloadKind
    paths: tuple[ConcretePath, ...]
    placeholders: tuple[Placeholder, ...] = ()

    @property
    def each(self) -> tuple[Workload, ...]:
        """The workload of each Pod template of the object."""
        if len(self.paths) == 1:
            return (self,)
        places = _places_of(self.object, self.row)
        own = Owner(self.api_version, self.kind, self.name, self.namespace)
        return tuple(
            replace(self, path=path, owner=_owner(own, self.object, places[path], path))
            for path in self.paths
            if path in places
        )

    @property
    def pod(self) -> Pod:
        """The Pod or Pod template: a mapping with ``metadata`` and ``spec``."""
        pod: Pod = value_at(self.object, self.path)
        return pod

    @property
    def type(self) -> FieldType:
        """The type of the object."""
        return _type_of(self.row, self.paths)

    @property
    def pod_path(self) -> str:
        """The path to the Pod in one text, such as ``spec.template``."""
        return path_of(self.path)

    @property
    def template(self) -> str:
        """What tells the Pod template from others of the object: its path where there are several, or else nothing."""
        return self.pod_path if len(self.paths) > 1 else ""

    @property
    def successor(self) -> str:
        """The API version that took the place of the workload's; see ``successor_of``."""
        return successor_of(self.api_version, self.kind)

    @property
    def owner_of_created_pods(self) -> Owner:
        """The owner that a webhook tells from a Pod that the controller makes; istioctl has ``owner``.

        They differ for a DeploymentConfig: its Pods are a ReplicationController's, whose version Istio takes.
        """
        return replace(self.owner, api_version="v1") if self.kind == "DeploymentConfig" else self.owner

    @property
    def claimed_volumes(self) -> frozenset[str]:
        """The names of volumes that the object claims for its Pods, beside the Pod template's own."""
        if not self.row.claims:
            return frozenset()
        claims: Any = self.object
        for step in self.row.claims.split("."):
            claims = claims.get(step) if isinstance(claims, dict) else None
        metadata = [
            claim.get("metadata") for claim in (claims if isinstance(claims, list) else ()) if isinstance(claim, dict)
        ]
        return frozenset((item.get("name") if isinstance(item, dict) else None) or "" for item in metadata)

    def with_pod(self, pod: Pod) -> Object:
        """Return the object with another Pod in the place of its own."""
        value: Object = replaced(self.object, self.path, pod)
        return value

    def read(self, value: Object) -> Workload | None:
        """Return what another object of the same kind is as a workload; None where it is of another one, or has no Pod.

        Raises FieldTypeError as ``find_workload`` does.
        """
        row = self.row
        if (value.get("apiVersion"), value.get("kind")) != (self.api_version, self.kind):
            return None
        return _workload(value, row, self.namespace)

    def __str__(self) -> str:
        """Return what messages and reports call the workload, see ``title_of``."""
        return title_of(self.kind, self.namespace, self.name, self.template)


def workload_kinds() -> list[str]:
    """Return the kinds of workloads, by name."""
    return sorted({row.kind for row in known_kinds() if row.places})


def items_of(value: Object) -> list[Any] | None:
    """Return the items of a List, or None for any other object."""
    items = value.get("items")
    return items if (value.get("apiVersion"), value.get("kind")) == LIST and isinstance(items, list) else None


def is_known(value: Object, kinds: WorkloadKinds = DEFAULT_KINDS) -> bool:
    """Whether an object is of a kind of which it is known where its Pod templates are, or that it has none."""
    return kinds.find(value.get("apiVersion"), value.get("kind")) is not None


def title_of(kind: str, namespace: str, name: str, template: str = "") -> str:
    """Return what messages and reports call an object, such as ``Deployment shop/web``.

    ``template`` is the path of one of its Pod templates, if it has several.
    """
    place = f"{namespace}/" if namespace else ""
    part = f" at {template}" if template else ""
    return f"{kind} {place}{name or '<unnamed>'}{part}"


def name_of(value: Object) -> str:
    """Return what messages call an object, whatever it holds; see ``title_of``."""
    metadata = value.get("metadata")
    names = metadata if isinstance(metadata, dict) else {}
    return title_of(str(value.get("kind")), str(names.get("namespace") or ""), str(names.get("name") or ""))


def find_workload(value: Object, namespace: str = "", kinds: WorkloadKinds = DEFAULT_KINDS) -> Workload | None:
    """Return the workload that an object is, or None where it is something else, or holds no Pod template.

    So is what lacks a field that every object of its kind has: see WorkloadKind.missing. A workload is that of the
    first Pod template; see Workload. Fields of the wrong type raise FieldTypeError; numbers where
    strings are wanted become strings, and placeholders stay. ``namespace`` is for objects that name none.
    """
    row = kinds.find(value.get("apiVersion"), value.get("kind"))
    if row is None or not kinds.includes(row) or row.missing(value):
        return None
    return _workload(value, row, namespace)


def _workload(value: Object, row: WorkloadKind, namespace: str) -> Workload | None:
    places = _places_of(value, row)
    if not places:
        return None
    paths = tuple(places)
    struct = _type_of(row, paths)
    decoded, placeholders = _decoded(value, struct)
    decoded = with_required_numbers(decoded, struct)
    for path in paths:
        for depth in range(len(path)):
            decoded = _with_mapping_at(decoded, path[: depth + 1])
        decoded = _with_mapping_at(decoded, (*path, "spec"))
    metadata = decoded.get("metadata") or {}
    name = metadata.get("name") or metadata.get("generateName") or ""
    place = metadata.get("namespace") or namespace
    own = Owner(value["apiVersion"], value["kind"], name, place)
    first = paths[0]
    owner = _owner(own, decoded, places[first], first) if first else pod_owner(decoded, place)
    return Workload(decoded, own.api_version, own.kind, name, place, first, owner, row, paths, placeholders)


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


def _places_of(value: Object, row: WorkloadKind) -> dict[ConcretePath, TemplatePlace]:
    """Return the paths of an object's Pod templates: where only one can be, of those that istioctl knows, always it."""
    if row.is_builtin:
        return {place.steps: place for place in row.places}
    return {path: place for place in row.places for path in found_at(value, place.steps)}


def _owner(own: Owner, value: Object, place: TemplatePlace, path: ConcretePath) -> Owner:
    """Return the owner of a template's Pods: ``own``, which is the object itself, unless the place says another."""
    if not (place.owner_version or place.owner_kind or place.owner_name):
        return own
    name = place.owner_name or "{name}"
    if "{item}" in name:
        name = name.replace("{item}", _item_name(value, place.steps, path))
    return Owner(
        place.owner_version or own.api_version,
        place.owner_kind or own.kind,
        name.replace("{name}", own.name),
        own.namespace,
    )


def _item_name(value: Object, steps: TemplatePath, path: ConcretePath) -> str:
    """Return what the last list or map on the way calls the item or entry that a path goes through."""
    last = max(place for place, step in enumerate(steps) if step == ALL)
    step = path[last]
    if isinstance(step, str):
        return step.lower()
    return str(value_at(value, path[: last + 1]).get("name") or step)


def _type_of(row: WorkloadKind, paths: tuple[ConcretePath, ...]) -> FieldType:
    if row.is_builtin:
        return field_type(row.kind)
    return custom_type(
        tuple(dict.fromkeys(tuple(LIST_ITEM if isinstance(step, int) else step for step in path) for path in paths))
    )


def value_at(value: Any, path: ConcretePath) -> Any:
    """Return what an object holds at a path that is there."""
    for step in path:
        value = value[step]
    return value


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


def _with_mapping_at(value: Object, path: ConcretePath) -> Object:
    """Return the object with an empty mapping at ``path`` where nothing is there."""
    parent = value_at(value, path[:-1])
    step = path[-1]
    return value if isinstance(step, int) or parent.get(step) is not None else replaced(value, path, {})


def replaced(value: Any, path: ConcretePath, new: Any) -> Any:
    """Return an object with something else at a path. Mappings on the way that are not there are made."""
    if not path:
        return new
    step = path[0]
    if isinstance(step, int):
        return [*value[:step], replaced(value[step], path[1:], new), *value[step + 1 :]]
    return {**value, step: replaced(value.get(step) or {}, path[1:], new)}
