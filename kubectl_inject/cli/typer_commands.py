"""Commands for Typer, from functions whose parameters are options or groups of them."""

from __future__ import annotations

import functools
import inspect
import operator
from dataclasses import is_dataclass
from types import GenericAlias
from typing import Annotated, Any, TypeVar, get_type_hints

import typer

from kubectl_inject.options.option import Option, UsageError, option_of
from kubectl_inject.options.option_groups import OptionGroup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_R = TypeVar("_R")


def with_options(command: Callable[..., _R]) -> Callable[..., _R]:
    """Give a command to Typer: its parameters that are options, and those of dataclasses among its parameters."""
    types = get_type_hints(command, include_extras=True)
    groups: dict[str, OptionGroup] = {}
    parameters: list[inspect.Parameter] = []
    for parameter in inspect.signature(command).parameters.values():
        kind = types[parameter.name]
        if isinstance(kind, type) and is_dataclass(kind):
            groups[parameter.name] = OptionGroup(kind)
            parameters += [_typer_parameter(name, option) for name, option in groups[parameter.name]]
        elif option := option_of(parameter.default):
            parameters.append(_typer_parameter(parameter.name, option))
        else:
            parameters.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=kind))

    @functools.wraps(command)
    def run(**given: Any) -> _R:
        try:
            values = {name: group.value_of(given) for name, group in groups.items()}
            return command(**values, **given)
        except UsageError as error:
            raise typer.BadParameter(error.message, param_hint=error.flag) from None

    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what Typer reads
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _typer_parameter(name: str, option: Option) -> inspect.Parameter:
    metavar = option.metavar or {str: "TEXT", int: "NUMBER"}.get(option.kind)
    told = typer.Option(*option.flags, help=option.help, show_default=option.show_default, metavar=metavar)
    kind: Any = list[str] if option.repeated else option.kind
    if option.count > 1:
        kind = GenericAlias(tuple, (option.kind,) * option.count)
    annotation = operator.getitem(Annotated, (kind | None if option.default is None else kind, told))
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=option.default, annotation=annotation)
