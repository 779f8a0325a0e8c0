"""``kubectl-inject.yaml``: the settings of a folder and all below it."""

from __future__ import annotations

import os

from kubectl_inject.config.injection_config import API_VERSION, ConfigError, read_mapping
from kubectl_inject.kubernetes.schema.decoding import describe
from kubectl_inject.manifests.input.repository import relative_path, repository_of
from kubectl_inject.settings.injection_settings import InjectionSettings, read_settings
from kubectl_inject.settings.resolved import SettingsLayer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

NAME = "kubectl-inject.yaml"
SETTINGS_KIND = "Settings"


def find_settings_file(folder: str | PathLike[str], root: str | None = None) -> str | None:
    """Return the settings file in a folder or, within a repository, in the nearest one above it.

    The search ends with the root of the repository that the folder is in, and outside of any with the folder itself:
    what lies above is of somebody else. Who knows it better gives the ``root``.
    """
    place, root = os.fspath(folder), root or repository_of(os.fspath(folder))
    while True:
        file = os.path.join(place, NAME)
        if os.path.isfile(file):
            return file
        if root is None or place == root:
            return None
        place = os.path.dirname(place)


def settings_file_layers(folder: str | PathLike[str]) -> list[SettingsLayer]:
    """Return the settings of the file that holds for a folder, or nothing. Raises InjectionError."""
    file = find_settings_file(folder)
    return [] if file is None else [SettingsLayer(file, read_settings_file(file))]


def settings_file_above(layers: Iterable[SettingsLayer], folder: str, reported: str = "") -> str:
    """Return the settings file among layers of settings, as seen from a folder; empty where it lies in that folder.

    So it is where the layer is ``reported`` anyway.
    """
    for layer in layers:
        place, name = os.path.split(layer.source)
        if name == NAME and layer.source != reported and not os.path.samefile(place or ".", folder):
            return relative_path(layer.source, folder) or layer.source
    return ""


def read_settings_file(file: str | PathLike[str]) -> InjectionSettings:
    """Read a settings file, or a captured configuration by that name. Raises InjectionError."""
    from kubectl_inject.config.captured import KIND
    from kubectl_inject.settings.files import text_of

    try:
        with open(file, "rb") as opened:
            data = opened.read()
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error}") from None
    given = read_mapping(text_of(data, str(file)), str(file))
    if given.get("kind") == KIND:
        return InjectionSettings(config=(str(file),))
    if given.get("apiVersion") != API_VERSION or given.get("kind") != SETTINGS_KIND:
        found = f"{describe(given.get('apiVersion'))} and {describe(given.get('kind'))}"
        raise ConfigError(
            f"{file}: expected apiVersion {API_VERSION} and kind {SETTINGS_KIND} or {KIND}, found {found}"
        )
    fields = {name: value for name, value in given.items() if name not in ("apiVersion", "kind")}
    return read_settings(fields, str(file), os.path.dirname(file))
