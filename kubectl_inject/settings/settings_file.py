"""``kubectl-inject.yaml``: the settings of a folder and all below it."""

from __future__ import annotations

import os

from kubectl_inject.config.injection_config import API_VERSION, ConfigError, read_mapping
from kubectl_inject.kubernetes.decoding import describe
from kubectl_inject.settings.injection_settings import InjectionSettings, read_settings
from kubectl_inject.settings.resolved import SettingsLayer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from os import PathLike

NAME = "kubectl-inject.yaml"
SETTINGS_KIND = "Settings"
_REPOSITORY = ".git"


def find_settings_file(folder: str | PathLike[str]) -> str | None:
    """Return the settings file in a folder or the nearest one above it.

    The search ends with the root of the repository that the folder is in: what lies above is of somebody else.
    """
    place, below = os.fspath(folder), ""
    while place != below:
        file = os.path.join(place, NAME)
        if os.path.isfile(file):
            return file
        if os.path.exists(os.path.join(place, _REPOSITORY)):
            return None
        place, below = os.path.dirname(place), place
    return None


def settings_file_layers(folder: str | PathLike[str]) -> list[SettingsLayer]:
    """Return the settings of the file that holds for a folder, or nothing. Raises ConfigError."""
    file = find_settings_file(folder)
    return [] if file is None else [SettingsLayer(file, read_settings_file(file))]


def read_settings_file(file: str | PathLike[str]) -> InjectionSettings:
    """Read a settings file, or a captured configuration by that name. Raises ConfigError."""
    from kubectl_inject.config.captured import KIND

    try:
        with open(file, encoding="utf-8-sig") as opened:
            text = opened.read()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: cannot be read: {error}") from None
    given = read_mapping(text, str(file))
    if given.get("kind") == KIND:
        return InjectionSettings(config=(str(file),))
    if given.get("apiVersion") != API_VERSION or given.get("kind") != SETTINGS_KIND:
        found = f"{describe(given.get('apiVersion'))} and {describe(given.get('kind'))}"
        raise ConfigError(
            f"{file}: expected apiVersion {API_VERSION} and kind {SETTINGS_KIND} or {KIND}, found {found}"
        )
    fields = {name: value for name, value in given.items() if name not in ("apiVersion", "kind")}
    return read_settings(fields, str(file), os.path.dirname(file))
