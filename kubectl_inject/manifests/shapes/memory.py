"""``ShapeMemory``: how documents read and are edited, remembered by their shapes."""

from __future__ import annotations

from kubectl_inject.manifests.editing import edit_document
from kubectl_inject.manifests.editing.derivation import EditedDocument, derive, line_break_of, means
from kubectl_inject.manifests.editing.edits import CannotEditError
from kubectl_inject.manifests.editing.outline import CannotFillError, WrittenParts, text_with_gaps, word
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.parsing.limits import CHECKED
from kubectl_inject.manifests.shapes.change import Change, ChangeWithWords, change_of
from kubectl_inject.manifests.shapes.text_shape import TextShape, with_words
from kubectl_inject.manifests.stand_in import StandIn
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable

    from kubectl_inject.manifests.editing.outline import TextWithGaps
    from kubectl_inject.manifests.identity import ByIdentity
    from kubectl_inject.manifests.reading import Reading
    from kubectl_inject.manifests.shapes.text_shape import GappedText
    from kubectl_inject.manifests.stream import Document

_MOST_SHAPES = 256
_MOST_SEEN = 2048
_MOST_ALIKE = 8
"""How many shapes of texts with the same number of lines are tried."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """How all documents of a shape are edited: the text that comes out, with gaps, and what else is known of it."""

    text: TextWithGaps
    line_break: str
    edited: EditedDocument


class ShapeMemory:
    """Remembers how documents read, and how they are edited, by their shapes."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._parts = WrittenParts()
        self._seen: set[int] = set()
        self._texts: dict[int, list[TextShape]] = {}
        self._edits: dict[Hashable, _Edit | None] = {}

    def read(self, document: Document) -> Reading | None:
        """Return what a document means, where its shape is known."""
        for shape in self._texts.get(document.text.count("\n"), ()):
            reading = shape.read(document)
            if reading is not None:
                return reading
        return None

    def learn(self, reading: Reading) -> None:
        """Learn how documents with a text of that shape read, when it comes for the second time."""
        gapped = None if reading.is_by_shape else reading.gapped
        if gapped is None or not self._is_second(gapped.common):
            return
        lines = gapped.common.count("\n")
        alike = self._texts.get(lines, [])
        if len(alike) >= _MOST_ALIKE or any(shape.common == gapped.common for shape in alike):
            return
        if sum(map(len, self._texts.values())) >= _MOST_SHAPES:
            self._texts.clear()
        self._texts.setdefault(lines, []).append(TextShape(reading.document, gapped))

    def edit(self, reading: Reading, new: object, constants: ByIdentity) -> EditedDocument:
        """Return what ``edit_document`` makes of a document."""
        gapped = reading.gapped
        change = None if gapped is None else change_of(reading.value, new)
        if gapped is None or change is None:
            return self._derived(reading, new, constants)
        names: dict[str, int] = {}
        order = tuple([names.setdefault(string, len(names)) for string in gapped.strings])
        shape = (gapped.common, order, change.common)
        known = self._edits.get(shape)
        if known is not None:
            try:
                text = known.text.filled([*names, *change.incoming], known.line_break, self._parts, constants)
            except CannotFillError:
                return self._derived(reading, new, constants)
            return replace(known.edited, text=text)
        edited = self._derived(reading, new, constants)
        if shape not in self._edits and self._is_second(shape):
            if len(self._edits) >= _MOST_SHAPES:
                self._edits.clear()
            self._edits[shape] = self._learned(reading.document, gapped, order, change, edited, constants)
        return edited

    def _derived(self, reading: Reading, new: object, constants: ByIdentity) -> EditedDocument:
        return edit_document(reading.document, reading.root, reading.value, new, self._parts, constants)

    def _is_second(self, shape: Hashable) -> bool:
        """Whether a shape was seen before, as far as that is known."""
        number = hash(shape)
        if number in self._seen:
            return True
        if len(self._seen) >= _MOST_SEEN:
            self._seen.clear()
        self._seen.add(number)
        return False

    def _learned(
        self,
        document: Document,
        gapped: GappedText,
        order: tuple[int, ...],
        change: Change,
        edited: EditedDocument,
        constants: ByIdentity,
    ) -> _Edit | None:
        """Return how documents of a shape are edited; None where that does not give what came of one of them."""
        strings = list(dict.fromkeys(gapped.strings))
        in_words = replace(document, text=with_words(gapped.common, order))
        changed = ChangeWithWords(change, len(strings))
        try:
            root = compose(in_words, CHECKED)
            old = construct(root, in_words)
            if root is None:
                return None
            new = changed.of(old)
            derived = derive(in_words, root, old, new)
            if not means(derived.text, in_words, new):
                return None
            if any(isinstance(each, StandIn) and each.column < 0 for each in changed.words):
                return None  # it was written out
            text = text_with_gaps(derived.text, [*map(word, range(len(strings))), *changed.words])
            line_break = line_break_of(document)
            filled = text.filled([*strings, *change.incoming], line_break, self._parts, constants)
        except (CannotEditError, CannotFillError, ManifestError, RecursionError):
            return None
        known = replace(derived, text="")
        return _Edit(text, line_break, known) if replace(known, text=filled) == edited else None
