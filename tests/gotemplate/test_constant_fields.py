"""Fields that are the same for many renderings are read once; what is printed is as if they were not."""

from __future__ import annotations

import pytest

from kubectl_inject.gotemplate import Template, TemplateError
from kubectl_inject.gotemplate.functions import Function, ParameterType
from kubectl_inject.gotemplate.limits import Limits
from kubectl_inject.gotemplate.values import ConstantFields

CONSTANT = frozenset({"Values"})


class Data(ConstantFields):
    def __init__(self, values: dict[str, object], name: str, known: dict[str, object]) -> None:
        super().__init__(CONSTANT, known)
        self.fields = {"Values": values, "Name": name}

    @property
    def go_type(self) -> str:
        return "main.Data"

    def go_field(self, name: str) -> object:
        return self.fields[name]


def rendered(source: str, values: dict[str, object], *names: str) -> list[str]:
    template = Template(source, constant_fields=CONSTANT)
    known: dict[str, object] = {}
    return [template.render(Data(values, name, known)) for name in names]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ .Values.a }}{{ .Name }}{{ .Values.a }}", ["1x1", "1y1"]),
        ("{{ printf `%v-%v` .Values.a 2 | upper }}{{ upper .Name }}", ["1-2X", "1-2Y"]),
        ("{{ len .Values.list }}{{ range .Values.list }}{{ . }}{{ $.Name }}{{ end }}", ["2axbx", "2ayby"]),
        ("{{ with .Values.none }}no{{ else }}{{ .Name }}{{ end }}", ["x", "y"]),
        ("{{ define `sub` }}{{ .Values.a | quote }}{{ .Name }}{{ end }}{{ template `sub` . }}", ['"1"x', '"1"y']),
        ("{{ $ = dict `Name` `z` }}{{ $.Name }}{{ .Name }}", ["zx", "zy"]),
    ],
)
def test_prints_the_same(source: str, expected: list[str]) -> None:
    assert rendered(source, {"a": 1.0, "list": ["a", "b"]}, "x", "y") == expected


def test_a_template_that_changes_its_data_sees_the_change() -> None:
    source = "{{ .Values.a }}{{ $_ := set .Values `a` .Name }}{{ .Values.a }}"
    assert rendered(source, {"a": "-"}, "x", "y") == ["-x", "xy"]
    assert Template(source).changes_data
    assert not Template("{{ .Values.a | default `set` }}").changes_data


def test_an_error_is_the_same_each_time() -> None:
    template = Template("{{ atoi .Values.a | add 1 }}{{ fail .Values.a }}", constant_fields=CONSTANT)
    known: dict[str, object] = {}
    for name in ("x", "y"):
        with pytest.raises(TemplateError, match="error calling fail: 7"):
            template.render(Data({"a": "7"}, name, known))


LONG = "a" * 100


def test_a_long_result_is_made_once() -> None:
    made: list[str] = []

    def twice(text: str) -> str:
        made.append(text)
        return text + text

    functions = {"twice": Function("twice", twice, (ParameterType.STRING,))}
    template = Template("{{ .Name }}{{ twice .Values.a | upper }}", functions=functions, constant_fields=CONSTANT)
    known: dict[str, object] = {}
    printed = [template.render(Data({"a": LONG}, name, known)) for name in ("x", "y", "z")]
    assert printed == [name + "A" * 200 for name in ("x", "y", "z")]
    assert made == [LONG]


def test_every_rendering_pays_for_a_long_result() -> None:
    template = Template("{{ if .Name }}{{ upper .Values.a }}{{ end }}{{ lower .Values.a }}", constant_fields=CONSTANT)
    known: dict[str, object] = {}
    limits = Limits(values_length=150)
    assert template.render(Data({"a": LONG}, "", known), limits) == LONG
    for name in ("x", "y"):
        with pytest.raises(TemplateError, match="the values that functions made are longer than 150 characters"):
            template.render(Data({"a": LONG}, name, known), limits)
