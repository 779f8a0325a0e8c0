"""OTEL_RESOURCE_ATTRIBUTES: what a Pod's metadata says of its service, by OpenTelemetry's conventions.

The rules are those of https://opentelemetry.io/docs/specs/semconv/non-normative/k8s-attributes/.
"""

from __future__ import annotations

from kubectl_inject.gotemplate.functions import FunctionError
from kubectl_inject.kubernetes.go_struct import GoStruct
from kubectl_inject.mesh_config.protobuf import EnumValue, Message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from kubectl_inject.gotemplate.execution.meter import Meter

_ANNOTATION = "resource.opentelemetry.io/"
_VERSION_LABEL = "app.kubernetes.io/version"
_ENRICHMENT = "OTEL_SEMANTIC_CONVENTIONS"


def otel_resource_attributes(
    mesh: object,
    annotations: Mapping[str, str],
    labels: Mapping[str, str],
    namespace: str,
    containers: object,
    *,
    meter: Meter,
) -> str:
    """Return the attributes as ``key=value`` with commas; empty unless a tracing provider asks for them."""
    if not isinstance(mesh, Message) or not _is_requested(mesh, meter):
        return ""
    meter.copy(containers)
    if not isinstance(containers, list) or not all(isinstance(item, GoStruct) for item in containers):
        raise FunctionError("expected a list of containers")
    first: dict[str, Any] = (containers[0].value or {}) if containers else {}
    image = first.get("image") or "" if len(containers) == 1 else ""
    attributes = {
        "service.namespace": namespace,
        "service.version": labels.get(_VERSION_LABEL) or _image_version(image),
        "service.instance.id": f"{namespace}.$(POD_NAME).{first.get('name') or ''}" if containers else "",
    }
    for name in attributes:
        attributes[name] = annotations.get(_ANNOTATION + name) or attributes[name]
    return ",".join(f"{name}={value}" for name, value in attributes.items() if value)


def _is_requested(mesh: Message, meter: Meter) -> bool:
    for provider in mesh.get("extensionProviders"):
        meter.crawl()
        enrichment = provider.get("opentelemetry").get("serviceAttributeEnrichment")
        if isinstance(enrichment, EnumValue) and enrichment.name == _ENRICHMENT:
            return True
    return False


def _image_version(image: str) -> str:
    """Return an image's tag, its digest, or both as ``tag@digest``."""
    name, _, digest = image.partition("@")
    _, _, tag = name.rpartition("/")[2].partition(":")
    return f"{tag}@{digest}" if tag and digest else tag or digest
