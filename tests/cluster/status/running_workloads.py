"""Workloads whose Pods run in the API server, made as controllers would, and what ``status`` says of them."""

from __future__ import annotations

import json
from typing import Any

from kubectl_inject.cluster.injector import created_pod
from kubectl_inject.injection.workload import find_workload
from tests.cluster.servers.api_server import ApiServer
from tests.cluster.webhook.installation import Pods
from tests.program_runs import Run
from tests.status.status_schema import against_schema

Object = dict[str, Any]
OWN_PROXY = {"name": "istio-proxy", "image": "auto", "resources": {"requests": {"cpu": "50m"}}}
APP = {
    "name": "app",
    "image": "nginx:1.27",
    "ports": [{"name": "http", "containerPort": 8080}],
    "readinessProbe": {"httpGet": {"path": "/ready", "port": "http"}},
}


def workload(kind: str, name: str, namespace: str, *containers: Object, **metadata: Any) -> Object:
    labels = {"app": name}
    template = {
        "metadata": {"labels": labels, **metadata},
        "spec": {"containers": list(containers or (APP,))},
    }
    service = {"serviceName": name} if kind == "StatefulSet" else {}
    spec = {"selector": {"matchLabels": labels}, "template": template, **service}
    where = {"name": name, "namespace": namespace, "labels": labels}
    return {"apiVersion": "apps/v1", "kind": kind, "metadata": where, "spec": spec}


class Running:
    """Makes Pods as controllers would, for no controller runs."""

    def __init__(self, api: ApiServer) -> None:
        self.api = api
        self.pods = Pods(api)

    def run(self, value: Object, number: int = 1, text: str = "5f7c9d6b84") -> None:
        """Create a workload, its ReplicaSet where it has one, and a Pod."""
        self.api.apply([value])
        namespace, name = value["metadata"]["namespace"], value["metadata"]["name"]
        found = find_workload(value, namespace)
        assert found is not None
        pod = created_pod(found)
        if value["kind"] == "Deployment":
            self.api.apply([replica_set(self.api, value, number, text)])
            pod["metadata"]["labels"]["pod-template-hash"] = text
            pod["metadata"]["ownerReferences"][0]["name"] = f"{name}-{text}"
            pod["metadata"]["generateName"] = f"{name}-{text}-"
        elif value["kind"] == "StatefulSet":
            pod["metadata"]["name"] = f"{name}-0"
        answer = self.pods.post(namespace, pod)
        assert answer.ok, answer.text


def replica_set(api: ApiServer, deployment: Object, number: int, text: str) -> Object:
    namespace, name = deployment["metadata"]["namespace"], deployment["metadata"]["name"]
    uid = api.get("deployment", name, "-n", namespace)["metadata"]["uid"]
    owner = {"apiVersion": "apps/v1", "kind": "Deployment", "name": name, "uid": uid, "controller": True}
    template = json.loads(json.dumps(deployment["spec"]["template"]))
    template["metadata"]["labels"]["pod-template-hash"] = text
    selector = {"matchLabels": {**deployment["spec"]["selector"]["matchLabels"], "pod-template-hash": text}}
    metadata = {
        "name": f"{name}-{text}",
        "namespace": namespace,
        "labels": template["metadata"]["labels"],
        "annotations": {"deployment.kubernetes.io/revision": str(number)},
        "ownerReferences": [owner],
    }
    spec = {"replicas": 1, "selector": selector, "template": template}
    return {"apiVersion": "apps/v1", "kind": "ReplicaSet", "metadata": metadata, "spec": spec}


def items_of(run: Run, *arguments: str, code: int) -> dict[str, Object]:
    ended = run("status", *arguments, "-o", "json")
    assert ended.code == code, ended.err + ended.out
    status = json.loads(ended.out)
    assert against_schema(status) == []
    return {item["name"]: item for item in status["items"]}


def changes_in(item: Object) -> list[str]:
    (pod,) = item["pods"]
    return [f"{each['setting']}: {each['from']} -> {each['to']}" for each in pod["changes"]]
