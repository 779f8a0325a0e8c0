"""The cluster's own injector, called through the API server's proxy as the API server itself would call it."""

from __future__ import annotations

import base64
import json
from contextlib import contextmanager

from kubectl_inject.cluster.api_proxy import ApiProxy, api_proxy
from kubectl_inject.cluster.control_plane import ControlPlaneNames, find_revision, webhook_configurations
from kubectl_inject.cluster.kubectl import ClusterError, Kubectl, NotFoundError
from kubectl_inject.config.helm_values import HelmValues
from kubectl_inject.config.injection_config import InjectionConfig, Installation
from kubectl_inject.config.webhook_rules import (
    Webhook,
    WebhookService,
    injection_webhooks,
    tags_of,
    webhooks_of_revision,
)
from kubectl_inject.injection.pod_injection import InjectedPod, with_added_in_order
from kubectl_inject.injection.selection.decision import Decision, Reason
from kubectl_inject.injection.selection.namespaces import UNNAMED, Namespaces
from kubectl_inject.injection.selection.webhook_selection import select
from kubectl_inject.kubernetes.go_json import go_value
from kubectl_inject.kubernetes.schema.decoding import decode, without_nulls
from kubectl_inject.kubernetes.schema.types import POD
from kubectl_inject.mesh_config.mesh_config import default_proxy_config, mesh_config

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from kubectl_inject.injection.pod import Pod
    from kubectl_inject.injection.workload import Owner, Workload

_REVIEW_VERSION = "admission.k8s.io/v1"
_POD_KIND = {"group": "", "version": "v1", "kind": "Pod"}
_PODS = {"group": "", "version": "v1", "resource": "pods"}
_NO_ENDPOINTS = "no endpoints available for service"
_UID = "00000000-0000-0000-0000-000000000000"
_HASH = "5f7c9d6b84"
"""Stands for the hash that the Deployment controller makes of a Pod template."""
_SCHEDULE = "28000000"
"""Stands for the minute that the CronJob controller names a Job after."""


class ClusterInjector:
    """Injects by asking the injector of a control plane. It decides, by its own configuration."""

    def __init__(self, proxy: ApiProxy, service: WebhookService, installation: Installation) -> None:
        """Ask the service of a webhook through a proxy that lets its path through.

        Where the installation is ``automatic`` its webhooks decide which Pods are shown to it, as in the cluster.
        """
        self._proxy = proxy
        self._service = service
        self._source = f"{service.namespace}/{service.name}"
        # Only the selection by webhooks looks at this configuration.
        self._selection = InjectionConfig({}, HelmValues({}), mesh_config({}), installation=installation)

    @property
    def config(self) -> InjectionConfig:
        """What is known of the configuration from outside: the installation."""
        return self._selection

    def inject(self, workload: Workload, namespaces: Namespaces) -> tuple[Decision, InjectedPod | None]:
        """Show a Pod of the workload to the injector; see PodInjector. Raises ClusterError where it refuses."""
        if self._selection.installation.automatic:
            selected = select(workload, self._selection, namespaces)
            if not selected.inject:
                return selected, None
        created = created_pod(workload)
        # The API server shows a Pod with every field that its types always write, and the patch relies on them.
        shown = go_value(created, POD)
        patch = self._ask(shown, workload.namespace or UNNAMED)
        if not patch:
            return Decision(False, Reason.INJECTOR_LEFT, self._source), None
        patched = carried_over(created, shown, _patched(shown, patch))
        pod = with_added_in_order(as_template(patched, created, workload), workload.pod)
        return Decision(True, Reason.INJECTOR_CHANGED, self._source), InjectedPod(pod, (), default_proxy_config())

    def _ask(self, pod: Pod, namespace: str) -> list[dict[str, Any]]:
        request = {
            "uid": _UID,
            "kind": _POD_KIND,
            "resource": _PODS,
            "requestKind": _POD_KIND,
            "requestResource": _PODS,
            "namespace": namespace,
            "operation": "CREATE",
            "userInfo": {},
            "object": pod,
            "dryRun": True,
        }
        review = {"apiVersion": _REVIEW_VERSION, "kind": "AdmissionReview", "request": request}
        try:
            return _patch_in(self._proxy.post(_path_of(self._service), json.dumps(review).encode()))
        except NotFoundError as error:
            raise ClusterError(f"no injector service {self._source}: {error}") from None
        except ClusterError as error:
            if _NO_ENDPOINTS in str(error):
                raise ClusterError(f"no injector service {self._source}: nothing runs behind it") from None
            raise


