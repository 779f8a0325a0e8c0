"""What is decided without a regular expression is what the expression beside it would decide."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.manifests.output.rewriting import _JSON_START, is_json_at
from kubectl_inject.manifests.output.writing import (
    _ESCAPED,
    _LITERAL,
    _NUMBER_ELSEWHERE,
    _PLAIN,
    _PRINTABLE_LINE,
    _is_number_elsewhere,
    _is_plain,
    _is_printable_block,
)
from kubectl_inject.manifests.parsing.screening import _may_be_by_patterns, may_be
from kubectl_inject.manifests.stream import (
    _BEGINS_AS_JSON,
    _LINE_BREAK,
    _SEPARATOR_AFTER_ANY_BREAK,
    _begin_as_json,
    _separators,
    count_lines,
    has_unusual_line_breaks,
)

KINDS = frozenset({"Deployment", "List"})


def is_simple(text: str) -> bool:
    return text.isascii() and text.isprintable()


Decision = Callable[[str], object]
# The shortcut, the expression, and the texts that the shortcut is for.
SHORTCUTS: dict[str, tuple[Decision, Decision, Callable[[str], bool]]] = {
    "a plain scalar": (_is_plain, lambda text: _PLAIN.fullmatch(text) is not None, is_simple),
    "a printable line": (is_simple, lambda text: _PRINTABLE_LINE.fullmatch(text) is not None, is_simple),
    "nothing to escape": (lambda _text: False, lambda text: bool(set(_ESCAPED.findall(text)) - {'"', "\\"}), is_simple),
    "a literal block": (_is_printable_block, lambda text: _LITERAL.fullmatch(text) is not None, lambda _text: True),
    "a number to others": (
        _is_number_elsewhere,
        lambda text: _NUMBER_ELSEWHERE.fullmatch(text) is not None,
        lambda text: text != "",
    ),
    "a kind": (
        lambda text: may_be(text, KINDS),
        lambda text: _may_be_by_patterns(text, KINDS),
        lambda _text: True,
    ),
    "JSON": (lambda text: is_json_at(text, 0), lambda text: _JSON_START.match(text) is not None, lambda _text: True),
    "JSON further on": (
        lambda text: is_json_at(text, 3),
        lambda text: _JSON_START.match(text, 3) is not None,
        lambda text: len(text) > 3,
    ),
    "a document of JSON": (
        lambda text: _begin_as_json(text) is not None,
        lambda text: _BEGINS_AS_JSON.match(text) is not None,
        lambda _text: True,
    ),
    "separators": (
        lambda text: list(_separators(text, 0)),
        lambda text: [found.end() for found in _SEPARATOR_AFTER_ANY_BREAK.finditer(text)],
        lambda _text: True,
    ),
    "lines": (
        count_lines,
        lambda text: len(_LINE_BREAK.findall(text)),
        lambda text: not has_unusual_line_breaks(text),
    ),
}
TEXTS = [
    *(
        "",
        " ",
        "\n",
        "a",
        "a b",
        "a ",
        " a",
        "a:",
        "a: b",
        "a:b",
        ":",
        "::",
        ":a",
        ": a",
        "a #b",
        "a#b",
        "#a",
        "a  # b",
    ),
    *(
        "-",
        "--",
        "---",
        "---a",
        "--- a",
        "- a",
        "-a",
        "?",
        "? a",
        "?a",
        "...",
        "....",
        "..a",
        ".",
        "é",
        "a\u00a0b",
        "\ufeffa",
    ),
    *("@a", "`a", "%a", "&a", "*a", "!a", "|a", ">a", "'a", '"a', "a'b", 'a"b', "a\\b", "[a", "]a", "{a", "}a", ",a"),
    *(
        "a\tb",
        "a\x7fb",
        "a\x00",
        "a\n",
        "a\n\n",
        "\na",
        "a \n",
        "a\nb ",
        "a\n \n",
        "\ta\n",
        "a\r\nb",
        "a\u2028b",
        "é\n",
    ),
    *(
        "1",
        "-1",
        "+1",
        "1_0",
        "1:2",
        "1:60",
        "1:59.5",
        "22:22:22",
        "1e",
        "1e5",
        "1.e+5",
        ".e",
        "-.",
        "0x",
        "0xg",
        "0b12",
        "0o8",
    ),
    *(
        "2026-01-02",
        "2026-1-2",
        "2026-01-02T03:04",
        "2026-01-02 x",
        "2026-01-021",
        "1..2",
        "1.2.3",
        "-a",
        "+-1",
        "_",
        "-_",
    ),
    *(
        "kind: List",
        "a: b\nkind: List",
        "a: b\nkind: Pod\nkind: List",
        "a: b\nkind: List\r\n",
        "a: |\n  kind: List\nkind: Pod",
    ),
    *(
        "{",
        "{}",
        ' { "',
        '{"a": 1}',
        "a{",
        '---{"a',
        '--- {"a',
        '---\n{"a',
        '---\na{"',
        '---\r\n{"a',
        "é{",
        '   {"a"',
        'a: {"b"',
    ),
    *(
        "a\n---",
        "a\n---\n",
        "a\n--- b",
        "a\n---b",
        "a\n----",
        "a\r---",
        "a\r\n---\r\n",
        "a\u2028---\u2028b",
        "\n---\n---\t",
    ),
]
MIXED = st.text(st.sampled_from("ab-:?# .\n'\"\\[{}]%é\t\r_+0159eTxX\u00a0\u2028\x85\x7f"), max_size=12)
PIECES = st.lists(
    st.sampled_from(
        ["---", "...", "\n", "\r\n", "\n---", "kind: ", "List", "Pod", "a: b", '{"', " ", "2026-01-02", "1:2"]
    ),
    max_size=8,
).map("".join)


@pytest.mark.parametrize("what", SHORTCUTS)
def test_texts(what: str) -> None:
    shortcut, expression, is_meant = SHORTCUTS[what]
    assert [text for text in TEXTS if is_meant(text) and shortcut(text) != expression(text)] == []


@pytest.mark.parametrize("what", SHORTCUTS)
@given(text=MIXED | PIECES | st.text(st.characters(exclude_categories=[]), max_size=8))
def test_any_text(what: str, text: str) -> None:
    shortcut, expression, is_meant = SHORTCUTS[what]
    if is_meant(text):
        assert shortcut(text) == expression(text)


# What each decides of a few texts, so that both cannot be wrong together.
@pytest.mark.parametrize(
    ("what", "those", "others"),
    [
        (
            "a plain scalar",
            ["a", "a b", "a:b", "-a", "a#b", "a'b"],
            ["", "- a", "a: b", "a #b", "#a", "---", "a:", "[a"],
        ),
        ("a literal block", ["a", "a\n", "a\n\n", "\na", " a"], ["a ", "a \n", "\n", "a\x7f", "a\r\nb"]),
        ("a number to others", ["1:2", "2026-01-02", "0x", "1_0", "."], ["a", "1:a", "1.2.3", "-a", "22:66x"]),
        ("JSON", ['{"a": 1}', ' {\n"'], ["{}", "{a: 1}", 'a: {"b": 1}', '- {"a"']),
        ("a document of JSON", ["{", "---{", "---\n {"], ["a: {", "--", "---\na: {", "[{"]),
    ],
)
def test_decisions(what: str, those: list[str], others: list[str]) -> None:
    for decide in SHORTCUTS[what][:2]:
        assert [text for text in those + others if decide(text)] == those
