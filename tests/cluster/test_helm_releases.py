"""Releases of Helm 3 and Helm 4 in a real API server: what is stored there has the sidecar.

No controller runs, so that nothing here may wait for Pods or Jobs: hooks are left out.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cluster.servers.api_server import ApiServer
from tests.conftest import MESH_FLAGS, ROOT
from tests.helm import Helm
from tests.own_programs import KUBECTL_INJECT
from tests.printed_objects import by_identity, container_names

CHART = ROOT / "examples" / "helm" / "chart"
INJECTED = ["istio-init", "istio-proxy", "web"]


@dataclass(frozen=True, slots=True)
class Release:
    """A release by the name ``web`` in a namespace of its own, of the example chart, which may not be there."""

    helm: Helm
    namespace: str
    server: ApiServer

    def run(self, verb: str, *arguments: str | Path) -> str:
        """Run a command of Helm's on the release, and return what it printed."""
        name = ["--namespace", self.namespace, "--kubeconfig", str(self.server.kubeconfig())]
        return self.helm.out(*verb.split(), "web", *arguments, *name)

    def apply(self, verb: str, *flags: str, injecting: bool = True) -> str:
        """Install or upgrade, without hooks."""
        own = self.helm.injecting(*MESH_FLAGS) if injecting else []
        return self.run(verb, CHART, "--no-hooks", *flags, *own)

    def deployment(self) -> dict[str, Any]:
        """Return the Deployment as the API server has it."""
        found: dict[str, Any] = self.server.get("deployment", "web", "-n", self.namespace)
        return found

    def containers(self) -> list[str]:
        """Return the names of the Deployment's containers in the API server."""
        return container_names(self.deployment()["spec"]["template"])

    def is_there(self) -> bool:
        """Whether the API server has the Deployment."""
        return not self.server.run_kubectl("get", "deployment", "web", "-n", self.namespace).returncode


@pytest.fixture
def release(helm: Helm, api_server: ApiServer) -> Iterator[Release]:
    """Return a release that is not there yet, and take it away in the end."""
    namespace = f"helm-{helm.major}"
    api_server.create_namespaces(namespace)
    found = Release(helm, namespace, api_server)
    yield found
    found.run("uninstall", "--no-hooks", "--ignore-not-found")


def test_install_and_uninstall(release: Release) -> None:
    release.apply("install")
    assert release.containers() == INJECTED
    release.run("uninstall", "--no-hooks")
    assert not release.is_there()


def test_upgrade_and_rollback(release: Release) -> None:
    release.apply("install", injecting=False)
    assert release.containers() == ["web"]
    release.apply("upgrade", "--set", "replicas=2")
    assert (release.containers(), release.deployment()["spec"]["replicas"]) == (INJECTED, 2)
    release.run("rollback", "1", "--no-hooks")
    assert (release.containers(), release.deployment()["spec"]["replicas"]) == (["web"], 1)
    release.run("rollback", "2", "--no-hooks")
    assert (release.containers(), release.deployment()["spec"]["replicas"]) == (INJECTED, 2)


def test_the_api_server_has_the_pod_template_that_the_command_makes(release: Release) -> None:
    release.apply("install")
    plain = release.helm.out("template", "web", CHART, "--no-hooks")
    arguments = [str(KUBECTL_INJECT), "-q", "-f", "-", "--no-restore", *MESH_FLAGS]
    injected = subprocess.run(arguments, input=plain, capture_output=True, text=True, check=True).stdout
    release.server.create_namespaces("by-the-command")
    release.server.kubectl("apply", "-n", "by-the-command", "-f", "-", stdin=injected)
    applied = release.server.get("deployment", "web", "-n", "by-the-command")
    assert release.deployment()["spec"]["template"] == applied["spec"]["template"]


def test_helm_shows_the_injected_manifest_again(release: Release) -> None:
    release.apply("install")
    manifest = by_identity(release.run("get manifest"))
    assert container_names(manifest["Deployment", "", "web"]["spec"]["template"]) == INJECTED


@pytest.mark.parametrize("kind", ["server", "client"])
def test_a_dry_run_shows_the_sidecar_and_installs_nothing(release: Release, kind: str) -> None:
    shown = release.apply("install", f"--dry-run={kind}")
    assert "name: istio-proxy" in shown
    assert not release.is_there()


def test_the_same_upgrade_again_changes_nothing(release: Release) -> None:
    release.apply("install")
    before = release.deployment()["metadata"]["generation"]
    release.apply("upgrade")
    assert release.deployment()["metadata"]["generation"] == before
