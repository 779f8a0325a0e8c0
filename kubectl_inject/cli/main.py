"""The program ``kubectl-inject``, which kubectl runs as ``kubectl inject``."""

from __future__ import annotations

import sys

from kubectl_inject.program import run_program
from kubectl_inject.startup.brief_process import collect_rarely, end_at_once
from kubectl_inject.startup.libyaml import load_libyaml_alone
from kubectl_inject.startup.own_modules import find_own_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

PROGRAM = "kubectl inject"
"""What people type for it."""

_ANSWERING = (["check"], ["diff"], ["status"], ["config", "diff"], ["config", "verify"])
"""Commands whose exit status 1 is an answer; what goes wrong in them gives 2."""


def main(arguments: list[str] | None = None) -> None:
    """Run the program. Exits with 0, 1 on an error in the input, or 2 on wrong usage."""
    collect_rarely()
    find_own_modules()
    load_libyaml_alone()
    from kubectl_inject.cli.istioctl import without_istioctl_spellings
    from kubectl_inject.options.quick_parsing import separated

    given = separated(without_istioctl_spellings(sys.argv[1:] if arguments is None else arguments))
    if given[:1] == ["help"]:
        given = [*given[1:], "--help"]
    answers = any(given[: len(command)] == command for command in _ANSWERING)
    status = run_program(lambda: _run(given or ["--help"]), failure=2 if answers else 1)
    if status == 0 and arguments is None:
        end_at_once()
    sys.exit(status)


def _run(arguments: list[str]) -> None:
    if not _runs_at_once(arguments):
        from kubectl_inject.cli.app import app
        from kubectl_inject.options.typer_commands import run_app

        run_app(app, arguments, PROGRAM)


def _runs_at_once(arguments: list[str]) -> bool:
    """Run a command that works on manifests, where the arguments are plain; return whether they were."""
    from kubectl_inject.options.option import UsageError
    from kubectl_inject.options.option_groups import OptionGroup
    from kubectl_inject.options.quick_parsing import quick_parse

    command, words = _command_of(arguments)
    if command is None:
        return False
    options, run = command
    group = OptionGroup(options)
    given = quick_parse(words, group)
    if given is None:
        return False
    try:
        status = run(group.value_of(given))
    except UsageError:
        # It is raised before anything is read or written; Typer's way shows it.
        return False
    if status:
        sys.exit(status)
    return True


def _command_of(arguments: list[str]) -> tuple[tuple[Any, Callable[[Any], int | None]] | None, list[str]]:
    """Return the options and the function of the command that is named, None for others, and what follows its name."""
    word = arguments[0]
    match word:
        case "check":
            from kubectl_inject.cli.check import CheckOptions, check

            return (CheckOptions, check), arguments[1:]
        case "diff":
            from kubectl_inject.cli.diff import DiffOptions, diff

            return (DiffOptions, diff), arguments[1:]
        case "explain":
            from kubectl_inject.cli.explain import ExplainOptions, explain

            return (ExplainOptions, explain), arguments[1:]
        case "uninject":
            from kubectl_inject.cli.uninject import UninjectOptions, uninject

            return (UninjectOptions, uninject), arguments[1:]
    if not word.startswith("-"):
        from kubectl_inject.cli.command_names import COMMANDS

        if word in COMMANDS:
            return None, arguments
    from kubectl_inject.cli.inject.inject import InjectOptions, inject

    return (InjectOptions, inject), arguments


if __name__ == "__main__":
    main()
