"""From the objects of a cluster to verdicts. Objects come one by one, and nothing of them stays but what is needed."""

from __future__ import annotations

import hashlib
import json

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.pod import annotations_of, labels_of
from kubectl_inject.injection.removal.restoring import injection_of
from kubectl_inject.injection.rendering.template_data import Surroundings
from kubectl_inject.injection.workload import find_workload
from kubectl_inject.istio.names import SIDECAR_STATUS
from kubectl_inject.istio.releases import release_named
from kubectl_inject.istio.version_skew import unsupported_skew
from kubectl_inject.startup.frozen import dataclass, replace
from kubectl_inject.status.makers import (
    Key,
    Maker,
    Makers,
    controller_of,
    from_owner,
    maker_of,
    maker_of_itself,
    makers_among,
    renderer_of,
)
from kubectl_inject.status.reinjection import changes_of
from kubectl_inject.status.resizing import resized_containers
from kubectl_inject.status.sidecars import sidecar_of
from kubectl_inject.status.verdicts import Finding, Injector, PodVerdict, Status, WorkloadVerdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from kubectl_inject.injection.workload import Object, Workload
    from kubectl_inject.status.changed_settings import ChangedSetting
    from kubectl_inject.status.control_planes import Injecting, Mesh
    from kubectl_inject.status.pod_templates import PodTemplate

_FINISHED = ("Succeeded", "Failed")
_OF_NODES = ("cni.projectcalico.org/", "k8s.v1.cni.cncf.io/network-status", "k8s.ovn.org/", "cni.cilium.io/")
"""What network plugins write on Pods that run: how the annotations begin."""
_OF_IDENTITY = frozenset({"statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index"})
_TOKEN = "kube-api-access-"
_LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration"


@dataclass(frozen=True, slots=True)
class _Found:
    """What is found of all Pods of the same content."""

    finding: Finding
    injector: Injector
    revision: str
    changes: tuple[ChangedSetting, ...] = ()
    problem: str = ""
    asked: str = ""
    decision: str = ""


