"""Whether a Pod is injected, and the reason that is given."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.injection.selection.decision import Decision, Reason, decide
from kubectl_inject.injection.workload import find_workload
from kubectl_inject.istio.releases import NEWEST_KNOWN, Release
from tests.conftest import pod, small_config

INJECT = "sidecar.istio.io/inject"
DISABLED = {"policy": "disabled"}
NEVER = {"neverInjectSelector": [{"matchLabels": {"job": "batch"}}]}
ALWAYS = {"alwaysInjectSelector": [{"matchExpressions": [{"key": "mesh", "operator": "Exists"}]}]}
HOST_NETWORK = {"hostNetwork": True, "containers": [{"name": "app", "image": "nginx"}]}


def decided(value: dict[str, Any], inject: dict[str, Any] | None = None, release: Release = NEWEST_KNOWN) -> Decision:
    workload = find_workload(value)
    assert workload is not None
    return decide(workload, small_config(inject=inject, release=release))


@pytest.mark.parametrize(
    ("value", "inject", "wanted", "reason"),
    [
        pytest.param(pod(), {}, True, Reason.DEFAULT, id="nothing is given"),
        pytest.param(pod(labels={INJECT: "true"}), DISABLED, True, Reason.ASKED_BY_LABEL, id="label asks"),
        pytest.param(
            pod(annotations={INJECT: "true"}), DISABLED, True, Reason.ASKED_BY_ANNOTATION, id="annotation asks"
        ),
        pytest.param(pod(labels={"mesh": "x"}), {**DISABLED, **ALWAYS}, True, Reason.ALWAYS_INJECT, id="always"),
        pytest.param(pod(HOST_NETWORK), {}, False, Reason.HOST_NETWORK, id="host network"),
        pytest.param(pod(namespace="kube-system"), {}, False, Reason.IGNORED_NAMESPACE, id="kube-system"),
        pytest.param(pod(namespace="kube-public"), {}, False, Reason.IGNORED_NAMESPACE, id="kube-public"),
        pytest.param(pod(namespace="kube-node-lease"), {}, False, Reason.IGNORED_NAMESPACE, id="kube-node-lease"),
        pytest.param(pod(namespace="local-path-storage"), {}, False, Reason.IGNORED_NAMESPACE, id="local-path"),
        pytest.param(pod(labels={INJECT: "false"}), {}, False, Reason.REFUSED_BY_LABEL, id="label refuses"),
        pytest.param(
            pod(annotations={INJECT: "false"}), {}, False, Reason.REFUSED_BY_ANNOTATION, id="annotation refuses"
        ),
        pytest.param(pod(labels={"job": "batch"}), NEVER, False, Reason.NEVER_INJECT, id="never"),
        pytest.param(pod(), DISABLED, False, Reason.POLICY_DISABLED, id="policy disabled"),
    ],
)
def test_reason(value: dict[str, Any], inject: dict[str, Any], wanted: bool, reason: Reason) -> None:
    decision = decided(value, inject)
    assert (decision.inject, decision.reason) == (wanted, reason)


@pytest.mark.parametrize(
    ("value", "inject", "reason"),
    [
        pytest.param(
            pod(HOST_NETWORK, labels={INJECT: "true"}), {}, Reason.HOST_NETWORK, id="host network before label"
        ),
        pytest.param(
            pod(namespace="kube-system", labels={INJECT: "true"}), {}, Reason.IGNORED_NAMESPACE, id="namespace too"
        ),
        pytest.param(
            pod(labels={INJECT: "false"}, annotations={INJECT: "true"}),
            {},
            Reason.REFUSED_BY_LABEL,
            id="refusing label before annotation",
        ),
        pytest.param(
            pod(labels={INJECT: "true"}, annotations={INJECT: "false"}),
            {},
            Reason.ASKED_BY_LABEL,
            id="asking label before annotation",
        ),
        pytest.param(
            pod(labels={"job": "batch", INJECT: "true"}), NEVER, Reason.ASKED_BY_LABEL, id="label before never"
        ),
        pytest.param(
            pod(labels={"mesh": "x"}, annotations={INJECT: "false"}),
            ALWAYS,
            Reason.REFUSED_BY_ANNOTATION,
            id="annotation before always",
        ),
        pytest.param(
            pod(labels={"mesh": "x", "job": "batch"}),
            {**NEVER, **ALWAYS},
            Reason.NEVER_INJECT,
            id="never before always",
        ),
        pytest.param(
            pod(labels={INJECT: ""}, annotations={INJECT: "true"}),
            DISABLED,
            Reason.POLICY_DISABLED,
            id="empty label hides the annotation",
        ),
        pytest.param(pod(labels={INJECT: ""}), {}, Reason.DEFAULT, id="empty label says nothing"),
        pytest.param(
            pod(labels={"mesh": "x", INJECT: ""}), {**DISABLED, **ALWAYS}, Reason.ALWAYS_INJECT, id="then always"
        ),
    ],
)
def test_order_of_rules(value: dict[str, Any], inject: dict[str, Any], reason: Reason) -> None:
    assert decided(value, inject).reason is reason


BEFORE_EXACT_VALUES = Release(26)


@pytest.mark.parametrize("value", ["y", "Y", "yes", "Yes", "YES", "on", "On", "true", "True", "TRUE", "tRuE"])
def test_value_that_requested_it_once(value: str) -> None:
    assert decided(pod(labels={INJECT: value}), release=BEFORE_EXACT_VALUES).reason is Reason.ASKED_BY_LABEL


@pytest.mark.parametrize("value", ["n", "no", "off", "false", "enabled", "1", "t", "disabled", "truee"])
def test_any_other_value_refused_once(value: str) -> None:
    assert decided(pod(labels={INJECT: value}), release=BEFORE_EXACT_VALUES).reason is Reason.REFUSED_BY_LABEL


@pytest.mark.parametrize("value", ["y", "Yes", "on", "True", "TRUE", "n", "no", "False", "disabled", "other", " true"])
@pytest.mark.parametrize("place", ["labels", "annotations"])
def test_a_value_that_is_neither_counts_as_not_set(value: str, place: str) -> None:
    by_default = decided(pod(**{place: {INJECT: value}}))
    assert (by_default.inject, by_default.reason, by_default.ignored) == (True, Reason.DEFAULT, value)
    by_policy = decided(pod(**{place: {INJECT: value}}), DISABLED)
    assert (by_policy.inject, by_policy.reason, by_policy.ignored) == (False, Reason.POLICY_DISABLED, value)
    selected = decided(pod(**{"labels": {"mesh": "x"}, place: {INJECT: value, "mesh": "x"}}), {**DISABLED, **ALWAYS})
    assert (selected.inject, selected.reason, selected.ignored) == (True, Reason.ALWAYS_INJECT, value)


@pytest.mark.parametrize(
    ("expression", "labels", "matches"),
    [
        pytest.param({"key": "a", "operator": "In", "values": ["1", "2"]}, {"a": "2"}, True, id="in"),
        pytest.param({"key": "a", "operator": "In", "values": ["1", "2"]}, {"a": "3"}, False, id="in, another"),
        pytest.param({"key": "a", "operator": "In", "values": ["1"]}, {}, False, id="in, absent"),
        pytest.param({"key": "a", "operator": "NotIn", "values": ["1"]}, {"a": "1"}, False, id="not in"),
        pytest.param({"key": "a", "operator": "NotIn", "values": ["1"]}, {"a": "2"}, True, id="not in, another"),
        pytest.param({"key": "a", "operator": "NotIn", "values": ["1"]}, {}, True, id="not in, absent"),
        pytest.param({"key": "a", "operator": "Exists"}, {"a": ""}, True, id="exists, empty"),
        pytest.param({"key": "a", "operator": "Exists"}, {"b": ""}, False, id="exists, absent"),
        pytest.param({"key": "a", "operator": "DoesNotExist"}, {"a": "1"}, False, id="does not exist"),
        pytest.param({"key": "a", "operator": "DoesNotExist"}, {}, True, id="does not exist, absent"),
    ],
)
def test_selector(expression: dict[str, Any], labels: dict[str, str], matches: bool) -> None:
    decision = decided(pod(labels=labels), {"neverInjectSelector": [{"matchExpressions": [expression]}]})
    assert (decision.reason is Reason.NEVER_INJECT) is matches


@pytest.mark.parametrize(
    ("selectors", "labels", "matches"),
    [
        pytest.param([{"matchLabels": {"a": "1", "b": "2"}}], {"a": "1", "b": "2"}, True, id="all labels"),
        pytest.param([{"matchLabels": {"a": "1", "b": "2"}}], {"a": "1"}, False, id="one of two labels"),
        pytest.param([{"matchLabels": {"a": "1"}}, {"matchLabels": {"b": "2"}}], {"b": "2"}, True, id="any selector"),
        pytest.param([{}], {"a": "1"}, False, id="an empty selector selects nothing"),
    ],
)
def test_selectors(selectors: list[dict[str, Any]], labels: dict[str, str], matches: bool) -> None:
    decision = decided(pod(labels=labels), {"neverInjectSelector": selectors})
    assert (decision.reason is Reason.NEVER_INJECT) is matches


def test_sentence_names_the_source() -> None:
    assert str(decided(pod(labels={INJECT: "false"}))) == f"the Pod's label disables injection ({INJECT}: 'false')"
    assert str(decided(pod(labels={"job": "batch"}), NEVER)).endswith("(job=batch)")
    assert str(decided(pod())) == "by default"


def test_namespace_of_a_template_is_not_its_own() -> None:
    deployment = {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "web", "namespace": "kube-system"},
        "spec": {"template": {"spec": {"containers": []}}},
    }
    assert decided(deployment).inject
