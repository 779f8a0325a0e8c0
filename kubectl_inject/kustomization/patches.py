"""A patch for each injected workload, for Kustomize's ``patches`` and for Flux's post-renderers."""

from __future__ import annotations

import re
from enum import Enum

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.pod import annotations_of
from kubectl_inject.injection.selection.helm_hooks import HOOK
from kubectl_inject.injection.workload import title_of
from kubectl_inject.kubernetes.patches.json_patch import json_patch
from kubectl_inject.kubernetes.schema.types import FieldType, Kind
from kubectl_inject.kubernetes.workload_kinds import DEFAULT_KINDS, group_of, successor_of
from kubectl_inject.kustomization.strategic_patch import NotExpressibleError, strategic_patch
from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.injection.workload import Object

_WITHOUT_SCHEMA = frozenset({"DeploymentConfig"})
"""Kinds whose lists Kustomize cannot merge, for it does not know their types."""
_MARKS = ("labels", "annotations")


class PatchType(Enum):
    """The two kinds of patches; AUTO is a strategic merge patch where one can express the change."""

    AUTO = "auto"
    STRATEGIC = "strategic"
    JSON6902 = "json6902"


@dataclass(frozen=True, slots=True)
class WorkloadPatch:
    """A patch and the workload that it is for. ``text`` is the patch in YAML; ``is_hook``: Helm runs it as a hook."""

    api_version: str
    kind: str
    name: str
    namespace: str
    text: str
    is_hook: bool = False

    @property
    def file(self) -> str:
        """The name of a file for the patch, which no other workload's has: no name has an underscore in it."""
        row = DEFAULT_KINDS.find(self.api_version, self.kind)
        kind = (
            self.kind if row is not None and row.is_builtin else f"{self.kind}.{group_of(self.api_version)}".rstrip(".")
        )
        parts = [kind.lower(), *([self.namespace] if self.namespace else []), self.name]
        return re.sub(r"[^a-z0-9._-]", "-", "_".join(parts)) + ".yaml"

    @property
    def target(self) -> dict[str, str]:
        """What selects the workload, as Kustomize reads it: names are regular expressions there."""
        group, _, version = self.api_version.rpartition("/")
        names = {"kind": self.kind, "name": self.name, "namespace": self.namespace}
        selected = {name: re.escape(value).replace("\\-", "-") for name, value in names.items()}
        return {name: value for name, value in {"group": group, "version": version, **selected}.items() if value}


def workload_patch(old: Object, new: Object, patch_type: PatchType = PatchType.AUTO) -> WorkloadPatch:
    """Return the patch that makes ``new``, a workload after injection, of ``old``.

    Raises InjectionError for a workload without a name, and where a patch of the type cannot express the change.
    """
    metadata = old.get("metadata") or {}
    kind, name, namespace = str(old["kind"]), metadata.get("name") or "", metadata.get("namespace") or ""
    if not name:
        raise InjectionError(f"{title_of(kind, namespace, name)}: patches find workloads by name, it has none")
    identity = {"apiVersion": old["apiVersion"], "kind": kind, "metadata": _identity(name, namespace)}
    patch: Any = None
    if patch_type is not PatchType.JSON6902:
        try:
            patch = _strategic(old, new, identity)
        except NotExpressibleError:
            if patch_type is PatchType.STRATEGIC:
                title = title_of(kind, namespace, name)
                raise InjectionError(f"{title}: no strategic merge patch can express its injection") from None
    text = write_yaml(json_patch(old, new) if patch is None else patch)
    return WorkloadPatch(old["apiVersion"], kind, name, namespace, text, HOOK in annotations_of(old))


def _identity(name: str, namespace: str) -> dict[str, str]:
    return {"name": name, "namespace": namespace} if namespace else {"name": name}


def _strategic(old: Object, new: Object, identity: Object) -> Object:
    # Nor does Kustomize know the types of API versions that are gone, and of custom resources.
    row = DEFAULT_KINDS.find(identity["apiVersion"], identity["kind"])
    is_typed = row is not None and row.is_builtin and row.kind not in _WITHOUT_SCHEMA
    if not is_typed or successor_of(identity["apiVersion"], identity["kind"]):
        raise NotExpressibleError(identity["kind"])
    patch = strategic_patch(old, new, FieldType(Kind.STRUCT, struct=identity["kind"]))
    metadata = patch.pop("metadata", {})
    for name in _MARKS:
        # Where a patch has a target, Kustomize takes a null here for a text, and one in the place of all for nothing.
        if name in metadata and (metadata[name] is None or None in metadata[name].values()):
            raise NotExpressibleError(name)
    return {**identity, "metadata": {**identity["metadata"], **metadata}, **patch}


def component(patches: list[WorkloadPatch]) -> str:
    """Return the text of a kustomization of kind Component with patches, each in its own file beside it."""
    entries = [{"path": patch.file, "target": patch.target} for patch in patches]
    return HEADER + write_yaml(
        {"apiVersion": "kustomize.config.k8s.io/v1alpha1", "kind": "Component", "patches": entries}
    )


HEADER = "# Written by kubectl inject --emit: Istio's sidecars as patches. Written anew each time; do not edit.\n"


def flux_post_renderers(patches: list[WorkloadPatch]) -> str:
    """Return the text of a patch for Flux's HelmRelease: its spec with the patches as a post-renderer.

    Where hooks are among them, it requests that helm-controller hands it hooks, apart from the rest: in one stream,
    its Kustomize would refuse a hook that has the kind and name of another object. Raises InjectionError for two
    workloads that no patch can tell apart.
    """
    by_target: dict[tuple[str, ...], list[WorkloadPatch]] = {}
    for patch in patches:
        by_target.setdefault((patch.api_version, patch.kind, patch.namespace, patch.name), []).append(patch)
    for (_, kind, namespace, name), same in by_target.items():
        if len({patch.is_hook for patch in same}) < len(same):
            raise InjectionError(f"{title_of(kind, namespace, name)}: is there twice, and patches find it by its name")
    entries = [
        {"patch": patch.text, "target": {**patch.target, **(_by_hook(patch) if len(same) > 1 else {})}}
        for same in by_target.values()
        for patch in same
    ]
    strategy = {"postRenderStrategy": "separate"} if any(patch.is_hook for patch in patches) else {}
    return HEADER + write_yaml({"spec": {**strategy, "postRenderers": [{"kustomize": {"patches": entries}}]}})


def _by_hook(patch: WorkloadPatch) -> dict[str, str]:
    return {"annotationSelector": HOOK if patch.is_hook else f"!{HOOK}"}
