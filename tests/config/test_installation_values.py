"""Helm values and IstioOperators as sources of values and mesh config."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.config.injection_config import ConfigError
from kubectl_inject.config.installation_values import InstallationValues, overlay, read_installation_values


@pytest.mark.parametrize(
    ("text", "values", "mesh"),
    [
        ("global: {hub: h}", {"global": {"hub": "h"}}, {}),
        ("meshConfig: {trustDomain: t}\nglobal: {}", {"global": {}}, {"trustDomain": "t"}),
        ('{"pilot": {"cni": {"enabled": true}}}', {"pilot": {"cni": {"enabled": True}}}, {}),
        (
            (
                "kind: IstioOperator\n"
                "spec: {hub: h, tag: t, revision: r, meshConfig: {rootNamespace: roots}, values: {global: {tag: own}}}"
            ),
            {"global": {"hub": "h", "tag": "own"}, "revision": "r"},
            {"rootNamespace": "roots"},
        ),
        ("kind: IstioOperator", {"global": {}}, {}),
    ],
)
def test_values_and_mesh(text: str, values: dict[str, Any], mesh: dict[str, Any]) -> None:
    assert read_installation_values(text, "values.yaml") == InstallationValues(values, mesh)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a", "values.yaml: expected a mapping, found a list"),
        ("meshConfig: x", "values.yaml.meshConfig: expected a mapping"),
        ("kind: IstioOperator\nspec: {values: []}", "values.yaml: spec.values: expected a mapping"),
    ],
)
def test_refused(text: str, expected: str) -> None:
    with pytest.raises(ConfigError, match=expected):
        read_installation_values(text, "values.yaml")


@pytest.mark.parametrize(
    ("base", "other", "merged"),
    [
        ({"a": {"b": 1}}, {"a": {"c": 2}}, {"a": {"b": 1, "c": 2}}),
        ({"a": [1, 2]}, {"a": [3]}, {"a": [3]}),
        ({"a": {"b": 1}}, {"a": None}, {"a": None}),
        ({"a": None}, {"a": {"b": 1}}, {"a": {"b": 1}}),
        ({"a": 1}, {"a": {"b": 2}}, {"a": {"b": 2}}),
    ],
)
def test_overlay(base: dict[str, Any], other: dict[str, Any], merged: dict[str, Any]) -> None:
    assert overlay(base, other) == merged
