"""Kubernetes' YAML: one document to nodes, which know their places in the text, and from nodes to plain objects.

Parsing is libyaml's, whose nodes carry positions. The meaning of scalars, keys and merges is that of
sigs.k8s.io/yaml, which kubectl and Istio read manifests with: later duplicates of a key win, a merge (``<<``)
counts where it stands and so overrides what is written before it, and keys become strings.
"""

from __future__ import annotations

from operator import is_

from yaml._yaml import (  # type: ignore[attr-defined]  # the stubs leave the errors out
    ComposerError,
    CParser,
)
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kubectl_inject.manifests.parsing.limits import (
    DEFAULT_LIMITS,
    Limits,
    check_aliases,
    check_nesting,
    has_surely_few_nodes,
    is_surely_shallow,
)
from kubectl_inject.manifests.parsing.scalars import NUMBER_STARTS, WORDS, Scalar, key_text, resolve
from kubectl_inject.manifests.parsing.syntax_errors import reported_for
from kubectl_inject.manifests.stream import BYTE_ORDER_MARK, Document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.manifests.errors import ManifestError

UNTAGGED = ""
"""The tag of a node that is written without one and, if it is a scalar, may be something else than a string."""

_STANDARD = "tag:yaml.org,2002:"
STRING = _STANDARD + "str"
"""The tag of a node that is a string, without a look at its text: the very object."""

_MERGE = _STANDARD + "merge"


def load(text: str, source: str = "<input>", limits: Limits = DEFAULT_LIMITS) -> object:
    """Return the one document in ``text`` as plain objects; None if it is empty. Raises ManifestError."""
    document = Document(text.removeprefix(BYTE_ORDER_MARK), source)
    return construct(compose(document, limits), document)


def compose(document: Document, limits: Limits = DEFAULT_LIMITS) -> Node | None:
    """Return the node tree of ``document``; None if there is nothing in it.

    Marks of the nodes index into ``document.text``. The tag of a node is the one written, or that of a string
    for scalars in quotes and others that can be nothing else, or UNTAGGED. An alias is the same node as its
    anchor's; the tree has no cycles. Raises ManifestError for what is not YAML and for what exceeds ``limits``.
    """
    text = document.text
    if not has_surely_few_nodes(text, limits):
        check_nesting(document, limits)
    with reported_for(document):
        root = _compose(text) if is_surely_shallow(text, limits) else _compose_bounded(document, limits)
    if root is not None and "*" in text and "&" in text:
        check_aliases(document, root, limits)
    return root


def check_syntax(document: Document, limits: Limits = DEFAULT_LIMITS) -> None:
    """Raise ManifestError if ``document`` is not YAML. Nothing is made of it, so this costs a fifth of ``compose``."""
    if document.text.count("[") + document.text.count("{") > limits.nesting:
        check_nesting(document, limits)  # libyaml takes time quadratic in the depth of brackets
        return
    with reported_for(document):
        CParser(document.text).raw_parse()


def _compose(text: str) -> Node | None:
    try:
        return NodeParser(text).get_single_node()
    except ComposerError as error:
        if "duplicate anchor" not in (error.context or ""):
            raise
    from kubectl_inject.manifests.parsing.redefined_anchors import RedefiningParser

    return RedefiningParser(text).get_single_node()


def _compose_bounded(document: Document, limits: Limits) -> Node | None:
    """Compose a document that may nest too deep for the composer, which recurses in C."""
    try:
        return BoundedParser(document.text, limits.nesting).get_single_node()
    except (_DeepError, ComposerError):
        check_nesting(document, limits)
        return _compose(document.text)


class _Tags:
    """Tags nodes that are written without a tag, in place of PyYAML's resolvers, whose method names these are.

    What a plain scalar means is left open until objects are made from nodes, unless it is surely a string.
    """

    # A tag does not depend on the place. These two are called for each node, so they are what C does fastest.
    descend_resolver = staticmethod(is_)
    ascend_resolver = staticmethod(bool)

    def resolve(self, kind: type[Node], value: Any, implicit: Any) -> str:
        """Return the tag for a node; ``implicit[0]`` tells whether a scalar is plain."""
        if kind is ScalarNode and (not implicit[0] or (value not in WORDS and value[0] not in _UNUSUAL_STARTS)):
            return STRING
        return UNTAGGED


class NodeParser(CParser, _Tags):
    """libyaml's parser and PyYAML's composer in C."""


class _DeepError(Exception):
    """There is a node deeper than mappings and lists may nest: a scalar, or one of these."""


class BoundedParser(NodeParser):
    """A parser that goes so deep and no deeper; it takes longer."""

    def __init__(self, text: str, most: int) -> None:
        """Parse a text to the depth ``most``, below which _DeepError is raised."""
        super().__init__(text)
        self._depth = 0
        self._most = most

    def descend_resolver(self, _parent: object, _index: object) -> None:  # type: ignore[override]  # less is faster
        """Go down to a node."""
        self._depth += 1
        if self._depth > self._most:
            raise _DeepError

    def ascend_resolver(self) -> None:  # type: ignore[override]
        """Come up from a node."""
        self._depth -= 1


