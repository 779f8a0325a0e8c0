"""The options of ``kubectl-inject-helm``, on its command line and in the environment."""

from __future__ import annotations

from kubectl_inject import __version__
from kubectl_inject.options.option import option
from kubectl_inject.options.option_groups import OptionGroup
from kubectl_inject.options.quick_parsing import quick_parse
from kubectl_inject.settings.injection_settings import FIELDS, InjectionSettings, settings_from_texts
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Mapping, Sequence
    from typing import Any

    from kubectl_inject.settings.fields import SettingField

PREFIX = "KUBECTL_INJECT_"
"""What the names of environment variables begin with: KUBECTL_INJECT_ISTIO_VERSION is --istio-version."""
_DESCRIPTION = "Put Istio's sidecars into what Helm has rendered: standard input to standard output."
_EXAMPLES = f"""\
examples:
  Helm 3: helm install app ./chart --post-renderer kubectl-inject-helm --post-renderer-args --config=mesh/default.yaml
  Helm 4: helm install app ./chart --post-renderer inject --post-renderer-args --config=mesh/default.yaml

Each option is an environment variable too, for tools that pass no arguments: {PREFIX}CONFIG, {PREFIX}SET, ...
"""


@dataclass(frozen=True, slots=True)
class HelmOptions:
    """All options: what is said of injection, and how the program behaves."""

    log: str = option(
        "--log",
        text="write what is said on standard error to the end of this file too, for Helm 4 shows none of it",
        metavar="FILE",
    )
    cache: bool = option(
        "--cache/--no-cache", text="keep compiled templates in your cache folder, for the next run", default=True
    )
    said: InjectionSettings = InjectionSettings()


def read_command_line(arguments: Sequence[str]) -> dict[str, Any]:
    """Return the values of options by name. Exits with 2, and the usage, where they are wrong."""
    group = OptionGroup(HelmOptions)
    given = quick_parse(arguments, group)
    if given is None:
        given = vars(_parser(group).parse_args(arguments))
    return given


def options_of(given: Mapping[str, Any]) -> HelmOptions:
    """Return the options that a command line gave. Raises UsageError."""
    options: HelmOptions = OptionGroup(HelmOptions).value_of(dict(given))
    return options


def _parser(group: OptionGroup) -> ArgumentParser:
    """Return a parser for what is not plain: help, and whatever is wrong."""
    import argparse

    parser = argparse.ArgumentParser(
        "kubectl-inject-helm",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    for name, declared in group:
        flags = [flag.partition("/")[0] for flag in declared.flags]
        action: Any = "append" if declared.repeated else "store"
        if declared.kind is bool:
            action = argparse.BooleanOptionalAction
        argument = parser.add_argument(*flags, dest=name, help=declared.help, action=action, default=declared.default)
        if declared.metavar:
            argument.metavar = declared.metavar
    return parser


def settings_from_environment(environment: Mapping[str, str]) -> InjectionSettings:
    """Return what environment variables say; lists have an item on each line. Raises SettingError."""
    texts: dict[str, str | Sequence[str]] = {}
    for setting in FIELDS:
        text = environment.get(_variable(setting), "")
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        texts[setting.name] = lines if setting.form.is_list else text
    return settings_from_texts(texts, _variable)


def _variable(setting: SettingField) -> str:
    return PREFIX + setting.flag.removeprefix("--").replace("-", "_").upper()
