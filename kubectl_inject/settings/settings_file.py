"""``kubectl-inject.yaml``: the settings of a folder and all below it."""

from __future__ import annotations

from kubectl_inject.config.captured import API_VERSION, KIND
from kubectl_inject.config.injection_config import ConfigError, read_mapping
from kubectl_inject.kubernetes.decoding import describe
from kubectl_inject.settings.injection_settings import InjectionSettings, read_settings
from kubectl_inject.settings.settled import SettingsLayer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

NAME = "kubectl-inject.yaml"
SETTINGS_KIND = "Settings"
_REPOSITORY = ".git"


def find_settings_file(folder: Path) -> Path | None:
    """Return the settings file in a folder or the nearest one above it.

    The search ends with the root of the repository that the folder is in: what lies above is of somebody else.
    """
    for place in (folder, *folder.parents):
        file = place / NAME
        if file.is_file():
            return file
        if (place / _REPOSITORY).exists():
            return None
    return None


def settings_file_layers(folder: Path) -> list[SettingsLayer]:
    """Return what the settings file that holds for a folder says, or nothing. Raises ConfigError."""
    file = find_settings_file(folder)
    return [] if file is None else [SettingsLayer(str(file), read_settings_file(file))]


def read_settings_file(file: Path) -> InjectionSettings:
    """Read a settings file, or a captured configuration by that name. Raises ConfigError."""
    try:
        text = file.read_text(encoding="utf-8-sig")
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
    return read_settings(fields, str(file), file.parent)
