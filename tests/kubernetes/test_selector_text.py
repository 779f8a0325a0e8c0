"""Selectors as ``kubectl -l`` takes them."""

from __future__ import annotations

import pytest

from kubectl_inject.kubernetes.label_selector import SelectorError, parse_selector_text

LABELS = {"app": "web", "tier": "front", "example.com/team": "a", "empty": ""}


@pytest.mark.parametrize(
    ("text", "selects"),
    [
        ("", True),
        ("app=web", True),
        ("app==web", True),
        ("app = web", True),
        ("app=shop", False),
        ("app!=shop", True),
        ("app!=web", False),
        ("missing!=web", True),
        ("missing=web", False),
        ("app", True),
        ("missing", False),
        ("!missing", True),
        ("!app", False),
        ("empty=", True),
        ("app=web,tier=back", False),
        ("app=web, tier in (front, back)", True),
        ("tier in (back,side),app", False),
        ("tier notin (back)", True),
        ("missing notin (back)", True),
        ("missing in (back)", False),
        ("example.com/team=a", True),
        ("in=a", False),
    ],
)
def test_what_is_selected(text: str, selects: bool) -> None:
    assert all(requirement.matches(LABELS) for requirement in parse_selector_text(text)) is selects


@pytest.mark.parametrize(
    "text", ["=web", "app=web,", ",", "app in web", "app in (a", "app=a=b", "a b", "-x=1", "app=-", "(a)"]
)
def test_what_is_none(text: str) -> None:
    with pytest.raises(SelectorError):
        parse_selector_text(text)
