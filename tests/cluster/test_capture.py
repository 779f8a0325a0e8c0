"""``config capture`` and ``config verify`` against a real API server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from tests.cluster.conftest import CONFIGS
from tests.cluster.servers.api_server import ApiServer
from tests.cluster.servers.installation import IstioInstallation, captured_files, installed
from tests.cluster.servers.istio_injector import ControlPlaneFiles
from tests.program_runs import Run

APP = """
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  template:
    spec:
      containers:
      - {name: app, image: nginx}
"""


@pytest.fixture(scope="module", autouse=True)
def installations(api_server: ApiServer, captured_istio: ControlPlaneFiles) -> Iterator[None]:
    canary = IstioInstallation(captured_files("istio-1.30.3", CONFIGS), revision="canary", tags=("next",))
    with installed(api_server, IstioInstallation(captured_istio, tags=("prod",)), canary):
        yield


@pytest.fixture(autouse=True)
def _manifest(kubeconfig: Path, tmp_path: Path) -> None:
    assert kubeconfig.exists()
    (tmp_path / "app.yaml").write_text(APP)


def test_a_captured_file_says_what_the_cluster_has(run: Run, captured_istio: ControlPlaneFiles) -> None:
    assert run("config", "capture", "-o", "mesh/").err == "InjectionConfig of revision default: mesh/default.yaml\n"
    captured = yaml.safe_load(Path("mesh/default.yaml").read_text())
    assert (captured["apiVersion"], captured["kind"]) == ("kubectl-inject/v1alpha1", "InjectionConfig")
    assert (captured["revision"], captured["tags"], captured["nativeSidecars"]) == ("default", ["prod"], True)
    assert captured["injectConfig"] == yaml.safe_load(captured_istio.config.read_text())
    assert captured["meshConfig"] == yaml.safe_load(captured_istio.mesh.read_text())
    assert captured["values"]["global"] == json.loads(captured_istio.values.read_text())["global"]
    assert captured["source"]["objects"] == [
        "ConfigMap istio-system/istio-sidecar-injector",
        "ConfigMap istio-system/istio",
        "MutatingWebhookConfiguration istio-revision-tag-prod",
        "MutatingWebhookConfiguration istio-sidecar-injector",
    ]
    assert [webhook["name"].partition(".sidecar")[0] for webhook in captured["webhooks"]] == [
        *("rev.namespace", "rev.object"),
        *("rev.namespace", "rev.object", "namespace", "object"),
    ]


def test_kinds_that_are_given_are_captured_too(run: Run) -> None:
    kind = "Game.example.com=spec.game.template"
    assert run("config", "capture", "--workload-kind", kind, "-o", "mesh.yaml").code == 0
    assert yaml.safe_load(Path("mesh.yaml").read_text())["workloadKind"] == [kind]
    assert run("config", "verify", "mesh.yaml", "--from-cluster").code == 0
    game = "apiVersion: example.com/v1\nkind: Game\nspec:\n  game:\n    template: {spec: {containers: [{name: a}]}}\n"
    assert "Game <unnamed>: injected" in run("-f", "-", "--config", "mesh.yaml", stdin=game).err
    refused = run("config", "capture", "--workload-kind", "Game")
    assert (refused.code, refused.out) == (1, "")
    assert "--workload-kind: expected KIND.GROUP=PATH" in refused.err


def test_the_same_cluster_gives_the_same_bytes(run: Run) -> None:
    first = run("config", "capture").out
    assert first.startswith("apiVersion: ")
    assert run("config", "capture").out == first


@pytest.mark.parametrize("requested", ["canary", "next"])
def test_a_revision_is_captured_by_its_name_or_a_tag(run: Run, requested: str) -> None:
    captured = yaml.safe_load(run("config", "capture", "--revision", requested).out)
    assert (captured["revision"], captured["tags"]) == ("canary", ["next"])
    assert captured["values"]["global"]["tag"] == "1.30.3"
    assert captured["source"]["objects"][0] == "ConfigMap istio-system/istio-sidecar-injector-canary"


def test_what_was_captured_injects_as_the_cluster_itself_does(run: Run) -> None:
    run("config", "capture", "-o", "mesh/")
    by_file, by_cluster = run("-f", "app.yaml", "--config", "mesh/"), run("-f", "app.yaml", "--from-cluster")
    assert (by_file.code, by_file.out) == (0, by_cluster.out)
    assert "istio-proxy" in by_file.out


def test_the_config_maps_as_kubectl_saves_them_inject_the_same(run: Run, api_server: ApiServer) -> None:
    saved = api_server.kubectl(
        *("get", "configmaps", "istio", "istio-sidecar-injector", "-n", "istio-system", "-o", "yaml")
    )
    Path("saved.yaml").write_text(saved)
    by_files, by_cluster = run("-f", "app.yaml", "--config", "saved.yaml"), run("-f", "app.yaml", "--from-cluster")
    assert (by_files.code, by_files.out) == (0, by_cluster.out)


def test_verify_compares_with_the_cluster(run: Run, api_server: ApiServer) -> None:
    run("config", "capture", "-r", "canary", "-o", "mesh/")
    url = api_server.url
    assert run("config", "verify", "mesh/canary.yaml", "--from-cluster").out == (
        f"mesh/canary.yaml: as it was captured\nmesh/canary.yaml: the same as the cluster {url}\n"
    )
    files = captured_files("istio-1.30.3", CONFIGS)
    changed = Path("mesh.yaml")
    changed.write_text(
        "trustDomain: other.example\n" + files.mesh.read_text().replace("trustDomain: cluster.local", "")
    )
    other = IstioInstallation(replace(files, mesh=changed), revision="canary", tags=("next",))
    config_map = next(thing for thing in other.objects() if "mesh" in thing.get("data", {}))
    api_server.apply([config_map])
    try:
        ended = run("config", "verify", "mesh/canary.yaml", "--from-cluster")
    finally:
        restored = IstioInstallation(files, revision="canary", tags=("next",)).objects()
        api_server.apply([thing for thing in restored if "mesh" in thing.get("data", {})])
    assert ended.code == 1
    assert "meshConfig.trustDomain: cluster.local here, other.example in the cluster\n" in ended.out


def test_it_works_as_a_plugin_of_kubectl(run: Run, api_server: ApiServer) -> None:
    environment = api_server.environment()
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    plugin = ["kubectl", "inject", "config", "capture"]
    ended = subprocess.run(plugin, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout) == (0, run("config", "capture").out)
