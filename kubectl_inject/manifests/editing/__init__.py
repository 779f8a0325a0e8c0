"""Text-preserving edits: a document's text changed where its object changes, and nowhere else."""

from __future__ import annotations

from kubectl_inject.manifests.editing.derivation import EditedDocument, derive, line_break_of, means
from kubectl_inject.manifests.editing.edits import CannotEditError
from kubectl_inject.manifests.identity import NOTHING_KNOWN, ByIdentity
from kubectl_inject.manifests.output.rewriting import rewrite
from kubectl_inject.manifests.sameness import is_same
from kubectl_inject.startup.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml.nodes import Node

    from kubectl_inject.manifests.editing.outline import WrittenParts
    from kubectl_inject.manifests.stream import Document


def edit_document(
    document: Document,
    root: Node,
    old: object,
    new: object,
    parts: WrittenParts | None = None,
    constants: ByIdentity = NOTHING_KNOWN,
) -> EditedDocument:
    """Return the text of a document, whose root means ``old``, changed so that it means ``new``.

    What did not change keeps every byte. The result is read back: where it does not mean ``new``, the document is
    written anew. ``parts`` remembers what was written, for all edits that share it; ``constants`` are mappings and
    lists in ``new`` that other documents have too, the very same objects.
    """
    if is_same(old, new):
        return EditedDocument(document.text, anew=False, loses=False)
    if "\r" in document.text and "\n" not in document.text[:-1] and not document.text.endswith("\r\n"):
        # All that follows knows lines by LF; the places in the text are the same.
        with_usual_ends = replace(document, text=document.text.replace("\r", "\n"))
        changed = edit_document(with_usual_ends, root, old, new, parts, constants)
        text = changed.text.replace("\n", "\r")
        return replace(changed, text=text.removesuffix("\r") + "\n" if document.text.endswith("\n") else text)
    in_outline = None if parts is None else _edit_in_outline(document, root, old, new, parts, constants)
    if in_outline is not None:
        return in_outline
    try:
        edited = derive(document, root, old, new)
    except (CannotEditError, RecursionError):
        edited = None
    if edited is None or not means(edited.text, document, new):
        return EditedDocument(rewrite(document, root, new), anew=True, loses=True)
    return edited


def _edit_in_outline(
    document: Document, root: Node, old: object, new: object, parts: WrittenParts, constants: ByIdentity
) -> EditedDocument | None:
    """Edit a document with words for what comes in; return None where it must be edited as a whole."""
    from kubectl_inject.manifests.editing.outline import CannotFillError, Outline

    if not Outline.can_be_of(document.text):
        return None
    try:
        outline = Outline(old, new)
        edited = derive(document, root, old, outline.value)
        if not means(edited.text, document, outline.value):
            return None
        return replace(edited, text=outline.filled(edited.text, line_break_of(document), parts, constants))
    except (CannotEditError, CannotFillError, RecursionError):
        return None
