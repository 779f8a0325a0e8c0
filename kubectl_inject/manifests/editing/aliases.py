"""Aliases, told apart from what they stand for."""

from __future__ import annotations

from yaml._yaml import CParser
from yaml.events import AliasEvent
from yaml.nodes import MappingNode, Node, SequenceNode

from kubectl_inject.manifests.editing.items import sources
from kubectl_inject.manifests.parsing.kubernetes_yaml import is_merge
from kubectl_inject.manifests.sameness import is_same
from kubectl_inject.manifests.stand_in import part_of
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

_GONE = object()


class AliasNode(Node):
    """An alias, with its own place in the text; ``value`` is the node with the anchor."""

    id = "alias"


@dataclass(frozen=True, slots=True)
class AliasedTree:
    """A document's nodes in which aliases are nodes of their own, and for each node with an alias all its aliases."""

    root: Node
    aliases: dict[Node, list[AliasNode]]


def find_aliases(text: str, root: Node) -> AliasedTree:
    """Return the tree of a document with its aliases. In ``root`` an alias is the very node that it stands for."""
    if "&" not in text or "*" not in text:
        return AliasedTree(root, {})
    separation = _Separation(text)
    return AliasedTree(separation.copy(root), separation.aliases)


class SharedChanges:
    """What becomes of anchors and aliases where a document changes.

    An anchored node and its aliases change at once where they are to mean the same. Where some are to mean what they
    did, the first of these takes the anchor over, with the value. An alias that is a key cannot.
    """

    def __init__(self, tree: AliasedTree, key_of: Callable[[Node], str], old: Any, new: Any) -> None:
        """Look over a document's tree, which means ``old`` and is to mean ``new``."""
        self._key_of = key_of
        self._values: dict[Node, tuple[Any, Any]] = {}
        self._staying: dict[Node, AliasNode] = {}
        self._keys: set[Node] = set()
        self._aliases: list[tuple[AliasNode, Any, Any]] = []
        if not tree.aliases:
            return
        self._look(tree.root, old, new)
        for alias, before, after in self._aliases:
            if is_same(before, after) and not is_same(after, self._values.get(alias.value, (_GONE, _GONE))[1]):
                self._staying.setdefault(alias.value, alias)

    def is_change_of_all(self, node: Node, new: Any) -> bool:
        """Whether a node with aliases can be changed to mean ``new``, or an alias means that when its anchor does."""
        anchored = node.value if isinstance(node, AliasNode) else node
        if anchored not in self._values or anchored in self._staying or anchored in self._keys:
            return False
        return is_same(new, self._values[anchored][1])

    def heir(self, node: Node) -> tuple[AliasNode, Any] | None:
        """Return the alias that takes the anchor of a node over, and the value, where one must."""
        alias = self._staying.get(node)
        if alias is None or node not in self._values or node in self._keys:
            return None
        return alias, self._values[node][0]

    def _look(self, node: Node, old: Any, new: Any) -> None:
        new = part_of(new)
        if isinstance(node, AliasNode):
            self._aliases.append((node, old, new))
            return
        if new is not _GONE:
            self._values[node] = (old, new)
        if isinstance(node, MappingNode) and isinstance(old, dict):
            after = new if isinstance(new, dict) else {}
            for key, value in node.value:
                if isinstance(key, AliasNode):
                    self._keys.add(key.value)
                elif is_merge(key):
                    self._look_at_merge(value)
                else:
                    name = self._key_of(key)
                    self._look(value, old.get(name), after.get(name, _GONE))
        elif isinstance(node, SequenceNode) and isinstance(old, list):
            after_items = new if isinstance(new, list) else []
            places = {source: place for place, source in enumerate(sources(old, after_items)) if source is not None}
            for place, (item, before) in enumerate(zip(node.value, old, strict=True)):
                self._look(item, before, after_items[places[place]] if place in places else _GONE)

    def _look_at_merge(self, node: Node) -> None:
        """Note that what is merged is to stay what it is: it is no value of its own."""
        for alias in node.value if isinstance(node, SequenceNode) else [node]:
            if isinstance(alias, AliasNode):
                before = self._values.get(alias.value, (_GONE, _GONE))[0]
                self._aliases.append((alias, before, before))


class _Separation:
    """Copies a tree. Nodes come in the order of the text, so the next one that was seen before is the next alias."""

    def __init__(self, text: str) -> None:
        self.aliases: dict[Node, list[AliasNode]] = {}
        self._marks = _alias_marks(text)
        self._copies: dict[int, Node] = {}

    def copy(self, node: Node) -> Node:
        target = self._copies.get(id(node))
        if target is not None:
            alias = AliasNode(node.tag, target, *next(self._marks))
            self.aliases.setdefault(target, []).append(alias)
            return alias
        copy = self._copies[id(node)] = _copy(node)
        if isinstance(node, MappingNode):
            copy.value = [(self.copy(key), self.copy(value)) for key, value in node.value]
        elif isinstance(node, SequenceNode):
            copy.value = [self.copy(item) for item in node.value]
        return copy


def _copy(node: Any) -> Node:
    copy: Node = object.__new__(type(node))
    vars(copy).update(vars(node))
    return copy


def _alias_marks(text: str) -> Iterator[tuple[Any, Any]]:
    parser = CParser(text)
    while (event := parser.get_event()) is not None:
        if isinstance(event, AliasEvent):
            yield event.start_mark, event.end_mark
