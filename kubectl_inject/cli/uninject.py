"""``kubectl inject uninject -f``: injected manifests in, the manifests from before out."""

from __future__ import annotations

import sys

from kubectl_inject.cli.formats.outcomes import listing_hint, no_workloads_line, outcome_lines
from kubectl_inject.cli.input.failures import AT_ONCE, Failures
from kubectl_inject.cli.input.options import WORDS, InputOptions
from kubectl_inject.cli.input.streams import Stream, each_worked_through, streams_of
from kubectl_inject.cli.output.placement import Placement
from kubectl_inject.cli.output.progress import note, write_lines
from kubectl_inject.cli.output.report_file import REPORT_FILE, plain_report, report_file
from kubectl_inject.cli.output.spool import HeldOutput, Spool, hold
from kubectl_inject.cli.shared_options import (
    COLOR,
    IN_PLACE,
    OUTPUT_FILE,
    OUTPUT_FOLDER,
    QUIET,
    VERBOSE,
    colors,
)
from kubectl_inject.injection.parallel import Work
from kubectl_inject.injection.removal.uninjection import Uninjection, may_be_injected, uninject_document
from kubectl_inject.injection.reports.report import Outcome, counts_line, outcome_counts
from kubectl_inject.manifests.parsing.limits import DEFAULT_LIMITS
from kubectl_inject.options.option import path_of
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from kubectl_inject.manifests.stream import Document

EXAMPLES = """
Examples:

  kubectl inject uninject -f injected.yaml

  # Where the files lie

  kubectl inject uninject --in-place -R -f deploy/
"""


@dataclass(frozen=True, slots=True)
class UninjectOptions:
    """The options of ``kubectl inject uninject``."""

    words: list[str] | None = WORDS
    input: InputOptions = InputOptions()
    output_file: str | None = OUTPUT_FILE
    output_folder: str | None = OUTPUT_FOLDER
    in_place: bool = IN_PLACE
    quiet: bool = QUIET
    verbose: bool = VERBOSE
    report: str | None = REPORT_FILE
    color: str = COLOR


def uninject(options: UninjectOptions) -> None:
    """Take the sidecar out of manifests again.

    What this tool injected comes back to the byte.
    """
    options.input.check(options.words)
    names = options.input.names(options.words)
    placement = Placement(
        names,
        path_of(options.output_file),
        path_of(options.output_folder),
        options.in_place,
        kustomization=options.input.kustomization,
    )
    reported = report_file(options.report, [*names, options.output_file], as_markdown=False)
    failures = options.input.failures
    streams = run_uninject(options.input, options.words, failures)
    if not options.quiet:
        print_report(streams, verbose=options.verbose, color=colors(options.color, sys.stderr))
    reported.refuse(stream.output.name for stream in streams)
    placement.write([stream.output for stream in streams])
    reported.write(lambda: _plain(streams))
    failures.conclude()


def print_report(streams: Sequence[UninjectedStream], *, verbose: bool, color: bool) -> None:
    """Report on standard error what was done to the workloads, and how many there are."""
    reports = [report for stream in streams for report in stream.reports]
    write_lines(outcome_lines(reports, lists_all=verbose, color=color))
    if reports and (empty := _without_workloads(streams)):
        note(no_workloads_line(empty))
    if reports:
        note(f"{counts_line(_counts(reports))}{listing_hint(reports, lists_all=verbose)}")
    else:
        note("no workloads found: nothing to uninject")


def _counts(reports: Sequence[Uninjection]) -> dict[str, int]:
    return outcome_counts(report.outcome for report in reports)


def _without_workloads(streams: Sequence[UninjectedStream]) -> list[str]:
    return [stream.output.name for stream in streams if not stream.reports]


def _plain(streams: Sequence[UninjectedStream]) -> dict[str, Any]:
    reports = [report for stream in streams for report in stream.reports]
    counts = _counts(reports)
    named = (Outcome.UNINJECTED.value, Outcome.UNCHANGED.value)
    workloads = [report.to_plain() for report in reports]
    return plain_report("uninject", {name: counts[name] for name in named}, workloads, _without_workloads(streams))


@dataclass(frozen=True, slots=True)
class UninjectedStream:
    """One source after its injections were taken out, and the reports of its workloads."""

    output: HeldOutput
    reports: tuple[Uninjection, ...]


def run_uninject(
    options: InputOptions, words: Sequence[str] | None, failures: Failures = AT_ONCE
) -> list[UninjectedStream]:
    """Take injections out of what options and words without a flag name.

    Raises InjectionError, but for what ``failures`` takes.
    """
    spool = Spool()
    selects = options.selects(words)
    limits = DEFAULT_LIMITS.times(options.raise_limits)

    def uninject_one(document: Document) -> tuple[str, tuple[Uninjection, ...]]:
        uninjected = uninject_document(document, limits, selects=selects)
        return uninjected.text, uninjected.reports

    def held(stream: Stream, documents: Iterator[tuple[str, tuple[Uninjection, ...]]]) -> UninjectedStream:
        reports: list[Uninjection] = []

        def texts() -> Iterator[str]:
            for text, found in documents:
                reports.extend(found)
                yield text

        output = hold(spool, stream, texts(), stream.encoding)
        return UninjectedStream(output, tuple(reports))

    work = Work(uninject_one, may_be_injected)
    return each_worked_through(streams_of(options, words, failures), work, held, failures, options.jobs)
