"""Who makes Pods: workloads, and the ReplicaSets and Jobs between them and their Pods."""

from __future__ import annotations

import json

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.pod import annotations_of, labels_of
from kubectl_inject.injection.removal.restoring import injection_of
from kubectl_inject.injection.workload import find_workload
from kubectl_inject.istio.names import RESTORE, SIDECAR_STATUS
from kubectl_inject.startup.frozen import dataclass, field, replace
from kubectl_inject.startup.pattern import pattern
from kubectl_inject.status.pod_templates import template_of
from kubectl_inject.status.verdicts import Injector

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from kubectl_inject.injection.workload import Object, Workload
    from kubectl_inject.status.pod_templates import PodTemplate

_REVISIONS = ("deployment.kubernetes.io/revision", "rollout.argoproj.io/revision")
_NUMBER = pattern("[0-9]{1,18}")
_LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration"
_CREATED_NULL = '"creationTimestamp":null'
_HASH = "controller-revision-hash"


@dataclass(frozen=True, slots=True)
class Key:
    """What names an object in a cluster."""

    kind: str
    namespace: str
    name: str


@dataclass(frozen=True, slots=True)
class Maker:
    """What makes Pods of a template: itself, the workload that it belongs to, and what is to be known of the template.

    ``number`` counts the templates of one workload, where its controller does. ``rendered`` is who put an injection
    into the template, ``template`` what else is to be known of it.
    """

    key: Key
    owner: Key
    api_version: str
    owner_version: str
    number: int = 0
    rendered: Injector = Injector.NOBODY
    template: PodTemplate | None = None


@dataclass(frozen=True, slots=True)
class Makers:
    """All that make Pods, the newest maker of each workload, and the hash of the newest template where that counts."""

    by_key: Mapping[Key, Maker] = field(default_factory=dict)
    newest: Mapping[Key, Key] = field(default_factory=dict)
    hashes: Mapping[Key, str] = field(default_factory=dict)

    def is_older(self, pod: Object, maker: Maker) -> bool:
        """Whether a Pod was made of an earlier template than its workload has now."""
        newest = self.newest.get(maker.owner)
        if newest is not None and newest != maker.key:
            return True
        wanted, found = self.hashes.get(maker.owner), labels_of(pod).get(_HASH)
        return bool(wanted and found) and wanted != found


def controller_of(value: Object) -> tuple[str, Key] | None:
    """Return the API version and key of the object that controls another one."""
    metadata = value.get("metadata") or {}
    for reference in metadata.get("ownerReferences") or []:
        if isinstance(reference, dict) and reference.get("controller") is True:
            kind, name = str(reference.get("kind")), str(reference.get("name"))
            return str(reference.get("apiVersion")), Key(kind, str(metadata.get("namespace") or ""), name)
    return None


def key_of(value: Object) -> Key:
    """Return the key of an object."""
    metadata = value.get("metadata") or {}
    return Key(str(value.get("kind")), str(metadata.get("namespace") or ""), str(metadata.get("name") or ""))


def renderer_of(workload: Workload) -> Injector:
    """Return who put an injection into a template, or into a Pod that nothing made.

    ``kubectl inject`` may have left its record, istioctl the null that kubectl keeps of what was applied.
    """
    if injection_of(workload) is None:
        return Injector.NOBODY
    annotations = annotations_of(workload.object)
    if RESTORE in annotations:
        return Injector.OURS
    applied = annotations.get(_LAST_APPLIED, "")
    return Injector.ISTIOCTL if _CREATED_NULL in applied and SIDECAR_STATUS in applied else Injector.MANIFEST


def maker_of(value: Object, workload: Workload | None, *, is_injected_again: bool = False) -> Maker:
    """Return what an object is as a maker of Pods; ``workload`` is what it is read as.

    ``is_injected_again``: a webhook injects the Pods of its template, which carries an injection.
    """
    key, version = key_of(value), str(value.get("apiVersion"))
    controller = controller_of(value)
    owner_version, owner = controller if controller is not None else (version, key)
    annotations = annotations_of(value)
    number = _NUMBER.fullmatch(next((annotations[name] for name in _REVISIONS if name in annotations), ""))
    rendered = renderer_of(workload) if workload is not None else Injector.NOBODY
    # The labels and volumes of an injected template may be the injection's.
    template = None
    if workload is not None and (is_injected_again or not rendered.is_manifests):
        template = template_of(workload.pod, is_injected_again=is_injected_again)
    return Maker(key, owner, version, owner_version, int(number[0]) if number else 0, rendered, template)


def maker_of_itself(pod: Object) -> Maker:
    """Return the maker of a Pod that nothing controls: the Pod, by the manifest that was applied, if that is noted."""
    key = key_of(pod)
    try:
        applied = json.loads(annotations_of(pod).get(_LAST_APPLIED, "null"))
        workload = find_workload(applied) if isinstance(applied, dict) else None
    except (ValueError, RecursionError, InjectionError):
        workload = None
    is_plain = workload is not None and injection_of(workload) is None
    template = template_of(workload.pod) if workload is not None and is_plain else None
    return Maker(key, key, "v1", "v1", template=template)


def makers_among(makers: Iterable[Maker], revisions: Iterable[Object], stateful: Iterable[Object]) -> Makers:
    """Return makers with the newest of each workload.

    That is by the revision of a ReplicaSet, by the ControllerRevisions of DaemonSets, and by the status of
    StatefulSets.
    """
    by_key = {maker.key: maker for maker in makers}
    newest: dict[Key, Maker] = {}
    for maker in by_key.values():
        if maker.key != maker.owner and maker.number:
            known = newest.get(maker.owner)
            if known is None or known.number < maker.number:
                newest[maker.owner] = maker
    hashes: dict[Key, str] = {}
    numbers: dict[Key, int] = {}
    for revision in revisions:
        controller = controller_of(revision)
        if controller is None or controller[1].kind != "DaemonSet":
            continue
        number: Any = revision.get("revision")
        if isinstance(number, int) and number > numbers.get(controller[1], -1):
            numbers[controller[1]] = number
            hashes[controller[1]] = labels_of(revision).get(_HASH, "")
    for value in stateful:
        update = (value.get("status") or {}).get("updateRevision")
        if isinstance(update, str):
            hashes[key_of(value)] = update
    return Makers(by_key, {owner: maker.key for owner, maker in newest.items()}, hashes)


def from_owner(maker: Maker, owner: Maker) -> Maker:
    """Return a maker whose template's renderer is better known by the workload that it belongs to."""
    is_plain = maker.rendered is Injector.MANIFEST and owner.rendered.is_manifests
    return replace(maker, rendered=owner.rendered) if is_plain else maker
