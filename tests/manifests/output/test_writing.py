"""Writing YAML and JSON: that every reader finds the value that was written, and how it looks."""

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.manifests.output.writing import Style, write_json, write_yaml
from kubectl_inject.manifests.parsing.kubernetes_yaml import load
from tests.manifests.readers import read_with_pyyaml

TYPED = [
    "y",
    "n",
    "on",
    "off",
    "0123",
    "1e3",
    "2001-01-01",
    "~",
    "22:22",
    "=",
    "<<",
    "1_000",
    ".5",
    "0x1",
    ".inf",
    "null",
    "0o7",
    "---",
    "...",
    "1e400",
    "-",
    "?",
    ":",
    "0b2",
    "+",
]
CHARACTERS = st.sampled_from(" \t\n\r#:-?,[]{}&*!|>'\"%@`=<~._+019eExoyn\0\x07\x7f\x85\xa0\u2028\ufeff\\/é😀\ufffe")
TEXTS = (
    st.text(CHARACTERS, max_size=12)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    | st.sampled_from(TYPED)
)
SCALARS = (
    TEXTS
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.none()
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=12
)


@given(VALUES, st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_what_is_written_is_read(value: object, indented_lists: bool, line_break: str) -> None:
    written = write_yaml(value, style=Style(sequence=2 * indented_lists), line_break=line_break)
    assert load(written) == read_with_pyyaml(written) == value
    assert written.endswith(line_break)


@given(TEXTS)
def test_strings_are_strings_to_every_reader(text: str) -> None:
    value = {text: text, "list": [text, [text], {"a": text}]}
    written = write_yaml(value)
    assert yaml.load(written, yaml.SafeLoader) == value
    assert load(written) == value


@given(VALUES, st.sampled_from([None, 2]))
def test_json_is_read_as_yaml_too(value: object, indent: int | None) -> None:
    written = write_json(value, indent=indent)
    assert load(written) == json.loads(written) == value


VALUE: dict[str, object] = {
    "plain": "a b",
    "empty": "",
    "none": None,
    "map": {},
    "items": ["--flag=x", [1, 2.5], {"name": "a", "nested": {"b": True}}, []],
    "script": "#!/bin/sh\necho\n",
}


def test_block_style() -> None:
    assert write_yaml(VALUE) == (
        "plain: a b\n"
        'empty: ""\n'
        "none: null\n"
        "map: {}\n"
        "items:\n"
        "- --flag=x\n"
        "- - 1\n"
        "  - 2.5\n"
        "- name: a\n"
        "  nested:\n"
        "    b: true\n"
        "- []\n"
        "script: |\n"
        "  #!/bin/sh\n"
        "  echo\n"
    )


def test_indented_lists_and_indentation() -> None:
    assert write_yaml({"a": [{"b": ["c"]}]}, style=Style(sequence=2), indent=4) == "    a:\n      - b:\n          - c\n"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        *((text, f'"{text}"') for text in TYPED),
        *(
            (text, text)
            for text in ("100m", "1Gi", "10.0.0.1", "15090,15021", "a:b", "a#b", "-p", ":8080", "$(X).y", "é")
        ),
        *(("a: b", '"a: b"'), ("a #b", '"a #b"'), ("a:", '"a:"'), (" a", '" a"'), ("a ", '"a "'), ("*", '"*"')),
        *(('{"a": 1}', "'{\"a\": 1}'"), ('it\'s "x"', 'it\'s "x"'), ("'\"", "'''\"'"), ("\\d", "\\d"), ('"', "'\"'")),
        *(("a\tb", '"a\\tb"'), ("\x1b", '"\\x1B"'), ("\u2028", '"\\u2028"'), ("\ufeff", '"\\uFEFF"'), ("\n", '"\\n"')),
        *(
            (1000.0, "1000"),
            (0.5, "0.5"),
            (1e21, "1e+21"),
            (1e-7, "1e-07"),
            (1234567.5, "1.2345675e+06"),
            (2**64, 2**64),
        ),
        *(("a\nb", "|-\n  a\n  b"), ("a\n\n", "|+\n  a\n"), (" a\nb\n", "|2\n   a\n  b"), ("a\n ", '"a\\n "')),
        (f"{'long ' * 100}line", f"{'long ' * 100}line"),
    ],
)
def test_scalars(value: object, written: object) -> None:
    assert write_yaml(value) == f"{written}\n"


def test_long_keys_are_keys() -> None:
    value = {"k" * 2000: ["x"], "a": {"l" * 2000: "y\nz\n"}}
    assert load(write_yaml(value)) == value


def test_what_has_no_form_in_yaml_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        write_yaml({"a": object()})


def test_json_writes_whole_numbers_as_go_does() -> None:
    assert write_json({"a": [1.0, 0.5, "é<\x85"]}, indent=None) == '{"a": [1, 0.5, "é<\\u0085"]}\n'