class Survey:
    """Looks at the objects of a cluster: those that make Pods first, then the Pods."""

    def __init__(self, mesh: Mesh, selects: Callable[[Object], bool] | None = None) -> None:
        """Judge by a mesh; ``selects`` tells the workloads that are meant, of an object's kind, name and labels."""
        self._mesh = mesh
        self._selects = selects
        self._workloads: dict[Key, WorkloadVerdict] = {}
        self._left_out: set[Key] = set()
        self._makers: list[Maker] = []
        self._revisions: list[Object] = []
        self._stateful: list[Object] = []
        self._known: Makers | None = None
        self._pods: dict[Key, list[PodVerdict]] = {}
        self._found: dict[tuple[Key, bytes], _Found] = {}

    def add_makers(self, objects: Iterable[Object]) -> None:
        """Look at workloads, ReplicaSets, Jobs and ControllerRevisions."""
        for value in objects:
            kind = value.get("kind")
            if kind == "ControllerRevision":
                names = {name: value["metadata"].get(name) for name in ("namespace", "name", "labels")}
                metadata = {**names, "ownerReferences": value["metadata"].get("ownerReferences")}
                self._revisions.append({"metadata": metadata, "revision": value.get("revision")})
                continue
            if kind == "StatefulSet":
                self._stateful.append(
                    {"kind": kind, "metadata": _names(value), "status": {"updateRevision": _update_revision(value)}}
                )
            workload, problem = _read(value)
            maker = maker_of(value, workload, is_injected_again=self._is_injected_again(value, workload))
            self._makers.append(maker)
            if maker.key == maker.owner:
                self._add_workload(value, maker, workload, problem)

    def add_pods(self, pods: Iterable[Object]) -> None:
        """Look at Pods, once all that make Pods were looked at. Those that have ended, or will, do not count."""
        makers = self._all_makers()
        for pod in pods:
            if (pod.get("status") or {}).get("phase") in _FINISHED or pod["metadata"].get("deletionTimestamp"):
                continue
            maker = self._maker_of_pod(pod, makers)
            if self._is_selected(pod, maker):
                self._add_pod(pod, maker, makers)

    def status(self, unread: Iterable[str] = ()) -> Status:
        """Return the verdicts, sorted by namespace, kind and name; ``unread`` is what could not be read, and why."""
        found = [self._with_notes(verdict, tuple(self._pods.get(key, ()))) for key, verdict in self._workloads.items()]
        found.sort(key=lambda each: (each.namespace, each.kind, each.name))
        return Status(tuple(found), tuple(unread))

    # --- workloads ------------------------------------------------------------------------------------------------

    def _is_injected_again(self, value: Object, workload: Workload | None) -> bool:
        """Whether a webhook lays its injection over one that a template carries already."""
        if workload is None or injection_of(workload) is None or _has_no_pods(value):
            return False
        return bool(self._mesh.injecting(workload).revision)

    def _add_workload(self, value: Object, maker: Maker, workload: Workload | None, problem: str) -> None:
        if self._selects is not None and not self._selects(value):
            self._left_out.add(maker.key)
            return
        key = maker.key
        if _has_no_pods(value):
            return
        verdict = WorkloadVerdict(maker.api_version, key.kind, key.namespace, key.name, "", "", problem=problem)
        if workload is None:
            self._workloads[key] = verdict
            return
        injecting = self._mesh.injecting(workload)
        outdated, problem = self._outdated(workload, injecting)
        self._workloads[key] = replace(
            verdict,
            asked=injecting.revision,
            decision=str(injecting.decision),
            rendered=maker.rendered,
            outdated=outdated,
            problem=problem,
            control_plane=self._release_of(injecting),
        )

    def _outdated(self, workload: Workload, injecting: Injecting) -> tuple[tuple[ChangedSetting, ...], str]:
        """Return how a template that carries an injection differs from what would be rendered now."""
        status = injection_of(workload)
        if status is None:
            return (), ""
        if not injecting.revision:
            injecting = self._mesh.of_revision(status.revision, injecting.decision)
        if injecting.plane is None:
            return (), injecting.problem
        return self._changes(workload, injecting)

    def _changes(
        self,
        workload: Workload,
        injecting: Injecting,
        template: PodTemplate | None = None,
        resized: frozenset[str] = frozenset(),
    ) -> tuple[tuple[ChangedSetting, ...], str]:
        status, plane = injection_of(workload), injecting.plane
        if status is None or plane is None:
            return (), injecting.problem
        namespace = self._mesh.namespaces.describe(workload.namespace)
        annotations = namespace.annotations if namespace else {}
        surroundings = Surroundings(workload.owner, annotations, dict(injecting.variables))
        plane = plane.for_pod(workload.pod)
        config = plane.config
        if self._mesh.assumed is not None:  # of a revision that is not its own
            config = replace(config, installation=replace(config.installation, revision=_own(plane.revision)))
        try:
            found = changes_of(workload.pod, status, surroundings, config, plane.library, template, resized)
        except InjectionError as error:
            return (), f"it cannot be injected now: {error}"
        return found, ""

    def _release_of(self, injecting: Injecting) -> str:
        release = injecting.plane.release if injecting.plane is not None else None
        return str(release) if release is not None else ""

    # --- Pods -----------------------------------------------------------------------------------------------------

    def _all_makers(self) -> Makers:
        if self._known is None:
            by_key = {maker.key: maker for maker in self._makers}
            better = (from_owner(maker, by_key.get(maker.owner, maker)) for maker in self._makers)
            self._known = makers_among(better, self._revisions, self._stateful)
        return self._known

    def _maker_of_pod(self, pod: Object, makers: Makers) -> Maker:
        controller = controller_of(pod)
        if controller is None:
            return maker_of_itself(pod)
        version, key = controller
        if key in makers.by_key:
            return makers.by_key[key]
        workload, _ = _read({"apiVersion": "v1", "kind": "Pod", "metadata": pod["metadata"], "spec": {}})
        if workload is None or workload.owner.kind == "Pod":
            return Maker(key, key, version, version)
        owner = workload.owner
        return Maker(key, Key(owner.kind, key.namespace, owner.name), version, owner.api_version)

    def _is_selected(self, pod: Object, maker: Maker) -> bool:
        if self._selects is None or maker.owner in self._workloads:
            return True
        if maker.owner in self._left_out:
            return False
        labels = labels_of(pod) if maker.owner.kind == "Pod" else {}
        metadata = {"name": maker.owner.name, "namespace": maker.owner.namespace, "labels": labels}
        return self._selects({"kind": maker.owner.kind, "metadata": metadata})

    def _add_pod(self, pod: Object, maker: Maker, makers: Makers) -> None:
        digest = _digest(pod)
        found = self._found.get((maker.key, digest))
        older = makers.is_older(pod, maker)
        if found is None:
            # Of an earlier template than that of a StatefulSet or DaemonSet nothing is known.
            is_unknown = older and maker.key == maker.owner
            found = self._judge(pod, replace(maker, template=None) if is_unknown else maker)
            self._found[maker.key, digest] = found
        key = maker.owner
        if key not in self._workloads:
            self._workloads[key] = WorkloadVerdict(
                maker.owner_version, key.kind, key.namespace, key.name, found.asked, found.decision
            )
        finding = Finding.OLDER if older and found.finding is Finding.CURRENT else found.finding
        self._pods.setdefault(key, []).append(
            PodVerdict(
                pod["metadata"]["name"],
                finding,
                found.injector,
                found.revision,
                found.changes,
                sidecar_of(pod),
                found.problem,
                older,
            )
        )

    def _judge(self, pod: Object, maker: Maker) -> _Found:
        workload, problem = _read(_as_created(pod))
        if workload is None:
            return _Found(Finding.UNKNOWN, Injector.NOBODY, "", problem=problem)
        injecting = self._mesh.injecting(workload)
        status = injection_of(workload)
        asked, decision = injecting.revision, str(injecting.decision)
        if status is None:
            if not injecting.is_known:
                why = f"the labels of namespace {workload.namespace} are not known"
                return _Found(Finding.UNKNOWN, Injector.NOBODY, "", (), why, asked, decision)
            finding = Finding.NOT_INJECTED if asked else Finding.CURRENT
            return _Found(finding, Injector.NOBODY, "", (), "", asked, decision)
        injector = maker.rendered
        if maker.owner.kind == "Pod" and SIDECAR_STATUS in annotations_of(pod).get(_LAST_APPLIED, ""):
            injector = renderer_of(workload)
        if injector is Injector.NOBODY:
            injector = Injector.WEBHOOK
        is_unasked = injector is Injector.WEBHOOK and not asked and injecting.is_known
        if not asked:
            injecting = self._mesh.of_revision(status.revision, injecting.decision)
        changes, problem = self._changes(workload, injecting, maker.template, resized_containers(pod))
        finding = Finding.CHANGED if changes else Finding.UNKNOWN if problem else Finding.CURRENT
        if is_unasked:
            finding, problem = Finding.UNASKED, ""
        return _Found(finding, injector, status.revision, changes, problem, asked, decision)

    # --- what people should know beside -----------------------------------------------------------------------------

    def _with_notes(self, verdict: WorkloadVerdict, pods: tuple[PodVerdict, ...]) -> WorkloadVerdict:
        notes = []
        if verdict.rendered is not Injector.NOBODY and verdict.asked:
            notes.append(f"both its manifests and the webhook of revision {verdict.asked} inject it")
        if verdict.outdated:
            notes.append("its manifests were rendered with another configuration: render them again")
        if any(pod.older for pod in pods):
            notes.append(f"{sum(pod.older for pod in pods)} of {len(pods)} Pods are older than its template")
        sidecars = [pod.sidecar for pod in pods if pod.sidecar]
        if waiting := sum(not sidecar.ready for sidecar in sidecars):
            why = ", ".join(sorted({sidecar.trouble for sidecar in sidecars if not sidecar.ready} - {""}))
            notes.append(f"{waiting} of {len(sidecars)} sidecars are not ready{f': {why}' if why else ''}")
        if restarts := sum(sidecar.restarts for sidecar in sidecars):
            why = ", ".join(sorted({sidecar.trouble for sidecar in sidecars if sidecar.restarts} - {""}))
            notes.append(f"sidecars restarted {restarts} times{f': {why}' if why else ''}")
        if control_plane := release_named(verdict.control_plane, ""):
            versions = dict.fromkeys(sidecar.version for sidecar in sidecars)
            releases = (release_named(version, "") for version in versions)
            notes += filter(None, (unsupported_skew(each, control_plane) for each in releases if each is not None))
        problems = [verdict.problem, *(pod.problem for pod in pods)]
        return replace(verdict, pods=pods, notes=tuple(notes), problem=next(filter(None, problems), ""))


