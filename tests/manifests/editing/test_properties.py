"""What holds for any object in any style and any change of it."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kubectl_inject.manifests.sameness import is_same
from tests.manifests.editing.editing import edit
from tests.manifests.editing.random_style import is_alike, random_mapping, randomly_changed, written
from tests.manifests.readers import comments, read_with_pyyaml, read_with_ruamel

seeds = st.integers(0, 2**32).map(Random)


@pytest.mark.slow
@settings(deadline=None, max_examples=300)
@given(random=seeds)
def test_the_text_means_the_new_object(random: Random) -> None:
    value = random_mapping(random, 4)
    new = randomly_changed(random, value, 2)
    text = written(random, value)
    edited = edit(text, new)
    assert edited.anew <= (value.keys().isdisjoint(new) or not new or "*" in text)
    assert is_alike(read_with_pyyaml(edited.text), new)
    assert is_alike(read_with_ruamel(edited.text), new)


@settings(deadline=None, max_examples=100)
@given(random=seeds)
def test_what_comes_in_costs_no_comment(random: Random) -> None:
    value = random_mapping(random, 4)
    text = written(random, value)
    edited = edit(text, {**value, "new": {"a": [1, {"b": "c"}]}}).text
    assert comments(edited) >= comments(text) or not value


def _scalars(value: Any) -> list[tuple[Any, Any]]:
    """Return the places, each a collection and a key in it, of the one-line scalars in a value."""
    found = []
    for place in value if isinstance(value, dict) else range(len(value)):
        item = value[place]
        if isinstance(item, dict | list):
            found += _scalars(item)
        elif item is not None and "\n" not in str(item) and place != "name":
            found.append((value, place))
    return found


@settings(deadline=None, max_examples=300)
@given(random=seeds)
def test_a_replaced_scalar_changes_its_line_alone(random: Random) -> None:
    value = random_mapping(random, 4)
    new = copy.deepcopy(value)
    scalars = _scalars(new)
    if not scalars:
        return
    collection, place = random.choice(scalars)
    collection[place] = "other"
    text = written(random, value, aliases=False)
    edited = edit(text, new).text
    if "\n" not in text:
        text, edited = text.replace("\r", "\n"), edited.replace("\r", "\n")
    before, after = text.split("\n"), edited.split("\n")
    if len(before) == len(after):
        assert sum(first != second for first, second in zip(before, after, strict=True)) == 1
    else:
        # It was a block scalar, which is on one line now.
        assert len(before) == len(after) + 1
        first = next(place for place, line in enumerate(after) if line != before[place])
        assert before[first + 2 :] == after[first + 1 :]


@pytest.mark.parametrize(("first", "second", "same"), [(1, True, False), (1, 1.0, True), ([0], [False], False)])
def test_sameness(first: object, second: object, same: bool) -> None:
    assert is_same({"a": [first]}, {"a": [second]}) is same


def test_deep_nesting() -> None:
    text = "- " * 199 + "a\n"
    new: Any = "b"
    for _ in range(199):
        new = [new]
    assert edit(text, new).text == "- " * 199 + "b\n"
