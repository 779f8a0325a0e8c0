"""Splitting a stream: the pieces, their places, and that they join to the stream again."""

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.stream import decode, split

FRAGMENTS = [
    *("---", "--- # comment", "---not", "--- |", "...", "%YAML 1.1", "# comment", "a: b", "  --- indented", "key: |"),
    *('{"a": 1}', '{"a": "}{"}', "{a: b}", '{"a": 1}...', "{", "}", " ", "\t", "\ufeff", "é😀", "'", '"'),
    *("\n", "\n", "\n", "\r\n", "\r", "\x85", "\u2028"),
]
STREAMS = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join) | st.text(max_size=40)


def texts(stream: str) -> list[str]:
    return [document.text for document in split(stream)]


@given(STREAMS)
def test_documents_join_to_the_stream(stream: str) -> None:
    assert "".join(document.whole for document in split(stream)) == stream


@given(STREAMS)
def test_documents_are_counted_from_1_and_are_not_empty(stream: str) -> None:
    documents = list(split(stream))
    assert [document.index for document in documents] == list(range(1, len(documents) + 1))
    assert all(document.text for document in documents) or stream == "\ufeff"


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        ("", []),
        ("a: 1", ["a: 1"]),
        ("a: 1\n---\nb: 2", ["a: 1\n", "---\nb: 2"]),
        ("---\na: 1\n", ["---\na: 1\n"]),
        ("---\n---\n---", ["---\n", "---\n", "---"]),
        ("a: 1\n--- # next\nb: 2\n", ["a: 1\n", "--- # next\nb: 2\n"]),
        ("a: 1\n---\tb\n", ["a: 1\n", "---\tb\n"]),
        ("a: 1\n--- {b: 2}\n", ["a: 1\n", "--- {b: 2}\n"]),
        ("a: 1\n---b: 2\n", ["a: 1\n---b: 2\n"]),
        ("a: |\n  x\n  ---\n  y\n", ["a: |\n  x\n  ---\n  y\n"]),
        ("a: 1\r\n---\r\nb: 2\r\n", ["a: 1\r\n", "---\r\nb: 2\r\n"]),
        ("a: 1\r---\rb: 2", ["a: 1\r", "---\rb: 2"]),
        ("# licence\n\n---\na: 1\n", ["# licence\n\n---\na: 1\n"]),
        ("%YAML 1.1\n---\na: 1\n---\nb: 2\n", ["%YAML 1.1\n---\na: 1\n", "---\nb: 2\n"]),
        ("a: 1\n...\n---\nb: 2\n", ["a: 1\n...\n", "---\nb: 2\n"]),
        ("a: 1\n...\n%YAML 1.1\n---\nb: 2\n", ["a: 1\n...\n", "%YAML 1.1\n---\nb: 2\n"]),
        (
            "a: 1\r\n... # end\r\n\r\n# next\r\n%YAML 1.1\r\n---\r\nb: 2",
            ["a: 1\r\n... # end\r\n", "\r\n# next\r\n%YAML 1.1\r\n---\r\nb: 2"],
        ),
        ("a: 1\r...\r%YAML 1.1\r---\rb: 2", ["a: 1\r...\r", "%YAML 1.1\r---\rb: 2"]),
        (
            "%YAML 1.1\n---\na: 1\n...\n%YAML 1.1\n---\nb: 2\n---\nc: 3",
            ["%YAML 1.1\n---\na: 1\n...\n", "%YAML 1.1\n---\nb: 2\n", "---\nc: 3"],
        ),
        ('{"a": 1}\n...\n%YAML 1.1\n---\n{"b": 2}', ['{"a": 1}\n...\n', '%YAML 1.1\n---\n{"b": 2}']),
        ("a: 1\n%YAML 1.1\n---\nb: 2\n", ["a: 1\n%YAML 1.1\n", "---\nb: 2\n"]),
        ("a: 1\n...\n# no directive\n---\nb: 2\n", ["a: 1\n...\n# no directive\n", "---\nb: 2\n"]),
        ('{"a": 1}{"b": 2}\n{"c": 3}\n', ['{"a": 1}', '{"b": 2}', '\n{"c": 3}\n']),
        ('{"a": "}{"}\n', ['{"a": "}{"}\n']),
        ("{a: b}\n---\n{c: d}\n", ["{a: b}\n", "---\n{c: d}\n"]),
        ('{"a": "{{x}} {{y}}"}\n---\n{"b": 1} {"c": 2}', ['{"a": "{{x}} {{y}}"}\n', '---\n{"b": 1}', ' {"c": 2}']),
    ],
)
def test_separators(stream: str, expected: list[str]) -> None:
    assert texts(stream) == expected


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        ('{"a": 1}...', [('{"a": 1}', "...")]),
        ('---\n{"a": 1} ...\r\n\r\n# end', [('---\n{"a": 1}', " ...\r\n\r\n# end")]),
        ('{"a": 1}...\n---\n{"b": 2}...\n', [('{"a": 1}', "...\n"), ('---\n{"b": 2}', "...\n")]),
        ('{"a": 1} {"b": 2}...\n', [('{"a": 1}', ""), (' {"b": 2}', "...\n")]),
        ('{"a": 1}...\n{"b": 2}', [('{"a": 1}...\n{"b": 2}', "")]),
        ('{"a": 1}...x', [('{"a": 1}...x', "")]),
        ('{"a": 1}\n...\n', [('{"a": 1}\n...\n', "")]),
        ("a: {b: 1}...\n", [("a: {b: 1}...\n", "")]),
    ],
)
def test_the_end_right_behind_json_is_a_suffix(stream: str, expected: list[tuple[str, str]]) -> None:
    assert [(document.text, document.suffix) for document in split(stream)] == expected


