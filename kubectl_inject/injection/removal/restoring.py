"""What a workload was before it was injected.

Mostly the injected Pod itself tells (see ``removal``). Where it does not, the annotation ``kubectl-inject/restore`` on
the workload holds the rest, in JSON:

``object``  a strategic merge patch for the object that removal makes
``text``    lines of the document that removal would spell otherwise: at which line, what it would write, what was
``injected``  false where the workload was not injected, so that nothing of it is to be taken out
"""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.pod import annotations_of, find_sidecar, with_metadata
from kubectl_inject.injection.postprocessing.app_probes import AGENT_HOOKS, AGENT_PROBES
from kubectl_inject.injection.postprocessing.container_overrides import check_overrides, remembered_overrides
from kubectl_inject.injection.postprocessing.injection_status import has_all_lists, read_status
from kubectl_inject.injection.removal.removal import is_as_injected, leaves_containers, remove_injection
from kubectl_inject.injection.removal.text_memory import TextMemory, merged, read_text_memory
from kubectl_inject.injection.workload import Object, Workload, find_workload, items_of, replaced
from kubectl_inject.istio.names import AUTO_IMAGE, PROXY_CONTAINER, PROXY_OVERRIDES, RESTORE, SIDECAR_STATUS
from kubectl_inject.kubernetes.patches.strategic_merge_diff import create_patch
from kubectl_inject.kubernetes.patches.strategic_merge_patch import apply_patch
from kubectl_inject.kubernetes.schema.decoding import without_required_zeros
from kubectl_inject.kubernetes.workload_kinds import DEFAULT_KINDS
from kubectl_inject.manifests.sameness import is_same_in_order
from kubectl_inject.startup.frozen import dataclass, field, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from kubectl_inject.injection.postprocessing.injection_status import InjectionStatus
    from kubectl_inject.kubernetes.template_paths import ConcretePath
    from kubectl_inject.kubernetes.workload_kinds import WorkloadKinds

Statuses = dict["ConcretePath", "InjectionStatus"]
"""The statuses of the injections that an object carries, by the path of the Pod or Pod template that has each."""

_LARGEST = 128 * 1024
_MOST_SHOWN = 5
_AROUND_PORTS = frozenset(("spec", "template", "jobTemplate", "containers", "initContainers", "lifecycle"))
_AROUND_PORTS |= {"httpGet", "tcpSocket", *AGENT_PROBES, *AGENT_HOOKS}


@dataclass(frozen=True, slots=True)
class RestoreRecord:
    """What restoring a workload needs beside the injected Pod."""

    patch: Object
    text: TextMemory = field(default_factory=TextMemory)
    is_exact: bool = True
    """Whether restoring gives all that was there: the order of fields, nulls, what is spelled in another type."""
    is_injections: bool = True
    """Whether the workload was injected: if not, a status in it is the user's own."""

    def to_json(self) -> str:
        """Return the annotation's value."""
        import json

        value: dict[str, Any] = {"object": self.patch} if self.patch else {}
        if self.text.lines:
            value["text"] = self.text.to_plain()
        if not self.is_injections:
            value["injected"] = False
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    @property
    def fits(self) -> bool:
        """Whether the record leaves room for other annotations: a cluster takes 256 KiB of them."""
        return len(self.to_json()) <= _LARGEST

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to remember."""
        return bool(self.patch or self.text.lines)


@dataclass(frozen=True, slots=True)
class RestoredObject:
    """A workload's object without its injection, and the record that helped, if there was one."""

    object: Object
    record: RestoreRecord | None
    beyond: tuple[str, ...] = ()
    """Labels and annotations that the record changed, and that Istio's own templates do not set."""

    @property
    def note(self) -> str:
        """What reports add: that a record helped, and what of it is worth a look. Empty where none did."""
        if self.record is None:
            return ""
        return f"restored from its record ({', '.join(self.beyond)})" if self.beyond else "restored from its record"


def is_injected(workload: Workload) -> bool:
    """Whether the Pod of a workload carries an injection, by whatever tool."""
    return injection_of(workload) is not None


def injections_of(workload: Workload, *, is_recorded: bool | None = None) -> Statuses:
    """Return the statuses of all injections in a workload's object; ``is_recorded`` is as for ``injection_of``."""
    found = ((each.path, injection_of(each, is_recorded=is_recorded)) for each in workload.each)
    return {path: status for path, status in found if status is not None}


