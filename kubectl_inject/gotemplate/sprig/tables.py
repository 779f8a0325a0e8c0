"""How the modules of this package list their functions."""

from __future__ import annotations

from kubectl_inject.startup.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kubectl_inject.gotemplate.functions import Function


def named(function: Function, *aliases: str) -> tuple[Function, ...]:
    """Return a function under its own name and under others."""
    others = (replace(function, name=alias) for alias in aliases)
    return (function, *others)


def with_must(functions: Iterable[Function]) -> tuple[Function, ...]:
    """Return functions and their must variants.

    sprig's ``first`` panics where ``mustFirst`` returns an error; text/template reports both alike.
    """
    return tuple(
        variant
        for function in functions
        for variant in named(function, f"must{function.name[0].upper()}{function.name[1:]}")
    )


def imported_when_called(module: str, name: str) -> Callable[..., object]:
    """Return a function that looks up ``name`` in a module of this package when it is first needed."""

    def call(*arguments: object, **named: object) -> object:
        function: Callable[..., object] = getattr(__import__(f"{__package__}.{module}", fromlist=(name,)), name)
        return function(*arguments, **named)

    return call
