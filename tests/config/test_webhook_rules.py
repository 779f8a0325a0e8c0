"""Istio's injection webhooks, as MutatingWebhookConfigurations have them."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.config.webhook_rules import Webhook, WebhookService, injection_webhooks
from kubectl_inject.errors import InjectionError

ENABLED = {"matchLabels": {"istio-injection": "enabled"}}
NOT_REFUSED = {"matchExpressions": [{"key": "sidecar.istio.io/inject", "operator": "NotIn", "values": ["false"]}]}
ISTIOD = {"namespace": "istio-system", "name": "istiod", "path": "/inject", "port": 15017}
NAME = "namespace.sidecar-injector.istio.io"


def configuration(*webhooks: Any, labels: dict[str, str] | None = None) -> dict[str, Any]:
    return {"metadata": {"name": "injector", "labels": labels}, "webhooks": list(webhooks)}


def test_all_of_a_webhook_is_read() -> None:
    webhook = {
        "name": NAME,
        "namespaceSelector": ENABLED,
        "objectSelector": NOT_REFUSED,
        "clientConfig": {"service": ISTIOD, "caBundle": "c2VjcmV0"},
    }
    labels = {"istio.io/rev": "1-31", "istio.io/tag": "prod"}
    assert list(injection_webhooks([configuration(webhook, labels=labels)])) == [
        Webhook(
            NAME,
            "injector",
            "1-31",
            "prod",
            ENABLED,
            NOT_REFUSED,
            WebhookService("istio-system", "istiod", 15017, "/inject"),
        )
    ]


@pytest.mark.parametrize(
    ("webhook", "expected"),
    [
        pytest.param({"clientConfig": {"url": "https://istiod.example.com/inject"}}, None, id="URL"),
        pytest.param({}, None, id="nothing"),
        pytest.param(
            {"clientConfig": {"service": {"namespace": "istio-system", "name": "istiod"}}},
            WebhookService("istio-system", "istiod", 443, "/"),
            id="service without port and path",
        ),
    ],
)
def test_what_is_not_given_has_kubernetes_default(webhook: dict[str, Any], expected: WebhookService | None) -> None:
    assert list(injection_webhooks([configuration({"name": NAME, **webhook})])) == [
        Webhook(NAME, "injector", "default", service=expected)
    ]


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        pytest.param("sidecar-injector.istio.io", True, id="of old installations"),
        pytest.param("rev.object.sidecar-injector.istio.io", True, id="revision"),
        pytest.param("validation.istio.io", False, id="Istio's, for other things"),
        pytest.param("sidecar-injector.linkerd.io", False, id="of somebody else"),
    ],
)
def test_only_injection_webhooks_are_taken(name: str, taken: bool) -> None:
    found = injection_webhooks([configuration({"name": name}), {"metadata": {"name": "none"}}])
    assert [webhook.name for webhook in found] == [name] * taken


@pytest.mark.parametrize(
    ("namespace_selector", "object_selector", "selected"),
    [
        pytest.param({}, {}, True, id="empty selectors match everything"),
        pytest.param(ENABLED, {}, True, id="namespace"),
        pytest.param({"matchLabels": {"istio-injection": "disabled"}}, {}, False, id="another namespace"),
        pytest.param({}, NOT_REFUSED, True, id="Pod"),
        pytest.param({}, ENABLED, False, id="the Pod has not the namespace's labels"),
        pytest.param(ENABLED, {"matchLabels": {"app": "other"}}, False, id="both must match"),
    ],
)
def test_selection(namespace_selector: dict[str, Any], object_selector: dict[str, Any], selected: bool) -> None:
    webhook = Webhook(
        NAME, "injector", "default", namespace_selector=namespace_selector, object_selector=object_selector
    )
    assert webhook.selects({"istio-injection": "enabled"}, {"app": "web"}) is selected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"metadata": "x"}, "metadata: expected a mapping, found the string 'x'", id="metadata"),
        pytest.param({"metadata": {"name": "a"}, "webhooks": "x"}, "a.webhooks: expected a list", id="webhooks"),
        pytest.param(configuration("x"), r"injector: webhooks\[0\]: expected a mapping", id="webhook"),
        pytest.param(configuration({"name": 1}), r"webhooks\[0\].name: expected a string", id="name"),
        pytest.param(
            configuration({"name": NAME, "clientConfig": {"service": {"name": "istiod"}}}),
            r"webhooks\[0\].service: expected a namespace and a name",
            id="service",
        ),
        pytest.param(
            configuration({"name": NAME}, {"name": NAME, "objectSelector": {"matchLabels": "x"}}),
            r"webhooks\[1\].objectSelector: expected matchLabels",
            id="selector",
        ),
        pytest.param(
            configuration({"name": NAME}, labels={"istio.io/rev": 1}),  # type: ignore[dict-item]  # what is refused
            "istio.io/rev: expected a string, found the number 1",
            id="label",
        ),
    ],
)
def test_malformed(given: dict[str, Any], expected: str) -> None:
    with pytest.raises(InjectionError, match=expected):
        list(injection_webhooks([given]))
