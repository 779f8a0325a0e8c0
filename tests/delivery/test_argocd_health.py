"""What docs/argo-cd.md says of health and of differences, by Argo CD's own code and Istio's own injector."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cluster.servers.api_server import ApiServer
from tests.conftest import POD, ROOT
from tests.delivery.argocd_servers import ArgoCd, Object, differences, git_repository, health_of
from tests.delivery.test_argocd import applied
from tests.pages.document_sessions import blocks
from tests.requirements import require_program
from tools.real_programs import ARGOCD

OLDER = 'apiVersion: kubectl-inject/v1alpha1\nkind: Settings\nistioVersion: "1.30"\n'
NEWER = "1.31"
WITHOUT = ""


def image_of_the_proxy(pod: Object) -> str:
    found: str = next(each["image"] for each in pod["spec"]["initContainers"] if each["name"] == "istio-proxy")
    return found


def ignored_by_the_page() -> list[dict[str, Any]]:
    """Return the ``ignoreDifferences`` that the page shows."""
    page = (ROOT / "docs" / "argo-cd.md").read_text()
    (shown,) = (block.text for block in blocks(page) if "ignoreDifferences:" in block.text)
    found: list[dict[str, Any]] = yaml.safe_load(shown)["spec"]["ignoreDifferences"]
    return found


@pytest.mark.parametrize(
    ("namespace", "labels", "settings", "kinds", "release"),
    [
        pytest.param("plugin-alone", {}, OLDER, [], "1.30", id="the plugin alone"),
        pytest.param("webhook-alone", {"istio-injection": "enabled"}, WITHOUT, [], NEWER, id="the webhook alone"),
        pytest.param("both", {"istio-injection": "enabled"}, OLDER, ["Pod"], NEWER, id="both"),
    ],
)
@pytest.mark.usefixtures("istio")
def test_what_differs_with_and_without_the_webhook(
    argocd: ArgoCd,
    api_server: ApiServer,
    tmp_path: Path,
    namespace: str,
    labels: dict[str, str],
    settings: str,
    kinds: Sequence[str],
    release: str,
) -> None:
    files = {"web/pod.yaml": POD, "web/web.yaml": (ROOT / "examples/kustomize/base/web.yaml").read_text()}
    url = git_repository(tmp_path, {**files, **({"kubectl-inject.yaml": settings} if settings else {})})
    api_server.create_namespaces(namespace, labels=labels)
    wanted = argocd.manifests(url, {"path": "web"}, namespace=namespace)
    live = applied(api_server, wanted, namespace)
    assert [each["kind"] for each in differences(wanted, live)] == kinds
    pod = next(value for value in live if value["kind"] == "Pod")
    assert re.search(rf":{re.escape(release)}\.", image_of_the_proxy(pod))
    assert differences(wanted, live, ignored_by_the_page()) == []


@pytest.mark.usefixtures("istio")
def test_pods_of_workloads_have_the_webhooks_sidecar_where_both_inject(
    argocd: ArgoCd, api_server: ApiServer, tmp_path: Path
) -> None:
    files = {"kubectl-inject.yaml": OLDER, "web/web.yaml": (ROOT / "examples/kustomize/base/web.yaml").read_text()}
    api_server.create_namespaces("both-pods", labels={"istio-injection": "enabled"})
    wanted = argocd.manifests(git_repository(tmp_path, files), {"path": "web"}, namespace="both-pods")
    template = next(value for value in wanted if value["kind"] == "Deployment")["spec"]["template"]
    metadata = {**template["metadata"], "name": "web-1", "namespace": "both-pods"}
    created = {"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": template["spec"]}
    api_server.kubectl("create", "-f", "-", stdin=json.dumps(created))
    assert ":1.30." in image_of_the_proxy(template)
    assert f":{NEWER}." in image_of_the_proxy(api_server.get("pod", "web-1", "-n", "both-pods"))


def pod(phase: str, *, native: bool, waiting: str = "", restart: str = "Always") -> Object:
    """Return a Pod whose sidecar waits, or is there and not ready."""
    sidecar = {
        "name": "istio-proxy",
        "image": "proxyv2",
        "ready": False,
        "state": {"waiting": {"reason": waiting}} if waiting else {"running": {}},
    }
    web = {"name": "web", "image": "nginx", "ready": True, "state": {"running": {}}}
    statuses = {"initContainerStatuses": [sidecar]} if native else {}
    return {
        **yaml.safe_load(POD),
        "spec": {"restartPolicy": restart, "containers": [{"name": "web", "image": "nginx"}]},
        "status": {"phase": phase, "containerStatuses": [web] if native else [web, sidecar], **statuses},
    }


def job(**status: Any) -> Object:
    return {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "migrate"}, "spec": {}, "status": status}


def deployment(reason: str) -> Object:
    condition = {
        "type": "Progressing",
        "status": "False" if reason != "ReplicaSetUpdated" else "True",
        "reason": reason,
    }
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "web", "generation": 1},
        "spec": {"replicas": 1},
        "status": {"observedGeneration": 1, "updatedReplicas": 1, "replicas": 1, "conditions": [condition]},
    }


@pytest.mark.parametrize(
    ("live", "health"),
    [
        pytest.param(deployment("ReplicaSetUpdated"), "Progressing", id="a Deployment, sidecars not ready"),
        pytest.param(deployment("ProgressDeadlineExceeded"), "Degraded", id="a Deployment, for longer"),
        pytest.param(pod("Running", native=True), "Progressing", id="a Pod, sidecar not ready"),
        pytest.param(pod("Pending", native=True, waiting="ImagePullBackOff"), "Progressing", id="native, no image"),
        pytest.param(pod("Pending", native=False, waiting="ImagePullBackOff"), "Degraded", id="classic, no image"),
        pytest.param(job(active=1), "Progressing", id="a Job whose sidecar runs on"),
        pytest.param(job(conditions=[{"type": "Complete", "status": "True"}]), "Healthy", id="a Job that has ended"),
    ],
)
def test_health(live: Object, health: str) -> None:
    require_program(ARGOCD)
    assert health_of(live) == health
