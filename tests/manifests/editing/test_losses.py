"""Whether an edit takes something away that the edit back would not spell the same again."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.manifests.parsing.kubernetes_yaml import load
from tests.manifests.editing.editing import edit

CASES: dict[str, tuple[str, Any, bool]] = {
    "a pair added": ("a: 1\n", {"a": 1, "b": 2}, False),
    "a plain scalar": ("a: x\nb: w\n", {"a": "z", "b": "w"}, False),
    "a plain scalar that becomes a number": ("a: x\nb: w\n", {"a": 1, "b": "w"}, False),
    "a number spelled otherwise": ("a: 0x10\nb: w\n", {"a": 1, "b": "w"}, True),
    "a plain scalar that needs quotes": ("a: x\nb: w\n", {"a": "true", "b": "w"}, True),
    "a scalar in double quotes": ('a: "x"\nb: w\n', {"a": "z", "b": "w"}, False),
    "an escape of another kind": ('a: "\\x41"\nb: w\n', {"a": "z", "b": "w"}, True),
    "a scalar in single quotes": ("a: 'x'\nb: w\n", {"a": "z", "b": "w"}, False),
    "a pair in the middle": ("a: 1\nb:\n  c: 1\nd: 1\n", {"a": 1, "d": 1, "e": 2}, False),
    "the first pair": ("b:\n  c: 1\nd: 1\n", {"e": 2, "d": 1}, False),
    "a pair with a comment": ("a: 1\nb: 2  # why\nd: 1\n", {"a": 1, "d": 1}, True),
    "a pair below a comment": ("a: 1\n# why\nb: 2\nd: 1\n", {"a": 1, "d": 1}, True),
    "the first pair, and a comment": ("b: 2\n# why\nd: 1\n", {"d": 1}, True),
    "a pair in flow style": ("a: 1\nb: {c: 1}\nd: 1\n", {"a": 1, "d": 1}, True),
    "a value with other keys": ("a:\n  b:\n    c: 1\n", {"a": {"d": {"e": 1}}}, False),
    "a value in flow style": ("a:\n  b: {c: 1}\n", {"a": {"b": {"d": 2}}}, True),
    "an item": ("a:\n- x\n- y\n", {"a": ["y"]}, True),
}


@pytest.mark.parametrize("name", CASES)
def test_loses(name: str) -> None:
    text, new, loses = CASES[name]
    edited = edit(text, new)
    assert not edited.anew
    assert edited.loses == loses
    if not loses:
        assert edit(edited.text, load(text)).text == text
