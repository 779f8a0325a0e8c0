"""``kubectl inject diff -f``: what injection would change."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kubectl_inject.cli.failures import AT_ONCE, Failures
from kubectl_inject.cli.formats.diff_stat import CountedEdits, FileStat, stat_text
from kubectl_inject.cli.formats.unified_diff import print_lines
from kubectl_inject.cli.inject import run_inject
from kubectl_inject.cli.input import Stream, each_worked_through, read_streams
from kubectl_inject.cli.shared_options import QUIET, ManifestOptions, colors
from kubectl_inject.cli.spool import Spool
from kubectl_inject.errors import InjectionError
from kubectl_inject.manifests.unified_diff import document_edits, stream_edits, unified_diff_lines
from kubectl_inject.options.option import OUTPUT, option
from kubectl_inject.printable import printable_line
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kubectl_inject.cli.inject import InjectedStream
    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.manifests.stream import Document
    from kubectl_inject.manifests.unified_diff import LineEdit

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


@dataclass(frozen=True, slots=True)
class DiffOptions(ManifestOptions):
    """The options of ``kubectl inject diff`` itself."""

    stat: bool = option("--stat", text="Count the lines that each file gains and loses.", default=False, group=OUTPUT)
    output: str = option(
        "-o", text="Format. html: side by side.", default="text", choices=("text", "html"), group=OUTPUT
    )
    quiet: bool = QUIET


def diff(options: DiffOptions) -> int:
    """Show what injection would change, as a diff.

    Exits with 0 where nothing would change, 1 where something would, 2 on an error.
    """
    options.check()
    failures = options.input.failures
    injector = options.injector(quiet=options.quiet)
    color = colors(options.color, sys.stdout)
    external = os.environ.get(_EXTERNAL_DIFF)
    if options.output == "html":
        streams = run_inject(options, injector, jobs=options.jobs, failures=failures)
        changed = [stream for stream in streams if stream.output.changed]
        sys.stdout.write(_page(changed))
        status = int(bool(changed))
    elif external and not options.stat:
        streams = run_inject(options, injector, jobs=options.jobs, failures=failures)
        status = _run_external([stream for stream in streams if stream.output.changed], external)
    else:
        compared = run_diff(options, injector, failures)
        if options.stat:
            print_stat(compared.stats, color=color)
        else:
            print_lines(compared.lines, color=color)
        status = int(bool(compared.stats))
    failures.conclude()
    return status


def _page(streams: list[InjectedStream]) -> str:
    from kubectl_inject.cli.formats.html.diff_page import diff_page
    from kubectl_inject.cli.formats.html.page import write_page

    return write_page(
        diff_page(
            (stream.source.name, stream.source.text, b"".join(stream.output.pieces).decode("utf-8", "replace"))
            for stream in streams
        )
    )


@dataclass(frozen=True, slots=True)
class Compared:
    """What injection would change: the diff in pieces, and how many lines each file that changes gains and loses."""

    lines: Iterable[str]
    stats: list[FileStat]


def run_diff(options: ManifestOptions, injector: Injector, failures: Failures = AT_ONCE) -> Compared:
    """Compare what the options name with what injection makes of it.

    Raises InjectionError, but for what ``failures`` takes.
    """
    streams, found = read_streams(options, namespaces=injector.reads_namespaces, failures=failures)
    namespaces = injector.knowing(found)
    spool = Spool()

    def compare_one(document: Document) -> tuple[LineEdit, ...] | str:
        return document_edits(document.whole, injector.inject_document(document, namespaces).text)

    def taken(stream: Stream, results: Iterator[tuple[LineEdit, ...] | str]) -> FileStat:
        texts = (document.whole for document in stream.documents)
        counted = CountedEdits(stream_edits(zip(texts, results, strict=True)))
        for line in unified_diff_lines(stream.text, counted, stream.name):
            spool.write(line.encode())
        return FileStat(printable_line(stream.name), counted.added, counted.removed)

    stats = each_worked_through(injector, streams, compare_one, taken, failures, options.jobs)
    return Compared(spool.since(0).texts(), [stat for stat in stats if stat.added or stat.removed])


def print_stat(stats: list[FileStat], *, color: bool) -> None:
    """Print how many lines each file gains and loses."""
    import shutil

    if stats:
        sys.stdout.write(stat_text(stats, shutil.get_terminal_size().columns, color=color))


def _run_external(streams: list[InjectedStream], command: str) -> int:
    """Hand two folders to a command with its arguments, as kubectl does; return its exit status, 0 for nothing to show.

    Raises InjectionError where it cannot be run.
    """
    import shlex
    import subprocess
    import tempfile

    if not streams:
        return 0
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
