"""Where in a document's text what an object holds is written."""

from __future__ import annotations

from yaml.nodes import MappingNode, SequenceNode

from kubectl_inject.manifests.parsing.kubernetes_yaml import is_merge, key_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from yaml.nodes import Node

    from kubectl_inject.manifests.stream import Document


def line_of(document: Document, root: Node, path: Sequence[str | int]) -> int:
    """Return the line of a stream at which what lies at a path begins, with its key.

    What a merge gives is where the mapping with the merge is.
    """
    node, mark = root, root.start_mark
    for step in path:
        if isinstance(node, SequenceNode) and isinstance(step, int):
            node = node.value[step]
            mark = node.start_mark
            continue
        pairs = node.value if isinstance(node, MappingNode) else ()
        found = [pair for pair in pairs if not is_merge(pair[0]) and key_of(pair[0], document) == step]
        if not found:
            break
        key, node = found[-1]  # of several, the last counts
        mark = key.start_mark
    return document.start_line + int(mark.line)
