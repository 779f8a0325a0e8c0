"""A frozen configuration injects as the settings did that it was made of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kubectl_inject import InjectionError
from kubectl_inject.config.saved_files import read_saved
from kubectl_inject.injection.injector import Injector
from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.settings.freezing import frozen_config
from kubectl_inject.settings.injection_settings import InjectionSettings
from kubectl_inject.settings.resolved import SettingsLayer, resolve
from tests.cluster.recorded_cases import CONFORMANCE, recorded_cases
from tests.conftest import MESH, ROOT

SETTINGS: dict[str, dict[str, Any]] = {
    "plain": {},
    "a patch release": {"istio_version": "1.30.3"},
    "values": {"set_values": ("global.hub=registry.example.com/istio", "global.proxy.resources.requests.cpu=150m")},
    "a value taken away": {"values": ({"global": {"proxy": {"resources": None, "lifecycle": {"preStop": None}}}},)},
    "a profile": {"profile": "ambient", "istio_version": "1.29"},
    "mesh config": {"mesh_config": {"trustDomain": "corp", "defaultConfig": {"holdApplicationUntilProxyStarts": True}}},
    "a revision": {"revision": "canary", "revision_tags": {"prod": "canary"}},
    "classic sidecars": {"native_sidecars": False, "compliance_policy": "fips-140-3"},
    "OpenShift": {"platform": "openshift", "values": ({"pilot": {"cni": {"enabled": True}}},)},
    "kinds of the user's": {"own_workload_kinds": ("Game.example.com=spec.game.template",)},
    "files": {
        "inject_config_file": str(MESH / "inject-config.yaml"),
        "values_file": str(MESH / "values.json"),
        "mesh_config_file": str(MESH / "mesh.yaml"),
        "istio_version": "1.31.2",
    },
}
EXAMPLES = "\n---\n".join(path.read_text() for path in sorted((ROOT / "examples" / "bookinfo").glob("*.yaml")))

GAME = """\
apiVersion: example.com/v1
kind: Game
metadata: {name: chess}
spec: {game: {template: {spec: {containers: [{name: chess, image: chess}]}}}}
"""


def samples() -> list[str]:
    if not CONFORMANCE.is_dir():
        return [EXAMPLES, GAME]
    return [EXAMPLES, GAME, *(case.manifest.read_text() for case in recorded_cases("samples"))]


def outcome(injector: Injector, text: str) -> str:
    try:
        return injector.inject_text(text).text
    except InjectionError as error:
        return f"error: {error}"


@pytest.mark.parametrize("given", SETTINGS.values(), ids=SETTINGS)
def test_the_file_injects_as_the_settings_do(given: dict[str, Any], tmp_path: Path) -> None:
    resolved = resolve([SettingsLayer("flags", InjectionSettings(**given))])
    file = tmp_path / "mesh.yaml"
    file.write_text(write_yaml(frozen_config(resolved).document()))
    frozen = read_saved([str(file)], "")
    by_settings, by_file = Injector(resolved.config), Injector(frozen.injection_config())
    for text in samples():
        assert outcome(by_file, text) == outcome(by_settings, text)
    assert frozen_config(resolve([SettingsLayer("flags", InjectionSettings(config=(str(file),)))])) == frozen


def test_it_holds_what_the_settings_say() -> None:
    given = InjectionSettings(istio_version="1.30.3", revision="canary", set_values=("global.hub=example.com/istio",))
    document = yaml.safe_load(write_yaml(frozen_config(resolve([SettingsLayer("flags", given)])).document()))
    assert (document["kind"], document["istioVersion"], document["revision"]) == ("InjectionConfig", "1.30.3", "canary")
    assert document["values"]["global"]["hub"] == "example.com/istio"
    assert "workloadKind" not in document


def test_kinds_of_the_file_and_of_the_settings_go_together(tmp_path: Path) -> None:
    file = tmp_path / "mesh.yaml"
    kinds = ("Game.example.com=spec.a", "Match.example.com=spec.b")
    first = InjectionSettings(own_workload_kinds=kinds[:1])
    for settings in (first, InjectionSettings(own_workload_kinds=kinds[1:], config=(str(file),))):
        resolved = resolve([SettingsLayer("flags", settings)])
        file.write_text(write_yaml(frozen_config(resolved).document()))
    assert read_saved([str(file)], "").workload_kinds == kinds
