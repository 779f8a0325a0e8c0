"""Pods of every kind of workload, and Pods that others have changed since they were injected, are not called stale."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from kubectl_inject.builtin import builtin_config
from kubectl_inject.config.injection_config import Installation
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.selection.namespaces import NamespaceMetadata, Namespaces
from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.status.control_planes import Mesh, control_plane
from kubectl_inject.status.verdicts import Finding
from tests.printed_objects import objects_in
from tests.status.running_pods import APP, MESH, Object, found_of, pod_of, proxy_in, workload

HELPER = {"name": "helper", "image": "helper:1", "restartPolicy": "Always", "env": [{"name": "A", "value": "1"}]}
"""A native sidecar of the user's own."""
APPLIED = "kubectl.kubernetes.io/last-applied-configuration"


def owned_by(value: Object, owner: Object) -> Object:
    reference = {"apiVersion": owner["apiVersion"], "kind": owner["kind"], "name": owner["metadata"]["name"]}
    return {**value, "metadata": {**value["metadata"], "ownerReferences": [{**reference, "controller": True}]}}


def deployment() -> list[Object]:
    web = workload("Deployment")
    replicas = owned_by(workload("ReplicaSet"), web)
    replicas["metadata"] |= {"name": "web-5f7c9d6b84", "annotations": {"deployment.kubernetes.io/revision": "3"}}
    replicas["spec"]["template"]["metadata"]["labels"] = {"app": "web", "pod-template-hash": "5f7c9d6b84"}
    return [web, replicas]


def replication_controller() -> Object:
    web = workload("ReplicationController")
    return {**web, "apiVersion": "v1", "spec": {**web["spec"], "selector": {"app": "web"}}}


def job(**metadata: Any) -> Object:
    template = {"metadata": {"labels": {"app": "web"}}, "spec": {"containers": [APP], "restartPolicy": "Never"}}
    about = {"name": "web", "namespace": "shop", **metadata}
    status = {"active": 1}
    return {
        "apiVersion": "batch/v1",
        "kind": "Job",
        "metadata": about,
        "spec": {"template": template},
        "status": status,
    }


def cron_job() -> list[Object]:
    made = job(name="web-28000000")
    spec = {"schedule": "* * * * *", "jobTemplate": {"spec": made["spec"]}}
    web = {"apiVersion": "batch/v1", "kind": "CronJob", "metadata": {"name": "web", "namespace": "shop"}, "spec": spec}
    return [web, owned_by(made, web)]


def bare(**metadata: Any) -> Object:
    about = {"name": "web", "namespace": "shop", "labels": {"app": "web"}, **metadata}
    return {"apiVersion": "v1", "kind": "Pod", "metadata": about, "spec": {"containers": [APP]}}


KINDS: dict[str, Callable[[], list[Object]]] = {
    "Deployment": deployment,
    "StatefulSet": lambda: [workload("StatefulSet")],
    "DaemonSet": lambda: [workload("DaemonSet")],
    "ReplicaSet": lambda: [workload("ReplicaSet")],
    "ReplicationController": lambda: [replication_controller()],
    "Job": lambda: [job()],
    "CronJob": cron_job,
    "Pod": lambda: [bare()],
}


def templates_in(value: Object) -> list[Object]:
    spec = value["spec"]
    if value["kind"] == "Pod":
        return [value]
    return [spec["jobTemplate"]["spec"]["template"]] if "jobTemplate" in spec else [spec["template"]]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("helper", [None, HELPER], ids=["plain", "native sidecar"])
def test_pods_of_every_kind(kind: str, helper: Object | None) -> None:
    makers = copy.deepcopy(KINDS[kind]())
    for template in (each for maker in makers for each in templates_in(maker) if helper):
        template["spec"]["initContainers"] = [helper]
    pod = pod_of(makers[0])
    found = found_of([pod], *(makers if kind != "Pod" else ()))
    assert (found.kind, found.finding, found.changes, found.problem) == (kind, Finding.CURRENT, (), "")
    assert found.injectors == ("webhook (default)",)
    assert [each.finding for each in found.pods] == [Finding.CURRENT]


def with_shell(pod: Object) -> None:
    pod["spec"]["ephemeralContainers"] = [{"name": "debugger-x", "image": "busybox", "targetContainerName": "app"}]
    pod["status"] = {"ephemeralContainerStatuses": [{"name": "debugger-x", "ready": False}]}


