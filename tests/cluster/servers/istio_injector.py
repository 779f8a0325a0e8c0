"""Istio's own injector as a process, and the objects that lead an API server to it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.cluster.servers.api_server import Object
from tests.cluster.servers.processes import accepts_connections, free_port, server_process
from tools.real_programs import ISTIO_INJECTOR

_PORT_NAME = "https-webhook"


@dataclass(frozen=True, slots=True)
class ControlPlaneFiles:
    """The three files that configure an injector, with Istio's name for what each holds."""

    config: Path
    values: Path
    mesh: Path


@dataclass(frozen=True, slots=True)
class IstioInjector:
    """A running injector: where it listens, and the certificate it shows."""

    address: str
    port: int
    certificate: Path

    @property
    def authority(self) -> str:
        """The certificate, as a webhook's caBundle has it."""
        return base64.b64encode(self.certificate.read_bytes()).decode()

    def pod(self, name: str, namespace: str) -> Object:
        """Return the Pod that the injector would be in a cluster: the API server's proxy leads only to Pods."""
        return {
            "apiVersion": "v1",
            "kind": "Pod",
            "metadata": {"name": name, "namespace": namespace, "labels": {"sidecar.istio.io/inject": "false"}},
            "spec": {"containers": [{"name": "discovery", "image": "pilot"}]},
        }

    def pod_status(self, name: str, namespace: str) -> Object:
        """Return the Pod's status, which is not taken when the Pod is created."""
        status = {"phase": "Running", "podIP": self.address, "podIPs": [{"ip": self.address}]}
        return {
            "apiVersion": "v1",
            "kind": "Pod",
            "metadata": {"name": name, "namespace": namespace},
            "status": status,
        }

    def service(self, name: str, namespace: str) -> list[Object]:
        """Return a Service that leads to the Pod, with the endpoints that Kubernetes' controllers would make."""
        metadata = {"name": name, "namespace": namespace}
        ports = [{"name": _PORT_NAME, "port": self.port, "protocol": "TCP"}]
        target = {"kind": "Pod", **metadata}
        return [
            {
                "apiVersion": "v1",
                "kind": "Service",
                "metadata": metadata,
                "spec": {"ports": [{"name": _PORT_NAME, "port": 443, "targetPort": self.port}]},
            },
            {
                "apiVersion": "v1",
                "kind": "Endpoints",
                "metadata": metadata,
                "subsets": [{"addresses": [{"ip": self.address, "targetRef": target}], "ports": ports}],
            },
            {
                "apiVersion": "discovery.k8s.io/v1",
                "kind": "EndpointSlice",
                "metadata": {**metadata, "labels": {"kubernetes.io/service-name": name}},
                "addressType": "IPv4",
                "endpoints": [{"addresses": [self.address], "conditions": {"ready": True}, "targetRef": target}],
                "ports": ports,
            },
        ]


@contextmanager
def running_injector(
    files: ControlPlaneFiles, folder: Path, address: str, *, revision: str = "", native_sidecars: bool = True
) -> Iterator[IstioInjector]:
    """Run an injector on an address of this machine until the block ends; its own files go into a folder.

    The API server's proxy leads to no loopback address.
    """
    injector = IstioInjector(address, free_port(address), folder / "injector.crt")
    arguments = [
        str(ISTIO_INJECTOR.path),
        *("--listen", f"{address}:{injector.port}"),
        *("--inject-config", str(files.config)),
        *("--values", str(files.values)),
        *("--mesh", str(files.mesh)),
        *("--revision", revision),
        *("--hosts", f"istiod{f'-{revision}' if revision else ''}.istio-system.svc"),
        *("--certificate", str(injector.certificate)),
    ]
    native = "true" if native_sidecars else "false"
    with server_process(arguments, folder / "injector.log", ENABLE_NATIVE_SIDECARS=native) as process:
        process.wait_until(lambda: accepts_connections(address, injector.port))
        yield injector
