"""What programs print, as objects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.stream import split

Object = dict[str, Any]
Identity = tuple[str, str, str]


def objects_in(text: str) -> list[Object]:
    """Return the objects of a stream, those in lists among them, as Kubernetes reads them."""
    values = (construct(compose(document), document) for document in split(text))
    return [item for value in values if isinstance(value, dict) for item in value.get("items", [value])]


def by_identity(text: str) -> dict[Identity, Object]:
    """Return the objects of a stream by kind, namespace and name; AssertionError where two have the same."""
    objects = objects_in(text)
    found = {_identity(value): value for value in objects}
    assert len(found) == len(objects), Counter(map(_identity, objects)).most_common(1)
    return found


def pod_templates(text: str) -> dict[Identity, Object]:
    """Return the Pod templates of a stream's workloads by kind, namespace and name; a bare Pod is its own."""
    return {identity: pod for identity, value in by_identity(text).items() for pod in _pods(value)}


def container_names(pod: Object) -> list[str]:
    """Return the names of a Pod's init containers and containers, in order."""
    spec = pod["spec"]
    return [container["name"] for container in [*spec.get("initContainers", []), *spec["containers"]]]


def _pods(value: Object) -> Iterator[Object]:
    if value["kind"] == "Pod":
        yield value
    spec = value.get("spec") or {}
    spec = (spec.get("jobTemplate") or {}).get("spec") or spec
    if value["kind"] != "PodTemplate" and "containers" in ((spec.get("template") or {}).get("spec") or {}):
        yield spec["template"]


def _identity(value: Object) -> Identity:
    metadata = value["metadata"]
    return value["kind"], metadata.get("namespace", ""), metadata.get("name", "")
