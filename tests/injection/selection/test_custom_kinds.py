"""Custom kinds with ``automatic``: as the webhooks select the Pods that their controllers make."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from kubectl_inject.builtin import builtin_config
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.removal.uninjection import uninject_document
from kubectl_inject.injection.selection.decision import Reason
from kubectl_inject.injection.selection.namespaces import NamespaceMetadata, Namespaces
from kubectl_inject.injection.workload import find_workload, replaced
from kubectl_inject.kubernetes.workload_kinds import read_kinds
from kubectl_inject.manifests.stream import split
from kubectl_inject.startup.frozen import replace
from tests.injection.test_workload_kinds import MANIFESTS

Object = dict[str, Any]
KINDS = read_kinds(("Game.example.com=spec.game",), "")
GAME: Object = {
    "apiVersion": "example.com/v1",
    "kind": "Game",
    "metadata": {"name": "chess"},
    "spec": {"game": {"spec": {"containers": [{"name": "chess", "image": "chess"}]}}},
}


def examples() -> list[Object]:
    values = [value for path in sorted(MANIFESTS.glob("*.yaml")) for value in yaml.safe_load_all(path.read_text())]
    found = [(value, find_workload(value, kinds=KINDS)) for value in (*values, GAME)]
    return [value for value, workload in found if workload is not None and not workload.row.is_builtin]


def injector(labels: dict[str, str], namespace: str) -> Injector:
    config = builtin_config("1.31")
    installation = replace(config.installation, automatic=True)
    namespaces = Namespaces({namespace: NamespaceMetadata(labels)})
    return Injector(replace(config, installation=installation, kinds=KINDS), namespace="shop", namespaces=namespaces)


def with_label(value: Object, label: str, places: slice) -> Object:
    """Return an object with ``sidecar.istio.io/inject`` in some of its Pod templates."""
    workload = find_workload(value, kinds=KINDS)
    assert workload is not None
    for path in workload.paths[places]:
        value = replaced(value, (*path, "metadata", "labels", "sidecar.istio.io/inject"), label)
    return value


ENABLED, DISABLED = {"istio-injection": "enabled"}, {"istio-injection": "disabled"}
BY_NAMESPACE, BY_LABEL = (True, Reason.NAMESPACE_ENABLED), (True, Reason.ASKED_BY_LABEL)
REFUSED, NOT_ENABLED = (False, Reason.REFUSED_BY_LABEL), (False, Reason.NOT_ENABLED)
IN_DISABLED = (False, Reason.NAMESPACE_DISABLED)


@pytest.mark.parametrize("value", examples(), ids=lambda value: f"{value['kind']}-{value['metadata']['name']}")
@pytest.mark.parametrize(
    ("namespace", "label", "first", "others"),
    [
        (ENABLED, "", BY_NAMESPACE, BY_NAMESPACE),
        ({}, "", NOT_ENABLED, NOT_ENABLED),
        ({}, "true", BY_LABEL, NOT_ENABLED),
        (ENABLED, "false", REFUSED, BY_NAMESPACE),
        (DISABLED, "true", IN_DISABLED, IN_DISABLED),
    ],
)
def test_each_template_by_its_namespace_and_its_labels(
    value: Object, namespace: dict[str, str], label: str, first: tuple[bool, Reason], others: tuple[bool, Reason]
) -> None:
    given = with_label(value, label, slice(1)) if label else value
    made = injector(namespace, value["metadata"].get("namespace", "shop"))
    text = yaml.safe_dump(given, sort_keys=False)
    result = made.inject_text(text)
    decisions = [(report.injected, report.decision.reason) for report in result.report]
    assert decisions == [first, *[others] * (len(decisions) - 1)]
    assert result.text.count("sidecar.istio.io/status") == sum(injected for injected, _ in decisions)
    # What comes out is as it should be, comes out of another injection the same, and can be taken back.
    assert [item.finding for item in made.check_documents(split(result.text, "x"))] == [None] * len(decisions)
    assert made.inject_text(result.text).text == result.text
    assert "".join(uninject_document(document).text for document in split(result.text, "x")) == text


def test_the_owner_of_a_deploymentconfig_is_that_of_its_replicationcontroller() -> None:
    value = yaml.safe_load((MANIFESTS / "deploymentconfig.yaml").read_text())
    by_webhook = injector(ENABLED, "shop").inject_object(value).object
    assert "kubernetes://apis/v1/namespaces/shop/deploymentconfigs/web" in str(by_webhook)
    by_hand = Injector(builtin_config("1.31"), namespace="shop").inject_object(value).object
    assert "kubernetes://apis/apps.openshift.io/v1/namespaces/shop/deploymentconfigs/web" in str(by_hand)
