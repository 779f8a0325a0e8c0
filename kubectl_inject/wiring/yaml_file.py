"""People's own YAML files, changed in place: comments, order, quotes and indentation stay.

The project's own editor does it. Over the files of tests/wiring/styles.py it keeps more bytes than ruamel.yaml's
round trip, which tests/wiring/test_styles.py measures.
"""

from __future__ import annotations

from kubectl_inject.manifests.editing import edit_document
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.stream import decode, split
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from kubectl_inject.manifests.stream import Document

Object = dict[str, "Any"]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A mapping that a document of a file holds, and the number of the document, counted from 0."""

    number: int
    value: Object


def read_documents(data: bytes, source: str) -> list[ReadDocument]:
    """Return the mappings in a file. Raises ManifestError."""
    return [
        ReadDocument(number, value)
        for number, document in enumerate(_documents(data, source))
        if isinstance(value := construct(compose(document), document), dict)
    ]


def edited(data: bytes, source: str, number: int, change: Callable[[Object], Object]) -> bytes:
    """Return a file's bytes with one of its documents changed, all else kept. Raises ManifestError."""
    _, encoding = decode(data, source)
    texts = []
    for index, document in enumerate(_documents(data, source)):
        text = document.whole
        root = compose(document) if index == number else None
        if root is not None:
            value = construct(root, document)
            if isinstance(value, dict):
                text = document.whole_with(edit_document(document, root, value, change(value)).text)
        texts.append(text)
    return "".join(texts).encode(encoding)


def _documents(data: bytes, source: str) -> Iterator[Document]:
    text, _ = decode(data, source)
    yield from split(text, source)
