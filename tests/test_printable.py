"""Text for people, harmless whatever stands in it."""

from __future__ import annotations

import json
import unicodedata
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.errors import InjectionError
from kubectl_inject.printable import error_text, escaped_json, escaped_xml, printable_line, printable_lines

HARMFUL = {"Cc", "Cf", "Cs", "Zl", "Zp"}
COMMANDS = st.sampled_from(["::error::", "##[error]", "##vso[task", "##teamcity[", "::set-output name=a::b", "#", ":"])
HOSTILE = st.lists(st.one_of(COMMANDS, st.text(max_size=3), st.sampled_from("\n\r\t\x1b\x9b\u202e\u2028 "))).map(
    "".join
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("größe-日本-🚢 'a' \"b\" \\n", "größe-日本-🚢 'a' \"b\" \\n"),
        ("a\nb\r\tc\0", r"a\nb\r\tc\x00"),
        ("\x1b[31mred\x9b0m\x85", r"\x1b[31mred\x9b0m\x85"),
        ("\u202egnp.exe\u2066\u200b\ufeff\U000e0041", r"\u202egnp.exe\u2066\u200b\ufeff\U000e0041"),
        ("a\u2028b\udcff", r"a\u2028b\udcff"),
        ("::error::x ::y", r"\x3a:error::x ::y"),
        ("  ::add-mask::x", r"  \x3a:add-mask::x"),
        ("\u3000::x", r"\u3000::x"),
        ("range: ::/0", "range: ::/0"),
        ("a ##[error]b ##vso[task]", r"a \x23\x23[error]b \x23\x23vso[task]"),
        ("##VSO[x", r"\x23\x23VSO[x"),
        ("###[x", r"\x23\x23\x23[x"),
        ("## a heading", "## a heading"),
    ],
)
def test_lines(text: str, shown: str) -> None:
    assert printable_line(text) == shown


@given(HOSTILE)
def test_no_line_does_more_than_to_be_read(text: str) -> None:
    line = printable_line(text)
    assert not HARMFUL & {unicodedata.category(character) for character in line}
    assert not line.strip().startswith("::")
    assert not any(command in line.lower() for command in ("##[", "##vso[", "##teamcity["))
    assert printable_line(line) == line


def test_errors_keep_their_own_lines_alone() -> None:
    error = InjectionError("template a:\n  {{ x }}\n      ^\n::error::b\nDeployment shop/web: injected\n  ::c")
    assert printable_lines(str(error)) == [
        "template a:",
        "  {{ x }}",
        r"      ^\n::error::b\nDeployment shop/web: injected",
        r"  \x3a:c",
    ]
    assert error_text(InjectionError("a\x1b")) == r"error: a\x1b"


def test_what_a_stranger_gave_leaves_a_message_readable() -> None:
    (line,) = printable_lines(f"a.yaml: invalid value '{'0' * 100_000}': expected a port")
    assert line.startswith("a.yaml: invalid value '000")
    assert line.endswith("000': expected a port")
    assert "… 96241 characters left out …" in line
    assert len(line) < 4000


@given(HOSTILE)
def test_json_means_the_same(text: str) -> None:
    escaped = escaped_json(json.dumps({text: [text]}, indent=2, ensure_ascii=False))
    assert json.loads(escaped) == {text: [text]}
    assert not any(command in escaped.lower() for command in ("##[", "##vso[", "##teamcity["))
    assert all(character.isprintable() for character in escaped.replace("\n", ""))


@given(HOSTILE)
def test_xml_means_the_same(text: str) -> None:
    from xml.sax.saxutils import escape, quoteattr

    xml = f"<a b={escaped_xml(quoteattr(text))}>{escaped_xml(escape(text))}</a>"
    assert all(character.isprintable() for character in xml)
    assert not any(command in xml.lower() for command in ("##[", "##vso[", "##teamcity["))
    known = "".join(c if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff") else "\ufffd" for c in text)
    known = known.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    element = ElementTree.fromstring(xml)
    assert (element.get("b"), element.text or "") == (known, known)
