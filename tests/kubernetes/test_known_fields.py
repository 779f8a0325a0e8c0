"""Fields that Go's JSON knows and passes over."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.kubernetes.known_fields import with_known_fields
from kubectl_inject.kubernetes.schema.types import CONTAINER, POD


@pytest.mark.parametrize(
    ("value", "known"),
    [
        ({"volumeMounts": [{"readonly": True}]}, {"volumeMounts": [{"readOnly": True}]}),
        ({"IMAGE": "a"}, {"image": "a"}),
        ({"resources": {"limits": {"CPU": "1"}}}, {"resources": {"limits": {"CPU": "1"}}}),
        ({"args": "wrong type", "ports": [None], "env": None}, {"args": "wrong type", "ports": [None], "env": None}),
        ({"unknown": None}, {}),
    ],
)
def test_names_in_any_case(value: Any, known: Any) -> None:
    assert with_known_fields(value, CONTAINER) == (known, [])


@pytest.mark.parametrize("value", [None, "a", 1, [], {}])
def test_what_is_no_struct_stays(value: Any) -> None:
    assert with_known_fields(value, POD) == (value, [])


DIRECTIVES = {
    "spec": {
        "$retainKeys": ["containers"],
        "$setElementOrder/containers": [{"name": "a"}],
        "$deleteFromPrimitiveList/x": ["y"],
        "containers": [{"$patch": "delete", "name": "a"}],
    }
}


def test_directives_of_a_patch_stay() -> None:
    assert with_known_fields(DIRECTIVES, POD) == (DIRECTIVES, [])


@pytest.mark.parametrize(
    ("value", "known", "paths"),
    [
        ({"extra": {"spec": 1}}, {}, ["extra"]),
        ({"spec": {"hostAliass": [1]}, "kind": "Pod"}, {"spec": {}, "kind": "Pod"}, ["spec.hostAliass"]),
        ({"spec": {"$ref": "x"}}, {"spec": {}}, ["spec.$ref"]),
        (
            {"spec": {"volumes": [{"name": "cache", "comfigMap": {"name": "x"}}]}},
            {"spec": {"volumes": [{"name": "cache"}]}},
            ["spec.volumes[cache].comfigMap"],
        ),
        (
            {
                "spec": {
                    "containers": [{"envs": []}, {"name": "b", "volumeMounts": [{"mountpath": "/b", "Readonyl": 1}]}]
                }
            },
            {"spec": {"containers": [{}, {"name": "b", "volumeMounts": [{"mountPath": "/b"}]}]}},
            ["spec.containers[0].envs", "spec.containers[b].volumeMounts[/b].Readonyl"],
        ),
        (
            {"spec": {"containers": [{"name": "a", "securityContext": {"Capabilities": {"dorp": ["ALL"]}}}]}},
            {"spec": {"containers": [{"name": "a", "securityContext": {"capabilities": {}}}]}},
            ["spec.containers[a].securityContext.capabilities.dorp"],
        ),
    ],
)
def test_what_is_unknown_is_left_out_and_named(value: Any, known: Any, paths: list[str]) -> None:
    found, unknown = with_known_fields(value, POD)
    assert found == known
    assert [field.path for field in unknown] == paths


def test_labels_and_annotations_are_no_fields() -> None:
    metadata = {"labels": {"any": "name"}, "annotations": {"$patch": "x", "Labels": "y"}}
    assert with_known_fields({"metadata": metadata}, POD) == ({"metadata": metadata}, [])
