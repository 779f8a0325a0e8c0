"""Unified diffs of whole texts and of streams, judged by the standard library's and by the edits' own meaning."""

from __future__ import annotations

from difflib import unified_diff

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.manifests.output.unified_diff import (
    document_edits,
    line_edits,
    stream_edits,
    text_edits,
    unified_diff_lines,
)

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "d\n", "\n"]), max_size=30).map("".join)
SAME = "same: line\n" * 9
ENDINGS = st.sampled_from(["", "x", "---\n"])
TEXTS = st.builds(str.__add__, LINES, ENDINGS)


def expected(before: str, after: str) -> str:
    lines = unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), "f", "f (injected)")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


@given(TEXTS, TEXTS)
def test_of_whole_texts(before: str, after: str) -> None:
    assert "".join(unified_diff_lines(before, line_edits(before, after), "f")) == expected(before, after)


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=6))
def test_of_streams(documents: list[tuple[str, str]]) -> None:
    before, after = ("".join(texts) for texts in zip(*documents, strict=True)) if documents else ("", "")
    lines = before.splitlines(keepends=True)
    edits = list(stream_edits((old, document_edits(old, new)) for old, new in documents))
    for edit in reversed(edits):
        lines[edit.start : edit.end] = edit.lines
    assert "".join(lines) == after
    assert edits == sorted(edits, key=lambda edit: edit.start)


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=6), st.sampled_from(["", "---\n", "{}"]))
def test_of_streams_as_whole_texts(documents: list[tuple[str, str]], between: str) -> None:
    before, after = (between.join(texts) for texts in zip(*documents, strict=True)) if documents else ("", "")
    lines = before.splitlines(keepends=True)
    for edit in reversed(text_edits(before, after)):
        lines[edit.start : edit.end] = edit.lines
    assert "".join(lines) == after


def test_streams_are_compared_by_their_documents() -> None:
    documents = [f"---\nname: {number}\n{SAME}" for number in range(500)]
    added = "added: line\n" * 9
    edits = text_edits("".join(documents), "".join(text + added for text in documents))
    assert [(edit.start, "".join(edit.lines)) for edit in edits] == [
        (11 * number, added) for number in range(1, len(documents) + 1)
    ]


@pytest.mark.parametrize(("before", "after"), [("", ""), ("a\n", "a\n"), ("a", "a")])
def test_nothing_differs(before: str, after: str) -> None:
    assert list(unified_diff_lines(before, line_edits(before, after), "f")) == []
