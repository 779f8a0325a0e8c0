"""Commands for Typer, from functions whose parameters are options or groups of them."""

from __future__ import annotations

import functools
import inspect
import operator
from dataclasses import is_dataclass
from types import GenericAlias
from typing import Annotated, Any, TypeVar, get_type_hints

import typer

from kubectl_inject import __version__
from kubectl_inject.options.option import Option, UsageError, option_of
from kubectl_inject.options.option_groups import OptionGroup
from kubectl_inject.printable import printable_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_R = TypeVar("_R")


def typer_app(name: str) -> typer.Typer:
    """Return an app for Typer that shows plain help and no traceback."""
    return typer.Typer(
        name=name,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def _print_version(context: typer.Context, requested: bool) -> None:
    if requested:
        typer.echo(f"{context.info_name} {__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")]
"""A parameter that is the option ``--version``, to be followed by ``= False``."""


def with_options(command: Callable[..., _R]) -> Callable[..., _R]:
    """Give a command to Typer: its parameters that are options, and those of dataclasses among its parameters."""
    types = get_type_hints(command, include_extras=True)
    groups: dict[str, OptionGroup] = {}
    options: dict[str, Option] = {}
    parameters: list[inspect.Parameter] = []
    for parameter in inspect.signature(command).parameters.values():
        name, kind = parameter.name, types[parameter.name]
        if isinstance(kind, type) and is_dataclass(kind):
            groups[name] = OptionGroup(kind)
            parameters += [_typer_parameter(*named) for named in groups[name]]
        elif option := option_of(parameter.default):
            options[name] = option
            parameters.append(_typer_parameter(name, option))
        else:
            parameters.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=kind))

    @functools.wraps(command)
    def run(**given: Any) -> _R:
        try:
            values = {name: group.value_of(given) for name, group in groups.items()}
            for name, option in options.items():
                option.check(given[name])
            return command(**values, **given)
        except UsageError as error:
            raise typer.BadParameter(printable_line(error.message), param_hint=error.flag) from None

    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what Typer reads
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _typer_parameter(name: str, option: Option) -> inspect.Parameter:
    kind: Any = list[str] if option.repeated else option.kind
    if option.count > 1:
        kind = GenericAlias(tuple, (option.kind,) * option.count)
    if option.default is None and not option.required:
        kind = kind | None
    annotation = operator.getitem(Annotated, (kind, _typer_info(option)))
    default = inspect.Parameter.empty if option.required else option.default
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _typer_info(option: Option) -> Any:
    if option.is_argument:
        return typer.Argument(help=option.help)
    metavar = option.metavar or {str: "TEXT", int: "NUMBER"}.get(option.kind)
    return typer.Option(*option.flags, help=option.help, show_default=option.show_default, metavar=metavar)