def _own(revision: str) -> str:
    return "" if revision == "default" else revision


def _read(value: Object) -> tuple[Workload | None, str]:
    """Return what an object is as a workload, or why it cannot be read as one."""
    try:
        workload = find_workload(value)
    except InjectionError as error:
        return None, str(error)
    return workload, "" if workload is not None else f"{value.get('kind')} is read as no workload"


def _names(value: Object) -> dict[str, Any]:
    return {name: value["metadata"].get(name) for name in ("namespace", "name")}


def _update_revision(value: Object) -> Any:
    return (value.get("status") or {}).get("updateRevision")


def _has_no_pods(value: Object) -> bool:
    """Whether an object is a Job that has ended, or a ReplicaSet that is to have no Pods."""
    status, spec = value.get("status") or {}, value.get("spec") or {}
    if value.get("kind") == "Job":
        return bool(status.get("completionTime")) or not status.get("active")
    return value.get("kind") == "ReplicaSet" and spec.get("replicas") == 0


def _as_created(pod: Object) -> Object:
    """Return a Pod as its injector saw it: without what came once it was created."""
    names = ("name", "generateName", "namespace", "labels", "annotations", "ownerReferences")
    given = pod["metadata"]
    metadata = {name: given[name] for name in names if name in given}
    spec = {name: value for name, value in pod["spec"].items() if name not in ("nodeName", "ephemeralContainers")}
    return {"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": spec}


def _digest(pod: Object) -> bytes:
    """Return what is the same for Pods that differ in nothing but their identity."""
    labels = {name: value for name, value in labels_of(pod).items() if name not in _OF_IDENTITY}
    spec = {name: value for name, value in pod["spec"].items() if name not in ("nodeName", "hostname")}
    annotations = {name: text for name, text in annotations_of(pod).items() if not name.startswith(_OF_NODES)}
    text = json.dumps([labels, annotations, sorted(resized_containers(pod)), spec], sort_keys=True)
    token = next((v["name"] for v in spec.get("volumes") or [] if str(v.get("name")).startswith(_TOKEN)), "")
    if token:
        text = text.replace(token, _TOKEN)
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()
