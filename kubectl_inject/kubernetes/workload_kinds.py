"""The kinds of objects that hold Pod templates: one table, and what users add to it.

A row says where the Pod templates of a kind are and who owns the Pods that its controller makes of them, for Istio
names a proxy after its Pod's owner. Rows are plain tuples, as most runs look up one or two of them.
"""

from __future__ import annotations

from functools import cache

from kubectl_inject.errors import InjectionError
from kubectl_inject.kubernetes.field_path import path_of
from kubectl_inject.kubernetes.template_paths import (
    TemplatePath,
    found_at,
    missing_at,
    parse_template_path,
    pod_template_places,
    spelled,
)
from kubectl_inject.manifests.parsing.screening import may_be
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

BUILTIN, KNOWN = "builtin", "known"
"""The names of istioctl's set of kinds, and of all in the table."""

_VERSIONS: dict[str, tuple[str, ...]] = {
    "Pod": ("v1", "v1beta3"),
    "ReplicationController": ("v1", "v1beta3"),
    "Deployment": ("apps/v1", "apps/v1beta2", "apps/v1beta1", "extensions/v1beta1"),
    "StatefulSet": ("apps/v1", "apps/v1beta2", "apps/v1beta1"),
    "DaemonSet": ("apps/v1", "apps/v1beta2", "extensions/v1beta1"),
    "ReplicaSet": ("apps/v1", "apps/v1beta2", "extensions/v1beta1"),
    "Job": ("batch/v1", "batch/v2alpha1", "extensions/v1beta1"),
    "CronJob": ("batch/v1", "batch/v1beta1", "batch/v2alpha1"),
    "DeploymentConfig": ("apps.openshift.io/v1", "v1"),
}
"""The kinds that istioctl injects: the API version of today, and others by which they are known.

Most of these Kubernetes served once, and no release of today does. istioctl takes them by their kinds, and reads them
as the types of today.
"""
_ALSO_TODAY = frozenset({("v1", "DeploymentConfig")})

