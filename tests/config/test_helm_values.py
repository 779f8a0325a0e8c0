from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.config.helm_values import helm_values

VALUES = helm_values({"global": {"tag": 1, "hub": "docker.io", "on": True, "ports": [80, {"a": 1}], "half": 0.5}})


@pytest.mark.parametrize(
    ("path", "value", "text"),
    [
        ("global.hub", "docker.io", "docker.io"),
        ("global.tag", 1.0, "1"),
        ("global.half", 0.5, "0.5"),
        ("global.on", True, "true"),
        ("global.hub.name", None, ""),
        ("nothing.at.all", None, ""),
    ],
)
def test_by_path(path: str, value: Any, text: str) -> None:
    assert VALUES.at(path) == value
    assert VALUES.text(path) == text


@pytest.mark.parametrize(("path", "enabled"), [("global.on", True), ("global.tag", False), ("global.none", False)])
def test_enabled_is_only_what_is_true(path: str, enabled: bool) -> None:
    assert VALUES.enabled(path) is enabled


def test_numbers_are_floats_at_every_depth_and_booleans_stay() -> None:
    ports = VALUES.at("global.ports")
    assert [type(ports[0]), type(ports[1]["a"]), type(VALUES.at("global.on"))] == [float, float, bool]
