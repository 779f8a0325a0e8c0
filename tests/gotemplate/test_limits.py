"""Bounds on what a template may ask for: the error names each by the name of its field in Limits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kubectl_inject.gotemplate import DEFAULT, Limits, TemplateError, render

SMALL = Limits(
    source_length=10_000,
    tokens=2000,
    nesting=80,
    template_depth=10,
    steps=30_000,
    output_length=5000,
    value_length=4500,
    values_length=40_000,
)
RECURSION = '{{ define "x" }}{{ template "x" }}{{ end }}{{ template "x" }}'
DOUBLING = '{{ $x := "ab" }}{{ range 40 }}{{ $x = print $x $x }}{{ end }}'
NESTED_LISTS = "{{ $x := list 1 }}{{ range 200 }}{{ $x = list $x }}{{ end }}{{ $x }}"
WIDE_LISTS = "{{ $x := list 1 }}{{ range 40 }}{{ $x = list $x $x }}{{ end }}{{ $x }}"


@pytest.mark.parametrize(
    ("template", "field"),
    [
        (RECURSION, "template_depth"),
        ("{{ range 15_001 }}{{ end }}", "steps"),
        ("{{ range 125 }}{{ range 125 }}{{ end }}{{ end }}", "steps"),
        ('{{ range 26 }}{{ printf "%200d" . }}{{ end }}', "output_length"),
        ('{{ printf "%4000d" 1 }}{{ printf "%4000d" 1 }}', "output_length"),
        (DOUBLING, "value_length"),
        ('{{ range 11 }}{{ $x := printf "%4400d" . }}{{ end }}', "values_length"),
        ("{{ range 10000000000 }}{{ end }}", "steps"),
        ('{{ $x := repeat 4000 "x" }}' + "{{ title $x | empty }}" * 8, "steps"),
        ("x" * 10_001, "source_length"),
        ("{{ 1 }}" * 700, "tokens"),
        ("{{ 1" + " | print" * 700 + " }}", "tokens"),
        ("{{ if 1 }}" + "{{ else if 1 }}" * 300 + "{{ end }}", "tokens"),
        ("{{ if 1 }}" * 81 + "{{ end }}" * 81, "nesting"),
        ("{{" + "(" * 81 + "1" + ")" * 81 + "}}", "nesting"),
        ('{{ define "a" }}' + "{{ with 1 }}" * 80 + "{{ end }}" * 81, "nesting"),
    ],
)
def test_a_limit_is_named(template: str, field: str) -> None:
    with pytest.raises(TemplateError) as caught:
        render(template, {}, limits=SMALL)
    assert f"(Limits.{field})" in caught.value.reason
    assert str(getattr(SMALL, field)) in caught.value.reason
    assert caught.value.limit == field


@pytest.mark.parametrize(
    "template",
    [
        '{{ printf "%1000000d%1000000d" 1 2 }}',
        '{{ printf "%.1000000f%.1000000f" 1.0 1.0 }}',
        DOUBLING,
        WIDE_LISTS,
        NESTED_LISTS,
        '{{ $d := dict }}{{ $_ := set $d "a" $d }}{{ $d }}',
        '{{ define "x" }}{{ template "x" }}{{ template "x" }}{{ end }}{{ template "x" }}',
        "{{" + "(" * 100_000,
        "{{ if 1 }}" * 100_000,
    ],
)
def test_the_default_limits_end_greed(template: str) -> None:
    with pytest.raises(TemplateError):
        render(template, {})


def test_a_limit_can_be_raised() -> None:
    template = "{{ range 15_000 }}{{ end }}."
    assert render(template, {}, limits=replace(SMALL, steps=40_000)) == "."


def test_a_loop_that_is_left_early_costs_what_it_turned() -> None:
    assert render("{{ range 10000000000 }}{{ if eq . 3 }}{{ break }}{{ end }}{{ . }}{{ end }}", {}) == "012"


@pytest.mark.parametrize("depth", [5, 12, 13, 25, 50, DEFAULT.nesting])
@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("{{ range 1 }}", "{{ end }}"),
        ("{{ range $i, $x := $.l }}", "{{ end }}"),
        ("{{ range $.none }}{{ else }}", "{{ end }}"),
        ("{{ if true }}", "{{ else }}no{{ end }}"),
        ("{{ if false }}no{{ else if true }}", "{{ end }}"),
        ("{{ with $.l }}", "{{ end }}"),
    ],
)
def test_deep_nesting_works(opening: str, closing: str, depth: int) -> None:
    assert render(opening * depth + "x" + closing * depth, {"l": [1]}) == "x"


@pytest.mark.parametrize("depth", [5, 30, DEFAULT.nesting])
@pytest.mark.parametrize("opening", ["(", "(print ", "(and 1 ", "(or 0 ", "(and 1 (or 0 1) | and "])
def test_deep_parentheses_work(opening: str, depth: int) -> None:
    closing = ")" * depth
    assert render("{{ print " + opening * (depth - 1) + "(1)" + closing[1:] + " }}", {}) == "1"


@pytest.mark.parametrize("depth", [3, 15, 40])
def test_break_and_continue_leave_the_right_loop(depth: int) -> None:
    inner = "{{ if true }}" * depth + "{{ if eq . 1 }}{{ continue }}{{ end }}{{ if eq . 3 }}{{ break }}{{ end }}{{ . }}"
    template = "{{ range $i := 2 }}{{ range 5 }}" + inner + "{{ end }}" * depth + "{{ end }}|{{ end }}"
    assert render(template, {}) == "02|02|"


@pytest.mark.parametrize("depth", [3, 20, 60])
def test_variables_of_outer_scopes_are_reached(depth: int) -> None:
    template = "{{ $x := 1 }}" + "{{ with $y := $x }}{{ $x = . }}{{ $z := $y }}" * depth + "{{ $x }}{{ $y }}{{ $z }}"
    assert render(template + "{{ end }}" * depth + "{{ $x }}", {}) == "1111"


def test_long_chains_of_else_are_not_nesting() -> None:
    chain = "{{ if .a }}a" + "".join(f"{{{{ else if eq .n {number} }}}}{number}" for number in range(1500))
    assert render(chain + "{{ else }}none{{ end }}", {"n": 1234}) == "1234"


@pytest.mark.parametrize("function", ["print", "println", "html", "js", "urlquery", "printf `%s%s`"])
def test_the_length_of_printed_values_can_be_raised(function: str) -> None:
    template = f"{{{{ $x := .x }}}}{{{{ len ({function} $x $x) }}}}"
    data = {"x": "a" * (DEFAULT.value_length * 3 // 4)}
    with pytest.raises(TemplateError, match=r"Limits\.value_length"):
        render(template, data)
    assert int(render(template, data, limits=replace(DEFAULT, value_length=2 * DEFAULT.value_length))) >= 2 * len(
        data["x"]
    )
