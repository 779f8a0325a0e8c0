"""Small changes in block style: what is added looks like its neighbours, what stays keeps every byte."""

from __future__ import annotations

from typing import Any

import pytest

from tests.manifests.editing.editing import edit

COMMENTED = """\
# head
a: 1  # of a

# above b
b:  two # of b
  # deeper, of b
# below b
c:
- x # of x

# above w
- w
# end
"""
CASES: dict[str, tuple[str, Any, str]] = {
    "scalar replaced": (
        COMMENTED,
        {"a": 1, "b": "new", "c": ["x", "w"]},
        COMMENTED.replace("two", "new"),
    ),
    "key first": (
        COMMENTED,
        {"k": True, "a": 1, "b": "two", "c": ["x", "w"]},
        COMMENTED.replace("a: 1", "k: true\na: 1"),
    ),
    "key in the middle, after the comments of the one before": (
        COMMENTED,
        {"a": 1, "b": "two", "k": None, "c": ["x", "w"]},
        COMMENTED.replace("of b\n# below", "of b\nk: null\n# below"),
    ),
    "key last": (
        COMMENTED,
        {"a": 1, "b": "two", "c": ["x", "w"], "k": {"l": [1]}},
        COMMENTED.replace("- w\n", "- w\nk:\n  l:\n  - 1\n"),
    ),
    "key removed": (COMMENTED, {"a": 1, "c": ["x", "w"]}, COMMENTED.replace("b:  two # of b\n", "")),
    "item added": (
        COMMENTED,
        {"a": 1, "b": "two", "c": ["x", "m", "w"]},
        COMMENTED.replace("of x\n", "of x\n- m\n"),
    ),
    "item first": (COMMENTED, {"a": 1, "b": "two", "c": ["m", "x", "w"]}, COMMENTED.replace("- x", "- m\n- x")),
    "item removed": (COMMENTED, {"a": 1, "b": "two", "c": ["w"]}, COMMENTED.replace("- x # of x\n", "")),
    "items moved, with the comments above them": (
        COMMENTED,
        {"a": 1, "b": "two", "c": ["w", "x"]},
        COMMENTED.replace("- x # of x\n\n# above w\n- w\n", "# above w\n- w\n- x # of x\n\n"),
    ),
    "list emptied": (
        COMMENTED,
        {"a": 1, "b": "two", "c": []},
        COMMENTED[: COMMENTED.index("c:")] + "c: []\n# end\n",
    ),
    "type changed, the comment stays": (
        COMMENTED,
        {"a": {"z": [1]}, "b": "two", "c": ["x", "w"]},
        COMMENTED.replace("a: 1  # of a\n", "a:  # of a\n  z:\n  - 1\n"),
    ),
    "becomes a block scalar, the comment stays": (
        COMMENTED,
        {"a": "l\nm\n", "b": "two", "c": ["x", "w"]},
        COMMENTED.replace("a: 1  # of a\n", "a: |  # of a\n  l\n  m\n"),
    ),
    "true is not 1": ("a: true\n", {"a": 1}, "a: 1\n"),
    "1 is not true": ("a: [1, 2]\n", {"a": [True, 2]}, "a: [true, 2]\n"),
    "indented list": ("a:\n  - x\n", {"a": ["x", "w"]}, "a:\n  - x\n  - w\n"),
    "new list like its neighbour": ("a:\n  - x\n", {"a": ["x"], "b": ["w"]}, "a:\n  - x\nb:\n  - w\n"),
    "4 spaces": ("a:\n    b: 1\n", {"a": {"b": 1, "c": {"d": 2}}}, "a:\n    b: 1\n    c:\n        d: 2\n"),
    "wide dash": (
        "-   name: a\n    b: 1\n",
        [{"name": "a", "b": 2}, {"name": "c", "d": 1}],
        "-   name: a\n    b: 2\n-   name: c\n    d: 1\n",
    ),
    "two lists of different indentation": (
        "a:\n- x: [1]\nb:\n  - w\n  -   z: 1\n",
        {"a": [{"x": [1]}, {"x": 2}], "b": ["w", {"z": 1}, {"z": 2}]},
        "a:\n- x: [1]\n- x: 2\nb:\n  - w\n  -   z: 1\n  -   z: 2\n",
    ),
    "list in a list, item changed": ("- - a\n  - b\n- c\n", [["a", "d"], "c"], "- - a\n  - d\n- c\n"),
    "list in a list, first added": ("- - a\n  - b\n", [["m", "a", "b"]], "- - m\n  - a\n  - b\n"),
    "list in a list, first removed": ("- - a # c\n  - b\n", [["b"]], "- - b\n"),
    "first key of an item removed": ("- a: 0\n  b: 1\n  c: 2\n", [{"c": 2}], "- c: 2\n"),
    "first key of an item removed, with a comment below": (
        "- b: 1\n  # of c\n  c: 2\n",
        [{"c": 2}],
        "- c: 2\n",
    ),
    "key first in an item": ("- name: a\n", [{"k": 1, "name": "a"}], "- k: 1\n  name: a\n"),
    "dash on its own line": ("-\n  a: 1\n", [{"a": 1, "b": 2}], "-\n  a: 1\n  b: 2\n"),
    "empty items": ("-\n- ~\n- x\n", [None, None, "x", "w"], "-\n- ~\n- x\n- w\n"),
    **{
        f"empty value {empty!r} filled": (f"a:{empty} # c\nb: 1\n", {"a": {"x": 1}, "b": 1}, "a: # c\n  x: 1\nb: 1\n")
        for empty in (" {}", " []", " null", " ~", "", " !!null")
    },
    "quoted keys and values": (
        "\"a\": 'x'\n'b' : \"w\"\n",
        {"a": "it's", "b": "l\nm"},
        "\"a\": 'it''s'\n'b' : \"l\\nm\"\n",
    ),
    "quoted becomes a number": ("a: '1'\n", {"a": 1}, "a: 1\n"),
    "a string that looks like a number": ("a: 1\n", {"a": "1"}, 'a: "1"\n'),
    "explicit keys": ("? a\n: 1\n? b\n", {"a": 2, "b": None, "c": 3}, "? a\n: 2\n? b\nc: 3\n"),
    "explicit key removed": ("? a\n: 1\n? b\n: 2\n", {"b": 2}, "? b\n: 2\n"),
    "key before an explicit one": ("x:\n  ? a\n  : 1\n", {"x": {"k": 1, "a": 1}}, "x:\n  k: 1\n  ? a\n  : 1\n"),
    **{
        f"after {header}": (
            f"a: {header}\n    x\n\nb: 1\n",
            {"a": value, "k": 1, "b": 2},
            f"a: {header}\n    x\n" + ("\nk: 1\n" if "+" in header else "k: 1\n\n") + "b: 2\n",
        )
        for header, value in {"|": "x\n", ">-": "x", "|-": "x", "|4": "x\n", "|+": "x\n\n", ">4+": "x\n\n"}.items()
    },
    "block scalar that ends in blanks": (
        "a: |\n  x\n   \n\nb: 1\n",
        {"a": "x\n \n", "b": 2},
        "a: |\n  x\n   \n\nb: 2\n",
    ),
    "block scalar changed": ("a: |  # c\n  x\nb: 1\n", {"a": "w\nz", "b": 1}, "a: |-\n  w\n  z\nb: 1\n"),
    "block scalar in a list": ("- |-\n  x\n- w\n", ["x", "m", "w"], "- |-\n  x\n- m\n- w\n"),
    "after a plain scalar of two lines": ("a: x\n  w\nb: 1\n", {"a": "x w", "k": 1, "b": 1}, "a: x\n  w\nk: 1\nb: 1\n"),
    "plain scalar of two lines": ("a: x\n  w # c\nb: 1\n", {"a": "z", "b": 1}, "a: z # c\nb: 1\n"),
    "quoted scalar of two lines": ('a: "x\n\n  w"\nb: 1\n', {"a": "z", "b": 1}, 'a: "z"\nb: 1\n'),
    "no final newline, key added": ("a: 1", {"a": 1, "b": 2}, "a: 1\nb: 2"),
    "no final newline, last key removed": ("a: 1\nb: 2", {"a": 1}, "a: 1"),
    "no final newline, last key exchanged": ("a: 1\nb: 2", {"a": 1, "c": 3}, "a: 1\nc: 3"),
    "no final newline after a comment": ("a: 1 # c", {"a": 1, "b": 2}, "a: 1 # c\nb: 2"),
    "CRLF": (
        "a: 1\r\nb:\r\n- x\r\n",
        {"a": 2, "b": ["x", {"c": {"d": "l\n"}}]},
        "a: 2\r\nb:\r\n- x\r\n- c:\r\n    d: |\r\n      l\r\n",
    ),
    "separator, end marker, directive": (
        "%YAML 1.1\n--- # c\na: 1\n...\n# after\n",
        {"a": 1, "b": 2},
        "%YAML 1.1\n--- # c\na: 1\nb: 2\n...\n# after\n",
    ),
    "flow on the separator's line": ("--- {a: 1} # c\n", {"a": 1, "b": 2}, "--- {a: 1, b: 2} # c\n"),
    "tags": (
        "a: !!str 5\nb: !!map\n  c: !!int 1\n",
        {"a": "6", "b": {"c": 1, "d": 2}},
        'a: "6"\nb: !!map\n  c: !!int 1\n  d: 2\n',
    ),
    "duplicate key, the last counts": ("a: 1\na: 2\nb: 3\n", {"a": 4, "b": 3}, "a: 1\na: 4\nb: 3\n"),
    "duplicate key removed": ("a: 1\nb: 3\na: 2\n", {"b": 3}, "b: 3\n"),
    "long key": ("a: 1\n", {"a": 1, "k" * 1100: 2}, f"a: 1\n? {'k' * 1100}\n: 2\n"),
    "unicode": ("é: ü # 😀\n", {"é": "ö", "日": "本"}, "é: ö # 😀\n日: 本\n"),
    "colon further away": ("a  : 1\nb: 2\n", {"a": {"c": 1}, "b": 2}, "a  :\n  c: 1\nb: 2\n"),
}


@pytest.mark.parametrize("name", CASES)
def test_change(name: str) -> None:
    text, new, expected = CASES[name]
    edited = edit(text, new)
    assert edited.text == expected
    assert not edited.anew
