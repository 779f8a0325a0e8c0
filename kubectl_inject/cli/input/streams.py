"""The streams of manifests that a command is given."""

from __future__ import annotations

import os
import sys

from kubectl_inject.cli.input.failures import AT_ONCE, Failures
from kubectl_inject.config.injection_config import API_VERSION
from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.parallel import Work, work_through
from kubectl_inject.injection.selection.namespaces import NamespaceMetadata, namespaces_in_text
from kubectl_inject.injection.workload import Object, items_of
from kubectl_inject.kubernetes.workload_kinds import DEFAULT_KINDS
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.input.sources import Source, read_sources
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.parsing.limits import DEFAULT_LIMITS, Limits
from kubectl_inject.manifests.stream import Document, decode, split
from kubectl_inject.settings.settings_file import NAME as SETTINGS_FILE
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Any, TypeVar

    from kubectl_inject.cli.input.options import InputOptions
    from kubectl_inject.cli.shared_options import ManifestOptions
    from kubectl_inject.injection.selection.workload_filter import WorkloadFilter
    from kubectl_inject.kubernetes.workload_kinds import WorkloadKinds

    Result = TypeVar("Result")

_HEAD = 4096
"""How many bytes of a settings file its apiVersion must be in."""


@dataclass(frozen=True, slots=True)
class Stream:
    """The text of one source, and the encoding that it came in."""

    name: str
    text: str
    encoding: str

    @property
    def documents(self) -> Iterator[Document]:
        """The documents, made one by one."""
        return split(self.text, self.name)

    def __iter__(self) -> Iterator[Document]:
        """Go over the documents."""
        return self.documents

    @property
    def data(self) -> bytes:
        """The bytes that were read."""
        return self.text.encode(self.encoding)


def streams_of(options: InputOptions, words: Sequence[str] | None, failures: Failures = AT_ONCE) -> list[Stream]:
    """Read all that options, and words without a flag, name. Raises InjectionError, but for what ``failures`` takes."""
    exclusion = options.exclusion()
    limits = DEFAULT_LIMITS.times(options.raise_limits)

    def leaves_out(path: str, root: str) -> bool:
        return (exclusion is not None and exclusion.excludes(path, root)) or _is_settings_file(path)

    sources = [
        *read_sources(
            options.names(words),
            recursive=options.recursive,
            stdin=sys.stdin.buffer,
            leaves_out=leaves_out,
            limits=limits,
            failed=failures.add,
        ),
        *_built(options.kustomization, limits),
    ]
    streams = []
    for source in sources:
        try:
            streams.append(Stream(source.name, *decode(source.data, source.name)))
        except ManifestError as error:
            failures.add(error)
    selected = options.workload_filter(words)
    if selected is not None and selected.names:
        _refuse_missing(selected, streams, limits, failures)
    return streams


def _built(kustomization: str, limits: Limits) -> list[Source]:
    if not kustomization:
        return []
    from kubectl_inject.cluster.kustomize_build import build_kustomization

    data = build_kustomization(kustomization, limits.input_bytes)
    return [Source(kustomization, data)] if data.strip() else []


def _is_settings_file(path: str) -> bool:
    """Whether a file holds the settings of its folder, which are no manifest."""
    if os.path.basename(path) != SETTINGS_FILE:
        return False
    try:
        with open(path, "rb") as file:
            return API_VERSION.encode() in file.read(_HEAD)
    except OSError:
        return False


def _refuse_missing(selected: WorkloadFilter, streams: list[Stream], limits: Limits, failures: Failures) -> None:
    """Give ``failures`` an error where a workload that was named is nowhere. What cannot be read leaves the streams."""
    objects: list[Object] = []
    for stream in list(streams):
        try:
            objects += [item for _, value in workload_documents([stream], limits) for item in objects_in(value)]
        except ManifestError as error:
            failures.add(error)
            streams.remove(stream)
    missing = selected.missing(objects)
    if missing:
        failures.add(InjectionError(f"{', '.join(map(str, missing))}: not found in what was read"))


def objects_in(value: Object) -> list[Object]:
    """Return the objects in a List, or the object itself where it is none."""
    items = items_of(value)
    return [value] if items is None else [item for item in items if isinstance(item, dict)]


def workload_documents(
    streams: Iterable[Stream], limits: Limits = DEFAULT_LIMITS, kinds: WorkloadKinds = DEFAULT_KINDS
) -> Iterator[tuple[Document, Object]]:
    """Yield the documents that may be workloads or Lists of them, and their objects. Raises ManifestError."""
    for stream in streams:
        for document in stream.documents:
            if kinds.may_be_workload(document.text):
                value = construct(compose(document, limits), document)
                if isinstance(value, dict):
                    yield document, value


def read_streams(
    options: ManifestOptions, *, namespaces: bool, failures: Failures = AT_ONCE
) -> tuple[list[Stream], dict[str, NamespaceMetadata]]:
    """Read all that the options name; find the Namespace objects in it.

    ``namespaces``: these matter for the injection itself, and not for warnings alone. Raises InjectionError, but for
    what ``failures`` takes.
    """
    streams = streams_of(options.input, options.words, failures)
    found: dict[str, NamespaceMetadata] = {}
    limits = DEFAULT_LIMITS.times(options.times)
    for stream in list(streams):
        try:
            found |= namespaces_in_text(stream.text, stream.name, limits, needed=namespaces)
        except ManifestError as error:
            failures.add(error)
            streams.remove(stream)
    return streams, found


def each_of(streams: Iterable[Stream], work: Callable[[Stream], list[Result]], failures: Failures) -> list[Result]:
    """Return what some work makes of all streams but those whose errors ``failures`` takes. Raises InjectionError."""
    results = []
    for stream in streams:
        try:
            results += work(stream)
        except InjectionError as error:
            failures.add(error)
    return results


def each_worked_through(
    streams: Sequence[Stream],
    work: Work,
    take: Callable[[Stream, Iterator[Any]], Result],
    failures: Failures,
    jobs: int = 0,
) -> list[Result]:
    """Return what ``take`` makes of each stream and the results of its documents, but of those that have errors.

    ``jobs`` is as for ``work_through``. Raises InjectionError, but for what ``failures`` takes.
    """
    through = work_through(streams, work, jobs)
    try:
        return each_of(streams, lambda stream: [take(stream, next(through))], failures)
    finally:
        through.close()
