"""What a workload was before it was injected.

Mostly the injected Pod itself tells (see ``removal``). Where it does not, the annotation ``kubectl-inject/restore`` on
the workload holds the rest: a strategic merge patch, in JSON, for the Pod that removal makes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.injection_status import read_status
from kubectl_inject.injection.names import RESTORE
from kubectl_inject.injection.pod import Pod, annotations_of, with_metadata
from kubectl_inject.injection.removal import is_as_injected, remove_injection
from kubectl_inject.injection.workload import Owner, Workload
from kubectl_inject.kubernetes.strategic_merge_diff import create_patch
from kubectl_inject.kubernetes.strategic_merge_patch import apply_patch
from kubectl_inject.kubernetes.types import POD


@dataclass(frozen=True, slots=True)
class Restored:
    """A workload without its injection. ``complete`` tells whether a record filled what the Pod does not tell."""

    workload: Workload
    complete: bool


def restore(workload: Workload) -> Restored | None:
    """Return the workload as it was before it was injected, or None where it was not.

    Raises InjectionError where the record of it cannot be used.
    """
    status = read_status(workload.pod)
    if status is None:
        return None
    record = _read_record(workload)
    pod = remove_injection(_without_record(workload.pod), status, workload.owner)
    if record is not None:
        pod = apply_patch(pod, record, POD)
    bare = replace(workload, object=_without_record(workload.object))
    return Restored(replace(bare, object=bare.with_pod(pod)), record is not None)


def without_earlier_injection(workload: Workload) -> Workload:
    """Return the workload to inject: without an earlier injection, by whatever tool, version or configuration.

    One whose containers were changed by hand since stays as it is: its proxy does not describe it any more, and
    what is in it may be the user's. Istio's injector then lays the new injection over the old one.
    """
    if _read_record(workload) is None and not is_as_injected(workload.pod):
        return workload
    restored = restore(workload)
    return workload if restored is None else restored.workload


def restore_record(injected: Pod, original: Pod, owner: Owner) -> str | None:
    """Return the record that restoring ``original`` from ``injected`` needs, or None where it needs none."""
    status = read_status(injected)
    if status is None or read_status(original) is not None:
        return None
    patch = create_patch(remove_injection(injected, status, owner), original, POD)
    return json.dumps(patch, ensure_ascii=False, separators=(",", ":"), sort_keys=True) if patch else None


def with_record(value: dict[str, Any], record: str | None) -> dict[str, Any]:
    """Return a workload's object with the record among its own annotations."""
    if record is None:
        return value
    return with_metadata(value, annotations={**annotations_of(value), RESTORE: record})


def _read_record(workload: Workload) -> dict[str, Any] | None:
    text = annotations_of(workload.object).get(RESTORE)
    if text is None:
        return None
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        raise InjectionError(f"annotation {RESTORE}: expected a JSON object, as injection writes it")
    return record


def _without_record(value: dict[str, Any]) -> dict[str, Any]:
    annotations = annotations_of(value)
    if RESTORE not in annotations:
        return value
    kept = {name: item for name, item in annotations.items() if name != RESTORE}
    if kept:
        return with_metadata(value, annotations=kept)
    metadata = {name: item for name, item in value["metadata"].items() if name != "annotations"}
    return {**value, "metadata": metadata}
