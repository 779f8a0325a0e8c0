"""Output in one format, whatever the documents were written in, and streams made one."""

from __future__ import annotations

from enum import Enum

from kubectl_inject.manifests.output.rewriting import is_json
from kubectl_inject.manifests.output.writing import write_json, write_yaml
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.parsing.limits import CHECKED
from kubectl_inject.manifests.stream import Document, end_of_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SEPARATOR = b"---"


class OutputFormat(Enum):
    """A format that output can have."""

    YAML = "yaml"
    JSON = "json"


def reformatted(texts: Iterable[str], source: str, form: OutputFormat) -> Iterator[str]:
    """Yield the documents of a stream in one format: JSON objects after each other, or YAML documents.

    Documents that are YAML already stay as they are when YAML is requested; empty documents are left out of JSON.
    """
    for index, text in enumerate(texts, 1):
        document = Document(text[: end_of_json(text)], source, index)
        if form is OutputFormat.YAML and not is_json(document):
            yield text
            continue
        value = construct(compose(document, CHECKED), document)
        if form is OutputFormat.JSON and value is not None:
            yield write_json(value)
        elif form is OutputFormat.YAML:
            yield "---\n" + write_yaml(value)


def one_stream(streams: Sequence[Iterable[bytes]], form: OutputFormat | None) -> Iterator[bytes]:
    """Yield the pieces of streams as those of one: a separator between two of YAML, nothing between two of JSON."""
    last = b""
    for number, pieces in enumerate(streams):
        if number and form is not OutputFormat.JSON:
            if last != b"\n":
                yield b"\n"
            if not _begins_with_separator(pieces):
                yield b"---\n"
        last = b""
        for piece in pieces:
            last = piece[-1:]
            yield piece


def _begins_with_separator(pieces: Iterable[bytes]) -> bool:
    beginning = b""
    for piece in pieces:
        beginning = (beginning + piece).lstrip()
        if len(beginning) >= len(_SEPARATOR):
            break
    return beginning.startswith(_SEPARATOR)
