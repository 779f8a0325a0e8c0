"""``kubectl inject -f``: manifests in, injected manifests out."""

from __future__ import annotations

import os
import sys

from kubectl_inject.cli.formats.outcomes import listing_hint, no_workloads_line, outcome_lines, passed_over_lines
from kubectl_inject.cli.input.failures import AT_ONCE, Failures
from kubectl_inject.cli.input.streams import Stream, each_worked_through, read_streams
from kubectl_inject.cli.output.placement import Placement
from kubectl_inject.cli.output.progress import Progress, note, write_lines
from kubectl_inject.cli.output.report_file import REPORT_FILE, plain_report, report_file
from kubectl_inject.cli.output.spool import HeldOutput, Spool, hold
from kubectl_inject.cli.shared_options import (
    IN_PLACE,
    OUTPUT_FILE,
    OUTPUT_FOLDER,
    QUIET,
    STRICT,
    VERBOSE,
    ManifestOptions,
    colors,
    refuse_warnings,
)
from kubectl_inject.injection.reports.report import Outcome, Report, WorkloadReport, counted, together
from kubectl_inject.manifests.output.output_format import OutputFormat, reformatted
from kubectl_inject.options.option import CLUSTER, GENERAL, OUTPUT, UsageError, check_choice, option, path_of
from kubectl_inject.startup.frozen import dataclass, replace
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from kubectl_inject.cli.output.placement import Writing
    from kubectl_inject.cli.output.report_file import ReportFile
    from kubectl_inject.injection.injected import InjectedDocument
    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning
    from kubectl_inject.manifests.stream import Document

_PATCH_TYPES = ("auto", "strategic", "json6902")
_EMITTED = ("kustomize-patches", "flux-patches")
_FORMATS = tuple(form.value for form in OutputFormat)


@dataclass(frozen=True, slots=True)
class InjectOptions(ManifestOptions):
    """The options of ``kubectl inject`` itself."""

    output: str = option(
        "-o",
        text="Format. Default: each document's own.",
        metavar="yaml|json",
        group=OUTPUT,
        completes=_FORMATS,
    )
    output_file: str | None = OUTPUT_FILE
    output_folder: str | None = OUTPUT_FOLDER
    in_place: bool = IN_PLACE
    emit: tuple[str, str] | None = option(
        "--emit",
        metavar="KIND FOLDER",
        text="kustomize-patches or flux-patches in place of manifests.",
        default=None,
        group=OUTPUT,
        completes=_EMITTED,
    )
    patch_type: str = option(
        "--patch-type",
        text="Of --emit: auto, strategic, json6902.",
        default="auto",
        group=GENERAL,
        is_shared=True,
        completes=_PATCH_TYPES,
    )
    overlay: str = option(
        "--for",
        metavar="OVERLAY",
        text="Of --emit: with the names that this folder builds.",
        group=OUTPUT,
        completes="folders",
    )
    restore: bool = option(
        "--restore/--no-restore",
        text="Keep no record on workloads for uninject.",
        default=True,
        group=OUTPUT,
    )
    strict: bool = STRICT
    quiet: bool = QUIET
    verbose: bool = VERBOSE
    report: str | None = REPORT_FILE
    via_injector: bool = option(
        "--via-injector",
        text="Of inject alone: the cluster's injector does it.",
        default=False,
        group=CLUSTER,
        is_shared=True,
    )

    @property
    def refuses_warnings(self) -> bool:
        """Whether warnings of the configuration itself are errors."""
        return self.strict


def inject(options: InjectOptions) -> None:
    """Put the Istio sidecar into Kubernetes manifests, as the cluster's injector would."""
    options.check(reads_cluster=options.via_injector)
    reported = report_file(options.report, [*options.names, options.output_file], as_markdown=False)
    if options.emit is None and options.overlay:
        raise UsageError("is for --emit", "--for")
    if options.emit is not None:
        _emit(options, reported, *options.emit)
        return
    form, path = output_choice(options.output, options.output_file)
    placement = Placement(
        options.names,
        path_of(path),
        path_of(options.output_folder),
        options.in_place,
        form,
        options.input.kustomization,
    )
    failures = options.input.failures
    with placement.writing() as writing:
        if options.via_injector:
            with options.cluster_injector() as pods:
                injector = options.injector_calling(pods, records=options.restore)
                streams = run_inject(options, injector, form, writing, jobs=1, failures=failures)
        else:
            injector = options.injector(records=options.restore, quiet=options.quiet)
            streams = run_inject(options, injector, form, writing, jobs=options.input.jobs, failures=failures)
        report = report_of(streams)
        _conclude(report, options)
        reported.refuse(report.sources)
        writing.finish()
    reported.write(lambda: plain_injection(report))
    failures.conclude()


def _emit(options: InjectOptions, reported: ReportFile, form: str, folder: str) -> None:
    from pathlib import Path

    from kubectl_inject.cli.inject.emit import FORMS, Emission, emit_patches
    from kubectl_inject.kustomization.patches import PatchType

    check_choice("--emit", form, FORMS)
    check_choice("--patch-type", options.patch_type, _PATCH_TYPES)
    emission = Emission(form, Path(folder), PatchType(options.patch_type), options.overlay)
    emission.check(options.input.kustomization)
    if options.input.keep_going:
        raise UsageError("is not for --emit: patches of some files would pass for those of all", "--keep-going")
    patches, report = emit_patches(options, emission, quiet=options.quiet)
    _conclude(report, options)
    reported.refuse(report.sources)
    emission.write(patches)
    reported.write(lambda: plain_injection(report))


