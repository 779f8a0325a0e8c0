"""What a restore record may change: only what an injection touches.

A record comes with the manifest, from whoever wrote that. What it makes of an object is compared with what removal
alone makes of it, and each difference must be one that an injection leaves behind: rewritten probes and hooks, its
annotations and labels, its volumes and image pull secrets, its containers and where they stood, other spellings.
"""

from __future__ import annotations

from kubectl_inject.injection.pod import containers_of, find_container, init_containers_of
from kubectl_inject.injection.postprocessing.app_probes import AGENT_HOOKS, AGENT_PROBES, may_be_original, probers_of
from kubectl_inject.injection.postprocessing.container_overrides import VARIABLES_OF_INJECTION, overridden
from kubectl_inject.injection.removal.injected_metadata import may_annotation_change, may_label_change
from kubectl_inject.injection.workload import replaced
from kubectl_inject.istio.names import AUTO_IMAGE, DEFAULT_PROXY_ID, ISTIO_CONTAINERS, PROXY_CONTAINER
from kubectl_inject.kubernetes.go_json import go_value
from kubectl_inject.kubernetes.known_fields import with_known_fields
from kubectl_inject.kubernetes.patches.differences import Difference, differences
from kubectl_inject.kubernetes.patches.strategic_merge_patch import are_keyed
from kubectl_inject.kubernetes.schema.decoding import without_nulls, without_required_zeros
from kubectl_inject.kubernetes.schema.types import CONTAINER, POD, FieldType
from kubectl_inject.manifests.sameness import is_same
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from kubectl_inject.injection.pod import Container, Pod
    from kubectl_inject.injection.postprocessing.injection_status import InjectionStatus
    from kubectl_inject.injection.removal.restoring import Statuses
    from kubectl_inject.injection.workload import Object, Workload
    from kubectl_inject.kubernetes.template_paths import ConcretePath

_CHECKED_APART = ("containers", "initContainers", "volumes", "imagePullSecrets", "securityContext")
_UNPRIVILEGED_PORTS = [{"name": "net.ipv4.ip_unprivileged_port_start", "value": "0"}]
_ASSIGNED = ("runAsUser", "runAsGroup")


@dataclass(frozen=True, slots=True)
class Undoing:
    """What a record makes of an object: ``object`` with what it may change, and what it may not.

    ``beyond`` names labels and annotations among what it may change that Istio's own templates do not set.
    """

    object: Object
    refused: tuple[Difference, ...]
    beyond: tuple[str, ...] = ()


def undo(given: Workload, statuses: Statuses, before: Object, after: Object) -> Undoing:
    """Return what may become of a workload by its record.

    ``given`` is the workload with its injections, which have those ``statuses``, ``before`` what removal alone makes of
    it, ``after`` what the record makes of that.
    """
    kind = given.type
    old = given.read(before)
    new = given.read(after)
    if old is None or new is None:
        what = {name: after.get(name) for name in ("apiVersion", "kind")}
        return Undoing(before, tuple(Difference(n, before.get(n), v) for n, v in what.items() if v != before.get(n)))
    one, other = _plain(old.object, kind), _plain(new.object, kind)
    if is_same(one, other):
        return Undoing(after, ())
    if old.paths != new.paths:
        return Undoing(before, (Difference("the places of Pod templates", None, None),))
    around, around_other = one, other
    for path in statuses:
        around, around_other = replaced(around, path, {}), replaced(around_other, path, {})
    refused, beyond = list(_all_between(around, around_other, kind)), list[str]()
    made = one
    for each in given.each:
        if each.path in statuses:
            comparison = _Comparison(each, statuses[each.path])
            made = replaced(made, each.path, comparison.pod(_at(one, each.path), _at(other, each.path)))
            refused += comparison.refused
            beyond += comparison.beyond
    return Undoing(made if refused else after, tuple(refused), tuple(beyond))


