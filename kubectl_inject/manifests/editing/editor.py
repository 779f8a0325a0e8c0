"""From what changed in an object to edits of its text.

A change is carried down to where it is: a scalar is replaced, a key or an item added or removed. Where the text has a
form in which that is not safe, the smallest block around it is written anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kubectl_inject.manifests.editing.edits import Edit, apply_edits
from kubectl_inject.manifests.editing.flow import flow_text
from kubectl_inject.manifests.editing.layout import Layout, Pair
from kubectl_inject.manifests.writing import inline_string, write_yaml

_KEYS = ("name", "mountPath", "containerPort", "devicePath", "uid", "ip", "key")


class CannotEditError(Exception):
    """A node cannot be edited in place; whoever holds it must write it anew."""


class Editor:
    """Makes edits for one document."""

    def __init__(self, layout: Layout, key_of: Callable[[Node], str], *, as_json: bool) -> None:
        """Edit the document of a layout. ``key_of`` reads a key's node; ``as_json`` keeps to JSON."""
        self._layout = layout
        self._key_of = key_of
        self._as_json = as_json

    def change(self, node: Node, old: Any, new: Any) -> list[Edit]:
        """Return the edits that make the node, which means ``old``, mean ``new``. Raises CannotEditError."""
        if id(node) in self._layout.shared:
            raise CannotEditError
        if isinstance(node, MappingNode) and isinstance(old, dict) and isinstance(new, dict) and old and new:
            return self._change_mapping(node, old, new)
        if isinstance(node, SequenceNode) and isinstance(old, list) and isinstance(new, list) and old and new:
            return self._change_sequence(node, old, new)
        if isinstance(node, ScalarNode) and not isinstance(new, dict | list):
            return [self._replace_scalar(node, new)]
        raise CannotEditError

    # Scalars.

    def _replace_scalar(self, node: ScalarNode, new: Any) -> Edit:
        start, end = self._layout.span(node, node.start_mark.index)
        if node.style in ("|", ">") or (isinstance(new, str) and "\n" in new) or start == end:
            raise CannotEditError
        return Edit(start, end, self._scalar_like(node, new))

    def _scalar_like(self, node: ScalarNode, new: Any) -> str:
        """Return a scalar in the quotes of another."""
        if isinstance(new, str) and node.style == '"':
            return flow_text(new, as_json=True)
        if isinstance(new, str) and node.style == "'" and new.isprintable():
            return "'" + new.replace("'", "''") + "'"
        if self._as_json:
            return flow_text(new, as_json=True)
        return inline_string(new) if isinstance(new, str) else write_yaml(new).rstrip("\n")

    # Mappings.

    def _change_mapping(self, node: MappingNode, old: dict[str, Any], new: dict[str, Any]) -> list[Edit]:
        pairs = self._pairs(node)
        by_key = {pair.key: pair for pair in pairs}
        if len(by_key) < len(pairs) or any(key not in by_key for key in old if key not in new or old[key] != new[key]):
            raise CannotEditError  # a key is there twice, or comes from a merge
        edits: list[Edit] = []
        for pair in pairs:
            if pair.key in new and new[pair.key] != old[pair.key]:
                edits += self._change_value(node, pair, old[pair.key], new[pair.key])
        removed = [pair for pair in pairs if pair.key not in new]
        if node.flow_style:
            return edits + self._change_flow_entries(node, pairs, removed, new)
        edits += [self._remove_lines(pair.start, pair.end) for pair in removed]
        return edits + self._add_block_pairs(node, pairs, new)

    def _pairs(self, node: MappingNode) -> list[Pair]:
        pairs = []
        for key_node, value_node in node.value:
            start, end = self._layout.span(value_node, key_node.end_mark.index)
            begins = key_node.start_mark.index
            pairs.append(Pair(self._key_of(key_node), key_node, value_node, begins, start, max(end, start)))
        return pairs

    def _change_value(self, node: MappingNode, pair: Pair, old: Any, new: Any) -> list[Edit]:
        try:
            return self.change(pair.value_node, old, new)
        except CannotEditError:
            return [self._replace_value(node, pair, new)]

    def _replace_value(self, node: MappingNode, pair: Pair, new: Any) -> Edit:
        """Write a pair's value anew, with its anchor and all."""
        layout = self._layout
        start = layout.text.find(":", pair.key_node.end_mark.index) + 1
        if not start or not layout.is_self_contained(start, pair.end):
            raise CannotEditError
        if node.flow_style:
            return Edit(start, pair.end, " " + self._flow(new, pair.start))
        column = layout.column(pair.start)
        text = write_yaml({"k": new}, style=layout.style, line_break=layout.line_break, indent=column)
        return Edit(start, pair.end, text[column + len("k:") :].rstrip("\r\n"))

    def _add_block_pairs(self, node: MappingNode, pairs: list[Pair], new: dict[str, Any]) -> list[Edit]:
        layout = self._layout
        known = {pair.key: pair for pair in pairs}
        column = layout.column(node.start_mark.index)
        edits: list[Edit] = []
        before: Pair | None = None
        for key, value in new.items():
            if key in known:
                before = known[key]
                continue
            text = write_yaml({key: value}, style=layout.style, line_break=layout.line_break, indent=column)
            if before is not None:
                edits.append(self._insert_lines(before.end, text))
            elif layout.begins_line(pairs[0].start):
                edits.append(Edit(layout.line_start(pairs[0].start), layout.line_start(pairs[0].start), text))
            else:
                retained = [pair for pair in pairs if pair.key in new]
                if not retained:
                    raise CannotEditError
                edits.append(self._insert_lines(retained[-1].end, text))
        return edits

    def _insert_lines(self, after: int, text: str) -> Edit:
        """Insert whole lines after the line that ``after`` is on."""
        place = self._layout.next_line(after)
        if place == len(self._layout.text) and not self._layout.text.endswith("\n"):
            return Edit(place, place, self._layout.line_break + text.rstrip("\r\n"))
        return Edit(place, place, text)

    def _remove_lines(self, start: int, end: int) -> Edit:
        """Remove the lines from that of ``start`` to that of ``end``."""
        layout = self._layout
        if not layout.begins_line(start) or not layout.is_self_contained(start, end):
            raise CannotEditError
        first, last = layout.line_start(start), layout.next_line(end)
        if last == len(layout.text) and not layout.text.endswith("\n") and first:
            return Edit(first - (2 if layout.text[first - 2 : first] == "\r\n" else 1), last, "")
        return Edit(first, last, "")

    # Flow mappings and sequences: entries with commas.

    def _change_flow_entries(
        self, node: MappingNode, pairs: list[Pair], removed: list[Pair], new: dict[str, Any]
    ) -> list[Edit]:
        spans = [(pair.start, pair.end) for pair in pairs]
        gone = {pairs.index(pair) for pair in removed}
        known = {pair.key: place for place, pair in enumerate(pairs)}
        added: list[tuple[int, str]] = []
        before = -1
        for key, value in new.items():
            if key in known:
                before = known[key]
            else:
                name = flow_text(key, as_json=self._as_json)
                added.append((before, f"{name}{self._colon(pairs)}{self._flow(value, pairs[0].start)}"))
        return self._flow_edits(node, spans, gone, added)

    def _colon(self, pairs: list[Pair]) -> str:
        """Return the colon with the blanks that the first pair has after it."""
        after = self._layout.text[pairs[0].key_node.end_mark.index : pairs[0].value_start]
        return after if after.strip() == ":" and "\n" not in after else ": "

    def _flow_edits(
        self, node: Node, spans: list[tuple[int, int]], gone: set[int], added: list[tuple[int, str]]
    ) -> list[Edit]:
        """Return the edits that take entries out of a flow collection and put others after given ones."""
        layout = self._layout
        kept = [place for place in range(len(spans)) if place not in gone]
        if not kept or not layout.is_self_contained(spans[0][0], spans[-1][1]):
            raise CannotEditError
        separator = self._separator(node, spans)
        edits: list[Edit] = []
        for place in sorted(gone):
            if place < kept[0]:
                edits.append(Edit(spans[place][0], spans[place + 1][0], ""))
            else:
                edits.append(Edit(spans[place - 1][1], spans[place][1], ""))
        for before, text in added:
            after = max((place for place in kept if place <= before), default=None)
            if after is None:
                edits.append(Edit(spans[kept[0]][0], spans[kept[0]][0], text + separator))
            else:
                edits.append(Edit(spans[after][1], spans[after][1], separator + text))
        return edits

    def _separator(self, node: Node, spans: list[tuple[int, int]]) -> str:
        """Return what stands between two entries: a comma, and a blank or a line break as the collection has it."""
        layout = self._layout
        if self._is_over_lines(node, spans[0][0]):
            return "," + layout.line_break + " " * layout.column(spans[0][0])
        if len(spans) > 1:
            between = layout.text[spans[0][1] : spans[1][0]]
            return between if between.strip() == "," and "\n" not in between else ", "
        return ", " if not self._as_json or ": " in layout.text or ", " in layout.text else ","

    def _is_over_lines(self, node: Node, first: int) -> bool:
        return self._layout.line_start(first) > node.start_mark.index

    def _flow(self, value: Any, place: int) -> str:
        """Return a value in flow style for the entry that begins at ``place``."""
        layout = self._layout
        over_lines = self._as_json and layout.begins_line(place)
        if self._as_json and not over_lines:
            compact = '":' in layout.text and '": ' not in layout.text
            text = flow_text(value, as_json=True)
            return _compact(value) if compact else text
        indent = layout.style.mapping if over_lines else None
        return flow_text(
            value, as_json=self._as_json, indent=indent, column=layout.column(place), line_break=layout.line_break
        )

    # Sequences.

    def _change_sequence(self, node: SequenceNode, old: list[Any], new: list[Any]) -> list[Edit]:
        items: list[Node] = node.value
        if any(self._layout.is_alias(item, node.start_mark.index) for item in items) or len(items) != len(old):
            raise CannotEditError
        sources = _sources(old, new)
        if node.flow_style:
            return self._change_flow_sequence(node, old, new, sources)
        chunks = self._chunks(node)
        kept = [source for source in sources if source is not None]
        if kept == sorted(kept):
            return self._change_chunks(node, old, new, sources, chunks)
        start, end = chunks[0][0], chunks[-1][1]
        pieces = [
            self._item_text(node, new[place])
            if source is None
            else apply_edits(self._layout.text, self._change_item(node, source, old, new[place]), *chunks[source])
            for place, source in enumerate(sources)
        ]
        if not self._layout.text[start:end].endswith("\n"):
            raise CannotEditError
        return [Edit(start, end, "".join(pieces))]

    def _change_chunks(
        self,
        node: SequenceNode,
        old: list[Any],
        new: list[Any],
        sources: list[int | None],
        chunks: list[tuple[int, int]],
    ) -> list[Edit]:
        layout = self._layout
        if all(source is None for source in sources):
            raise CannotEditError
        edits: list[Edit] = []
        gone = set(range(len(old))).difference(source for source in sources if source is not None)
        edits += [self._remove_lines(chunks[place][0], layout.end(node.value[place])) for place in gone]
        before: int | None = None
        for place, source in enumerate(sources):
            if source is not None:
                edits += self._change_item(node, source, old, new[place])
                before = source
            elif before is None:
                edits.append(Edit(chunks[0][0], chunks[0][0], self._item_text(node, new[place])))
            else:
                edits.append(self._insert_lines(layout.end(node.value[before]), self._item_text(node, new[place])))
        return edits

    def _chunks(self, node: SequenceNode) -> list[tuple[int, int]]:
        """Return the lines of each item of a block sequence, from its dash to the next one's."""
        layout = self._layout
        dash = re.compile(" " * int(node.start_mark.column) + "-")
        starts: list[int] = []
        for item in node.value:
            start = layout.line_start(item.start_mark.index)
            while not dash.match(layout.text, start):
                if start <= layout.line_start(node.start_mark.index):
                    raise CannotEditError
                start = layout.line_start(start - 1)
            starts.append(start)
        end = layout.next_line(layout.end(node.value[-1]))
        return list(zip(starts, [*starts[1:], end], strict=True))

    def _change_item(self, node: SequenceNode, place: int, old: list[Any], new: Any) -> list[Edit]:
        if old[place] == new:
            return []
        item = node.value[place]
        try:
            return self.change(item, old[place], new)
        except CannotEditError:
            start, end = self._layout.span(item, item.start_mark.index)
            if not self._layout.is_self_contained(start, end):
                raise
            if node.flow_style:
                return [Edit(start, end, self._flow(new, start))]
            first = self._layout.line_start(self._chunks(node)[place][0])
            return [Edit(first, self._layout.next_line(end), self._item_text(node, new))]

    def _item_text(self, node: SequenceNode, value: Any) -> str:
        layout = self._layout
        return write_yaml([value], style=layout.style, line_break=layout.line_break, indent=node.start_mark.column)

    def _change_flow_sequence(
        self, node: SequenceNode, old: list[Any], new: list[Any], sources: list[int | None]
    ) -> list[Edit]:
        kept = [source for source in sources if source is not None]
        if kept != sorted(kept):
            raise CannotEditError
        spans = [self._layout.span(item, item.start_mark.index) for item in node.value]
        edits: list[Edit] = []
        added: list[tuple[int, str]] = []
        before = -1
        for place, source in enumerate(sources):
            if source is None:
                added.append((before, self._flow(new[place], spans[0][0])))
            else:
                edits += self._change_item(node, source, old, new[place])
                before = source
        return edits + self._flow_edits(node, spans, set(range(len(old))) - set(kept), added)


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _sources(old: list[Any], new: list[Any]) -> list[int | None]:
    """Return for each new item the place of the old item that it comes from, or None where it is added.

    Items are the same where they have the same name, or another key that names them, or where they are equal.
    """
    names = [_name_of(item) for item in old]
    free = dict.fromkeys(range(len(old)))
    sources: list[int | None] = []
    for item in new:
        name = _name_of(item)
        matches = [place for place in free if (names[place] == name if name is not None else old[place] == item)]
        source = matches[0] if matches else None
        if source is not None:
            del free[source]
        sources.append(source)
    return sources


def _name_of(item: Any) -> Any:
    if not isinstance(item, dict):
        return None
    return next(((key, item[key]) for key in _KEYS if isinstance(item.get(key), str | int)), None)
