"""Helm's ``--set``."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.config.helm_set import SetError, parse_set


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (["global.hub=my.registry/istio"], {"global": {"hub": "my.registry/istio"}}),
        (["a=1,b=two", "b=three"], {"a": 1, "b": "three"}),
        (["a=true,b=false,c=null,d="], {"a": True, "b": False, "c": None, "d": ""}),
        (["a=007,b=1.5,c=-3"], {"a": "007", "b": "1.5", "c": -3}),
        (["a={x,y,1}", "b={}"], {"a": ["x", "y", 1], "b": []}),
        (["a[1].b=c"], {"a": [None, {"b": "c"}]}),
        (["a[0]=x,a[1]=y"], {"a": ["x", "y"]}),
        (["annotations.sidecar\\.istio\\.io/inject=true"], {"annotations": {"sidecar.istio.io/inject": True}}),
        (["a=x\\,y"], {"a": "x,y"}),
        (["a=b=c"], {"a": "b=c"}),
        (["a.b=1", "a=2"], {"a": 2}),
        (["a=2", "a.b=1"], {"a": {"b": 1}}),
    ],
)
def test_values(texts: list[str], values: dict[str, Any]) -> None:
    assert parse_set(texts) == values


@pytest.mark.parametrize("text", ["a", "=b", "", ".a=1", "a..b=1", "a[=1", "a[x]=1", "a[5000]=1"])
def test_refused(text: str) -> None:
    with pytest.raises(SetError, match="--set"):
        parse_set([text])


@given(st.lists(st.text(alphabet="ab.,=[]{}\\01", max_size=12), max_size=4))
def test_any_text_is_read_or_refused(texts: list[str]) -> None:
    with contextlib.suppress(SetError):
        parse_set(texts)
