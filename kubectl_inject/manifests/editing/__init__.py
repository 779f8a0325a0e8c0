"""Text-preserving edits: a document's text changed where its object changes, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass

from yaml.nodes import Node

from kubectl_inject.manifests.editing.editor import CannotEditError, Editor
from kubectl_inject.manifests.editing.edits import apply_edits
from kubectl_inject.manifests.editing.layout import Layout
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.kubernetes_yaml import compose, construct, key_of
from kubectl_inject.manifests.rewriting import is_json, rewrite
from kubectl_inject.manifests.stream import Document


@dataclass(frozen=True, slots=True)
class EditedDocument:
    """A document's text after an edit.

    ``anew``: the whole document had to be written anew. ``loses``: some text is not there any more, so that the edit
    back may not give the same bytes.
    """

    text: str
    anew: bool
    loses: bool


def edit_document(document: Document, root: Node, old: object, new: object) -> EditedDocument:
    """Return the text of a document, whose root means ``old``, changed so that it means ``new``.

    What did not change keeps every byte. The result is read back: where it does not mean ``new``, the document is
    written anew.
    """
    try:
        layout = Layout(document.text, root)
        editor = Editor(layout, lambda node: key_of(node, document), as_json=is_json(document))
        edits = editor.change(root, old, new)
        text = apply_edits(document.text, edits)
    except CannotEditError:
        return EditedDocument(rewrite(document, root, new), anew=True, loses=True)
    if not _means(text, document, new):
        return EditedDocument(rewrite(document, root, new), anew=True, loses=True)
    return EditedDocument(text, anew=False, loses=any(edit.loses for edit in edits))


def _means(text: str, document: Document, value: object) -> bool:
    edited = Document(text, document.source, document.index, document.start_line, document.prefix)
    try:
        return construct(compose(edited), edited) == value
    except ManifestError:
        return False
