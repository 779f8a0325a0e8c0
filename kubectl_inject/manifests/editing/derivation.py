"""Edits derived from what a document means and is to mean, and the changed text read back."""

from __future__ import annotations

from kubectl_inject.manifests.editing.aliases import SharedChanges
from kubectl_inject.manifests.editing.editor import Editor
from kubectl_inject.manifests.editing.edits import apply_edits
from kubectl_inject.manifests.editing.flow import flow_style
from kubectl_inject.manifests.editing.layout import Layout
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.output.rewriting import is_json_at
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct, key_of
from kubectl_inject.manifests.parsing.limits import CHECKED
from kubectl_inject.manifests.sameness import is_same
from kubectl_inject.startup.frozen import dataclass, replace
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml.nodes import Node

    from kubectl_inject.manifests.stream import Document

_COMMENT = pattern(r"(?m)(?:^|[ \t])#")


@dataclass(frozen=True, slots=True)
class EditedDocument:
    """A document's text after an edit.

    ``anew``: the whole document had to be written anew. ``drops_comments``: a part with comments had. ``loses``: some
    text is not there any more, so that the edit back may not give the same bytes.
    """

    text: str
    anew: bool
    loses: bool
    drops_comments: bool = False


def line_break_of(document: Document) -> str:
    """Return how the lines of a document end."""
    return "\r\n" if "\r\n" in document.text else "\n"


def derive(document: Document, root: Node, old: object, new: object) -> EditedDocument:
    """Return the text of a document, whose root means ``old``, with the edits that make it mean ``new``.

    Whether it does is for ``means`` to tell. Raises CannotEditError.
    """
    line_break = line_break_of(document)
    # Whole lines come and go, so the last line needs an end while they do.
    is_open = not document.text.endswith("\n")
    whole = document.text + line_break if is_open else document.text
    layout = Layout(whole, root)
    style = flow_style(whole, as_json=is_json_at(whole, root.start_mark.index))

    def name_of(key: Node) -> str:
        return key_of(key, document)

    shared = SharedChanges(layout.tree, name_of, old, new)
    edits = Editor(layout, name_of, style, shared).change(layout.root, old, new)
    text = apply_edits(whole, edits)
    loses = any(edit.loses for edit in edits)
    drops = loses and any(
        edit.loses and "#" not in edit.text and _COMMENT.search(whole, edit.start, edit.end) for edit in edits
    )
    if not is_open:
        return EditedDocument(text, anew=False, loses=loses, drops_comments=drops)
    without_end = text.removesuffix(line_break)
    if means(without_end, document, new):
        return EditedDocument(without_end, anew=False, loses=loses, drops_comments=drops)
    return EditedDocument(text, anew=False, loses=True, drops_comments=drops)


def means(text: str, document: Document, value: object) -> bool:
    """Whether a text in the place of the document's own means a value."""
    edited = replace(document, text=text)
    try:
        return is_same(construct(compose(edited, CHECKED), edited), value)
    except ManifestError:
        return False
