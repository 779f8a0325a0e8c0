"""Where the parts of a document stand in its text, and how they are laid out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kubectl_inject.manifests.writing import Style

_ALIAS = re.compile(r"\*[^\s,\[\]{}]+")
_KEPT_BLANK_LINES = re.compile(r"[|>][0-9]*\+")


@dataclass(frozen=True, slots=True)
class Pair:
    """A key with its value in a mapping's text: where the key begins, and where the value begins and ends."""

    key: str
    key_node: Node
    value_node: Node
    start: int
    value_start: int
    end: int


class Layout:
    """The text of one document and the places of its nodes.

    An alias is the very node of its anchor, whose marks lie elsewhere: ``shared`` holds the ids of such nodes, and
    ``slots`` the places at which each is used.
    """

    def __init__(self, text: str, root: Node) -> None:
        """Look over the document with that root."""
        self.text = text
        self.line_break = "\r\n" if "\r\n" in text else "\n"
        self.slots: dict[int, list[int]] = {}
        self.anchors: dict[int, Node] = {}
        if "&" in text and "*" in text:
            self._find_slots(root, 0)
        self.shared = {name for name, places in self.slots.items() if len(places) > 1}
        self.style = _style(root)

    def _find_slots(self, node: Node, slot: int) -> None:
        places = self.slots.setdefault(id(node), [])
        places.append(slot)
        self.anchors[id(node)] = node
        if len(places) > 1:
            return
        if isinstance(node, MappingNode):
            for key, value in node.value:
                self._find_slots(value, key.end_mark.index)
        elif isinstance(node, SequenceNode):
            place = node.start_mark.index
            for item in node.value:
                self._find_slots(item, place)
                place = max(place, item.end_mark.index)

    def is_alias(self, node: Node, after: int) -> bool:
        """Whether the node used at a place after ``after`` is an alias: its own text lies before."""
        return id(node) in self.shared and node.start_mark.index < after

    def is_self_contained(self, start: int, end: int) -> bool:
        """Whether no alias outside the text from ``start`` to ``end`` needs an anchor in it."""
        for name in self.shared:
            if start <= self.anchors[name].start_mark.index < end:
                _, *others = self.slots[name]
                if not all(start <= place <= end for place in others):
                    return False
        return True

    def span(self, node: Node, after: int) -> tuple[int, int]:
        """Return where a value, of a key or item that ends at ``after``, begins and ends."""
        if self.is_alias(node, after):
            alias = _ALIAS.search(self.text, after)
            return (alias.start(), alias.end()) if alias else (after, after)
        return node.start_mark.index, self.end(node)

    def end(self, node: Node) -> int:
        """Return the end of a node's own text, without the blank lines and comments after it."""
        if isinstance(node, ScalarNode):
            return self._scalar_end(node)
        if getattr(node, "flow_style", False) or not node.value:
            return int(node.end_mark.index)
        if isinstance(node, MappingNode):
            key, value = node.value[-1]
            return self.span(value, key.end_mark.index)[1]
        items = node.value
        before = self.end(items[-2]) if len(items) > 1 and not self.is_alias(items[-2], 0) else node.start_mark.index
        return self.span(items[-1], before)[1]

    def _scalar_end(self, node: Any) -> int:
        end = int(node.end_mark.index)
        if node.style not in ("|", ">"):
            return end
        written = self.text[node.start_mark.index : end]
        if _KEPT_BLANK_LINES.match(written):
            return end - 1 if written.endswith("\n") else end
        return int(node.start_mark.index) + len(written.rstrip())

    def line_start(self, place: int) -> int:
        """Return the start of the line that ``place`` is on."""
        return self.text.rfind("\n", 0, place) + 1

    def next_line(self, place: int) -> int:
        """Return the start of the line after the one that ``place`` is on; the text's end where there is none."""
        end = self.text.find("\n", place)
        return len(self.text) if end < 0 else end + 1

    def begins_line(self, place: int) -> bool:
        """Whether nothing but blanks stands before ``place`` on its line."""
        return not self.text[self.line_start(place) : place].strip()

    def column(self, place: int) -> int:
        """Return the column of a place, from 0."""
        return place - self.line_start(place)


def _style(root: Node) -> Style:
    """Return how the document's block collections are indented, by the first of each kind that it has."""
    found: dict[str, int] = {}
    waiting = [root]
    while waiting and len(found) < 3:
        node = waiting.pop(0)
        if not isinstance(node, MappingNode | SequenceNode) or node.flow_style:
            continue
        column = node.start_mark.column
        if isinstance(node, MappingNode):
            for key, value in node.value:
                if isinstance(value, MappingNode | SequenceNode) and value.value and not value.flow_style:
                    name = "mapping" if isinstance(value, MappingNode) else "sequence"
                    distance = value.start_mark.column - key.start_mark.column
                    if value.start_mark.line > key.start_mark.line and 0 <= distance <= 8:
                        found.setdefault(name, distance)
            waiting.extend(value for _, value in node.value)
        else:
            for item in node.value:
                distance = item.start_mark.column - column
                if not isinstance(item, ScalarNode) and 2 <= distance <= 8:
                    found.setdefault("item", distance)
            waiting.extend(node.value)
    return Style(max(found.get("mapping", 2), 1), found.get("sequence", 0), found.get("item", 2))
