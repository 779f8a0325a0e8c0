"""``kubectl inject explain -f``: why each workload comes out as it does."""

from __future__ import annotations

import sys

from kubectl_inject.cli.failures import AT_ONCE, Failures
from kubectl_inject.cli.formats.json import JSON_SEPARATOR, json_entry, json_lists
from kubectl_inject.cli.formats.tree import tree_lines
from kubectl_inject.cli.formats.yaml import yaml_entry, yaml_lists
from kubectl_inject.cli.input import each_worked_through, read_streams
from kubectl_inject.cli.progress import note, terminal_width
from kubectl_inject.cli.shared_options import QUIET, STRICT, ManifestOptions, colors, refuse_warnings
from kubectl_inject.cli.spool import Spool
from kubectl_inject.injection.reports.report import Report, together
from kubectl_inject.options.option import OUTPUT, option
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from kubectl_inject.cli.input import Stream
    from kubectl_inject.injection.reports.explanation import Explanation
    from kubectl_inject.injection.reports.report import WorkloadReport
    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning
    from kubectl_inject.manifests.stream import Document

EXAMPLES = """
Examples:

  kubectl inject explain -f app.yaml

  # One workload of many

  kubectl inject explain -R -f deploy/ deploy/web
"""


@dataclass(frozen=True, slots=True)
class ProgramFormat:
    """A format for programs: how an entry of a list is written, what separates two, and the whole of all lists."""

    entry: Callable[[Any], str]
    separator: str
    lists: Callable[[Mapping[str, Iterable[str]]], Iterator[str]]


FORMATS = {
    "json": ProgramFormat(json_entry, JSON_SEPARATOR, json_lists),
    "yaml": ProgramFormat(yaml_entry, "", yaml_lists),
}
"""What is for programs. People get a tree, or a page."""
_PAGE = "html"


@dataclass(frozen=True, slots=True)
class ExplainOptions(ManifestOptions):
    """The options of ``kubectl inject explain`` itself."""

    output: str = option(
        "-o", text="Format for programs. Default: a tree.", choices=("", *FORMATS, _PAGE), group=OUTPUT
    )
    strict: bool = STRICT
    quiet: bool = QUIET

    @property
    def refuses_warnings(self) -> bool:
        """Whether warnings of the configuration itself are errors."""
        return self.strict


def explain(options: ExplainOptions) -> None:
    """Explain whether a workload is injected, and what changes."""
    options.check()
    failures = options.input.failures
    form = FORMATS.get("json" if options.output == _PAGE else options.output)
    color = colors(options.color, sys.stdout)
    # A pipeline might take the rest of a line, on one of its own, for a command.
    width = terminal_width(sys.stdout)

    def write(explanation: Explanation) -> str:
        if form is not None:
            return form.entry(explanation.to_plain())
        return "".join(f"{line}\n" for line in tree_lines(explanation, width, color=color))

    explained = run_explain(options, write, form.separator if form else "", failures)
    report = explained.report
    if options.strict:
        refuse_warnings(report.warnings)
    if not options.quiet:
        note(*(f"warning: {warning}" for warning in report.passed_over))
    if options.output == _PAGE:
        sys.stdout.write(_page(explained))
    elif form is None:
        sys.stdout.writelines(explained.pieces if len(report) else ["no workloads found\n"])
    else:
        passed_over = form.separator.join(form.entry(warning.to_plain()) for warning in report.passed_over)
        sys.stdout.writelines(
            form.lists({"workloads": explained.pieces, "passedOver": [passed_over] if passed_over else []})
        )
    failures.conclude()


def _page(explained: Explained) -> str:
    """Return the page of explanations that were written as entries of a list in JSON."""
    import json

    from kubectl_inject.cli.formats.html.explain_page import explain_page
    from kubectl_inject.cli.formats.html.page import write_page

    return write_page(explain_page(json.loads(f"[{''.join(explained.pieces)}]"), explained.report.passed_over))


@dataclass(frozen=True, slots=True)
class Explained:
    """The explanations of workloads, written, in pieces; and the report of these workloads."""

    pieces: Iterable[str]
    report: Report


def run_explain(
    options: ExplainOptions, write: Callable[[Explanation], str], separator: str, failures: Failures = AT_ONCE
) -> Explained:
    """Explain the workloads that the options name; ``write`` writes an explanation, with a separator between two.

    Raises InjectionError, but for what ``failures`` takes.
    """
    injector = options.injector(quiet=options.quiet)
    streams, found = read_streams(options, namespaces=injector.reads_namespaces, failures=failures)
    namespaces = injector.knowing(found)
    spool = Spool()

    def explain_one(document: Document) -> tuple[list[str], list[WorkloadReport], Sequence[DocumentWarning]]:
        explanations, passed_over = injector.explain_document(document, namespaces)
        return [write(each) for each in explanations], [each.report for each in explanations], passed_over

    def taken(_stream: Stream, results: Iterator[Any]) -> Report:
        reports: list[WorkloadReport] = []
        warnings: list[DocumentWarning] = []
        for written, reported, passed_over in results:
            for text in written:
                spool.write(f"{separator if spool.size else ''}{text}".encode())
            reports += reported
            warnings += passed_over
        return Report(tuple(reports), passed_over=tuple(warnings))

    all_reports = each_worked_through(injector, streams, explain_one, taken, failures, options.jobs)
    return Explained(spool.since(0).texts(), together(all_reports))
