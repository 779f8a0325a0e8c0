"""``kubectl inject -f``: manifests in, injected manifests out."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import typer

from kubectl_inject.cli.input import Stream, read_streams
from kubectl_inject.cli.settings import Settings
from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.report import Report, WorkloadReport
from kubectl_inject.manifests.output_format import OutputFormat, joined, reformatted


@dataclass(frozen=True, slots=True)
class InjectionRun:
    """The bytes that a run of the command prints, and its report."""

    output: bytes
    report: Report


def run_inject(settings: Settings, form: OutputFormat | None) -> InjectionRun:
    """Inject what the settings name, all of it before anything is printed. Raises InjectionError."""
    namespaces = settings.known_namespaces()
    injector = Injector(settings.injection_config(), namespace=settings.namespace, namespaces=namespaces)
    streams, found = read_streams(settings, namespaces=injector.reads_namespaces)
    outputs: list[bytes] = []
    workloads: list[WorkloadReport] = []
    for stream in streams:
        texts, report = injector.inject_documents(stream.documents, found)
        outputs.append(_written(texts, stream, form))
        workloads.extend(report)
    return InjectionRun(joined(outputs, form), Report(tuple(workloads)))


def _written(texts: list[str], stream: Stream, form: OutputFormat | None) -> bytes:
    if form is not None:
        return reformatted(texts, stream.name, form).encode()
    return "".join(texts).encode(stream.encoding)


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


def refuse_warnings(report: Report) -> None:
    """Raise InjectionError where there are warnings."""
    warnings = [f"{workload.title}: {warning}" for workload in report for warning in workload.warnings]
    if warnings:
        raise InjectionError("warnings are errors with --strict:\n  " + "\n  ".join(warnings))


def print_report(report: Report) -> None:
    """Say on standard error, a line each, what was done to the workloads."""
    for workload in report:
        print(workload, file=sys.stderr)  # noqa: T201  # the report is for people, beside the output
        for warning in workload.warnings:
            print(f"  warning: {warning}", file=sys.stderr)  # noqa: T201
    if not len(report):
        print("no workloads found: nothing to inject", file=sys.stderr)  # noqa: T201


def write_output(output: bytes, path: Path | None) -> None:
    """Write the output to a file, or to standard output where ``path`` is None."""
    if path is None:
        sys.stdout.buffer.write(output)
        sys.stdout.buffer.flush()
        return
    from kubectl_inject.cli.whole_file import write_whole_file

    write_whole_file(path, output)
