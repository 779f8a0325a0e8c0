from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.errors import InjectionError
from kubectl_inject.kubernetes.label_selector import parse_selector


def expression(operator: str, *values: str, key: str = "app") -> dict[str, Any]:
    return {"matchExpressions": [{"key": key, "operator": operator, "values": list(values)}]}


# Results as of metav1.LabelSelectorAsSelector, but that Istio takes an empty selector to select nothing.
@pytest.mark.parametrize(
    ("selector", "labels", "selected"),
    [
        ({}, {}, False),
        ({"matchLabels": {}, "matchExpressions": []}, {"app": "a"}, False),
        ({"matchLabels": {"app": "a"}}, {"app": "a", "x": "y"}, True),
        ({"matchLabels": {"app": "a"}}, {"app": "b"}, False),
        ({"matchLabels": {"app": "a"}}, {}, False),
        ({"matchLabels": {"app": ""}}, {}, False),
        ({"matchLabels": {"app": "a", "x": "y"}}, {"app": "a"}, False),
        ({"matchLabels": {"app": "a"}, **expression("Exists", key="x")}, {"app": "a"}, False),
        (expression("In", "a", "b"), {"app": "b"}, True),
        (expression("In", "a", "b"), {"app": "c"}, False),
        (expression("In", "a"), {}, False),
        (expression("NotIn", "a"), {"app": "a"}, False),
        (expression("NotIn", "a"), {"app": "b"}, True),
        (expression("NotIn", "a"), {}, True),
        (expression("Exists"), {"app": ""}, True),
        (expression("Exists"), {}, False),
        (expression("DoesNotExist"), {}, True),
        (expression("DoesNotExist"), {"app": ""}, False),
        # numbers and booleans of YAML are the labels they spell; null is the empty label
        ({"matchLabels": {"app": 1}}, {"app": "1"}, True),
        ({"matchLabels": {"app": True}}, {"app": "true"}, True),
        ({"matchLabels": {"app": None}}, {"app": ""}, True),
    ],
)
def test_matches(selector: dict[str, Any], labels: dict[str, str], selected: bool) -> None:
    assert parse_selector(selector, "selector").matches(labels) is selected


@pytest.mark.parametrize(
    ("selector", "text"),
    [
        ({"matchLabels": {"b": "2", "a": "1"}}, "a=1,b=2"),
        (expression("In", "a", "b"), "app in (a,b)"),
        (expression("NotIn", "a"), "app notin (a)"),
        (expression("Exists"), "app"),
        (expression("DoesNotExist"), "!app"),
    ],
)
def test_text(selector: dict[str, Any], text: str) -> None:
    assert str(parse_selector(selector, "selector")) == text


@pytest.mark.parametrize(
    ("selector", "message"),
    [
        ([], "at: expected a mapping"),
        ({"matchLabels": ["app"]}, "at: expected matchLabels to be a mapping"),
        ({"matchLabels": {"app": []}}, "at.matchLabels[app]: expected a string, found a list"),
        ({"matchLabels": {"a b": "c"}}, "at.matchLabels: 'a b' cannot be the key of a label"),
        ({"matchLabels": {"app": "a b"}}, "at.matchLabels: 'a b' cannot be the value of a label"),
        ({"matchExpressions": {"key": "a"}}, "matchExpressions a list"),
        ({"matchExpressions": ["app"]}, "at.matchExpressions[0]: expected a mapping with key and operator"),
        ({"matchExpressions": [{"operator": "Exists"}]}, "at.matchExpressions[0]: expected a mapping with key"),
        (expression("Equals", "a"), "expected one of In, NotIn, Exists, DoesNotExist, found 'Equals'"),
        (expression("In"), "at.matchExpressions[0].values: expected a list for In and NotIn, and none otherwise"),
        (expression("Exists", "a"), "and none otherwise"),
        (expression("Exists", key=""), "'' cannot be the key"),
    ],
)
def test_bad_selector(selector: Any, message: str) -> None:
    with pytest.raises(InjectionError) as error:
        parse_selector(selector, "at")
    assert message in str(error.value)
