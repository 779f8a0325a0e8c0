"""JSON, for programs."""

from __future__ import annotations

import json

from kubectl_inject.printable import escaped_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

JSON_SEPARATOR = ",\n"
"""What stands between the entries of a list."""


def write_json(value: Any) -> str:
    """Return a plain value as JSON, with the printable characters of all scripts as they are."""
    return escaped_json(json.dumps(value, indent=2, ensure_ascii=False)) + "\n"


def json_entry(value: Any) -> str:
    """Return a plain value as an entry of a list that is a field of an object."""
    return "    " + write_json(value).removesuffix("\n").replace("\n", "\n    ")


def json_lists(lists: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield an object of lists in pieces. Each list is given in pieces too: its entries, and what separates them."""
    opening = "{\n"
    for name, pieces in lists.items():
        yield f"{opening}  {json.dumps(name)}: ["
        is_empty = True
        for piece in pieces:
            yield f"\n{piece}" if is_empty else piece
            is_empty = False
        yield "]" if is_empty else "\n  ]"
        opening = JSON_SEPARATOR
    yield "\n}\n"
