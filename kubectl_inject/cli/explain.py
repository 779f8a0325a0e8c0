"""``kubectl inject explain -f``: why each workload comes out as it does."""

from __future__ import annotations

import sys

from kubectl_inject.cli.formats.json import JSON_SEPARATOR, json_entry, json_lists
from kubectl_inject.cli.formats.outcomes import passed_over_lines
from kubectl_inject.cli.formats.tree import tree_lines
from kubectl_inject.cli.formats.yaml import yaml_entry, yaml_lists
from kubectl_inject.cli.input.failures import AT_ONCE, Failures
from kubectl_inject.cli.input.streams import each_worked_through, read_streams
from kubectl_inject.cli.output.placement import write_texts
from kubectl_inject.cli.output.progress import terminal_width, write_lines
from kubectl_inject.cli.output.report_file import REPORT_OR_MARKDOWN, report_file
from kubectl_inject.cli.output.spool import Spool
from kubectl_inject.cli.shared_options import OUTPUT_FILE, QUIET, STRICT, ManifestOptions, colors, refuse_warnings
from kubectl_inject.injection.reports.report import Report, together
from kubectl_inject.options.option import OUTPUT, option
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from kubectl_inject.cli.formats.html.page import Page
    from kubectl_inject.cli.input.streams import Stream
    from kubectl_inject.cli.output.spool import SpooledPart
    from kubectl_inject.injection.reports.explanation import Explanation
    from kubectl_inject.injection.reports.report import WorkloadReport
    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning
    from kubectl_inject.manifests.stream import Document

EXAMPLES = """
Examples:

  kubectl inject explain -f app.yaml

  # One workload of many

  kubectl inject explain -R -f deploy/ deploy/web

  # As a comment for a pull request

  kubectl inject explain -R -f deploy/ --report explained.md
"""


@dataclass(frozen=True, slots=True)
class Entries:
    """How the explanations of workloads are written: each of them, and what separates two."""

    write: Callable[[Explanation], str]
    separator: str = ""


@dataclass(frozen=True, slots=True)
class ProgramFormat:
    """A format for programs: how an entry of a list is written, what separates two, and the whole of all lists."""

    entry: Callable[[Any], str]
    separator: str
    lists: Callable[[Mapping[str, Iterable[str]]], Iterator[str]]

    @property
    def entries(self) -> Entries:
        """How explanations are written as the entries of a list."""
        return Entries(lambda explanation: self.entry(explanation.to_plain()), self.separator)


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
    output_file: str | None = OUTPUT_FILE
    report: str | None = REPORT_OR_MARKDOWN
    strict: bool = STRICT
    quiet: bool = QUIET

    @property
    def refuses_warnings(self) -> bool:
        """Whether warnings of the configuration itself are errors."""
        return self.strict


def explain(options: ExplainOptions) -> None:
    """Explain whether a workload is injected, and what changes."""
    options.check()
    reported = report_file(options.report, [*options.names, options.output_file])
    failures = options.input.failures
    plain = FORMATS["json"].entries
    for_programs = FORMATS.get(options.output)
    if options.output == _PAGE:
        forms = [plain]
    else:
        forms = [for_programs.entries if for_programs else _tree(options), *([plain] if reported.path else [])]
    explained = run_explain(options, forms, failures, with_texts=options.output == _PAGE or reported.is_markdown)
    report = explained.report
    if options.strict:
        refuse_warnings(report.warnings)
    if not options.quiet:
        write_lines(passed_over_lines(report.passed_over, lists_all=False, color=colors(options.color, sys.stderr)))
    reported.refuse(report.sources, options.output_file)
    pieces = explained.written[0].texts()
    if options.output == _PAGE:
        from kubectl_inject.cli.formats.html.page import write_page

        texts: Iterable[str] = [write_page(explained.page())]
    elif for_programs is None:
        texts = pieces if len(report) else ["no workloads found\n"]
    else:
        entries = for_programs.separator.join(for_programs.entry(each.to_plain()) for each in report.passed_over)
        texts = for_programs.lists({"workloads": pieces, "passedOver": [entries] if entries else []})
    write_texts(texts, options.output_file)
    reported.write(explained.to_plain, explained.page)
    failures.conclude()


