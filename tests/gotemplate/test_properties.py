"""Any text either renders or is refused with a TemplateError, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kubectl_inject.gotemplate import Limits, Template, TemplateError
from tests.gotemplate.recorded import DATA, FUNCTIONS

LIMITS = Limits(steps=20_000, output_length=100_000, value_length=50_000, values_length=200_000)

CONSTANTS = st.sampled_from(
    [
        "1",
        "0",
        "-3",
        "1.5",
        '"x"',
        '"%d %v %5.1f"',
        "`r`",
        "'c'",
        "true",
        "nil",
        "2i",
        "0x10",
        "1e3",
        "9223372036854775808",
    ]
)
PLACES = st.sampled_from(
    [
        ".s",
        ".n",
        ".l",
        ".m",
        ".lm",
        ".nul",
        ".missing",
        ".m.c.d",
        ".m.x.y",
        ".nul.x",
        ".",
        "$",
        "$.s",
        "$a",
        "$b",
        "$a.x",
    ]
)
NAMES = st.sampled_from(sorted({*FUNCTIONS, "print", "printf", "len", "index", "eq", "lt", "and", "or", "not", "html"}))


def _sequence(separator: str, parts: st.SearchStrategy[str], least: int = 1) -> st.SearchStrategy[str]:
    return st.lists(parts, min_size=least, max_size=3).map(separator.join)


def _pipelines(terms: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    commands = st.one_of(_sequence(" ", terms), st.tuples(NAMES, _sequence(" ", terms, 0)).map(" ".join))
    pipelines = _sequence(" | ", commands)
    return st.tuples(st.sampled_from(["$a := ", "$a = ", "$b := ", ""]), pipelines).map("".join)


TERMS = st.recursive(st.one_of(CONSTANTS, PLACES), lambda terms: _pipelines(terms).map("({})".format), max_leaves=6)
PIPELINES = _pipelines(TERMS)


def _structures(bodies: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("{{{{if {}}}}}{}{{{{else if {}}}}}{}{{{{end}}}}".format, PIPELINES, bodies, PIPELINES, bodies),
        st.builds("{{{{with {}}}}}{}{{{{else}}}}{}{{{{end}}}}".format, PIPELINES, bodies, bodies),
        st.builds("{{{{range $a, $b := {}}}}}{}{{{{else}}}}{}{{{{end}}}}".format, PLACES, bodies, bodies),
        st.builds("{{{{- range {}}}}}{}{{{{break}}}}{{{{end -}}}}".format, PIPELINES, bodies),
        st.builds('{{{{block "b" {}}}}}{}{{{{end}}}}'.format, PIPELINES, bodies),
        st.builds('{{{{define "d"}}}}{}{{{{end}}}}{{{{template "d" {}}}}}'.format, bodies, PIPELINES),
        _sequence("", bodies),
    )


BODIES = st.recursive(st.one_of(st.text(max_size=5), PIPELINES.map("{{{{ {} }}}}".format)), _structures, max_leaves=8)
TOKENS = st.lists(
    st.one_of(
        st.sampled_from(
            ["{{", "}}", "{{-", " -}}", "(", ")", "|", "$a", ":=", "=", ",", "/*", "*/", '"', "`", "'", "\\"]
        ),
        st.sampled_from(
            ["if", "else", "end", "range", "with", "define", "block", "template", "break", "continue", " "]
        ),
        CONSTANTS,
        PLACES,
        NAMES,
        st.text(max_size=3),
    ),
    max_size=25,
).map("".join)


def renders_or_is_refused(source: str) -> None:
    try:
        text = Template(source, functions=FUNCTIONS).render(DATA, LIMITS)
    except TemplateError as error:
        assert str(error).startswith("template: t:")  # noqa: PT017  # either outcome is right
    else:
        assert isinstance(text, str)


@pytest.mark.slow
@given(BODIES)
@settings(max_examples=300, deadline=None)
def test_templates(body: str) -> None:
    renders_or_is_refused("{{ $a := .s }}{{ $b := .l }}" + body)


@given(TOKENS)
@settings(max_examples=300, deadline=None)
def test_tokens(source: str) -> None:
    renders_or_is_refused(source)


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=40))
@settings(max_examples=200, deadline=None)
def test_text_and_its_inside(text: str) -> None:
    renders_or_is_refused(text)
    renders_or_is_refused(f"{{{{ {text} }}}}")


@given(st.text(alphabet="%[]*.0123456789-+# dvsqxXcUeEfgGtTpbo!é", max_size=20), st.lists(TERMS, max_size=3))
@settings(max_examples=300, deadline=None)
def test_formats(template: str, values: list[str]) -> None:
    renders_or_is_refused(f"{{{{ $a := 1 }}}}{{{{ $b := 2 }}}}{{{{ printf `{template}` {' '.join(values)} }}}}")
