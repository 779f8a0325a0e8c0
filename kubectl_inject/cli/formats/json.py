"""JSON, for programs."""

from __future__ import annotations

import json

from kubectl_inject.printable import escaped_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def write_json(value: Any) -> str:
    """Return a plain value as JSON, with the printable characters of all scripts as they are."""
    return escaped_json(json.dumps(value, indent=2, ensure_ascii=False)) + "\n"
