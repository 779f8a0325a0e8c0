"""``status`` of workloads one by one: rollouts, manifests rendered beforehand, what a cluster changes, every kind."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cluster.servers.api_server import ApiServer
from tests.cluster.servers.installation import IstioInstallation
from tests.cluster.servers.istio_injector import ControlPlaneFiles
from tests.cluster.status.running_workloads import APP, OWN_PROXY, Running, changes_in, items_of, workload
from tests.program_runs import Run

Object = dict[str, Any]


@pytest.fixture(scope="module")
def running(api_server: ApiServer, istio: IstioInstallation) -> Running:
    """Return what runs workloads whose Pods Istio's injector makes."""
    assert istio.injector is not None
    return Running(api_server)


@pytest.mark.usefixtures("kubeconfig")
def test_pods_older_than_their_template(run: Run, running: Running) -> None:
    running.api.create_namespaces("status-rollout", labels={"istio-injection": "enabled"})
    old = workload("Deployment", "web", "status-rollout")
    running.run(old, 1, "aaaaaaaaaa")
    new = workload("Deployment", "web", "status-rollout", {**APP, "image": "nginx:1.28"})
    running.run(new, 2, "bbbbbbbbbb")
    web = items_of(run, "-n", "status-rollout", code=1)["web"]
    assert sorted((pod["finding"], pod["olderThanTemplate"]) for pod in web["pods"]) == [
        ("CURRENT", False),
        ("OLDER", True),
    ]
    assert web["restart"] == []
    assert "1 of 2 Pods are older than its template" in web["notes"]


def flags_of(files: ControlPlaneFiles) -> list[str]:
    """Return the flags by which manifests are injected as the control plane would."""
    return [
        f"--inject-config-file={files.config}",
        f"--values-file={files.values}",
        f"--mesh-config-file={files.mesh}",
    ]


@pytest.mark.usefixtures("kubeconfig")
def test_manifests_rendered_beforehand(run: Run, running: Running, captured_istio: ControlPlaneFiles) -> None:
    running.api.create_namespaces("status-rendered")
    flags = flags_of(captured_istio)
    for name, image in (("same", "1.31.0"), ("other", "1.30.9")):
        plain = workload("Deployment", name, "status-rendered")
        ended = run("-f", "-", "-o", "json", *flags, stdin=json.dumps(plain))
        injected = json.loads(ended.out.replace("proxyv2:1.31.0", f"proxyv2:{image}"))
        running.run(injected, text=f"{name}aaaaaaa"[:10])
    items = items_of(run, "-n", "status-rendered", code=1)
    assert changes_in(items["same"]) == []
    assert (items["same"]["finding"], items["same"]["requestedRevision"]) == ("CURRENT", "")
    assert [each["to"] for each in items["other"]["outdated"]] == ["1.31.0"]
    assert items["other"]["notes"][0] == "its manifests were rendered with another configuration: render them again"
    assert items["other"]["restart"] == []
    running.api.kubectl("label", "namespace", "status-rendered", "istio-injection=enabled")
    both = items_of(run, "-n", "status-rendered", "deploy/same", code=0)["same"]
    assert both["notes"][0] == "both its manifests and the webhook of revision default inject it"


@pytest.mark.usefixtures("kubeconfig")
@pytest.mark.parametrize("image", ["1.31.0", "1.30.9"])
def test_manifests_that_the_webhook_injects_again(
    image: str, run: Run, running: Running, captured_istio: ControlPlaneFiles
) -> None:
    """Istio's injector takes a proxy that is there for the user's own, and would so again: its Pods are current."""
    namespace = f"status-both-{image.replace('.', '-')}"
    running.api.create_namespaces(namespace, labels={"istio-injection": "enabled"})
    ended = run(
        "-f", "-", "-o", "json", *flags_of(captured_istio), stdin=json.dumps(workload("Deployment", "web", namespace))
    )
    running.run(json.loads(ended.out.replace("proxyv2:1.31.0", f"proxyv2:{image}")))
    web = items_of(run, "-n", namespace, code=0 if image == "1.31.0" else 1)["web"]
    assert [pod["finding"] for pod in web["pods"]] == ["CURRENT"]
    assert [each["to"] for each in web["outdated"]] == ([] if image == "1.31.0" else ["1.31.0"])
    assert web["notes"][0] == "both its manifests and the webhook of revision default inject it"
    assert web["restart"] == []


