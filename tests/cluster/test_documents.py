"""The pages with commands that need a cluster, run with an API server and Istio's own injector."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cluster.servers.api_server import ApiServer
from tests.cluster.servers.installation import IstioInstallation, installed
from tests.cluster.servers.istio_injector import ControlPlaneFiles
from tests.pages.document_sessions import check_page, needs_cluster, pages, prepared

STAGING = ("config", "set-context", "staging", "--cluster=test", "--user=admin")


@pytest.fixture(scope="module", autouse=True)
def _revisions(api_server: ApiServer, captured_istio: ControlPlaneFiles) -> Iterator[None]:
    """Have the control planes of other revisions too, as the pages do."""
    revisions = (IstioInstallation(captured_istio, revision=name) for name in ("1-31", "canary"))
    with installed(api_server, *revisions):
        yield


@pytest.mark.parametrize("page", [page for page in pages() if needs_cluster(page)])
def test_commands_of_a_page(
    page: str, api_server: ApiServer, istio: IstioInstallation, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    assert istio.injector
    environment = api_server.environment()
    kubeconfig = tmp_path / "kubeconfig"
    shutil.copy(environment["KUBECONFIG"], kubeconfig)
    api_server.kubectl("--kubeconfig", str(kubeconfig), *STAGING)
    cluster = {"KUBECONFIG": str(kubeconfig), "KUBECACHEDIR": environment["KUBECACHEDIR"]}
    check_page(page, prepared(tmp_path, page, cluster, api_server.url), request.config)
