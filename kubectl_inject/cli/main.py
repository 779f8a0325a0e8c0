"""The program ``kubectl-inject``, which kubectl runs as ``kubectl inject``."""

from __future__ import annotations

import os
import sys

from kubectl_inject.errors import InjectionError
from kubectl_inject.printable import error_text
from kubectl_inject.startup.brief_process import collect_rarely, end_at_once
from kubectl_inject.startup.libyaml import load_libyaml_alone


def main(arguments: list[str] | None = None) -> None:
    """Run the program. Exits with 0, 1 on an error in the input, or 2 on wrong usage."""
    collect_rarely()
    load_libyaml_alone()
    from kubectl_inject.cli.istioctl import without_istioctl_spellings

    given = without_istioctl_spellings(sys.argv[1:] if arguments is None else arguments)
    try:
        if not _injects_at_once(given):
            from kubectl_inject.cli.app import app

            app(given, prog_name="kubectl-inject")
        if arguments is None:
            end_at_once()
    except InjectionError as error:
        sys.exit(error_text(error))
    except BrokenPipeError:
        # Whoever read the output has gone; nothing more can reach them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(0)


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
        # It is raised before anything is read or written; Typer shows it with the usage.
        return False
    return True


if __name__ == "__main__":
    main()
