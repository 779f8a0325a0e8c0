"""The configuration that the flags of a command ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from kubectl_inject.config.injection_config import (
    ConfigError,
    InjectionConfig,
    Installation,
    injection_config,
    read_mapping,
)
from kubectl_inject.injection.namespaces import NamespaceMetadata, Namespaces, find_namespaces
from kubectl_inject.manifests.sources import read_sources
from kubectl_inject.manifests.stream import decode, split


def configuration_from_files(
    inject_config: Path | None, values: Path | None, mesh_config: Path | None, installation: Installation
) -> InjectionConfig:
    """Make a configuration of the three files. Raises ConfigError where one is missing or cannot be used."""
    files = {"--inject-config-file": inject_config, "--values-file": values, "--mesh-config-file": mesh_config}
    missing = [flag for flag, path in files.items() if path is None]
    if missing:
        raise ConfigError(f"no configuration: missing {', '.join(missing)}. Each takes a file saved from the cluster")
    inject, chart_values, mesh = (_read(path) for path in (inject_config, values, mesh_config) if path is not None)
    return injection_config(inject, chart_values, mesh, installation)


def builtin_configuration(
    version: str,
    profile: str,
    values: Sequence[str],
    set_values: Sequence[str],
    mesh_config: str,
    installation: Installation,
) -> InjectionConfig:
    """Make the built-in configuration, with the user's settings laid over it.

    ``values`` and ``mesh_config`` name files; later ones win, ``set_values`` over all. Raises InjectionError.
    """
    from kubectl_inject.builtin import NEWEST, builtin_config
    from kubectl_inject.config.helm_set import parse_set
    from kubectl_inject.config.installation_values import (
        InstallationValues,
        installation_values,
        read_installation_values,
    )

    given = InstallationValues()
    for name in values:
        given = given.overlaid_by(read_installation_values(_read_text(name), name))
    given = given.overlaid_by(installation_values(parse_set(set_values), "--set"))
    mesh = InstallationValues(mesh=read_mapping(_read_text(mesh_config), mesh_config) if mesh_config else {})
    given = given.overlaid_by(mesh)
    return builtin_config(
        version or NEWEST, values=given.values, mesh=given.mesh, profile=profile, installation=installation
    )


def known_namespaces(files: Sequence[str], labels: Mapping[str, str] | None) -> Namespaces:
    """Return the Namespace objects of some files, and labels for all other namespaces."""
    found: dict[str, NamespaceMetadata] = {}
    for source in read_sources(files):
        text, _ = decode(source.data, source.name)
        found |= find_namespaces(split(text, source.name))
    return Namespaces(found, labels)


def _read(path: Path) -> dict[str, object]:
    return read_mapping(_read_text(str(path)), str(path))


def _read_text(name: str) -> str:
    (source,) = read_sources([name])
    try:
        return source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{name}: not UTF-8 at byte {error.start}") from None
