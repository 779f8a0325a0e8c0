"""A ResourceList as text: its items told apart by their lines, each a document of its own, and what is around them.

Kustomize and kpt write all objects into one document. Read as one, it costs memory for all of them at once, and one
process must edit it.
"""

from __future__ import annotations

from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.stream import has_unusual_line_breaks
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from yaml.nodes import Node

    from kubectl_inject.manifests.stream import Document

_ITEMS = "\nitems:\n"


@dataclass(frozen=True, slots=True)
class ResourceListText:
    """A ResourceList in parts.

    ``frame`` is the document without its items, which stand at ``place`` in its text, ``root`` and ``given`` its
    node and its object. Each of ``items`` is a document that should be a list of one object.
    """

    frame: Document
    place: int
    root: Node
    given: dict[str, Any]
    items: tuple[Document, ...]

    def whole_with(self, frame: str, items: Iterable[str]) -> str:
        """Return the text with another frame, which begins as this one does, and other items."""
        return "".join([frame[: self.place], *items, frame[self.place :]])


def taken_apart(document: Document) -> ResourceListText | None:
    """Return a ResourceList's parts, None where its lines alone do not tell them apart.

    Whether each item is a list of one object is for the caller to see: a quoted text that spans two would show there,
    since neither half is complete.
    """
    text = document.text
    key = text.find(_ITEMS) + 1
    if not key or "\r" in text or has_unusual_line_breaks(text) or not text.endswith("\n"):
        return None
    begin = key + len(_ITEMS) - 1
    starts, end = _items_from(text, begin)
    if not starts:
        return None
    frame = replace(document, text=text[:begin] + text[end:])
    try:
        root = compose(frame)
        given = construct(root, frame)
    except ManifestError:
        return None
    if root is None or not isinstance(given, dict) or given.get("items", ...) is not None:
        return None
    if [name.start_mark.index for name, _ in root.value if name.value == "items"] != [key]:
        return None
    first = document.start_line + text.count("\n", 0, begin)
    items = []
    for number, (start, stop) in enumerate(zip(starts, [*starts[1:], end], strict=True), 1):
        items.append(replace(document, text=text[start:stop], index=number, start_line=first))
        first += text.count("\n", start, stop)
    return ResourceListText(frame, begin, root, given, tuple(items))


def _items_from(text: str, start: int) -> tuple[list[int], int]:
    """Return where the items begin, the first one with its comments, and where the last one ends."""
    starts: list[int] = []
    place = start
    while place < len(text):
        line_end = text.find("\n", place) + 1 or len(text)
        if text.startswith("- ", place):
            starts.append(place if starts else start)
        elif not text.startswith(" ", place) and text[place:line_end].partition("#")[0].strip():
            break
        place = line_end
    return starts, place