@pytest.mark.usefixtures("kubeconfig")
def test_a_proxy_that_was_resized_in_place(run: Run, running: Running) -> None:
    running.api.create_namespaces("status-resized", labels={"istio-injection": "enabled"})
    running.run(workload("StatefulSet", "db", "status-resized"))
    container = {"name": "istio-proxy", "resources": {"requests": {"cpu": "700m"}}}
    patch = json.dumps({"spec": {"initContainers": [container]}})
    running.api.kubectl("patch", "pod", "db-0", "-n", "status-resized", "--subresource=resize", "-p", patch)
    pod = running.api.get("pod", "db-0", "-n", "status-resized")
    (proxy,) = (each for each in pod["spec"]["initContainers"] if each["name"] == "istio-proxy")
    assert proxy["resources"]["requests"]["cpu"] == "700m"
    db = items_of(run, "-n", "status-resized", code=0)["db"]
    assert (db["finding"], changes_in(db)) == ("CURRENT", [])


HELPER = {"name": "helper", "image": "busybox:1", "restartPolicy": "Always", "resources": {"limits": {"cpu": "1"}}}
"""A native sidecar of the user's own."""


def batch(kind: str, name: str, namespace: str) -> Object:
    spec = {"containers": [APP], "initContainers": [HELPER], "restartPolicy": "Never"}
    job: Object = {"template": {"metadata": {"labels": {"app": name}}, "spec": spec}}
    given = job if kind == "Job" else {"schedule": "* * * * *", "jobTemplate": {"spec": job}}
    return {
        "apiVersion": "batch/v1",
        "kind": kind,
        "metadata": {"name": name, "namespace": namespace, "labels": {"app": name}},
        "spec": given,
    }


@pytest.mark.usefixtures("kubeconfig")
def test_pods_of_every_kind(run: Run, running: Running) -> None:
    namespace = "status-kinds"
    running.api.create_namespaces(namespace, labels={"istio-injection": "enabled"})
    running.run(workload("DaemonSet", "daemon", namespace))
    running.run(batch("Job", "job", namespace))
    running.run(batch("CronJob", "cron", namespace))
    bare = {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": "bare", "namespace": namespace, "labels": {"networking.istio.io/tunnel": "http"}},
        "spec": {"containers": [APP], "volumes": [{"name": "workload-socket", "hostPath": {"path": "/run/spire"}}]},
    }
    running.api.kubectl("apply", "-f", "-", stdin=json.dumps(bare))
    debugger = {"spec": {"ephemeralContainers": [{"name": "debugger", "image": "busybox:1"}]}}
    flags = ("-n", namespace, "--subresource=ephemeralcontainers", "-p", json.dumps(debugger))
    running.api.kubectl("patch", "pod", "bare", *flags)
    items = items_of(run, "-n", namespace, code=0)
    assert {name: (item["kind"], item["finding"], changes_in(item)) for name, item in items.items()} == {
        "daemon": ("DaemonSet", "CURRENT", []),
        "job": ("Job", "CURRENT", []),
        "cron": ("CronJob", "CURRENT", []),
        "bare": ("Pod", "CURRENT", []),
    }
    assert all(item["injectedBy"] == ["webhook (default)"] for item in items.values())


@pytest.mark.usefixtures("kubeconfig")
def test_what_admission_plugins_fill_in(run: Run, running: Running) -> None:
    namespace = "status-limited"
    running.api.create_namespaces(namespace, labels={"istio-injection": "enabled"})
    limit = {
        "type": "Container",
        "default": {"cpu": "3", "memory": "2Gi", "ephemeral-storage": "1Gi"},
        "defaultRequest": {"cpu": "10m", "ephemeral-storage": "100Mi"},
    }
    metadata = {"name": "defaults", "namespace": namespace}
    running.api.apply([{"apiVersion": "v1", "kind": "LimitRange", "metadata": metadata, "spec": {"limits": [limit]}}])
    running.run(workload("Deployment", "web", namespace))
    running.run(workload("StatefulSet", "db", namespace, APP, OWN_PROXY))
    (pod,) = running.api.get("pods", "-n", namespace, "-l", "app=web")["items"]
    (proxy,) = (each for each in pod["spec"]["initContainers"] if each["name"] == "istio-proxy")
    assert proxy["resources"]["limits"] == {"cpu": "2", "memory": "1Gi", "ephemeral-storage": "1Gi"}
    items = items_of(run, "-n", namespace, code=0)
    assert {name: changes_in(item) for name, item in items.items()} == {"web": [], "db": []}