_SPEC = (("spec.template", "", "", ""),)
_REVISION = (("spec.template", "apps/v1", "Deployment", "{name}-00001-deployment"),)
_KNATIVE = (
    "Knative refuses the sidecar's volumes, probes and ports there: have the cluster's injector inject its Pods, by a "
    "label of the namespace"
)
_TABLE: dict[tuple[str, str], tuple[Any, ...]] = {
    # Group and kind: the Pod templates, each with the API version, kind and name of its Pods' owner as Istio has it
    # (empty: the object itself); the volume claims that Pods get volumes of; why its templates are left alone; a
    # caution.
    ("", "Pod"): ((("", "", "", ""),),),
    ("", "ReplicationController"): (_SPEC,),
    ("apps", "Deployment"): (_SPEC,),
    ("apps", "StatefulSet"): (_SPEC, "spec.volumeClaimTemplates"),
    ("apps", "DaemonSet"): (_SPEC,),
    ("apps", "ReplicaSet"): (_SPEC,),
    ("batch", "Job"): (_SPEC,),
    ("batch", "CronJob"): ((("spec.jobTemplate.spec.template", "", "", ""),),),
    ("apps.openshift.io", "DeploymentConfig"): (_SPEC,),
    ("", "PodTemplate"): ((("template", "", "", ""),),),
    # A ReplicaSet with the label rollouts-pod-template-hash, which Istio takes for this owner.
    ("argoproj.io", "Rollout"): ((("spec.template", "v1alpha1", "", ""),),),
    ("argoproj.io", "Workflow"): ((), "", "templates of Argo Workflows are no Pod templates"),
    ("argoproj.io", "WorkflowTemplate"): ((), "", "templates of Argo Workflows are no Pod templates"),
    ("argoproj.io", "ClusterWorkflowTemplate"): ((), "", "templates of Argo Workflows are no Pod templates"),
    ("argoproj.io", "CronWorkflow"): ((), "", "templates of Argo Workflows are no Pod templates"),
    ("apps.kruise.io", "CloneSet"): (_SPEC, "spec.volumeClaimTemplates"),
    ("apps.kruise.io", "StatefulSet"): (
        (("spec.template", "apps.kruise.io/v1beta1", "", ""),),
        "spec.volumeClaimTemplates",
    ),
    ("apps.kruise.io", "DaemonSet"): (_SPEC,),
    ("apps.kruise.io", "BroadcastJob"): (_SPEC,),
    # Its Jobs are named by the second, which Istio takes for a CronJob's.
    ("apps.kruise.io", "AdvancedCronJob"): (
        (
            ("spec.template.jobTemplate.spec.template", "batch/v1", "CronJob", ""),
            ("spec.template.broadcastJobTemplate.spec.template", "", "BroadcastJob", ""),
        ),
    ),
    ("apps.kruise.io", "SidecarSet"): ((), "", "it adds containers to the Pods of others, and makes none"),
    ("keda.sh", "ScaledJob"): ((("spec.jobTargetRef.template", "batch/v1", "Job", ""),),),
    # Their Pods have full names and no generateName, so Istio takes each for itself.
    ("kubeflow.org", "TFJob"): ((("spec.tfReplicaSpecs[*].template", "v1", "Pod", "{name}-{item}-0"),),),
    ("kubeflow.org", "PyTorchJob"): ((("spec.pytorchReplicaSpecs[*].template", "v1", "Pod", "{name}-{item}-0"),),),
    ("kubeflow.org", "MPIJob"): ((("spec.mpiReplicaSpecs[*].template", "v1", "Pod", "{name}-{item}-0"),),),
    ("kubeflow.org", "XGBoostJob"): ((("spec.xgbReplicaSpecs[*].template", "v1", "Pod", "{name}-{item}-0"),),),
    ("kubeflow.org", "PaddleJob"): ((("spec.paddleReplicaSpecs[*].template", "v1", "Pod", "{name}-{item}-0"),),),
    ("kubeflow.org", "JAXJob"): ((("spec.jaxReplicaSpecs[*].template", "v1", "Pod", "{name}-{item}-0"),),),
    ("jobset.x-k8s.io", "JobSet"): (
        (("spec.replicatedJobs[*].template.spec.template", "batch/v1", "Job", "{name}-{item}-0"),),
    ),
    ("leaderworkerset.x-k8s.io", "LeaderWorkerSet"): (
        (
            ("spec.leaderWorkerTemplate.leaderTemplate", "apps/v1", "StatefulSet", "{name}"),
            ("spec.leaderWorkerTemplate.workerTemplate", "apps/v1", "StatefulSet", "{name}-0"),
        ),
        "spec.leaderWorkerTemplate.volumeClaimTemplates",
    ),
    ("serving.knative.dev", "Service"): (_REVISION, "", "", _KNATIVE),
    ("serving.knative.dev", "Configuration"): (_REVISION, "", "", _KNATIVE),
    ("agones.dev", "Fleet"): ((("spec.template.spec.template", "v1", "Pod", ""),),),
    ("agones.dev", "GameServerSet"): ((("spec.template.spec.template", "v1", "Pod", ""),),),
    ("agones.dev", "GameServer"): ((("spec.template", "v1", "Pod", ""),),),
}
_REQUIRED: dict[tuple[str, str], str] = {
    # Group and kind: what every object has beside its Pod templates, and so a patch lacks. Definitions require it, for
    # a Rollout Argo's controller (ValidateRolloutSpec in pkg/apis/rollouts/validation), as no workloadRef is there.
    ("argoproj.io", "Rollout"): "spec.selector",
    ("apps.kruise.io", "CloneSet"): "spec.selector",
    ("apps.kruise.io", "StatefulSet"): "spec.selector",
    ("apps.kruise.io", "DaemonSet"): "spec.selector",
    ("apps.kruise.io", "AdvancedCronJob"): "spec.schedule",
    ("keda.sh", "ScaledJob"): "spec.triggers",
    ("jobset.x-k8s.io", "JobSet"): "spec.replicatedJobs[*].name",
    ("leaderworkerset.x-k8s.io", "LeaderWorkerSet"): "spec.leaderWorkerTemplate.workerTemplate",
    ("agones.dev", "GameServerSet"): "spec.replicas",
}
CONTAINERS = "spec.containers"
"""What every Pod template has, by the definitions of all kinds that hold one."""

_PROJECTS = {
    "argoproj.io": "Argo Rollouts",
    "apps.kruise.io": "OpenKruise",
    "keda.sh": "KEDA",
    "kubeflow.org": "Kubeflow",
    "jobset.x-k8s.io": "JobSet",
    "leaderworkerset.x-k8s.io": "LeaderWorkerSet",
    "serving.knative.dev": "Knative",
    "agones.dev": "Agones",
}
"""Whose kinds those of a group are; Kubernetes' own have other groups."""

LIST = ("v1", "List")
_GUARDED = frozenset({"Service"})
"""Names of kinds that other groups have too, in objects that hold no Pod: their group must be in the text as well."""


