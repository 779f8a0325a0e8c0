"""Which revision settings mean, and what it makes of the configuration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kubectl_inject.config.captured import CapturedConfig
from kubectl_inject.config.injection_config import ConfigError
from kubectl_inject.settings.capturing import as_captured
from kubectl_inject.settings.injection_settings import InjectionSettings as Given
from kubectl_inject.settings.provenance import sourced_values
from kubectl_inject.settings.resolved import Resolved, SettingsLayer, resolve
from tests.conftest import MESH

PLAIN, CANARY = "istiod.istio-system.svc:15012", "istiod-canary.istio-system.svc:15012"
TAG = {"prod": "canary"}
CAPTURED = CapturedConfig({"templates": {"sidecar": "spec: {}\n"}}, {}, {}, revision="canary", tags=("stable",))
FILES = Given(
    inject_config_file=str(MESH / "inject-config.yaml"),
    values_file=str(MESH / "values.json"),
    mesh_config_file=str(MESH / "mesh.yaml"),
)


def resolved(given: Given) -> Resolved:
    return resolve([SettingsLayer("flags", given)])


def address_in(found: Resolved) -> str:
    address = found.config.mesh.get("defaultConfig").get("discoveryAddress")
    assert isinstance(address, str)
    return address


@pytest.mark.parametrize(
    ("given", "revision", "address"),
    [
        pytest.param(Given(), "", PLAIN, id="nothing"),
        pytest.param(Given(revision="canary"), "canary", CANARY, id="a revision"),
        pytest.param(Given(set_values=("revision=canary",)), "canary", CANARY, id="in the values"),
        pytest.param(Given(revision="canary", set_values=("revision=canary",)), "canary", CANARY, id="in both"),
        pytest.param(Given(revision="canary", set_values=("revision=",)), "canary", CANARY, id="empty in the values"),
        pytest.param(
            Given(revision="canary", set_values=("revision=null",)), "canary", CANARY, id="null in the values"
        ),
        pytest.param(Given(revision="prod", revision_tags=TAG), "canary", CANARY, id="a tag"),
        pytest.param(
            Given(revision="prod", revision_tags=TAG, set_values=("revision=canary",)),
            "canary",
            CANARY,
            id="both, tagged",
        ),
        pytest.param(
            Given(revision="test", revision_tags={"prod": "a"}), "test", CANARY.replace("canary", "test"), id="no tag"
        ),
        pytest.param(Given(revision="default"), "default", PLAIN, id="the default one"),
        pytest.param(
            Given(revision="default", revision_tags={"default": "canary"}), "canary", CANARY, id="default as a tag"
        ),
        pytest.param(
            Given(revision="prod", revision_tags={"prod": "default"}), "default", PLAIN, id="a tag of default"
        ),
        pytest.param(
            Given(revision="canary", mesh_config={"defaultConfig": {"discoveryAddress": "mine:1"}}),
            "canary",
            "mine:1",
            id="an address of the user's own",
        ),
        pytest.param(
            Given(revision="canary", set_values=("global.istioNamespace=mesh",)),
            "canary",
            CANARY.replace("istio-system", "mesh"),
            id="another namespace",
        ),
    ],
)
def test_built_in(given: Given, revision: str, address: str) -> None:
    found = resolved(given)
    assert (found.config.installation.revision, address_in(found)) == (revision, address)


def test_it_is_in_the_values_that_templates_read_and_in_what_is_captured() -> None:
    found = resolved(Given(revision="canary"))
    assert found.config.values.text("revision") == "canary"
    captured = as_captured(found)
    assert (captured.revision, captured.values["revision"]) == ("canary", "canary")
    assert captured.mesh["defaultConfig"]["discoveryAddress"] == CANARY


def test_it_is_shown_where_it_is_from() -> None:
    layers = [SettingsLayer("flags", Given(revision="canary"))]
    found = {item.path: (item.value, item.source) for item in sourced_values(resolve(layers), layers)}
    assert found["revision"] == ("canary", "flags")
    assert found["values.revision"] == ("canary", "--revision")
    assert found["meshConfig.defaultConfig.discoveryAddress"] == (CANARY, "made of the values")


def test_values_of_a_file_name_another(write_file: Callable[[str, str], Path]) -> None:
    values = str(write_file("values.yaml", "revision: blue\n"))
    with pytest.raises(ConfigError, match=r"^--revision: the configuration is of revision 'blue', not of 'canary'$"):
        resolved(Given(revision="canary", values=(values,)))


@pytest.mark.parametrize("revision", ["canary", "stable", "prod"])
def test_a_captured_one_goes_by_its_name_and_its_tags(revision: str) -> None:
    found = resolved(Given(config=(CAPTURED.document(),), revision=revision, revision_tags=TAG))
    assert found.config.installation.revision == "canary"
    assert found.config.installation.names == {"canary", "stable", "prod"}


def test_a_captured_one_is_of_another() -> None:
    moved = Given(config=(CAPTURED.document(),), revision="stable", revision_tags={"stable": "blue"})
    with pytest.raises(ConfigError, match="of revision 'canary', not of 'blue'"):
        resolved(moved)


def test_files_do_not_say_their_revision() -> None:
    found = resolved(FILES.overlaid_by(Given(revision="prod", revision_tags=TAG)))
    assert found.config.installation.revision == "canary"
    assert found.config.installation.names == {"canary", "prod"}
    assert found.config.values.text("revision") == ""
