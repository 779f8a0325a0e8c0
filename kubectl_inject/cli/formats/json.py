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
    """Return a plain value as an entry of a list that is a field of an object.

    An object has a line for each field, and for each item of a field that is a list: that reads well, and is written
    by Python's encoder in C, which takes a quarter of the time that the one with indentation takes.
    """
    if not isinstance(value, dict) or not value:
        return "    " + escaped_json(_on_one_line(value))
    fields = ",\n".join([f"      {_on_one_line(name)}: {_by_items(item)}" for name, item in value.items()])
    return escaped_json(f"    {{\n{fields}\n    }}")


def _by_items(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return _on_one_line(value)
    items = ",\n        ".join(map(_on_one_line, value))
    return f"[\n        {items}\n      ]"


def _on_one_line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


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
