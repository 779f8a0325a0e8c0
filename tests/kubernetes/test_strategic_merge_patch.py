"""Expected objects are those of strategicpatch.StrategicMergePatch (k8s.io/apimachinery v0.36.3) on a Pod."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.kubernetes.patches.strategic_merge_patch import StrategicMergeError, apply_patch
from kubectl_inject.kubernetes.schema.types import POD, field_type

SPEC = field_type("PodSpec")


def named(names: str) -> list[dict[str, Any]]:
    return [{"name": name} for name in names]


def name_of(item: dict[str, Any]) -> str:
    name = item["name"]
    assert isinstance(name, str)
    return name


def names(items: list[dict[str, Any]]) -> str:
    return "".join(map(name_of, items))


@pytest.mark.parametrize(
    ("original", "patch", "merged"),
    [
        ({"a": 1}, {"a": 2, "b": 3}, {"a": 2, "b": 3}),
        ({"nodeName": "x"}, {"nodeName": None, "hostname": None}, {}),
        ({}, {"securityContext": {"fsGroup": 1, "runAsUser": None}}, {"securityContext": {"fsGroup": 1}}),
        (
            {"securityContext": {"fsGroup": 1}},
            {"securityContext": {"runAsUser": 2}},
            {"securityContext": {"fsGroup": 1, "runAsUser": 2}},
        ),
        ({"securityContext": {"fsGroup": 1}}, {"securityContext": {}}, {"securityContext": {"fsGroup": 1}}),
        ({"nodeSelector": {"a": "1"}}, {"nodeSelector": {"b": "2", "a": None}}, {"nodeSelector": {"b": "2"}}),
        # lists without a merge key are replaced whole
        ({"tolerations": [{"key": "a"}]}, {"tolerations": [{"key": "b"}]}, {"tolerations": [{"key": "b"}]}),
        ({"containers": named("a")}, {"containers": []}, {"containers": named("a")}),
        ({"containers": named("a")}, {"containers": None}, {}),
        # items by their merge key
        (
            {"containers": [{"name": "a", "image": "x", "args": ["1"]}]},
            {"containers": [{"name": "a", "image": "y", "args": ["2"]}]},
            {"containers": [{"name": "a", "image": "y", "args": ["2"]}]},
        ),
        (
            {"containers": [{"name": "a", "ports": [{"containerPort": 80, "protocol": "TCP"}]}]},
            {"containers": [{"name": "a", "ports": [{"containerPort": 80, "name": "http"}]}]},
            {"containers": [{"name": "a", "ports": [{"containerPort": 80, "protocol": "TCP", "name": "http"}]}]},
        ),
        (
            {"containers": named("a")},
            {"containers": [{"name": "a", "image": "x"}, {"name": "a", "image": "y"}]},
            {"containers": [{"name": "a", "image": "y"}]},
        ),
        # a value of another type is replaced
        ({"securityContext": "x"}, {"securityContext": {"fsGroup": 1}}, {"securityContext": {"fsGroup": 1}}),
    ],
)
def test_merge(original: dict[str, Any], patch: dict[str, Any], merged: dict[str, Any]) -> None:
    assert apply_patch(original, patch, SPEC) == merged


@pytest.mark.parametrize(
    ("original", "patch", "order"),
    [
        ("ab", "c", "cab"),
        ("ab", "b", "ab"),
        ("ab", "bc", "abc"),
        ("ab", "cb", "cab"),
        ("ab", "ba", "ba"),
        ("abcd", "cb", "acbd"),
        ("abc", "xbyc", "xabyc"),
        ("aba", "b", "aab"),  # two of one name, as ports of two protocols have
        ("", "ba", "ba"),
    ],
)
def test_order_of_merged_lists(original: str, patch: str, order: str) -> None:
    merged = apply_patch({"containers": named(original)}, {"containers": named(patch)}, SPEC)
    assert names(merged["containers"]) == order


@pytest.mark.parametrize(
    ("original", "patch", "expected"), [("ab", "bc", "abc"), ("ab", "ca", "cab"), ("ab", "ba", "ba"), ("ab", "", "ab")]
)
def test_lists_of_plain_values_are_merged(original: str, patch: str, expected: str) -> None:
    merged = apply_patch({"metadata": {"finalizers": [*original]}}, {"metadata": {"finalizers": [*patch]}}, POD)
    assert "".join(merged["metadata"]["finalizers"]) == expected


@pytest.mark.parametrize(
    ("original", "patch", "merged"),
    [
        (
            {"securityContext": {"a": 1}},
            {"securityContext": {"$patch": "replace", "b": 2}},
            {"securityContext": {"b": 2}},
        ),
        ({"securityContext": {"a": 1}}, {"securityContext": {"$patch": "delete"}}, {"securityContext": {}}),
        # where there is nothing to replace, what carries a directive is left out
        ({}, {"securityContext": {"$patch": "replace", "b": 2}}, {}),
        ({}, {"containers": [{"name": "a", "$patch": "delete"}, {"name": "b"}]}, {"containers": named("b")}),
        ({"containers": named("ab")}, {"containers": [{"name": "a", "$patch": "delete"}]}, {"containers": named("b")}),
        ({"containers": named("ab")}, {"containers": [{"$patch": "replace"}, *named("c")]}, {"containers": named("c")}),
        (
            {"containers": named("ab")},
            {"containers": [{"name": "a", "$patch": "replace"}, {"name": "b", "$patch": "delete"}, *named("c")]},
            {"containers": named("c")},
        ),
        (
            {"volumes": [{"name": "v", "emptyDir": {}}]},
            {"volumes": [{"name": "v", "$retainKeys": ["name", "secret"], "secret": {"secretName": "s"}}]},
            {"volumes": [{"name": "v", "secret": {"secretName": "s"}}]},
        ),
        ({"containers": named("abc")}, {"$setElementOrder/containers": named("ca")}, {"containers": named("bca")}),
        (
            {"containers": named("abc")},
            {"$setElementOrder/containers": named("dcb"), "containers": named("d")},
            {"containers": named("dacb")},
        ),
        (
            {"securityContext": {"supplementalGroups": [1, 2]}},
            {"securityContext": {"$deleteFromPrimitiveList/supplementalGroups": [1, 3]}},
            {"securityContext": {"supplementalGroups": [2]}},
        ),
    ],
)
def test_directives(original: dict[str, Any], patch: dict[str, Any], merged: dict[str, Any]) -> None:
    assert apply_patch(original, patch, SPEC) == merged


@pytest.mark.parametrize(
    ("patch", "message"),
    [
        ({"containers": [{"image": "x"}]}, "a list item has no usable 'name'"),
        ({"containers": [{"name": {}}]}, "a list item has no usable 'name'"),
        ({"containers": ["a"]}, "a list item has no usable 'name'"),
        ({"containers": [{"$patch": "delete"}]}, "a list item has no usable 'name'"),
        ({"containers": [{"$patch": "merge", "name": "a"}]}, "unknown directive $patch: 'merge'"),
        ({"$patch": "remove"}, "unknown directive $patch: 'remove'; known are replace and delete"),
        ({"$retainKeys": "name"}, "$retainKeys: expected a list, found the string 'name'"),
        ({"$retainKeys": ["volumes"], "hostname": "x"}, "$retainKeys does not name 'hostname'"),
        ({"$deleteFromPrimitiveList/x": "a"}, "$deleteFromPrimitiveList/x: expected a list"),
        ({"$setElementOrder/containers": {}}, "$setElementOrder/containers: expected a list, found a mapping"),
        (
            {"$setElementOrder/containers": named("a"), "containers": named("b")},
            "does not list the items of 'containers'",
        ),
        ({"$setElementOrder/containers": named("ab"), "containers": named("ba")}, "in the patch's order"),
    ],
)
def test_bad_patch(patch: dict[str, Any], message: str) -> None:
    with pytest.raises(StrategicMergeError) as error:
        apply_patch({"containers": named("a")}, patch, SPEC)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("original", "patch", "merged"),
    [
        ({"containers": [{"image": "x"}]}, {"containers": named("a")}, {"containers": [{"name": "a"}, {"image": "x"}]}),
        (
            {"containers": [{"image": "x"}, {"name": "a"}]},
            {"containers": [{"name": "a", "tty": True}, {"name": "", "tty": True}]},
            {"containers": [{"name": "a", "tty": True}, {"image": "x", "name": "", "tty": True}]},
        ),
        (
            {"containers": [{"image": "x"}, {"image": "y"}, {"name": "a"}]},
            {"containers": [{"name": "a", "tty": True}]},
            {"containers": [{"image": "x"}, {"image": "y"}, {"name": "a", "tty": True}]},
        ),
        (
            {"containers": [{"name": "a", "ports": [{"name": "http"}]}]},
            {"containers": [{"name": "a", "ports": [{"containerPort": 0, "protocol": "UDP"}]}]},
            {"containers": [{"name": "a", "ports": [{"name": "http", "containerPort": 0, "protocol": "UDP"}]}]},
        ),
        (
            {"containers": [{"name": None, "image": "x"}]},
            {"containers": [{"$patch": "replace"}, {"image": "y"}]},
            {"containers": [{"image": "y"}]},
        ),
    ],
)
def test_items_of_the_original_without_their_key_have_the_zero_value(
    original: dict[str, Any], patch: dict[str, Any], merged: dict[str, Any]
) -> None:
    assert apply_patch(original, patch, SPEC) == merged


def test_a_key_that_go_omits_when_it_is_empty_must_be_there() -> None:
    with pytest.raises(StrategicMergeError, match=r"no usable 'name'"):
        apply_patch({"imagePullSecrets": [{}]}, {"imagePullSecrets": [{"name": "a"}]}, SPEC)


CONTAINERS: st.SearchStrategy[list[dict[str, Any]]] = st.lists(
    st.fixed_dictionaries(
        {"name": st.sampled_from("abcd")},
        optional={
            "image": st.none() | st.sampled_from("xy"),
            "args": st.lists(st.sampled_from("pq"), max_size=2),
            "env": st.lists(
                st.fixed_dictionaries({"name": st.sampled_from("AB"), "value": st.sampled_from("12")}),
                max_size=2,
                unique_by=name_of,
            ),
        },
    ),
    max_size=4,
    unique_by=name_of,
)
PODS = st.fixed_dictionaries(
    {"spec": st.fixed_dictionaries({"containers": CONTAINERS})},
    optional={
        "metadata": st.fixed_dictionaries(
            {
                "labels": st.dictionaries(st.sampled_from("ab"), st.none() | st.sampled_from("12")),
                "finalizers": st.lists(st.sampled_from("abc"), unique=True),
            }
        )
    },
)


@given(original=PODS, patch=PODS)
def test_applying_a_patch_twice_is_applying_it_once_and_changes_no_input(
    original: dict[str, Any], patch: dict[str, Any]
) -> None:
    before = copy.deepcopy((original, patch))
    once = apply_patch(original, patch, POD)
    assert apply_patch(once, patch, POD) == once
    assert (original, patch) == before


@given(original=CONTAINERS, patch=CONTAINERS)
def test_merged_list_has_every_item_of_both_once(original: list[dict[str, Any]], patch: list[dict[str, Any]]) -> None:
    merged = apply_patch({"containers": original}, {"containers": patch}, SPEC)["containers"]
    assert sorted(names(merged)) == sorted({*names(original), *names(patch)})
    assert [name for name in names(merged) if name in names(patch)] == [*names(patch)]
