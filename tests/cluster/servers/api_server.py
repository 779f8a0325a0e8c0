"""A real kube-apiserver with its etcd, on loopback, with RBAC and a few users; no controller runs."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

from tests.cluster.servers.processes import free_port, server_process
from tools.real_programs import KUBE_APISERVER

Object = Mapping[str, Any]
"""An object of Kubernetes, as JSON has it."""

ADMIN = "admin"
"""May do everything."""

VIEWER = "viewer"
NOBODY = "nobody"
"""These may do nothing but what a test allows them."""

_GROUPS = {ADMIN: "system:masters", VIEWER: "testers", NOBODY: "testers"}
_LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class ApiServer:
    """A running API server, and the folder with its certificate and the kubeconfigs of its users."""

    url: str
    folder: Path

    @property
    def certificate(self) -> Path:
        """The certificate that clients should trust."""
        return self.folder / "apiserver.crt"

    def kubeconfig(self, user: str = ADMIN, *, token: str = "", namespace: str = "default") -> Path:
        """Write a kubeconfig for a user, whose only context has the user's name, and return its path.

        Another ``token`` than the user's own is for tests of a refused one.
        """
        cluster = {"server": self.url, "certificate-authority": str(self.certificate)}
        config = {
            "apiVersion": "v1",
            "kind": "Config",
            "clusters": [{"name": "test", "cluster": cluster}],
            "users": [{"name": user, "user": {"token": token or _token(user)}}],
            "contexts": [{"name": user, "context": {"cluster": "test", "user": user, "namespace": namespace}}],
            "current-context": user,
        }
        path = self.folder / f"{user}-{token or 'own'}-{namespace}.kubeconfig"
        path.write_text(json.dumps(config))
        return path

    def environment(self, user: str = ADMIN) -> dict[str, str]:
        """Return this process's environment, with kubectl set to be that user, and to leave the home folder alone."""
        return {
            **os.environ,
            "KUBECONFIG": str(self.kubeconfig(user)),
            "KUBECACHEDIR": str(self.folder / "kubectl-cache"),
        }

    def run_kubectl(self, *arguments: str, user: str = ADMIN, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run the real kubectl as a user, whatever comes of it."""
        return subprocess.run(
            ["kubectl", *arguments],
            input=stdin,
            capture_output=True,
            text=True,
            env=self.environment(user),
            timeout=300,
            check=False,
        )

    def kubectl(self, *arguments: str, user: str = ADMIN, stdin: str = "") -> str:
        """Run the real kubectl as a user, and return what it printed; RuntimeError where it fails."""
        run = self.run_kubectl(*arguments, user=user, stdin=stdin)
        if run.returncode:
            raise RuntimeError(f"kubectl {' '.join(arguments)}: {run.stderr}")
        return run.stdout

    def get(self, *arguments: str) -> Any:
        """Return what ``kubectl get`` finds, parsed."""
        return json.loads(self.kubectl("get", *arguments, "-o", "json"))

    def apply(self, objects: Iterable[Object], *flags: str) -> None:
        """Create objects, or change them to be so; nothing is noted in their annotations."""
        self.kubectl("apply", "--server-side", "--force-conflicts", *flags, "-f", "-", stdin=_as_list(objects))

    def delete(self, objects: Iterable[Object]) -> None:
        """Delete objects, where they are there."""
        self.kubectl("delete", "--ignore-not-found", "--wait=false", "--now", "-f", "-", stdin=_as_list(objects))

    def create_namespaces(self, *names: str, labels: Mapping[str, str] | None = None) -> None:
        """Create namespaces in which Pods can be made."""
        self.apply([created for name in names for created in namespace_objects(name, labels)])


def namespace_objects(name: str, labels: Mapping[str, str] | None = None) -> list[Object]:
    """Return a namespace, and what Kubernetes' controllers would put into it: the ServiceAccount of its Pods."""
    return [
        {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name, "labels": dict(labels or {})}},
        {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "default", "namespace": name}},
    ]


def _as_list(objects: Iterable[Object]) -> str:
    return json.dumps({"apiVersion": "v1", "kind": "List", "items": list(objects)})


def _token(user: str) -> str:
    return f"token-of-{user}"


@contextmanager
def running_api_server(folder: Path) -> Iterator[ApiServer]:
    """Run etcd and a kube-apiserver, with all their files in a folder, until the block ends."""
    tokens = folder / "tokens.csv"
    tokens.write_text("".join(f"{_token(user)},{user},{user},{group}\n" for user, group in _GROUPS.items()))
    etcd_url = f"http://{_LOOPBACK}:{free_port(_LOOPBACK)}"
    server = ApiServer(f"https://{_LOOPBACK}:{free_port(_LOOPBACK)}", folder)
    with (
        server_process(_etcd(folder, etcd_url), folder / "etcd.log"),
        server_process(_kube_apiserver(server, etcd_url, tokens), folder / "kube-apiserver.log") as process,
    ):
        process.wait_until(lambda: _is_ready(server))
        server.create_namespaces("default")
        yield server


def _etcd(folder: Path, url: str) -> list[str]:
    return [
        "etcd",
        *("--data-dir", str(folder / "etcd")),
        *("--listen-client-urls", url),
        *("--advertise-client-urls", url),
        *("--listen-peer-urls", f"http://{_LOOPBACK}:0"),
    ]


def _kube_apiserver(server: ApiServer, etcd_url: str, tokens: Path) -> list[str]:
    # It makes the key together with the certificate for TLS; a second key for tokens would show no more.
    key = str(server.certificate.with_suffix(".key"))
    return [
        str(KUBE_APISERVER.path),
        *("--etcd-servers", etcd_url),
        *("--bind-address", _LOOPBACK),
        *("--secure-port", server.url.rpartition(":")[2]),
        *("--cert-dir", str(server.folder)),
        *("--service-account-issuer", "https://kubernetes.default.svc"),
        *("--service-account-key-file", key),
        *("--service-account-signing-key-file", key),
        *("--token-auth-file", str(tokens)),
        *("--authorization-mode", "RBAC"),
        # Loopback is no endpoint that the Service kubernetes may have.
        *("--endpoint-reconciler-type", "none"),
        # Webhooks are called at their endpoints: nothing makes the addresses of Services work.
        "--enable-aggregator-routing",
    ]


def _is_ready(server: ApiServer) -> bool:
    if not server.certificate.exists():
        return False
    headers = {"Authorization": f"Bearer {_token(ADMIN)}"}
    try:
        return all(
            requests.get(server.url + path, headers=headers, verify=str(server.certificate), timeout=5).ok
            for path in ("/readyz", "/api/v1/namespaces/default")
        )
    except requests.RequestException:
        return False
