"""YAML, for programs."""

from __future__ import annotations

from kubectl_inject.manifests.output.writing import write_yaml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any


def yaml_entry(value: Any) -> str:
    """Return a plain value as an entry of a list that is a field of a mapping."""
    return write_yaml([value])


def yaml_lists(lists: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield a mapping of lists in pieces. Each list is given in pieces too, which its entries make."""
    for name, pieces in lists.items():
        is_empty = True
        for piece in pieces:
            yield f"{name}:\n{piece}" if is_empty else piece
            is_empty = False
        if is_empty:
            yield f"{name}: []\n"
