"""Pods as controllers create them, injected by the webhook, are those that the command makes of the workload."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from typing import Any

import pytest

from kubectl_inject.cluster.injector import created_pod
from kubectl_inject.config.injection_config import InjectionConfig, Installation
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.workload import Workload, find_workload
from tests.cluster.recorded_cases import recorded_cases
from tests.cluster.servers.api_server import ApiServer
from tests.cluster.servers.istio_injector import ControlPlaneFiles
from tests.cluster.webhook.installation import Object, Pods, leading_to, printed_manifests, webhooks_installed
from tests.printed_objects import objects_in
from tests.webhook.running_server import ServerFiles, running_webhook

NAMESPACE = "webhook-workloads"
OVERRIDES = "proxy.istio.io/overrides"
TOKEN = "/var/run/secrets/kubernetes.io/serviceaccount"
MOUNT = f',"volumeMounts":[{{"name":"kube-api-access","readOnly":true,"mountPath":"{TOKEN}"}}]'
MARKED = "sidecar.istio.io/status"


def in_namespace(value: Object) -> Object:
    return {**value, "metadata": {**value["metadata"], "namespace": NAMESPACE}}


def workload_in(value: Object) -> Workload:
    found = find_workload(value, NAMESPACE)
    assert found is not None
    return found


def pod_of(value: Object) -> Object:
    """Return a Pod of a workload, as its controller would create it."""
    workload = workload_in(value)
    pod = created_pod(workload)
    if workload.kind != "StatefulSet":
        return pod
    name = f"{workload.name}-0"
    labels = {"apps.kubernetes.io/pod-index": "0", "statefulset.kubernetes.io/pod-name": name}
    claims = [
        {"name": claimed, "persistentVolumeClaim": {"claimName": f"{claimed}-{name}"}}
        for claimed in sorted(workload.claimed_volumes)
    ]
    metadata = {**pod["metadata"], "name": name, "labels": {**pod["metadata"].get("labels", {}), **labels}}
    spec = {**pod["spec"], "volumes": [*claims, *pod["spec"].get("volumes", [])]}
    return {**pod, "metadata": metadata, "spec": spec}


@pytest.fixture(scope="module")
def workloads() -> dict[str, Object]:
    """Return the workloads of the recorded samples by name, in one namespace."""
    found = {}
    for case in recorded_cases("samples"):
        for value in objects_in(case.manifest.read_text()):
            if find_workload(value) is not None:
                found[f"{case.name} {value['kind']}/{value['metadata']['name']}"] = in_namespace(value)
    if not found:
        pytest.skip("no recorded cases beside the project")
    return found


@pytest.fixture(scope="module")
def flags(captured_istio: ControlPlaneFiles) -> list[str]:
    files = {"inject-config-file": captured_istio.config, "values-file": captured_istio.values}
    return [f"--{name}={path}" for name, path in {**files, "mesh-config-file": captured_istio.mesh}.items()]


def _config() -> InjectionConfig:
    files = next(recorded_cases("samples")).files
    texts = (path.read_text() for path in (files.config, files.values, files.mesh))
    return InjectionConfig.from_texts(*texts, installation=Installation())


@pytest.fixture(scope="module")
def pods(api_server: ApiServer, workloads: dict[str, Object]) -> Pods:
    api_server.create_namespaces(NAMESPACE, labels={"istio-injection": "enabled"})
    accounts = {workload_in(value).pod["spec"].get("serviceAccountName") for value in workloads.values()} - {None, ""}
    metadata = ({"name": name, "namespace": NAMESPACE} for name in accounts)
    api_server.apply([{"apiVersion": "v1", "kind": "ServiceAccount", "metadata": each} for each in metadata])
    return Pods(api_server)


@pytest.fixture(scope="module")
def defaulted(pods: Pods, workloads: dict[str, Object]) -> dict[str, Object]:
    """Return the workloads as the API server has them, with its defaults filled in."""
    found = {}
    for name, value in workloads.items():
        path = f"/apis/{value['apiVersion']}/namespaces/{NAMESPACE}/{value['kind'].lower()}s"
        answer = pods.create(path, value, dry_run=True)
        assert answer.ok, answer.text
        found[name] = {**answer.json(), "apiVersion": value["apiVersion"], "kind": value["kind"]}
        found[name].pop("status")
    return found


@dataclass(frozen=True, slots=True)
class Stored:
    """Pods as the API server stores them, in the order of the workloads; dry runs are stored nowhere.

    ``by_webhook``: of plain workloads, through the webhook. ``again``: of workloads that the command injected, through
    the webhook. ``of_manifests`` and ``of_defaulted``: of what the command made of the workloads as they are written,
    and as the API server has them, without a webhook.
    """

    by_webhook: list[Object]
    again: list[Object]
    of_manifests: list[Object]
    of_defaulted: list[Object]


@pytest.fixture(scope="module")
def stored(
    pods: Pods,
    api_server: ApiServer,
    defaulted: dict[str, Object],
    workloads: dict[str, Object],
    flags: list[str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Stored:
    injector = Injector(_config(), namespace=NAMESPACE, records=False)
    plain = [pod_of(value) for value in defaulted.values()]
    of_manifests = [pod_of(injector.inject_object(value).object) for value in workloads.values()]
    of_defaulted = [pod_of(injector.inject_object(value).object) for value in defaulted.values()]
    with (
        running_webhook(ServerFiles(tmp_path_factory.mktemp("webhook")), config=flags) as server,
        webhooks_installed(api_server, leading_to(server, printed_manifests(*flags))),
    ):
        by_webhook = pods.create_all(plain, dry_run=True)
        again = pods.create_all(of_manifests, dry_run=True)
    return Stored(
        by_webhook, again, pods.create_all(of_manifests, dry_run=True), pods.create_all(of_defaulted, dry_run=True)
    )


def test_they_are_those_of_the_injected_workload(stored: Stored) -> None:
    assert sum(MARKED in pod["metadata"].get("annotations", {}) for pod in stored.by_webhook) == 27
    assert list(map(without_token, stored.by_webhook)) == stored.of_defaulted


def test_they_are_those_of_the_injected_manifest_but_for_what_defaults_show(stored: Stored) -> None:
    assert_alike(stored.by_webhook, stored.of_manifests)


def test_what_was_injected_before_stays_as_it_is(stored: Stored) -> None:
    assert_alike(stored.again, stored.of_manifests)


def assert_alike(made: list[Object], wanted: list[Object]) -> None:
    for one, other in zip(made, wanted, strict=True):
        assert without_shown_defaults(one) == without_shown_defaults(other)


def without_token(pod: Object) -> Object:
    """Return a Pod without the token's mount in the record of a container of the user's that injection changed.

    The webhook sees the mount there already; a manifest has it nowhere.
    """
    pod = copy.deepcopy(pod)
    annotations = pod["metadata"].get("annotations", {})
    if OVERRIDES in annotations:
        annotations[OVERRIDES] = annotations[OVERRIDES].replace(MOUNT, "")
    return pod


def without_shown_defaults(pod: Object) -> Object:
    """Return a Pod without the API server's defaults in what the proxy knows of ports and probes.

    A manifest does not have them yet, the webhook sees them: a protocol of TCP, a probe's timeout of a second. So it is
    with the record of a container of the user's that injection changed.
    """
    pod = copy.deepcopy(pod)
    pod["metadata"].get("annotations", {}).pop(OVERRIDES, None)
    for container in [*pod["spec"].get("initContainers", []), *pod["spec"]["containers"]]:
        for variable in container.get("env", []):
            if variable["name"] in ("ISTIO_META_POD_PORTS", "ISTIO_KUBE_APP_PROBERS"):
                variable["value"] = json.dumps(_without(json.loads(variable["value"])))
    return pod


def _without(value: Any) -> Any:
    defaults = {"protocol": "TCP", "scheme": "HTTP", "timeoutSeconds": 1}
    if isinstance(value, dict):
        return {name: _without(item) for name, item in value.items() if defaults.get(name) != item}
    return [_without(item) for item in value] if isinstance(value, list) else value
