"""Workloads and their Pods, as a webhook with the built-in configuration has them stored, and what is found of them."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from kubectl_inject.builtin import builtin_config
from kubectl_inject.cluster.injector import created_pod
from kubectl_inject.config.injection_config import InjectionConfig
from kubectl_inject.injection.selection.namespaces import NamespaceMetadata, Namespaces
from kubectl_inject.injection.workload import find_workload
from kubectl_inject.status.control_planes import Mesh, control_plane
from kubectl_inject.status.survey import Survey
from kubectl_inject.status.verdicts import WorkloadVerdict
from kubectl_inject.webhook.review.pod_review import PodReviewer
from tests.status.status_schema import against_schema
from tests.webhook.reviews import patched, review_of

Object = dict[str, Any]
CONFIG = builtin_config("1.31.0")
APP = {"name": "app", "image": "nginx", "env": [{"name": "OWN", "value": "1"}]}
NAMESPACES = Namespaces({"shop": NamespaceMetadata({"istio-injection": "enabled"})})
MESH = Mesh({"default": control_plane("default", CONFIG)}, namespaces=NAMESPACES)


def workload(kind: str, **status: Any) -> Object:
    """Return a workload of the API group apps, with a status."""
    template = {"metadata": {"labels": {"app": "web"}}, "spec": {"containers": [APP]}}
    spec = {"selector": {"matchLabels": {"app": "web"}}, "template": template}
    metadata = {"name": "web", "namespace": "shop"}
    return {"apiVersion": "apps/v1", "kind": kind, "metadata": metadata, "spec": spec, "status": status}


def pod_of(value: Object, labels: Mapping[str, str] | None = None, *, config: InjectionConfig = CONFIG) -> Object:
    """Return a Pod of a workload, as a webhook with a configuration has it stored."""
    found = find_workload(value)
    assert found is not None
    pod = created_pod(found)
    pod["metadata"]["labels"] = {**pod["metadata"]["labels"], **(labels or {})}
    stored = copy.deepcopy(patched(pod, PodReviewer(config).review(review_of(pod), "/inject").answer))
    stored["metadata"].setdefault("name", "web-0")
    return stored


def found_of(pods: list[Object], *makers: Object, mesh: Mesh = MESH) -> WorkloadVerdict:
    """Return what is found of the one workload that there is."""
    survey = Survey(mesh)
    survey.add_makers(makers)
    survey.add_pods(pods)
    status = survey.status()
    assert against_schema(status.to_plain()) == []
    (found,) = status.workloads
    return found


def proxy_in(pod: Object) -> Object:
    """Return the proxy of a Pod, which is a native sidecar."""
    return next(each for each in pod["spec"]["initContainers"] if each["name"] == "istio-proxy")


def with_what_clusters_add(pod: Object) -> Object:
    """Return a Pod as an API server holds it once it runs: with defaults, managed fields, and a status."""
    spec = pod["spec"]
    token = {"name": "kube-api-access-x7f2k", "mountPath": "/var/run/secrets/kubernetes.io/serviceaccount"}
    sources = [{"serviceAccountToken": {"path": "token"}}, {"configMap": {"name": "kube-root-ca.crt"}}]
    volumes = [*spec.get("volumes", []), {"name": token["name"], "projected": {"sources": sources}}]
    filled = {"terminationMessagePath": "/dev/termination-log", "terminationMessagePolicy": "File"}
    lists = {
        field: [{**each, **filled, "volumeMounts": [*each.get("volumeMounts", []), token]} for each in spec[field]]
        for field in ("containers", "initContainers")
    }
    fields: Object = {f"k:{each}": {".": {}, "f:name": {}, "f:value": {}} for each in range(200)}
    managed = {"manager": "kube-controller-manager", "operation": "Update", "fieldsV1": {"f:spec": fields}}
    state = {"running": {"startedAt": "2026-01-01T00:00:00Z"}}
    ready = {"ready": True, "restartCount": 0, "started": True, "state": state}
    statuses = {field: [{"name": each["name"], **ready} for each in spec[field]] for field in lists}
    status = {
        "phase": "Running",
        "containerStatuses": statuses["containers"],
        "initContainerStatuses": statuses["initContainers"],
    }
    found = {**pod, "spec": {**spec, **lists, "volumes": volumes, "nodeName": "node-1"}, "status": status}
    return {**found, "metadata": {**pod["metadata"], "managedFields": [managed]}}
