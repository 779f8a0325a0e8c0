"""A document written anew: its value replaced, what stands around it kept."""

from __future__ import annotations

import re

from yaml.nodes import Node

from kubectl_inject.manifests.stream import Document
from kubectl_inject.manifests.writing import Style, write_json, write_yaml

_JSON_START = re.compile(r"\s*\{")
_JSON_INDENT = re.compile(r"\{\n( +)\"")
_INDENTED_LIST = re.compile(r"^( *)[^\s#-][^\n]*:[ \t]*\r?\n\1 +- ", re.MULTILINE)
_END_MARKER = re.compile(r"^\.\.\.[ \t]*(?:#[^\n]*)?\r?$", re.MULTILINE)


def is_json(document: Document) -> bool:
    """Whether a document is written as JSON."""
    return _JSON_START.match(document.text) is not None and '"' in document.text


def rewrite(document: Document, root: Node, value: object) -> str:
    """Return the text of ``document`` with ``value`` in the place of ``root``, in the document's own manner.

    JSON stays JSON with its indentation. In YAML the separator and the comments above the value stay, lines end as
    they did, and lists are indented where the document indents them.
    """
    text = document.text
    line_break = "\r\n" if "\r\n" in text else "\n"
    head = text[: root.start_mark.index]
    if is_json(document):
        indent = _JSON_INDENT.search(text.replace("\r\n", "\n"))
        return head + write_json(value, indent=len(indent[1]) if indent else None, line_break=line_break)
    if head and not head.endswith(("\n", "\r")):
        head = head.rstrip(" \t") + line_break
    body = write_yaml(value, style=Style(sequence=2 if _INDENTED_LIST.search(text) else 0), line_break=line_break)
    end = _END_MARKER.search(text, root.end_mark.index)
    return head + body + (text[end.start() :] if end is not None else "")
