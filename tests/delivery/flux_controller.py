"""Flux's kustomize-controller against the tests' API server, with a stand-in for source-controller.

Sources are plain objects whose status the test sets, and artifacts are served over HTTP from a folder: it is all that
kustomize-controller sees of source-controller.
"""

from __future__ import annotations

import hashlib
import json
import tarfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import requests
import yaml

from tests.cluster.servers.api_server import ApiServer, Object
from tests.cluster.servers.processes import free_port, server_process
from tools.real_programs import KUSTOMIZE_CONTROLLER

_LOOPBACK = "127.0.0.1"
_SOURCE_GROUP = "source.toolkit.fluxcd.io"
_SOURCE_KINDS = ("GitRepository", "OCIRepository", "Bucket", "ExternalArtifact")
_PATIENCE = 60.0
"""Seconds that a reconciliation may take; a loaded machine is slow."""


@dataclass(frozen=True, slots=True)
class Flux:
    """A running kustomize-controller, and where its artifacts are served from."""

    server: ApiServer
    artifacts: Path
    url: str

    def deliver(self, name: str, namespace: str, path: str) -> None:
        """Have a Kustomization reconcile a folder of the artifacts of a source, both of one name."""
        spec = {
            "interval": "1h",
            "retryInterval": "1s",
            "path": path,
            "prune": True,
            "sourceRef": {"kind": "GitRepository", "name": name},
        }
        metadata = {"name": name, "namespace": namespace}
        source = {"url": "https://example.com/shop.git", "interval": "1h"}
        self.server.apply(
            [
                {"apiVersion": f"{_SOURCE_GROUP}/v1", "kind": "GitRepository", "metadata": metadata, "spec": source},
                {
                    "apiVersion": "kustomize.toolkit.fluxcd.io/v1",
                    "kind": "Kustomization",
                    "metadata": metadata,
                    "spec": spec,
                },
            ]
        )

    def commit(self, name: str, namespace: str, folder: Path) -> None:
        """Make a folder the artifact of a source, and wait until the Kustomization has applied it.

        RuntimeError with the Kustomization's conditions where that does not come.
        """
        archive = self.artifacts / f"{name}.tar.gz"
        with tarfile.open(archive, "w:gz") as tar:
            tar.add(folder, ".")
        data = archive.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        archive.rename(self.artifacts / f"{digest}.tar.gz")
        revision = f"main@sha1:{digest[:40]}"
        now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        artifact = {
            "path": f"{digest}.tar.gz",
            "url": f"{self.url}/{digest}.tar.gz",
            "revision": revision,
            "digest": f"sha256:{digest}",
            "size": len(data),
            "lastUpdateTime": now,
        }
        ready = {"type": "Ready", "status": "True", "reason": "Succeeded", "message": "", "lastTransitionTime": now}
        status = json.dumps({"status": {"artifact": artifact, "conditions": [ready]}})
        source = f"gitrepositories.{_SOURCE_GROUP}/{name}"
        self.server.kubectl("patch", source, "-n", namespace, "--subresource=status", "--type=merge", "-p", status)
        give_up = time.monotonic() + _PATIENCE
        while (seen := self._status(name, namespace)).get("lastAppliedRevision") != revision:
            if time.monotonic() > give_up:
                raise RuntimeError(f"{revision} was not applied: {json.dumps(seen)}")
            time.sleep(0.2)

    def _status(self, name: str, namespace: str) -> dict[str, Any]:
        found: dict[str, Any] = self.server.get("kustomizations.kustomize.toolkit.fluxcd.io", name, "-n", namespace)
        return found.get("status") or {}


@contextmanager
def running_flux(server: ApiServer, folder: Path) -> Iterator[Flux]:
    """Install the kinds and run the controller, with its files in a folder, until the block ends."""
    crd = KUSTOMIZE_CONTROLLER.file(KUSTOMIZE_CONTROLLER.files[0])
    kinds = [*map(_source_kind, _SOURCE_KINDS), yaml.safe_load(crd.read_text())]
    server.apply(kinds)
    names = [f"crd/{kind['metadata']['name']}" for kind in kinds]
    server.kubectl("wait", "--for=condition=Established", "--timeout=60s", *names)
    health = f"{_LOOPBACK}:{free_port(_LOOPBACK)}"
    arguments = [str(KUSTOMIZE_CONTROLLER.path), "--health-addr", health, "--metrics-addr", "0"]
    environment = {"KUBECONFIG": str(server.kubeconfig()), "RUNTIME_NAMESPACE": "default", "TMPDIR": str(folder)}
    log = folder / "kustomize-controller.log"
    with _served(folder / "artifacts") as url, server_process(arguments, log, **environment) as process:
        process.wait_until(lambda: _is_ready(f"http://{health}/readyz"))
        yield Flux(server, folder / "artifacts", url)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    folder.mkdir()
    handler = partial(_QuietHandler, directory=str(folder))
    with ThreadingHTTPServer((_LOOPBACK, 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://{_LOOPBACK}:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Write no log."""


def _is_ready(url: str) -> bool:
    try:
        return requests.get(url, timeout=5).ok
    except requests.RequestException:
        return False


def _source_kind(kind: str) -> Object:
    """Return the definition of a kind of source, whose fields may be anything."""
    plural = kind.lower().removesuffix("y") + ("ies" if kind.endswith("y") else "s")
    return {
        "apiVersion": "apiextensions.k8s.io/v1",
        "kind": "CustomResourceDefinition",
        "metadata": {"name": f"{plural}.{_SOURCE_GROUP}"},
        "spec": {
            "group": _SOURCE_GROUP,
            "scope": "Namespaced",
            "names": {"kind": kind, "plural": plural, "singular": kind.lower(), "listKind": f"{kind}List"},
            "versions": [
                {
                    "name": "v1",
                    "served": True,
                    "storage": True,
                    "schema": {
                        "openAPIV3Schema": {"type": "object", "x-kubernetes-preserve-unknown-fields": True},
                    },
                    "subresources": {"status": {}},
                }
            ],
        },
    }
