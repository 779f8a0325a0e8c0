"""Aliases, told apart from what they stand for."""

from __future__ import annotations

from yaml._yaml import CParser
from yaml.events import AliasEvent
from yaml.nodes import MappingNode, Node, SequenceNode

from kubectl_inject.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


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
