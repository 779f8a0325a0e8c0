"""The webhooks as printed, in the real API server: each recorded Pod is created, and is stored as Istio has it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cluster.conftest import CONFIGS
from tests.cluster.recorded_cases import CONFORMANCE
from tests.cluster.servers.api_server import ApiServer
from tests.cluster.servers.installation import captured_files
from tests.cluster.webhook.installation import (
    Object,
    Pods,
    as_stored,
    leading_to,
    printed_manifests,
    webhooks_installed,
)
from tests.printed_objects import objects_in
from tests.webhook.running_server import ServerFiles, running_webhook

SUITE = CONFORMANCE / "automatic"
INSTALLATIONS = ("auto-default-revision", "auto-canary-revision", "auto-namespaces-by-default")


def recorded(case: str, file: str, kind: str) -> list[Object]:
    return [value for value in objects_in((SUITE / case / file).read_text()) if value["kind"] == kind]


def config_flags(case: str) -> list[str]:
    described = json.loads((SUITE / case / "case.json").read_text())
    files = captured_files(described["config"], CONFIGS)
    flags = {"inject-config-file": files.config, "values-file": files.values, "mesh-config-file": files.mesh}
    return [*(f"--{name}={path}" for name, path in flags.items()), f"--revision={described['revision']}"]


@pytest.fixture(scope="module")
def pods(api_server: ApiServer) -> Pods:
    """Have the namespaces of the suite, which all its cases share; they stay, for nothing could remove them."""
    if not SUITE.is_dir():
        pytest.skip("no recorded cases beside the project")
    found = Pods(api_server)
    namespaces = recorded(INSTALLATIONS[0], "input.yaml", "Namespace")
    assert all(recorded(case, "input.yaml", "Namespace") == namespaces for case in INSTALLATIONS)
    found.create_namespaces(namespaces)
    return found


@pytest.mark.parametrize("case", INSTALLATIONS)
def test_each_pod_is_stored_as_istio_has_it(case: str, pods: Pods, api_server: ApiServer, tmp_path: Path) -> None:
    given, expected = (recorded(case, file, "Pod") for file in ("input.yaml", "expected.yaml"))
    assert len(given) == len(expected) == 288
    flags = config_flags(case)
    with running_webhook(ServerFiles(tmp_path), config=flags) as server:
        with webhooks_installed(api_server, leading_to(server, printed_manifests(*flags))):
            stored = pods.create_all(given)
        pods.delete_all(given)
        injected = server.metric("injected_total")
    # Without webhooks, the API server fills in its defaults alone.
    wanted = pods.create_all(expected, dry_run=True)
    for made, right in zip(stored, wanted, strict=True):
        assert made == as_stored(right)
    in_suite = sum("sidecar.istio.io/status" in (pod["metadata"].get("annotations") or {}) for pod in expected)
    assert 0 < in_suite < injected < in_suite + 50  # the probes of the API server's readiness are among them
