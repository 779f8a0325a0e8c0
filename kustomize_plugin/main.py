"""The program ``kubectl-inject-krm``, which Kustomize and kpt run."""

from __future__ import annotations

import os
import sys

from kubectl_inject.printable import printable_lines
from kubectl_inject.program import run_program
from kubectl_inject.startup.brief_process import collect_rarely, end_at_once
from kubectl_inject.startup.libyaml import load_libyaml_alone
from kubectl_inject.startup.own_modules import find_own_modules

_USAGE = """\
kubectl-inject-krm: a KRM function. It reads a ResourceList on standard input and writes it, with Istio's sidecars in
its workloads, on standard output. Kustomize and kpt run it; see docs/kustomize.md.
"""


def main(arguments: list[str] | None = None) -> None:
    """Run the function. Exits with 1 where anything is wrong, with the message on standard error too."""
    given = sys.argv[1:] if arguments is None else arguments
    if given:
        helps = bool({"-h", "--help"} & set(given))
        (sys.stdout if helps else sys.stderr).write(_USAGE)
        sys.exit(0 if helps else 2)
    collect_rarely()
    find_own_modules()
    load_libyaml_alone()
    status = run_program(_run)
    if status == 0 and arguments is None:
        end_at_once()
    sys.exit(status)


def _run() -> None:
    from kubectl_inject.manifests.stream import decode
    from kubectl_inject.settings.template_cache import user_cache
    from kustomize_plugin.function import run_function

    text, _ = decode(sys.stdin.buffer.read(), "<stdin>")
    output = run_function(text, os.getcwd(), user_cache(os.environ, os.getcwd()), os.environ)
    sys.stdout.buffer.write(output.text.encode())
    sys.stdout.buffer.flush()
    for message in output.errors:
        sys.stderr.write("\n".join(printable_lines(f"error: {message}")) + "\n")
    if output.errors:
        sys.exit(1)


if __name__ == "__main__":
    main()
