"""What an Application's parameters may be, and what is announced of them."""

from __future__ import annotations

import json

import pytest

from kubectl_inject.argocd.parameters import ChartParameters, Collection, announcements, read_parameters
from kubectl_inject.errors import InjectionError
from kubectl_inject.settings.injection_settings import InjectionSettings


def test_parameters_are_for_the_chart_and_for_the_injection() -> None:
    given = [
        {"name": "values", "map": {"image.tag": "1.2"}, "string": "replicas: 3"},
        {"name": "valueFiles", "array": ["prod.yaml", "/eu.yaml"]},
        {"name": "releaseName", "string": "shop"},
        {"name": "istioVersion", "string": "1.30"},
        {"name": "revision", "string": "canary"},
        {"name": "injection", "string": "auto"},
    ]
    read = read_parameters(json.dumps(given))
    assert read.chart == ChartParameters("shop", ("prod.yaml", "/eu.yaml"), "replicas: 3", {"image.tag": "1.2"})
    assert read.settings == InjectionSettings(istio_version="1.30", revision="canary", injection="auto")


@pytest.mark.parametrize(
    "given",
    [
        pytest.param([], id="none"),
        # Argo CD's user interface keeps parameters that were emptied.
        pytest.param([{"name": "istioVersion", "string": ""}, {"name": "valueFiles", "array": []}], id="emptied"),
    ],
)
def test_nothing_is_given(given: list[object]) -> None:
    read = read_parameters(json.dumps(given))
    assert (read.chart.given, read.settings) == ((), InjectionSettings())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("{", "plugin.parameters: expected JSON: ", id="no JSON"),
        pytest.param('{"a": 1}', "plugin.parameters: expected a list, found ", id="no list"),
        pytest.param("[1]", "plugin.parameters[0]: expected a parameter with a name, found ", id="no parameter"),
        pytest.param(
            '[{"name": "istioversion", "string": "1.30"}]',
            "plugin.parameters[0]: unknown parameter 'istioversion'; did you mean 'istioVersion'?",
            id="nearly a name",
        ),
        pytest.param(
            '[{"name": "valueFiles", "string": "prod.yaml"}]',
            "plugin.parameters: valueFiles: expected its value as array, found string",
            id="another collection",
        ),
        pytest.param(
            '[{"name": "values"}]',
            "plugin.parameters: values: expected its value as map or string, found none",
            id="no value",
        ),
        pytest.param(
            '[{"name": "values", "map": {"replicas": 3}}]',
            "plugin.parameters: values: map: expected text throughout, found ",
            id="a number",
        ),
        pytest.param(
            '[{"name": "injection", "string": "always"}]',
            "plugin.parameters: injection: expected manual or auto, found 'always'",
            id="no choice",
        ),
    ],
)
def test_what_cannot_be_used_is_refused(text: str, message: str) -> None:
    with pytest.raises(InjectionError) as refused:
        read_parameters(text)
    assert str(refused.value).startswith(message)


def test_a_chart_takes_helms_parameters_too() -> None:
    settings = InjectionSettings(istio_version="1.30")
    injection, chart = (announcements(settings, is_chart=is_chart) for is_chart in (False, True))
    assert [each["name"] for each in injection] == ["istioVersion", "revision", "injection"]
    assert [each["name"] for each in chart] == ["values", "valueFiles", "releaseName", *(e["name"] for e in injection)]
    assert injection[0]["string"] == "1.30"
    assert {each["collectionType"] for each in chart} == {each.value for each in Collection}