def construct(node: Node | None, document: Document) -> object:
    """Return what ``node`` means: dict (with string keys), list, str, int, float, bool or None.

    Aliases become copies. ``document`` is the one that ``node`` comes from, for the messages of errors. Raises
    ManifestError for what has no JSON, as Go does: a null or collection as a key, infinities, a wrong tag.
    """
    if node is None:
        return None
    return _Construction(document).value_of(node)


def key_of(node: Node, document: Document) -> str:
    """Return the string that a mapping's key means. Raises ManifestError for what is no key."""
    return str(node.value) if node.tag is STRING else _Construction(document).key(node)


class _Construction:
    """Makes objects from the nodes of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def value_of(self, node: Node) -> object:
        """Return the object that ``node`` means."""
        if node.tag is STRING:
            return node.value
        if node.__class__ is MappingNode:
            return self._mapping(node.value)
        if node.__class__ is SequenceNode:
            value_of = self.value_of
            return [value_of(item) for item in node.value]
        return self._scalar(node)

    def _mapping(self, pairs: list[tuple[Node, Node]]) -> dict[str, object]:
        value_of = self.value_of
        mapping: dict[str, object] = {}
        for key_node, value_node in pairs:
            if key_node.tag is STRING:
                mapping[key_node.value] = value_node.value if value_node.tag is STRING else value_of(value_node)
            elif is_merge(key_node):
                mapping.update(self._merged(value_node, key_node))
            else:
                mapping[self.key(key_node)] = value_of(value_node)
        return mapping

    def _merged(self, node: Node, key: Node) -> dict[str, object]:
        """Return what ``<<: node`` adds: of several mappings, the first that has a key gives its value.

        A list must be written there: as in go-yaml, an alias may stand for a mapping only.
        """
        if isinstance(node, SequenceNode) and node.start_mark.index < key.start_mark.index:
            raise self._error(key, "found a merge (<<) of an alias to a list, expected one to a mapping")
        merged: dict[str, object] = {}
        for mapping in reversed(node.value) if isinstance(node, SequenceNode) else [node]:
            if not isinstance(mapping, MappingNode):
                raise self._error(mapping, "found a merge (<<) of what is neither a mapping nor a list of mappings")
            merged.update(self._mapping(mapping.value))
        return merged

    def key(self, node: Node) -> str:
        """Return the string that a key means."""
        if not isinstance(node, ScalarNode):
            found = "mapping" if isinstance(node, MappingNode) else "list"
            raise self._error(node, f"found a {found} as a key, expected a string")
        value = self._written(node)
        if value is None:
            raise self._error(node, "found null as a key, expected a string")
        try:
            return key_text(value)
        except ValueError as error:
            raise self._error(node, str(error)) from None

    def _scalar(self, node: Node) -> Scalar:
        value = self._written(node)
        if isinstance(value, float) and not _SMALLEST < value < _LARGEST:
            raise self._error(node, f"found {node.value}, a number that JSON, and so Kubernetes, does not have")
        return value

    def _written(self, node: Node) -> Scalar:
        """Return what a scalar says by its text and tag, be it a number that JSON has or not."""
        text: str = node.value
        tag = node.tag
        if tag == UNTAGGED:
            return resolve(text)
        if tag == _STANDARD + "binary":
            return self._binary(node)
        types = _TYPES.get(tag)
        if types is None:
            return text
        value = resolve(text)
        if type(value) not in types:
            raise self._error(node, f"found {text!r}, which the tag !!{tag.removeprefix(_STANDARD)} does not fit")
        return value

    def _binary(self, node: Node) -> str:
        from binascii import a2b_base64

        try:
            return a2b_base64("".join(node.value.split()), strict_mode=True).decode("utf-8", "replace")
        except ValueError:
            raise self._error(node, "found !!binary data that is not base64") from None

    def _error(self, node: Node, problem: str) -> ManifestError:
        return self._document.error(problem, node.start_mark.line, node.start_mark.column)


# A merge begins with the latter.
_UNUSUAL_STARTS = NUMBER_STARTS | {"<"}
_SMALLEST, _LARGEST = float("-inf"), float("inf")

_TYPES: dict[str, tuple[type, ...]] = {
    _STANDARD + "bool": (bool,),
    _STANDARD + "int": (int,),
    _STANDARD + "float": (int, float),
    _STANDARD + "null": (type(None),),
}


def is_merge(key: Node) -> bool:
    """Whether a mapping's key is a merge, written plainly or with its tag."""
    return key.tag == _MERGE or (key.tag == UNTAGGED and key.value == "<<")
