"""A cluster's API server and Istio's injector, started once for all tests that ask for them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cluster.servers.api_server import ApiServer, running_api_server
from tests.cluster.servers.installation import IstioInstallation, captured_files, installed
from tests.cluster.servers.istio_injector import ControlPlaneFiles, IstioInjector, running_injector
from tests.cluster.servers.processes import address_beyond_loopback
from tests.conftest import ROOT
from tests.requirements import require, require_program
from tools.real_programs import ISTIO_INJECTOR, KUBE_APISERVER

CONFIGS = ROOT.parent / "shared" / "conformance" / "configs"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep all tests of the API server in one of pytest-xdist's workers, for each would start its own.

    pytest-xdist 3.8 does not see the groups under pytest 9.2: then each does, which takes longer and is as right.
    """
    for item in items:
        if "api_server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("api-server"))


@pytest.fixture(scope="session")
def api_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ApiServer]:
    """Run an API server."""
    require(shutil.which("kubectl"), "kubectl is not on the PATH")
    require(shutil.which("etcd"), "etcd is not on the PATH; Debian has it in etcd-server")
    require_program(KUBE_APISERVER)
    with running_api_server(tmp_path_factory.mktemp("api-server")) as server:
        yield server


@pytest.fixture(scope="session")
def captured_istio() -> ControlPlaneFiles:
    """Return the configuration of Istio's newest release, as it was captured from an installation."""
    if not CONFIGS.is_dir():
        pytest.skip("no captured configurations beside the project")
    return captured_files("istio-1.31.0", CONFIGS)


@pytest.fixture(scope="session")
def istio_injector(
    captured_istio: ControlPlaneFiles, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[IstioInjector]:
    """Run Istio's own injector, with the captured configuration, native sidecars, and the default revision."""
    address = address_beyond_loopback()
    require(address, "this machine has no address but loopback, where API servers do not lead calls to")
    require_program(ISTIO_INJECTOR)
    with running_injector(captured_istio, tmp_path_factory.mktemp("istio-injector"), address or "") as injector:
        yield injector


@pytest.fixture(scope="module")
def istio(
    api_server: ApiServer, istio_injector: IstioInjector, captured_istio: ControlPlaneFiles
) -> Iterator[IstioInstallation]:
    """Have a control plane of the default revision, whose injector runs, with the tag ``prod``, for one module."""
    installation = IstioInstallation(captured_istio, tags=("prod",), injector=istio_injector)
    with installed(api_server, installation):
        yield installation


@pytest.fixture
def kubeconfig(api_server: ApiServer, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make kubectl, and what runs it, talk to the API server as its administrator."""
    for name, value in api_server.environment().items():
        monkeypatch.setenv(name, value)
    return api_server.kubeconfig()