def _path_of(service: WebhookService) -> str:
    """Return the path by which the API server leads to a service."""
    base = f"/api/v1/namespaces/{service.namespace}/services/https:{service.name}:{service.port}/proxy/"
    return base + service.path.lstrip("/")


@contextmanager
def cluster_injector(kubectl: Kubectl, names: ControlPlaneNames, *, automatic: bool) -> Iterator[ClusterInjector]:
    """Have the injector of a control plane at hand while the block lasts; see ClusterInjector.

    It takes the right to list MutatingWebhookConfigurations, and to create ``services/proxy``. Raises ClusterError.
    """
    found = list(injection_webhooks(webhook_configurations(kubectl, names)))
    revision = find_revision(found, names)
    webhooks = webhooks_of_revision(found, revision)
    service = _service_of(webhooks)
    tags = dict.fromkeys(tags_of(webhooks), revision)
    installation = Installation(revision=revision, automatic=automatic, revision_tags=tags, webhooks=webhooks)
    with api_proxy(kubectl, _path_of(service)) as proxy:
        yield ClusterInjector(proxy, service, installation)


def _service_of(webhooks: tuple[Webhook, ...]) -> WebhookService:
    for webhook in webhooks:
        if webhook.service is not None:
            return webhook.service
    names = ", ".join(dict.fromkeys(webhook.configuration for webhook in webhooks))
    raise ClusterError(f"no injector service: the webhooks of {names} name a URL, which only the API server can call")


# --- a Pod as its controller would create it ----------------------------------------------------------------------


def created_pod(workload: Workload) -> Pod:
    """Return a Pod as the workload's controller would create it, for the injector to see.

    The injector tells the workload's name from the Pod's owner, generated name and labels.
    """
    pod = workload.pod
    base = {"apiVersion": "v1", "kind": "Pod"}
    metadata = {**(pod.get("metadata") or {}), "namespace": workload.namespace or UNNAMED}
    if workload.kind == "Pod":
        return {**base, **pod, "metadata": metadata}
    if workload.owner.kind == "Pod":  # with a full name, and so without an owner that the injector looks at
        return {**base, "metadata": {**metadata, "name": workload.owner.name}, "spec": pod.get("spec") or {}}
    owner, labels = _owner(workload.owner)
    if labels:
        metadata["labels"] = {**(metadata.get("labels") or {}), **labels}
    metadata |= {"generateName": f"{owner['name']}-", "ownerReferences": [owner]}
    return {**base, "metadata": metadata, "spec": pod.get("spec") or {}}


