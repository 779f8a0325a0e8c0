"""Telling from the text alone that a document is no workload; it must never say so of one."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.manifests.parsing.kubernetes_yaml import load
from kubectl_inject.manifests.parsing.screening import may_be
from tests.manifests.output.test_writing import VALUES
from tests.manifests.readers import read_with_pyyaml

KINDS = frozenset({"Deployment", "List"})


@pytest.mark.parametrize(
    "text",
    [
        "apiVersion: v1\nkind: ConfigMap\ndata: {a: Deployment}\n",
        "---\n# comment\n\nkind: ConfigMap\n",
        "--- # comment\nkind: ConfigMap\r\n",
        "# a licence\n#\n\n---\n# comment\nkind: ConfigMap\n",
        "# a licence\r\n---\r\nkind: ConfigMap\r\n",
        "\ufeffkind: ConfigMap\n",
        "apiVersion: v1\ndata:\n  kind: Deployment\nkind: ConfigMap",
    ],
)
def test_other_kinds_written_plainly_are_known(text: str) -> None:
    assert not may_be(text, KINDS)


@pytest.mark.parametrize(
    "text",
    [
        "kind: Deployment\n",
        "kind: 'Deployment'\n",
        'kind: "Deployment"\n',
        "kind:   Deployment # comment\n",
        "kind:\n  Deployment\n",
        "kind: |-\n  Deployment\n",
        "kind: !!str Deployment\n",
        "kind: !!binary RGVwbG95bWVudA==\n",
        "kind : Deployment\n",
        "a: 1\n? kind\n: Deployment\n",
        '"kind": Deployment\n',
        'a: 1\n"\\x6bind": Deployment\n',
        'kind: "Deploy\\u006dent"\n',
        'kind: "Deploy\\\n  ment"\n',
        '{"kind": "Deployment"}',
        '{"kind":"Deploymen\\u0074"}',
        "  kind: Deployment\n",
        "--- {kind: Deployment}\n",
        "# comment\n--- {kind: Deployment}\n",
        "# comment\n---\n{kind: Deployment}\n",
        "&a\nkind: Deployment\n",
        "a: &k kind\nkind: ConfigMap\n*k : Deployment\n",
        "a: &m {kind: Deployment}\n<<: *m\n",
        "kind: ConfigMap\n<<: {kind: Deployment}\n",
        "kind: ConfigMap\nkind: Deployment\n",
        'a: "\nkind: ConfigMap\n"\nkind: Deployment\n',
        "a: {b: c,\nkind: ConfigMap}\nkind: Deployment\n",
        "kind: ConfigMap\nb: 1\rkind: Deployment\n",
        "kind: ConfigMap\nb: 1\u2028kind: Deployment\n",
    ],
)
def test_a_workload_in_any_spelling_is_not_passed_over(text: str) -> None:
    assert isinstance(value := load(text), dict)
    assert value["kind"] == "Deployment"
    assert may_be(text, KINDS)


LINES = [
    "kind: ConfigMap",
    "kind: Deployment",
    "kind:",
    "  Deployment",
    "a: b",
    'a: "',
    '"',
    "{",
    "}",
    "a: |",
    "a: {x: y,",
]


@given(st.lists(st.sampled_from([*LINES, "<<: *x", "x: &x {kind: Deployment}", "# c", "---", "- kind: List", ""])))
def test_what_is_passed_over_is_no_workload(lines: list[str]) -> None:
    text = "\n".join(lines)
    # They differ in what << does to a key that is there.
    readers: tuple[Callable[[str], Any], ...] = (load, read_with_pyyaml)
    for read in readers:
        with suppress(ManifestError, yaml.YAMLError):
            value = read(text)
            if isinstance(value, dict) and isinstance(value.get("kind"), str) and value["kind"] in KINDS:
                assert may_be(text, KINDS)


def looked_at_line_by_line(text: str) -> bool:
    """Return what ``may_be`` is to return, for texts with usual line breaks."""
    lines = text.removeprefix("\ufeff").split("\n")
    rest = (line for line in lines if line.strip() and not line.lstrip().startswith("#"))
    first = next(rest, "")
    behind = first.removeprefix("---")
    if behind != first:
        first = behind if behind.strip() and not behind.lstrip().startswith("#") else next(rest, "")
    key, colon, _ = f"{first} ".partition(": ")
    if not (colon and key.isascii() and key.isalpha()):
        return True
    kinds = []
    for line in lines:
        if line.startswith(tuple("\"'?*&!<{[")):
            return True
        if line.startswith("kind"):
            kinds.append(line.rstrip("\r").removeprefix("kind: "))
    return not kinds or any(not (kind.isascii() and kind.isalpha()) or kind in KINDS for kind in kinds)


@given(
    st.lists(
        st.sampled_from([*LINES, "--- # c", "# c", "---kind: List", " kind: List", "kindred: x", "kind: List x", ""])
    )
)
def test_the_text_is_scanned_as_a_look_at_each_line_would(lines: list[str]) -> None:
    for text in ("\n".join(lines), "\r\n".join([*lines, ""]), "\ufeff---\n" + "\n".join(lines)):
        assert may_be(text, KINDS) is looked_at_line_by_line(text)


@pytest.mark.parametrize("line", ["# comment\r\n", "# comment\n", "\r\n", "  \n", "--- # comment\r\n"])
@pytest.mark.parametrize("end", ["? kind\n: Deployment\n", "---\r\nkind: ConfigMap\r\n"])
def test_many_comments_take_no_longer_than_their_length(line: str, end: str) -> None:
    text = line * 10_000 + end
    assert may_be(text, KINDS) is ("ConfigMap" not in end or line.startswith("---"))


@given(VALUES)
def test_what_states_no_kind_is_for_the_parser(value: object) -> None:
    assert may_be(write_yaml({"a": value}), KINDS)
