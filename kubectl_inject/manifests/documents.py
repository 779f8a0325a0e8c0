"""``Documents``: reads documents, and edits them, with what is remembered of others."""

from __future__ import annotations

from kubectl_inject.manifests.editing import edit_document
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.parsing.limits import DEFAULT_LIMITS, Limits
from kubectl_inject.manifests.reading import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.manifests.editing.derivation import EditedDocument
    from kubectl_inject.manifests.identity import ByIdentity
    from kubectl_inject.manifests.shapes.memory import ShapeMemory
    from kubectl_inject.manifests.stream import Document


class Documents:
    """Reads documents and edits them, those that are written alike by their shape."""

    def __init__(self, limits: Limits = DEFAULT_LIMITS, *, remembers: bool = True) -> None:
        """Read what is within limits. Unless it ``remembers``, each document is read and edited by itself."""
        self._limits = limits
        self._remembers = remembers
        self._shapes: ShapeMemory | None = None

    def read(self, document: Document) -> Reading | None:
        """Return what a document means; None where there is nothing in it. Raises ManifestError."""
        known = self._shapes.read(document) if self._shapes is not None else None
        if known is not None:
            return known
        root = compose(document, self._limits)
        value = construct(root, document)
        return None if root is None or value is None else Reading.of(document, root, value)

    def learn(self, reading: Reading) -> None:
        """Learn how documents like one read, of which more may come. To learn takes time."""
        if self._remembers:
            self._memory.learn(reading)

    def edit(self, reading: Reading, new: object, constants: ByIdentity) -> EditedDocument:
        """Return a document's text, changed so that it means ``new``, as ``edit_document`` does.

        Where there are no ``constants`` nothing is learned, for parts that come again are what pays for it.
        """
        if constants and self._remembers:
            return self._memory.edit(reading, new, constants)
        return edit_document(reading.document, reading.root, reading.value, new)

    @property
    def _memory(self) -> ShapeMemory:
        if self._shapes is None:
            from kubectl_inject.manifests.shapes.memory import ShapeMemory

            self._shapes = ShapeMemory()
        return self._shapes
