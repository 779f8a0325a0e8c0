"""The settings in environment variables, the same for every program: ``KUBECTL_INJECT_ISTIO_VERSION`` and so on."""

from __future__ import annotations

from kubectl_inject.settings.injection_settings import FIELDS, InjectionSettings, settings_from_texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kubectl_inject.settings.fields import SettingField

PREFIX = "KUBECTL_INJECT_"
"""What the names begin with; the flag's name follows, in capitals and with underscores."""


def settings_from_environment(environment: Mapping[str, str]) -> InjectionSettings:
    """Return the settings in environment variables; lists have an item on each line. Raises SettingError."""
    texts: dict[str, str | Sequence[str]] = {}
    for setting in FIELDS:
        text = environment.get(variable_of(setting), "")
        if text:
            lines = [line.strip() for line in text.splitlines() if line.strip()]
            texts[setting.name] = lines if setting.form.is_list else text
    return settings_from_texts(texts, variable_of) if texts else InjectionSettings()


def variable_of(setting: SettingField) -> str:
    """Return the name of the variable that holds a setting."""
    return PREFIX + setting.flag.removeprefix("--").replace("-", "_").upper()


def variables_in(environment: Mapping[str, str]) -> str:
    """Return the names of the variables that hold settings, for messages."""
    return ", ".join(variable_of(setting) for setting in FIELDS if environment.get(variable_of(setting)))
