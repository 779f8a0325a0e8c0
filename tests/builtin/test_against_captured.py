"""The built-in configuration makes the same Pods as those captured from real installations."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from kubectl_inject import InjectionError
from kubectl_inject.builtin import TEMPLATES, builtin_config
from kubectl_inject.config.injection_config import InjectionConfig, Installation
from kubectl_inject.injection.injector import Injector
from kubectl_inject.startup.frozen import replace
from tests.conftest import ROOT

CONFORMANCE = ROOT.parent / "shared" / "conformance"
CAPTURED = ("istio-1.31.0", "istio-1.30.3", "istio-1.28.10")
SUITES = ("samples", "differential")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

pytestmark = pytest.mark.skipif(not CONFORMANCE.is_dir(), reason="no recorded results beside the project")


class Settings(NamedTuple):
    """An installation of which a configuration was captured, and how it injects."""

    captured: str
    revision: str
    native_sidecars: bool
    platform: str
    compliance_policy: str

    def installation(self) -> Installation:
        """Return all but the captured configuration's name."""
        return Installation(**{name: value for name, value in self._asdict().items() if name != "captured"})


class Case(NamedTuple):
    """A manifest, and the installation that injects it."""

    name: str
    manifest: str
    settings: Settings

    def requested_templates(self) -> set[str]:
        """Return the names of the templates that the manifest requests."""
        lines = [line for line in self.manifest.splitlines() if "inject.istio.io/templates:" in line]
        return {name.strip("' \"") for line in lines for name in line.partition(":")[2].split(",")}


@cache
def _captured_injector(settings: Settings) -> Injector:
    folder = CONFORMANCE / "configs" / settings.captured
    texts = ((folder / name).read_text() for name in ("inject-config.yaml", "values.json", "mesh.yaml"))
    return Injector(InjectionConfig.from_texts(*texts, installation=settings.installation()))


@cache
def _builtin_injector(settings: Settings) -> Injector:
    version = settings.captured.removeprefix("istio-")
    # What was captured is a plain installation, whatever revision the injector was run with.
    return Injector(replace(builtin_config(version), installation=settings.installation()))


def _cases() -> list[Case]:
    folders = sorted(folder for suite in SUITES for folder in (CONFORMANCE / suite).glob("*/"))
    cases = [_read(folder, json.loads((folder / "case.json").read_text())) for folder in folders]
    return [case for case in cases if case.settings.captured in CAPTURED]


def _read(folder: Path, case: dict[str, Any]) -> Case:
    settings = Settings(
        captured=case["config"],
        revision=case.get("revision", ""),
        native_sidecars=case["nativeSidecars"],
        platform=case.get("platform", ""),
        compliance_policy=case.get("compliancePolicy", ""),
    )
    return Case(f"{folder.parent.name}/{folder.name}", (folder / "input.yaml").read_bytes().decode(), settings)


def _documents(injector: Injector, manifest: str) -> list[Any] | None:
    """Return the injected documents, None where the manifest cannot be injected."""
    try:
        return list(yaml.load_all(injector.inject_text(manifest).text, LOADER))
    except InjectionError:
        return None


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in _cases()])
def test_makes_the_same_documents_or_fails_too(case: Case) -> None:
    assert _documents(_builtin_injector(case.settings), case.manifest) == _documents(
        _captured_injector(case.settings), case.manifest
    )


def test_no_case_asks_for_a_template_that_only_the_captured_configuration_has() -> None:
    captured_only = {name: set(_captured_templates(name)) - set(TEMPLATES) for name in CAPTURED}
    missing = {
        case.name: requested
        for case in _cases()
        if (requested := case.requested_templates() & captured_only[case.settings.captured])
    }
    assert not missing


def _captured_templates(name: str) -> list[str]:
    config = yaml.safe_load((CONFORMANCE / "configs" / name / "inject-config.yaml").read_text())
    return list(config["templates"])
