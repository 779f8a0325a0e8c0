"""The streams of manifests that a command is given."""

from __future__ import annotations

import sys

from kubectl_inject.injection.selection.namespaces import NamespaceMetadata, find_namespaces
from kubectl_inject.kubernetes.workload_kinds import DEFAULT_KINDS
from kubectl_inject.manifests.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.sources import read_sources
from kubectl_inject.manifests.stream import Document, decode, split
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kubectl_inject.cli.shared_options import ManifestOptions
    from kubectl_inject.injection.workload import Object
    from kubectl_inject.kubernetes.workload_kinds import WorkloadKinds


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

    @property
    def data(self) -> bytes:
        """The bytes that were read."""
        return self.text.encode(self.encoding)


def streams_of(filenames: Sequence[str], *, recursive: bool) -> list[Stream]:
    """Read all that some names stand for. Raises ManifestError."""
    streams = []
    for source in read_sources(filenames, recursive=recursive, stdin=sys.stdin.buffer):
        text, encoding = decode(source.data, source.name)
        streams.append(Stream(source.name, text, encoding))
    return streams


def objects_of(filenames: Sequence[str], kinds: WorkloadKinds = DEFAULT_KINDS) -> list[Object]:
    """Return the workloads in what some names stand for, those in sub-folders too. Raises ManifestError."""
    return [value for _, value in workload_documents(streams_of(filenames, recursive=True), kinds)]


def workload_documents(streams: Iterable[Stream], kinds: WorkloadKinds) -> Iterator[tuple[Document, Object]]:
    """Yield the documents that may be workloads or Lists of them, and their objects. Raises ManifestError."""
    for stream in streams:
        for document in stream.documents:
            if kinds.may_be_workload(document.text):
                value = construct(compose(document), document)
                if isinstance(value, dict):
                    yield document, value


def read_streams(options: ManifestOptions, *, namespaces: bool) -> tuple[list[Stream], dict[str, NamespaceMetadata]]:
    """Read all that the options name; with ``namespaces``, find the Namespace objects in it. Raises ManifestError."""
    streams = streams_of(options.filenames or [], recursive=options.recursive)
    found: dict[str, NamespaceMetadata] = {}
    if namespaces:
        for stream in streams:
            found |= find_namespaces(stream.documents)
    return streams, found
