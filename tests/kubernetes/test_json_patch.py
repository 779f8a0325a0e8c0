"""JSON patches: applied, they make the new object; and they are as small as names let them be."""

from __future__ import annotations

import copy
from typing import Any

import jsonpatch
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.kubernetes.patches.json_patch import json_patch

keys = st.sampled_from(["a", "b", "name", "x/y", "m~n", "~1", ""])
scalars = st.none() | st.booleans() | st.integers(0, 2) | st.sampled_from(["", "a", "1"]) | st.just(1.0)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(keys, inner, max_size=3)
        | st.lists(st.fixed_dictionaries({"name": st.sampled_from("abcd")}, optional={"v": inner}), max_size=4)
    ),
    max_leaves=12,
)


@given(old=st.dictionaries(keys, values, max_size=4), new=st.dictionaries(keys, values, max_size=4))
def test_the_operations_make_the_new_object(old: dict[str, Any], new: dict[str, Any]) -> None:
    before = copy.deepcopy(old)
    made = jsonpatch.apply_patch(old, json_patch(old, new))
    assert (repr_of(made), old) == (repr_of(new), before)


def repr_of(value: Any) -> Any:
    """Return a value in which 1 and True differ, but not 1 and 1.0, which JSON takes for one number (RFC 6902, 4.6)."""
    if isinstance(value, dict):
        return {key: repr_of(item) for key, item in value.items()}
    return [repr_of(item) for item in value] if isinstance(value, list) else (type(value) is bool, value)


@pytest.mark.parametrize(
    ("old", "new", "operations"),
    [
        pytest.param({"a": {"b": [1]}}, {"a": {"b": [1]}}, [], id="nothing"),
        pytest.param(
            {"x/y": 1, "m~n": 2},
            {"m~n": 3},
            [{"op": "remove", "path": "/x~1y"}, {"op": "replace", "path": "/m~0n", "value": 3}],
            id="fields",
        ),
        pytest.param(
            {"c": [{"name": "app"}]},
            {"c": [{"name": "proxy"}, {"name": "app", "image": "x"}]},
            [
                {"op": "add", "path": "/c/0", "value": {"name": "proxy"}},
                {"op": "add", "path": "/c/1/image", "value": "x"},
            ],
            id="an item before, and one that changes",
        ),
        pytest.param(
            {"c": [{"name": "a"}, {"name": "b"}, {"name": "c"}]},
            {"c": [{"name": "b"}]},
            [{"op": "remove", "path": "/c/2"}, {"op": "remove", "path": "/c/0"}],
            id="items that go, from the end",
        ),
        pytest.param(
            {"c": [{"name": "a"}, {"name": "b"}]},
            {"c": [{"name": "b"}, {"name": "a"}]},
            [{"op": "replace", "path": "/c", "value": [{"name": "b"}, {"name": "a"}]}],
            id="another order",
        ),
        pytest.param(
            {"c": ["a"]}, {"c": ["a", "b"]}, [{"op": "replace", "path": "/c", "value": ["a", "b"]}], id="no names"
        ),
        pytest.param({"a": 1}, {"a": True}, [{"op": "replace", "path": "/a", "value": True}], id="another type"),
        pytest.param({"a": 1}, {"a": 1.0}, [], id="the same number"),
    ],
)
def test_the_operations(old: dict[str, Any], new: dict[str, Any], operations: list[dict[str, Any]]) -> None:
    assert json_patch(old, new) == operations
