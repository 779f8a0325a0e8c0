"""``kubectl inject check -f``: for pipelines, whether manifests are injected just as they should be."""

from __future__ import annotations

import sys

from kubectl_inject.cli.formats.outcomes import listed
from kubectl_inject.cli.formats.text import check_counts_line, findings_text
from kubectl_inject.cli.input.failures import AT_ONCE, Failures
from kubectl_inject.cli.input.streams import each_of, each_worked_through, read_streams
from kubectl_inject.cli.output.placement import write_texts
from kubectl_inject.cli.output.progress import note
from kubectl_inject.cli.output.report_file import REPORT_OR_MARKDOWN, plain_report, report_file
from kubectl_inject.cli.shared_options import OUTPUT_FILE, QUIET, ManifestOptions, colors
from kubectl_inject.options.option import CLUSTER, OUTPUT, option
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from kubectl_inject.cli.formats.html.page import Page
    from kubectl_inject.cli.input.streams import Stream
    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.injection.pod_injector import PodInjector
    from kubectl_inject.injection.reports.checking import CheckedWorkload
    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning
    from kubectl_inject.injection.selection.namespaces import NamespaceMetadata
    from kubectl_inject.manifests.stream import Document

    _CheckedDocument = tuple[list[CheckedWorkload], Sequence[DocumentWarning], list[tuple[str, str] | None]]

EXAMPLES = """
Examples:

  kubectl inject check -R -f deploy/

  # For a pipeline: findings in a file, or as annotations on a pull request

  kubectl inject check -R -f deploy/ -o sarif --output found.sarif

  kubectl inject check -R -f deploy/ -o github --fail-on-skip

  # Compare with what the cluster's own injector makes

  kubectl inject check -f app.yaml --against-injector
"""
FORMATS = ("text", "json", "junit", "sarif", "github", "html")


