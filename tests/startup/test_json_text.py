"""JSON is read as package json reads it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.startup.json_text import read_json

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
TEXTS = [
    "", " ", "{", "{}x", '{"a":1,}', "'a'", "[1 2]", "nul", "1e5", "-0", "01", "1.", '"\n"', '"\\ud83d\\ude00"',
    '"\\x"', ' \t\r\n{"a": [1.5, true, null]}\n', "\ufeff{}", "\xa0{}", "NaN", "-Infinity", "Infinity",
    '{"a":1,"a":2}', "9" * 5000, "[" * 100_000,
]  # fmt: skip


def outcome(read: Callable[[str], object], text: str) -> str:
    try:
        value = read(text)
    except (ValueError, RecursionError) as error:
        return f"{type(error).__name__}: {error}"
    return repr(value)


@pytest.mark.parametrize("text", TEXTS, ids=[repr(text[:30]) for text in TEXTS])
def test_texts_are_read_or_refused_alike(text: str) -> None:
    assert outcome(read_json, text) == outcome(json.loads, text)


@given(values, st.booleans())
def test_what_was_written_is_read(value: object, ascii_only: bool) -> None:
    assert read_json(json.dumps(value, ensure_ascii=ascii_only)) == value


@given(st.text('{}[]",:\\u0123456789eE+-. truefalsn\n\t\x00', max_size=12))
def test_anything_is_read_or_refused_alike(text: str) -> None:
    assert outcome(read_json, text) == outcome(json.loads, text)


def test_where_there_is_no_scanner_in_c(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_json", None)
    assert read_json('{"a": 1}') == {"a": 1}
