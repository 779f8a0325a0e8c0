"""Values that Istio's chart does not have are found, and those that it has are not."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.builtin.chart_values import unknown_values
from kubectl_inject.builtin.defaults import default_values, profiles


@pytest.mark.parametrize(
    ("values", "found"),
    [
        pytest.param({"global": {"proxy": {"logLevle": "debug"}}}, ["global.proxy.logLevle"], id="letters exchanged"),
        pytest.param({"global": {"proxy": {"nothingNear": 1}}}, ["global.proxy.nothingNear"], id="nothing near it"),
        pytest.param({"globl": {"hub": "x"}}, ["globl"], id="at the top"),
        pytest.param({"my-own-chart": {"a": 1}, "global": {"team": "a"}}, [], id="another chart's"),
        pytest.param({"global": {"tag": "1", "multiCluster": {"clusterNam": "c"}}}, ["global.multiCluster.clusterNam"]),
        pytest.param({"global": "x", "pilot": {"cni": {"enabled": True}}}, [], id="no mapping"),
        pytest.param({"global": {"proxy": {"resources": {"limts": {}}}}}, ["global.proxy.resources.limts"], id="deep"),
        pytest.param({"sidecarInjectorWebhook": {"templates": {"own": ""}}}, [], id="names of the user's own"),
    ],
)
def test_values_that_the_chart_does_not_have(values: dict[str, Any], found: list[str]) -> None:
    assert [each.path for each in unknown_values(values)] == found


def test_the_cure_names_what_was_probably_meant() -> None:
    (found,) = unknown_values({"global": {"proxy": {"logLevle": "debug"}}})
    assert found.cure == "did you mean global.proxy.logLevel?"
    (found,) = unknown_values({"global": {"sds": {"x": 1}}})
    assert found.cure == "there are: token"


@pytest.mark.parametrize("values", [default_values("1.31.0"), *profiles().values()])
def test_what_is_built_in_is_known(values: dict[str, Any]) -> None:
    assert list(unknown_values(values)) == []
