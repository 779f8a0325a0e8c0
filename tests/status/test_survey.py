"""What is found of Pods beside their settings, and what others add to them that is no difference."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kubectl_inject.istio.releases import release_named
from kubectl_inject.istio.version_skew import unsupported_skew
from kubectl_inject.status.control_planes import Mesh
from kubectl_inject.status.sidecars import version_of
from kubectl_inject.status.verdicts import Finding
from tests.status.running_pods import APP, MESH, Object, found_of, pod_of, proxy_in, workload


def with_token(pod: Object) -> None:
    mount = {
        "name": "kube-api-access-x7f2k",
        "mountPath": "/var/run/secrets/kubernetes.io/serviceaccount",
        "readOnly": True,
    }
    pod["spec"]["volumes"].append({"name": "kube-api-access-x7f2k", "projected": {"defaultMode": 420, "sources": []}})
    for container in [*pod["spec"]["containers"], *pod["spec"]["initContainers"]]:
        container.setdefault("volumeMounts", []).append(mount)


def with_defaults(pod: Object) -> None:
    pod["spec"] |= {
        "dnsPolicy": "ClusterFirst",
        "schedulerName": "default-scheduler",
        "nodeName": "node-1",
        "priority": 0,
    }
    pod["spec"] |= {"tolerations": [{"key": "x", "operator": "Exists", "effect": "NoExecute"}]}
    for container in [*pod["spec"]["containers"], *pod["spec"]["initContainers"]]:
        container["terminationMessagePath"] = "/dev/termination-log"
        container["terminationMessagePolicy"] = "File"
        container.setdefault("imagePullPolicy", "Always" if container["image"] == "nginx" else "IfNotPresent")
        for variable in container.get("env", []):
            if "fieldRef" in variable.get("valueFrom", {}):
                variable["valueFrom"]["fieldRef"]["apiVersion"] = "v1"


def with_limits(pod: Object) -> None:
    pod["metadata"]["annotations"]["kubernetes.io/limit-ranger"] = "LimitRanger plugin set: ephemeral-storage limit"
    proxy_in(pod)["resources"]["limits"]["ephemeral-storage"] = "1Gi"


def with_variable_of_another_webhook(pod: Object) -> None:
    for container in [*pod["spec"]["containers"], *pod["spec"]["initContainers"]]:
        container.setdefault("env", []).append({"name": "AGENT", "value": "on"})


def with_container_of_another_webhook(pod: Object) -> None:
    agent: Object = {"name": "vault-agent", "image": "vault:1", "ports": [{"containerPort": 8200}]}
    agent["readinessProbe"] = {"httpGet": {"path": "/ready", "port": 8200}}
    pod["spec"]["containers"].append(agent)
    pod["spec"]["initContainers"].insert(0, {"name": "vault-agent-init", "image": "vault:1"})
    pod["spec"]["volumes"].append({"name": "home-init", "emptyDir": {"medium": "Memory"}})
    pod["spec"]["containers"][0]["volumeMounts"] = [{"name": "home-init", "mountPath": "/vault/secrets"}]


def with_address(pod: Object) -> None:
    pod["metadata"]["annotations"]["cni.projectcalico.org/podIP"] = "10.0.0.1/32"


def with_variable(pod: Object) -> None:
    proxy_in(pod)["env"].append({"name": "AGENT", "value": "on"})


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (with_token, []),
        (with_defaults, []),
        (with_limits, []),
        (with_variable_of_another_webhook, []),
        (with_container_of_another_webhook, []),
        (with_address, []),
        (with_variable, ["gone: AGENT"]),
    ],
)
def test_what_others_add(change: Callable[[Object], None], expected: list[str]) -> None:
    pod = pod_of(workload("StatefulSet"))
    change(pod)
    assert [str(each) for each in found_of([pod], workload("StatefulSet")).changes] == expected


def revision(number: int, text: str) -> Object:
    owner = {"apiVersion": "apps/v1", "kind": "DaemonSet", "name": "web", "controller": True}
    labels = {"controller-revision-hash": text}
    metadata = {"name": f"web-{text}", "namespace": "shop", "labels": labels, "ownerReferences": [owner]}
    return {"apiVersion": "apps/v1", "kind": "ControllerRevision", "metadata": metadata, "revision": number}


@pytest.mark.parametrize(
    ("makers", "is_older"),
    [
        ([workload("StatefulSet", updateRevision="new")], True),
        ([workload("StatefulSet", updateRevision="old")], False),
        ([workload("StatefulSet")], False),
        ([workload("DaemonSet"), revision(9, "old"), revision(10, "new")], True),
        ([workload("DaemonSet"), revision(10, "old"), revision(9, "new")], False),
    ],
)
def test_pods_of_an_earlier_template(makers: list[Object], is_older: bool) -> None:
    pod = pod_of(makers[0], {"controller-revision-hash": "old"})
    found = found_of([pod], *makers)
    assert found.finding is (Finding.OLDER if is_older else Finding.CURRENT)
    assert found.restart == ()


def test_sidecars_that_are_not_well() -> None:
    pod = pod_of(workload("StatefulSet"))
    waiting = {"waiting": {"reason": "CrashLoopBackOff"}}
    status = {"name": "istio-proxy", "ready": False, "restartCount": 4, "state": waiting}
    pod["status"] = {"phase": "Running", "initContainerStatuses": [status]}
    found = found_of([pod], workload("StatefulSet"))
    assert found.finding is Finding.CURRENT
    assert found.notes == (
        "1 of 1 sidecars are not ready: CrashLoopBackOff",
        "sidecars restarted 4 times: CrashLoopBackOff",
    )


@pytest.mark.parametrize(
    "change", [{"status": {"phase": "Succeeded"}}, {"status": {"phase": "Failed"}}, {"deleted": "2026-01-01T00:00:00Z"}]
)
def test_pods_that_end_do_not_count(change: Object) -> None:
    pod = pod_of(workload("StatefulSet"))
    pod["status"] = change.get("status", {"phase": "Running"})
    pod["metadata"]["deletionTimestamp"] = change.get("deleted")
    assert found_of([pod], workload("StatefulSet")).pods == ()


def test_a_namespace_that_is_not_known() -> None:
    plain = {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": "a", "namespace": "shop"},
        "spec": {"containers": [APP]},
    }
    found = found_of([plain], mesh=Mesh(MESH.planes))
    assert (found.finding, found.problem) == (Finding.UNKNOWN, "the labels of namespace shop are not known")


def test_a_pod_that_cannot_be_injected_now() -> None:
    pod = pod_of(workload("StatefulSet"))
    pod["metadata"]["annotations"]["inject.istio.io/templates"] = "none"
    found = found_of([pod], workload("StatefulSet"))
    assert found.finding is Finding.UNKNOWN
    assert "none" in found.problem


def test_pods_of_one_content_are_looked_at_once() -> None:
    pods = [pod_of(workload("StatefulSet")) for _ in range(3)]
    for number, pod in enumerate(pods):
        pod["metadata"]["name"] = f"web-{number}"
    found = found_of(pods, workload("StatefulSet"))
    assert [pod.name for pod in found.pods] == ["web-0", "web-1", "web-2"]
    assert found.current == 3


@pytest.mark.parametrize(
    ("proxy", "control_plane_", "is_supported"),
    [("1.31.0", "1.31.4", True), ("1.30.3", "1.31.0", True), ("1.29.1", "1.31.0", False), ("1.31.0", "1.30.9", False)],
)
def test_distances_that_istio_supports(proxy: str, control_plane_: str, is_supported: bool) -> None:
    one, other = release_named(proxy, ""), release_named(control_plane_, "")
    assert one is not None
    assert other is not None
    assert (unsupported_skew(one, other) == "") is is_supported


@pytest.mark.parametrize(
    ("image", "version"),
    [
        ("docker.io/istio/proxyv2:1.31.0-distroless", "1.31.0"),
        ("host:5000/proxyv2:1.30", "1.30"),
        ("own/proxy:latest", "latest"),
        ("own/proxy@sha256:abc", "own/proxy@sha256:abc"),
        ("own/proxy", "own/proxy"),
    ],
)
def test_versions_of_images(image: str, version: str) -> None:
    assert version_of(image) == version
