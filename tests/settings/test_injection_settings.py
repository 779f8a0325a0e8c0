"""Settings: how they lie over each other, and how they are read from files and texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from kubectl_inject.config.injection_config import ConfigError
from kubectl_inject.settings.injection_settings import InjectionSettings, read_settings, settings_from_texts

Given = InjectionSettings


# --- laid over each other ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base", "over", "expected"),
    [
        pytest.param(Given(platform="openshift"), Given(), Given(platform="openshift"), id="nothing is given"),
        pytest.param(Given(namespace="a"), Given(namespace="b"), Given(namespace="b"), id="what is given replaces"),
        pytest.param(
            Given(native_sidecars=True),
            Given(native_sidecars=False),
            Given(native_sidecars=False),
            id="a switch is off",
        ),
        pytest.param(
            Given(namespace_files=("a",)),
            Given(namespace_files=("b",)),
            Given(namespace_files=("b",)),
            id="files replace",
        ),
        pytest.param(
            Given(revision_tags={"a": "1"}),
            Given(revision_tags={"b": "2"}),
            Given(revision_tags={"b": "2"}),
            id="pairs replace",
        ),
        pytest.param(
            Given(values=("a",), set_values=("x=1",)),
            Given(values=("b",), set_values=("x=2",)),
            Given(values=("a", "b"), set_values=("x=1", "x=2")),
            id="values come after",
        ),
        pytest.param(
            Given(istio_version="1.30", values=("a",)),
            Given(istio_version="1.31"),
            Given(istio_version="1.31", values=("a",)),
            id="another version of the built-in one",
        ),
        pytest.param(Given(config=("a",)), Given(config=("b",)), Given(config=("b",)), id="another configuration"),
        pytest.param(
            Given(config=("a",), injection="auto"),
            Given(inject_config_file="b"),
            Given(inject_config_file="b", injection="auto"),
            id="a part's file names another configuration",
        ),
        pytest.param(
            Given(inject_config_file="a", values_file="b", mesh_config_file="c"),
            Given(values_file="d"),
            Given(values_file="d"),
            id="parts are not mixed",
        ),
        pytest.param(Given(config=("a",)), Given(from_cluster=True), Given(from_cluster=True), id="the cluster"),
        pytest.param(
            Given(istio_version="1.30", profile="cni", values=("a",), set_values=("b=c",), mesh_config="d"),
            Given(config=("e",)),
            Given(config=("e",)),
            id="a configuration replaces the built-in one",
        ),
        pytest.param(
            Given(config=("a",)),
            Given(istio_version="1.31"),
            Given(config=("a",), istio_version="1.31"),
            id="a version is for files too",
        ),
        pytest.param(
            Given(inject_config_file="a", mesh_config_file="b"),
            Given(profile="cni"),
            Given(profile="cni"),
            id="a profile replaces files",
        ),
        pytest.param(
            Given(config=("a",)),
            Given(set_values=("b=c",)),
            Given(config=("a",), set_values=("b=c",)),
            id="values alone replace nothing",
        ),
    ],
)
def test_overlay(base: InjectionSettings, over: InjectionSettings, expected: InjectionSettings) -> None:
    assert base.overlaid_by(over) == expected


# --- from files -------------------------------------------------------------------------------------------------

FOLDER = Path("/repository")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, Given(), id="nothing"),
        pytest.param({"profile": None, "config": None}, Given(), id="null says nothing"),
        pytest.param({"config": "mesh.yaml"}, Given(config=("/repository/mesh.yaml",)), id="a file from the folder"),
        pytest.param(
            {"config": ["a", "/repository/b"]},
            Given(config=("/repository/a", "/repository/b")),
            id="files, one with its whole path",
        ),
        pytest.param(
            {"config": {"kind": "InjectionConfig"}}, Given(config=({"kind": "InjectionConfig"},)), id="inline"
        ),
        pytest.param(
            {"values": [{"global": {}}, "v.yaml"]}, Given(values=({"global": {}}, "/repository/v.yaml")), id="both"
        ),
        pytest.param({"meshConfig": {"trustDomain": "a"}}, Given(mesh_config={"trustDomain": "a"}), id="mesh config"),
        pytest.param(
            {"injectConfigFile": "a", "valuesFile": "b", "meshConfigFile": "c"},
            Given(inject_config_file="/repository/a", values_file="/repository/b", mesh_config_file="/repository/c"),
            id="files of the parts",
        ),
        pytest.param({"set": "a=b"}, Given(set_values=("a=b",)), id="one for a list"),
        pytest.param({"istioVersion": "1.30.3"}, Given(istio_version="1.30.3"), id="version"),
        pytest.param({"istioVersion": 1.31}, Given(istio_version="1.31"), id="version as a number"),
        pytest.param({"istioVersion": 1.30}, Given(istio_version="1.30"), id="version as a number that ends with zero"),
        pytest.param({"nativeSidecars": False}, Given(native_sidecars=False), id="switch"),
        pytest.param(
            {"injection": "auto", "platform": "openshift"}, Given(injection="auto", platform="openshift"), id="choices"
        ),
        pytest.param(
            {"namespaceLabels": {"istio-injection": "enabled"}, "revisionTags": {"prod": "1-31"}},
            Given(namespace_labels={"istio-injection": "enabled"}, revision_tags={"prod": "1-31"}),
            id="pairs",
        ),
        pytest.param({"namespaceFiles": ["n.yaml"]}, Given(namespace_files=("/repository/n.yaml",)), id="namespaces"),
    ],
)
def test_read(given: dict[str, Any], expected: InjectionSettings) -> None:
    assert read_settings(given, "settings", FOLDER) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            {"istioversion": ""}, "settings: unknown field 'istioversion'; did you mean 'istioVersion'?", id="1"
        ),
        pytest.param({"context": "prod"}, "settings: unknown field 'context'", id="nothing that asks a cluster"),
        pytest.param({"fromCluster": True}, "settings: unknown field 'fromCluster'", id="nor asks for it"),
        pytest.param({"profile": 1}, "settings: profile: expected a string, found the number 1", id="number"),
        pytest.param({"profile": ""}, "settings: profile: expected a string, found the string ''", id="empty"),
        pytest.param({"istioVersion": True}, "settings: istioVersion: expected a string, found true", id="true"),
        pytest.param(
            {"config": 1}, "settings: config: expected a string or a mapping, found the number 1", id="config"
        ),
        pytest.param({"values": [["a"]]}, "values: expected a string or a mapping, found a list", id="list in a list"),
        pytest.param(
            {"valuesFile": {}}, "settings: valuesFile: expected a string, found a mapping", id="no inline part"
        ),
        pytest.param({"set": [1]}, "settings: set: expected a string, found the number 1", id="item"),
        pytest.param({"nativeSidecars": "true"}, "nativeSidecars: expected true or false, found the string", id="text"),
        pytest.param({"platform": "aws"}, "settings: platform: expected openshift, found 'aws'", id="platform"),
        pytest.param({"injection": "never"}, "injection: expected manual or auto, found 'never'", id="injection"),
        pytest.param(
            {"namespaceLabels": "a=b"}, "namespaceLabels: expected a mapping of names to strings", id="labels"
        ),
        pytest.param({"revisionTags": {"a": 1}}, "revisionTags: expected a mapping of names to strings", id="pairs"),
        pytest.param(
            {"config": "https://example.com/mesh.yaml"}, "config: expected a file or a folder, found 'https:", id="URL"
        ),
        pytest.param({"values": ["-"]}, "values: expected a file or a folder, found '-'", id="standard input"),
        pytest.param({"namespaceFiles": "-"}, "namespaceFiles: expected a file or a folder", id="namespaces"),
    ],
)
def test_refused(given: dict[str, Any], expected: str) -> None:
    with pytest.raises(ConfigError) as refused:
        read_settings(given, "settings", FOLDER)
    assert expected in str(refused.value)


@pytest.mark.parametrize("name", ["config", "values", "meshConfig", "injectConfigFile", "namespaceFiles"])
def test_no_files_without_a_folder(name: str) -> None:
    with pytest.raises(ConfigError, match=f"settings: {name}: expected the configuration itself, found the name"):
        read_settings({name: "/etc/passwd"}, "settings")


# --- from flags and environment variables -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"profile": None, "config": [], "platform": ""}, Given(), id="nothing"),
        pytest.param({"profile": "cni", "config": ["a", "-"]}, Given(profile="cni", config=("a", "-")), id="texts"),
        pytest.param({"profile": ["cni", "openshift"]}, Given(profile="openshift"), id="the last of several counts"),
        pytest.param({"native_sidecars": False}, Given(native_sidecars=False), id="flag"),
        pytest.param({"native_sidecars": "true"}, Given(native_sidecars=True), id="switch in words"),
        pytest.param(
            {"revision_tags": ["a=1,b=2", "c=3"], "namespace_labels": "a="},
            Given(revision_tags={"a": "1", "b": "2", "c": "3"}, namespace_labels={"a": ""}),
            id="pairs",
        ),
    ],
)
def test_texts(given: dict[str, str | Sequence[str] | bool | None], expected: InjectionSettings) -> None:
    assert settings_from_texts(given, lambda setting: setting.flag) == expected


def test_files_in_texts_are_taken_from_a_folder() -> None:
    given = {"config": ["a"], "values_file": "b", "profile": "c"}
    assert settings_from_texts(given, lambda setting: setting.key, FOLDER) == Given(
        config=("/repository/a",), values_file="/repository/b", profile="c"
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"platform": "aws"}, "--platform: expected openshift, found 'aws'"),
        ({"native_sidecars": "yes"}, "--native-sidecars: expected true or false, found 'yes'"),
        ({"revision_tags": "prod"}, "--revision-tag: expected KEY=VALUE, found 'prod'"),
        ({"namespace_labels": "=b"}, "--namespace-labels: expected KEY=VALUE, found ''"),
    ],
)
def test_refused_texts(given: dict[str, str], expected: str) -> None:
    with pytest.raises(ConfigError) as refused:
        settings_from_texts(given, lambda setting: setting.flag)
    assert str(refused.value) == expected