def injection_of(workload: Workload, *, is_recorded: bool | None = None) -> InjectionStatus | None:
    """Return the status of the injection that a workload carries, or None where it carries none.

    A status that names no proxy of the Pod's, or all of its containers, is no injection's, whoever wrote it: what it
    names is the user's own. But templates may make no proxy; then overrides tell, or a record, even if it has nothing
    to hold. ``is_recorded`` tells whether there is one, where the object does not have it yet.
    """
    status = read_status(workload.pod)
    if status is None:
        return None
    if is_recorded is None:
        is_recorded = _records_injection(workload.object)
    is_confirmed = is_recorded or PROXY_OVERRIDES in annotations_of(workload.pod)
    proxy = find_sidecar(workload.pod)
    if proxy is not None and PROXY_CONTAINER in (*status.containers, *status.init_containers):
        is_injections = is_confirmed or proxy.get("image") != AUTO_IMAGE
    else:
        is_injections = is_confirmed and has_all_lists(workload.pod)
    return status if is_injections and leaves_containers(workload.pod, status) else None


def _records_injection(value: Object) -> bool:
    """Whether an object has a record of an injection; one that cannot be read counts, for it will be refused."""
    try:
        record = _read_record(value)
    except InjectionError:
        return True
    return record is not None and record.is_injections


def restore_object(workload: Workload, statuses: Statuses | None = None) -> RestoredObject | None:
    """Return the object as it was before its injections, or None where it has none.

    ``statuses`` are those of the injections to take out, where they are known already. Raises InjectionError where the
    record of the workload cannot be used.
    """
    statuses = injections_of(workload) if statuses is None else statuses
    record = _read_record(workload.object)
    if not statuses and record is None:
        return None
    for each in workload.each:
        if each.path in statuses and PROXY_OVERRIDES in annotations_of(each.pod):
            check_overrides(each.pod, remembered_overrides(each.pod))
    value = _without_injections(workload, statuses)
    if record is None or not record.patch:
        return RestoredObject(value, record)
    return _by_record(workload, statuses, value, record)


def _by_record(workload: Workload, statuses: Statuses, value: Object, record: RestoreRecord) -> RestoredObject:
    """Return what a record makes of the object. Raises InjectionError where that is no undoing of an injection."""
    from kubectl_inject.injection.removal.undoing import undo
    from kubectl_inject.kubernetes.patches.differences import shown

    try:
        undoing = undo(workload, statuses, value, apply_patch(value, record.patch, workload.type))
    except InjectionError as error:
        raise InjectionError(f"annotation {RESTORE}: {error}") from None
    refused = undoing.refused
    if refused:
        changes = ", ".join(
            f"{item.path} from {shown(item.old)} to {shown(item.new)}" for item in refused[:_MOST_SHOWN]
        )
        more = f", and {len(refused) - _MOST_SHOWN} more" if len(refused) > _MOST_SHOWN else ""
        raise InjectionError(
            f"annotation {RESTORE}: a record undoes an injection, but this one would change {changes}{more}"
        )
    if (restored := workload.read(undoing.object)) is not None and injections_of(restored):
        raise InjectionError(
            f"annotation {RESTORE}: the record would leave an injection, by annotation {SIDECAR_STATUS}"
        )
    return RestoredObject(undoing.object, record, undoing.beyond)


def _without_injections(workload: Workload, statuses: Statuses) -> Object:
    """Return the object of a workload without a record, and without the injections of those statuses."""
    value = _without_record(workload.object)
    if not statuses:
        return value
    for each in workload.each:
        if each.path in statuses:
            pod = remove_injection(_without_record(each.pod), statuses[each.path], each.owner)
            value = replaced(value, each.path, pod)
    return without_required_zeros(value, workload.type)


def without_earlier_injection(workload: Workload) -> tuple[Workload, str]:
    """Return the workload to inject: without earlier injections, by whatever tool, version or configuration.

    With it comes what reports add. A Pod whose containers were changed by hand since stays as it is: its proxy does
    not describe it any more, and what is in it may be the user's. Istio's injector then lays the new injection over
    the old one.
    """
    statuses = None
    if RESTORE not in annotations_of(workload.object):
        as_injected = {each.path for each in workload.each if is_as_injected(each.pod)}
        if not as_injected:
            return workload, ""
        if len(as_injected) < len(workload.paths):
            statuses = {path: status for path, status in injections_of(workload).items() if path in as_injected}
    restored = restore_object(workload, statuses)
    found = workload.read(restored.object) if restored is not None else None
    return (workload, "") if restored is None or found is None else (found, restored.note)


