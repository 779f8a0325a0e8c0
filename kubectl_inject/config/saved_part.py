"""One part of a mesh's configuration, as a file holds it that was saved of a cluster."""

from __future__ import annotations

from kubectl_inject.config.injection_config import ConfigError, read_mapping
from kubectl_inject.istio.releases import release_named
from kubectl_inject.kubernetes.decoding import decode
from kubectl_inject.kubernetes.types import field_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from kubectl_inject.istio.releases import Release

INJECT, VALUES, MESH = "inject config", "values", "mesh config"
KEYS = {INJECT: "config", VALUES: "values", MESH: "mesh"}
"""The keys of the parts in the ConfigMaps that hold them."""
_RELEASE_LABELS = ("app.kubernetes.io/version", "helm.sh/chart")


def saved_part(value: dict[str, Any], part: str, name: str) -> dict[str, Any]:
    """Return one part from what a file holds: the part itself, or the whole ConfigMap that it is a key of.

    ``name`` names the file. Raises ConfigError for a ConfigMap without that key.
    """
    if value.get("kind") != "ConfigMap":
        return value
    data = texts_of(value.get("data"), f"{name}: data")
    if KEYS[part] not in data:
        raise ConfigError(f"{name}: the ConfigMap has no key {KEYS[part]!r}; found {', '.join(data) or 'none'}")
    return read_mapping(data[KEYS[part]], f"{name}: {KEYS[part]}")


def release_of(config_map: Mapping[str, Any], name: str) -> Release | None:
    """Return the release of Istio that the labels of a ConfigMap name, as its chart sets them, or None.

    ``name`` names its file. Raises FieldTypeError.
    """
    metadata = config_map.get("metadata")
    given = metadata.get("labels") if isinstance(metadata, dict) else None
    labels = texts_of(given, f"{name}: metadata.labels")
    found = (release_named(labels.get(label, ""), f"label {label}") for label in _RELEASE_LABELS)
    return next(filter(None, found), None)


def texts_of(value: Any, path: str) -> dict[str, str]:
    """Return a mapping of names to strings, such as a ConfigMap's data. Raises FieldTypeError."""
    texts: dict[str, str] = decode(value or {}, field_type("map[string]string"), path, coerce=True)
    return texts