def _conclude(report: Report, options: InjectOptions) -> None:
    """Report what was done, before anything is written. Raises InjectionError for warnings, where these are errors."""
    if not options.quiet:
        color = colors(options.color, sys.stderr)
        print_report(report, verbose=options.verbose, color=color)
    if options.strict:
        refuse_warnings(report.warnings)


@dataclass(frozen=True, slots=True)
class InjectedStream:
    """One source before and after injection, and the report of its workloads."""

    source: Stream
    output: HeldOutput
    report: Report


def run_inject(
    options: ManifestOptions,
    injector: Injector,
    form: OutputFormat | None = None,
    writing: Writing | None = None,
    *,
    jobs: int,
    failures: Failures = AT_ONCE,
) -> list[InjectedStream]:
    """Inject what the options name; ``writing`` gets the outputs, or else they are held.

    ``jobs`` is as for ``work_through``. Raises InjectionError, but for what ``failures`` takes.
    """
    streams, found = read_streams(options, namespaces=injector.reads_namespaces, failures=failures)
    namespaces = injector.knowing(found)
    held_by = Spool()
    with Progress(streams) as progress:

        def held(stream: Stream, documents: Iterator[InjectedDocument]) -> InjectedStream:
            reporter = _Reporter(progress)
            texts = reporter.texts_of(documents)
            spool = held_by if writing is None else writing.spool()
            if form is None:
                output = hold(spool, stream, texts, stream.encoding)
            else:
                output = hold(spool, stream, reformatted(texts, stream.name, form), "utf-8")
            if writing is not None:
                writing.add(output)
                output = replace(output, pieces=())  # which may be as large as all output
            return InjectedStream(stream, output, reporter.report)

        def inject_one(document: Document) -> InjectedDocument:
            return injector.inject_document(document, namespaces)

        return each_worked_through(streams, injector.work(inject_one), held, failures, jobs)


class _Reporter:
    """Collects the reports of the documents that go by."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._reports: list[WorkloadReport] = []
        self._written_anew = 0
        self._passed_over: list[DocumentWarning] = []

    def texts_of(self, documents: Iterable[InjectedDocument]) -> Iterator[str]:
        """Yield the documents' texts."""
        for document in documents:
            self._reports += document.reports
            self._written_anew += document.written_anew
            self._passed_over += document.passed_over
            self._progress.advance()
            yield document.text

    @property
    def report(self) -> Report:
        """The report of the documents."""
        return Report(tuple(self._reports), self._written_anew, passed_over=tuple(self._passed_over))


def report_of(streams: list[InjectedStream]) -> Report:
    """Return the reports of all streams as one."""
    return together((stream.report for stream in streams), tuple(stream.source.name for stream in streams))


_PRINTED_BY_KUBECTL = pattern(r"(name|wide|(?:custom-columns|jsonpath|go-template)[a-z-]*)(=.*)?\Z")
"""Formats of kubectl's that are not for manifests: name, wide, jsonpath, jsonpath-file, jsonpath-as-json and so on."""
_FILE_SUFFIX = pattern(r"\.[A-Za-z0-9]+\Z")


def output_choice(output: str, output_file: str | None) -> tuple[OutputFormat | None, str | None]:
    """Return the format and the file that ``-o`` and ``--output`` request.

    As istioctl writes a file with ``-o``, a value that looks like one, with a separator of paths or the suffix of a
    file, is one here too. Raises UsageError, which names what to pipe into for kubectl's other formats.
    """
    if output in _FORMATS:
        return OutputFormat(output), output_file
    if not output:
        return None, output_file
    if kubectls := _PRINTED_BY_KUBECTL.match(output):
        form = "name" if kubectls[1] == "wide" else output
        cure = f"kubectl inject -f FILE | kubectl patch --local -f - -p '{{}}' -o {_quoted(form)}"
        raise UsageError(f"expected yaml or json, found {output!r}; pipe the manifests into kubectl: {cure}", "-o")
    if output_file is None and ("/" in output or os.sep in output or _FILE_SUFFIX.search(output)):
        return None, output
    raise UsageError(f"expected yaml or json, found {output!r}; --output names a file", "-o")


def _quoted(word: str) -> str:
    """Return a word as a shell takes it."""
    from shlex import quote

    return quote(word)


def print_report(report: Report, *, verbose: bool, color: bool) -> None:
    """Report on standard error what was done to the workloads, and how many there are."""
    write_lines(outcome_lines(report.workloads, lists_all=verbose, color=color))
    write_lines(passed_over_lines(report.passed_over, lists_all=verbose, color=color))
    if len(report) and report.without_workloads:
        note(no_workloads_line(report.without_workloads))
    if verbose:
        note(f"{counted(report.written_anew, 'document')} written anew")
    note(f"{report.counts_line}{listing_hint(report.workloads, report.passed_over, lists_all=verbose)}")


def plain_injection(report: Report, command: str = "inject") -> dict[str, Any]:
    """Return a report of a command as plain data."""
    counts = {word: number for word, number in report.counts.items() if word != Outcome.UNINJECTED.value}
    workloads = [workload.to_plain() for workload in report]
    return plain_report(command, counts, workloads, report.without_workloads, report.passed_over)
