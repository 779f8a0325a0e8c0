"""``kubectl inject diff -f``: what injection would change."""

from __future__ import annotations

import os
import sys
from itertools import islice
from pathlib import Path

from kubectl_inject.cli.formats.diff_stat import CountedEdits, FileStat, stat_text
from kubectl_inject.cli.formats.unified_diff import print_lines
from kubectl_inject.cli.inject.inject import plain_injection, report_of, run_inject
from kubectl_inject.cli.input.failures import AT_ONCE, Failures
from kubectl_inject.cli.input.streams import Stream, each_worked_through, read_streams
from kubectl_inject.cli.output.placement import write_texts
from kubectl_inject.cli.output.report_file import REPORT_OR_MARKDOWN, report_file
from kubectl_inject.cli.output.spool import Spool
from kubectl_inject.cli.shared_options import OUTPUT_FILE, QUIET, ManifestOptions, colors
from kubectl_inject.errors import InjectionError
from kubectl_inject.manifests.output.unified_diff import document_edits, stream_edits, text_edits, unified_diff_lines
from kubectl_inject.options.option import OUTPUT, UsageError, option
from kubectl_inject.printable import printable_line
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kubectl_inject.cli.formats.html.page import Page
    from kubectl_inject.cli.inject.inject import InjectedStream
    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.manifests.output.unified_diff import LineEdit
    from kubectl_inject.manifests.stream import Document

EXAMPLES = """
Examples:

  kubectl inject diff -f app.yaml

  # How many lines each file would gain and lose

  kubectl inject diff -R -f deploy/ --stat

  # By a program of your own, which gets two folders

  KUBECTL_EXTERNAL_DIFF='diff -ru' kubectl inject diff -f app.yaml
"""
_EXTERNAL_DIFF = "KUBECTL_EXTERNAL_DIFF"
_LINES_TOGETHER = 500
_LONGEST_NAME = 100
_PAGE = "html"


@dataclass(frozen=True, slots=True)
class DiffOptions(ManifestOptions):
    """The options of ``kubectl inject diff`` itself."""

    stat: bool = option("--stat", text="Count the lines that each file gains and loses.", default=False, group=OUTPUT)
    output: str = option(
        "-o", text="Format. html: side by side.", default="text", choices=("text", _PAGE), group=OUTPUT
    )
    output_file: str | None = OUTPUT_FILE
    report: str | None = REPORT_OR_MARKDOWN
    quiet: bool = QUIET

    def check(self, *, reads_cluster: bool = False) -> None:
        """Raise UsageError for what no command can use, and for options that do not go together."""
        if self.stat and self.output == _PAGE:
            raise UsageError("cannot be used with -o html, whose page counts them too", "--stat")
        ManifestOptions.check(self, reads_cluster=reads_cluster)


def diff(options: DiffOptions) -> int:
    """Show what injection would change, as a diff.

    Exits with 0 where nothing would change, 1 where something would, 2 on an error.
    """
    options.check()
    reported = report_file(options.report, [*options.names, options.output_file])
    failures = options.input.failures
    injector = options.injector(quiet=options.quiet)
    # What a file gets is no terminal's, and no other program's.
    external = os.environ.get(_EXTERNAL_DIFF) if options.output_file is None and not options.stat else None
    if options.output != _PAGE and reported.path is None and not external:
        compared = run_diff(options, injector, failures)
        reported.refuse(compared.sources, options.output_file)
        _write(compared, options)
        failures.conclude()
        return int(bool(compared.stats))
    streams = run_inject(options, injector, jobs=options.input.jobs, failures=failures)
    reported.refuse((stream.source.name for stream in streams), options.output_file)
    changed = [stream for stream in streams if stream.output.changed]
    status = int(bool(changed))
    if options.output == _PAGE:
        from kubectl_inject.cli.formats.html.page import write_page

        write_texts([write_page(_page(changed))], options.output_file)
    elif external:
        status = _run_external(changed, external)
    else:
        _write(_compared(changed), options)
    reported.write(lambda: plain_injection(report_of(streams), "diff"), lambda: _page(changed))
    failures.conclude()
    return status


def _page(streams: list[InjectedStream]) -> Page:
    from kubectl_inject.cli.formats.html.diff_page import ChangedFile, diff_page

    return diff_page(
        ChangedFile(stream.source.name, stream.source.text, _text_after(stream), stream.report.workloads)
        for stream in streams
    )


def _text_after(stream: InjectedStream) -> str:
    return b"".join(stream.output.pieces).decode(stream.source.encoding)


@dataclass(frozen=True, slots=True)
class Compared:
    """What injection would change: the diff in pieces, and how many lines each file that changes gains and loses.

    ``sources`` are the names of all that was read.
    """

    lines: Iterable[str]
    stats: list[FileStat]
    sources: tuple[str, ...] = ()


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
        return _spooled(spool, stream, stream_edits(zip(texts, results, strict=True)))

    stats = each_worked_through(streams, injector.work(compare_one), taken, failures, options.input.jobs)
    changed = [stat for stat in stats if stat.added or stat.removed]
    return Compared(spool.since(0).texts(), changed, tuple(stream.name for stream in streams))


def _compared(changed: Iterable[InjectedStream]) -> Compared:
    """Compare what was injected with what was read."""
    spool = Spool()
    stats = [_spooled(spool, stream.source, text_edits(stream.source.text, _text_after(stream))) for stream in changed]
    return Compared(spool.since(0).texts(), stats)


def _spooled(spool: Spool, stream: Stream, edits: Iterable[LineEdit]) -> FileStat:
    """Put the diff of a stream into a spool; return how many lines the stream gains and loses."""
    counted = CountedEdits(edits)
    lines = unified_diff_lines(stream.text, counted, stream.name)
    while together := "".join(islice(lines, _LINES_TOGETHER)):
        spool.write(together.encode())
    return FileStat(printable_line(stream.name), counted.added, counted.removed)


def _write(compared: Compared, options: DiffOptions) -> None:
    """Write the diff, or how many lines each file gains and loses, where the options request it."""
    color = options.output_file is None and colors(options.color, sys.stdout)
    if options.stat:
        write_texts([_stat_text(compared.stats, color=color)], options.output_file)
    elif options.output_file is None:
        print_lines(compared.lines, color=color)
    else:
        write_texts(compared.lines, options.output_file)


def _stat_text(stats: list[FileStat], *, color: bool) -> str:
    import shutil

    return stat_text(stats, shutil.get_terminal_size().columns, color=color) if stats else ""


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
