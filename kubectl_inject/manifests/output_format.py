"""Output in one format, whatever the documents were written in, and streams joined to one."""

from __future__ import annotations

from enum import Enum
from itertools import pairwise

from kubectl_inject.manifests.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.rewriting import is_json
from kubectl_inject.manifests.stream import Document
from kubectl_inject.manifests.writing import write_json, write_yaml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class OutputFormat(Enum):
    """A format that output can be asked for in."""

    YAML = "yaml"
    JSON = "json"


def reformatted(texts: Iterable[str], source: str, form: OutputFormat) -> str:
    """Return documents as a stream in one format: JSON objects after each other, or YAML documents.

    Documents that are YAML already stay as they are when YAML is asked for; empty documents are left out of JSON.
    """
    pieces = []
    for index, text in enumerate(texts, 1):
        document = Document(text, source, index)
        if form is OutputFormat.YAML and not is_json(document):
            pieces.append(text)
            continue
        value = construct(compose(document), document)
        if form is OutputFormat.JSON and value is not None:
            pieces.append(write_json(value))
        elif form is OutputFormat.YAML:
            pieces.append("---\n" + write_yaml(value))
    return "".join(pieces)


def joined(streams: list[bytes], form: OutputFormat | None) -> bytes:
    """Return streams as one: a separator between two of YAML, nothing between two of JSON."""
    if len(streams) < 2 or form is OutputFormat.JSON:
        return b"".join(streams)
    result = [streams[0]]
    for before, after in pairwise(streams):
        if not before.endswith(b"\n"):
            result.append(b"\n")
        if not after.lstrip().startswith(b"---"):
            result.append(b"---\n")
        result.append(after)
    return b"".join(result)
