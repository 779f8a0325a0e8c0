"""``kubectl inject check -f``: for pipelines, whether manifests are injected just as they should be."""

from __future__ import annotations

import sys

import typer

from kubectl_inject.cli.failures import AT_ONCE, Failures
from kubectl_inject.cli.formats.github import write_github
from kubectl_inject.cli.formats.json import write_json
from kubectl_inject.cli.formats.junit import write_junit
from kubectl_inject.cli.formats.outcomes import listed
from kubectl_inject.cli.formats.sarif import write_sarif
from kubectl_inject.cli.formats.text import check_counts_line, findings_text
from kubectl_inject.cli.input import each_of, read_streams
from kubectl_inject.cli.placement import Placement
from kubectl_inject.cli.progress import note
from kubectl_inject.cli.report_file import REPORT_FILE, plain_report, report_file
from kubectl_inject.cli.shared_options import OUTPUT_FILE, QUIET, ManifestOptions, colors
from kubectl_inject.cli.spool import HeldOutput
from kubectl_inject.options.option import CLUSTER, OUTPUT, option, path_of
from kubectl_inject.options.typer_commands import with_options
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from kubectl_inject.cli.input import Stream
    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.injection.reports.checking import CheckedWorkload
    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning

EXAMPLES = """
Examples:

  kubectl inject check -R -f deploy/

  # For a pipeline: findings in a file, or as annotations on a pull request

  kubectl inject check -R -f deploy/ -o sarif --output found.sarif

  kubectl inject check -R -f deploy/ -o github --fail-on-skip

  # Compare with what the cluster's own injector makes

  kubectl inject check -f app.yaml --against-injector
"""
FORMATS: dict[str, Callable[[Checked], str]] = {
    "text": lambda checked: findings_text(checked.workloads, checked.passed_over, color=checked.color),
    "json": lambda checked: write_json(checked.to_plain()),
    "junit": lambda checked: write_junit(checked.workloads, checked.passed_over),
    "sarif": lambda checked: write_sarif(checked.workloads, checked.passed_over),
    "github": lambda checked: write_github(checked.workloads, checked.passed_over),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check: the workloads, the sources that were read, and whether people see it in colours.

    ``passed_over`` are warnings of documents that are no workloads.
    """

    workloads: Sequence[CheckedWorkload]
    sources: Sequence[str]
    passed_over: Sequence[DocumentWarning] = ()
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


@with_options
def check(
    options: ManifestOptions,
    output: str = option("-o", text="Format.", default="text", choices=tuple(FORMATS), group=OUTPUT),
    output_file: str | None = OUTPUT_FILE,
    quiet: bool = QUIET,
    report: str | None = REPORT_FILE,
    against_injector: bool = option(
        "--against-injector",
        text="Compare injection with the cluster's own injector.",
        default=False,
        group=CLUSTER,
    ),
    fail_on_empty: bool = option(
        "--fail-on-empty", text="Exit with 1 where there is no workload.", default=False, group=OUTPUT
    ),
    fail_on_skip: bool = option(
        "--fail-on-skip", text="Find every workload that is not injected.", default=False, group=OUTPUT
    ),
) -> None:
    """Check whether workloads are injected as they should be.

    Exits with 0 where they are, 1 where some are not, 2 on an error.
    """
    options.check(reads_cluster=against_injector)
    reported = report_file(report, [*options.names, output_file])
    color = output_file is None and colors(options.color, sys.stdout)
    failures = options.input.failures
    checked = run_check(
        options, against_injector=against_injector, requires_all=fail_on_skip, failures=failures, quiet=quiet
    )
    checked = replace(checked, color=color)
    reported.refuse(checked.sources)
    text = FORMATS[output](checked)
    Placement([], path_of(output_file)).write([HeldOutput("", [text.encode()])])
    reported.write(checked.to_plain())
    if output_file is not None and not quiet:
        note(check_counts_line(checked.workloads, checked.passed_over))
    is_empty = not checked.workloads
    if is_empty and (fail_on_empty or not quiet):
        note(f"{'error' if fail_on_empty else 'warning'}: 0 workloads checked: no workloads in {_names(checked)}")
    failures.conclude()
    raise typer.Exit(checked.findings > 0 or (is_empty and fail_on_empty))


def _names(checked: Checked) -> str:
    return listed(checked.sources) if checked.sources else "what was read"


def run_check(
    options: ManifestOptions,
    *,
    against_injector: bool = False,
    requires_all: bool = False,
    failures: Failures = AT_ONCE,
    quiet: bool = False,
) -> Checked:
    """Check what the options name. ``against_injector``: against the answers of the cluster's own injector.

    That one is compared with the cluster's configuration, where the options name no other. ``requires_all``: every
    workload should be injected. Raises InjectionError, but for what ``failures`` takes.
    """
    if against_injector:
        settings = options.merged_settings()
        if settings.uses_builtin and not settings.for_builtin:
            options = replace(options, from_cluster=True)
        injector = options.injector(records=False, quiet=quiet)
        streams, found = read_streams(options, namespaces=injector.reads_namespaces, failures=failures)
        with options.cluster_injector() as other:
            checked = _checked(
                streams, injector, lambda stream: injector.compare_documents(stream.documents, other, found), failures
            )
    else:
        injector = options.injector(quiet=quiet)
        streams, found = read_streams(options, namespaces=injector.reads_namespaces, failures=failures)
        checked = _checked(
            streams, injector, lambda stream: injector.check_documents(stream.documents, found), failures
        )
    return replace(checked, workloads=[item.required for item in checked.workloads]) if requires_all else checked


def _checked(
    streams: Sequence[Stream],
    injector: Injector,
    check: Callable[[Stream], list[CheckedWorkload]],
    failures: Failures,
) -> Checked:
    """Return what a check finds in streams, but those whose errors ``failures`` takes."""
    checked = each_of(
        streams,
        lambda stream: [Checked(check(stream), [stream.name], list(injector.passed_over_in(stream.documents)))],
        failures,
    )
    return Checked(
        [item for each in checked for item in each.workloads],
        [source for each in checked for source in each.sources],
        [warning for each in checked for warning in each.passed_over],
    )
