"""What a cluster's answers are taken for."""

from __future__ import annotations

import socket
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from kubectl_inject.cluster.control_plane import ControlPlaneNames, find_revision, oldest, supports_native_sidecars
from kubectl_inject.cluster.injector import as_template, carried_over, created_pod
from kubectl_inject.cluster.kubectl import ClusterError, Kubectl
from kubectl_inject.config.helm_values import HelmValues
from kubectl_inject.config.webhook_rules import Webhook
from kubectl_inject.injection.workload import find_workload
from kubectl_inject.istio.releases import Release
from tests.cluster.test_from_cluster import kubeconfig_for


@pytest.mark.parametrize(
    ("istio", "variable", "node", "native"),
    [
        pytest.param(31, "", "v1.33.0", True, id="nodes can"),
        pytest.param(31, "", "v1.32.11-gke.100", False, id="nodes cannot"),
        pytest.param(31, "auto", "v1.32.0", False, id="auto asks the nodes"),
        pytest.param(31, "true", "v1.30.0", True, id="requested"),
        pytest.param(31, "false", "v1.36.0", False, id="refused"),
        pytest.param(31, "", "", True, id="no node known"),
        pytest.param(26, "", "v1.36.0", False, id="before they were the default"),
        pytest.param(26, "true", "v1.36.0", True, id="before, requested"),
    ],
)
def test_native_sidecars(istio: int, variable: str, node: str, native: bool) -> None:
    values = {"pilot": {"env": {"ENABLE_NATIVE_SIDECARS": variable} if variable else {}}}
    assert supports_native_sidecars(HelmValues(values), Release(istio), node) is native


@pytest.mark.parametrize(
    ("versions", "least"),
    [
        pytest.param([], "", id="none"),
        pytest.param(["v1.36.0", "v1.9.11", "v1.33.2"], "v1.9.11", id="by number, not by letter"),
        pytest.param(["v1.33.2", "unknown"], "unknown", id="one that is no version"),
    ],
)
def test_the_oldest_kubelet(versions: list[str], least: str) -> None:
    assert oldest(versions) == least


def webhook(revision: str, tag: str = "") -> Webhook:
    return Webhook("namespace.sidecar-injector.istio.io", f"hooks-{tag or revision}", revision, tag)


@pytest.mark.parametrize(
    ("webhooks", "requested", "found"),
    [
        pytest.param([webhook("default")], "", "default", id="default"),
        pytest.param([webhook("default"), webhook("1-31")], "1-31", "1-31", id="named"),
        pytest.param([webhook("1-31"), webhook("1-31", "prod")], "prod", "1-31", id="by a tag"),
        pytest.param([webhook("1-31"), webhook("1-31", "default")], "", "1-31", id="the default tag"),
        pytest.param([webhook("default"), webhook("1-31", "default")], "", "default", id="a revision before a tag"),
        pytest.param([webhook("1-31", "prod")], "1-31", "1-31", id="known by its tag only"),
    ],
)
def test_the_revision_that_is_requested(webhooks: list[Webhook], requested: str, found: str) -> None:
    assert find_revision(webhooks, ControlPlaneNames(revision=requested)) == found


def test_a_named_webhook_configuration_says_its_revision() -> None:
    assert find_revision([webhook("1-31")], ControlPlaneNames(webhook_config="hooks-1-31")) == "1-31"


def test_no_default_revision() -> None:
    with pytest.raises(ClusterError, match=r"no revision 'default'; there are: 1-31\. --revision says which"):
        find_revision([webhook("1-31")], ControlPlaneNames())


@pytest.mark.parametrize("answers", [b"", b"HTTP/1.1 200 OK\r\n"], ids=["silent", "stalls"])
def test_a_server_that_does_not_answer_is_not_waited_for(answers: bytes, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken: list[socket.socket] = []

        def accept() -> None:
            while True:
                try:
                    taken.append(server.accept()[0])
                    taken[-1].sendall(answers)
                except OSError:
                    return

        threading.Thread(target=accept, daemon=True).start()
        kubeconfig = tmp_path / "kubeconfig"
        kubeconfig.write_text(kubeconfig_for(f"http://127.0.0.1:{server.getsockname()[1]}"))
        started = time.monotonic()
        with pytest.raises(ClusterError, match=r"cannot be reached|took longer than"):
            Kubectl(kubeconfig=str(kubeconfig), timeout=0.5).items("nodes")
        assert time.monotonic() - started < 15
        for connection in taken:
            connection.close()


DEPLOYMENT: dict[str, Any] = {
    "apiVersion": "apps/v1",
    "kind": "Deployment",
    "metadata": {"name": "web", "namespace": "shop"},
    "spec": {
        "template": {
            "metadata": {"labels": {"app": "web"}, "creationTimestamp": None},
            "spec": {"containers": [{"name": "app", "image": "nginx"}]},
        }
    },
}


def test_a_pod_as_its_controller_creates_it_and_back() -> None:
    workload = find_workload(DEPLOYMENT)
    assert workload is not None
    created = created_pod(workload)
    metadata = created["metadata"]
    template = metadata["labels"]["pod-template-hash"]
    assert (metadata["namespace"], metadata["generateName"]) == ("shop", f"web-{template}-")
    (owner,) = metadata["ownerReferences"]
    assert (owner["kind"], owner["name"], owner["controller"]) == ("ReplicaSet", f"web-{template}", True)
    assert as_template(created, created, workload) == {
        "metadata": {"labels": {"app": "web"}},
        "spec": DEPLOYMENT["spec"]["template"]["spec"],
    }


@pytest.mark.parametrize(
    ("own", "shown", "changed", "result"),
    [
        pytest.param({"cpu": 0.5}, {"cpu": "500m"}, {"cpu": "500m"}, {"cpu": 0.5}, id="another spelling stays"),
        pytest.param({"a": 1}, {"a": 1, "resources": {}}, {"a": 2, "resources": {}}, {"a": 2}, id="what was filled in"),
        pytest.param({"mine": 1}, {}, {"b": 2}, {"mine": 1, "b": 2}, id="a field that nobody else knows"),
        pytest.param({"a": 1, "b": 2}, {"a": 1, "b": 2}, {"b": 2}, {"b": 2}, id="removed"),
        pytest.param(
            [{"name": "app", "cpu": 0.5}],
            [{"name": "app", "cpu": "500m"}],
            [{"name": "proxy"}, {"name": "app", "cpu": "500m", "env": []}],
            [{"name": "proxy"}, {"name": "app", "cpu": 0.5, "env": []}],
            id="items by name",
        ),
        pytest.param(["a", "b"], ["a", "b"], ["b", "c"], ["b", "c"], id="plain items"),
    ],
)
def test_only_what_changed_is_carried_over(own: Any, shown: Any, changed: Any, result: Any) -> None:
    assert carried_over(own, shown, changed) == result
