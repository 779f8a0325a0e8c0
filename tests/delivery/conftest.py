"""Servers of delivery tools, started once for all tests that ask for them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from tests.cluster.conftest import (
    api_server as api_server,
)
from tests.cluster.conftest import (
    captured_istio as captured_istio,
)
from tests.cluster.conftest import (
    istio as istio,
)
from tests.cluster.conftest import (
    istio_injector as istio_injector,
)
from tests.delivery.argocd_servers import ArgoCd, running_argocd
from tests.pages.document_sessions import linked_programs
from tests.requirements import require, require_program
from tools.real_programs import ARGOCD


@pytest.fixture(scope="session")
def argocd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArgoCd]:
    """Run Argo CD's servers with the plugin."""
    require_program(ARGOCD)
    require(shutil.which("redis-server"), "redis-server is not on the PATH; Debian has it in redis-server")
    folder = tmp_path_factory.mktemp("argocd")
    with running_argocd(folder, linked_programs(folder / "programs")) as servers:
        yield servers