def test_empty_lines_before_a_document_take_linear_time() -> None:
    assert texts("\r\n" * 50_000 + "a: 1\r\n---\r\nb: 2") == ["\r\n" * 50_000 + "a: 1\r\n", "---\r\nb: 2"]


def test_start_lines_count_as_editors_do() -> None:
    documents = split("a: 1\r\nb: 2\r\n---\r\nc: 3\r\n---\r\n")
    assert [document.start_line for document in documents] == [1, 3, 5]


def test_a_byte_order_mark_is_the_first_documents_prefix() -> None:
    first, second = split("\ufeffa: 1\n---\nb: 2\n")
    assert (first.prefix, first.text) == ("\ufeff", "a: 1\n")
    assert second.prefix == ""


def test_splitting_is_lazy() -> None:
    assert [document.index for document in islice(split("---\n" * 1_000_000), 2)] == [1, 2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_decoded_text_encodes_to_the_same_bytes(encoding: str) -> None:
    data = "a: é😀\r\n".encode(encoding)
    text, found = decode(data, "a.yaml")
    assert text.removeprefix("\ufeff") == "a: é😀\r\n"
    assert text.encode(found) == data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a: 1\nb: \xff\n", "a.yaml:2: found 0xFF at byte offset 8, which is not UTF-8"),
        (b"a: \xc3", "a.yaml:1: found 0xC3 at byte offset 3, which is not UTF-8"),
        (b"\xff\xfea", "a.yaml:1: found 0x61 at byte offset 2, which is not UTF-16-LE"),
        (b"a: 1\nb: x\0y\n", "a.yaml:2:5: found the control character U+0000, which YAML does not allow"),
        (b"#" * 400_000 + b"\n\x7f", "a.yaml:2:1: found the control character U+007F, which YAML does not allow"),
        (b"\x1b[0m", "a.yaml:1:1: found the control character U+001B, which YAML does not allow"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(ManifestError) as caught:
        decode(data, "a.yaml")
    assert str(caught.value) == message
