"""How much a manifest may ask of this program, and the checks that hold it to that."""

from __future__ import annotations

import sys

from yaml._yaml import CParser
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, ScalarEvent
from yaml.nodes import MappingNode, Node, ScalarNode

from kubectl_inject.manifests.parsing.syntax_errors import reported_for
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from kubectl_inject.manifests.errors import ManifestError
    from kubectl_inject.manifests.stream import Document


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on the input; what exceeds one is refused with a ManifestError that names it.

    The defaults are far above what a cluster would store: etcd refuses objects over 1.5 MiB.
    """

    input_bytes: int = 64 * 1024 * 1024
    """The size of one source: a file, a response, all of standard input."""

    nesting: int = 200
    """How deep mappings and lists may nest, aliases replaced by what they stand for."""

    nodes: int = 1_000_000
    """How many mappings, lists and scalars one document may have: as many as 15,000 Deployments in a List."""

    alias_nodes: int = 100_000
    """How many mappings, lists and scalars all aliases of one document may add to those written."""

    def times(self, factor: int) -> Limits:
        """Return the limits that allow a multiple of the size; nesting stays bounded by the stack."""
        return Limits(
            input_bytes=self.input_bytes * factor,
            nesting=self.nesting,
            nodes=self.nodes * factor,
            alias_nodes=self.alias_nodes * factor,
        )


DEFAULT_LIMITS = Limits()
CHECKED = Limits(nodes=sys.maxsize, alias_nodes=sys.maxsize)
"""For what was made here of a document that was checked: it may be larger."""

RAISE_LIMITS = "--raise-limits 2"
"""The flag by which a user allows more; the API takes Limits."""

_NODES_PER_MARK = {":": 3, "?": 3, "{": 3, ",": 3, "[": 2, "-": 2}
"""How many nodes a character can be the reason of: a colon of a key, a value, and the mapping that they are in."""


def check_nesting(document: Document, limits: Limits) -> None:
    """Raise ManifestError if ``document`` nests too deep, has too many nodes, or is not YAML.

    libyaml's parser, which does the counting here, keeps a stack of its own. The composer above it recurses in C
    and would use up that of the process.
    """
    with reported_for(document):
        parser, depth, nodes = CParser(document.text), 0, 0
        while (event := parser.get_event()) is not None:
            if isinstance(event, CollectionEndEvent):
                depth -= 1
                continue
            if isinstance(event, CollectionStartEvent):
                depth += 1
                if depth > limits.nesting:
                    raise _too_deep(document, event.start_mark, limits)
            elif not isinstance(event, (ScalarEvent, AliasEvent)):
                continue
            nodes += 1
            if nodes > limits.nodes:
                problem = f"more than {limits.nodes} mappings, lists and scalars in one document (Limits.nodes)"
                raise _error_at(event.start_mark, f"{problem}; {RAISE_LIMITS} allows more", document)


def too_large(most_bytes: int) -> str:
    """Return what is wrong with input of more than so many bytes, and the cure."""
    return f"larger than the limit of {most_bytes} bytes; {RAISE_LIMITS} allows more"


def has_surely_few_nodes(text: str, limits: Limits) -> bool:
    """Whether the length, or the number of indicators, shows without parsing that ``text`` has not too many nodes.

    Each node but the first is due to an indicator: it is a key, a value or an item, or a collection of these.
    """
    if 3 * len(text) < limits.nodes:
        return True
    return 1 + sum(nodes * text.count(mark) for mark, nodes in _NODES_PER_MARK.items()) <= limits.nodes


def nests_deeper(value: Any, most: int) -> bool:
    """Whether the mappings and lists of a plain object nest deeper than ``most``."""
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(most):
        if not level:
            return False
        parts = (part for whole in level for part in (whole.values() if isinstance(whole, dict) else whole))
        level = [part for part in parts if isinstance(part, dict | list)]
    return bool(level)


def is_surely_shallow(text: str, limits: Limits) -> bool:
    """Whether the number of brackets and the indentation show, without parsing, that ``text`` nests not too deep.

    A bracket opens at most two collections (``[a: b]`` is a list of a mapping). Block collections open only
    behind nothing but blanks and indicators, each at a greater column than the one around it, save for a list
    in the column of its key.
    """
    brackets = text.count("{") + text.count("[")
    most = limits.nesting // 2 - brackets - 1
    if most < 0:
        return False
    long_lines = [line for line in text.splitlines() if len(line) > most]
    return all(len(line) - len(line.lstrip(" \t?:-")) <= most for line in long_lines)


def check_aliases(document: Document, root: Node, limits: Limits) -> None:
    """Raise ManifestError if the tree under ``root`` has a cycle, or exceeds a limit once aliases are copies."""
    expansion = _Expansion(document, limits)
    size, _ = expansion.measure(root)
    added = size - expansion.written
    if added > limits.alias_nodes:
        problem = f"aliases add {added} nodes to those written, the limit is {limits.alias_nodes}"
        raise document.error(f"{problem}; {RAISE_LIMITS} allows more")


class _Expansion:
    """Measures a tree in which every alias is a copy of what it stands for, visiting each written node once."""

    def __init__(self, document: Document, limits: Limits) -> None:
        self._document = document
        self._limits = limits
        self._measures: dict[int, tuple[int, int] | None] = {}
        self.written = 0

    def measure(self, node: Node) -> tuple[int, int]:
        """Return the number of nodes in the tree under ``node``, and how deep they nest."""
        if isinstance(node, ScalarNode):
            self.written += 1
            return 1, 0
        if id(node) in self._measures:
            known = self._measures[id(node)]
            if known is None:
                problem = "found an anchor whose value contains itself"
                raise self._document.error(problem, node.start_mark.line, node.start_mark.column)
            return known
        self._measures[id(node)] = None
        self.written += 1
        measures = [self.measure(child) for child in _children(node)]
        size = 1 + sum(child_size for child_size, _ in measures)
        depth = 1 + max((child_depth for _, child_depth in measures), default=0)
        if depth > self._limits.nesting:
            raise _too_deep(self._document, node.start_mark, self._limits)
        self._measures[id(node)] = size, depth
        return size, depth


def _children(node: Node) -> Iterable[Node]:
    if isinstance(node, MappingNode):
        return [child for pair in node.value for child in pair]
    children: list[Node] = node.value
    return children


def _too_deep(document: Document, mark: Any, limits: Limits) -> ManifestError:
    problem = f"mappings and lists nest deeper than the limit of {limits.nesting}"
    return _error_at(mark, problem, document)


def _error_at(mark: Any, problem: str, document: Document) -> ManifestError:
    return document.error(problem, mark.line, mark.column)
