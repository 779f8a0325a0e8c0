"""Go objects in templates: fields, methods, nil pointers, enums. Expectations follow Go's reflection on such types."""

from __future__ import annotations

import pytest

from kubectl_inject.gotemplate import Function, FunctionError, ParameterType, TemplateError, render
from kubectl_inject.gotemplate.values import GoObject, Int32, NoSuchFieldError


class Pod(GoObject):
    """A pointer to a struct; the fields are the attribute ``fields``, which no template can name."""

    def __init__(self, fields: dict[str, object] | None) -> None:
        self.fields = fields

    @property
    def go_type(self) -> str:
        return "*v1.Pod"

    def go_is_nil(self) -> bool:
        return self.fields is None

    def go_field(self, name: str) -> object:
        if self.fields is None or name not in self.fields:
            raise NoSuchFieldError(name)
        return self.fields[name]

    def go_method(self, name: str) -> Function | None:
        return METHODS.get(name)

    def go_print(self) -> str:
        return "pod" if self.fields else "<nil>"


class Mode(GoObject):
    """An enum with a String method."""

    def __init__(self, number: int) -> None:
        self.number = number

    @property
    def go_type(self) -> str:
        return "v1.Mode"

    @property
    def go_kind(self) -> str:
        return "int32"

    @property
    def go_basic(self) -> object:
        return Int32(self.number)

    def go_truth(self) -> bool:
        return self.number != 0

    def go_print(self) -> str:
        return ["NONE", "REDIRECT"][self.number]


def _fail() -> str:
    raise FunctionError("out of order")


METHODS = {
    function.name: function
    for function in (
        Function("Hello", lambda: "hello"),
        Function("Fail", _fail),
        Function("Join", lambda a, b: f"{a}+{b}", (ParameterType.STRING, ParameterType.INT)),
        Function("All", lambda *values: len(values), (), ParameterType.ANY),
        Function("Half", lambda number: number / 2, (ParameterType.FLOAT64,)),
    )
}
DATA = {
    "pod": Pod({"Name": "a", "Labels": {"app": "b"}, "Nothing": None, "Self": Pod({"Name": "inner"})}),
    "none": Pod(None),
    "mode": Mode(1),
    "off": Mode(0),
    "nul": None,
}


@pytest.mark.parametrize(
    ("template", "printed"),
    [
        ("{{ .pod.Name }} {{ .pod.Labels.app }} {{ .pod.Self.Name }} {{ .pod.Labels.none }}", "a b inner <no value>"),
        ("{{ .pod.Hello }} {{ .none.Hello }} {{ .pod.Self.Hello | len }}", "hello hello 5"),
        ('{{ .pod.Join "x" 1 }} {{ 2 | .pod.Join "y" }} {{ (.pod).Join .pod.Name 3 }}', "x+1 y+2 a+3"),
        ("{{ .pod.All 1 nil true .nul }} {{ .pod.All }} {{ .pod.Half 3 }}", "4 0 1.5"),
        ("{{ .missing.pod.Join 1 }}", "<no value>"),
        ("{{ if .pod }}a{{ end }}{{ if .none }}b{{ end }}{{ if .mode }}c{{ end }}{{ if not .off }}d{{ end }}", "acd"),
        (
            "{{ .pod }} {{ .none }} {{ .mode }} {{ print .mode .off }}",
            "pod <nil> REDIRECT REDIRECT NONE",
        ),
        (
            '{{ printf "%v|%s|%d|%q|%T|%x" .mode .mode .mode .mode .mode .off }}',
            'REDIRECT|REDIRECT|1|"REDIRECT"|v1.Mode|4e4f4e45',
        ),
        (
            "{{ eq .mode 1 }} {{ ne .mode .off }} {{ lt .off 1 }} {{ eq .none nil }} {{ eq .pod .pod }}",
            "true true true true true",
        ),
        ('{{ index (list "a" "b") .mode }}{{ range .mode }}x{{ end }}', "bx"),
    ],
)
def test_prints(template: str, printed: str) -> None:
    assert render(template, DATA) == printed


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{{ .pod.Nope }}", "can't evaluate field Nope in type *v1.Pod"),
        ("{{ .pod.fields }}", "can't evaluate field fields in type *v1.Pod"),
        ("{{ .pod.__class__ }}", "can't evaluate field __class__ in type *v1.Pod"),
        ("{{ .pod.go_print }}", "can't evaluate field go_print in type *v1.Pod"),
        ("{{ .none.Name }}", "nil pointer evaluating *v1.Pod.Name"),
        ("{{ .pod.Nothing.x }}", "nil pointer evaluating interface {}.x"),
        ("{{ .mode.x }}", "can't evaluate field x in type v1.Mode"),
        ("{{ .pod.Name 1 }}", "Name has arguments but cannot be invoked as function"),
        ("{{ .none.Name 1 }}", "nil pointer evaluating *v1.Pod.Name"),
        ("{{ .pod.Fail }}", "error calling Fail: out of order"),
        ("{{ .pod.Join }}", "wrong number of args for Join: want 2 got 0"),
        ('{{ .pod.Join "x" }}', "wrong number of args for Join: want 2 got 1"),
        ("{{ .pod.Join 1 1 }}", "expected string; found 1"),
        ("{{ .pod.Join nil 1 }}", "cannot assign nil to string"),
        ('{{ .pod.Join "x" .pod.Name }}', "wrong type for value; expected int; got string"),
        ('{{ .nul | .pod.Join "x" }}', "invalid value; expected int"),
        ("{{ upper .mode }}", "wrong type for value; expected string; got v1.Mode"),
        ("{{ range .pod }}{{ end }}", "range can't iterate over pod"),
        ("{{ len .none }}", "error calling len: len of nil pointer"),
        ("{{ lt .pod .pod }}", "error calling lt: invalid type for comparison"),
    ],
)
def test_fails(template: str, reason: str) -> None:
    with pytest.raises(TemplateError) as caught:
        render(template, DATA)
    assert caught.value.reason == reason
