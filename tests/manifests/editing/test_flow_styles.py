"""Small changes in flow style, YAML's and JSON's."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.manifests.editing.editing import edit

OVER_LINES = """\
a: [
  x, # of x
  # above z
  z # of z
]
b: {
    c: 1, # of c
    d: 2, # of d
}
"""
CASES: dict[str, tuple[str, Any, str]] = {
    "key last": ("a: {b: c}\n", {"a": {"b": "c", "d": "e, f"}}, 'a: {b: c, d: "e, f"}\n'),
    "key first": ("a: {b: c}\n", {"a": {"k": {"l": [1]}, "b": "c"}}, "a: {k: {l: [1]}, b: c}\n"),
    "in the middle": ("a: [x,z]\n", {"a": ["x", "w", "z"]}, "a: [x,w,z]\n"),
    "colon without a blank": ('a: {"b":1,"c":2}\n', {"a": {"b": 1, "c": 2, "d": 3}}, 'a: {"b":1,"c":2,d: 3}\n'),
    "trailing comma": ("a: [x, z,]\n", {"a": ["x", "z", "w"]}, "a: [x, z, w,]\n"),
    "blanks inside": ("a: { b: 1 }\n", {"a": {"b": 1, "c": 2}}, "a: { b: 1, c: 2 }\n"),
    "removed": ("a: [x, z, w]\n", {"a": ["x", "w"]}, "a: [x, w]\n"),
    "first removed": ("a: {b: 1, c: 2}\n", {"a": {"c": 2}}, "a: {c: 2}\n"),
    "last removed": ("a: {b: 1, c: 2} # d\n", {"a": {"b": 1}}, "a: {b: 1} # d\n"),
    "emptied": ("a: {b: 1} # d\n", {"a": {}}, "a: {} # d\n"),
    "filled": ("a: {b: [], c: {}}\n", {"a": {"b": [1], "c": {"d": None}}}, "a: {b: [1], c: {d: null}}\n"),
    "scalar that needs quotes there": ("a: [x]\n", {"a": ["x, y"]}, 'a: ["x, y"]\n'),
    "key without a value": ("a: {b, c: 1}\n", {"a": {"b": None, "c": 2}}, "a: {b, c: 2}\n"),
    "nothing becomes something": ("a: {b: , c: 1}\n", {"a": {"b": 2, "c": 1}}, "a: {b: 2 , c: 1}\n"),
    "moved": ("a: [x, z] # c\n", {"a": ["z", "x"]}, "a:\n- z\n- x\n".replace("a:\n", "a: # c\n")),
    "over lines, added": (
        OVER_LINES,
        {"a": ["x", "z", "w"], "b": {"c": 1, "d": 2, "e": 3}},
        OVER_LINES.replace("z # of z\n", "z, # of z\n  w\n").replace("# of d\n", "# of d\n    e: 3,\n"),
    ),
    "over lines, added after the first": (
        OVER_LINES,
        {"a": ["x", "w", "z"], "b": {"c": 1, "e": 3, "d": 2}},
        OVER_LINES.replace("# of x\n", "# of x\n  w,\n").replace("# of c\n", "# of c\n    e: 3,\n"),
    ),
    "over lines, last removed": (
        OVER_LINES,
        {"a": ["x"], "b": {"c": 1}},
        "a: [\n  x # of x # of z\n]\nb: {\n    c: 1, # of c\n}\n",
    ),
    "over lines, first removed": (
        "a: [\n  x, # of x\n  z # of z\n]\n",
        {"a": ["z"]},
        "a: [\n  z # of z\n]\n",
    ),
    "JSON on one line, no blanks": (
        '{"a":{"b":1},"c":[]}',
        {"a": {"b": 1, "d": {"e": [1, "x"]}}, "c": ["p"]},
        '{"a":{"b":1,"d":{"e":[1,"x"]}},"c":["p"]}',
    ),
    "JSON on one line, blanks": ('{"a": {"b": 1}}\n', {"a": {"b": 1, "c": 2}}, '{"a": {"b": 1, "c": 2}}\n'),
    **{
        f"JSON indented by {indent!r}": (
            json.dumps({"a": {"b": "x"}, "c": []}, indent=indent),
            {"a": {"b": "w", "d": {"e": [True]}}, "c": [{"f": None}]},
            json.dumps({"a": {"b": "w", "d": {"e": [True]}}, "c": [{"f": None}]}, indent=indent),
        )
        for indent in ("  ", "    ", "\t")
    },
    "JSON, characters that YAML wants escaped": ('{"a": "x"}', {"a": "é\x85"}, '{"a": "é\\u0085"}'),
    "JSON with CRLF": (
        '{\r\n  "a": 1\r\n}\r\n',
        {"a": 1, "b": [2]},
        '{\r\n  "a": 1,\r\n  "b": [\r\n    2\r\n  ]\r\n}\r\n',
    ),
    "JSON in a stream": ('---\n{"a": "x"}\n', {"a": "x", "b": "w"}, '---\n{"a": "x", "b": "w"}\n'),
    "JSON, item removed": ('{"a": [\n  1,\n  2\n]}', {"a": [1]}, '{"a": [\n  1\n]}'),
}


@pytest.mark.parametrize("name", CASES)
def test_change(name: str) -> None:
    text, new, expected = CASES[name]
    edited = edit(text, new)
    assert edited.text == expected
    assert not edited.anew


@pytest.mark.parametrize(
    ("text", "new", "expected"),
    [
        ('{"a":1}\n', {"b": 2}, '{"b": 2}\n'),
        ('{\n\t"a": 1\n}\n', {"b": [2]}, '{\n\t"b": [\n\t\t2\n\t]\n}\n'),
        ("# c\n{a: 1}\n", {"b": 2}, "# c\nb: 2\n"),
        ("--- {a: 1}\n...\n# c\n", {"b": 2}, "---\nb: 2\n...\n# c\n"),
        ("{}\r\n", {"b": {"c": 1}}, "b:\r\n  c: 1\r\n"),
    ],
)
def test_document_anew(text: str, new: Any, expected: str) -> None:
    edited = edit(text, new)
    assert edited.text == expected
    assert edited.anew
    assert edited.loses