@dataclass(frozen=True, slots=True)
class TemplatePlace:
    """Where Pod templates of a kind are, and who owns the Pods that are made of them, as Istio tells it.

    ``owner_name`` may hold ``{name}``, the object's name, and ``{item}``, that of the list's item or of the map's entry
    in lower case. What is empty is the object's own.
    """

    path: str
    owner_version: str = ""
    owner_kind: str = ""
    owner_name: str = ""

    @property
    def steps(self) -> TemplatePath:
        """The steps of the path."""
        return parse_template_path(self.path)


@dataclass(frozen=True, slots=True)
class WorkloadKind:
    """A row: a kind, its Pod templates, the claims that its Pods get volumes of, and why it is left alone, if it is.

    ``caution`` says why an injected object of the kind would be refused: it is injected only if it is named itself.
    ``required`` is the path of what every object has beside its Pod templates, empty where there is nothing.
    """

    group: str
    kind: str
    places: tuple[TemplatePlace, ...]
    claims: str = ""
    left_alone: str = ""
    caution: str = ""
    required: str = ""

    @property
    def name(self) -> str:
        """The kind with its group, such as ``Rollout.argoproj.io``."""
        return f"{self.kind}.{self.group}" if self.group else self.kind

    @property
    def is_builtin(self) -> bool:
        """Whether istioctl injects it."""
        return self.kind in _VERSIONS and self.group == group_of(_VERSIONS[self.kind][0])

    @property
    def project(self) -> str:
        """Whose kind it is, such as Argo Rollouts."""
        return _PROJECTS.get(self.group, "Kubernetes")

    def missing(self, value: Any) -> str:
        """Return the path of what an object lacks that every object of the kind has; empty where it lacks nothing.

        Such a document is a patch or a part of an object. istioctl injects those of its own kinds as they are, and what
        users' kinds require is not known. Raises FieldTypeError as ``found_at`` does.
        """
        if self.is_builtin or not _TABLE.get((self.group, self.kind), ((),))[0]:
            return ""
        if self.required and (path := missing_at(value, parse_template_path(self.required))):
            return path_of(path)
        templates = [path for place in self.places for path in found_at(value, place.steps)]
        found = (missing_at(value, (*path, *parse_template_path(CONTAINERS))) for path in templates)
        return next((path_of(path) for path in found if path), "")


@dataclass(frozen=True, slots=True)
class WorkloadKinds:
    """The kinds that are injected: ``own`` are the user's; of the table, those that ``named`` names.

    ``named`` are kinds, with their groups or without, ``builtin`` for istioctl's set, or ``known`` for all.
    """

    own: tuple[WorkloadKind, ...] = ()
    named: tuple[str, ...] = (KNOWN,)

    def find(self, api_version: object, kind: object) -> WorkloadKind | None:
        """Return the row of a kind, whether or not it is ``included``; None where there is none."""
        if not isinstance(api_version, str) or not isinstance(kind, str):
            return None
        group = group_of(api_version)
        for row in self.own:
            if (row.group, row.kind) == (group, kind):
                return row
        versions = _VERSIONS.get(kind, ())
        if api_version in versions:
            return known_kind(group_of(versions[0]), kind)
        row_of_group = known_kind(group, kind)
        return None if row_of_group is not None and row_of_group.is_builtin else row_of_group

    def includes(self, row: WorkloadKind) -> bool:
        """Whether workloads of a kind are to be injected."""
        if row in self.own or row.kind in self.named or row.name in self.named:
            return True
        return (KNOWN in self.named and not row.caution) or (row.is_builtin and BUILTIN in self.named)

    def may_be_workload(self, text: str) -> bool:
        """Whether a document may be a workload or a List; False is certain. See ``screening.may_be``."""
        if may_be(text, _names()):
            return True
        is_escaped = "\\" in text
        guarded = {row.kind for row in (*_guarded_rows(), *self.own) if is_escaped or row.group in text}
        return bool(guarded) and may_be(text, guarded)


DEFAULT_KINDS = WorkloadKinds()
"""All kinds of the table."""


def group_of(api_version: str) -> str:
    """Return the API group of an API version; empty for the core group."""
    return api_version.rpartition("/")[0]


@cache
def known_kind(group: str, kind: str) -> WorkloadKind | None:
    """Return a row of the table, or None where it has none."""
    row = _TABLE.get((group, kind))
    if row is None:
        return None
    places, *rest = row
    found = WorkloadKind(group, kind, tuple(TemplatePlace(*place) for place in places), *rest)
    return replace(found, required=_REQUIRED.get((group, kind), ""))


def known_kinds() -> list[WorkloadKind]:
    """Return all rows of the table."""
    return [row for row in (known_kind(*key) for key in _TABLE) if row is not None]


