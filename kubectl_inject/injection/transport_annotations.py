"""Annotations that tools put on objects to find them again, on their way through a pipeline.

They are no annotations of the user's. On a bare Pod, injection would take them for such: they are taken off before it,
and put back after it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.injection.workload import Object

_PREFIXES = ("config.kubernetes.io/", "internal.config.kubernetes.io/", "config.k8s.io/")
_NAMES = frozenset({"kustomize.config.k8s.io/id", "postrenderer.helm.sh/postrender-filename"})


def transport_annotations(value: Object) -> dict[str, Any]:
    """Return those annotations of an object that only serve its transport."""
    metadata = value.get("metadata")
    annotations = metadata.get("annotations") if isinstance(metadata, dict) else None
    if not isinstance(annotations, dict):
        return {}
    return {name: item for name, item in annotations.items() if name.startswith(_PREFIXES) or name in _NAMES}


def without_transport(value: Object) -> Object:
    """Return a bare Pod without those annotations; any other object as it is."""
    carried = transport_annotations(value) if value.get("kind") == "Pod" else {}
    if not carried:
        return value
    metadata = dict(value["metadata"])
    kept = {name: item for name, item in metadata["annotations"].items() if name not in carried}
    metadata["annotations"] = kept
    if not kept:
        del metadata["annotations"]
    return {**value, "metadata": metadata}


def with_transport(injected: Object, original: Object) -> Object:
    """Return an object after injection with the annotations that ``without_transport`` took off the original."""
    carried = transport_annotations(original) if original.get("kind") == "Pod" else {}
    if not carried:
        return injected
    metadata = injected.get("metadata") or {}
    order = {**original["metadata"]["annotations"], **(metadata.get("annotations") or {})}
    wanted = {**(metadata.get("annotations") or {}), **carried}
    annotations = {name: wanted[name] for name in order if name in wanted}
    return {**injected, "metadata": {**metadata, "annotations": annotations}}
