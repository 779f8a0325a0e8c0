"""Kinds of custom resources that a cluster defines, and where their definitions hold a Pod template."""

from __future__ import annotations

from kubectl_inject.kubernetes.template_paths import ALL
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from kubectl_inject.cluster.kubectl import Kubectl
    from kubectl_inject.kubernetes.template_paths import TemplatePath

_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class CustomKind:
    """A kind that a cluster defines, and the paths at which its schema has Pod templates."""

    group: str
    version: str
    kind: str
    templates: tuple[TemplatePath, ...]


def custom_kinds(kubectl: Kubectl) -> list[CustomKind]:
    """Return the kinds of a cluster's custom resources whose schema holds a Pod template, by name.

    It takes the right to list CustomResourceDefinitions. Raises ClusterError.
    """
    found = []
    for definition in kubectl.items("customresourcedefinitions.apiextensions.k8s.io"):
        spec = _mapping(definition.get("spec"))
        versions = [_mapping(item) for item in spec.get("versions") or [] if _mapping(item).get("served")]
        for version in versions[-1:]:
            schema = _mapping(version.get("schema")).get("openAPIV3Schema")
            templates = tuple(dict.fromkeys(_templates_in(_mapping(schema), ())))
            if templates:
                kind = str(_mapping(spec.get("names")).get("kind"))
                found.append(CustomKind(str(spec.get("group")), str(version.get("name")), kind, templates))
    return sorted(found, key=lambda each: (each.group, each.kind))


def _templates_in(schema: dict[str, Any], path: TemplatePath) -> Iterator[TemplatePath]:
    """Yield the paths of Pod templates in a schema; what lies in another template is a part of that."""
    if len(path) > _DEEPEST:
        return
    if path and _is_pod_template(schema):
        yield path
        return
    for name, inner in _mapping(schema.get("properties")).items():
        if path or name != "status":
            yield from _templates_in(_mapping(inner), (*path, name))
    for inner in (schema.get("items"), schema.get("additionalProperties")):
        yield from _templates_in(_mapping(inner), (*path, ALL))


def _is_pod_template(schema: dict[str, Any]) -> bool:
    """Whether a schema is that of a Pod template: a spec with containers, which have names, images and ports."""
    spec = _mapping(_mapping(schema.get("properties")).get("spec"))
    containers = _mapping(_mapping(spec.get("properties")).get("containers"))
    fields = _mapping(_mapping(containers.get("items")).get("properties"))
    return {"name", "image", "ports", "env"} <= fields.keys()


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
