"""Strategic merge patches that lead from one object to another: exact, and no larger than they need be."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kubectl_inject.kubernetes.patches.strategic_merge_diff import create_patch
from kubectl_inject.kubernetes.patches.strategic_merge_patch import apply_patch
from kubectl_inject.kubernetes.schema.types import POD

PLAIN = {"name": "app", "image": "nginx"}
OTHER = {"name": "other", "image": "busybox"}

Object = dict[str, Any]


def optional(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Object]:
    return st.fixed_dictionaries({}, optional=fields)


def keyed(key: str, names: list[Any], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Object]]:
    """Return lists of items with a merge key, which some share."""
    return st.lists(st.fixed_dictionaries({key: st.sampled_from(names)}, optional=fields), max_size=4)


texts = st.sampled_from(["", "a", "b"])
text_maps = st.dictionaries(st.sampled_from(["a", "example.com/b", "c"]), texts, max_size=3)
actions = optional(httpGet=optional(port=st.sampled_from([80, "web"]), path=texts), exec=st.just({"command": ["true"]}))
containers = keyed(
    "name",
    ["app", "web", "istio-proxy"],
    image=texts,
    args=st.lists(texts, max_size=2),
    env=keyed("name", ["A", "B"], value=texts, valueFrom=st.just({"fieldRef": {"fieldPath": "metadata.name"}})),
    ports=keyed("containerPort", [80, 81], protocol=st.sampled_from(["TCP", "UDP"]), name=texts),
    volumeMounts=keyed("mountPath", ["/a", "/b"], name=texts, readOnly=st.booleans()),
    readinessProbe=actions,
    lifecycle=optional(preStop=actions),
    resources=optional(limits=text_maps, requests=text_maps),
    securityContext=optional(runAsUser=st.integers(0, 2), capabilities=optional(add=st.lists(texts, max_size=2))),
)
volumes = keyed("name", ["a", "b"], emptyDir=optional(medium=texts), configMap=optional(name=texts))
pods = optional(
    metadata=optional(name=texts, labels=text_maps, annotations=text_maps),
    spec=optional(
        containers=containers,
        initContainers=containers,
        volumes=volumes,
        imagePullSecrets=keyed("name", ["a", "b"]),
        hostAliases=keyed("ip", ["1.1.1.1", "2.2.2.2"], hostnames=st.lists(texts, max_size=2)),
        tolerations=st.lists(optional(key=texts, value=texts), max_size=2),
        nodeSelector=text_maps,
        hostNetwork=st.booleans(),
        securityContext=optional(fsGroup=st.integers(0, 2), supplementalGroups=st.lists(st.integers(0, 1))),
    ),
)


@settings(deadline=None, max_examples=300)
@given(old=pods, new=pods)
def test_patch_leads_from_one_pod_to_another(old: Object, new: Object) -> None:
    before = copy.deepcopy((old, new))
    patch = create_patch(old, new, POD)
    assert apply_patch(old, patch, POD) == new
    assert (old, new) == before
    assert json.loads(json.dumps(patch)) == patch


@settings(deadline=None, max_examples=30)
@given(value=pods)
def test_no_patch_where_nothing_differs(value: Object) -> None:
    assert create_patch(value, copy.deepcopy(value), POD) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param({"metadata": {"finalizers": ["a"]}}, {"metadata": {"finalizers": ["b"]}}, id="finalizers"),
        pytest.param({"spec": {"unknown": {"a": 1}}}, {"spec": {"unknown": {"b": 1}}}, id="unknown field"),
        pytest.param({"spec": {"unknown": {"a": 1}}}, {"spec": {"unknown": {}}}, id="unknown field, empty"),
    ],
)
def test_patch_of_rarer_fields(old: Object, new: Object) -> None:
    assert apply_patch(old, create_patch(old, new, POD), POD) == new


@pytest.mark.parametrize(
    ("old", "new", "patch"),
    [
        pytest.param({"nodeName": "a"}, {"nodeName": "b"}, {"nodeName": "b"}, id="changed"),
        pytest.param({"nodeName": "a", "hostname": "h"}, {"hostname": "h"}, {"nodeName": None}, id="gone"),
        pytest.param(
            {"containers": [PLAIN, OTHER]},
            {"containers": [PLAIN, {**OTHER, "tty": True}]},
            {"containers": [{"name": "other", "tty": True}]},
            id="one item",
        ),
        pytest.param(
            {"containers": [PLAIN, OTHER]},
            {"containers": [PLAIN]},
            {"containers": [{"name": "other", "$patch": "delete"}]},
            id="item gone",
        ),
        pytest.param(
            {"containers": [PLAIN, OTHER]},
            {"containers": [OTHER, PLAIN]},
            {"$setElementOrder/containers": [{"name": "other"}, {"name": "app"}]},
            id="order",
        ),
        pytest.param(
            {"nodeSelector": {"a": "1", "b": "2"}},
            {"nodeSelector": {"a": "1", "c": "3"}},
            {"nodeSelector": {"b": None, "c": "3"}},
            id="map",
        ),
        pytest.param(
            {"nodeSelector": {"a": "1"}},
            {"nodeSelector": {}},
            {"nodeSelector": {"$patch": "replace"}},
            id="map emptied",
        ),
    ],
)
def test_patch_is_small(old: Object, new: Object, patch: Object) -> None:
    assert create_patch({"spec": old}, {"spec": new}, POD) == {"spec": patch}
