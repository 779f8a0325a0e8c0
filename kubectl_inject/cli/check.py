"""``kubectl inject check -f``: for pipelines, whether manifests are injected just as they should be."""

from __future__ import annotations

import typer

from kubectl_inject.cli.formats.json import write_json
from kubectl_inject.cli.formats.junit import write_junit
from kubectl_inject.cli.formats.sarif import write_sarif
from kubectl_inject.cli.formats.text import findings_text
from kubectl_inject.cli.input import read_streams
from kubectl_inject.cli.placement import Placement
from kubectl_inject.cli.progress import note
from kubectl_inject.cli.shared_options import OUTPUT_FILE, ManifestOptions
from kubectl_inject.cli.spool import HeldOutput
from kubectl_inject.options.option import CLUSTER, OUTPUT, option, path_of
from kubectl_inject.options.typer_commands import with_options
from kubectl_inject.startup.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from kubectl_inject.injection.reports.checking import CheckedWorkload
    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning

EXAMPLES = """
Examples:

  kubectl inject check -R -f deploy/

  # For a pipeline

  kubectl inject check -R -f deploy/ -o sarif --output found.sarif

  # Compare with what the cluster's own injector makes

  kubectl inject check -f app.yaml --against-injector
"""
FORMATS: dict[str, Callable[[Sequence[CheckedWorkload]], str]] = {
    "text": findings_text,
    "json": lambda checked: write_json(_plain(checked)),
    "junit": write_junit,
    "sarif": write_sarif,
}


@with_options
def check(
    options: ManifestOptions,
    output: str = option("-o", text="Format.", default="text", choices=tuple(FORMATS), group=OUTPUT),
    output_file: str | None = OUTPUT_FILE,
    against_injector: bool = option(
        "--against-injector",
        text="Compare injection with the cluster's own injector.",
        default=False,
        group=CLUSTER,
    ),
) -> None:
    """Check whether workloads are injected as they should be.

    Exits with 0 where they are, 1 where some are not, 2 on an error.
    """
    options.check(reads_cluster=against_injector)
    checked, passed_over = run_check(options, against_injector=against_injector)
    for item in checked:
        place = f"{item.report.source}:{item.line}: {item.report.title}"
        note(*(f"warning: {place}: {warning}" for warning in item.report.warnings))
    note(*(f"warning: {warning}" for warning in passed_over))
    text = FORMATS[output](checked)
    Placement([], path_of(output_file)).write([HeldOutput("", [text.encode()])])
    raise typer.Exit(any(item.finding for item in checked))


def run_check(
    options: ManifestOptions, *, against_injector: bool = False
) -> tuple[list[CheckedWorkload], list[DocumentWarning]]:
    """Check the workloads that the options name, and return the warnings of what else they name.

    ``against_injector``: against the answers of the cluster's own injector. That one is compared with the cluster's
    configuration, where the options name no other. Raises InjectionError.
    """
    if against_injector:
        settings = options.merged_settings()
        if settings.uses_builtin and not settings.for_builtin:
            options = replace(options, from_cluster=True)
        injector = options.injector(records=False)
        streams, found = read_streams(options, namespaces=injector.reads_namespaces)
        with options.cluster_injector() as other:
            checked = [
                item for stream in streams for item in injector.compare_documents(stream.documents, other, found)
            ]
    else:
        injector = options.injector()
        streams, found = read_streams(options, namespaces=injector.reads_namespaces)
        checked = [item for stream in streams for item in injector.check_documents(stream.documents, found)]
    return checked, [warning for stream in streams for warning in injector.passed_over_in(stream.documents)]


def _plain(checked: Sequence[CheckedWorkload]) -> dict[str, Any]:
    workloads = [
        {
            "source": item.report.source,
            "line": item.line,
            "kind": item.report.kind,
            "name": item.report.name,
            "namespace": item.report.namespace,
            "finding": item.finding.name if item.finding else None,
            "message": item.message,
            "differing": list(item.differing),
            "warnings": [warning.to_plain() for warning in item.report.warnings],
        }
        for item in checked
    ]
    return {"workloads": workloads}
