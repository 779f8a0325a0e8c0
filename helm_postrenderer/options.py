"""The options of ``kubectl-inject-helm``, on its command line and in the environment."""

from __future__ import annotations

from kubectl_inject.options.option import option
from kubectl_inject.settings.injection_settings import FIELDS, InjectionSettings, settings_from_texts
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kubectl_inject.settings.fields import SettingField

PREFIX = "KUBECTL_INJECT_"
"""What the names of environment variables begin with: KUBECTL_INJECT_ISTIO_VERSION is --istio-version."""


@dataclass(frozen=True, slots=True)
class HelmOptions:
    """All options: the settings of the injection, and how the program behaves."""

    log: str = option(
        "--log",
        text="Write what goes to standard error to the end of this file too, for Helm 4 shows none of it.",
        metavar="FILE",
    )
    cache: bool = option(
        "--cache/--no-cache", text="Keep compiled templates in your cache folder, for the next run.", default=True
    )
    given: InjectionSettings = InjectionSettings()


def separated(arguments: Sequence[str]) -> list[str]:
    """Return arguments with short flags apart from their values: ``-n=shop`` becomes two words.

    Helm takes each argument of a post-renderer's by itself, so people join the two.
    """
    words: list[str] = []
    for argument in arguments:
        flag, equals, value = argument.partition("=")
        is_attached = bool(equals) and len(flag) == len("-n") and flag[0] == "-" != flag[1]
        words += [flag, value] if is_attached else [argument]
    return words


def settings_from_environment(environment: Mapping[str, str]) -> InjectionSettings:
    """Return the settings in environment variables; lists have an item on each line. Raises SettingError."""
    texts: dict[str, str | Sequence[str]] = {}
    for setting in FIELDS:
        text = environment.get(_variable(setting), "")
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        texts[setting.name] = lines if setting.form.is_list else text
    return settings_from_texts(texts, _variable)


def _variable(setting: SettingField) -> str:
    return PREFIX + setting.flag.removeprefix("--").replace("-", "_").upper()