def _resized(pod: Object, names: str) -> None:
    proxy_in(pod)["resources"] = {
        "requests": {"cpu": "700m", "memory": "128Mi"},
        "limits": {"cpu": "3", "memory": "1Gi"},
    }
    pod["spec"]["containers"][0]["resources"] = {"requests": {"cpu": "1"}}
    fields: Object = {f'k:{{"name":"{names}"}}': {"f:resources": {"f:requests": {"f:cpu": {}}}}}
    spec = {"f:containers": fields, "f:initContainers": fields}
    entry = {"manager": "vpa", "operation": "Update", "subresource": "resize", "fieldsV1": {"f:spec": spec}}
    pod["metadata"]["managedFields"] = [entry]


def resized(pod: Object) -> None:
    _resized(pod, "istio-proxy")


def resized_application(pod: Object) -> None:
    _resized(pod, "app")


def resized_by_autoscaler(pod: Object) -> None:
    proxy = proxy_in(pod)
    pod["spec"]["initContainers"].remove(proxy)
    del proxy["restartPolicy"]
    pod["spec"]["containers"].append(proxy)
    proxy["resources"]["requests"] = {"cpu": "25m", "memory": "262144k"}
    note = "Pod resources updated by web: container 0: cpu request; container 1: cpu request, memory request"
    pod["metadata"]["annotations"]["vpaUpdates"] = note


def always_pulled(pod: Object) -> None:
    for container in [*pod["spec"]["containers"], *pod["spec"]["initContainers"]]:
        container["imagePullPolicy"] = "Always"


def proxy_always_pulled(pod: Object) -> None:
    proxy_in(pod)["imagePullPolicy"] = "Always"


def with_resize_policies(pod: Object) -> None:
    for container in [*pod["spec"]["containers"], *pod["spec"]["initContainers"]]:
        policies = [{"resourceName": name, "restartPolicy": "NotRequired"} for name in ("cpu", "memory")]
        container["resizePolicy"] = policies


def odd_managed_fields(pod: Object) -> None:
    entries = [None, {"subresource": "resize"}, {"subresource": "resize", "fieldsV1": {"f:spec": {"f:containers": []}}}]
    keys: Object = {"k:": {"f:resources": {}}, "k:[]": {"f:resources": {}}, "v:1": {}}
    odd = {"subresource": "resize", "fieldsV1": {"f:spec": {"f:containers": keys}}}
    pod["metadata"]["managedFields"] = [*entries, odd]
    pod["metadata"]["annotations"]["vpaUpdates"] = f"container 7: cpu request; container {'9' * 5000}: x"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (with_shell, []),
        (resized, []),
        (resized_application, ["CPU limit 3 → 2", "CPU request 700m → 100m"]),
        (resized_by_autoscaler, ["native sidecar no → yes"]),
        (always_pulled, []),
        (proxy_always_pulled, ["gone: proxy imagePullPolicy"]),
        (with_resize_policies, []),
        (odd_managed_fields, []),
    ],
)
def test_what_changed_since(change: Callable[[Object], None], expected: list[str]) -> None:
    pod = pod_of(workload("StatefulSet"))
    change(pod)
    found = found_of([pod], workload("StatefulSet"))
    assert sorted(map(str, found.changes)) == expected
    assert found.finding is (Finding.CHANGED if expected else Finding.CURRENT)


@pytest.mark.parametrize("first", [True, False])
def test_a_resized_pod_is_not_another_of_the_same_content(*, first: bool) -> None:
    made, changed = pod_of(workload("StatefulSet")), pod_of(workload("StatefulSet"))
    resized(changed)
    made["metadata"]["name"], made["spec"] = "web-1", copy.deepcopy(changed["spec"])
    found = found_of([changed, made] if first else [made, changed], workload("StatefulSet"))
    assert {pod.name: pod.finding for pod in found.pods} == {"web-0": Finding.CURRENT, "web-1": Finding.CHANGED}


@pytest.mark.parametrize("number", ["", "x", "²", "-1", "9" * 5000])
def test_a_replicaset_with_an_odd_number(number: str) -> None:
    makers = deployment()
    makers[1]["metadata"]["annotations"] = {"deployment.kubernetes.io/revision": number}
    assert found_of([pod_of(makers[0])], *makers).finding is Finding.CURRENT


OWN: Object = {"workload-socket": {"hostPath": {"path": "/run/spire"}}, "istio-envoy": {"emptyDir": {}}}
"""Volumes of the user's own, with names that the injection has too."""


def with_own(template: Object) -> Object:
    template["spec"]["volumes"] = [{"name": name, **source} for name, source in OWN.items()]
    template["metadata"]["labels"] |= {"networking.istio.io/tunnel": "http", "topology.istio.io/network": "east"}
    return template


