"""The webhook's server as a process on loopback, and its files, which a test may change while it runs."""

from __future__ import annotations

import base64
import re
import shutil
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import requests
from requests.adapters import HTTPAdapter

from kubectl_inject.webhook.installation.certificates import ServiceCertificate, make_certificate
from tests.cluster.servers.processes import ServerProcess, server_process
from tests.conftest import MESH
from tests.own_programs import KUBECTL_INJECT

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class ServerFiles:
    """The certificate, key and configuration of a server, in a folder of its own."""

    folder: Path

    @property
    def certificate(self) -> Path:
        return self.folder / "tls.crt"

    @property
    def key(self) -> Path:
        return self.folder / "tls.key"

    @property
    def config(self) -> Path:
        return self.folder / "mesh"

    def write_certificate(self, days: int = 1, now: datetime | None = None) -> ServiceCertificate:
        """Put a new certificate in the place of the last one, and return it; its own authority signs each."""
        made = make_certificate([LOOPBACK], days, now)
        for path, text in ((self.key, made.key), (self.certificate, made.certificate)):
            _put(path, text)
        return made

    def write_config(self, *, hub: str = "") -> None:
        """Put the configuration of examples/mesh in place, or one with images of another registry."""
        self.config.mkdir(exist_ok=True)
        for name in ("inject-config.yaml", "mesh.yaml", "values.json"):
            text = (MESH / name).read_text()
            if name == "values.json" and hub:
                text = re.sub(r'"hub": "[^"]*"', f'"hub": "{hub}"', text)
            _put(self.config / name, text.encode())

    @property
    def flags(self) -> list[str]:
        """The flags that give the command the files."""
        parts = {"inject-config": "inject-config.yaml", "mesh-config": "mesh.yaml", "values": "values.json"}
        config = [f"--{flag}-file={self.config / name}" for flag, name in parts.items()]
        return [*config, f"--tls-cert={self.certificate}", f"--tls-key={self.key}"]


def _put(path: Path, text: bytes) -> None:
    """Write a file whole, so that nobody reads a half of it."""
    new = path.with_suffix(".new")
    new.write_bytes(text)
    new.replace(path)


@dataclass(frozen=True, slots=True)
class WebhookServer:
    """A running server: its port, the authority of its certificate, and its log."""

    process: ServerProcess
    port: int
    authority: Path

    @property
    def url(self) -> str:
        return f"https://{LOOPBACK}:{self.port}"

    @property
    def ca_bundle(self) -> str:
        """The authority, as a webhook's caBundle has it."""
        return base64.b64encode(self.authority.read_bytes()).decode()

    def trust(self, made: ServiceCertificate) -> None:
        """Have callers of this server trust another certificate's authority too."""
        with self.authority.open("ab") as file:
            file.write(made.authority)

    def context(self) -> ssl.SSLContext:
        """Return the TLS of a caller."""
        return ssl.create_default_context(cafile=str(self.authority))

    def session(self) -> requests.Session:
        """Return a caller that keeps its connections."""
        session = requests.Session()
        session.verify = str(self.authority)
        session.trust_env = False
        session.mount("https://", HTTPAdapter(pool_connections=1, pool_maxsize=1))
        session.headers["Content-Type"] = "application/json"
        return session

    def get(self, path: str) -> requests.Response:
        with self.session() as session:
            return session.get(self.url + path, timeout=20)

    def post(self, body: bytes, path: str = "/inject") -> requests.Response:
        with self.session() as session:
            return session.post(self.url + path, body, timeout=20)

    def log(self) -> str:
        return self.process.log.read_text()

    def wait_for_log(self, text: str) -> None:
        self.process.wait_until(lambda: text in self.log())

    def metric(self, name: str) -> float:
        """Return the value of one metric of ours, 0 where it is not there."""
        lines = self.get("/metrics").text.splitlines()
        start = f"kubectl_inject_{name} "
        return next((float(line.rpartition(" ")[2]) for line in lines if line.startswith(start)), 0)


@contextmanager
def running_webhook(
    files: ServerFiles,
    *flags: str,
    config: Sequence[str] | None = None,
    port: int = 0,
    program: Path = KUBECTL_INJECT,
) -> Iterator[WebhookServer]:
    """Run the server until the block ends, with a certificate and configuration of ``files`` unless it has them.

    ``config`` are flags in the place of those of the files' own configuration, ``program`` is another installation's.
    """
    authority = files.folder / "authority.crt"
    if not files.certificate.exists():
        authority.write_bytes(files.write_certificate().authority)
    if not files.config.exists():
        files.write_config()
    own = files.flags if config is None else [*files.flags[-2:], *config]
    arguments = [str(program), "serve", *own, f"--listen={LOOPBACK}:{port}", *flags]
    log = files.folder / "server.log"
    shutil.rmtree(log, ignore_errors=True)
    with server_process(arguments, log) as process:
        process.wait_until(lambda: "listening on https://" in log.read_text())
        found = re.search(r"listening on https://[^:]+:(\d+)", log.read_text())
        assert found
        yield WebhookServer(process, int(found[1]), authority)
