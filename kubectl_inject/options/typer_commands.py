"""Commands for Typer, from functions whose parameters are options or groups of them."""

from __future__ import annotations

import functools
import inspect
import operator
import shutil
from dataclasses import is_dataclass
from types import GenericAlias
from typing import Annotated, Any, TypeVar, get_type_hints

import typer
from typer.core import TyperCommand, TyperGroup

from kubectl_inject import __version__
from kubectl_inject.options.help_page import HelpPage
from kubectl_inject.options.option import Option, UsageError, option_of
from kubectl_inject.options.option_groups import OptionGroup
from kubectl_inject.printable import printable_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_R = TypeVar("_R")
_OPTIONS = "options"
_HELP_FLAGS = ("-h", "--help")
_VERSION_FLAG = "--version"

SHARED_PAGE = "options"
"""The command that prints the options which others share."""

DEFAULT_COMMAND = "inject"
"""The command of a DefaultGroup that runs where the first word names no other."""


def typer_app(name: str, **settings: Any) -> typer.Typer:
    """Return an app for Typer that shows our help pages and no traceback."""
    return typer.Typer(
        name=name,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": list(_HELP_FLAGS)},
        **settings,
    )


def run_app(app: typer.Typer, arguments: list[str], program: str) -> None:
    """Run a command of an app; ``program`` is what people type for it. Ends by SystemExit, wrong usage with 2.

    Wrong usage is reported in a line, and another says where the help is, as kubectl does it.
    """
    try:
        status = typer.main.get_command(app)(arguments, prog_name=program, standalone_mode=False)
    except _UsageError as error:
        typer.echo("\n".join(_usage_lines(error, program)), err=True)
        raise SystemExit(2) from None
    raise SystemExit(status if isinstance(status, int) else 0)


_UsageError: Any = typer.BadParameter.__base__
"""What Typer raises for wrong usage; of its classes it exports this one's child alone."""


def _usage_lines(error: Any, program: str) -> list[str]:
    if isinstance(error, typer.BadParameter) and error.param_hint:
        message = f"{error.param_hint}: {error.message}"
    else:
        message = error.format_message()
        message = message[:1].lower() + message[1:].removesuffix(".")
    path = (error.ctx.command_path if error.ctx else program).removesuffix(f" {DEFAULT_COMMAND}")
    return [f"error: {printable_line(message)}", f"See '{path if path != 'kubectl' else program} --help' for usage."]


def _print_version(context: typer.Context, requested: bool) -> None:
    if requested:
        typer.echo(f"{str(context.find_root().info_name).replace(' ', '-')} {__version__}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option(_VERSION_FLAG, callback=_print_version, is_eager=True, help="Print the version.")
]
"""A parameter that is the option ``--version``, to be followed by ``= False``."""


def options_of(command: Any) -> Mapping[str, Option]:
    """Return the options of a command of Typer's by the names of its parameters.

    Those of a DefaultGroup are its default command's, those of the page of shared options are the shared ones.
    """
    default = getattr(command, "commands", {}).get(DEFAULT_COMMAND)
    found: Mapping[str, Option] = getattr((default or command).callback, _OPTIONS, {})
    shows_all = command.name != SHARED_PAGE
    return {name: option for name, option in found.items() if shows_all or option.is_shared}


class PageCommand(TyperCommand):
    """A command whose help is a HelpPage."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page; the default command's is that of its group."""
        if self.name == DEFAULT_COMMAND and ctx.parent is not None:
            ctx.parent.command.format_help(ctx.parent, formatter)
        else:
            formatter.write(_page_of(self, ctx).text(shutil.get_terminal_size().columns))


class PageGroup(TyperGroup):
    """A group of commands whose help is a HelpPage."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page."""
        formatter.write(_page_of(self, ctx).text(shutil.get_terminal_size().columns))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take no words at all for ``--help``, unless the group does something by itself."""
        asks_for_help = not (args or self.invoke_without_command or ctx.resilient_parsing)
        return super().parse_args(ctx, list(_HELP_FLAGS[:1]) if asks_for_help else args)


class DefaultGroup(PageGroup):
    """A group that runs its command DEFAULT_COMMAND where the first word is no other one's name."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the name of the default command in front where it is meant."""
        if args and args[0] not in (*self.commands, *_HELP_FLAGS, _VERSION_FLAG):
            args = [DEFAULT_COMMAND, *args]
        return super().parse_args(ctx, args)


def _page_of(command: Any, context: Any) -> HelpPage:
    path, root = context.command_path, context.find_root()
    options = list(options_of(command).values())
    commands = {name: each for name, each in getattr(command, "commands", {}).items() if not each.hidden}
    words = [option.value_name for option in options if option.is_argument]
    usage = [] if command.name == SHARED_PAGE or not options else [" ".join([path, *words, "[options]"])]
    usage += [f"{path} COMMAND [options]"] if commands else []
    has_shared_page = SHARED_PAGE in getattr(root.command, "commands", {}) and command.name != SHARED_PAGE
    notes = [f"More about a command: '{path} COMMAND --help'."] if commands else []
    return HelpPage(
        summary=command.help or "",
        usage=usage,
        commands=[(name, each.get_short_help_str(_LONGEST)) for name, each in commands.items()],
        examples=command.epilog or "",
        options=options,
        shared_page=f"{root.info_name} {SHARED_PAGE}" if has_shared_page else "",
        notes=notes,
    )


_LONGEST = 100


def with_options(command: Callable[..., _R]) -> Callable[..., _R]:
    """Give a command to Typer: its parameters that are options, and those of dataclasses among its parameters."""
    types = get_type_hints(command, include_extras=True)
    groups: dict[str, OptionGroup] = {}
    options: dict[str, Option] = {}
    named: dict[str, Option] = {}
    parameters: list[inspect.Parameter] = []
    for parameter in inspect.signature(command).parameters.values():
        name, kind = parameter.name, types[parameter.name]
        if isinstance(kind, type) and is_dataclass(kind):
            groups[name] = OptionGroup(kind)
            named |= dict(groups[name])
            parameters += [_typer_parameter(*each) for each in groups[name]]
        elif option := option_of(parameter.default):
            options[name] = named[name] = option
            parameters.append(_typer_parameter(name, option))
        else:
            parameters.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=kind))

    @functools.wraps(command)
    def run(**given: Any) -> _R:
        try:
            values = {name: group.value_of(given) for name, group in groups.items()}
            for name, option in options.items():
                given[name] = option.read(given[name])
            return command(**values, **given)
        except UsageError as error:
            raise typer.BadParameter(printable_line(error.message), param_hint=error.flag) from None

    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what Typer reads
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    setattr(run, _OPTIONS, named)
    return run


def _typer_parameter(name: str, option: Option) -> inspect.Parameter:
    # A number is read by the option itself, whose message is better.
    one = str if option.kind is int else option.kind
    kind: Any = list[str] if option.repeated else one
    if option.count > 1:
        kind = GenericAlias(tuple, (one,) * option.count)
    if option.default is None and not option.required:
        kind = kind | None
    annotation = operator.getitem(Annotated, (kind, _typer_info(option)))
    default: Any = str(option.default) if option.kind is int else option.default
    if option.required:
        default = inspect.Parameter.empty
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _typer_info(option: Option) -> Any:
    if option.is_argument:
        return typer.Argument(help=option.help, metavar=option.value_name)
    return typer.Option(*option.flags, help=option.help, metavar=option.value_name or None)