def _tree(options: ExplainOptions) -> Entries:
    """Return how explanations are written as trees: to the width of a terminal, and in its colours."""
    is_printed = options.output_file is None
    color = is_printed and colors(options.color, sys.stdout)
    # A pipeline might take the rest of a line, on one of its own, for a command.
    width = terminal_width(sys.stdout) if is_printed else None
    return Entries(lambda explanation: "".join(f"{line}\n" for line in tree_lines(explanation, width, color=color)))


@dataclass(frozen=True, slots=True)
class Explained:
    """The explanations of workloads, written once for each of some forms; and the report of these workloads.

    The last form is JSON's wherever a page or plain data is made of them. ``texts`` are their documents before and
    after, written as JSON: null for a workload in the same document as the one before it, and nothing without a page.
    """

    written: Sequence[SpooledPart]
    report: Report
    texts: SpooledPart

    def to_plain(self) -> dict[str, Any]:
        """Return it as plain data, by the schema in docs/explain.schema.json."""
        return {
            "workloads": _read_list(self.written[-1]),
            "passedOver": [warning.to_plain() for warning in self.report.passed_over],
        }

    def page(self) -> Page:
        """Return the page of it."""
        from kubectl_inject.cli.formats.html.explain_page import explain_page

        return explain_page(_read_list(self.written[-1]), self.report.passed_over, _read_list(self.texts))


def _read_list(entries: SpooledPart) -> list[Any]:
    """Return the entries of a list in JSON."""
    import json

    found: list[Any] = json.loads(f"[{''.join(entries.texts())}]")
    return found


def run_explain(
    options: ExplainOptions, forms: Sequence[Entries], failures: Failures = AT_ONCE, *, with_texts: bool = False
) -> Explained:
    """Explain the workloads that the options name, in each of some forms, with the texts for a page.

    Raises InjectionError, but for what ``failures`` takes.
    """
    injector = options.injector(quiet=options.quiet)
    streams, found = read_streams(options, namespaces=injector.reads_namespaces, failures=failures)
    namespaces = injector.knowing(found)
    spools, text_spool = [Spool() for _ in forms], Spool()

    def explain_one(document: Document) -> Any:
        explanations, passed_over, text = injector.explain_document(document, namespaces, with_text=with_texts)
        written = [[form.write(each) for each in explanations] for form in forms]
        texts: list[tuple[str, str] | None] = []
        if with_texts and explanations:
            texts = [(document.whole, text), *([None] * (len(explanations) - 1))]
        return written, list(map(json_entry, texts)), [each.report for each in explanations], passed_over

    def taken(_stream: Stream, results: Iterator[Any]) -> Report:
        reports: list[WorkloadReport] = []
        warnings: list[DocumentWarning] = []
        for written, texts, reported, passed_over in results:
            for form, spool, entries in zip(forms, spools, written, strict=True):
                _add(spool, form.separator, entries)
            _add(text_spool, JSON_SEPARATOR, texts)
            reports += reported
            warnings += passed_over
        return Report(tuple(reports), passed_over=tuple(warnings))

    all_reports = each_worked_through(streams, injector.work(explain_one), taken, failures, options.input.jobs)
    sources = tuple(stream.name for stream in streams)
    return Explained([spool.since(0) for spool in spools], together(all_reports, sources), text_spool.since(0))


def _add(spool: Spool, separator: str, entries: Iterable[str]) -> None:
    """Add entries to those that are in a spool."""
    for entry in entries:
        spool.write(f"{separator if spool.size else ''}{entry}".encode())
