"""The functionConfig: what is read from it, and what its schema says of it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kubectl_inject.config.injection_config import ConfigError
from kubectl_inject.errors import InjectionError
from kubectl_inject.settings.injection_settings import OBJECT_FIELDS, InjectionSettings
from kustomize_plugin.function_config import FunctionConfig, read_function_config
from kustomize_plugin.schema import function_config_schema
from kustomize_plugin.targets import Target
from tests.conftest import ROOT

FOLDER = Path("/package")
Given = InjectionSettings


def sidecar_injector(**spec: Any) -> dict[str, Any]:
    metadata = {"name": "sidecars"}
    return {"apiVersion": "kubectl-inject/v1alpha1", "kind": "SidecarInjector", "metadata": metadata, "spec": spec}


def config_map(**data: Any) -> dict[str, Any]:
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "sidecars"}, "data": data}


# --- a SidecarInjector ------------------------------------------------------------------------------------------

WHOLE: dict[str, Any] = {
    "config": ["mesh.yaml", {"kind": "InjectionConfig"}],
    "injectConfigFile": "inject-config.yaml",
    "valuesFile": "values.json",
    "meshConfigFile": "mesh-config.yaml",
    "istioVersion": "1.31",
    "profile": "cni",
    "values": {"global": {"hub": "hub"}},
    "set": ["a=b", "c=d"],
    "meshConfig": {"trustDomain": "td"},
    "revision": "1-31",
    "revisionTags": {"prod": "1-31"},
    "nativeSidecars": False,
    "platform": "openshift",
    "compliancePolicy": "fips-140-3",
    "injection": "auto",
    "hooks": "skip",
    "workloadKinds": "builtin",
    "workloadKind": ["Game.example.com=spec.game"],
    "namespace": "shop",
    "namespaceFiles": "namespaces.yaml",
    "namespaceLabels": {"istio-injection": "enabled"},
    "ignore": ["user-1337"],
    "verifyEdits": "all",
}
"""A value for each setting; together they would not do."""


def test_every_setting_is_a_field() -> None:
    requested = read_function_config(sidecar_injector(**WHOLE), FOLDER)
    assert set(WHOLE) == {setting.key for setting in OBJECT_FIELDS}
    assert requested.settings == Given(
        config=("/package/mesh.yaml", {"kind": "InjectionConfig"}),
        inject_config_file="/package/inject-config.yaml",
        values_file="/package/values.json",
        mesh_config_file="/package/mesh-config.yaml",
        istio_version="1.31",
        profile="cni",
        values=({"global": {"hub": "hub"}},),
        set_values=("a=b", "c=d"),
        mesh_config={"trustDomain": "td"},
        revision="1-31",
        revision_tags={"prod": "1-31"},
        native_sidecars=False,
        platform="openshift",
        compliance_policy="fips-140-3",
        injection="auto",
        hooks="skip",
        workload_kinds="builtin",
        own_workload_kinds=("Game.example.com=spec.game",),
        namespace="shop",
        namespace_files=("/package/namespaces.yaml",),
        namespace_labels={"istio-injection": "enabled"},
        ignore=("user-1337",),
        verify_edits="all",
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(None, FunctionConfig(), id="none"),
        pytest.param({"apiVersion": "kubectl-inject/v1alpha1", "kind": "SidecarInjector"}, FunctionConfig(), id="bare"),
        pytest.param(sidecar_injector(), FunctionConfig(), id="empty"),
        pytest.param(sidecar_injector() | {"spec": None}, FunctionConfig(), id="null"),
        pytest.param(sidecar_injector(restore=True), FunctionConfig(restore=True), id="restore"),
        pytest.param(
            sidecar_injector(targets=[{"kind": "Deployment", "name": "web-*"}]),
            FunctionConfig(targets=(Target(kind="Deployment", name="web-*"),)),
            id="targets",
        ),
        pytest.param(
            sidecar_injector(istioVersion=1.30), FunctionConfig(Given(istio_version="1.30")), id="version as a number"
        ),
    ],
)
def test_a_sidecar_injector(given: Any, expected: FunctionConfig) -> None:
    assert read_function_config(given, FOLDER) == expected


REFUSED = [
    pytest.param([], "functionConfig: expected a mapping, found a list", id="no mapping"),
    pytest.param(
        sidecar_injector() | {"apiVersion": "kubectl-inject/v1"},
        "functionConfig: expected apiVersion kubectl-inject/v1alpha1 and kind SidecarInjector, or a ConfigMap; found "
        "the string 'kubectl-inject/v1' and the string 'SidecarInjector'",
        id="another version",
    ),
    pytest.param(
        {"spec": {}},
        "functionConfig: expected apiVersion kubectl-inject/v1alpha1 and kind SidecarInjector, or a ConfigMap; found "
        "nothing and nothing",
        id="no kind",
    ),
    pytest.param(
        sidecar_injector() | {"spec": []}, "functionConfig: spec: expected a mapping, found a list", id="spec"
    ),
    pytest.param(
        sidecar_injector(istioversion="1.31"),
        "functionConfig: spec: unknown field 'istioversion'; did you mean 'istioVersion'?",
        id="unknown field",
    ),
    pytest.param(
        sidecar_injector(target=[]),
        "functionConfig: spec: unknown field 'target'; did you mean 'targets'?",
        id="nearly targets",
    ),
    pytest.param(
        sidecar_injector(fromCluster=True), "functionConfig: spec: unknown field 'fromCluster'; there are: ", id="far"
    ),
    pytest.param(
        sidecar_injector(nativeSidecars="true"),
        "functionConfig: spec: nativeSidecars: expected true or false, found the string 'true'",
        id="switch",
    ),
    pytest.param(
        sidecar_injector(restore="yes"),
        "functionConfig: spec: restore: expected true or false, found the string 'yes'",
        id="restore",
    ),
    pytest.param(
        sidecar_injector(injection="always"),
        "functionConfig: spec: injection: expected manual or auto, found 'always'",
        id="choice",
    ),
    pytest.param(
        sidecar_injector(namespaceLabels={"a": 1}),
        "functionConfig: spec: namespaceLabels: expected a mapping of names to strings, found a mapping",
        id="pairs",
    ),
    pytest.param(
        sidecar_injector(set=[1]), "functionConfig: spec: set: expected a string, found the number 1", id="item"
    ),
    pytest.param(
        sidecar_injector(config=[[]]),
        "functionConfig: spec: config: expected a string or a mapping, found a list",
        id="file or mapping",
    ),
    pytest.param(
        sidecar_injector(targets={}),
        "functionConfig: spec: targets: expected a list of targets, found a mapping",
        id="targets",
    ),
    pytest.param(
        sidecar_injector(targets=[{}, {"kinds": "Pod"}]),
        "functionConfig: spec: targets[1]: unknown field 'kinds'; did you mean 'kind'?",
        id="unknown field of a target",
    ),
    pytest.param(
        sidecar_injector(targets=["Pod"]),
        "functionConfig: spec: targets[0]: expected a mapping, found the string 'Pod'",
        id="target",
    ),
    pytest.param(
        sidecar_injector(targets=[{"name": 1}]),
        "functionConfig: spec: targets[0].name: expected a string, found the number 1",
        id="pattern",
    ),
    pytest.param(
        sidecar_injector(targets=[{"labelSelector": {"match": {}}}]),
        "functionConfig: spec: targets[0].labelSelector: unknown field 'match'; did you mean 'matchLabels'?",
        id="selector",
    ),
]
"""What is wrong, and how the message begins."""


@pytest.mark.parametrize(("given", "message"), REFUSED)
def test_a_wrong_sidecar_injector(given: Any, message: str) -> None:
    with pytest.raises(InjectionError, match=rf"\A{re.escape(message)}"):
        read_function_config(given, FOLDER)


@pytest.mark.parametrize("name", ["https://example.com/mesh.yaml", "-"])
def test_nothing_but_files_is_read(name: str) -> None:
    with pytest.raises(ConfigError, match="config: expected a file or a folder"):
        read_function_config(sidecar_injector(config=name), FOLDER)


# --- a ConfigMap ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "settings"),
    [
        pytest.param({}, Given(), id="empty"),
        pytest.param({"profile": ""}, Given(), id="an empty text says nothing"),
        pytest.param(
            {"istioVersion": "1.31\n", "namespace": "shop"}, Given(istio_version="1.31", namespace="shop"), id="texts"
        ),
        pytest.param({"nativeSidecars": "false"}, Given(native_sidecars=False), id="switch"),
        pytest.param({"set": "a=b\nc=d e\n"}, Given(set_values=("a=b", "c=d e")), id="items by lines"),
        pytest.param(
            {"namespaceLabels": "istio-injection=enabled,a=b"},
            Given(namespace_labels={"istio-injection": "enabled", "a": "b"}),
            id="pairs",
        ),
        pytest.param({"valuesFile": "v.json"}, Given(values_file="/package/v.json"), id="file"),
        pytest.param({"config": "a.yaml"}, Given(config=("/package/a.yaml",)), id="a file for a list"),
        pytest.param(
            {"config": "a.yaml\nmy b.yaml\n"}, Given(config=("/package/a.yaml", "/package/my b.yaml")), id="files"
        ),
        pytest.param({"values": "global: {hub: h}"}, Given(values=({"global": {"hub": "h"}},)), id="inline in a line"),
        pytest.param({"values": '{"a":1}'}, Given(values=({"a": 1},)), id="inline JSON"),
        pytest.param(
            {"meshConfig": "trustDomain: td\nrootNamespace: r\n"},
            Given(mesh_config={"trustDomain": "td", "rootNamespace": "r"}),
            id="inline",
        ),
    ],
)
def test_a_config_map(data: dict[str, str], settings: InjectionSettings) -> None:
    assert read_function_config(config_map(**data), FOLDER) == FunctionConfig(settings)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        pytest.param(config_map() | {"data": "x"}, "data: expected a mapping, found the string 'x'", id="data"),
        pytest.param(
            config_map(istioVersion=1.31), "data: istioVersion: expected a string, found the number 1.31", id="number"
        ),
        pytest.param(
            config_map(istiover="1"), "data: unknown field 'istiover'; did you mean 'istioVersion'?", id="unknown"
        ),
        pytest.param(
            config_map(targets="[]"), "data: unknown field 'targets'; there are: ", id="only a SidecarInjector's"
        ),
        pytest.param(
            config_map(nativeSidecars="yes"), "data: nativeSidecars: expected true or false, found 'yes'", id="switch"
        ),
        pytest.param(config_map(namespaceLabels="a"), "data: namespaceLabels: expected KEY=VALUE", id="pairs"),
        pytest.param(config_map(values="a: {"), "data: values", id="broken YAML"),
        pytest.param(
            config_map(values="- a\n- b"),
            "data: values: expected names of files, or a mapping, found a list",
            id="neither names nor a mapping",
        ),
    ],
)
def test_a_wrong_config_map(given: dict[str, Any], message: str) -> None:
    with pytest.raises(InjectionError, match=rf"\AfunctionConfig: {re.escape(message)}"):
        read_function_config(given, FOLDER)


# --- the schema -------------------------------------------------------------------------------------------------

SCHEMA = ROOT / "docs" / "sidecar-injector.schema.json"


def test_the_schema_in_the_docs_is_that_of_the_code() -> None:
    assert json.loads(SCHEMA.read_text()) == function_config_schema()
    Draft202012Validator.check_schema(function_config_schema())


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(sidecar_injector(**WHOLE), id="whole"),
        pytest.param(sidecar_injector(restore=True, istioVersion=1.31), id="others"),
        pytest.param(
            sidecar_injector(
                targets=[
                    {},
                    {"group": "apps", "version": "v1", "kind": "Deployment", "name": "*", "namespace": "shop"},
                    {"labelSelector": "app=web,tier=front"},
                    {"annotationSelector": {"matchExpressions": [{"key": "a", "operator": "Exists"}]}},
                ]
            ),
            id="targets",
        ),
    ],
)
def test_the_schema_takes_what_the_function_takes(given: dict[str, Any]) -> None:
    read_function_config(given, FOLDER)
    Draft202012Validator(function_config_schema()).validate(given)


@pytest.mark.parametrize(("given", "_message"), REFUSED)
def test_the_schema_refuses_what_the_function_refuses(given: Any, _message: str) -> None:
    assert not Draft202012Validator(function_config_schema()).is_valid(given)
