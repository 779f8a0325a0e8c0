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

PLATFORMS = ("", "openshift")
INJECTION_MODES = ("manual", "auto")


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


def known_namespaces(files: Sequence[str], labels: Mapping[str, str] | None) -> Namespaces:
    """Return the Namespace objects of some files, and labels for all other namespaces."""
    found: dict[str, NamespaceMetadata] = {}
    for source in read_sources(files):
        text, _ = decode(source.data, source.name)
        found |= find_namespaces(split(text, source.name))
    return Namespaces(found, labels)


def _read(path: Path) -> dict[str, object]:
    (source,) = read_sources([str(path)])
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 at byte {error.start}") from None
    return read_mapping(text, str(path))
