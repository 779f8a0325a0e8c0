"""Commands for Typer, from functions whose parameters are options or groups of them."""

from __future__ import annotations

import functools
import inspect
import operator
from collections.abc import Callable
from dataclasses import is_dataclass
from typing import Annotated, Any, TypeVar, get_args, get_type_hints

import typer

from kubectl_inject.cli.option import Option, UsageError
from kubectl_inject.cli.option_groups import OptionField, OptionGroup

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
            parameters += map(_typer_parameter, groups[parameter.name])
        elif len(get_args(kind)) > 1 and isinstance(get_args(kind)[1], Option):
            value_type, option = get_args(kind)
            parameters.append(_typer_parameter(OptionField(parameter.name, value_type, option, parameter.default)))
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


def _typer_parameter(field: OptionField) -> inspect.Parameter:
    option = field.option
    told = typer.Option(*option.flags, help=option.help, show_default=option.show_default, metavar=option.metavar)
    kind = operator.getitem(Annotated, (field.type, told))
    return inspect.Parameter(field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=kind)