@pytest.mark.parametrize("kind", ["Deployment", "CronJob", "Job", "Pod"])
def test_what_is_of_the_template(kind: str) -> None:
    makers = copy.deepcopy(KINDS[kind]())
    for template in (each for maker in makers for each in templates_in(maker)):
        with_own(template)
    if kind == "Pod":
        makers[0]["metadata"]["annotations"] = {APPLIED: json.dumps(makers[0])}
    found = found_of([pod_of(makers[0])], *(makers if kind != "Pod" else ()))
    assert (found.finding, found.changes) == (Finding.CURRENT, ())


@pytest.mark.parametrize("applied", ["", "{", "[]", "null", '{"kind": "Pod", "spec": 1}', '{"kind": "Pod"}'])
def test_a_manifest_that_cannot_be_read_tells_nothing(applied: str) -> None:
    found = found_of([pod_of(bare(annotations={APPLIED: applied}))])
    assert (found.finding, found.changes) == (Finding.CURRENT, ())


def test_statefulsets_in_the_midst_of_a_rollout() -> None:
    old, new = workload("StatefulSet", updateRevision="new"), workload("StatefulSet", updateRevision="new")
    with_own(old["spec"]["template"])
    pods = [pod_of(old, {"controller-revision-hash": "old"}), pod_of(new, {"controller-revision-hash": "new"})]
    pods[1]["metadata"]["name"] = "web-1"
    del pods[0]["metadata"]["labels"]["networking.istio.io/tunnel"]
    pods[0]["spec"]["volumes"] = [each for each in pods[0]["spec"]["volumes"] if each["name"] != "workload-socket"]
    pods[0]["spec"]["volumes"].append({"name": "workload-socket", "emptyDir": {}})
    found = found_of(pods, new)
    assert [(pod.finding, pod.changes) for pod in found.pods] == [(Finding.OLDER, ()), (Finding.CURRENT, ())]


def rendered(value: Object, version: str) -> Object:
    (found,) = objects_in(Injector(builtin_config(version)).inject_text(write_yaml(value)).text)
    return found


@pytest.mark.parametrize("version", ["1.31.0", "1.30.3"])
def test_manifests_that_a_webhook_injects_again(version: str) -> None:
    """The webhook takes the proxy that it finds for the user's own: another Pod would not be otherwise."""
    value = rendered(workload("StatefulSet"), version)
    found = found_of([pod_of(value)], value)
    assert [pod.changes for pod in found.pods] == [()]
    assert found.notes[0] == "both its manifests and the webhook of revision default inject it"
    assert found.finding is (Finding.CURRENT if version == "1.31.0" else Finding.CHANGED)
    assert found.restart == ()
    assert ("proxy image 1.30.3 → 1.31.0" in map(str, found.outdated)) is (version == "1.30.3")


@pytest.mark.parametrize(("knows_native", "expected"), [(True, ["native sidecar no → yes"]), (False, [])])
def test_native_sidecars_are_no_difference_where_nodes_are_not_known(
    *, knows_native: bool, expected: list[str]
) -> None:
    config = builtin_config("1.31.0", installation=Installation(native_sidecars=False))
    pod = pod_of(workload("StatefulSet"), config=config)
    plane = control_plane("default", builtin_config("1.31.0"), knows_native=knows_native)
    mesh = Mesh({"default": plane}, namespaces=MESH.namespaces)
    assert [str(change) for change in found_of([pod], workload("StatefulSet"), mesh=mesh).changes] == expected
    assert found_of([pod_of(workload("StatefulSet"))], workload("StatefulSet"), mesh=mesh).changes == ()


RECORD = "kubectl-inject/restore"


@pytest.mark.parametrize(
    ("annotations", "injector"),
    [
        ({RECORD: '{"object":{}}'}, "kubectl inject"),
        (
            {APPLIED: '{"metadata":{"creationTimestamp":null,"annotations":{"sidecar.istio.io/status":"{}"}}}'},
            "istioctl",
        ),
        ({APPLIED: '{"metadata":{"annotations":{"sidecar.istio.io/status":"{}"}}}'}, "manifest"),
        ({}, "manifest"),
    ],
)
def test_who_injected_a_template(annotations: Object, injector: str) -> None:
    value = rendered(workload("Deployment"), "1.31.0")
    value["metadata"]["annotations"] = annotations
    replicas = owned_by(copy.deepcopy({**value, "kind": "ReplicaSet"}), value)
    replicas["metadata"] |= {"name": "web-5f7c9d6b84", "annotations": {"deployment.kubernetes.io/revision": "3"}}
    pod = pod_of(value)
    found = found_of(
        [pod], value, replicas, mesh=Mesh(MESH.planes, namespaces=Namespaces({"shop": NamespaceMetadata()}))
    )
    assert (found.injectors, found.finding, found.requested) == ((injector,), Finding.CURRENT, "")
    assert found_of([], value).injectors == (injector,)
