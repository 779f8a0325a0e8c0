"""Editing one document, for tests."""

from __future__ import annotations

from typing import Any

from kubectl_inject.manifests.editing import edit_document
from kubectl_inject.manifests.editing.derivation import EditedDocument
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.sameness import is_same
from kubectl_inject.manifests.stream import Document


def edit(text: str, new: Any) -> EditedDocument:
    """Return a document's text changed to mean ``new``, and known to mean it."""
    document = Document(text)
    root = compose(document)
    assert root is not None
    edited = edit_document(document, root, construct(root, document), new)
    after = Document(edited.text)
    assert is_same(construct(compose(after), after), new), edited.text
    return edited
