"""The pages with commands that need a cluster, run with an API server and Istio's own injector."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cluster.api_server import ApiServer
from tests.cluster.installation import IstioInstallation
from tests.document_sessions import check_page, needs_cluster, pages, prepared


@pytest.mark.parametrize("page", [page for page in pages() if needs_cluster(page)])
def test_commands_of_a_page(
    page: str, api_server: ApiServer, istio: IstioInstallation, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    assert istio.injector
    environment = api_server.environment()
    cluster = {name: environment[name] for name in ("KUBECONFIG", "KUBECACHEDIR")}
    check_page(page, prepared(tmp_path, page, cluster), request.config)
