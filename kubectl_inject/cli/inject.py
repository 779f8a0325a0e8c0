"""``kubectl inject -f``: manifests in, injected manifests out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kubectl_inject.config.injection_config import InjectionConfig
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.report import Report, WorkloadReport
from kubectl_inject.manifests.output_format import OutputFormat, joined, reformatted
from kubectl_inject.manifests.sources import Source, read_sources
from kubectl_inject.manifests.stream import decode, split


@dataclass(frozen=True, slots=True)
class InjectionRun:
    """The bytes that a run of the command prints, and its report."""

    output: bytes
    report: Report


def run_inject(
    filenames: Sequence[str], config: InjectionConfig, *, recursive: bool, namespace: str, form: OutputFormat | None
) -> InjectionRun:
    """Inject what ``filenames`` name, all of it before anything is printed. Raises InjectionError."""
    injector = Injector(config, namespace=namespace)
    outputs: list[bytes] = []
    workloads: list[WorkloadReport] = []
    for source in read_sources(filenames, recursive=recursive, stdin=sys.stdin.buffer):
        output, report = _inject_source(injector, source, form)
        outputs.append(output)
        workloads.extend(report)
    return InjectionRun(joined(outputs, form), Report(tuple(workloads)))


def _inject_source(injector: Injector, source: Source, form: OutputFormat | None) -> tuple[bytes, Report]:
    text, encoding = decode(source.data, source.name)
    texts, report = injector.inject_documents(list(split(text, source.name)))
    if form is not None:
        return reformatted(texts, source.name, form).encode(), report
    return "".join(texts).encode(encoding), report


def print_report(report: Report) -> None:
    """Say on standard error, a line each, what was done to the workloads."""
    for workload in report:
        print(workload, file=sys.stderr)  # noqa: T201  # the report is for people, beside the output
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
