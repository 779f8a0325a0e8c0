"""Calling a function by its name, as a template does, with budgets of its own."""

from __future__ import annotations

from kubectl_inject.gotemplate.execution.meter import Meter
from kubectl_inject.gotemplate.sprig import FUNCTIONS


def call(name: str, *arguments: object) -> object:
    """Return what a function answers."""
    function = FUNCTIONS[name]
    return function.call(*arguments, meter=Meter()) if function.metered else function.call(*arguments)
