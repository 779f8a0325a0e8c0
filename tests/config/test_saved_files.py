"""A configuration from what people save of a cluster: known by what is in the files, not by their names."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from kubectl_inject.config.captured import CapturedConfig
from kubectl_inject.config.injection_config import ConfigError
from kubectl_inject.config.saved_files import from_documents, read_captured_file, read_saved, was_edited
from kubectl_inject.config.saved_part import INJECT, MESH, VALUES, saved_part
from kubectl_inject.errors import InjectionError
from kubectl_inject.istio.releases import NEWEST_KNOWN
from kubectl_inject.manifests.output.writing import write_yaml

INJECT_CONFIG = {"templates": {"sidecar": "spec:\n  containers: []\n"}, "policy": "enabled"}
CHART_VALUES: dict[str, Any] = {
    "global": {"hub": "docker.io/istio", "platform": "openshift"},
    "pilot": {"env": {"ENABLE_NATIVE_SIDECARS": "false", "COMPLIANCE_POLICY": "fips-140-3"}},
}
MESH_CONFIG = {"trustDomain": "cluster.local", "defaultConfig": {"concurrency": 2}}
ISTIO_REVISION = "istio.io/rev"


def config_map(name: str, data: Mapping[str, str], revision: str = "default") -> dict[str, Any]:
    """Return a ConfigMap as ``kubectl get -o yaml`` prints it."""
    metadata = {
        "creationTimestamp": "2026-11-02T10:00:00Z",
        "labels": {ISTIO_REVISION: revision, "release": "istio"},
        "name": name,
        "namespace": "istio-system",
        "resourceVersion": "4711",
    }
    return {"apiVersion": "v1", "data": dict(data), "kind": "ConfigMap", "metadata": metadata}


def injector_map(revision: str = "default", hub: str = "docker.io/istio") -> dict[str, Any]:
    values = {**CHART_VALUES, "global": {**CHART_VALUES["global"], "hub": hub}}
    data = {"config": yaml.safe_dump(INJECT_CONFIG), "values": json.dumps(values)}
    return config_map("istio-sidecar-injector", data, revision)


def mesh_map(revision: str = "default") -> dict[str, Any]:
    return config_map("istio", {"mesh": yaml.safe_dump(MESH_CONFIG), "meshNetworks": "networks: {}"}, revision)


def webhooks(revision: str = "default", tag: str = "") -> dict[str, Any]:
    labels = {ISTIO_REVISION: revision, **({"istio.io/tag": tag} if tag else {})}
    name = f"namespace.{tag}.sidecar-injector.istio.io" if tag else "namespace.sidecar-injector.istio.io"
    return {
        "apiVersion": "admissionregistration.k8s.io/v1",
        "kind": "MutatingWebhookConfiguration",
        "metadata": {"name": f"injector-{revision}", "labels": labels},
        "webhooks": [{"name": name}],
    }


def items(*objects: Any, kind: str = "List") -> dict[str, Any]:
    return {"apiVersion": "v1", "kind": kind, "items": list(objects), "metadata": {"resourceVersion": ""}}


SAVED = CapturedConfig(
    INJECT_CONFIG,
    CHART_VALUES,
    MESH_CONFIG,
    revision="default",
    native_sidecars=False,
    platform="openshift",
    compliance_policy="fips-140-3",
)
Write = Callable[[str, str], Path]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"a.yaml": [injector_map()], "b.yaml": [mesh_map()]}, id="two files"),
        pytest.param({"both.yaml": [mesh_map(), injector_map()]}, id="two documents in one file"),
        pytest.param({"list.yaml": [items(injector_map(), mesh_map())]}, id="List"),
        pytest.param({"list.yaml": [items(injector_map(), mesh_map(), kind="ConfigMapList")]}, id="list of its kind"),
        pytest.param({"list.json": [items(injector_map(), mesh_map())]}, id="JSON"),
    ],
)
def test_config_maps_as_kubectl_saves_them(files: dict[str, list[Any]], write_file: Write, tmp_path: Path) -> None:
    for name, documents in files.items():
        written = json.dumps(documents[0]) if name.endswith(".json") else yaml.safe_dump_all(documents)
        write_file(name, written)
    assert read_saved([str(tmp_path)]) == SAVED
    assert read_saved([str(tmp_path / name) for name in files]) == SAVED


def test_the_three_texts_in_a_folder(write_file: Write, tmp_path: Path) -> None:
    write_file("1.yaml", yaml.safe_dump(MESH_CONFIG))
    write_file("2.json", json.dumps(CHART_VALUES))
    write_file("3.yml", yaml.safe_dump(INJECT_CONFIG))
    write_file("README.md", "Not a part of it.")
    found = read_saved([str(tmp_path)])
    assert (found.inject, found.values, found.mesh) == (INJECT_CONFIG, CHART_VALUES, MESH_CONFIG)
    assert found.revision == ""


@pytest.mark.parametrize(
    ("value", "part"),
    [
        pytest.param({"template": "spec: {}"}, INJECT, id="template of old versions"),
        pytest.param({"policy": "enabled"}, INJECT, id="policy"),
        pytest.param({"sidecarInjectorWebhook": {}, "revision": ""}, VALUES, id="values"),
        pytest.param({"defaultConfig": {}, "root_namespace": "istio"}, MESH, id="mesh config by either spelling"),
    ],
)
def test_a_text_is_known_by_its_fields(value: dict[str, Any], part: str) -> None:
    with pytest.raises(ConfigError, match=f"found: {part} in a.yaml"):
        from_documents([("a.yaml", value)])


# --- revisions --------------------------------------------------------------------------------------------------

TWO_REVISIONS = [
    ("old.yaml", items(injector_map("1-30", "hub.old"), mesh_map("1-30"), webhooks("1-30"))),
    ("new.yaml", items(injector_map("1-31", "hub.new"), mesh_map("1-31"))),
    ("new.yaml", items(webhooks("1-31"), webhooks("1-31", "prod"), kind="MutatingWebhookConfigurationList")),
]


@pytest.mark.parametrize(
    ("requested", "revision", "hub", "tags"),
    [
        pytest.param("1-30", "1-30", "hub.old", (), id="one"),
        pytest.param("1-31", "1-31", "hub.new", ("prod",), id="the other"),
        pytest.param("prod", "1-31", "hub.new", ("prod",), id="by its tag"),
    ],
)
def test_a_revision_among_others(requested: str, revision: str, hub: str, tags: tuple[str, ...]) -> None:
    found = from_documents(TWO_REVISIONS, requested)
    assert (found.revision, found.values["global"]["hub"], found.tags) == (revision, hub, tags)
    assert {webhook.configuration for webhook in found.webhooks} == {f"injector-{revision}"}


def test_parts_of_no_revision_go_with_any() -> None:
    found = from_documents([("a", INJECT_CONFIG), ("b", CHART_VALUES), ("c", MESH_CONFIG)], "canary")
    assert found.revision == "canary"


@pytest.mark.parametrize(
    ("requested", "expected"),
    [
        (
            "",
            (
                "two of inject config: in old.yaml and in new.yaml, of the revisions 1-30 and 1-31; "
                "--revision says which"
            ),
        ),
        ("1-29", "no revision '1-29'; there are: 1-30, 1-31. --revision says which"),
    ],
)
def test_no_revision_is_guessed(requested: str, expected: str) -> None:
    with pytest.raises(ConfigError) as refused:
        from_documents(TWO_REVISIONS, requested)
    assert str(refused.value) == expected


# --- captured files ---------------------------------------------------------------------------------------------


def test_a_captured_file_beside_webhooks_is_the_configuration() -> None:
    assert from_documents([("a.yaml", SAVED.document()), ("b.yaml", webhooks())]) == SAVED


def test_a_captured_file_is_read_with_what_it_says(write_file: Write) -> None:
    file = write_file("mesh.yaml", write_yaml(SAVED.document()))
    assert read_captured_file(str(file)) == (SAVED.document(), SAVED)


@pytest.mark.parametrize(
    ("change", "edited"),
    [
        pytest.param({}, False, id="as it was"),
        pytest.param({"platform": ""}, True, id="a value"),
        pytest.param({"digest": None}, True, id="no digest"),
    ],
)
def test_edits_are_seen(change: dict[str, Any], edited: bool) -> None:
    assert was_edited({**SAVED.document(), **change}) is edited


@pytest.mark.parametrize(
    "documents",
    [
        pytest.param([injector_map()], id="another kind"),
        pytest.param([SAVED.document(), SAVED.document()], id="two documents"),
        pytest.param([["a"]], id="no mapping"),
    ],
)
def test_only_a_captured_file_is_taken_for_one(documents: list[Any], write_file: Write) -> None:
    file = write_file("mesh.yaml", yaml.safe_dump_all(documents))
    with pytest.raises(ConfigError, match=r"mesh\.yaml: expected one document of kind InjectionConfig"):
        read_captured_file(str(file))


# --- what is no configuration -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        pytest.param(
            [injector_map()],
            (
                "a configuration has three parts; missing: mesh config (key 'mesh'); "
                "found: inject config in a.yaml, values in a.yaml"
            ),
            id="a part is missing",
        ),
        pytest.param([webhooks()], "missing: inject config (key 'config'), values (key 'values')", id="webhooks alone"),
        pytest.param([injector_map(), mesh_map(), mesh_map()], "two of mesh config: in a.yaml and in a.yaml", id="two"),
        pytest.param([SAVED.document(), mesh_map()], "more than one configuration: a.yaml", id="captured and saved"),
        pytest.param([SAVED.document()] * 2, "more than one configuration: a.yaml. Name one", id="captured twice"),
        pytest.param(
            [{"apiVersion": "v1", "kind": "Pod", "spec": {}}],
            "a.yaml: expected a file of kind InjectionConfig",
            id="Pod",
        ),
        pytest.param([{"kind": ["Pod"]}], "found a mapping with none of their fields", id="kind is a list"),
        pytest.param(
            [{"trustDomain": "a", "trust": "b"}], "found a mapping with none", id="no field of the mesh config"
        ),
        pytest.param(["text"], "a.yaml: expected a mapping, found the string 'text'", id="text"),
        pytest.param([items("text")], "a.yaml: expected a mapping, found the string 'text'", id="text in a List"),
        pytest.param(
            [config_map("kube-root-ca.crt", {"ca.crt": "x"})],
            "a.yaml: ConfigMap kube-root-ca.crt: none of the keys config, values, mesh",
            id="another ConfigMap",
        ),
        pytest.param([{"kind": "ConfigMap"}], "none of the keys config", id="ConfigMap without data"),
        pytest.param([{"kind": "ConfigMap", "data": ["config"]}], "a.yaml: data: expected a mapping", id="data"),
        pytest.param([{"kind": "ConfigMap", "data": {"mesh": {}}}], "data[mesh]: expected a string", id="not a text"),
        pytest.param(
            [config_map("istio", {"mesh": "- a"})], "a.yaml: mesh: expected a mapping, found a list", id="mesh"
        ),
        pytest.param([config_map("istio", {"mesh": ""})], "a.yaml: mesh: empty", id="empty"),
        pytest.param([{"kind": "ConfigMap", "metadata": "x"}], "a.yaml: metadata: expected a mapping", id="metadata"),
        pytest.param(
            [{"kind": "ConfigMap", "metadata": {"labels": ["a"]}}], "a.yaml: metadata.labels: expected a", id="labels"
        ),
        pytest.param([config_map("istio", {"mesh": "{"})], "a.yaml: mesh:2:1: document 1: did not find", id="no YAML"),
    ],
)
def test_refused(documents: list[Any], expected: str) -> None:
    with pytest.raises(InjectionError) as refused:
        from_documents([("a.yaml", document) for document in documents])
    assert expected in str(refused.value)


# --- one part ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "part", "expected"),
    [
        pytest.param(injector_map(), INJECT, INJECT_CONFIG, id="inject config of a ConfigMap"),
        pytest.param(injector_map(), VALUES, CHART_VALUES, id="values of a ConfigMap"),
        pytest.param(mesh_map(), MESH, MESH_CONFIG, id="mesh config of a ConfigMap"),
        pytest.param(MESH_CONFIG, MESH, MESH_CONFIG, id="the text itself"),
    ],
)
def test_part(value: dict[str, Any], part: str, expected: dict[str, Any]) -> None:
    assert saved_part(value, part, "a.yaml") == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (injector_map(), "a.yaml: the ConfigMap has no key 'mesh'; found config, values"),
        ({"kind": "ConfigMap"}, "a.yaml: the ConfigMap has no key 'mesh'; found none"),
    ],
)
def test_another_config_map_than_the_part_is_in(value: dict[str, Any], expected: str) -> None:
    with pytest.raises(ConfigError) as refused:
        saved_part(value, MESH, "a.yaml")
    assert str(refused.value) == expected


@pytest.mark.parametrize(
    ("labels", "tag", "release"),
    [
        pytest.param({}, "", None, id="nothing"),
        pytest.param({}, "1.29.6-distroless", "1.29.6", id="the images' tag"),
        pytest.param({"app.kubernetes.io/version": "1.30.3"}, "1.29.6", "1.30.3", id="a label before it"),
        pytest.param({"helm.sh/chart": "istiod-1.28.10"}, "latest", "1.28.10", id="the chart"),
        pytest.param(
            {"app.kubernetes.io/version": "1.0.0", "helm.sh/chart": "istiod-1.0.0"},
            "1.31.1",
            "1.31.1",
            id="from source",
        ),
    ],
)
def test_the_release_that_a_config_map_names(labels: dict[str, str], tag: str, release: str | None) -> None:
    injector = injector_map()
    injector["metadata"]["labels"] |= labels
    values = json.loads(injector["data"]["values"])
    injector["data"]["values"] = json.dumps({**values, "global": {**values["global"], "tag": tag}})
    found = from_documents([("a", injector), ("b", mesh_map())])
    assert (str(found.release) if found.release else None) == release
    again = from_documents([("c", found.document())])
    assert again == found
    assert again.injection_config().release == (found.release or NEWEST_KNOWN)
