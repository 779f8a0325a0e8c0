"""From what changed in an object to edits of its text.

A change is carried down to where it is: a scalar is replaced, a key or an item added or removed. Where the text has a
form in which that is not safe, the smallest block around it is written anew.
"""

from __future__ import annotations

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kubectl_inject.manifests.editing.aliases import AliasNode, SharedChanges
from kubectl_inject.manifests.editing.block import Addition, block_edits, replacement
from kubectl_inject.manifests.editing.edits import CannotEditError, Edit, apply_edits
from kubectl_inject.manifests.editing.flow import FlowStyle, double_quoted, flow_edits, flow_text
from kubectl_inject.manifests.editing.items import sources
from kubectl_inject.manifests.editing.layout import Entry, Layout, Pairs
from kubectl_inject.manifests.output.writing import inline_string, write_yaml
from kubectl_inject.manifests.sameness import is_same
from kubectl_inject.manifests.stand_in import part_of
from kubectl_inject.startup.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any


class Editor:
    """Makes edits for one document."""

    def __init__(self, layout: Layout, key_of: Callable[[Node], str], flow: FlowStyle, shared: SharedChanges) -> None:
        """Edit the document of a layout.

        ``key_of`` reads a key's node; ``flow`` is how flow collections look; ``shared`` tells what becomes of anchors.
        """
        self._layout = layout
        self._key_of = key_of
        self._flow_style = flow
        self._shared = shared

    def change(self, node: Node, old: Any, new: Any, *, in_flow: bool = False) -> list[Edit]:
        """Return the edits that make the node, which means ``old``, mean ``new``.

        ``in_flow``: the node is part of a flow collection. Raises CannotEditError.
        """
        new = part_of(new)
        if self._layout.is_shared(node):
            if self._shared.is_change_of_all(node, new):
                return [] if isinstance(node, AliasNode) else self._change_node(node, old, new, in_flow=in_flow)
            heir = self._shared.heir(node)
            if heir is None:
                raise CannotEditError
            return self._pass_on_anchor(node, *heir) + self._change_node(node, old, new, in_flow=in_flow)
        return self._change_node(node, old, new, in_flow=in_flow)

    def _pass_on_anchor(self, node: Node, alias: AliasNode, value: Any) -> list[Edit]:
        """Return the edits by which a node's anchor goes to an alias of it, which comes to hold the value."""
        start, end = self._layout.anchor(node)
        name = self._layout.text[start:end].strip()
        place, until = alias.start_mark.index, alias.end_mark.index
        return [Edit(start, end, ""), Edit(place, until, f"{name} {flow_text(value, self._flow_style)}")]

    def _change_node(self, node: Node, old: Any, new: Any, *, in_flow: bool) -> list[Edit]:
        if isinstance(node, MappingNode) and isinstance(old, dict) and isinstance(new, dict) and old and new:
            return self._change_mapping(node, old, new)
        if isinstance(node, SequenceNode) and isinstance(old, list) and isinstance(new, list) and old and new:
            return self._change_sequence(node, old, new)
        if isinstance(node, ScalarNode) and not isinstance(new, dict | list):
            return [self._replace_scalar(node, old, new, in_flow=in_flow)]
        raise CannotEditError

    def _replace_scalar(self, node: ScalarNode, old: Any, new: Any, *, in_flow: bool) -> Edit:
        start, end = self._layout.scalar_start(node), node.end_mark.index
        if node.style in ("|", ">") or start == end:
            raise CannotEditError
        text = self._scalar_text(new, node.style, in_flow=in_flow)
        back = "" if isinstance(old, str) and "\n" in old else self._scalar_text(old, _quotes(text), in_flow=in_flow)
        return Edit(start, end, text, reversible=back == self._layout.text[start:end])

    def _scalar_text(self, value: Any, style: str | None, *, in_flow: bool) -> str:
        """Return the text of a scalar in the place of one in that style. Raises CannotEditError."""
        if isinstance(value, str):
            if style == '"':
                return double_quoted(value)
            if "\n" in value:
                raise CannotEditError
            if style == "'" and value.isprintable():
                return "'" + value.replace("'", "''") + "'"
        if in_flow:
            return flow_text(value, self._flow_style)
        return inline_string(value) if isinstance(value, str) else write_yaml(value).rstrip("\n")

    # Mappings.

    def _change_mapping(self, node: MappingNode, old: dict[str, Any], new: dict[str, Any]) -> list[Edit]:
        pairs = Pairs(self._layout, node, self._key_of)
        only = self._only_change(node, old, new)
        if only is not None:
            key, place = only
            return self._change_value(node, pairs, place, old[key], new[key])
        keys, merges = pairs.keys_and_merges()
        last_merge = max(merges, default=-1)
        # The last of a key counts.
        places = {key: place for place, key in enumerate(keys) if place not in merges}
        edits: list[Edit] = []
        gone = {place for place, key in enumerate(keys) if place not in merges and key not in new}
        added: dict[int, dict[str, Any]] = {}
        if any(places.get(key, -1) < last_merge for key in old if key not in new):
            raise CannotEditError  # a merge has the key
        before = -1
        for key, value in new.items():
            place = places.get(key, -1)
            unchanged = key in old and is_same(old[key], value)
            if place < 0 and not unchanged:
                added.setdefault(max(before, last_merge), {})[key] = value
            elif not unchanged and place < last_merge:
                raise CannotEditError  # the merge may give another value
            elif not unchanged:
                edits += self._change_value(node, pairs, place, old[key], value)
            before = place if place >= 0 else before
        additions = [
            Addition(after, text) for after, coming in added.items() for text in self._pair_texts(node, pairs, coming)
        ]

        def spelled(place: int) -> str:
            """Return a block mapping's pair as it would be added: with the value from before."""
            key = keys[place]
            return self._pair_texts(node, pairs, {key: old[key]})[0]

        return edits + self._coming_and_going(node, pairs, gone, additions, spelled)

    def _only_change(self, node: MappingNode, old: dict[str, Any], new: dict[str, Any]) -> tuple[str, int] | None:
        """Return the key whose value is all that changes and its pair's place, if that is plain to see."""
        if len(old) != len(node.value) or old.keys() != new.keys():
            return None
        changed = [key for key, value in new.items() if value is not old[key]]
        if len(changed) != 1 or not isinstance(new[changed[0]], dict | list):
            changed = [key for key in changed if not is_same(old[key], new[key])]
        if len(changed) != 1:
            return None
        names = [name.value for name, _ in node.value]
        if "<<" in names or names.count(changed[0]) != 1:
            return None
        return changed[0], names.index(changed[0])

    def _change_value(self, node: MappingNode, pairs: Pairs, place: int, old: Any, new: Any) -> list[Edit]:
        try:
            return self.change(node.value[place][1], old, new, in_flow=node.flow_style)
        except CannotEditError:
            return self._replace_value(node, pairs[place], old, new)

    def _replace_value(self, node: MappingNode, pair: Entry, old: Any, new: Any) -> list[Edit]:
        """Write a pair's colon and value anew, with its anchor and all.

        With the colon the edit takes text away even where the value was nothing, which the way back would not know.
        """
        new = part_of(new)  # a comment may stand behind its first line
        layout = self._layout
        if pair.colon is None or not layout.is_self_contained(pair.colon, pair.end):
            raise CannotEditError
        if node.flow_style:
            text = self._flow_text(new, pair.start)
            if pair.value_start == pair.end:
                return [Edit(pair.colon - 1, pair.end, ": " + text)]
            return [Edit(pair.value_start, pair.end, text)]
        edits = replacement(layout, pair.colon - 1, pair.end, self._value_text(node, pair, new))
        is_all_other = isinstance(old, dict) and isinstance(new, dict) and old.keys().isdisjoint(new)
        if len(edits) == 1 and old and is_all_other:  # so the edit back replaces the value, too
            same_again = self._value_text(node, pair, old) == layout.text[pair.colon - 1 : pair.end]
            return [replace(edits[0], reversible=same_again)]
        return edits

    def _value_text(self, node: MappingNode, pair: Entry, value: Any) -> str:
        """Return a pair's colon and value as they are written anew, without the end of the last line."""
        layout = self._layout
        column = layout.column(pair.start)
        style = layout.style_of(node, column)
        text = write_yaml({"k": value}, style=style, line_break=layout.line_break, indent=column)
        return text[column + len("k") :].removesuffix(layout.line_break)

    def _pair_texts(self, node: MappingNode, pairs: Pairs, coming: dict[str, Any]) -> list[str]:
        """Return the text of pairs that are added in one place: of each in a flow mapping, else of all in one."""
        layout = self._layout
        if node.flow_style:
            names = {key: flow_text(key, self._flow_style) for key in coming}
            return [
                names[key] + self._colon(pairs, names[key]) + self._flow_text(value, pairs[0].start)
                for key, value in coming.items()
            ]
        column = layout.column(pairs[0].start)
        if all(value.__class__ is str and "\n" not in value for value in coming.values()):
            return [write_yaml(coming, line_break=layout.line_break, indent=column)]  # the same in any style
        style = layout.style_of(node, column)
        return [write_yaml(coming, style=style, line_break=layout.line_break, indent=column)]

    def _colon(self, pairs: Pairs, name: str) -> str:
        """Return the colon with the blanks that the first pair has after it."""
        first = pairs[0]
        if first.colon is None or first.value_start == first.end:
            return self._flow_style.colon
        between = self._layout.text[first.colon - 1 : first.value_start]
        is_plain = not name.startswith(('"', "'"))  # and would take a colon without a blank for its own
        return self._flow_style.colon if between.strip(" ") != ":" or (is_plain and between == ":") else between

    # Sequences.

    def _change_sequence(self, node: SequenceNode, old: list[Any], new: list[Any]) -> list[Edit]:
        items = self._layout.items(node)
        if len(items) != len(old):
            raise CannotEditError
        origins = sources(old, new)
        kept = [place for place in origins if place is not None]
        if kept != sorted(kept):
            return self._reorder(node, items, origins, old, new)
        edits: list[Edit] = []
        added: dict[int, list[Any]] = {}
        before = -1
        for place, value in zip(origins, new, strict=True):
            if place is None:
                added.setdefault(before, []).append(value)
            else:
                edits += self._change_item(node, items, place, old[place], value)
                before = place
        additions = [
            Addition(after, text) for after, coming in added.items() for text in self._item_texts(node, items, coming)
        ]
        return edits + self._coming_and_going(node, items, set(range(len(old))).difference(kept), additions)

    def _reorder(
        self, node: SequenceNode, items: list[Entry], origins: list[int | None], old: list[Any], new: list[Any]
    ) -> list[Edit]:
        """Write the items of a block sequence in another order, each with the comments right above it."""
        layout = self._layout
        if node.flow_style or not layout.begins_line(items[0].start):
            raise CannotEditError
        if not all(layout.is_self_contained(item.start, item.end) for item in items):
            raise CannotEditError
        column = layout.column(items[0].start)
        ends = [layout.after_entry(item.end, column) for item in items]
        starts = [layout.line_start(items[0].start)]
        for item, end in zip(items[1:], ends, strict=False):
            starts.append(layout.before_comments(layout.line_start(item.start), end))
        bounds = [*starts, ends[-1]]
        pieces = [
            self._item_texts(node, items, [value])[0]
            if place is None
            else apply_edits(
                layout.text,
                self._change_item(node, items, place, old[place], value),
                bounds[place],
                bounds[place + 1],
            )
            for place, value in zip(origins, new, strict=True)
        ]
        return [Edit(bounds[0], bounds[-1], "".join(pieces))]

    def _change_item(self, node: SequenceNode, items: list[Entry], place: int, old: Any, new: Any) -> list[Edit]:
        if is_same(old, new):
            return []
        item = items[place]
        try:
            return self.change(item.value, old, new, in_flow=node.flow_style)
        except CannotEditError:
            if not self._layout.is_self_contained(item.start, item.end):
                raise
        (text,) = self._item_texts(node, items, [part_of(new)])
        if node.flow_style:
            return [Edit(item.start, item.end, text)]
        column = self._layout.column(item.start)
        return replacement(self._layout, item.start, item.end, text[column:].removesuffix(self._layout.line_break))

    def _item_texts(self, node: SequenceNode, items: list[Entry], coming: list[Any]) -> list[str]:
        """Return the text of items that are added in one place: of each in a flow list, else of all in one."""
        layout = self._layout
        if node.flow_style:
            return [self._flow_text(value, items[0].start) for value in coming]
        column = layout.column(items[0].start)
        return [write_yaml(coming, style=layout.style_of(node, column), line_break=layout.line_break, indent=column)]

    # Both.

    def _coming_and_going(
        self,
        node: MappingNode | SequenceNode,
        entries: Sequence[Entry],
        gone: set[int],
        added: list[Addition],
        spelled: Callable[[int], str] | None = None,
    ) -> list[Edit]:
        if not gone and not added:
            return []
        if node.flow_style:
            opening = self._opening(node, entries)
            return flow_edits(self._layout, entries, opening, gone, added, self._flow_style.comma)
        return block_edits(self._layout, entries, self._layout.column(entries[0].start), gone, added, spelled)

    def _opening(self, node: Node, entries: Sequence[Entry]) -> int:
        """Return the place of a flow collection's bracket, which an anchor or a tag may stand before."""
        bracket = "{" if isinstance(node, MappingNode) else "["
        return self._layout.text.find(bracket, node.start_mark.index, entries[0].start + 1)

    def _flow_text(self, value: Any, place: int) -> str:
        """Return a value in flow style for an entry that begins at ``place``."""
        layout = self._layout
        line = layout.line_break + layout.margin(place) if layout.begins_line(place) else None
        return flow_text(value, self._flow_style, line)


def _quotes(text: str) -> str | None:
    """Return the style of a scalar's text: its quotes, None where it is plain."""
    return text[0] if text[:1] in ("'", '"') else None
