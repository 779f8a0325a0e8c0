"""The data and functions with which Go rendered the templates in the tables of the tests."""

from __future__ import annotations

from typing import NoReturn

from kubectl_inject.gotemplate import Function, FunctionError, ParameterType, render
from kubectl_inject.gotemplate.execution.builtins import BUILTINS
from kubectl_inject.gotemplate.fmt.printing import sprint
from kubectl_inject.gotemplate.values import Int32, Int64, StringList, StringMap, Uint8, Uint32, Uint64

DATA: dict[str, object] = {
    "big": 1000000.0,
    "e": "",
    "el": [],
    "em": {},
    "f": 1.5,
    "fl": False,
    "l": ["x", "y", "z"],
    "lm": [{"name": "p", "v": 1.0}, {"name": "q", "v": 2.0}],
    "m": {"a": 1.0, "b": 2.0, "c": {"d": "deep"}},
    "n": 15020.0,
    "neg": -3.0,
    "nul": None,
    "nums": [3.0, 1.0, 2.0],
    "s": "hello",
    "t": True,
    "u": "héllo ☃",
    "zero": 0.0,
}


def same(value: object) -> object:
    return value


def fail() -> NoReturn:
    raise FunctionError("bad thing")


def _identity(name: str, parameter: ParameterType) -> Function:
    return Function(name, same, (parameter,))


FUNCTIONS = {
    function.name: function
    for function in (
        Function("fstr", lambda text: f"s:{text}", (ParameterType.STRING,)),
        _identity("fint", ParameterType.INT),
        _identity("fint64", ParameterType.INT64),
        _identity("ffloat", ParameterType.FLOAT64),
        _identity("fbool", ParameterType.BOOL),
        _identity("fany", ParameterType.ANY),
        Function("flist", len, (ParameterType.LIST,)),
        Function("fmap", len, (ParameterType.MAP,)),
        Function("fstrlist", len, (ParameterType.STRING_LIST,)),
        Function("fvar", lambda text, *rest: sprint([text, list(rest)]), (ParameterType.STRING,), ParameterType.INT),
        Function("fzero", lambda: None),
        Function("ferr", fail),
        Function("mkstrmap", lambda: StringMap(a="x", b="y")),
        Function("mkstrlist", lambda: StringList(["p", "q"])),
        Function("u8", Uint8, (ParameterType.INT,)),
        Function("u32", Uint32, (ParameterType.INT,)),
        Function("u64", Uint64, (ParameterType.INT,)),
        Function("i64", Int64, (ParameterType.INT,)),
        Function("i32", Int32, (ParameterType.INT,)),
        BUILTINS["slice"],  # which sprig's hides
    )
}


def rendered(template: str, data: object = DATA) -> str:
    """Render as Go did for the tables."""
    return render(template, data, functions=FUNCTIONS)
