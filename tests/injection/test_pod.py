"""Looking things up in a Pod."""

from __future__ import annotations

from typing import Any

from kubectl_inject.injection.pod import find_container


def test_find_container() -> None:
    items: list[dict[str, Any]] = [{"name": "a", "n": 1}, {"value": 1}, {"name": "a", "n": 2}]
    assert find_container(items, "a") is items[0]
    assert find_container(items, "b") is None
