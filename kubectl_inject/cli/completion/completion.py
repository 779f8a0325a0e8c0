"""``kubectl inject completion SHELL``: what a shell runs to complete words, and where it gets them."""

from __future__ import annotations

import sys

from kubectl_inject.cli.completion.scripts import SCRIPTS
from kubectl_inject.options.option import argument
from kubectl_inject.options.typer_commands import with_options

EXAMPLES = """
Examples:

  kubectl inject completion bash > ~/.kubectl-inject.bash

  source ~/.kubectl-inject.bash

  # For this session alone

  source <(kubectl inject completion zsh)

  kubectl inject completion fish | source
"""


@with_options
def completion(
    shell: str = argument(text="The shell.", metavar="|".join(SCRIPTS), choices=tuple(SCRIPTS)),
) -> None:
    """Print a completion script for a shell.

    It is for 'kubectl-inject'. For 'kubectl inject', kubectl's own completion asks the program
    kubectl_complete-inject, which is installed beside it: see 'kubectl completion --help'.
    """
    sys.stdout.write(SCRIPTS[shell])
