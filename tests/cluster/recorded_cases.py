"""The cases whose results were recorded from Istio's own injector, beside the project."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kubectl_inject.config.injection_config import InjectionConfig, Installation
from kubectl_inject.injection.injected import InjectedText
from kubectl_inject.injection.injector import Injector
from tests.cluster.servers.installation import captured_files
from tests.cluster.servers.istio_injector import ControlPlaneFiles
from tests.conftest import ROOT

CONFORMANCE = ROOT.parent / "shared" / "conformance"


@dataclass(frozen=True, slots=True)
class RecordedCase:
    """A manifest, what Istio made of it, and the configuration that it was given."""

    folder: Path
    config: str
    revision: str
    native_sidecars: bool
    platform: str
    compliance_policy: str

    @property
    def name(self) -> str:
        """The suite's and the case's name."""
        return f"{self.folder.parent.name}/{self.folder.name}"

    @property
    def manifest(self) -> Path:
        """The manifest before injection."""
        return self.folder / "input.yaml"

    @property
    def expected(self) -> Path:
        """The manifest after Istio's injection."""
        return self.folder / "expected.yaml"

    @property
    def files(self) -> ControlPlaneFiles:
        """The files of the configuration."""
        return captured_files(self.config, CONFORMANCE / "configs")

    @property
    def flags(self) -> list[str]:
        """The flags that give the command the configuration."""
        installation = {
            "--inject-config-file": self.files.config,
            "--values-file": self.files.values,
            "--mesh-config-file": self.files.mesh,
            "--revision": self.revision,
            "--platform": self.platform,
            "--compliance-policy": self.compliance_policy,
        }
        native = "--native-sidecars" if self.native_sidecars else "--no-native-sidecars"
        return [*(f"{name}={value}" for name, value in installation.items() if value), native]

    def inject(self) -> InjectedText:
        """Inject the manifest."""
        injector = _injector(self.config, self.revision, self.native_sidecars, self.platform, self.compliance_policy)
        return injector.inject_text(self.manifest.read_bytes().decode())


@cache
def _injector(config: str, revision: str, native_sidecars: bool, platform: str, compliance_policy: str) -> Injector:
    installation = Installation(revision, native_sidecars, platform, compliance_policy)
    files = captured_files(config, CONFORMANCE / "configs")
    texts = (path.read_text() for path in (files.config, files.values, files.mesh))
    return Injector(InjectionConfig.from_texts(*texts, installation=installation))


def recorded_cases(*suites: str) -> Iterator[RecordedCase]:
    """Yield the cases of some suites for which Istio has a result."""
    for suite in suites:
        for description in sorted((CONFORMANCE / suite).glob("*/case.json")):
            case = json.loads(description.read_text())
            if "error" not in case:
                yield RecordedCase(
                    folder=description.parent,
                    config=case["config"],
                    revision=case.get("revision", ""),
                    native_sidecars=case["nativeSidecars"],
                    platform=case.get("platform", ""),
                    compliance_policy=case.get("compliancePolicy", ""),
                )