def _all_between(old: Object, new: Object, kind: FieldType) -> Iterator[Difference]:
    """Yield each difference between two objects."""
    if is_same(old, new):
        return
    (one, unknown), (other, more) = with_known_fields(old, kind), with_known_fields(new, kind)
    if unknown == more and go_value(one, kind) == go_value(other, kind):
        return
    found = list(differences(old, new, kind))
    yield from found or [Difference("the order of items in lists", None, None)]


def _plain(value: Object, kind: FieldType) -> Object:
    plain: Object = without_nulls(without_required_zeros(value, kind), kind)
    return plain


def _at(value: Any, path: ConcretePath) -> Any:
    for step in path:
        value = value[step] if isinstance(step, int) else value.get(step) or {}
    return value


def _empty(old: Object, new: Object) -> Object:
    """Return the lists and mappings that are there and empty before and after."""
    return {name: value for name, value in old.items() if value in ([], {}) and new.get(name) == value}


class _Comparison:
    """Compares a Pod after removal with the Pod that a record makes of it, and gathers what may not be."""

    def __init__(self, given: Workload, status: InjectionStatus) -> None:
        self.refused: list[Difference] = []
        self.beyond: list[str] = []
        self._status = status
        self._pod = _plain(given.pod, POD)
        self._prefix = f"{given.pod_path}." if given.path else ""
        self._probers = probers_of(given.pod)
        spec = given.object.get("spec") if given.path else None
        selector = spec.get("selector") if isinstance(spec, dict) else None
        chosen = selector.get("matchLabels", selector) if isinstance(selector, dict) else None
        self._selected = frozenset(chosen) if isinstance(chosen, dict) else frozenset[str]()

    def pod(self, old: Pod, new: Pod) -> Pod:
        """Return the Pod with what may change of it."""
        metadata = self._metadata(old.get("metadata") or {}, new.get("metadata") or {})
        spec = self._spec(old.get("spec") or {}, new.get("spec") or {})
        return {**self._fields(old, new, ("metadata", "spec"), ""), "metadata": metadata, "spec": spec}

    def _refuse(self, path: str, old: Any, new: Any) -> None:
        self.refused.append(Difference(self._prefix + path, old, new))

    def _fields(self, old: Object, new: Object, but: tuple[str, ...], path: str) -> Object:
        """Return the fields of a mapping, none of which may change."""
        kept: Object = {name: value for name, value in old.items() if name not in but}
        for name in [*kept, *(name for name in new if name not in old and name not in but)]:
            if old.get(name) != new.get(name):
                self._refuse(f"{path}{name}", old.get(name), new.get(name))
        return kept

    def _metadata(self, old: Object, new: Object) -> Object:
        made = self._fields(old, new, ("annotations", "labels"), "metadata.")
        for field, may_change in (("annotations", may_annotation_change), ("labels", self._may_label)):
            made |= self._names(field, old.get(field) or {}, new.get(field) or {}, may_change)
        return {**_empty(old, new), **made}

    def _may_label(self, name: str, old: str | None, new: str | None) -> bool | None:
        return False if name in self._selected else may_label_change(name, old, new)

    def _names(
        self, field: str, old: Object, new: Object, may_change: Callable[[str, str | None, str | None], bool | None]
    ) -> Object:
        made = dict(new)
        for name in [*old, *(name for name in new if name not in old)]:
            before, after = old.get(name), new.get(name)
            if before == after:
                continue
            allowed = may_change(name, before, after)
            if allowed is None:
                self.beyond.append(f"{field.removesuffix('s')} {name}")
            elif not allowed:
                self._refuse(f"metadata.{field}[{name}]", before, after)
                made.pop(name, None)
                made |= {name: before} if before is not None else {}
        return {field: made} if made else {}

    def _spec(self, old: Object, new: Object) -> Object:
        made = self._fields(old, new, _CHECKED_APART, "spec.")
        given = self._pod.get("spec") or {}
        lists = {
            "containers": self._containers("containers", old, new),
            "initContainers": self._containers("initContainers", old, new),
            "volumes": self._added("volumes", old, new, given),
            "imagePullSecrets": self._added("imagePullSecrets", old, new, given),
            "securityContext": self._security(old.get("securityContext") or {}, new.get("securityContext") or {}),
        }
        return {**made, **_empty(old, new), **{name: item for name, item in lists.items() if item}}

    def _security(self, old: Object, new: Object) -> Object:
        """Return the Pod's security context: templates give it the proxy's group, and let it listen on any port."""
        touched = [name for name, value in (("fsGroup", DEFAULT_PROXY_ID), ("sysctls", _UNPRIVILEGED_PORTS))
                   if old.get(name) == value]  # fmt: skip
        kept = self._fields(old, new, tuple(touched), "spec.securityContext.")
        made: Object = dict(kept)
        for name in touched:
            if name == "sysctls" and new.get(name) is not None:
                if new[name] != old[name]:
                    self._refuse("spec.securityContext.sysctls", old[name], new[name])
                made[name] = old[name]
            elif name in new:
                made[name] = new[name]
        return made

    def _added(self, field: str, old: Object, new: Object, given: Object) -> list[Any]:
        """Return the volumes or secrets: those that the injection's have taken the place of may be there again."""
        before, after, there = old.get(field) or [], new.get(field) or [], given.get(field) or []
        if before == after:
            return after
        status = self._status
        names = status.volumes if field == "volumes" else status.image_pull_secrets
        others = [item for item in before if item.get("name") not in names]
        path = f"spec.{field}"
        if not are_keyed(after, "name") or [item for item in after if item.get("name") not in names] != others:
            self._refuse(path, before, after)
            return before
        made = []
        for item in after:
            name = item.get("name")
            known = find_container(there, name) or {}
            was = find_container(before, name)
            is_there = known and all(known.get(part) == value for part, value in item.items())
            if item == was or is_there or (known and item.keys() <= known.keys() & {"name", "emptyDir"}):
                made.append(item)
            else:
                self._refuse(f"{path}[{name}]", was, item)
                made += [was] if was is not None else []
        return made

    def _containers(self, field: str, old: Object, new: Object) -> list[Container]:
        before, after = old.get(field) or [], new.get(field) or []
        path = f"spec.{field}"
        if before == after:
            return after
        if not are_keyed(before, "name") or not are_keyed(after, "name"):
            self._refuse(path, before, after)
            return before
        names, wanted = (
            [item["name"] for item in items if item["name"] not in ISTIO_CONTAINERS] for items in (before, after)
        )
        if names != wanted:
            for name in dict.fromkeys((*names, *wanted)):
                if name not in names or name not in wanted:
                    self._refuse(f"{path}[{name}]", find_container(before, name), find_container(after, name))
            if sorted(names) == sorted(wanted):
                self._refuse(f"the order of {path}", names, wanted)
            return before
        made = []
        everywhere = [*before, *(old.get("initContainers") or []), *(old.get("containers") or [])]
        for item in after:
            was = find_container(everywhere, item["name"])
            if was is None:
                there = self._there(field, item["name"])
                if (
                    item["name"] in ISTIO_CONTAINERS
                    and there is not None
                    and not any(overridden(there, item, self._probers))
                ):
                    made.append(item)
                else:
                    self._refuse(f"{path}[{item['name']}]", None, item)
            else:
                made.append(self._container(field, was, item))
        return made

    def _there(self, field: str, name: str) -> Container | None:
        """Return the injected container of a name: of the same list first."""
        lists = (containers_of(self._pod), init_containers_of(self._pod))
        first, second = lists if field == "containers" else lists[::-1]
        return find_container(first, name) or find_container(second, name)

    def _container(self, field: str, old: Container, new: Container) -> Container:
        """Return a container with its own probes and hooks; all else may only be spelled otherwise."""
        name = old["name"]
        path = f"spec.{field}[{name}]."
        given = self._there(field, name) or {}
        made: Container = {}
        for part in [*new, *(part for part in old if part not in new)]:
            before, after = old.get(part), new.get(part)
            if part == "lifecycle":
                hooks = self._lifecycle(given, new, before or {}, after or {}, path)
                after = hooks if hooks or after is not None else None
            elif part in AGENT_PROBES:
                after = self._check(given, new, part, before, after, path)
            elif not self._may_be(name, part, before, after) and (after is None or after != given.get(part)):
                self._refuse_part(path, part, before, after)
                after = before
            if after is not None:
                made[part] = after
        return made

    def _may_be(self, name: str, part: str, old: Any, new: Any) -> bool:
        return (
            _is_alike(name, part, old, new)
            or self._is_assigned(name, part, old, new)
            or (name == PROXY_CONTAINER and part == "env" and _lacks_what_injection_adds(old or [], new or []))
        )

    def _refuse_part(self, path: str, part: str, old: Any, new: Any) -> None:
        found = differences({} if old is None else {part: old}, {} if new is None else {part: new}, CONTAINER)
        for item in list(found) or [Difference(part, old, new)]:
            self._refuse(path + item.path, item.old, item.new)

    def _lifecycle(self, given: Container, new: Container, old: Object, wanted: Object, path: str) -> Object:
        made = self._fields(old, wanted, AGENT_HOOKS, f"{path}lifecycle.")
        for hook in AGENT_HOOKS:
            there = {"lifecycle": {hook: (given.get("lifecycle") or {}).get(hook)}}
            kept = self._check({**given, **there}, new, hook, old.get(hook), wanted.get(hook), f"{path}lifecycle.")
            made |= {hook: kept} if kept is not None else {}
        return made

    def _check(self, given: Container, new: Container, part: str, old: Any, wanted: Any, path: str) -> Any:
        """Return a probe or hook as it may be: the one from before it was sent to the agent."""
        is_hook = part in AGENT_HOOKS
        there = (given.get("lifecycle") or {}).get(part) if is_hook else given.get(part)
        if old == wanted or _is_alike(new["name"], part, old, wanted):
            return wanted
        if wanted is not None and (wanted == there or may_be_original(part, wanted, there, new, self._probers)):
            return wanted
        self._refuse(path + part, old, wanted)
        return old

    def _is_assigned(self, name: str, part: str, old: Any, new: Any) -> bool:
        """Whether a proxy's user is one of the Pod's, which OpenShift gives to all of its containers alike."""
        if part != "securityContext" or name not in ISTIO_CONTAINERS or not isinstance(new, dict):
            return False
        others = [
            item
            for item in (*containers_of(self._pod), *init_containers_of(self._pod))
            if item.get("name") not in ISTIO_CONTAINERS
        ]
        users = {(item.get("securityContext") or {}).get("runAsUser") for item in others} - {None}
        rest = {key: value for key, value in new.items() if key not in _ASSIGNED}
        return new.get("runAsUser") in (*users, None) and rest == (old or {})


def _lacks_what_injection_adds(old: list[Any], new: list[Any]) -> bool:
    """Whether variables are the same but for those that every injection writes into the proxy it finds."""
    written = [item for item in old if item not in new and item.get("name") in VARIABLES_OF_INJECTION]
    return [item for item in old if item not in written] == new


def _is_alike(container: str, part: str, old: Any, new: Any) -> bool:
    """Whether two values of a container's field, or of a hook, are the same to Go, which omits zeros.

    What its types do not know counts too, for a newer Kubernetes may; but overrides leave it out of Istio's containers.
    """
    if old == new:
        return True
    if part == "image":
        return {old, new} == {AUTO_IMAGE, None}
    values = [{} if value is None else {part: value} for value in (old, new)]
    one, other = ({"lifecycle": value} if part in AGENT_HOOKS else value for value in values)
    (one, unknown), (other, more) = with_known_fields(one, CONTAINER), with_known_fields(other, CONTAINER)
    if container not in ISTIO_CONTAINERS and (unknown or more):
        return False
    return bool(go_value(one, CONTAINER) == go_value(other, CONTAINER))
