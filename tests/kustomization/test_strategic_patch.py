"""Strategic merge patches: what they say, and that the real Kustomize makes of them what they are for."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kubectl_inject.kubernetes.schema.types import FieldType, Kind
from kubectl_inject.kustomization.patches import PatchType, component, workload_patch
from kubectl_inject.kustomization.strategic_patch import NotExpressibleError, strategic_patch
from tests.kustomize_builds import kustomize_build
from tests.printed_objects import Object, by_identity

SPEC = FieldType(Kind.STRUCT, struct="PodSpec")


# --- what a patch says ------------------------------------------------------------------------------------------


def named(*names: str, **fields: Any) -> list[Object]:
    return [{"name": name, **fields} for name in names]


@pytest.mark.parametrize(
    ("old", "new", "patch"),
    [
        pytest.param({"a": 1}, {"a": 1}, {}, id="nothing changes"),
        pytest.param({"a": 1, "b": 2}, {"a": 3, "c": 4}, {"b": None, "a": 3, "c": 4}, id="fields"),
        pytest.param(
            {"securityContext": {"fsGroup": 1, "runAsUser": 2}},
            {"securityContext": {"fsGroup": 3, "runAsUser": 2}},
            {"securityContext": {"fsGroup": 3}},
            id="a field within",
        ),
        pytest.param(
            {"containers": named("app")},
            {"containers": named("proxy", "app")},
            {"containers": named("proxy")},
            id="an item before the others",
        ),
        pytest.param(
            {"containers": named("app", image="a")},
            {"containers": [*named("app", image="a"), *named("proxy")]},
            {"containers": named("app", "proxy")},
            id="an item after the others",
        ),
        pytest.param(
            {"containers": named("a", "b", "c")},
            {"containers": [{"name": "a"}, {"name": "b", "image": "x"}, {"name": "c"}]},
            {"containers": [{"name": "a"}, {"name": "b", "image": "x"}]},
            id="up to the last that changes",
        ),
        pytest.param(
            {"containers": named("a", "b", "c")},
            {"containers": named("c", "a", "b")},
            {"containers": named("c")},
            id="an item that moves",
        ),
        pytest.param(
            {"containers": named("a", "b")},
            {"containers": named("b")},
            {"containers": [{"name": "a", "$patch": "delete"}]},
            id="an item that goes",
        ),
        pytest.param(
            {"containers": [{"name": "a", "args": ["x"], "ports": [{"containerPort": 1}]}]},
            {"containers": [{"name": "a", "args": ["x", "y"], "ports": [{"containerPort": 1}, {"containerPort": 2}]}]},
            {"containers": [{"name": "a", "args": ["x", "y"], "ports": [{"containerPort": 1}, {"containerPort": 2}]}]},
            id="a list that is replaced, and one that is merged",
        ),
        pytest.param({"a": None}, {"a": None, "b": None}, {}, id="null is nothing"),
        pytest.param(
            {"containers": [{"name": "a", "ports": [{"containerPort": 53, "protocol": "UDP"}]}]},
            {
                "containers": [
                    {
                        "name": "a",
                        "ports": [
                            {"containerPort": 53, "protocol": "TCP"},
                            {"containerPort": 53, "protocol": "UDP", "name": "dns"},
                        ],
                    }
                ]
            },
            {
                "containers": [
                    {
                        "name": "a",
                        "ports": [
                            {"containerPort": 53, "protocol": "TCP"},
                            {"containerPort": 53, "protocol": "UDP", "name": "dns"},
                        ],
                    }
                ]
            },
            id="items of two keys",
        ),
        pytest.param(
            {"containers": [{"name": "a", "livenessProbe": {"httpGet": {"port": "http", "path": "/"}}}]},
            {"containers": [{"name": "a", "livenessProbe": {"httpGet": {"port": 15020, "path": "/"}}}]},
            {
                "containers": [
                    {"name": "a", "livenessProbe": {"httpGet": {"$patch": "replace", "port": 15020, "path": "/"}}}
                ]
            },
            id="a number for a string, which may have quotes",
        ),
        pytest.param(
            {"volumes": []}, {"volumes": named("a")}, {"volumes": named("a")}, id="all that an empty list gets"
        ),
    ],
)
def test_the_patch(old: Object, new: Object, patch: Object) -> None:
    assert strategic_patch(old, new, SPEC) == patch


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param({"containers": [{}]}, {"containers": named("a")}, id="an item without its key"),
        pytest.param({"containers": named("a", "a")}, {"containers": named("a")}, id="two of one key"),
        pytest.param({"containers": ["a"]}, {"containers": named("a")}, id="an item that is none"),
        pytest.param(
            {"containers": [{"name": "a", "ports": [{"containerPort": 1}, {"containerPort": 1, "protocol": "UDP"}]}]},
            {
                "containers": [{"name": "a", "ports": [{"containerPort": 1}, {"containerPort": 1, "protocol": "UDP"}]}],
                "hostname": "a",
            },
            id="a list that stays, in which only some have the second key",
        ),
        pytest.param(
            {"containers": [{"name": "a", "ports": [{"containerPort": 1, "protocol": "UDP"}]}]},
            {"containers": [{"name": "a", "ports": [{"containerPort": 1}]}]},
            id="the second key goes",
        ),
        pytest.param(
            {"topologySpreadConstraints": [{"topologyKey": key, "whenUnsatisfiable": "x"} for key in "ab"]},
            {"topologySpreadConstraints": [{"topologyKey": key, "whenUnsatisfiable": "x"} for key in "ba"]},
            id="items of two keys that move",
        ),
        pytest.param({"hostname": "1"}, {"hostname": 1}, id="a number for a string, where nothing can be replaced"),
    ],
)
def test_what_no_patch_can_express(old: Object, new: Object) -> None:
    with pytest.raises(NotExpressibleError):
        strategic_patch(old, new, SPEC)


# --- what Kustomize makes of it ---------------------------------------------------------------------------------

NAMES = st.sampled_from(["app", "web", "istio-proxy", "istio-init"])
TEXTS = st.sampled_from(["", "a", "b", "null", "1", "true", "~", "y", "a: b", "{}", "# c"])
MAPPINGS = st.dictionaries(st.sampled_from(["app", "x/y", "on"]), TEXTS, min_size=1, max_size=3)


def optional(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Object]:
    return st.fixed_dictionaries({}, optional=fields)


def keyed(key: str, keys: st.SearchStrategy[Any], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Object]]:
    """Return lists of items of which no two have the same key."""
    items = st.fixed_dictionaries({key: keys}, optional=fields)
    return st.lists(items, min_size=1, max_size=4, unique_by=lambda item: item[key])


ports = st.lists(
    st.fixed_dictionaries(
        {"containerPort": st.sampled_from([80, 15090])},
        optional={"protocol": st.sampled_from(["TCP", "UDP"]), "name": st.sampled_from(["http", "metrics"])},
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda item: (item["containerPort"], item.get("protocol", "TCP")),
)
containers = keyed(
    "name",
    NAMES,
    image=TEXTS,
    args=st.lists(TEXTS, min_size=1, max_size=3),
    env=keyed("name", st.sampled_from(["A", "B", "C"]), value=TEXTS),
    ports=ports,
    volumeMounts=keyed("mountPath", st.sampled_from(["/a", "/b", "/c"]), name=NAMES, readOnly=st.booleans()),
    securityContext=optional(runAsUser=st.integers(0, 2), capabilities=optional(drop=st.just(["ALL"]))),
    readinessProbe=optional(
        httpGet=st.fixed_dictionaries({"port": st.sampled_from([80, "http", "80"])}), periodSeconds=st.integers(1, 3)
    ),
)
pod_specs = st.fixed_dictionaries(
    {"containers": containers},
    optional={
        "initContainers": containers,
        "volumes": keyed(
            "name", NAMES, emptyDir=optional(medium=st.just("Memory")), secret=st.just({"secretName": "s"})
        ),
        "imagePullSecrets": keyed("name", NAMES),
        "hostAliases": keyed(
            "ip", st.sampled_from(["10.0.0.1", "10.0.0.2"]), hostnames=st.lists(NAMES, min_size=1, max_size=2)
        ),
        "tolerations": st.lists(st.fixed_dictionaries({"key": TEXTS}), min_size=1, max_size=2),
        "topologySpreadConstraints": keyed(
            "topologyKey", st.sampled_from(["zone", "node"]), maxSkew=st.integers(1, 2), whenUnsatisfiable=st.just("x")
        ),
        "securityContext": optional(fsGroup=st.integers(0, 2), supplementalGroups=st.just([1])),
        "nodeSelector": MAPPINGS,
        "hostNetwork": st.booleans(),
    },
)
templates = st.fixed_dictionaries(
    {"spec": pod_specs}, optional={"metadata": optional(labels=MAPPINGS, annotations=MAPPINGS)}
)


def workload(kind: str, index: int, namespace: str, template: Object) -> Object:
    """Return a Deployment, or a bare Pod, of a template."""
    metadata = {"name": f"w{index}", "namespace": namespace}
    if kind == "Pod":
        own = template.get("metadata", {})
        return {"apiVersion": "v1", "kind": "Pod", "metadata": {**metadata, **own}, "spec": template["spec"]}
    return {"apiVersion": "apps/v1", "kind": kind, "metadata": metadata, "spec": {"template": template}}


changes = st.tuples(st.sampled_from(["Deployment", "Pod"]), templates, templates)


@pytest.mark.real
# Each example is a process: making a failing one small would take minutes.
@settings(max_examples=30, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(changed=st.lists(changes, min_size=1, max_size=6))
def test_kustomize_makes_the_new_objects_of_the_old_ones(changed: Sequence[tuple[str, Object, Object]]) -> None:
    """Build old workloads with patches, and new ones beside them in another namespace, by one Kustomize."""
    old = [workload(kind, index, "patched", before) for index, (kind, before, _) in enumerate(changed)]
    new = [workload(kind, index, "patched", after) for index, (kind, _, after) in enumerate(changed)]
    wanted = [workload(kind, index, "wanted", after) for index, (kind, _, after) in enumerate(changed)]
    patches = [workload_patch(before, after, PatchType.AUTO) for before, after in zip(old, new, strict=True)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, objects in (("app.yaml", old), ("wanted.yaml", wanted)):
            (folder / file).write_text("\n---\n".join(map(json.dumps, objects)))
        for patch in patches:
            (folder / patch.file).write_text(patch.text)
        kustomization = {**yaml.safe_load(component(patches)), "resources": ["app.yaml", "wanted.yaml"]}
        (folder / "kustomization.yaml").write_text(
            json.dumps({**kustomization, "kind": "Kustomization", "apiVersion": "kustomize.config.k8s.io/v1beta1"})
        )
        built = by_identity(kustomize_build(folder))
    for (kind, namespace, name), value in built.items():
        if namespace == "patched":
            expected = built[kind, "wanted", name]
            assert value == {**expected, "metadata": {**expected["metadata"], "namespace": "patched"}}
