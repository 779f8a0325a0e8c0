"""Lines that are remembered: what a text was, known from what it is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.removal.text_memory import RememberedLines, merged, read_text_memory, remember

texts = st.lists(st.sampled_from(["a\n", "b\n", "c\r\n", "\n", "d"]), max_size=12).map("".join)


@given(now=texts, was=texts)
def test_what_was_comes_back(now: str, was: str) -> None:
    memory = read_text_memory(json.loads(json.dumps(remember(now, was).to_plain())))
    assert memory.apply(now) == was


def test_another_text_is_left_alone() -> None:
    assert remember("a\nb\n", "a\nc\n").apply("a\nd\n") is None


def test_texts_that_have_nothing_in_common() -> None:
    assert remember("a\n" * 200, "b\n" * 300).apply("a\n" * 200) == "b\n" * 300


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


def test_long_texts_of_equal_lines() -> None:
    text = "- same\n" * 100_000
    assert remember(f"{text}now", f"{text}was").lines == (RememberedLines(100_001, ("now",), ("was",)),)


def test_many_differences_between_lines_that_are_alike() -> None:
    now, was = "- same\n  a: 1\n  b: 2\n" * 5_000, "- same\n  {a: 1,\n  b: 2}\n" * 5_000
    memory = remember(now, was)
    assert len(memory.lines) == 5_000
    assert memory.apply(now) == was


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_line_breaks(line_break: str) -> None:
    now, was = (line_break.join(["a", middle, "c", "d", ""]) for middle in ("b", "B"))
    assert remember(now, was).lines == (RememberedLines(2, ("b",), ("B",)),)
    assert remember(now, was).apply(now) == was


def test_parts() -> None:
    memory = remember("a\nb\nc\nd\ne\nf\n", "A\nb\nc\n# d\nD\ne\nF\n")
    parts = memory.parted([2, 5, 7])
    assert [[entry.at for entry in part.lines] for part in parts] == [[1, 4], [], [6]]
    assert merged(reversed(parts)) == memory
