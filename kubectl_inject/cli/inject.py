"""``kubectl inject -f``: manifests in, injected manifests out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kubectl_inject.config.injection_config import InjectionConfig
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.namespaces import NamespaceMetadata, Namespaces, find_namespaces
from kubectl_inject.injection.report import Report, WorkloadReport
from kubectl_inject.manifests.output_format import OutputFormat, joined, reformatted
from kubectl_inject.manifests.sources import Source, read_sources
from kubectl_inject.manifests.stream import Document, decode, split


@dataclass(frozen=True, slots=True)
class InjectionRun:
    """The bytes that a run of the command prints, and its report."""

    output: bytes
    report: Report


def run_inject(
    filenames: Sequence[str],
    config: InjectionConfig,
    *,
    recursive: bool,
    namespace: str,
    namespaces: Namespaces,
    form: OutputFormat | None,
) -> InjectionRun:
    """Inject what ``filenames`` name, all of it before anything is printed. Raises InjectionError."""
    injector = Injector(config, namespace=namespace, namespaces=namespaces)
    streams = [_read_stream(source) for source in read_sources(filenames, recursive=recursive, stdin=sys.stdin.buffer)]
    found: dict[str, NamespaceMetadata] = {}
    if injector.reads_namespaces:
        for stream in streams:
            found |= find_namespaces(stream.documents)
    outputs: list[bytes] = []
    workloads: list[WorkloadReport] = []
    for stream in streams:
        texts, report = injector.inject_documents(stream.documents, found)
        outputs.append(_written(texts, stream, form))
        workloads.extend(report)
    return InjectionRun(joined(outputs, form), Report(tuple(workloads)))


@dataclass(frozen=True, slots=True)
class _Stream:
    name: str
    documents: list[Document]
    encoding: str


def _read_stream(source: Source) -> _Stream:
    text, encoding = decode(source.data, source.name)
    return _Stream(source.name, list(split(text, source.name)), encoding)


def _written(texts: list[str], stream: _Stream, form: OutputFormat | None) -> bytes:
    if form is not None:
        return reformatted(texts, stream.name, form).encode()
    return "".join(texts).encode(stream.encoding)


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