def record_for(injected: Workload, original: Object, statuses: Statuses) -> RestoreRecord:
    """Return the record by which ``original`` can be restored from ``injected``, which has none yet.

    ``statuses`` are those of the injections that were made, by the paths of their Pods.
    """
    kind = injected.type
    if len(statuses) < len(injected.paths):
        statuses = {**injections_of(injected, is_recorded=True if statuses else None), **statuses}
    if not statuses:
        patch = _sorted(create_patch(injected.object, original, kind))
        restored = apply_patch(injected.object, patch, kind) if patch else injected.object
        return RestoreRecord(patch, is_exact=is_same_in_order(restored, original), is_injections=False)
    value = _without_injections(injected, statuses)
    patch = _sorted(create_patch(value, original, kind))
    if patch and not _names_ports(patch):
        from kubectl_inject.injection.removal.undoing import undo

        undoing = undo(injected, statuses, value, original)
        if undoing.refused:  # which the record would not be followed in
            return RestoreRecord(_sorted(create_patch(value, undoing.object, kind)))
    restored = apply_patch(value, patch, kind) if patch else value
    return RestoreRecord(patch, is_exact=is_same_in_order(restored, original))


def _names_ports(patch: Any) -> bool:
    """Whether all that a patch does is to give probes and hooks the names of their ports again: most records do."""
    if isinstance(patch, list):
        return all(map(_names_ports, patch))
    return isinstance(patch, dict) and all(
        isinstance(value, str) if name in ("name", "port") else name in _AROUND_PORTS and _names_ports(value)
        for name, value in patch.items()
    )


def _sorted(value: Any) -> Any:
    """Return plain data with the keys of mappings sorted, so that records do not depend on an order."""
    if isinstance(value, dict):
        return {name: _sorted(value[name]) for name in sorted(value)}
    return [_sorted(item) for item in value] if isinstance(value, list) else value


def with_record(value: Object, record: RestoreRecord) -> Object:
    """Return a workload's object with the record among its own annotations."""
    return with_metadata(value, annotations={**annotations_of(value), RESTORE: record.to_json()})


def remembering(value: Object, memories: Sequence[TextMemory], kinds: WorkloadKinds = DEFAULT_KINDS) -> Object:
    """Return an object that was changed, or a List, in which each workload remembers its text too.

    ``memories`` are those of the object, or of the List's items. What an item cannot take, as it was not changed, goes
    to the one before it, or else after it.
    """
    items = items_of(value)
    if items is None:
        record = _read_record(value) or RestoreRecord({}, is_injections=_has_injection(value, kinds))
        remembered = replace(record, text=merged(memories))
        return with_record(value, remembered) if remembered.text.lines and remembered.fits else value
    takers = [place for place, item in enumerate(items) if _was_changed(item, kinds)]
    if not takers:
        return value
    taken: dict[int, list[TextMemory]] = {place: [] for place in takers}
    for place, memory in enumerate(memories):
        taken[max((taker for taker in takers if taker <= place), default=takers[0])].append(memory)
    return {**value, "items": [remembering(item, taken.get(place, ()), kinds) for place, item in enumerate(items)]}


def _was_changed(item: object, kinds: WorkloadKinds) -> bool:
    return isinstance(item, dict) and (_has_injection(item, kinds) or RESTORE in annotations_of(item))


def _has_injection(value: Object, kinds: WorkloadKinds) -> bool:
    workload = find_workload(value, kinds=kinds)
    return workload is not None and bool(injections_of(workload))


def _read_record(value: Object) -> RestoreRecord | None:
    text = annotations_of(value).get(RESTORE)
    if text is None:
        return None
    import json

    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict) or not isinstance(record.get("object", {}), dict):
        raise InjectionError(f"annotation {RESTORE}: expected a JSON object as injection writes it")
    text_memory = read_text_memory(record.get("text", []))
    return RestoreRecord(record.get("object", {}), text_memory, is_injections=record.get("injected") is not False)


def _without_record(value: Object) -> Object:
    annotations = annotations_of(value)
    if RESTORE not in annotations:
        return value
    kept = {name: item for name, item in annotations.items() if name != RESTORE}
    if kept:
        return with_metadata(value, annotations=kept)
    metadata = {name: item for name, item in value["metadata"].items() if name != "annotations"}
    if metadata:
        return {**value, "metadata": metadata}
    return {name: item for name, item in value.items() if name != "metadata"}
