"""Lines that are remembered: what a text was, told from what it is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.text_memory import TextMemory, read_text_memory, remember

texts = st.lists(st.sampled_from(["a\n", "b\n", "c\r\n", "\n", "d"]), max_size=12).map("".join)


@given(now=texts, was=texts)
def test_what_was_comes_back(now: str, was: str) -> None:
    memory = read_text_memory(json.loads(json.dumps(remember(now, was).to_plain())))
    assert memory.apply(now) == was


def test_another_text_is_left_alone() -> None:
    assert remember("a\nb\n", "a\nc\n").apply("a\nd\n") is None


def test_texts_that_are_too_different_are_not_remembered() -> None:
    assert remember("a\n" * 200, "b\n" * 200).lines == ()


@pytest.mark.parametrize(
    "value",
    [
        None,
        5,
        {},
        "text",
        [5],
        [{}],
        [{"line": 1}],
        [{"line": "1", "now": [], "was": []}],
        [{"line": 0, "now": [], "was": []}],
        [{"line": -3, "now": [], "was": []}],
        [{"line": float("inf"), "now": [], "was": []}],
        [{"line": 1, "now": "a", "was": []}],
        [{"line": 1, "now": [], "was": [1]}],
        [{"line": 1, "now": [], "was": ["\ud800"]}],
    ],
)
def test_a_record_that_injection_does_not_write(value: Any) -> None:
    with pytest.raises(InjectionError, match="not as injection writes it"):
        read_text_memory(value)


@pytest.mark.parametrize("line", [1, 7, 10**30])
def test_a_record_for_another_text(line: int) -> None:
    assert read_text_memory([{"line": line, "now": ["z"], "was": []}]).apply("a\n") is None


def test_long_texts_of_equal_lines_are_not_compared() -> None:
    text = "- same\n" * 100_000
    assert remember(f"{text}now", f"{text}was") == TextMemory()
