"""The built-in configuration: this project's own templates for an installation of Istio with its default settings."""

from __future__ import annotations

import os
from collections.abc import Mapping

from kubectl_inject.builtin.chart import (
    inject_config_of,
    installation_of,
    merged,
    mesh_config_of,
    values_of_revision,
)
from kubectl_inject.builtin.defaults import default_values, profiles
from kubectl_inject.config.helm_values import HelmValues
from kubectl_inject.config.injection_config import ConfigError, InjectionConfig, Installation, injection_config
from kubectl_inject.istio.releases import Release, chart_features
from kubectl_inject.mesh_config.mesh_config import default_mesh_config
from kubectl_inject.startup.frozen import replace
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SUPPORTED: tuple[str, ...] = ("1.28", "1.29", "1.30", "1.31")
NEWEST = SUPPORTED[-1]
TEMPLATES: tuple[str, ...] = ("sidecar", "gateway", "grpc-agent", "grpc-simple")

Layer = tuple[str, Mapping[str, "Any"]]
"""Where values are from, and the values."""

_TEMPLATE_FOLDER = os.path.join(os.path.dirname(__file__), "templates")
_SHARED_TEMPLATE = "proxy"
_VERSION = pattern(r"1\.(\d{1,3})(\.\d{1,3})?")


def builtin_config(
    version: str = NEWEST,
    *,
    values: Mapping[str, Any] | None = None,
    mesh: Mapping[str, Any] | None = None,
    profile: str = "",
    installation: Installation | None = None,
) -> InjectionConfig:
    """Return the configuration of a default installation of Istio, with settings laid over.

    ``version`` may name a patch: ``1.31.2`` is the proxy's image then, where ``1.31`` means ``1.31.0``. ``values`` are
    those of Istio's chart istiod, and win over those of the ``profile``; ``mesh`` wins over the mesh config that the
    chart makes of them. What ``installation`` leaves empty is taken from the values; its revision is the chart's, as
    if the values named it.

    Raises ConfigError for a version or profile that there is none of, for values that cannot be used, and for values
    of another revision than the installation's.
    """
    values = values or {}
    values = {**values, **values_of_revision(installation.revision if installation else "", values)}
    parts = builtin_parts(version, values=values, mesh=mesh, profile=profile)
    installation = installation_of(HelmValues(parts[1]), installation)
    return injection_config(*parts, replace(installation, release=_read_version(version)))


def builtin_parts(
    version: str, *, values: Mapping[str, Any] | None, mesh: Mapping[str, Any] | None, profile: str
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Return the inject config, values and mesh config of a built-in configuration; see ``builtin_config``."""
    release = _read_version(version)
    tree = merged(default_values(str(release)), _profile(profile), "profile")
    tree = merged(tree, values or {}, "values")
    chart_values = HelmValues(tree)
    mesh_config = merged(mesh_config_of(chart_values), mesh or {}, "mesh config")
    inject_config = inject_config_of(chart_values, _templates())
    seen_by_templates = {name: value for name, value in tree.items() if name != "meshConfig"}
    return inject_config, seen_by_templates | {"features": chart_features(release)}, mesh_config


def builtin_layers(version: str, profile: str, config: InjectionConfig) -> tuple[list[Layer], list[Layer]]:
    """Return what lies below a user's settings in a built-in configuration: the layers of values and of mesh config.

    ``config`` is what ``builtin_config`` made of them. Raises ConfigError as it does.
    """
    tag = str(_read_version(version))
    values: list[Layer] = [(f"built in, Istio {version}", default_values(tag))]
    if profile:
        values.append((f"profile {profile}", _profile(profile)))
    made_of_values = mesh_config_of(HelmValues({**config.values.tree, "meshConfig": {}}))
    mesh: list[Layer] = [("Istio's default", default_mesh_config()), ("made of the values", made_of_values)]
    if profile:
        mesh.append((f"profile {profile}", _profile(profile).get("meshConfig") or {}))
    return values, mesh


def _read_version(version: str) -> Release:
    """Return the release, with its patch, that a version names."""
    source = "built in"
    if version in SUPPORTED:
        return Release(int(version.removeprefix("1.")), f"{version}.0", source)
    match = _VERSION.fullmatch(version)
    if match is None or f"1.{match[1]}" not in SUPPORTED:
        raise ConfigError(f"no built-in configuration for Istio {version!r}; there are: {', '.join(SUPPORTED)}")
    return Release(int(match[1]), version if match[2] else f"{version}.0", source)


def _profile(name: str) -> dict[str, Any]:
    known = profiles()
    if name and name not in known:
        raise ConfigError(f"no built-in profile {name!r}; there are: {', '.join(known)}")
    return known[name or "default"]


def _templates() -> dict[str, str]:
    shared = _read_template(_SHARED_TEMPLATE)
    return {name: shared + _read_template(name) for name in TEMPLATES}


def _read_template(name: str) -> str:
    with open(os.path.join(_TEMPLATE_FOLDER, f"{name}.gotmpl"), encoding="utf-8") as file:
        return file.read()
