"""``kubectl inject status``: whether running workloads are what injection would make now."""

from __future__ import annotations

import sys

import typer

from kubectl_inject.cli.formats.json import write_json
from kubectl_inject.cli.formats.status_table import names_text, restart_lines, status_table, summary_line
from kubectl_inject.cli.output.placement import write_texts
from kubectl_inject.cli.output.progress import note
from kubectl_inject.cli.output.report_file import REPORT_OR_MARKDOWN, report_file
from kubectl_inject.cli.shared_options import OUTPUT_FILE, ConfigurationOptions, colors
from kubectl_inject.errors import InjectionError
from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.options.option import INPUT, OUTPUT, UsageError, argument, option
from kubectl_inject.options.typer_commands import with_options
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import NoReturn

    from kubectl_inject.cli.formats.html.page import Page
    from kubectl_inject.injection.selection.workload_filter import WorkloadFilter
    from kubectl_inject.status.verdicts import Status

EXAMPLES = """
Examples:

  kubectl inject status -n shop

  # Everything, with reasons

  kubectl inject status -A -o wide

  # What an upgrade would change, before it is made

  kubectl inject status -A --istio-version 1.31
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A status, whether it is of all namespaces, whether people see it in colours, and the flags that lead there.

    ``last`` is the status that was shown before, if one was.
    """

    status: Status
    all_namespaces: bool = False
    color: bool = False
    flags: tuple[str, ...] = ()
    last: Status | None = None

    def page(self) -> Page:
        """Return the page of it."""
        from kubectl_inject.cli.formats.html.status_page import status_page

        return status_page(self.status, restart_lines(self.status, self.flags))


FORMATS: dict[str, Callable[[Shown], str]] = {
    "table": lambda shown: _table(shown, wide=False),
    "wide": lambda shown: _table(shown, wide=True),
    "json": lambda shown: write_json(shown.status.to_plain()),
    "yaml": lambda shown: ("---\n" if shown.last else "") + write_yaml(shown.status.to_plain()),
    "name": lambda shown: names_text(shown.status, shown.last),
    "html": lambda shown: _html(shown),
}
_TABLES = ("table", "wide")


def _table(shown: Shown, *, wide: bool) -> str:
    return status_table(shown.status, wide=wide, namespaces=shown.all_namespaces, color=shown.color, last=shown.last)


def _html(shown: Shown) -> str:
    from kubectl_inject.cli.formats.html.page import write_page

    return write_page(shown.page())


@with_options
def status(
    options: ConfigurationOptions,
    words: list[str] | None = argument(
        text="Workloads by KIND/NAME; all of the namespace without any.",
        metavar="[KIND/NAME]",
        required=False,
        repeated=True,
        completes="workloads",
    ),
    all_namespaces: bool = option("--all-namespaces", "-A", text="Of all namespaces.", default=False, group=INPUT),
    selector: str = option("--selector", "-l", text="Only workloads with such labels: app=web,!old.", group=INPUT),
    output: str = option(
        "-o", text="Format. name: of those that are stale.", default="table", choices=tuple(FORMATS), group=OUTPUT
    ),
    output_file: str | None = OUTPUT_FILE,
    report: str | None = REPORT_OR_MARKDOWN,
    watch: bool = option("--watch", "-w", text="Look again, and print what changed.", default=False, group=OUTPUT),
) -> None:
    """Compare running Pods with those that injection would make now.

    Reads the cluster by kubectl, and changes nothing. Exits with 0 where all Pods are current, 1 where some are stale,
    2 where that could not be found out.
    """
    options.check(reads_cluster=True)
    selected = _filter(words or (), selector)
    flags = options.as_settings()
    if all_namespaces and flags.namespace:
        raise UsageError("is of one namespace, and -A/--all-namespaces of all", "-n/--namespace")
    if watch and output == "html" and output_file is None:
        raise UsageError("expected another format than html, which is one page, or --output FILE", "-w/--watch")
    reported = report_file(report, [output_file])
    color = output in _TABLES and output_file is None and colors(options.color, sys.stdout)

    def look() -> Status:
        return find_status(options, selected, all_namespaces=all_namespaces)

    def show(found: Status, last: Status | None = None) -> None:
        before = last if output_file is None else None  # a file holds all of it, each time
        shown = Shown(found, all_namespaces, color, _flags(options), before)
        reported.write(found.to_plain, shown.page)
        text = FORMATS[output](shown)
        write_texts([text], output_file)
        sys.stdout.flush()
        known = last.unread if last is not None else ()
        note(*(f"not read: {line}" for line in found.unread if line not in known))
        if output in _TABLES and (text or last is None):
            _note_more(shown)

    if watch:
        _watch(look, show)
    found = look()
    show(found)
    raise typer.Exit(found.exit_status)


def _watch(look: Callable[[], Status], show: Callable[[Status, Status | None], None]) -> NoReturn:
    """Show what a first look finds, and what changes after that, until somebody interrupts."""
    from kubectl_inject.cli.status.watch import looks

    last = None
    for found in looks(look):
        show(found, last)
        last = found
    raise AssertionError("it never ends")


def _note_more(shown: Shown) -> None:
    note(summary_line(shown.status))
    known = restart_lines(shown.last, shown.flags) if shown.last is not None else []
    commands = [line for line in restart_lines(shown.status, shown.flags) if line not in known]
    if commands:
        note("to bring these up to date:", *(f"  {command}" for command in commands))


def _flags(options: ConfigurationOptions) -> tuple[str, ...]:
    """Return the flags by which kubectl finds the same cluster."""
    given = {"--context": options.cluster.context, "--kubeconfig": options.cluster.kubeconfig}
    return tuple(f"{flag}={value}" for flag, value in given.items() if value)


def _filter(words: Sequence[str], selector: str) -> WorkloadFilter | None:
    from kubectl_inject.injection.selection.workload_filter import WorkloadFilter, workload_name
    from kubectl_inject.kubernetes.label_selector import SelectorError, parse_selector_text

    names = []
    for word in words:
        name = workload_name(word)
        if name is None:
            raise UsageError("expected a workload's kind and name, such as deployment/web", word)
        names.append(name)
    try:
        requirements = parse_selector_text(selector)
    except SelectorError as error:
        raise UsageError(str(error), "-l/--selector") from None
    return WorkloadFilter(tuple(names), requirements) if names or requirements else None


def find_status(
    options: ConfigurationOptions, selected: WorkloadFilter | None = None, *, all_namespaces: bool = False
) -> Status:
    """Return the status of what runs in the cluster that the options name. Raises InjectionError."""
    from kubectl_inject.cli.status.running_mesh import read_running
    from kubectl_inject.cluster.namespaces import current_namespace
    from kubectl_inject.settings.resolved import SettingsLayer, resolve
    from kubectl_inject.status.control_planes import control_plane

    access = options.cluster_access
    settings = options.as_settings()
    given = replace(settings, from_cluster=False)
    names_other = not given.uses_builtin or given.istio_version or given.for_builtin
    assumed = None
    if names_other:
        config = resolve([SettingsLayer("flags", given)]).config
        assumed = control_plane(config.installation.revision, config)
    namespace = "" if all_namespaces else settings.namespace or current_namespace(access.kubectl) or "default"
    found = read_running(access, namespace, selected.selects if selected else None, assumed=assumed)
    if selected is not None and selected.names and not found.unread:
        values = [{"kind": each.kind, "metadata": {"name": each.name}} for each in found.workloads]
        if missing := selected.missing(values):
            where = f"namespace {namespace}" if namespace else "the cluster"
            raise InjectionError(f"{where} has no {', '.join(map(str, missing))}")
    return found
