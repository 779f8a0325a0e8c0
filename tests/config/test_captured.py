"""The file of kind InjectionConfig: what is written is read, and what does not fit is refused."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.config.captured import CapturedConfig, CaptureSource, captured_config, digest_of
from kubectl_inject.config.injection_config import ConfigError, read_mapping
from kubectl_inject.config.webhook_rules import Webhook, WebhookService
from kubectl_inject.errors import InjectionError
from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.startup.frozen import replace
from tests.manifests.output.test_writing import TEXTS, VALUES
from tests.manifests.readers import read_with_pyyaml

WEBHOOK = Webhook(
    "namespace.sidecar-injector.istio.io",
    "istio-sidecar-injector",
    "1-31",
    "prod",
    {"matchLabels": {"istio-injection": "enabled"}},
    {"matchExpressions": [{"key": "app", "operator": "Exists"}]},
    WebhookService("istio-system", "istiod", 15017, "/inject"),
)
CAPTURED = CapturedConfig(
    {"templates": {"sidecar": "spec:\n  containers: []\n"}},
    {"global": {"hub": "docker.io/istio"}},
    {"trustDomain": "cluster.local"},
    revision="1-31",
    tags=("prod",),
    webhooks=(WEBHOOK, Webhook("object.sidecar-injector.istio.io", "own", "1-31")),
    native_sidecars=False,
    platform="openshift",
    compliance_policy="fips-140-3",
    source=CaptureSource("https://10.0.0.1", "2026-11-02T10:00:00Z", ("ConfigMap istio-system/istio",), "v1.33.1"),
    workload_kinds=("Game.example.com=spec.game",),
)
DOCUMENT = CAPTURED.document()


def read(text: str) -> CapturedConfig:
    return captured_config(read_mapping(text, "mesh.yaml"), "mesh.yaml")


def test_all_of_it_is_written_and_read() -> None:
    assert read(write_yaml(DOCUMENT)) == CAPTURED


TREES = st.dictionaries(TEXTS, VALUES, max_size=4)


@given(inject=TREES, values=TREES, mesh=TREES)
def test_whatever_is_in_the_parts_is_written_and_read(
    inject: dict[str, Any], values: dict[str, Any], mesh: dict[str, Any]
) -> None:
    captured = CapturedConfig(inject, values, mesh, native_sidecars=True)
    document = captured.document()
    text = write_yaml(document)
    parts = read_with_pyyaml(text)
    assert (parts["injectConfig"], parts["values"], parts["meshConfig"]) == (inject, values, mesh)
    assert read(text) == captured
    assert digest_of(read_mapping(text, "mesh.yaml")) == document["digest"]


def test_its_kinds_are_those_of_the_configuration() -> None:
    kinds = CAPTURED.injection_config().kinds
    assert [row.name for row in kinds.own] == ["Game.example.com"]
    with pytest.raises(InjectionError, match="workloadKind: expected KIND"):
        replace(CAPTURED, workload_kinds=("Game",)).injection_config()


def test_what_nothing_says_is_the_default() -> None:
    document = {name: DOCUMENT[name] for name in ("apiVersion", "kind", "injectConfig", "values", "meshConfig")}
    assert captured_config(document, "mesh.yaml") == CapturedConfig(
        document["injectConfig"], document["values"], document["meshConfig"]
    )


@pytest.mark.parametrize(
    ("captured", "names", "native_sidecars"),
    [
        pytest.param(CAPTURED, frozenset({"1-31", "prod"}), False, id="a revision and its tag"),
        pytest.param(
            CapturedConfig({}, {}, {}, tags=("prod",)), frozenset({"default", "prod"}), True, id="default revision"
        ),
    ],
)
def test_facts_of_the_installation(captured: CapturedConfig, names: frozenset[str], native_sidecars: bool) -> None:
    installation = captured.installation()
    assert (installation.names, installation.native_sidecars) == (names, native_sidecars)


# --- the digest -------------------------------------------------------------------------------------------------

SMALL = "kind: InjectionConfig\ndigest: sha256:0\nvalues: {replicas: 1, share: 0.5}\ntags: [a, b]\n"


@pytest.mark.parametrize(
    ("text", "same"),
    [
        pytest.param(
            '# x\n"kind": "InjectionConfig"\ndigest: x\nvalues:\n    replicas: 1\n    share: 0.50\ntags:\n- a\n- b\n',
            True,
            id="formatting and comments",
        ),
        pytest.param(
            "tags: [a, b]\nvalues: {share: 0.5, replicas: 1}\nkind: InjectionConfig\n", True, id="order of keys"
        ),
        pytest.param(SMALL.replace("replicas: 1", "replicas: 1.0"), True, id="a whole number with a fraction"),
        pytest.param(SMALL.replace("replicas: 1", "replicas: 2"), False, id="a value"),
        pytest.param(SMALL.replace("replicas: 1", 'replicas: "1"'), False, id="a value's type"),
        pytest.param(SMALL.replace("replicas: 1", "replicas: true"), False, id="true is not 1"),
        pytest.param(SMALL.replace("[a, b]", "[b, a]"), False, id="order of a list"),
        pytest.param(SMALL + "platform: ''\n", False, id="another field"),
    ],
)
def test_digest_is_of_the_content(text: str, same: bool) -> None:
    assert (digest_of(read_mapping(text, "a")) == digest_of(read_mapping(SMALL, "b"))) is same


# --- what does not fit ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({"revisoin": ""}, "mesh.yaml: unknown field 'revisoin'; did you mean 'revision'?", id="field"),
        pytest.param({"source": {"sever": ""}}, "mesh.yaml: source: unknown field 'sever'", id="field of the source"),
        pytest.param({"webhooks": [{"nmae": "a"}]}, "webhooks[0]: unknown field 'nmae'", id="field of a webhook"),
        pytest.param(
            {"apiVersion": "kubectl-inject/v2", "addedLater": True},
            "apiVersion: expected kubectl-inject/v1alpha1, found the string 'kubectl-inject/v2'. Upgrade",
            id="newer version",
        ),
        pytest.param({"apiVersion": None}, "expected kubectl-inject/v1alpha1, found nothing", id="no version"),
        pytest.param({"values": None}, "the field values is missing", id="a part is null"),
        pytest.param({"meshConfig": []}, "meshConfig: expected a mapping, found a list", id="a part is a list"),
        pytest.param({"revision": 1.31}, "revision: expected a string, found the number 1.31", id="revision"),
        pytest.param({"nativeSidecars": "yes"}, "nativeSidecars: expected true or false", id="switch"),
        pytest.param({"nativeSidecars": 1}, "nativeSidecars: expected true or false", id="1 is not true"),
        pytest.param({"workloadKind": "Game"}, "workloadKind: expected a list", id="kinds"),
        pytest.param({"tags": "prod"}, "tags: expected a list", id="tags"),
        pytest.param({"tags": ["prod", 1]}, "mesh.yaml: tags: expected strings, found the number 1", id="a tag"),
        pytest.param({"source": {"objects": [{}]}}, "source.objects: expected strings, found a mapping", id="objects"),
        pytest.param({"webhooks": ["a"]}, "webhooks[0]: expected a mapping, found the string 'a'", id="webhook"),
        pytest.param(
            {"webhooks": [{"service": {"namespace": "a"}}]}, "webhooks[0].service: the field name is", id="service"
        ),
        pytest.param(
            {"webhooks": [{"service": {"namespace": "a", "name": "b", "port": True}}]},
            "port: expected a whole number, found true",
            id="port",
        ),
        pytest.param(
            {"webhooks": [{"objectSelector": {"matchLabels": {"a b": "c"}}}]}, "'a b' cannot be the key", id="selector"
        ),
    ],
)
def test_refused(change: dict[str, Any], expected: str) -> None:
    with pytest.raises(InjectionError) as refused:
        captured_config({**DOCUMENT, **change}, "mesh.yaml")
    assert expected in str(refused.value)


@pytest.mark.parametrize("part", ["injectConfig", "values", "meshConfig"])
def test_missing_part(part: str) -> None:
    document = {name: value for name, value in DOCUMENT.items() if name != part}
    with pytest.raises(ConfigError, match=f"mesh.yaml: the field {part} is missing"):
        captured_config(document, "mesh.yaml")
