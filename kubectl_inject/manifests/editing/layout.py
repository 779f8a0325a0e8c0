"""Where the parts of a document stand in its text, and how they are laid out."""

from __future__ import annotations

from collections.abc import Sequence

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kubectl_inject.manifests.editing.aliases import AliasNode, find_aliases
from kubectl_inject.manifests.editing.edits import CannotEditError
from kubectl_inject.manifests.output.writing import Style
from kubectl_inject.manifests.parsing.kubernetes_yaml import is_merge
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, overload

_COLON = pattern(r"\s*:")
_EXPLICIT_KEY = pattern(r"(?:^|(?<=[\s{\[,]))\?[ \t]+\Z")
_DASH = pattern(r"(?m)^ *(?=-(?:[ \t\r\n]|\Z))")
_ANCHOR = pattern(r"&[^\s,\[\]{}]+[ \t]+")
_PROPERTY = pattern(r"(?:![^\s,\[\]{}]*[ \t]+)?(&[^\s,\[\]{}]+)")
_BLOCK_SCALAR = pattern(r"(?:[&!][^ \t\r\n]*\s+)*[|>]([-+0-9]*)")
_WIDEST_INDENT = 8
_KINDS: dict[type, str] = {MappingNode: "mapping", SequenceNode: "sequence"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A pair of a mapping or an item of a list: where it begins, its value, and where that begins and ends.

    A pair begins at its key or its question mark, an item of a block sequence at its dash, that of a flow sequence at
    its value. ``colon`` is the place after a pair's colon, or None where it has none.
    """

    start: int
    value: Node
    value_start: int
    end: int
    colon: int | None = None


class Pairs(Sequence[Entry]):
    """A mapping's pairs: their keys, which of them are merges, and where each stands, found when it is first used."""

    def __init__(self, layout: Layout, node: MappingNode, key_of: Callable[[Node], str]) -> None:
        """Take a mapping; ``key_of`` reads one of its keys."""
        self._layout = layout
        self._key_of = key_of
        self._nodes: list[tuple[Node, Node]] = node.value
        self._entries: dict[int, Entry] = {}

    def keys_and_merges(self) -> tuple[list[str], set[int]]:
        """Return the keys in their order, and the places of the pairs that are merges."""
        names: list[Any] = [key.value if key.__class__ is AliasNode else key for key, _ in self._nodes]
        return list(map(self._key_of, names)), {place for place, name in enumerate(names) if is_merge(name)}

    def __len__(self) -> int:
        """Return how many pairs there are."""
        return len(self._nodes)

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, place: int) -> Entry: ...
        @overload
        def __getitem__(self, place: slice) -> list[Entry]: ...

    def __getitem__(self, place: int | slice) -> Entry | list[Entry]:
        """Return where a pair stands."""
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        entry = self._entries.get(place)
        if entry is None:
            entry = self._entries[place] = self._layout.pair(*self._nodes[place])
        return entry


