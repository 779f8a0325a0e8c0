"""Values of an installation, from the files that people install Istio with."""

from __future__ import annotations

from collections.abc import Mapping

from kubectl_inject.config.injection_config import ConfigError, read_mapping
from kubectl_inject.config.saved_part import VALUES, refuse_other_part
from kubectl_inject.kubernetes.schema.decoding import describe
from kubectl_inject.startup.frozen import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@dataclass(frozen=True, slots=True)
class InstallationValues:
    """Values of Istio's chart, and mesh config, as an installation overrides them."""

    values: Mapping[str, Any] = field(default_factory=dict)
    mesh: Mapping[str, Any] = field(default_factory=dict)

    def overlaid_by(self, other: InstallationValues) -> InstallationValues:
        """Return these with others laid over them, mapping by mapping."""
        return InstallationValues(overlay(self.values, other.values), overlay(self.mesh, other.mesh))


def read_installation_values(text: str, name: str) -> InstallationValues:
    """Read Helm values of the istiod chart, or an IstioOperator; ``name`` is what messages call the text.

    The chart's ``meshConfig`` is the mesh config; so is an IstioOperator's ``spec.meshConfig``, whose ``spec.values``
    are the chart's. Raises ConfigError, or ManifestError for what is not YAML.
    """
    return installation_values(read_mapping(text, name), name)


def installation_values(given: dict[str, Any], name: str) -> InstallationValues:
    """Take apart what ``read_installation_values`` reads."""
    if given.get("kind") != "IstioOperator":
        refuse_other_part(given, VALUES, name, is_builtin=True)
        return _from_chart(given, name)
    spec = _mapping(given, "spec", name)
    chart = _from_chart(_mapping(spec, "values", f"{name}: spec"), f"{name}: spec.values")
    settings = {key: spec[key] for key in ("hub", "tag", "revision") if spec.get(key) is not None}
    own: dict[str, Any] = {"global": {key: settings[key] for key in ("hub", "tag") if key in settings}}
    if "revision" in settings:
        own["revision"] = settings["revision"]
    mesh = _mapping(spec, "meshConfig", f"{name}: spec")
    return InstallationValues(own).overlaid_by(chart).overlaid_by(InstallationValues(mesh=mesh))


def _from_chart(values: dict[str, Any], name: str) -> InstallationValues:
    mesh = _mapping(values, "meshConfig", name)
    return InstallationValues({key: value for key, value in values.items() if key != "meshConfig"}, mesh)


def _mapping(holder: dict[str, Any], key: str, name: str) -> dict[str, Any]:
    value = holder.get(key)
    if value is not None and not isinstance(value, dict):
        raise ConfigError(f"{name}.{key}: expected a mapping, found {describe(value)}")
    return value or {}


def overlay(base: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``base`` with ``other`` laid over it: mappings merge, all else replaces.

    A null stays, to take away what the chart has there.
    """
    laid = dict(base)
    for name, value in other.items():
        below = laid.get(name)
        if isinstance(value, Mapping) and isinstance(below, Mapping):
            value = overlay(below, value)
        laid[name] = value
    return laid
