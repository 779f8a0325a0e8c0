"""What ``serve manifests`` prints: the real API server takes it, and its rights are enough and no more."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cluster.servers.api_server import VIEWER, ApiServer
from tests.cluster.servers.installation import IstioInstallation, installed
from tests.cluster.servers.istio_injector import ControlPlaneFiles
from tests.cluster.webhook.installation import printed_manifests
from tests.conftest import MESH_FLAGS, pod
from tests.webhook.reviews import operations_in, review_of
from tests.webhook.running_server import ServerFiles, WebhookServer, running_webhook

REVISION = "served"
NATIVE = ("--native-sidecars",)
_OURS = frozenset({"Issuer", "Certificate"})
"""Kinds of cert-manager's, which the API server does not know."""


@pytest.mark.parametrize(
    "flags",
    [
        pytest.param(["--self-signed", *MESH_FLAGS], id="files"),
        pytest.param(["--cert-manager", "--tag", "prod", "--tag", "default", "-r", "canary"], id="built in, tags"),
        pytest.param(
            ["--self-signed", "-n", "mesh", "--set", "sidecarInjectorWebhook.enableNamespacesByDefault=true"],
            id="by default",
        ),
    ],
)
def test_the_api_server_takes_them(flags: list[str], api_server: ApiServer) -> None:
    printed = [value for value in printed_manifests(*flags) if value["kind"] not in _OURS]
    api_server.apply([value for value in printed if value["kind"] == "Namespace"])
    text = json.dumps({"apiVersion": "v1", "kind": "List", "items": printed})
    run = api_server.run_kubectl(
        "apply", "--server-side", "--dry-run=server", "--validate=strict", "-f", "-", stdin=text
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert len(run.stdout.splitlines()) == len(printed)


@pytest.fixture(scope="module")
def control_plane(api_server: ApiServer, captured_istio: ControlPlaneFiles) -> Iterator[IstioInstallation]:
    """Have a control plane whose ConfigMaps a webhook reads; a test may change them."""
    installation = IstioInstallation(captured_istio, revision=REVISION)
    with installed(api_server, installation):
        yield installation


@pytest.fixture
def rights(api_server: ApiServer, control_plane: IstioInstallation, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give the rights that are printed for the ServiceAccount to a user without any others."""
    flags = ["--from-cluster", "--self-signed", "--revision", control_plane.revision, *NATIVE]
    for name, value in api_server.environment().items():
        monkeypatch.setenv(name, value)
    printed = [value for value in printed_manifests(*flags) if value["kind"].endswith(("Role", "RoleBinding"))]
    assert len(printed) == 4
    for binding in printed[1::2]:
        binding["subjects"] = [{"kind": "User", "name": VIEWER, "apiGroup": "rbac.authorization.k8s.io"}]
    api_server.apply(printed)
    yield
    api_server.delete(printed)


@pytest.mark.usefixtures("rights")
def test_rights_are_enough_to_read_and_watch(
    api_server: ApiServer, control_plane: IstioInstallation, tmp_path: Path
) -> None:
    flags = ["--from-cluster", f"--kubeconfig={api_server.kubeconfig(VIEWER)}", f"--revision={REVISION}", *NATIVE]
    with running_webhook(ServerFiles(tmp_path), config=flags) as server:
        before = image_of(server)
        api_server.apply([with_hub(value, "changed.example.com") for value in control_plane.objects()])
        server.process.wait_until(lambda: image_of(server) != before)
        assert image_of(server).startswith("changed.example.com/")
        assert server.metric('reload_failures_total{what="configuration"}') == 0
        broken = [with_text(value, "values", "{") for value in control_plane.objects()]
        api_server.apply(broken)
        server.wait_for_log("the new configuration cannot be used, the last one stays in force: istio-system/")
        assert image_of(server).startswith("changed.example.com/")
        api_server.apply(control_plane.objects())
        server.process.wait_until(lambda: image_of(server) == before)


def image_of(server: WebhookServer) -> str:
    (containers,) = (
        operation["value"]
        for operation in operations_in(server.post(review_of(pod())).content)
        if operation["path"] == "/spec/initContainers"
    )
    image: str = containers[0]["image"]
    return image


def with_hub(value: Mapping[str, Any], hub: str) -> Mapping[str, Any]:
    if "values" not in value.get("data", {}):
        return value
    values = json.loads(value["data"]["values"])
    values["global"]["hub"] = hub
    return with_text(value, "values", json.dumps(values))


def with_text(value: Mapping[str, Any], key: str, text: str) -> Mapping[str, Any]:
    return {**value, "data": {**value["data"], key: text}} if key in value.get("data", {}) else value


def test_no_rights_where_the_configuration_is_brought_along() -> None:
    printed = printed_manifests("--self-signed", *MESH_FLAGS)
    assert not [value["kind"] for value in printed if "Role" in value["kind"]]
    (account,) = (value for value in printed if value["kind"] == "ServiceAccount")
    assert account["automountServiceAccountToken"] is False