class Layout:
    """The text of one document and the places of its nodes; ``root`` has aliases as nodes of their own."""

    def __init__(self, text: str, root: Node) -> None:
        """Look over the document with that root."""
        self.text = text
        self.line_break = "\r\n" if "\r\n" in text else "\n"
        self.tree = find_aliases(text, root)
        self.root = self.tree.root
        self._aliases = self.tree.aliases
        self._styles: dict[int, Style] = {}
        self._document_style: Style | None = None

    # Nodes.

    def is_shared(self, node: Node) -> bool:
        """Whether a change of the node's text would change another place too, or be one of an alias."""
        return isinstance(node, AliasNode) or node in self._aliases

    def is_self_contained(self, start: int, end: int) -> bool:
        """Whether no alias outside the text from ``start`` to ``end`` needs an anchor in it."""
        return not self._aliases or all(
            start <= alias.start_mark.index < end
            for anchored, aliases in self._aliases.items()
            if start <= anchored.start_mark.index < end
            for alias in aliases
        )

    def scalar_start(self, node: ScalarNode) -> int:
        """Return the place of a scalar's own text, behind its anchor."""
        start: int = node.start_mark.index
        anchor = _ANCHOR.match(self.text, start) if self.text.startswith("&", start) else None
        return anchor.end() if anchor is not None else start

    def anchor(self, node: Node) -> tuple[int, int]:
        """Return where a node's anchor begins and ends, with a blank beside it. Raises CannotEditError."""
        found = _PROPERTY.match(self.text, node.start_mark.index)
        if found is None:
            raise CannotEditError
        start, end = found.span(1)
        if self.text[end : end + 1] in (" ", "\t"):
            return start, end + 1
        return start - (self.text[start - 1 : start] in (" ", "\t")), end

    def pair(self, key: Node, value: Node) -> Entry:
        """Return where a pair of a mapping stands."""
        colon, start, end = self._value_place(key, value)
        return Entry(self._pair_start(key), value, start, end, colon)

    def _pair_start(self, key: Node) -> int:
        start: int = key.start_mark.index
        line = self.line_start(start)
        before = self.text[line:start]
        mark = _EXPLICIT_KEY.search(before) if "?" in before else None
        return line + mark.start() if mark is not None else start

    def items(self, node: SequenceNode) -> list[Entry]:
        """Return a list's items. Raises CannotEditError where a dash is not found."""
        if node.flow_style:
            return [Entry(item.start_mark.index, item, item.start_mark.index, self.end(item)) for item in node.value]
        entries: list[Entry] = []
        for item in node.value:
            start = self._next_dash(entries[-1].end, entries[0].start) if entries else self._first_dash(node)
            if start >= item.start_mark.index:
                raise CannotEditError
            entries.append(Entry(start, item, item.start_mark.index, self.end(item)))
        return entries

    def _first_dash(self, node: SequenceNode) -> int:
        start: int = node.start_mark.index
        if self.text[start] == "-":
            return start
        dash = _DASH.search(self.text, start)  # after an anchor or a tag
        if dash is None:
            raise CannotEditError
        return dash.end()

    def _next_dash(self, after: int, first: int) -> int:
        column = self.column(first)
        dash = next((dash for dash in _DASH.finditer(self.text, after) if len(dash[0]) == column), None)
        if dash is None:
            raise CannotEditError
        return dash.end()

    def _value_place(self, key: Node, value: Node) -> tuple[int | None, int, int]:
        after_key: int = key.end_mark.index
        if self.text.startswith(":", after_key):
            colon: int | None = after_key + 1
        else:
            match = _COLON.match(self.text, after_key)
            colon = match.end() if match is not None else None
        start, end = value.start_mark.index, self.end(value)
        if start == end:  # nothing is written, and libyaml may say that it stands at what comes next
            start = end = colon or after_key
        return colon, start, end

    def end(self, node: Node) -> int:
        """Return the end of a node's own text, without the blank lines and comments after it."""
        if isinstance(node, ScalarNode):
            return self._scalar_end(node)
        if isinstance(node, MappingNode) and not node.flow_style:
            return self._value_place(*node.value[-1])[2]
        if isinstance(node, SequenceNode) and not node.flow_style:
            return self.end(node.value[-1])
        return int(node.end_mark.index)

    def _scalar_end(self, node: Any) -> int:
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        if node.style not in ("|", ">"):
            return end
        header = _BLOCK_SCALAR.match(self.text, start)
        written = self.text[start:end]
        if header is not None and "+" in header[1]:
            return start + len(written.removesuffix("\n").removesuffix("\r"))
        return start + len(written.rstrip("\r\n"))

    # Lines.

    def line_start(self, place: int) -> int:
        """Return the start of the line that ``place`` is on."""
        return self.text.rfind("\n", 0, place) + 1

    def line_end(self, place: int) -> int:
        """Return the end of the line that ``place`` is on, before its line break."""
        end = self.next_line(place)
        return end - len(self.line_break) if self.text.endswith(self.line_break, place, end) else end

    def next_line(self, place: int) -> int:
        """Return the start of the line after the one that ``place`` is on; the text's end where there is none."""
        end = self.text.find("\n", place)
        return len(self.text) if end < 0 else end + 1

    def begins_line(self, place: int) -> bool:
        """Whether nothing but blanks stands before ``place`` on its line."""
        return not self.text[self.line_start(place) : place].strip(" \t")

    def margin(self, place: int) -> str:
        """Return the blanks that the line of ``place`` begins with."""
        line = self.text[self.line_start(place) : place]
        return line[: len(line) - len(line.lstrip(" \t"))]

    def column(self, place: int) -> int:
        """Return the column of a place, from 0."""
        return place - self.line_start(place)

    def after_entry(self, end: int, column: int) -> int:
        """Return the start of the line after an entry, and after the comments further to the right than its column."""
        place = self.next_line(end)
        while self._comment_column(place) > column:
            place = self.next_line(place)
        return place

    def before_comments(self, place: int, lowest: int) -> int:
        """Return the start of the comments right above the line that begins at ``place``, but not below ``lowest``."""
        while place > lowest and self._comment_column(above := self.line_start(place - 1)) >= 0:
            place = above
        return place

    def _comment_column(self, place: int) -> int:
        """Return the column of the comment on the line that begins at ``place``; -1 if something else is there."""
        line = self.text[place : self.next_line(place)]
        comment = line.lstrip(" ")
        return len(line) - len(comment) if comment.startswith("#") else -1

    def style_of(self, node: MappingNode | SequenceNode, column: int) -> Style:
        """Return how what is added to a block collection at ``column`` is indented: like what it has, if it tells."""
        known = self._styles.get(id(node))
        if known is None:
            found: dict[str, int] = {}
            _note_indents(node, column, found)
            general = self._style_of_document()
            known = self._styles[id(node)] = Style(
                found.get("mapping", general.mapping),
                found.get("sequence", general.sequence),
                found.get("item", general.item),
            )
        return known

    def _style_of_document(self) -> Style:
        if self._document_style is None:
            self._document_style = _document_style(self.root)
        return self._document_style


def _document_style(root: Node) -> Style:
    """Return how the document's block collections are indented, by the first of each kind that it has."""
    found: dict[str, int] = {}
    waiting: list[Any] = [root] if root.__class__ in _KINDS else []
    for node in waiting:  # and those in it, as they come
        waiting += _note_indents(node, node.start_mark.column, found)
        if len(found) == 3:
            break
    return Style(found.get("mapping", 2), found.get("sequence", 0), found.get("item", 2))


def _note_indents(node: MappingNode | SequenceNode, column: int, found: dict[str, int]) -> list[Any]:
    """Note how far the block collections in a block collection stand from its column, the first of each kind.

    Return all collections in it.
    """
    if node.flow_style:
        return []
    if node.__class__ is SequenceNode:
        items: list[Any] = [item for item in node.value if item.__class__ in _KINDS]
        distances = (item.start_mark.column - column for item in items)
        if "item" not in found and (fits := next((each for each in distances if 2 <= each <= _WIDEST_INDENT), None)):
            found["item"] = fits
        return items
    inner: list[Any] = []
    for key, value in node.value:
        name = _KINDS.get(value.__class__)
        if name is None:
            continue
        inner.append(value)
        if name not in found and not value.flow_style:
            distance = value.start_mark.column - column
            lowest = 1 if value.__class__ is MappingNode else 0
            if value.start_mark.line > key.start_mark.line and lowest <= distance <= _WIDEST_INDENT:
                found[name] = distance
    return inner
