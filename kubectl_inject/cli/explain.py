"""``kubectl inject explain -f``: why each workload comes out as it does."""

from __future__ import annotations

import sys

from kubectl_inject.cli.failures import AT_ONCE, Failures
from kubectl_inject.cli.formats.json import write_json
from kubectl_inject.cli.formats.tree import print_trees
from kubectl_inject.cli.formats.yaml import write_yaml
from kubectl_inject.cli.input import each_of, read_streams
from kubectl_inject.cli.progress import note
from kubectl_inject.cli.shared_options import QUIET, STRICT, ManifestOptions, colors, refuse_warnings
from kubectl_inject.injection.reports.report import Report
from kubectl_inject.options.option import OUTPUT, option
from kubectl_inject.options.typer_commands import with_options
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from kubectl_inject.injection.reports.explanation import Explanation
    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning

EXAMPLES = """
Examples:

  kubectl inject explain -f app.yaml

  # One workload of many

  kubectl inject explain -R -f deploy/ deploy/web
"""
FORMATS: dict[str, Callable[[Any], str]] = {"json": write_json, "yaml": write_yaml}
"""What is for programs. People get a tree."""


@dataclass(frozen=True, slots=True)
class ExplainOptions(ManifestOptions):
    """The options of ``kubectl inject explain`` itself."""

    output: str = option("-o", text="Format for programs. Default: a tree.", choices=("", *FORMATS), group=OUTPUT)
    strict: bool = STRICT
    quiet: bool = QUIET

    @property
    def refuses_warnings(self) -> bool:
        """Whether warnings of the configuration itself are errors."""
        return self.strict


@with_options
def explain(options: ExplainOptions) -> None:
    """Explain whether a workload is injected, and what changes."""
    options.check()
    failures = options.input.failures
    explanations, passed_over = run_explain(options, failures)
    if options.strict:
        refuse_warnings(Report(tuple(each.report for each in explanations), passed_over=tuple(passed_over)).warnings)
    if not options.quiet:
        note(*(f"warning: {warning}" for warning in passed_over))
    if options.output:
        plain = {
            "workloads": [explanation.to_plain() for explanation in explanations],
            "passedOver": [warning.to_plain() for warning in passed_over],
        }
        sys.stdout.write(FORMATS[options.output](plain))
    else:
        print_trees(explanations, color=colors(options.color, sys.stdout))
    failures.conclude()


def run_explain(
    options: ExplainOptions, failures: Failures = AT_ONCE
) -> tuple[list[Explanation], list[DocumentWarning]]:
    """Return the explanations of the workloads that the options name, and the warnings of what else they name.

    Raises InjectionError, but for what ``failures`` takes.
    """
    injector = options.injector(quiet=options.quiet)
    streams, found = read_streams(options, namespaces=injector.reads_namespaces, failures=failures)
    explained = each_of(
        streams,
        lambda stream: [
            (injector.explain_documents(stream.documents, found), injector.passed_over_in(stream.documents))
        ],
        failures,
    )
    return [item for items, _ in explained for item in items], [item for _, items in explained for item in items]
