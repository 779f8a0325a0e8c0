"""What a release consists of, and that building it again gives the same bytes."""

from __future__ import annotations

import json
import subprocess
import tarfile
from pathlib import Path

import pytest
import yaml

from kubectl_inject import __version__
from tests.conftest import ROOT
from tests.helm import Helm
from tests.release.conftest import Programs, built
from tools.release.checksums import sha256


def test_the_checksums_are_those_of_all_files(dist: Path) -> None:
    listed = [line.split("  ") for line in (dist / "checksums.txt").read_text().splitlines()]
    assert {name for _, name in listed} == {path.name for path in dist.iterdir()} - {"checksums.txt"}
    check = subprocess.run(
        ["sha256sum", "--check", "--strict", "checksums.txt"], cwd=dist, capture_output=True, check=False
    )
    assert check.returncode == 0


def test_the_same_commit_gives_the_same_bytes(dist: Path, commit: str, tmp_path: Path) -> None:
    again = built(tmp_path / "another place" / "dist", commit)
    assert (again / "checksums.txt").read_text() == (dist / "checksums.txt").read_text()


def test_a_wheel_in_a_fresh_environment(from_wheel: Programs, checkout: Programs) -> None:
    assert from_wheel.injected_examples() == checkout.injected_examples()
    version = json.loads(from_wheel.run("version", "-o", "json"))
    assert version["version"] == __version__
    assert len(version["commit"]) == 40


def test_the_source_distribution_has_the_tests_and_the_commit(dist: Path) -> None:
    with tarfile.open(dist / f"kubectl_inject-{__version__}.tar.gz") as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"kubectl_inject/cli/built.py", "tests/conftest.py", "LICENSE", "pyproject.toml"} <= names


def test_the_bill_of_materials(dist: Path, archive: Path, unpacked: Programs) -> None:
    document = json.loads((dist / f"kubectl-inject-{__version__}.cdx.json").read_text())
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    assert "serialNumber" not in document
    subject = document["metadata"]["component"]
    assert (subject["name"], subject["version"]) == ("kubectl-inject", __version__)
    assert subject["hashes"] == [{"alg": "SHA-256", "content": sha256(archive)}]
    installed = {path.name.partition("-")[0].lower() for path in unpacked.folder.rglob("*.dist-info")}
    named = {component["name"].replace("-", "_").replace(".", "_").lower() for component in document["components"]}
    assert installed - {"kubectl_inject"} <= named
    assert not [component["name"] for component in document["components"] if not component.get("licenses")]


def test_the_notes_are_those_of_the_changelog(dist: Path) -> None:
    notes = (dist / "release-notes.md").read_text()
    assert notes.startswith(f"# kubectl-inject {__version__}\n")
    assert notes.partition("\n\n")[2] in (ROOT / "CHANGELOG.md").read_text()


@pytest.mark.parametrize("helm", ["helm_4"], indirect=True)
def test_the_plugin_of_helm(dist: Path, helm: Helm, tmp_path: Path) -> None:
    plugin = tmp_path / "plugin"
    with tarfile.open(dist / f"kubectl-inject-helm-plugin-{__version__}.tgz") as archive:
        archive.extractall(plugin, filter="data")
    own = {f"HELM_{kind}_HOME": str(tmp_path / kind) for kind in ("DATA", "CONFIG", "CACHE")}
    helm.out("plugin", "install", plugin / "inject", **own)
    rendered = helm.out("template", "web", ROOT / "examples" / "helm" / "chart", *helm.injecting(), **own)
    assert "istio-proxy" in rendered


def test_the_containerfiles_name_the_commit(dist: Path, commit: str) -> None:
    found = sorted(dist.glob("*.Containerfile"))
    assert [path.name.split("-")[2] for path in found] == ["argocd", "krm", "webhook"]
    assert all(f'ARG COMMIT="{commit}"' in path.read_text() for path in found)


def test_the_manifest_for_krew_has_the_digest(dist: Path, archive: Path) -> None:
    manifest = yaml.safe_load((dist / "inject.yaml").read_text())
    (platform,) = manifest["spec"]["platforms"]
    assert platform["sha256"] == sha256(archive)
    assert platform["uri"].endswith(f"/v{__version__}/{archive.name}")
