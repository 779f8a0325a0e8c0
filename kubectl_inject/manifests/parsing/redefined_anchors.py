"""Documents that define an anchor twice, which YAML allows and libyaml's composer in C refuses."""

from __future__ import annotations

from yaml.composer import Composer
from yaml.events import AliasEvent

from kubectl_inject.manifests.parsing.kubernetes_yaml import NodeParser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from yaml.nodes import Node


class RedefiningParser(Composer, NodeParser):
    """PyYAML's composer in Python, which can let an anchor be defined again."""

    def __init__(self, text: str) -> None:
        """Read ``text``, which holds one document."""
        NodeParser.__init__(self, text)
        Composer.__init__(self)

    def compose_node(self, parent: Node | None, index: Any) -> Node | None:
        """Compose the next node, forgetting an older one with the same anchor."""
        event: Any = self.peek_event()
        if not isinstance(event, AliasEvent):
            self.anchors.pop(event.anchor, None)
        return super().compose_node(parent, index)