def _owner(owner: Owner) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the owner reference of Pods whose workload is the given one, and the labels that controllers add."""
    name, labels = owner.name, dict[str, str]()
    version, kind = owner.api_version, owner.kind
    if kind == "Deployment":
        version, kind, name, labels = "apps/v1", "ReplicaSet", f"{name}-{_HASH}", {"pod-template-hash": _HASH}
    elif kind == "Rollout":
        version, kind, name, labels = "apps/v1", "ReplicaSet", f"{name}-{_HASH}", {"rollouts-pod-template-hash": _HASH}
    elif kind == "CronJob":
        version, kind, name = "batch/v1", "Job", f"{name}-{_SCHEDULE}"
    elif kind == "DeploymentConfig":
        version, kind, name, labels = "v1", "ReplicationController", f"{name}-1", {"deploymentconfig": name}
    reference = {"apiVersion": version, "kind": kind, "name": name, "uid": _UID}
    return {**reference, "controller": True, "blockOwnerDeletion": True}, labels


def as_template(injected: Pod, created: Pod, workload: Workload) -> Pod:
    """Return an injected Pod as the workload's Pod template: without what its controller had given it."""
    own = workload.pod.get("metadata") or {}
    metadata = dict(injected.get("metadata") or {})
    for name in ("name", "namespace", "generateName", "ownerReferences", "creationTimestamp"):
        metadata.pop(name, None)
        if own.get(name) is not None:
            metadata[name] = own[name]
    given = (created.get("metadata") or {}).get("labels") or {}
    added = given.keys() - (own.get("labels") or {}).keys()
    if added:
        labels = metadata.get("labels") or {}
        metadata["labels"] = {name: value for name, value in labels.items() if name not in added}
    kept = {name: workload.pod[name] for name in ("apiVersion", "kind", "status") if name in workload.pod}
    template: Pod = without_nulls({**kept, "metadata": metadata, "spec": injected.get("spec") or {}})
    return template


def carried_over(own: Any, shown: Any, changed: Any) -> Any:
    """Return ``own`` with what differs between ``shown``, another spelling of it, and ``changed``.

    What did not change keeps its own spelling, such as a quantity of ``0.5``, and fields that nobody else knows stay.
    """
    if changed == shown:
        return own
    if isinstance(own, dict) and isinstance(shown, dict) and isinstance(changed, dict):
        kept = [name for name in own if name in changed or name not in shown]
        added = [name for name in changed if name not in own and changed[name] != shown.get(name)]
        return {
            name: carried_over(own.get(name), shown.get(name), changed[name]) if name in changed else own[name]
            for name in [*kept, *added]
        }
    if isinstance(own, list) and isinstance(shown, list) and isinstance(changed, list):
        places = {_identity(item): index for index, item in enumerate(shown[: len(own)])}
        found = ((places.get(_identity(item)), item) for item in changed)
        return [item if place is None else carried_over(own[place], shown[place], item) for place, item in found]
    return changed


def _identity(item: Any) -> str:
    """Return what tells items of a list apart: their names, or else what they are."""
    name = item.get("name") if isinstance(item, dict) else None
    return f"name {name}" if name else json.dumps(item, sort_keys=True)


# --- its answer ---------------------------------------------------------------------------------------------------


def _patch_in(text: bytes) -> list[dict[str, Any]]:
    """Return the operations of the JSON patch in an AdmissionReview's answer, none where the Pod stays as it is."""
    try:
        response = json.loads(text)["response"]
        if not response.get("allowed"):
            message = (response.get("status") or {}).get("message") or "it gave no reason"
            raise ClusterError(f"the cluster's injector refuses: {message}")
        patch = json.loads(base64.b64decode(response.get("patch") or "W10="))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):  # also for what is no base64
        raise ClusterError(f"the cluster's injector answered what is no AdmissionReview: {text[:60]!r}") from None
    if not isinstance(patch, list) or not all(isinstance(operation, dict) for operation in patch):
        raise ClusterError("the cluster's injector answered with a patch that is no list of operations")
    return patch


def _patched(pod: Pod, patch: list[dict[str, Any]]) -> Pod:
    import jsonpatch

    try:
        patched = jsonpatch.apply_patch(pod, patch)
    except (jsonpatch.JsonPatchException, jsonpatch.JsonPointerException, LookupError, TypeError) as error:
        raise ClusterError(f"the patch of the cluster's injector does not fit: {error}") from None
    if not isinstance(patched, dict):
        raise ClusterError("the patch of the cluster's injector leaves no Pod")
    whole: Pod = decode(patched, POD, "the Pod that the cluster's injector makes", coerce=False)
    return whole
