"""Text-preserving edits: a document's text changed where its object changes, and nowhere else."""

from __future__ import annotations

from kubectl_inject.manifests.editing.aliases import SharedChanges
from kubectl_inject.manifests.editing.editor import Editor
from kubectl_inject.manifests.editing.edits import CannotEditError, apply_edits
from kubectl_inject.manifests.editing.flow import flow_style
from kubectl_inject.manifests.editing.layout import Layout
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.identity import NOTHING_KNOWN, ByIdentity
from kubectl_inject.manifests.kubernetes_yaml import compose, construct, key_of
from kubectl_inject.manifests.limits import CHECKED
from kubectl_inject.manifests.rewriting import is_json_at, rewrite
from kubectl_inject.manifests.sameness import is_same
from kubectl_inject.startup.frozen import dataclass, replace
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml.nodes import Node

    from kubectl_inject.manifests.editing.outline import WrittenParts
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
    if "\r" in document.text and "\n" not in document.text:
        # All that follows knows lines by LF; the places in the text are the same.
        with_usual_ends = replace(document, text=document.text.replace("\r", "\n"))
        changed = edit_document(with_usual_ends, root, old, new, parts, constants)
        return replace(changed, text=changed.text.replace("\n", "\r"))
    in_outline = None if parts is None else _edit_in_outline(document, root, old, new, parts, constants)
    if in_outline is not None:
        return in_outline
    try:
        edited = _edit(document, root, old, new)
    except (CannotEditError, RecursionError):
        edited = None
    if edited is None or not _means(edited.text, document, new):
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
        edited = _edit(document, root, old, outline.value)
        if not _means(edited.text, document, outline.value):
            return None
        return replace(edited, text=outline.filled(edited.text, _line_break(document), parts, constants))
    except (CannotEditError, CannotFillError, RecursionError):
        return None


def _line_break(document: Document) -> str:
    return "\r\n" if "\r\n" in document.text else "\n"


def _edit(document: Document, root: Node, old: object, new: object) -> EditedDocument:
    line_break = _line_break(document)
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
    if _means(without_end, document, new):
        return EditedDocument(without_end, anew=False, loses=loses, drops_comments=drops)
    return EditedDocument(text, anew=False, loses=True, drops_comments=drops)


def _means(text: str, document: Document, value: object) -> bool:
    edited = replace(document, text=text)
    try:
        return is_same(construct(compose(edited, CHECKED), edited), value)
    except ManifestError:
        return False
