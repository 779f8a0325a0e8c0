"""The servers themselves: they are the real ones, and reach each other."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests

from tests.cluster.servers.api_server import NOBODY, ApiServer
from tests.cluster.servers.installation import IstioInstallation
from tests.cluster.servers.processes import server_process
from tests.conftest import pod
from tools.real_programs import KUBE_APISERVER

_INJECTOR = "/api/v1/namespaces/istio-system/services/https:istiod:443/proxy/inject"


def _review(reviewed: dict[str, Any]) -> dict[str, Any]:
    request = {"uid": "1", "kind": {"version": "v1", "kind": "Pod"}, "namespace": "shop", "object": reviewed}
    return {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": request}


def test_it_is_the_api_server_of_the_module(api_server: ApiServer) -> None:
    assert json.loads(api_server.kubectl("version", "-o", "json"))["serverVersion"]["gitVersion"] == "v1.36.3"
    assert KUBE_APISERVER.version == "v1.36.3"


def test_who_has_no_rights_is_refused(api_server: ApiServer) -> None:
    run = api_server.run_kubectl("get", "configmaps", user=NOBODY)
    assert run.returncode
    assert 'User "nobody" cannot list resource "configmaps"' in run.stderr


@contextmanager
def _kubectl_proxy(api_server: ApiServer, log: Path) -> Iterator[str]:
    """Yield the URL of a ``kubectl proxy``: ``kubectl create --raw`` names no content type, which Istio refuses."""
    arguments = ["kubectl", "proxy", "--port=0"]
    with server_process(arguments, log, **api_server.environment()) as process:
        process.wait_until(lambda: log.read_text().endswith("\n"))
        yield f"http://{log.read_text().split()[-1]}"


def test_the_injector_answers_through_the_api_server(
    api_server: ApiServer, istio: IstioInstallation, tmp_path: Path
) -> None:
    assert istio.injector is not None
    with _kubectl_proxy(api_server, tmp_path / "proxy.log") as url:
        answer = requests.post(url + _INJECTOR, json=_review(pod()), timeout=10).json()["response"]
    patch = json.loads(base64.b64decode(answer["patch"]))
    (added,) = (operation["value"] for operation in patch if operation["path"] == "/spec/initContainers")
    assert answer["allowed"]
    assert [container["name"] for container in added] == ["istio-init", "istio-proxy"]


def test_the_api_server_asks_the_injector_for_pods_of_a_labelled_namespace(
    api_server: ApiServer, istio: IstioInstallation
) -> None:
    assert istio.tags == ("prod",)
    api_server.create_namespaces("labelled", labels={"istio.io/rev": "prod"})
    api_server.create_namespaces("unlabelled")
    for namespace in ("labelled", "unlabelled"):
        api_server.kubectl("create", "-n", namespace, "-f", "-", stdin=json.dumps(pod()))
    created = {namespace: api_server.get("pod", "web", "-n", namespace) for namespace in ("labelled", "unlabelled")}
    assert "sidecar.istio.io/status" in created["labelled"]["metadata"]["annotations"]
    assert "initContainers" not in created["unlabelled"]["spec"]
