"""The interface: templates that are compiled once, their parts, and how errors show."""

from __future__ import annotations

import marshal
from concurrent.futures import ThreadPoolExecutor

import pytest

from kubectl_inject.gotemplate import Function, FunctionError, Limits, ParameterType, Template, TemplateError, render
from kubectl_inject.gotemplate.execution.output import PRINTED


@pytest.mark.parametrize(
    ("data", "way", "strings"),
    [({"x": 1, "y": True}, [0, PRINTED, 1, 2, 3], ["1"]), ({"x": "s"}, [0, PRINTED, 1, 3], ["s"])],
)
def test_an_output_tells_the_way_and_what_was_printed_on_it(
    data: dict[str, object], way: list[int], strings: list[str]
) -> None:
    template = Template("a{{ .x }}b{{ if .y }}c{{ end }}a")
    assert template.texts == ("a", "b", "c", "a")
    output = template.output(data)
    assert (output.way, output.strings) == (way, strings)
    assert template.render(data) == "".join(template.texts[part] if part != PRINTED else strings[0] for part in way)


def test_a_template_can_be_rendered_by_many_threads() -> None:
    template = Template("{{ $x := . }}{{ range 200 }}{{ $x = add $x 1 }}{{ end }}{{ $x }}")
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(template.render, range(50))) == [str(number + 200) for number in range(50)]


def test_compiled_code_can_be_stored() -> None:
    compiled = Template('{{ define "a" }}{{ upper . }}{{ end }}<{{ template "a" .x }}>').compiled
    stored = marshal.dumps((compiled.code, compiled.texts, compiled.functions, compiled.line_sites))
    assert marshal.loads(stored)[1:] == (compiled.texts, compiled.functions, compiled.line_sites)
    assert Template(compiled).render({"x": "y"}) == "<Y>"


def test_templates_that_nothing_calls_are_not_compiled() -> None:
    source = '{{ define "a" }}{{ template "c" }}{{ end }}{{ define "b" }}{{ upper "x" }}{{ end }}'
    template = Template(source + '{{ define "c" }}{{ if . }}{{ template "a" }}{{ end }}y{{ end }}{{ template "a" }}')
    assert [code.co_name for code in template.compiled.code] == ["template_0", "template_1", "template_2"]
    assert template.compiled.functions == ()
    assert template.render({}) == "y"


def test_functions_are_added_and_replaced() -> None:
    functions = {
        "upper": Function("upper", lambda text: f"up {text}", (ParameterType.STRING,)),
        "eq": Function("eq", lambda *_: "replaced", (ParameterType.ANY, ParameterType.ANY)),
        "and": Function("and", lambda *values: len(values), (), ParameterType.ANY),
        "break": Function("break", lambda: "no keyword"),
    }
    assert render('{{ upper "a" }} {{ eq 1 2 }} {{ and 0 0 }} {{ break }}', {}, functions=functions) == (
        "up a replaced 2 no keyword"
    )


def test_refused_functions_say_why() -> None:
    with pytest.raises(TemplateError) as caught:
        Template('{{ env "HOME" }}')
    assert caught.value.reason.startswith('function "env" cannot be used: ')


def test_refused_functions_can_be_given() -> None:
    functions = {"env": Function("env", lambda name: f"${name}", (ParameterType.STRING,))}
    assert render('{{ env "HOME" }}', {}, functions=functions) == "$HOME"


def test_an_error_shows_the_place() -> None:
    with pytest.raises(TemplateError) as caught:
        render("first\n\té: {{ .a.b.c | upper }}", {"a": "text"}, name="sidecar")
    error = caught.value
    message = 'template: sidecar:2:10: executing "sidecar" at <.a.b.c>: can\'t evaluate field b in type interface {}'
    assert (error.name, error.line, error.column) == ("sidecar", 2, 10)
    assert error.reason == "can't evaluate field b in type interface {}"
    assert str(error) == f"{message}\n   é: {{{{ .a.b.c | upper }}}}\n           ^"


def test_an_error_cuts_long_lines() -> None:
    with pytest.raises(TemplateError) as caught:
        render("x" * 5000 + "{{ .a.b }}" + "y" * 5000, {"a": 1})
    _, line, caret = str(caught.value).split("\n")
    assert len(line) < 110
    assert line[caret.index("^") :].startswith(".b }}yyy")


def test_a_parse_error_shows_the_line() -> None:
    with pytest.raises(TemplateError) as caught:
        Template("one\n{{ nosuch }}")
    assert str(caught.value) == 'template: t:2: function "nosuch" not defined\n  {{ nosuch }}'
    assert caught.value.column is None


def _fail() -> None:
    raise FunctionError("no")


def _divide_by_zero() -> float:
    return 1 / 0


@pytest.mark.parametrize(
    ("call", "reason"),
    [(_fail, "error calling f: no"), (_divide_by_zero, "error calling f: division by zero")],
)
def test_what_fails_inside_of_a_function_is_its_error(call: object, reason: str) -> None:
    assert callable(call)
    with pytest.raises(TemplateError) as caught:
        render("{{ f }}", {}, functions={"f": Function("f", call)})
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "name", ["__class__", "__globals__", "__dict__", "keys", "get", "format", "__builtins__", "put"]
)
def test_python_is_out_of_reach(name: str) -> None:
    assert render(f"{{{{ .{name} }}}}|{{{{ .m.{name} }}}}", {"m": {}}) == "<no value>|<no value>"
    for value in ("text", 1, 1.5, [1], True):
        with pytest.raises(TemplateError, match=f"can't evaluate field {name} in type"):
            render(f"{{{{ .x.{name} }}}}", {"x": value})


@pytest.mark.parametrize("text", ['"""', "'''", "\\", "\n", "{x}", "\0", "\\x00", "'; import os #", "\ud800", "\u2028"])
def test_text_of_the_template_is_never_code(text: str) -> None:
    quoted = f"`{text}`"
    assert render(
        f"{text}{{{{ {quoted} }}}}{{{{ define {quoted} }}}}d{{{{ end }}}}{{{{ template {quoted} }}}}", {}
    ) == (f"{text}{text}d")
    assert render(f"{{{{ index . {quoted} }}}}", {text: "found"}) == "found"


def test_variables_cannot_name_what_the_code_uses() -> None:
    assert render(
        "{{ $put := 1 }}{{ $out := 2 }}{{ $v1 := 3 }}{{ $t1 := 4 }}{{ $put }}{{ $out }}{{ $v1 }}{{ $t1 }}", {}
    ) == ("1234")


def test_other_limits_for_the_same_template() -> None:
    template = Template("{{ range . }}x{{ end }}")
    assert template.render(10) == "x" * 10
    with pytest.raises(TemplateError):
        template.render(10, Limits(steps=9))
