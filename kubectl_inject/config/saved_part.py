"""One part of a mesh's configuration, as a file holds it that was saved of a cluster."""

from __future__ import annotations

from kubectl_inject.config.injection_config import ConfigError, read_mapping
from kubectl_inject.istio.releases import release_named
from kubectl_inject.kubernetes.schema.decoding import decode
from kubectl_inject.kubernetes.schema.types import field_type
from kubectl_inject.mesh_config.mesh_config import MESH_CONFIG
from kubectl_inject.mesh_config.protobuf import message_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from kubectl_inject.istio.releases import Release

INJECT, VALUES, MESH = "inject config", "values", "mesh config"
KEYS = {INJECT: "config", VALUES: "values", MESH: "mesh"}
"""The keys of the parts in the ConfigMaps that hold them."""
_FLAGS = {INJECT: "--inject-config-file", VALUES: "--values-file", MESH: "--mesh-config-file"}
_FLAGS_OF_BUILTIN = {INJECT: "--inject-config-file", VALUES: "--values", MESH: "--mesh-config"}
_OF_INJECT_CONFIG = frozenset({"templates", "template", "policy", "defaultTemplates"})
_OF_VALUES = frozenset({"global", "sidecarInjectorWebhook"})
_MOST_FIELDS = 5
_RELEASE_LABELS = ("app.kubernetes.io/version", "helm.sh/chart")


def saved_part(value: dict[str, Any], part: str, name: str) -> dict[str, Any]:
    """Return one part from what a file holds: the part itself, or the whole ConfigMap that it is a key of.

    ``name`` names the file. Raises ConfigError for a ConfigMap without that key, and for what is surely another part.
    """
    if value.get("kind") != "ConfigMap":
        refuse_other_part(value, part, name)
        return value
    data = texts_of(value.get("data"), f"{name}: data")
    if KEYS[part] not in data:
        raise ConfigError(f"{name}: the ConfigMap has no key {KEYS[part]!r}; found {', '.join(data) or 'none'}")
    return read_mapping(data[KEYS[part]], f"{name}: {KEYS[part]}")


def part_of(value: Mapping[str, Any]) -> str | None:
    """Return which part a mapping is, by its fields; None where these are of none."""
    if _OF_INJECT_CONFIG & value.keys():
        return INJECT
    if _OF_VALUES & value.keys():
        return VALUES
    known = {name for field in message_type(MESH_CONFIG).fields for name in (field.json_name, field.proto_name)}
    return MESH if value and value.keys() <= known else None


def refuse_other_part(value: Mapping[str, Any], part: str, name: str, *, is_builtin: bool = False) -> None:
    """Raise ConfigError where the fields of a mapping are surely those of another part than ``part``, or an object's.

    ``is_builtin``: it was to be laid over the built-in configuration, which other options do.
    """
    kind = value.get("kind")
    if value.get("apiVersion") and isinstance(kind, str):
        flag = {"ConfigMap": _FLAGS[part], "IstioOperator": _FLAGS_OF_BUILTIN[VALUES]}.get(kind)
        raise ConfigError(f"{name}: expected the {part}, found kind {kind}{f'; {flag} takes that' if flag else ''}")
    own = {INJECT: _OF_INJECT_CONFIG, VALUES: _OF_VALUES, MESH: frozenset[str]()}[part]
    if own & value.keys():
        return
    found = part_of(value)
    if found is not None and found != part:
        fields = ", ".join(list(value)[:_MOST_FIELDS])
        flag = (_FLAGS_OF_BUILTIN if is_builtin else _FLAGS)[found]
        raise ConfigError(
            f"{name}: expected the {part}, found what looks like the {found} (fields {fields}); {flag} takes that"
        )


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
