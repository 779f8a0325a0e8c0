"""Which workloads of the input a user means, by kind and name or by labels, as kubectl has it."""

from __future__ import annotations

from kubectl_inject.injection.workload import workload_kinds
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from kubectl_inject.injection.workload import Object
    from kubectl_inject.kubernetes.label_selector import Requirement

SHORT_NAMES = {
    "po": "Pod",
    "rc": "ReplicationController",
    "deploy": "Deployment",
    "sts": "StatefulSet",
    "ds": "DaemonSet",
    "rs": "ReplicaSet",
    "cj": "CronJob",
    "dc": "DeploymentConfig",
}
"""The short names of kinds, as ``kubectl api-resources`` lists them."""


@dataclass(frozen=True, slots=True)
class WorkloadName:
    """A workload's kind and name, in whatever namespace it is."""

    kind: str
    name: str

    def __str__(self) -> str:
        """Return it as kubectl names it: ``Deployment/web``."""
        return f"{self.kind}/{self.name}"


def workload_name(text: str) -> WorkloadName | None:
    """Return what ``deploy/web`` names, or None where no kind of workload stands before the slash.

    The kind is spelled as for kubectl: singular, plural or short, in any case, with or without its group.
    """
    spelled, slash, name = text.partition("/")
    spelled = spelled.partition(".")[0].lower()
    kind = SHORT_NAMES.get(spelled) or next(
        (kind for kind in workload_kinds() if spelled in (kind.lower(), f"{kind.lower()}s")), None
    )
    return WorkloadName(kind, name) if kind and slash and name and "/" not in name else None


@dataclass(frozen=True, slots=True)
class WorkloadFilter:
    """Selects the workloads that have one of the names, if there are any, and meet all requirements on their labels.

    The labels are those of the workload itself, and not of its Pod template.
    """

    names: tuple[WorkloadName, ...] = ()
    requirements: tuple[Requirement, ...] = ()

    def selects(self, value: Object) -> bool:
        """Whether an object is selected."""
        if self.names and _name_of(value) not in self.names:
            return False
        labels = _labels_of(value) if self.requirements else {}
        return all(requirement.matches(labels) for requirement in self.requirements)

    def missing(self, values: Iterable[Object]) -> list[WorkloadName]:
        """Return the names that none of the objects has."""
        found = {_name_of(value) for value in values}
        return [name for name in self.names if name not in found]


def _labels_of(value: Object) -> dict[str, str]:
    labels = _metadata_of(value).get("labels")
    return {key: str(label) for key, label in labels.items()} if isinstance(labels, dict) else {}


def _metadata_of(value: Object) -> Object:
    metadata = value.get("metadata")
    return metadata if isinstance(metadata, dict) else {}


def _name_of(value: Object) -> WorkloadName | None:
    name = _metadata_of(value).get("name")
    return WorkloadName(str(value.get("kind")), str(name)) if name is not None else None
