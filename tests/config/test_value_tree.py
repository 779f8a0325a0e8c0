"""Trees of values, leaf by leaf."""

from __future__ import annotations

import json
from functools import reduce
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.config.value_tree import (
    ABSENT,
    LeafDifference,
    leaf_differences,
    leaves,
    path_text,
    with_leaf,
)

LEAVES = st.none() | st.booleans() | st.integers(0, 2) | st.lists(st.integers(0, 1), max_size=2)
TREES = st.recursive(
    st.dictionaries(st.sampled_from("ab.c"), LEAVES, max_size=3),
    lambda inner: st.dictionaries(st.sampled_from("ab.c"), LEAVES | inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param({"a": {"b": 1}}, {"a": {"b": 1}}, [], id="same"),
        pytest.param({"a": {"b": 1}}, {"a": {"b": 2}}, [(("a", "b"), 1, 2)], id="value"),
        pytest.param({}, {"a": {"b": 1}}, [(("a",), ABSENT, {"b": 1})], id="a mapping on one side is one difference"),
        pytest.param({"a": None}, {}, [(("a",), None, ABSENT)], id="null is not nothing"),
        pytest.param({"a": {}}, {"a": 1}, [(("a",), {}, 1)], id="a mapping became a value"),
        pytest.param({"a": [1]}, {"a": [1, 2]}, [(("a",), [1], [1, 2])], id="a list is one value"),
        pytest.param({"a": 1}, {"a": True}, [(("a",), 1, True)], id="1 is not true"),
        pytest.param({"a": [{"b": 0}]}, {"a": [{"b": False}]}, [(("a",), [{"b": 0}], [{"b": False}])], id="in a list"),
        pytest.param({"a": 1}, {"a": 1.0}, [], id="a fraction of nothing"),
        pytest.param(
            {"b": 1, "a": 1}, {"c": 1}, [(("b",), 1, ABSENT), (("a",), 1, ABSENT), (("c",), ABSENT, 1)], id="in order"
        ),
    ],
)
def test_differences(old: Any, new: Any, expected: list[tuple[Any, ...]]) -> None:
    found = list(leaf_differences(old, new))
    assert found == [LeafDifference(*item) for item in expected]
    assert [str(item.new) for item in found] == [str(item[2]) for item in expected]  # True is equal to 1


@given(TREES, TREES)
def test_differences_lead_from_one_tree_to_the_other(old: dict[str, Any], new: dict[str, Any]) -> None:
    changed = reduce(lambda tree, item: with_leaf(tree, item.path, item.new), leaf_differences(old, new), old)
    assert json.dumps(changed, sort_keys=True) == json.dumps(new, sort_keys=True)


@pytest.mark.parametrize(
    ("tree", "path", "value", "expected"),
    [
        pytest.param({"a": {"b": 1, "c": 2}}, ("a", "b"), 3, {"a": {"b": 3, "c": 2}}, id="replaced"),
        pytest.param({}, ("a", "b"), 1, {"a": {"b": 1}}, id="what leads there is made"),
        pytest.param({"a": 1}, ("a", "b"), 2, {"a": {"b": 2}}, id="what is in the way is replaced"),
        pytest.param({"a": {"b": 1}}, ("a", "b"), ABSENT, {"a": {}}, id="taken away"),
        pytest.param({"a": 1}, ("b",), ABSENT, {"a": 1}, id="nothing to take away"),
    ],
)
def test_another_leaf(tree: dict[str, Any], path: tuple[str, ...], value: Any, expected: dict[str, Any]) -> None:
    assert with_leaf(tree, path, value) == expected


def test_the_tree_given_stays_as_it_is() -> None:
    tree = {"a": {"b": 1}}
    with_leaf(tree, ("a", "b"), 2)
    assert tree == {"a": {"b": 1}}


def test_leaves() -> None:
    tree = {"a": {"b": 1, "empty": {}, "list": [{"c": 2}]}, "d": None}
    assert list(leaves(tree)) == [(("a", "b"), 1), (("a", "empty"), {}), (("a", "list"), [{"c": 2}]), (("d",), None)]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("values", "global", "hub"), "values.global.hub"),
        (("meshConfig", "sidecar.istio.io/x", "y"), "meshConfig[sidecar.istio.io/x].y"),
        (("a/b",), "[a/b]"),
    ],
)
def test_path_in_words(path: tuple[str, ...], expected: str) -> None:
    assert path_text(path) == expected
