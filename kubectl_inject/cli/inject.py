"""``kubectl inject -f``: manifests in, injected manifests out."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import typer

from kubectl_inject.cli.input import Stream, read_streams
from kubectl_inject.cli.progress import with_progress
from kubectl_inject.cli.settings import Settings
from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.report import Report, WorkloadReport
from kubectl_inject.manifests.output_format import OutputFormat, reformatted


@dataclass(frozen=True, slots=True)
class InjectedStream:
    """One source before and after injection, and the report of its workloads."""

    name: str
    encoding: str
    before: bytes
    after: bytes
    report: Report


def run_inject(settings: Settings, injector: Injector, form: OutputFormat | None = None) -> list[InjectedStream]:
    """Inject what the settings name, all of it before anything is written. Raises InjectionError."""
    streams, found = read_streams(settings, namespaces=injector.reads_namespaces)
    injected = []
    for stream in with_progress(streams):
        texts, report = injector.inject_documents(stream.documents, found)
        injected.append(
            InjectedStream(stream.name, stream.encoding, stream.data, _written(texts, stream, form), report)
        )
    return injected


def _written(texts: list[str], stream: Stream, form: OutputFormat | None) -> bytes:
    if form is not None:
        return reformatted(texts, stream.name, form).encode()
    return "".join(texts).encode(stream.encoding)


def report_of(streams: list[InjectedStream]) -> Report:
    """Return the reports of all streams as one."""
    return Report(
        tuple(workload for stream in streams for workload in stream.report),
        sum(stream.report.written_anew for stream in streams),
    )


def output_choice(output: str, output_file: Path | None) -> tuple[OutputFormat | None, Path | None]:
    """Return the format and the file that ``-o`` and ``--output`` ask for.

    As istioctl writes a file with ``-o``, a value with a dot or a slash is one here too.
    """
    if output in {form.value for form in OutputFormat}:
        return OutputFormat(output), output_file
    if not output:
        return None, output_file
    if output_file is None and ("." in output or "/" in output):
        return None, Path(output)
    raise typer.BadParameter(f"expected yaml or json, found {output!r}; --output names a file", param_hint="-o")


def refuse_warnings(workloads: Iterable[WorkloadReport]) -> None:
    """Raise InjectionError where there are warnings."""
    warnings = [f"{workload.title}: {warning}" for workload in workloads for warning in workload.warnings]
    if warnings:
        raise InjectionError("warnings are errors with --strict:\n  " + "\n  ".join(warnings))


def print_report(report: Report, *, verbose: bool) -> None:
    """Say on standard error, a line each, what was done to the workloads."""
    for workload in report:
        say(str(workload))
        for warning in workload.warnings:
            say(f"  warning: {warning}")
    if not len(report):
        say("no workloads found: nothing to inject")
    if verbose:
        say(f"{len(report)} workloads, {report.injected} injected; {report.written_anew} documents written anew")


def say(line: str) -> None:
    """Write a line for people, beside the output."""
    sys.stderr.write(line + "\n")
