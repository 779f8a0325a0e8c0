"""What a workload was before it was injected.

Mostly the injected Pod itself tells (see ``removal``). Where it does not, the annotation ``kubectl-inject/restore`` on
the workload holds the rest, in JSON:

``object``  a strategic merge patch for the object that removal makes
``text``    lines of the document that removal would spell otherwise: at which line, what it would write, what was
"""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.frozen import dataclass, field, replace
from kubectl_inject.injection.injection_status import read_status
from kubectl_inject.injection.names import RESTORE
from kubectl_inject.injection.pod import annotations_of, with_metadata
from kubectl_inject.injection.removal import is_as_injected, remove_injection
from kubectl_inject.injection.text_memory import TextMemory, read_text_memory
from kubectl_inject.injection.workload import Object, Workload, find_workload
from kubectl_inject.kubernetes.decoding import without_required_zeros
from kubectl_inject.kubernetes.strategic_merge_diff import create_patch
from kubectl_inject.kubernetes.strategic_merge_patch import apply_patch
from kubectl_inject.kubernetes.types import field_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.injection.injection_status import InjectionStatus


@dataclass(frozen=True, slots=True)
class RestoreRecord:
    """What restoring a workload needs beside the injected Pod."""

    patch: Object
    text: TextMemory = field(default_factory=TextMemory)

    def to_json(self) -> str:
        """Return the annotation's value."""
        import json

        value: dict[str, Any] = {"object": self.patch} if self.patch else {}
        if self.text.lines:
            value["text"] = self.text.to_plain()
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to remember."""
        return bool(self.patch or self.text.lines)


@dataclass(frozen=True, slots=True)
class RestoredObject:
    """A workload's object without its injection, and the record that helped, if there was one."""

    object: Object
    record: RestoreRecord | None


def is_injected(workload: Workload) -> bool:
    """Whether a workload carries an injection, by whatever tool."""
    return read_status(workload.pod) is not None


def restore_object(workload: Workload, status: InjectionStatus | None = None) -> RestoredObject | None:
    """Return the object as it was before this tool or another came to it, or None where none did.

    ``status`` is that of the Pod's injection, where it is known already. Raises InjectionError where the record of the
    workload cannot be used.
    """
    status = status or read_status(workload.pod)
    record = _read_record(workload.object)
    if status is None and record is None:
        return None
    value = _without_record(workload.object)
    kind = field_type(workload.kind)
    if status is not None:
        pod = remove_injection(_without_record(workload.pod), status, workload.owner)
        value = without_required_zeros(replace(workload, object=value).with_pod(pod), kind)
    if record is not None:
        value = apply_patch(value, record.patch, kind)
    return RestoredObject(value, record)


def without_earlier_injection(workload: Workload, namespace: str) -> Workload:
    """Return the workload to inject: without an earlier injection, by whatever tool, version or configuration.

    One whose containers were changed by hand since stays as it is: its proxy does not describe it any more, and
    what is in it may be the user's. Istio's injector then lays the new injection over the old one.
    """
    if RESTORE not in annotations_of(workload.object) and not is_as_injected(workload.pod):
        return workload
    restored = restore_object(workload)
    return (find_workload(restored.object, namespace) if restored else None) or workload


def record_for(injected: Workload, original: Object, status: InjectionStatus | None = None) -> RestoreRecord:
    """Return the record by which ``original`` can be restored from ``injected``; empty where none is needed.

    ``status`` is as for ``restore_object``.
    """
    restored = restore_object(injected, status)
    value = restored.object if restored is not None else injected.object
    return RestoreRecord(create_patch(value, original, field_type(injected.kind)))


def with_record(value: Object, record: RestoreRecord) -> Object:
    """Return a workload's object with the record among its own annotations, if it is needed."""
    if not record.is_needed:
        return value
    return with_metadata(value, annotations={**annotations_of(value), RESTORE: record.to_json()})


def remembering(value: Object, text: TextMemory) -> Object:
    """Return an object that was changed, or a List with one, that remembers its text too."""
    if isinstance(value.get("items"), list):
        place = next((place for place, item in enumerate(value["items"]) if _carries_injection(item)), None)
        if place is None:
            return value
        item = remembering(value["items"][place], text)
        return {**value, "items": [*value["items"][:place], item, *value["items"][place + 1 :]]}
    record = _read_record(value) or RestoreRecord({})
    return with_record(value, RestoreRecord(record.patch, text))


def _carries_injection(value: object) -> bool:
    workload = find_workload(value) if isinstance(value, dict) else None
    return workload is not None and (is_injected(workload) or RESTORE in annotations_of(workload.object))


def _read_record(value: Object) -> RestoreRecord | None:
    text = annotations_of(value).get(RESTORE)
    if text is None:
        return None
    from kubectl_inject.json_text import read_json

    try:
        record = read_json(text)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict) or not isinstance(record.get("object", {}), dict):
        raise InjectionError(f"annotation {RESTORE}: expected a JSON object as injection writes it")
    return RestoreRecord(record.get("object", {}), read_text_memory(record.get("text", [])))


def _without_record(value: Object) -> Object:
    annotations = annotations_of(value)
    if RESTORE not in annotations:
        return value
    kept = {name: item for name, item in annotations.items() if name != RESTORE}
    if kept:
        return with_metadata(value, annotations=kept)
    metadata = {name: item for name, item in value["metadata"].items() if name != "annotations"}
    return {**value, "metadata": metadata}
