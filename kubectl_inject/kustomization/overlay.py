"""The names that an overlay gives to workloads, as Kustomize itself tells them apart.

A kustomization above the overlay marks what each workload has become: Kustomize's ``replacements`` find an object by
every name and namespace that it has had on the way. Nothing of the overlay is changed, nor read but by Kustomize.
"""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.pod import annotations_of
from kubectl_inject.injection.workload import name_of
from kubectl_inject.kubernetes.workload_kinds import group_of
from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kubectl_inject.injection.workload import Object

MARKS_FILE = "marks.yaml"
_MARK = "kubectl-inject-workload-"
_SOURCE = {"kind": "ConfigMap", "name": "kubectl-inject-marks"}


@dataclass(frozen=True, slots=True)
class BuiltName:
    """The name and the namespace of a workload once a kustomization is built."""

    name: str
    namespace: str

    @staticmethod
    def of(value: Object) -> BuiltName:
        """Return what an object has now."""
        metadata = value.get("metadata")
        names = metadata if isinstance(metadata, dict) else {}
        return BuiltName(str(names.get("name") or ""), str(names.get("namespace") or ""))

    def given_to(self, value: Object) -> Object:
        """Return an object with this name and namespace in place of its own."""
        kept = {field: value for field, value in (value.get("metadata") or {}).items() if field != "namespace"}
        namespace = {"namespace": self.namespace} if self.namespace else {}
        return {**value, "metadata": {**kept, "name": self.name, **namespace}}


def marking_files(overlay: str, workloads: Iterable[Object]) -> dict[str, str]:
    """Return the files of a kustomization that builds ``overlay``, a relative path, and marks the workloads in it."""
    targets = [
        {
            "select": _selected(workload),
            "fieldPaths": [f"metadata.annotations.{_MARK}{place}"],
            "options": {"create": True},
        }
        for place, workload in enumerate(workloads)
    ]
    replacement = {"source": {**_SOURCE, "fieldPath": "data.mark"}, "targets": targets}
    kustomization = {"resources": [overlay, MARKS_FILE], "replacements": [replacement] if targets else []}
    marks = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": _SOURCE["name"]}, "data": {"mark": "marked"}}
    return {"kustomization.yaml": write_yaml(kustomization), MARKS_FILE: write_yaml(marks)}


def built_names(workloads: Sequence[Object], built: Iterable[Object], overlay: str) -> list[BuiltName | None]:
    """Return the name of each workload among the objects that ``marking_files`` build; None where it is not there.

    Raises InjectionError where the overlay builds a workload more than once: patches cannot tell the two apart.
    """
    found: list[list[BuiltName]] = [[] for _ in workloads]
    for value in built:
        for annotation in annotations_of(value):
            place = annotation.removeprefix(_MARK)
            if place != annotation and place.isdecimal() and int(place) < len(found):
                found[int(place)].append(BuiltName.of(value))
    for workload, names in zip(workloads, found, strict=True):
        if len(names) > 1:
            titles = " and ".join(name_of(name.given_to(workload)) for name in names)
            raise InjectionError(
                f"{overlay}: builds {name_of(workload)} more than once, as {titles}: write patches for each of the "
                "kustomizations that give these names, --for each of them"
            )
    return [names[0] if names else None for names in found]


def _selected(workload: Object) -> dict[str, str]:
    api_version, own = str(workload["apiVersion"]), BuiltName.of(workload)
    selected = {
        "group": group_of(api_version),
        "version": api_version.rpartition("/")[2],
        "kind": str(workload["kind"]),
        "name": own.name,
        "namespace": own.namespace,
    }
    return {name: value for name, value in selected.items() if value}
