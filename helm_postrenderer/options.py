"""The options of ``kubectl-inject-helm``."""

from __future__ import annotations

from kubectl_inject.options.option import GENERAL, option
from kubectl_inject.settings.injection_settings import InjectionSettings
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


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
    given: InjectionSettings = InjectionSettings()


def separated(arguments: Sequence[str]) -> list[str]:
    """Return arguments with short flags apart from their values: ``-n=shop`` becomes two words.

    Helm takes each argument of a post-renderer's by itself, so people join the two.
    """
    words: list[str] = []
    for argument in arguments:
        flag, equals, value = argument.partition("=")
        is_joined = bool(equals) and len(flag) == len("-n") and flag[0] == "-" != flag[1]
        words += [flag, value] if is_joined else [argument]
    return words
