"""``kubectl inject diff -f``: what injection would change."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer

from kubectl_inject.cli.formats.diff_stat import file_stat, stat_text
from kubectl_inject.cli.formats.unified_diff import print_lines, unified_diff_of
from kubectl_inject.cli.inject import run_inject
from kubectl_inject.cli.shared_options import QUIET, ManifestOptions, colors
from kubectl_inject.errors import InjectionError
from kubectl_inject.options.option import OUTPUT, option
from kubectl_inject.options.typer_commands import with_options
from kubectl_inject.printable import printable_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.cli.inject import InjectedStream

EXAMPLES = """
Examples:

  kubectl inject diff -f app.yaml

  # How many lines each file would gain and lose

  kubectl inject diff -R -f deploy/ --stat

  # By a program of your own, which gets two folders

  KUBECTL_EXTERNAL_DIFF='diff -ru' kubectl inject diff -f app.yaml
"""
_EXTERNAL_DIFF = "KUBECTL_EXTERNAL_DIFF"
_LONGEST_NAME = 100


@with_options
def diff(
    options: ManifestOptions,
    stat: bool = option("--stat", text="Count the lines that each file gains and loses.", default=False, group=OUTPUT),
    quiet: bool = QUIET,
) -> None:
    """Show what injection would change, as a diff.

    Exits with 0 where nothing would change, 1 where something would, 2 on an error.
    """
    options.check()
    failures = options.input.failures
    streams = run_inject(options, options.injector(quiet=quiet), failures=failures)
    color = colors(options.color, sys.stdout)
    if stat:
        status = print_stat(streams, color=color)
    else:
        status = print_diff(streams, os.environ.get(_EXTERNAL_DIFF), color=color)
    failures.conclude()
    raise typer.Exit(status)


def print_stat(streams: list[InjectedStream], *, color: bool) -> int:
    """Print how many lines each stream gains and loses; return 0 where none does, else 1."""
    import shutil

    stats = [file_stat(stream.source.name, unified_diff_of(stream)) for stream in streams if stream.output.changed]
    if stats:
        sys.stdout.write(stat_text(stats, shutil.get_terminal_size().columns, color=color))
    return int(bool(stats))


def print_diff(streams: list[InjectedStream], external: str | None, *, color: bool) -> int:
    """Print what differs between streams and their injected texts; return 0 for nothing, 1 for something.

    ``external`` is a command with its arguments, as kubectl's variable KUBECTL_EXTERNAL_DIFF gives one; it gets two
    folders, and its exit status is returned. Raises InjectionError where it cannot be run.
    """
    changed = [stream for stream in streams if stream.output.changed]
    if not changed:
        return 0
    if external:
        return _run_external(changed, external)
    print_lines([line for stream in changed for line in unified_diff_of(stream)], color=color)
    return 1


def _run_external(streams: list[InjectedStream], command: str) -> int:
    import shlex
    import subprocess
    import tempfile

    try:
        arguments = shlex.split(command)
    except ValueError as error:
        raise InjectionError(f"{_EXTERNAL_DIFF}: {command!r} is no command: {error}") from None
    with tempfile.TemporaryDirectory(prefix="kubectl-inject-") as folder:
        folders = [Path(folder, name) for name in ("BEFORE", "INJECTED")]
        for place in folders:
            place.mkdir()
        for number, stream in enumerate(streams, 1):
            name = f"{number}-{printable_line(Path(stream.source.name).name.strip('<>'))[-_LONGEST_NAME:] or 'stream'}"
            folders[0].joinpath(name).write_bytes(stream.source.data)
            folders[1].joinpath(name).write_bytes(b"".join(stream.output.pieces))
        try:
            return subprocess.run([*arguments, *folders], check=False).returncode
        except OSError as error:
            raise InjectionError(f"{_EXTERNAL_DIFF}: {command!r} cannot be run: {error.strerror}") from None
