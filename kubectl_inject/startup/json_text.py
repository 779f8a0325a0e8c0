"""Reading JSON without package json, which takes longer to import, with package re, than a Pod takes to inject."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class _Rules:
    """What package json tells its scanner in C."""

    strict = True
    object_hook = None
    object_pairs_hook = None
    parse_float = float
    parse_int = int
    parse_constant = float


def read_json(text: str) -> Any:
    """Return what ``json.loads`` does. Raises ValueError, or RecursionError, as it does."""
    written = text.strip(" \t\r\n")
    try:
        from _json import make_scanner

        rules: Any = _Rules
        value, end = make_scanner(rules)(written, 0)
        if end == len(written):
            return value
    except (ImportError, StopIteration, ValueError):
        pass
    import json

    return json.loads(text)  # which says what is wrong
