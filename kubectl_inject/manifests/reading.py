"""``Reading``: one document, and what it means."""

from __future__ import annotations

from functools import cached_property

from kubectl_inject.manifests.parsing.kubernetes_yaml import compose
from kubectl_inject.manifests.parsing.limits import CHECKED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from yaml.nodes import Node

    from kubectl_inject.manifests.shapes.text_shape import GappedText
    from kubectl_inject.manifests.stream import Document


class Reading:
    """A document as it was read: ``value`` is what it means, ``line`` the number of lines before its object.

    What its nodes are, and what its text has in common with others, is found when it is first needed.
    """

    def __init__(self, document: Document, value: Any, line: int) -> None:
        """Take a document whose meaning is known."""
        self.document = document
        self.value = value
        self.line = line

    @property
    def is_by_shape(self) -> bool:
        """Whether what the document means is known by its shape alone, so far."""
        return "root" not in vars(self)

    @classmethod
    def of(cls, document: Document, root: Node, value: object) -> Reading:
        """Return the reading of a document that was composed and constructed."""
        reading = cls(document, value, root.start_mark.line)
        reading.root = root
        return reading

    @classmethod
    def by_shape(cls, document: Document, value: object, line: int, gapped: GappedText) -> Reading:
        """Return the reading of a document whose text has a known shape."""
        reading = cls(document, value, line)
        reading.gapped = gapped
        return reading

    @cached_property
    def root(self) -> Node:
        """The document's node. Raises ManifestError where there is none."""
        root = compose(self.document, CHECKED)
        if root is None:
            raise self.document.error("expected an object, found nothing")
        return root

    @cached_property
    def gapped(self) -> GappedText | None:
        """The document's text with gaps; None where it is none that others can have in common with it."""
        from kubectl_inject.manifests.shapes.text_shape import gapped

        return gapped(self.document.text, self.root)