@dataclass(frozen=True, slots=True)
class CheckOptions(ManifestOptions):
    """The options of ``kubectl inject check`` itself."""

    output: str = option("-o", text="Format.", default="text", choices=FORMATS, group=OUTPUT)
    output_file: str | None = OUTPUT_FILE
    quiet: bool = QUIET
    report: str | None = REPORT_OR_MARKDOWN
    against_injector: bool = option(
        "--against-injector",
        text="Compare injection with the cluster's own injector.",
        default=False,
        group=CLUSTER,
    )
    fail_on_empty: bool = option(
        "--fail-on-empty", text="Exit with 1 where there is no workload.", default=False, group=OUTPUT
    )
    fail_on_skip: bool = option(
        "--fail-on-skip", text="Find every workload that is not injected.", default=False, group=OUTPUT
    )


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check: the workloads, the sources that were read, and whether people see it in colours.

    ``passed_over`` are warnings of documents that are no workloads. ``texts`` has for each workload its document before
    and after injection, None where there is no finding, or an earlier one is of the same document.
    """

    workloads: Sequence[CheckedWorkload]
    sources: Sequence[str]
    passed_over: Sequence[DocumentWarning] = ()
    texts: Sequence[tuple[str, str] | None] = ()
    color: bool = False

    @property
    def findings(self) -> int:
        """How many workloads have one."""
        return sum(item.finding is not None for item in self.workloads)

    def to_plain(self) -> dict[str, Any]:
        """Return it as plain data, by the schema in docs/report.schema.json."""
        holding = {item.report.source for item in self.workloads}
        counts = {
            "checked": len(self.workloads),
            "findings": self.findings,
            "skipped": sum(not item.report.injected for item in self.workloads),
            "warnings": sum(len(item.report.warnings) for item in self.workloads) + len(self.passed_over),
        }
        empty = [source for source in self.sources if source not in holding]
        return plain_report("check", counts, [item.to_plain() for item in self.workloads], empty, self.passed_over)

    def page(self) -> Page:
        """Return the page of it."""
        from kubectl_inject.cli.formats.html.check_page import check_page

        return check_page(self.workloads, self.passed_over, self.texts)


def check(options: CheckOptions) -> int:
    """Check whether workloads are injected as they should be.

    Exits with 0 where they are, 1 where some are not, 2 on an error.
    """
    options.check(reads_cluster=options.against_injector)
    reported = report_file(options.report, [*options.names, options.output_file])
    color = options.output_file is None and colors(options.color, sys.stdout)
    failures = options.input.failures
    with_texts = options.output == "html" or reported.is_markdown
    checked = replace(run_check(options, failures, with_texts=with_texts), color=color)
    reported.refuse(checked.sources, options.output_file)
    write_texts([_written(checked, options.output)], options.output_file)
    reported.write(checked.to_plain, checked.page)
    if options.output_file is not None and not options.quiet:
        note(check_counts_line(checked.workloads, checked.passed_over))
    fails = checked.findings > 0
    if not checked.workloads:
        fails = options.fail_on_empty
        if fails or not options.quiet:
            note(f"{'error' if fails else 'warning'}: 0 workloads checked: no workloads in {_names(checked)}")
    failures.conclude()
    return int(fails)


def _written(checked: Checked, form: str) -> str:
    """Return the outcome in one of FORMATS."""
    workloads, passed_over = checked.workloads, checked.passed_over
    match form:
        case "json":
            from kubectl_inject.cli.formats.json import write_json

            return write_json(checked.to_plain())
        case "junit":
            from kubectl_inject.cli.formats.junit import write_junit

            return write_junit(workloads, passed_over)
        case "sarif":
            from kubectl_inject.cli.formats.sarif import write_sarif

            return write_sarif(workloads, passed_over)
        case "github":
            from kubectl_inject.cli.formats.github import write_github

            return write_github(workloads, passed_over)
        case "html":
            from kubectl_inject.cli.formats.html.page import write_page

            return write_page(checked.page())
        case _:
            return findings_text(workloads, passed_over, color=checked.color)


def _names(checked: Checked) -> str:
    return listed(checked.sources) if checked.sources else "what was read"


def run_check(options: CheckOptions, failures: Failures = AT_ONCE, *, with_texts: bool = False) -> Checked:
    """Check what the options name, where they request that against the answers of the cluster's own injector.

    That one is compared with the cluster's configuration, where the options name no other. ``with_texts``: for a page.
    Raises InjectionError, but for what ``failures`` takes.
    """
    if options.against_injector:
        settings = options.merged_settings()
        if settings.uses_builtin and not settings.for_builtin:
            options = replace(options, from_cluster=True)
        injector = options.injector(records=False, quiet=options.quiet)
        streams, found = read_streams(options, namespaces=injector.reads_namespaces, failures=failures)
        with options.cluster_injector() as other:
            checked = _compared(streams, injector, other, found, failures)
    else:
        injector = options.injector(quiet=options.quiet)
        streams, found = read_streams(options, namespaces=injector.reads_namespaces, failures=failures)
        namespaces = injector.knowing(found)

        def check_one(document: Document) -> _CheckedDocument:
            workloads, passed_over, text = injector.check_document(document, namespaces, with_text=with_texts)
            texts: list[tuple[str, str] | None] = [None] * len(workloads)
            place = next((place for place, item in enumerate(workloads) if item.finding is not None), None)
            if with_texts and place is not None:
                texts[place] = document.whole, text
            return workloads, passed_over, texts

        checked = _together(
            each_worked_through(streams, injector.work(check_one), _taken, failures, options.input.jobs)
        )
    if options.fail_on_skip:
        checked = replace(checked, workloads=[item.required for item in checked.workloads])
    return checked


def _compared(
    streams: Sequence[Stream],
    injector: Injector,
    other: PodInjector,
    found: Mapping[str, NamespaceMetadata],
    failures: Failures,
) -> Checked:
    """Return how two injectors differ on streams, but on those whose errors ``failures`` takes."""

    def compared(stream: Stream) -> list[Checked]:
        workloads = injector.compare_documents(stream.documents, other, found)
        return [Checked(workloads, [stream.name], injector.passed_over_in(stream.documents))]

    return _together(each_of(streams, compared, failures))


def _taken(stream: Stream, results: Iterable[_CheckedDocument]) -> Checked:
    """Return what the check of a stream's documents found."""
    found = list(results)
    return Checked(
        [item for workloads, _, _ in found for item in workloads],
        [stream.name],
        [warning for _, passed_over, _ in found for warning in passed_over],
        [both for _, _, texts in found for both in texts],
    )


def _together(checked: Sequence[Checked]) -> Checked:
    """Return the outcomes of several streams as one."""
    return Checked(
        [item for each in checked for item in each.workloads],
        [source for each in checked for source in each.sources],
        [warning for each in checked for warning in each.passed_over],
        [both for each in checked for both in each.texts],
    )
