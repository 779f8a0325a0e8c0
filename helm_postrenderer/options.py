"""The options of ``kubectl-inject-helm``."""

from __future__ import annotations

from kubectl_inject.options.option import GENERAL, option
from kubectl_inject.options.raised_limits import RAISE_LIMITS
from kubectl_inject.settings.injection_settings import InjectionSettings
from kubectl_inject.startup.frozen import dataclass


@dataclass(frozen=True, slots=True)
class HelmOptions:
    """All options: the settings of the injection, and how the program behaves."""

    log: str = option(
        "--log",
        text="Append what goes to standard error to this file too: Helm 4 shows none of it.",
        metavar="FILE",
        group=GENERAL,
    )
    cache: bool = option(
        "--cache/--no-cache",
        text="Keep no compiled templates for the next run.",
        default=True,
        group=GENERAL,
    )
    raise_limits: int = RAISE_LIMITS
    given: InjectionSettings = InjectionSettings()
