"""Which items the targets of a functionConfig select."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.errors import InjectionError
from kustomize_plugin.function_config import FunctionConfig
from kustomize_plugin.targets import read_targets

WEB: dict[str, Any] = {
    "apiVersion": "apps/v1",
    "kind": "Deployment",
    "metadata": {"name": "web", "namespace": "shop", "labels": {"app": "web"}, "annotations": {"team": "a", "n": 1}},
}
POD: dict[str, Any] = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "Web.0"}}


@pytest.mark.parametrize(
    ("item", "targets", "selected"),
    [
        pytest.param(WEB, [], True, id="no targets"),
        pytest.param(WEB, [{}], True, id="a target that asks for nothing"),
        pytest.param(WEB, [{"kind": "Job"}, {"name": "web"}], True, id="one of two"),
        pytest.param(WEB, [{"kind": "Deployment", "name": "api"}], False, id="half of one"),
        pytest.param(WEB, [{"group": "apps", "version": "v1"}], True, id="group and version"),
        pytest.param(WEB, [{"group": "batch"}], False, id="another group"),
        pytest.param(POD, [{"group": "apps"}], False, id="no group"),
        pytest.param(POD, [{"version": "v1", "kind": "Pod"}], True, id="the core group"),
        pytest.param(WEB, [{"name": "w*", "kind": "*Set"}], False, id="patterns, one of which fits"),
        pytest.param(WEB, [{"name": "w*", "kind": "Deploy*"}], True, id="patterns"),
        pytest.param(POD, [{"name": "web.0"}], False, id="case matters"),
        pytest.param(POD, [{"name": "Web*0"}], True, id="a dot is a dot"),
        pytest.param(POD, [{"name": "Web"}], False, id="the whole name"),
        pytest.param(POD, [{"namespace": "default"}], True, id="no namespace is the default one"),
        pytest.param(WEB, [{"labelSelector": "app=web"}], True, id="label"),
        pytest.param(WEB, [{"labelSelector": "app==web, tier=front"}], False, id="two labels"),
        pytest.param(WEB, [{"labelSelector": {"matchLabels": {"app": "api"}}}], False, id="another label's value"),
        pytest.param(
            WEB,
            [{"labelSelector": {"matchExpressions": [{"key": "app", "operator": "Exists"}]}}],
            True,
            id="expression",
        ),
        pytest.param(WEB, [{"labelSelector": {}}], True, id="a selector that asks for nothing"),
        pytest.param(POD, [{"labelSelector": "app=web"}], False, id="no labels"),
        pytest.param(WEB, [{"annotationSelector": "team=a,n=1"}], True, id="annotations, one of them a number"),
        pytest.param({"kind": "X", "metadata": []}, [{"kind": "X"}], True, id="metadata that is none"),
        pytest.param({}, [{"kind": "X"}], False, id="nothing"),
    ],
)
def test_selection(item: dict[str, Any], targets: list[Any], selected: bool) -> None:
    selecting = FunctionConfig(targets=read_targets(targets, "targets")).selecting(item)
    assert (selecting is not None) is selected


@pytest.mark.parametrize(
    ("selector", "message"),
    [
        pytest.param("app", r"expected KEY=VALUE,\.\.\., found the string 'app'", id="no value"),
        pytest.param("app=web,", "expected KEY=VALUE", id="comma at the end"),
        pytest.param("app!=web", "'app!' cannot be the key of a label", id="inequality"),
        pytest.param("", "expected KEY=VALUE", id="empty"),
        pytest.param([], "expected a mapping", id="list"),
        pytest.param({"matchLabels": {"a": "b c"}}, "'b c' cannot be the value of a label", id="value"),
        pytest.param({"matchlabels": {}}, "unknown field 'matchlabels'; did you mean 'matchLabels'?", id="unknown"),
    ],
)
@pytest.mark.parametrize("field", ["labelSelector", "annotationSelector"])
def test_a_wrong_selector(field: str, selector: Any, message: str) -> None:
    with pytest.raises(InjectionError, match=rf"\Atargets\[0\]\.{field}.*: {message}"):
        read_targets([{field: selector}], "targets")
