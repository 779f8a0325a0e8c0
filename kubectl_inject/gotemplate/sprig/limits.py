"""How much one call may build: templates come from strangers, and memory does not grow without end."""

from __future__ import annotations

from kubectl_inject.gotemplate.functions import FunctionError

MAX_TEXT_LENGTH = 10 * 1024 * 1024
MAX_ITEMS = 100_000
# Python's own stack is the reason: each level costs a frame or two of the thousand there are.
MAX_NESTING = 100


def check_text_length(length: int) -> None:
    """Refuse to build a text of that many characters if it is too long."""
    if length > MAX_TEXT_LENGTH:
        raise FunctionError(f"the result would be longer than {MAX_TEXT_LENGTH} characters")


def check_item_count(count: int) -> None:
    """Refuse to build a list of that many items if they are too many."""
    if count > MAX_ITEMS:
        raise FunctionError(f"the result would have more than {MAX_ITEMS} items")


def check_nesting(depth: int) -> None:
    """Refuse to follow maps and lists that are nested too deeply, or that hold themselves."""
    if depth > MAX_NESTING:
        raise FunctionError(f"the value is nested more than {MAX_NESTING} levels deep")
