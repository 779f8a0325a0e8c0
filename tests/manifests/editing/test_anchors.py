"""Changes near anchors, aliases and merges: what they stand for elsewhere stays."""

from __future__ import annotations

from typing import Any

import pytest

from tests.manifests.editing.editing import edit

LABELS = "sel: &l {app: a} # s\nother: 1\nlabels: *l # t\n"
BASE = "base: &b\n  x: 1\n  w: 2\nuse:\n  <<: *b # m\n  z: 3\n"
B = {"x": 1, "w": 2}
CASES: dict[str, tuple[str, Any, str]] = {
    "beside them": (LABELS, {"sel": {"app": "a"}, "other": 2, "labels": {"app": "a"}}, LABELS.replace("1", "2")),
    "alias changed": (
        LABELS,
        {"sel": {"app": "a"}, "other": 1, "labels": {"app": "a", "k": "v"}},
        "sel: &l {app: a} # s\nother: 1\nlabels: # t\n  app: a\n  k: v\n",
    ),
    "alias removed": (LABELS, {"sel": {"app": "a"}, "other": 1}, "sel: &l {app: a} # s\nother: 1\n"),
    "something after an alias": (
        "a: &l 1\nb:\n- *l\n- *l\n",
        {"a": 1, "b": [1, 1, 2]},
        "a: &l 1\nb:\n- *l\n- *l\n- 2\n",
    ),
    "one of two aliases in a list": (
        "- &a {name: p}\n- &b {name: q}\n- x: *b\n- w: *a\n",
        [{"name": "p"}, {"name": "q"}, {"x": {"name": "q"}}, {"w": 5}],
        "- &a {name: p}\n- &b {name: q}\n- x: *b\n- w: 5\n",
    ),
    "in flow": ("a: [&x 1, *x, 2]\n", {"a": [1, 1, 3]}, "a: [&x 1, *x, 3]\n"),
    "beside an anchor in flow": (
        "a: {b: &x 1}\nc: *x\n",
        {"a": {"b": 1, "d": 2}, "c": 1},
        "a: {b: &x 1, d: 2}\nc: *x\n",
    ),
    "inside an anchor that nobody uses": ("a: &x\n  b: 1\n", {"a": {"b": 1, "c": 2}}, "a: &x\n  b: 1\n  c: 2\n"),
    "list with an anchor": ("a: &x\n  - 1\n", {"a": [1, 2]}, "a: &x\n  - 1\n  - 2\n"),
    "anchor of a scalar that nobody uses": ("a: &x b\n", {"a": "c"}, "a: &x c\n"),
    "anchor defined twice": ("- &x 1\n- *x\n- &x 2\n- *x\n- 3\n", [1, 1, 2, 2, 4], "- &x 1\n- *x\n- &x 2\n- *x\n- 4\n"),
    "both the anchor and its aliases inside what is written anew": (
        "a: {b: &x 1, c: *x}\nd: 1\n",
        {"a": [1], "d": 1},
        "a:\n- 1\nd: 1\n",
    ),
    "alias as a key": ("a: &k x\n*k : 1\nb: 2\n", {"a": "x", "x": 1, "b": 3}, "a: &k x\n*k : 1\nb: 3\n"),
    "key after a merge": (BASE, {"base": B, "use": {**B, "z": 4, "k": 5}}, BASE.replace("z: 3", "z: 4") + "  k: 5\n"),
    "key before a merge goes after it": (
        BASE,
        {"base": B, "use": {"k": 5, **B, "z": 3}},
        BASE.replace("# m\n", "# m\n  k: 5\n"),
    ),
    "merged key overridden": (
        BASE,
        {"base": B, "use": {"x": 9, "w": 2, "z": 3}},
        BASE.replace("# m\n", "# m\n  x: 9\n"),
    ),
    "merged key removed": (
        BASE,
        {"base": B, "use": {"w": 2, "z": 3}},
        "base: &b\n  x: 1\n  w: 2\nuse:\n  w: 2\n  z: 3\n",
    ),
    "an anchor and its alias change together": (
        LABELS,
        {"sel": {"app": "b"}, "other": 1, "labels": {"app": "b"}},
        LABELS.replace("app: a", "app: b"),
    ),
    "an anchor and one of its aliases change": (
        "a: &x # 1\n  b: 1 # 2\nc: *x\nd: *x # 3\n",
        {"a": {"b": "1"}, "c": {"b": "1"}, "d": {"b": 2}},
        'a: &x # 1\n  b: "1" # 2\nc: *x\nd: # 3\n  b: 2\n',
    ),
    "an anchor changes, its alias does not": (
        LABELS,
        {"sel": {"app": "a", "k": "v"}, "other": 1, "labels": {"app": "a"}},
        "sel: {app: a, k: v} # s\nother: 1\nlabels: &l {app: a} # t\n",
    ),
    "an anchor changes, its aliases do not": (
        "a: !!map &x # 1\n  b: 1\nc: [*x, *x]\n",
        {"a": {"b": 2}, "c": [{"b": 1}, {"b": 1}]},
        "a: !!map # 1\n  b: 2\nc: [&x {b: 1}, *x]\n",
    ),
    "a scalar with an anchor changes, its alias does not": (
        "a: &x 1 # 1\nb: *x\n",
        {"a": "1", "b": 1},
        'a: "1" # 1\nb: &x 1\n',
    ),
    "a merged anchor changes": (
        BASE,
        {"base": {"x": 1, "w": 3}, "use": {**B, "z": 3}},
        "base:\n  x: 1\n  w: 3\nuse:\n  <<: &b {x: 1, w: 2} # m\n  z: 3\n",
    ),
    "key above a merge that overrides it": (
        "base: &b {x: 1}\nuse:\n  x: 2\n  <<: *b\n",
        {"base": {"x": 1}, "use": {"x": 3}},
        "base: &b {x: 1}\nuse:\n  x: 3\n",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_change(name: str) -> None:
    text, new, expected = CASES[name]
    edited = edit(text, new)
    assert edited.text == expected
    assert not edited.anew


def test_an_anchor_that_changes_while_a_key_is_its_alias_means_the_document_anew() -> None:
    assert edit("a: &k x\n*k : 1\n", {"a": "y", "x": 1}).anew
