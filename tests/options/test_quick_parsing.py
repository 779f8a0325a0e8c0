"""Plain command lines are read as Typer reads them; the rest is left to it."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.cli.inject.inject import InjectOptions
from kubectl_inject.options.option_groups import OptionGroup
from kubectl_inject.options.quick_parsing import quick_parse


def parsed(*arguments: str) -> dict[str, Any] | None:
    group = OptionGroup(InjectOptions)
    given = quick_parse(arguments, group)
    defaults = quick_parse([], group)
    assert defaults is not None
    return None if given is None else {name: value for name, value in given.items() if value != defaults[name]}


@pytest.mark.parametrize(
    ("arguments", "values"),
    [
        pytest.param(["-f", "a", "--filename=b", "-f", "-"], {"filenames": ["a", "b", "-"]}, id="repeated"),
        pytest.param(["-R", "-q"], {"recursive": True, "quiet": True}, id="switches"),
        pytest.param(["--no-restore"], {"restore": False}, id="the other side of a switch"),
        pytest.param(["--native-sidecars"], {"native_sidecars": True}, id="switch without default"),
        pytest.param(["--no-native-sidecars"], {"native_sidecars": False}, id="its other side"),
        pytest.param(["--output", "x", "--output", "y"], {"output_file": "y"}, id="the last one counts"),
        pytest.param(["--set", "a=b=c"], {"set_values": ["a=b=c"]}, id="a value with ="),
        pytest.param(["--set=a=b"], {"set_values": ["a=b"]}, id="a value behind ="),
        pytest.param(["--emit", "flux-patches", "x"], {"emit": ("flux-patches", "x")}, id="two values"),
        pytest.param(["a", "-f", "b", "-"], {"words": ["a", "-"], "filenames": ["b"]}, id="words without a flag"),
        pytest.param(["-n", "shop", "-r", "-x"], {"namespace": "shop", "revision": "-x"}, id="short flags"),
    ],
)
def test_plain_arguments(arguments: list[str], values: dict[str, Any]) -> None:
    assert parsed(*arguments) == values


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--help"], id="help"),
        pytest.param(["--version"], id="version"),
        pytest.param(["--unknown"], id="unknown"),
        pytest.param(["-f"], id="value missing"),
        pytest.param(["--emit", "flux-patches"], id="second value missing"),
        pytest.param(["-fa"], id="value right after a short flag"),
        pytest.param(["-Rq"], id="short flags in one word"),
        pytest.param(["--quiet=true"], id="switch with a value"),
        pytest.param(["--", "-f", "a"], id="end of options"),
    ],
)
def test_what_is_not_plain_is_left_to_typer(arguments: list[str]) -> None:
    assert parsed(*arguments) is None
