"""The program ``kubectl-inject``, which kubectl runs as ``kubectl inject``."""

from __future__ import annotations

import sys

from kubectl_inject.program import run_program
from kubectl_inject.startup.brief_process import collect_rarely, end_at_once
from kubectl_inject.startup.libyaml import load_libyaml_alone

PROGRAM = "kubectl inject"
"""What people type for it."""

_ANSWERING = (["check"], ["diff"], ["status"], ["config", "diff"], ["config", "verify"])
"""Commands whose exit status 1 is an answer; what goes wrong in them gives 2."""


def main(arguments: list[str] | None = None) -> None:
    """Run the program. Exits with 0, 1 on an error in the input, or 2 on wrong usage."""
    collect_rarely()
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
    if _may_be_command(arguments[0]) or not _injects_at_once(arguments):
        from kubectl_inject.cli.app import app
        from kubectl_inject.options.typer_commands import run_app

        run_app(app, arguments, PROGRAM)


def _may_be_command(word: str) -> bool:
    if word.startswith("-"):
        return False
    from kubectl_inject.cli.command_names import COMMANDS

    return word in COMMANDS


def _injects_at_once(arguments: list[str]) -> bool:
    """Inject, where the arguments are plain; return whether they were."""
    from kubectl_inject.cli.inject import InjectOptions, inject
    from kubectl_inject.options.option import UsageError
    from kubectl_inject.options.option_groups import OptionGroup
    from kubectl_inject.options.quick_parsing import quick_parse

    group = OptionGroup(InjectOptions)
    given = quick_parse(arguments, group)
    if given is None:
        return False
    try:
        inject(group.value_of(given))
    except UsageError:
        # It is raised before anything is read or written; Typer's way shows it.
        return False
    return True


if __name__ == "__main__":
    main()
