"""An installation of Istio, as its chart would put it into a cluster: what a user captures, and what selects Pods."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.cluster.servers.api_server import ApiServer, Object, namespace_objects
from tests.cluster.servers.istio_injector import ControlPlaneFiles, IstioInjector

_SYSTEM_NAMESPACES = ["kube-system", "kube-public", "kube-node-lease", "local-path-storage"]

_Requirement = dict[str, Any]


def captured_files(name: str, configs: Path) -> ControlPlaneFiles:
    """Return a captured configuration; what its folder does not have is that of the folder ``default``."""
    found = (configs / name / file for file in ("inject-config.yaml", "values.json", "mesh.yaml"))
    return ControlPlaneFiles(*(path if path.exists() else configs / "default" / path.name for path in found))


@dataclass(frozen=True, slots=True)
class IstioInstallation:
    """A control plane: its configuration, revision, tags, and namespace.

    Without an ``injector`` its webhooks lead nowhere, and do not stop Pods; with one they behave as Istio's do.
    """

    files: ControlPlaneFiles
    revision: str = ""
    tags: tuple[str, ...] = ()
    namespace: str = "istio-system"
    injector: IstioInjector | None = None

    def objects(self) -> list[Object]:
        """Return all that the chart would create, and that matters to injection, but not its namespace."""
        return [
            *([self.injector.pod(*self._istiod), *self.injector.service(*self._istiod)] if self.injector else []),
            self._config_map("istio-sidecar-injector", config=self.files.config.read_text(), values=self._values()),
            self._config_map("istio", mesh=self.files.mesh.read_text(), meshNetworks="networks: {}"),
            self._webhooks(f"istio-sidecar-injector{self._suffix}", self.revision or "default", tag=""),
            *(self._webhooks(f"istio-revision-tag-{tag}", tag, tag=tag) for tag in self.tags),
        ]

    def statuses(self) -> list[Object]:
        """Return what would be known of the objects once they run."""
        return [self.injector.pod_status(*self._istiod)] if self.injector else []

    @property
    def _istiod(self) -> tuple[str, str]:
        return f"istiod{self._suffix}", self.namespace

    @property
    def _suffix(self) -> str:
        return f"-{self.revision}" if self.revision else ""

    def _values(self) -> str:
        return json.dumps({**json.loads(self.files.values.read_text()), "revision": self.revision}, indent=2)

    def _config_map(self, name: str, **data: str) -> Object:
        metadata = {"name": name + self._suffix, "namespace": self.namespace, "labels": self._labels()}
        return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": metadata, "data": data}

    def _labels(self) -> dict[str, str]:
        return {"istio.io/rev": self.revision or "default", "operator.istio.io/component": "Pilot"}

    def _webhooks(self, name: str, revision: str, *, tag: str) -> Object:
        """Return the webhooks for one value of the label istio.io/rev, and for none where that is ``default``."""
        labels = {**self._labels(), "app": "sidecar-injector", **({"istio.io/tag": tag} if tag else {})}
        elsewhere = "" if self.namespace == "istio-system" else f"-{self.namespace}"
        chosen = _by_revision(revision)
        if revision == "default":
            chosen |= _by_switch()
            if json.loads(self.files.values.read_text())["sidecarInjectorWebhook"].get("enableNamespacesByDefault"):
                chosen |= _by_default()
        return {
            "apiVersion": "admissionregistration.k8s.io/v1",
            "kind": "MutatingWebhookConfiguration",
            "metadata": {"name": name + elsewhere, "labels": labels},
            "webhooks": [self._webhook(prefix, *selectors) for prefix, selectors in chosen.items()],
        }

    def _webhook(self, prefix: str, namespaces: Sequence[_Requirement], pods: Sequence[_Requirement]) -> Object:
        name, namespace = self._istiod
        service = {"name": name, "namespace": namespace, "path": "/inject", "port": 443}
        trust = {"caBundle": self.injector.authority} if self.injector else {}
        return {
            "name": f"{prefix}.sidecar-injector.istio.io",
            "clientConfig": {"service": service, **trust},
            "rules": [{"operations": ["CREATE"], "apiGroups": [""], "apiVersions": ["v1"], "resources": ["pods"]}],
            "namespaceSelector": {"matchExpressions": namespaces},
            "objectSelector": {"matchExpressions": pods},
            "sideEffects": "None",
            "failurePolicy": "Fail" if self.injector else "Ignore",
            "reinvocationPolicy": "Never",
            "admissionReviewVersions": ["v1"],
        }


_Selectors = dict[str, tuple[list[_Requirement], list[_Requirement]]]
"""What webhooks ask of a namespace's labels, and of a Pod's, by the first part of their names."""

_NO_REVISION = {"key": "istio.io/rev", "operator": "DoesNotExist"}
_NO_SWITCH = {"key": "istio-injection", "operator": "DoesNotExist"}
_NOT_REFUSED = {"key": "sidecar.istio.io/inject", "operator": "NotIn", "values": ["false"]}


def _by_revision(revision: str) -> _Selectors:
    """Select by the label istio.io/rev, of the namespace or else of the Pod."""
    this_revision = {"key": "istio.io/rev", "operator": "In", "values": [revision]}
    return {
        "rev.namespace": ([this_revision, _NO_SWITCH], [_NOT_REFUSED]),
        "rev.object": ([_NO_REVISION, _NO_SWITCH], [_NOT_REFUSED, this_revision]),
    }


def _by_switch() -> _Selectors:
    """Select by the label istio-injection of the namespace, or else by the Pod's own."""
    enabled = {"key": "istio-injection", "operator": "In", "values": ["enabled"]}
    requested = {"key": "sidecar.istio.io/inject", "operator": "In", "values": ["true"]}
    return {"namespace": ([enabled], [_NOT_REFUSED]), "object": ([_NO_SWITCH, _NO_REVISION], [requested, _NO_REVISION])}


def _by_default() -> _Selectors:
    """Select where nothing says anything."""
    users_own = {"key": "kubernetes.io/metadata.name", "operator": "NotIn", "values": _SYSTEM_NAMESPACES}
    silent = {"key": "sidecar.istio.io/inject", "operator": "DoesNotExist"}
    return {"auto": ([_NO_SWITCH, _NO_REVISION, users_own], [silent, _NO_REVISION])}


@contextmanager
def installed(server: ApiServer, *installations: IstioInstallation) -> Iterator[None]:
    """Have control planes in the cluster until the block ends; their namespaces stay, for nothing could remove them."""
    objects = [thing for installation in installations for thing in installation.objects()]
    namespaces = sorted({installation.namespace for installation in installations})
    server.apply([*(thing for name in namespaces for thing in namespace_objects(name)), *objects])
    statuses = [status for installation in installations for status in installation.statuses()]
    try:
        if statuses:
            server.apply(statuses, "--subresource=status")
        yield
    finally:
        server.delete(objects)
