"""``kubectl inject config diff``: what differs between two configurations, and in the Pods that they inject."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import typer

from kubectl_inject.cli.formats.json import write_json
from kubectl_inject.cli.formats.text import comparison_text
from kubectl_inject.cli.input.options import InputOptions
from kubectl_inject.cli.output.placement import write_texts
from kubectl_inject.cli.output.report_file import REPORT_OR_MARKDOWN, report_file
from kubectl_inject.cli.shared_options import COLOR, OUTPUT_FILE
from kubectl_inject.options.option import OUTPUT, argument, option
from kubectl_inject.options.typer_commands import with_options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from kubectl_inject.cli.formats.html.page import Page
    from kubectl_inject.cli.input.streams import Stream
    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.injection.config_comparison import Comparison
    from kubectl_inject.injection.workload import Object

EXAMPLES = """
Examples:

  kubectl inject config diff mesh/1-30.yaml mesh/1-31.yaml

  # What an upgrade would change in your own workloads

  kubectl inject config diff 1.30 1.31 -R -f deploy/

  # The same as a comment for a pull request

  kubectl inject config diff 1.30 1.31 -R -f deploy/ --report upgrade.md
"""
FORMATS: dict[str, Callable[[Comparison], str]] = {
    "text": comparison_text,
    "json": lambda comparison: write_json(_plain(comparison)),
}


@with_options
def diff(
    options: InputOptions,
    old: str = argument(
        text="Configuration's file or folder, or a version such as 1.30.", metavar="OLD", completes="configurations"
    ),
    new: str = argument(text="The one to compare it with.", metavar="NEW", completes="configurations"),
    output: str = option("-o", text="Format.", default="text", choices=(*FORMATS, "html"), group=OUTPUT),
    output_file: str | None = OUTPUT_FILE,
    report: str | None = REPORT_OR_MARKDOWN,
    color: str = COLOR,  # noqa: ARG001  # every command takes it; nothing here is coloured
) -> None:
    """Compare two configurations, and the Pods that they inject.

    Input is injected with both; without any, samples are. Exits with 0 where no Pod would change, 1 where some would,
    2 on an error.
    """
    from kubectl_inject.cli.input.streams import each_of, streams_of
    from kubectl_inject.config.injection_config import ConfigError
    from kubectl_inject.injection.config_comparison import compare_configs

    files = options.names(None)
    reported = report_file(report, [*files, output_file])
    reported.refuse([old, new], output_file)
    named = [*files, *filter(None, [options.kustomization])]
    workloads: list[Object] = []
    failures = options.failures
    if named:
        options.check(None)
        selects = options.selects(None)
        streams = streams_of(options, None, failures)
        reported.refuse((stream.name for stream in streams), output_file)
        workloads = [item for item in each_of(streams, _workloads_in, failures) if selects is None or selects(item)]
        if not workloads:
            failures.conclude()
            raise ConfigError(f"no workloads in {', '.join(named)}")
    comparison = compare_configs(_config_named(old), _config_named(new), workloads, options.jobs)

    def page() -> Page:
        from kubectl_inject.cli.formats.html.comparison_page import comparison_page

        return comparison_page(comparison, old, new)

    write_texts([_html(page()) if output == "html" else FORMATS[output](comparison)], output_file)
    reported.write(lambda: _plain(comparison), page)
    failures.conclude()
    raise typer.Exit(not comparison.same_pods)


def _html(page: Page) -> str:
    from kubectl_inject.cli.formats.html.page import write_page

    return write_page(page)


def _workloads_in(stream: Stream) -> list[Object]:
    """Return the workloads of a stream, and what may be one and has fields of wrong types."""
    from kubectl_inject.cli.input.streams import objects_in, workload_documents

    return [item for _, value in workload_documents([stream]) for item in objects_in(value) if _may_be_workload(item)]


def _may_be_workload(value: Object) -> bool:
    from kubectl_inject.injection.workload import find_workload
    from kubectl_inject.kubernetes.schema.decoding import FieldTypeError

    try:
        return find_workload(value) is not None
    except FieldTypeError:
        return True


def _config_named(name: str) -> InjectionConfig:
    """Return the configuration in a file or folder, or the built-in one of a version."""
    from kubectl_inject.settings.injection_settings import InjectionSettings
    from kubectl_inject.settings.resolved import SettingsLayer, resolve

    is_version = re.fullmatch(r"\d+\.\d+(\.\d+)?", name) and not Path(name).exists()
    settings = InjectionSettings(istio_version=name) if is_version else InjectionSettings(config=(name,))
    return resolve([SettingsLayer("arguments", settings)]).config


def _plain(comparison: Comparison) -> dict[str, Any]:
    return {
        "samePods": comparison.same_pods,
        "workloads": list(comparison.workloads),
        "changed": list(comparison.changed),
        "differences": [asdict(difference) for difference in comparison.differences],
    }