def builtin_kinds() -> dict[str, str]:
    """Return the kinds that istioctl injects, each with its API version of today."""
    return {kind: versions[0] for kind, versions in _VERSIONS.items()}


def successor_of(api_version: str, kind: str) -> str:
    """Return what took the place of an API version that clusters served once; empty where they serve it today."""
    versions = _VERSIONS.get(kind, ("",))
    return versions[0] if api_version in versions[1:] and (api_version, kind) not in _ALSO_TODAY else ""


def read_kinds(own: Iterable[str], named: str, path: str = "--workload-kind") -> WorkloadKinds:
    """Return the kinds that a user names.

    ``own`` are such as ``Game.example.com=spec.game.template``, which messages call ``path``; ``named`` those of the
    table. Raises WorkloadKindError.
    """
    rows: dict[tuple[str, str], WorkloadKind] = {}
    for text in own:
        row = _read_kind(text, path)
        before = rows.get((row.group, row.kind))
        rows[row.group, row.kind] = (
            row if before is None else WorkloadKind(row.group, row.kind, (*before.places, *row.places))
        )
    names = tuple(filter(None, (name.strip() for name in named.split(",")))) or (KNOWN,)
    all_names = {BUILTIN, KNOWN} | {name for row in (*known_kinds(), *rows.values()) for name in (row.kind, row.name)}
    for name in names:
        if name not in all_names:
            raise WorkloadKindError(
                f"--workload-kinds: {name!r} is none of the known kinds; expected {BUILTIN}, {KNOWN}, or kinds such as "
                "Deployment,Rollout.argoproj.io"
            )
    return WorkloadKinds(tuple(rows.values()), names)


class WorkloadKindError(InjectionError):
    """A kind of workload is not spelled as it must be; the text says what is expected."""


def _read_kind(text: str, path: str) -> WorkloadKind:
    name, equals, place = (part.strip() for part in text.partition("="))
    kind, _, group = name.partition(".")
    if not (kind and equals and place):
        raise WorkloadKindError(
            f"{path}: expected KIND.GROUP=PATH such as Game.example.com=spec.template, found {text!r}"
        )
    if (group, kind) in _TABLE and _TABLE[group, kind][0]:
        raise WorkloadKindError(f"{path}: {name} is known already, with its Pod templates; found {text!r}")
    try:
        if not parse_template_path(place):
            raise ValueError("expected the path of a field, found the object itself")
    except ValueError as error:
        raise WorkloadKindError(f"{path}: {name}: {error}") from None
    return WorkloadKind(group, kind, (TemplatePlace(place),))


def line_for(api_version: str, kind: str, places: Iterable[TemplatePath]) -> str:
    """Return what a user gives to have the Pod templates at some places of a kind injected."""
    group = group_of(api_version)
    name = f"{kind}.{group}" if group else kind
    return " ".join(f"--workload-kind {shell_word(f'{name}={spelled(place)}')}" for place in places)


def shell_word(text: str) -> str:
    """Return a text as a word of a shell's command line."""
    return "'" + text.replace("'", "'\\''") + "'"


def unknown_templates(value: dict[str, Any], kinds: WorkloadKinds) -> tuple[TemplatePath, ...]:
    """Return where Pod templates lie in an object of a kind that nobody named; of Kubernetes' own kinds nothing."""
    api_version, kind = value.get("apiVersion"), value.get("kind")
    row = kinds.find(api_version, kind)
    if (row is not None and row.places) or not isinstance(api_version, str) or not isinstance(kind, str):
        return ()
    group = group_of(api_version)
    return () if "." not in group or group.endswith(".k8s.io") else pod_template_places(value)


def kinds_in(value: dict[str, Any], kinds: WorkloadKinds) -> WorkloadKinds:
    """Return the kinds with those added that an object, or the items of a List, show to have Pod templates."""
    items = value.get("items") if (value.get("apiVersion"), value.get("kind")) == LIST else None
    rows = []
    for item in items if isinstance(items, list) else [value]:
        if isinstance(item, dict) and (places := unknown_templates(item, kinds)):
            group = group_of(item["apiVersion"])
            rows.append(WorkloadKind(group, item["kind"], tuple(TemplatePlace(spelled(place)) for place in places)))
    return WorkloadKinds((*kinds.own, *rows), kinds.named) if rows else kinds


@cache
def _names() -> frozenset[str]:
    """Return the names of kinds by which a document is known for a workload, whatever else is in it."""
    return frozenset({LIST[1], *(kind for _, kind in _TABLE)}) - _GUARDED


@cache
def _guarded_rows() -> tuple[WorkloadKind, ...]:
    return tuple(row for row in known_kinds() if row.kind in _GUARDED)
