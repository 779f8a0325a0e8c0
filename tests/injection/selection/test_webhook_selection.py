"""Which Pods are injected with ``automatic``: those that the control plane's webhooks would select."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from kubectl_inject.config.webhook_rules import Webhook
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.selection.decision import Decision, Reason
from kubectl_inject.injection.selection.namespaces import NamespaceMetadata, Namespaces
from tests.conftest import pod, small_config

INJECT = "sidecar.istio.io/inject"
ENABLED, DISABLED = {"istio-injection": "enabled"}, {"istio-injection": "disabled"}
MINE, OTHER, TAG = ({"istio.io/rev": name} for name in ("1-31", "1-30", "prod"))
ASKS, REFUSES = {INJECT: "true"}, {INJECT: "false"}
DEFAULT: dict[str, Any] = {}
REVISION = {"revision": "1-31"}
TAGGED = {"revision": "1-31", "revision_tags": {"prod": "1-31", "old": "1-30"}}
DEFAULT_TAG = {"revision": "1-31", "revision_tags": {"default": "1-31"}}
OTHER_DEFAULT = {"revision": "1-31", "revision_tags": {"default": "1-30"}}
BY_DEFAULT = {"sidecarInjectorWebhook": {"enableNamespacesByDefault": True}}


def decided(
    namespace: dict[str, str],
    labels: dict[str, str],
    installation: dict[str, Any],
    *,
    value: dict[str, Any] | None = None,
    **config: Any,
) -> Decision:
    """Return the decision for a Pod in a namespace with labels."""
    injector = Injector(
        small_config(automatic=True, **installation, **config),
        namespaces=Namespaces({"shop": NamespaceMetadata(namespace)}),
    )
    (workload,) = injector.inject_object(value or pod(namespace="shop", labels=labels)).report
    return workload.decision


@pytest.mark.parametrize(
    ("namespace", "labels", "installation", "decision"),
    [
        pytest.param(
            ENABLED,
            {},
            DEFAULT,
            Decision(True, Reason.NAMESPACE_ENABLED, "istio-injection: enabled"),
            id="namespace enabled",
        ),
        pytest.param(
            DISABLED,
            {},
            DEFAULT,
            Decision(False, Reason.NAMESPACE_DISABLED, "istio-injection: disabled"),
            id="namespace disabled",
        ),
        pytest.param(
            {"istio-injection": "true"},
            {},
            DEFAULT,
            Decision(False, Reason.NAMESPACE_DISABLED, "istio-injection: true"),
            id="only the word enabled enables",
        ),
        pytest.param(
            ENABLED,
            {},
            REVISION,
            Decision(False, Reason.NAMESPACE_DEFAULT_REVISION, "istio-injection: enabled"),
            id="namespace enabled, another revision",
        ),
        pytest.param(
            MINE,
            {},
            REVISION,
            Decision(True, Reason.NAMESPACE_REVISION, "istio.io/rev: 1-31"),
            id="namespace's revision",
        ),
        pytest.param(
            OTHER,
            {},
            REVISION,
            Decision(False, Reason.NAMESPACE_OTHER_REVISION, "istio.io/rev: 1-30"),
            id="namespace's other revision",
        ),
        pytest.param(
            {}, MINE, REVISION, Decision(True, Reason.POD_REVISION, "istio.io/rev: 1-31"), id="the Pod's revision"
        ),
        pytest.param(
            {},
            OTHER,
            REVISION,
            Decision(False, Reason.POD_OTHER_REVISION, "istio.io/rev: 1-30"),
            id="the Pod's other revision",
        ),
        pytest.param({}, ASKS, DEFAULT, Decision(True, Reason.ASKED_BY_LABEL, f"{INJECT}: 'true'"), id="the Pod asks"),
        pytest.param(
            {},
            {INJECT: "yes"},
            DEFAULT,
            Decision(False, Reason.NOT_ENABLED, f"{INJECT}: 'yes'"),
            id="only the word true asks",
        ),
        pytest.param({}, ASKS, REVISION, Decision(False, Reason.NOT_ENABLED), id="the Pod asks, another revision"),
        pytest.param({}, {}, DEFAULT, Decision(False, Reason.NOT_ENABLED), id="nothing is given"),
    ],
)
def test_rule(
    namespace: dict[str, str], labels: dict[str, str], installation: dict[str, Any], decision: Decision
) -> None:
    assert decided(namespace, labels, installation) == decision


@pytest.mark.parametrize(
    ("namespace", "labels", "installation", "reason"),
    [
        pytest.param(ENABLED, REFUSES, DEFAULT, Reason.REFUSED_BY_LABEL, id="refusing Pod before namespace"),
        pytest.param(MINE, REFUSES, REVISION, Reason.REFUSED_BY_LABEL, id="refusing Pod before revision"),
        pytest.param(DISABLED, ASKS, DEFAULT, Reason.NAMESPACE_DISABLED, id="disabled namespace before asking Pod"),
        pytest.param({**DISABLED, **MINE}, {}, REVISION, Reason.NAMESPACE_DISABLED, id="disabled before revision"),
        pytest.param({**ENABLED, **OTHER}, {}, DEFAULT, Reason.NAMESPACE_ENABLED, id="enabled before other revision"),
        pytest.param({**ENABLED, **MINE}, {}, REVISION, Reason.NAMESPACE_DEFAULT_REVISION, id="enabled before mine"),
        pytest.param(MINE, OTHER, REVISION, Reason.NAMESPACE_REVISION, id="namespace's revision before the Pod's"),
        pytest.param(OTHER, MINE, REVISION, Reason.NAMESPACE_OTHER_REVISION, id="namespace's other before the Pod's"),
        pytest.param({}, {**OTHER, **ASKS}, DEFAULT, Reason.POD_OTHER_REVISION, id="other revision before asking"),
    ],
)
def test_order_of_rules(
    namespace: dict[str, str], labels: dict[str, str], installation: dict[str, Any], reason: Reason
) -> None:
    assert decided(namespace, labels, installation).reason is reason


@pytest.mark.parametrize(
    ("namespace", "installation", "reason"),
    [
        pytest.param(TAG, TAGGED, Reason.NAMESPACE_REVISION, id="a tag of this revision"),
        pytest.param({"istio.io/rev": "old"}, TAGGED, Reason.NAMESPACE_OTHER_REVISION, id="a tag of another"),
        pytest.param(MINE, TAGGED, Reason.NAMESPACE_REVISION, id="the revision's own name beside a tag"),
        pytest.param(TAG, REVISION, Reason.NAMESPACE_OTHER_REVISION, id="a tag that is not known"),
        pytest.param(ENABLED, DEFAULT_TAG, Reason.NAMESPACE_ENABLED, id="the default tag"),
        pytest.param(ENABLED, OTHER_DEFAULT, Reason.NAMESPACE_DEFAULT_REVISION, id="the default tag of another"),
        pytest.param({"istio.io/rev": "default"}, DEFAULT, Reason.NAMESPACE_REVISION, id="default by its name"),
        pytest.param(ENABLED, {"revision": "default"}, Reason.NAMESPACE_ENABLED, id="the revision called default"),
    ],
)
def test_names_of_a_revision(namespace: dict[str, str], installation: dict[str, Any], reason: Reason) -> None:
    assert decided(namespace, {}, installation).reason is reason


@pytest.mark.parametrize(
    ("namespace", "labels", "installation", "reason"),
    [
        pytest.param({}, {}, DEFAULT, Reason.ENABLED_BY_DEFAULT, id="nothing is given"),
        pytest.param({}, {}, DEFAULT_TAG, Reason.ENABLED_BY_DEFAULT, id="default tag"),
        pytest.param({}, {}, REVISION, Reason.NOT_ENABLED, id="another revision than the default"),
        pytest.param(DISABLED, {}, DEFAULT, Reason.NAMESPACE_DISABLED, id="disabled namespace"),
        pytest.param({}, REFUSES, DEFAULT, Reason.REFUSED_BY_LABEL, id="refusing Pod"),
        pytest.param({}, {INJECT: ""}, DEFAULT, Reason.NOT_ENABLED, id="a label that says nothing"),
    ],
)
def test_enabled_by_default(
    namespace: dict[str, str], labels: dict[str, str], installation: dict[str, Any], reason: Reason
) -> None:
    assert decided(namespace, labels, installation, values=BY_DEFAULT).reason is reason


@pytest.mark.parametrize("name", ["kube-system", "kube-public", "kube-node-lease", "local-path-storage"])
def test_ignored_namespace(name: str) -> None:
    template = {"metadata": {"labels": ASKS}, "spec": {"containers": [{"name": "app", "image": "nginx"}]}}
    deployment = {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "web", "namespace": name},
        "spec": {"template": template},
    }
    injector = Injector(small_config(automatic=True), namespaces=Namespaces({name: NamespaceMetadata(ENABLED)}))
    result = injector.inject_object(deployment)
    assert [workload.decision for workload in result.report] == [
        Decision(False, Reason.IGNORED_NAMESPACE, f"namespace: {name}")
    ]
    assert result.object == deployment


@pytest.mark.parametrize(
    ("value", "inject", "reason"),
    [
        pytest.param(
            pod({"hostNetwork": True, "containers": [{"name": "app"}]}, namespace="shop"),
            {},
            Reason.HOST_NETWORK,
            id="host network",
        ),
        pytest.param(
            pod(namespace="shop", annotations=REFUSES), {}, Reason.REFUSED_BY_ANNOTATION, id="annotation refuses"
        ),
        pytest.param(pod(namespace="shop", labels={INJECT: "no"}), {}, Reason.NAMESPACE_ENABLED, id="neither"),
        pytest.param(
            pod(namespace="shop", labels={"job": "batch"}),
            {"neverInjectSelector": [{"matchLabels": {"job": "batch"}}]},
            Reason.NEVER_INJECT,
            id="never selector",
        ),
        pytest.param(pod(namespace="shop"), {"policy": "disabled"}, Reason.POLICY_DISABLED, id="policy disabled"),
        pytest.param(
            pod(namespace="shop", labels={"mesh": "yes"}),
            {"policy": "disabled", "alwaysInjectSelector": [{"matchLabels": {"mesh": "yes"}}]},
            Reason.NAMESPACE_ENABLED,
            id="always selector over a disabled policy",
        ),
    ],
)
def test_the_injectors_own_rules_follow(value: dict[str, Any], inject: dict[str, Any], reason: Reason) -> None:
    assert decided(ENABLED, {}, DEFAULT, value=value, inject=inject).reason is reason


@pytest.mark.parametrize(
    ("value", "inject"),
    [
        pytest.param(pod(namespace="shop", annotations=ASKS), {}, id="an annotation that asks"),
        pytest.param(
            pod(namespace="shop", labels={"mesh": "yes"}),
            {"alwaysInjectSelector": [{"matchLabels": {"mesh": "yes"}}]},
            id="always selector",
        ),
    ],
)
def test_the_injectors_own_rules_select_nothing(value: dict[str, Any], inject: dict[str, Any]) -> None:
    assert decided({}, {}, DEFAULT, value=value, inject=inject).reason is Reason.NOT_ENABLED


@pytest.mark.parametrize(
    ("namespace", "name"),
    [pytest.param("shop", "shop", id="named"), pytest.param("", "default", id="unnamed is default")],
)
def test_namespace_that_nothing_describes(namespace: str, name: str) -> None:
    injector = Injector(small_config(automatic=True))
    value = pod(labels=ASKS, namespace=namespace)
    (workload,) = injector.inject_object(value).report
    assert workload.decision == Decision(
        True, Reason.ASKED_BY_LABEL, f"{INJECT}: 'true'", f"namespace {name} is taken as unlabelled"
    )
    sentence = f"the Pod's label enables injection ({INJECT}: 'true'); namespace {name} is taken as unlabelled"
    assert str(workload.decision) == sentence


def webhook(namespace: dict[str, Any], pod_selector: dict[str, Any], name: str = "own") -> Webhook:
    return Webhook(name, "injector", "default", "", namespace, pod_selector)


IS_ENABLED: dict[str, Any] = {"matchLabels": ENABLED}
IN_MESH: dict[str, Any] = {"matchLabels": {"mesh": "yes"}}
IN_SHOP: dict[str, Any] = {"matchLabels": {"kubernetes.io/metadata.name": "shop"}}
ANY: dict[str, Any] = {}


@pytest.mark.parametrize(
    ("hooks", "namespace", "labels", "decision"),
    [
        pytest.param(
            [webhook(IS_ENABLED, ANY)],
            ENABLED,
            {},
            Decision(True, Reason.NAMESPACE_ENABLED, "istio-injection: enabled"),
            id="selected as by the rules, which say why",
        ),
        pytest.param(
            [webhook(IS_ENABLED, ANY)],
            DISABLED,
            {},
            Decision(False, Reason.NAMESPACE_DISABLED, "istio-injection: disabled"),
            id="not selected as by the rules, which say why",
        ),
        pytest.param(
            [webhook(IS_ENABLED, ANY), webhook(ANY, IN_MESH, "labelled")],
            {},
            {"mesh": "yes"},
            Decision(True, Reason.SELECTED_BY_WEBHOOK, "injector: labelled"),
            id="selected where the rules would not",
        ),
        pytest.param(
            [webhook(ANY, ANY)],
            {},
            REFUSES,
            Decision(False, Reason.REFUSED_BY_LABEL, f"{INJECT}: 'false'"),
            id="selected, and refused by the injector itself",
        ),
        pytest.param(
            [webhook(ANY, IN_MESH), webhook(IS_ENABLED, IN_MESH)],
            ENABLED,
            {},
            Decision(False, Reason.NO_WEBHOOK),
            id="not selected where the rules would",
        ),
        pytest.param(
            [webhook(IN_SHOP, ANY)],
            {},
            {},
            Decision(True, Reason.SELECTED_BY_WEBHOOK, "injector: own"),
            id="the namespace's name is a label of it",
        ),
        pytest.param(
            [webhook({"matchLabels": {"kubernetes.io/metadata.name": "other"}}, ANY)],
            {"kubernetes.io/metadata.name": "other"},
            {},
            Decision(False, Reason.NOT_ENABLED),
            id="and cannot be another",
        ),
    ],
)
def test_the_meshs_own_webhooks_decide(
    hooks: list[Webhook], namespace: dict[str, str], labels: dict[str, str], decision: Decision
) -> None:
    assert decided(namespace, labels, {"webhooks": tuple(hooks)}) == decision


def test_manual_injection_reads_no_namespace() -> None:
    injector = Injector(small_config(), namespaces=Namespaces({"shop": NamespaceMetadata(DISABLED)}))
    (workload,) = injector.inject_object(pod(namespace="shop")).report
    assert workload.decision == Decision(True, Reason.DEFAULT)


# Istio's webhooks for the names of a revision, as selectors: the values that a label may have, None where it is absent.
Requirements = dict[str, set[str | None]]
ABSENT: set[str | None] = {None}
INJECTION_VALUES: list[str | None] = [None, "enabled", "disabled", ""]
REVISION_VALUES: list[str | None] = [None, "default", "1-31", "1-30", "prod"]
INJECT_VALUES: list[str | None] = [None, "true", "false", "yes", ""]
NOT_FALSE: set[str | None] = {None, "true", "yes", ""}


def webhooks(names: set[str], *, by_default: bool) -> list[tuple[Requirements, Requirements]]:
    """Return the selectors for namespaces and objects of the webhooks for a revision with these names."""
    named: set[str | None] = {*names}
    unlabelled: Requirements = {"istio-injection": ABSENT, "istio.io/rev": ABSENT}
    found: list[tuple[Requirements, Requirements]] = [
        ({"istio-injection": ABSENT, "istio.io/rev": named}, {INJECT: NOT_FALSE}),
        (unlabelled, {INJECT: NOT_FALSE, "istio.io/rev": named}),
    ]
    if "default" in names:
        found.append(({"istio-injection": {"enabled"}}, {INJECT: NOT_FALSE}))
        found.append((unlabelled, {INJECT: {"true"}, "istio.io/rev": ABSENT}))
    if "default" in names and by_default:
        found.append((unlabelled, {INJECT: ABSENT, "istio.io/rev": ABSENT}))
    return found


def satisfies(labels: dict[str, str], requirements: Requirements) -> bool:
    return all(labels.get(name) in values for name, values in requirements.items())


def labelled(**values: str | None) -> dict[str, str]:
    names = {"injection": "istio-injection", "revision": "istio.io/rev", "inject": INJECT}
    return {names[name]: value for name, value in values.items() if value is not None}


@pytest.mark.parametrize("by_default", [False, True], ids=["requested", "by default"])
@pytest.mark.parametrize(
    ("installation", "names"),
    [
        pytest.param(DEFAULT, {"default"}, id="default revision"),
        pytest.param(REVISION, {"1-31"}, id="a revision"),
        pytest.param(TAGGED, {"1-31", "prod"}, id="a tag"),
        pytest.param(DEFAULT_TAG, {"1-31", "default"}, id="default tag"),
    ],
)
def test_every_combination_of_labels(installation: dict[str, Any], names: set[str], by_default: bool) -> None:
    config = small_config(automatic=True, **installation, values=BY_DEFAULT if by_default else {})
    hooks = webhooks(names, by_default=by_default)
    for injection, revision in itertools.product(INJECTION_VALUES, REVISION_VALUES):
        namespace = labelled(injection=injection, revision=revision)
        injector = Injector(config, namespaces=Namespaces({"shop": NamespaceMetadata(namespace)}))
        for pod_revision, inject in itertools.product(REVISION_VALUES, INJECT_VALUES):
            labels = labelled(revision=pod_revision, inject=inject)
            wanted = any(satisfies(namespace, first) and satisfies(labels, second) for first, second in hooks)
            report = injector.inject_object(pod(namespace="shop", labels=labels)).report
            assert bool(report.injected) is wanted, f"namespace {namespace}, Pod {labels}"
