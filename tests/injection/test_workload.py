"""Finding the Pod in each kind of workload, and reading its fields as Kubernetes does."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject import InjectionError
from kubectl_inject.injection.workload import Workload, find_workload
from tests.conftest import pod

TEMPLATE: dict[str, Any] = {"metadata": {"labels": {"a": "b"}}, "spec": {"containers": [{"name": "app"}]}}


def found(value: dict[str, Any], namespace: str = "") -> Workload:
    workload = find_workload(value, namespace)
    assert workload is not None
    return workload


def nested(api_version: str, kind: str, path: str, template: dict[str, Any]) -> dict[str, Any]:
    inner: dict[str, Any] = template
    for name in reversed(path.split(".")):
        inner = {name: inner}
    return {"apiVersion": api_version, "kind": kind, "metadata": {"name": "w"}, **inner}


def deployment(**template: Any) -> dict[str, Any]:
    return nested("apps/v1", "Deployment", "spec.template", template)


@pytest.mark.parametrize(
    ("api_version", "kind", "path"),
    [
        ("v1", "ReplicationController", "spec.template"),
        ("apps/v1", "Deployment", "spec.template"),
        ("apps/v1", "StatefulSet", "spec.template"),
        ("apps/v1", "DaemonSet", "spec.template"),
        ("apps/v1", "ReplicaSet", "spec.template"),
        ("batch/v1", "Job", "spec.template"),
        ("batch/v1", "CronJob", "spec.jobTemplate.spec.template"),
        ("apps.openshift.io/v1", "DeploymentConfig", "spec.template"),
        ("v1", "DeploymentConfig", "spec.template"),
        *(
            (version, "Deployment", "spec.template")
            for version in ("extensions/v1beta1", "apps/v1beta1", "apps/v1beta2")
        ),
        *((version, "DaemonSet", "spec.template") for version in ("extensions/v1beta1", "apps/v1beta2")),
        *((version, "ReplicaSet", "spec.template") for version in ("extensions/v1beta1", "apps/v1beta2")),
        *((version, "StatefulSet", "spec.template") for version in ("apps/v1beta1", "apps/v1beta2")),
        *((version, "CronJob", "spec.jobTemplate.spec.template") for version in ("batch/v1beta1", "batch/v2alpha1")),
        *((version, "Job", "spec.template") for version in ("extensions/v1beta1", "batch/v2alpha1")),
        ("v1beta3", "ReplicationController", "spec.template"),
    ],
)
def test_kind(api_version: str, kind: str, path: str) -> None:
    workload = found(nested(api_version, kind, path, TEMPLATE), "shop")
    assert workload.pod == TEMPLATE
    assert (workload.kind, workload.name, workload.namespace) == (kind, "w", "shop")
    assert (workload.owner.api_version, workload.owner.kind, workload.owner.name) == (api_version, kind, "w")
    other: dict[str, Any] = {"metadata": {}, "spec": {}}
    assert found(workload.with_pod(other)).pod == other


@pytest.mark.parametrize(
    ("api_version", "kind", "successor"),
    [
        ("extensions/v1beta1", "Deployment", "apps/v1"),
        ("apps/v1beta2", "StatefulSet", "apps/v1"),
        ("batch/v1beta1", "CronJob", "batch/v1"),
        ("v1beta3", "Pod", "v1"),
        ("apps/v1", "Deployment", ""),
        ("v1", "Pod", ""),
        ("v1", "DeploymentConfig", ""),
    ],
)
def test_what_took_the_place_of_a_former_version(api_version: str, kind: str, successor: str) -> None:
    assert found({"apiVersion": api_version, "kind": kind, "spec": {}}).successor == successor


def test_pod_is_its_own_template() -> None:
    assert found(pod()).pod == pod()


@pytest.mark.parametrize(
    ("api_version", "kind"),
    [
        ("v1beta1", "Pod"),
        ("extensions/v1beta1", "StatefulSet"),
        ("apps/v1beta1", "DaemonSet"),
        ("batch/v1beta1", "Job"),
        ("batch/v1", "Deployment"),
        ("v1", "Deployment"),
        ("apps/v1", "Pod"),
        ("v1", "Service"),
        ("argoproj.io/v1alpha1", "Workflow"),
        ("example.com/v1", "Deployment"),
        ("apps.kruise.io/v1alpha1", "SidecarSet"),
        ("v1", "pod"),
    ],
)
def test_not_a_workload(api_version: str, kind: str) -> None:
    assert find_workload(nested(api_version, kind, "spec.template", TEMPLATE)) is None


@pytest.mark.parametrize("value", [{}, {"kind": "Pod"}, {"apiVersion": "v1"}, {"apiVersion": 1, "kind": ["Pod"]}])
def test_no_kind(value: dict[str, Any]) -> None:
    assert find_workload(value) is None


@pytest.mark.parametrize(
    ("label", "text"),
    [
        pytest.param(1, "1", id="whole number"),
        pytest.param(-7, "-7", id="negative number"),
        pytest.param(1.5, "1.5", id="fraction"),
        pytest.param(1e9, "1e+09", id="large float"),
        pytest.param(True, "true", id="true"),
        pytest.param(False, "false", id="false"),
        pytest.param(None, "", id="nothing"),
        pytest.param("x", "x", id="string"),
    ],
)
def test_values_of_labels_become_strings(label: object, text: str) -> None:
    workload = found(deployment(metadata={"labels": {"version": label}}, spec={"containers": []}))
    assert workload.pod["metadata"]["labels"] == {"version": text}


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        pytest.param("image", 1.25, "1.25", id="image"),
        pytest.param("command", ["sleep", 10, True], ["sleep", "10", "true"], id="items of a list"),
        pytest.param("env", [{"name": "N", "value": 80}], [{"name": "N", "value": "80"}], id="variable"),
    ],
)
def test_other_fields_become_strings(field: str, value: object, text: object) -> None:
    workload = found(deployment(spec={"containers": [{"name": "app", field: value}]}))
    assert workload.pod["spec"]["containers"][0][field] == text


def test_given_object_is_not_changed() -> None:
    value = deployment(metadata={"labels": {"version": 1}}, spec={"containers": []})
    found(value)
    assert value["spec"]["template"]["metadata"]["labels"] == {"version": 1}


def test_numbers_that_kubernetes_always_writes() -> None:
    given = nested("apps/v1", "StatefulSet", "spec.template", TEMPLATE)
    written = found({**given, "status": {"currentReplicas": 2}}).object["status"]
    assert written["replicas"] == 0
    assert written["currentReplicas"] == 2


@pytest.mark.parametrize(
    ("template", "message"),
    [
        pytest.param({"spec": {"containers": {}}}, "containers: expected a list, found a mapping", id="list"),
        pytest.param({"spec": []}, "spec.template.spec: expected a mapping, found a list", id="mapping"),
        pytest.param(
            {"spec": {"containers": [{"name": ["x"]}]}},
            "spec.template.spec.containers[0].name: expected a string, found a list",
            id="string",
        ),
        pytest.param(
            {"spec": {"containers": [{"name": "a"}, {"ports": [{"containerPort": "80"}]}]}},
            "spec.template.spec.containers[1].ports[0].containerPort: expected a whole number of 32 bits, "
            "found the string '80'",
            id="number",
        ),
        pytest.param(
            {"spec": {"containers": [{"ports": [{"containerPort": 2**31}]}]}},
            "containerPort: expected a whole number of 32 bits, found the number 2147483648",
            id="number too large",
        ),
        pytest.param(
            {"spec": {"hostNetwork": "yes"}},
            "spec.template.spec.hostNetwork: expected true or false, found the string 'yes'",
            id="boolean",
        ),
        pytest.param(
            {"metadata": {"labels": {"a": {"b": "c"}}}},
            "spec.template.metadata.labels[a]: expected a string, found a mapping",
            id="label",
        ),
        pytest.param(
            {"spec": {"containers": [{"resources": {"limits": {"cpu": "lots"}}}]}},
            "spec.template.spec.containers[0].resources.limits[cpu]: expected a quantity such as 100m or 128Mi, "
            "found the string 'lots'",
            id="quantity",
        ),
        pytest.param(
            {"spec": {"containers": [{"livenessProbe": {"httpGet": {"port": True}}}]}},
            "httpGet.port: expected a whole number or a string, found true",
            id="port",
        ),
    ],
)
def test_wrong_type(template: dict[str, Any], message: str) -> None:
    with pytest.raises(InjectionError) as error:
        find_workload(deployment(**template))
    assert str(error.value).endswith(message)


@pytest.mark.parametrize(
    ("value", "path"),
    [
        pytest.param({"spec": {"template": {}}}, ("spec", "template"), id="empty template"),
        pytest.param({"spec": None}, ("spec", "template"), id="null spec"),
        pytest.param({}, ("spec", "template"), id="no spec"),
    ],
)
def test_missing_template_is_an_empty_one(value: dict[str, Any], path: tuple[str, ...]) -> None:
    workload = found({"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "w"}, **value})
    assert workload.path == path
    assert workload.pod == {"spec": {}}


@pytest.mark.parametrize(
    ("metadata", "text"),
    [
        pytest.param({"name": "a"}, "Deployment a", id="name"),
        pytest.param({"generateName": "a-"}, "Deployment a-", id="generated name"),
        pytest.param({"name": "a", "namespace": "shop"}, "Deployment shop/a", id="namespace"),
        pytest.param({}, "Deployment <unnamed>", id="no name"),
    ],
)
def test_name(metadata: dict[str, str], text: str) -> None:
    assert str(found({**deployment(**TEMPLATE), "metadata": metadata})) == text
