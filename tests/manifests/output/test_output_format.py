"""Streams as one."""

from __future__ import annotations

import pytest

from kubectl_inject.manifests.output.output_format import OutputFormat, one_stream, reformatted


@pytest.mark.parametrize(
    ("streams", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a\n", "b\n"], "a\n---\nb\n"),
        (["a", "b"], "a\n---\nb"),
        (["a\n", "---\nb\n", "\n --- \nc"], "a\n---\nb\n\n --- \nc"),
        (["a", "-- \n"], "a\n---\n-- \n"),
    ],
)
@pytest.mark.parametrize("size", [1, 2, 100])
def test_streams_of_yaml_have_a_separator_between_them(streams: list[str], expected: str, size: int) -> None:
    pieces = [[text[start : start + size].encode() for start in range(0, len(text), size)] for text in streams]
    assert b"".join(one_stream(pieces, None)).decode() == expected
    assert b"".join(one_stream(pieces, OutputFormat.JSON)).decode() == "".join(streams)


@pytest.mark.parametrize(
    "text", ['{"a": 1}', '{"a": 1}...\n', '---\n{"a": 1} ...', "a: 1\n...\n", "%YAML 1.1\n---\na: 1\n"]
)
def test_a_document_as_json_has_no_end_of_yaml(text: str) -> None:
    assert list(reformatted([text], "a.yaml", OutputFormat.JSON)) == ['{\n  "a": 1\n}\n']
