"""A document written anew: its value replaced, what stands around it kept."""

from __future__ import annotations

from kubectl_inject.manifests.output.writing import Style, write_json, write_yaml
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml.nodes import Node

    from kubectl_inject.manifests.stream import Document

_JSON_START = pattern(r'\s*\{\s*"')
_JSON_INDENT = pattern(r'\{\r?\n([ \t]+)"')
_INDENTED_LIST = pattern(r"(?m)^( *)[^\s#-][^\n]*:[ \t]*\r?\n\1 +- ")
_MARGIN = pattern(r"(?m)^ +")
_END_MARKER = pattern(r"(?m)^\.\.\.[ \t]*(?:#[^\n]*)?\r?$")


def is_json(document: Document) -> bool:
    """Whether a document is written as JSON."""
    return is_json_at(document.text, 0)


def is_json_at(text: str, place: int) -> bool:
    """Whether what begins at a place of a text, or behind blanks there, is a JSON object: ``_JSON_START`` matches."""
    first = text[place : place + 1]
    is_plain = first.isalpha() or first == "-"  # as YAML mostly begins, and the pattern is expensive to compile
    return not is_plain and _JSON_START.match(text, place) is not None


def rewrite(document: Document, root: Node, value: object) -> str:
    """Return the text of ``document`` with ``value`` in the place of ``root``, in the document's own manner.

    JSON stays JSON with its indentation. In YAML the separator and the comments above the value stay, lines end as
    they did, and lists are indented where the document indents them.
    """
    text = document.text
    line_break = "\r\n" if "\r\n" in text else "\n"
    head = text[: root.start_mark.index]
    tail = _END_MARKER.search(text, root.end_mark.index)
    end = text[tail.start() :] if tail is not None else ""
    if is_json_at(text, root.start_mark.index):
        return head + _json(text, value, line_break) + end
    if head and not head.endswith(("\n", "\r")):
        head = head.rstrip(" \t") + line_break
    style = Style(sequence=2 if _INDENTED_LIST.search(text) else 0)
    return head + write_yaml(value, style=style, line_break=line_break) + end


def _json(text: str, value: object, line_break: str) -> str:
    """Return a value as JSON, indented as that in ``text``."""
    indent = _JSON_INDENT.search(text)
    if indent is None:
        return write_json(value, line_break=line_break, indent=None)
    if "\t" not in indent[1]:
        return write_json(value, line_break=line_break, indent=len(indent[1]))
    return _MARGIN.sub(lambda margin: "\t" * len(margin[0]), write_json(value, line_break=line_break, indent=1))
