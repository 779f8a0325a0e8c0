"""A part of a configuration in the place of another is refused, naming the file and where it belongs."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.config.injection_config import ConfigError
from kubectl_inject.config.installation_values import installation_values
from kubectl_inject.config.saved_part import INJECT, MESH, VALUES, refuse_other_part, saved_part

PARTS: dict[str, dict[str, Any]] = {
    INJECT: {"policy": "enabled", "templates": {"sidecar": ""}},
    VALUES: {"global": {"hub": "x"}, "revision": ""},
    MESH: {"trustDomain": "td", "defaultConfig": {}},
}


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("given", PARTS)
def test_parts(part: str, given: str) -> None:
    if part == given:
        assert saved_part(PARTS[given], part, "a.yaml") == PARTS[given]
        return
    with pytest.raises(ConfigError, match=rf"^a\.yaml: expected the {part}, found .* the {given} \(fields "):
        saved_part(PARTS[given], part, "a.yaml")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("value", [{}, {"own": 1}, {"own": 1, "trustDomain": "td"}])
def test_what_is_of_no_part_for_sure_is_taken(part: str, value: dict[str, Any]) -> None:
    assert saved_part(value, part, "a.yaml") == value


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(
    ("kind", "cure"),
    [("Deployment", "$"), ("ConfigMap", "; --[a-z-]+-file takes that$"), ("IstioOperator", "; --values takes that$")],
)
def test_an_object_is_no_part(part: str, kind: str, cure: str) -> None:
    with pytest.raises(ConfigError, match=f"^a: expected the {part}, found kind {kind}{cure}"):
        refuse_other_part({"apiVersion": "x/v1", "kind": kind, "spec": {}}, part, "a", is_builtin=True)


def test_a_mesh_config_as_values_of_the_built_in_configuration() -> None:
    with pytest.raises(ConfigError, match=r"expected the values, .* mesh config .*--mesh-config "):
        installation_values(PARTS[MESH], "b.yaml")
