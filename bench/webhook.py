"""The webhook's throughput and latency: ``python -m bench.webhook``. It needs wrk, which Debian has by that name.

Throughput is what wrk gets through a few connections that never wait. Latency is taken at a fixed rate of half the aim
of 500 a second, and from the moment when a request was due, so that a slow answer counts for all that wait behind it.
Beside both stand what the same requests cost in processor time, without a server and of the server with its workers,
and the yardstick of the other measurements: what PyYAML's C loader takes to read a Deployment on the same machine.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.yardsticks import PARSED, take_yardsticks
from kubectl_inject.config.injection_config import InjectionConfig
from kubectl_inject.webhook.review.pod_review import PodReviewer
from tests.cluster.servers.processes import children_of
from tests.conftest import MESH
from tests.webhook.callers import Connection, call_often, request_of
from tests.webhook.reviews import review_of
from tests.webhook.running_server import ServerFiles, WebhookServer, running_webhook

_PODS = 500
_CONNECTIONS = 16
_SECONDS = 10

_USER_TIME, _SYSTEM_TIME = 11, 12
"""Which fields of proc_pid_stat(5) they are, counted behind the program's name."""

_AIM = 500
"""Injections a second."""


def reviews() -> list[bytes]:
    """Return AdmissionReviews for Pods as the controllers of as many Deployments create them."""
    return [review_of(_pod(number)) for number in range(_PODS)]


def _pod(number: int) -> dict[str, object]:
    name = f"service-{number}"
    owner = {"apiVersion": "apps/v1", "kind": "ReplicaSet", "name": f"{name}-5d4f", "controller": True, "uid": "1"}
    port = 8000 + number
    probe = {"httpGet": {"path": "/ready", "port": port, "scheme": "HTTP"}, "timeoutSeconds": 1, "periodSeconds": 10}
    container = {
        "name": name,
        "image": f"registry.example.com/{name}:1.{number}",
        "ports": [{"containerPort": port, "protocol": "TCP"}],
        "env": [{"name": f"SETTING_{index}", "value": f"{number}-{index}"} for index in range(8)],
        "resources": {"requests": {"cpu": "100m", "memory": "128Mi"}},
        "readinessProbe": probe,
        "volumeMounts": [{"name": "token", "mountPath": "/var/run/secrets/kubernetes.io/serviceaccount"}],
        "imagePullPolicy": "IfNotPresent",
    }
    labels = {"app": name, "version": f"v{number % 3}", "pod-template-hash": "5d4f"}
    metadata = {"generateName": f"{name}-5d4f-", "labels": labels, "ownerReferences": [owner]}
    spec = {"containers": [container], "volumes": [{"name": "token", "emptyDir": {}}], "serviceAccountName": name}
    return {"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": spec}


def alone(bodies: list[bytes]) -> float:
    """Return the processor seconds that one review takes without a server."""
    texts = ((MESH / name).read_text() for name in ("inject-config.yaml", "values.json", "mesh.yaml"))
    reviewer = PodReviewer(InjectionConfig.from_texts(*texts))
    for body in bodies[:50]:
        reviewer.review(body, "/inject")
    start = time.process_time()
    for body in bodies:
        reviewer.review(body, "/inject")
    return (time.process_time() - start) / len(bodies)


def served(server: WebhookServer, bodies: list[bytes], times: int = 250) -> float:
    """Return the processor seconds that one review takes of a server and its workers, when many come at once."""
    requests = [request_of(body) for body in bodies]

    def call(times: int) -> None:
        asyncio.run(call_often(server.port, server.context(), requests, _CONNECTIONS, times))

    call(len(bodies) // _CONNECTIONS + 1)
    before = _used_by(server)
    call(times)
    return (_used_by(server) - before) / (_CONNECTIONS * times)


def _used_by(server: WebhookServer) -> float:
    """Return the processor seconds that a server and its workers have used."""
    own = server.process.process.pid
    ticks = 0
    for pid in (own, *children_of(own)):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[_USER_TIME]) + int(fields[_SYSTEM_TIME])
    return ticks / os.sysconf("SC_CLK_TCK")


_SCRIPT = """
local file = io.open("{file}")
local bodies, number = {{}}, 0
for line in file:lines() do bodies[#bodies + 1] = line end
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
request = function()
  number = number % #bodies + 1
  return wrk.format(nil, nil, nil, bodies[number])
end
"""


def throughput(server: WebhookServer, bodies: list[bytes], folder: Path) -> str:
    """Return what wrk says: requests a second, and answers that are not as they should be."""
    lines, script = folder / "reviews", folder / "post.lua"
    lines.write_bytes(b"\n".join(bodies))
    script.write_text(_SCRIPT.format(file=lines))
    arguments = ["-t1", f"-c{_CONNECTIONS}", f"-d{_SECONDS}", "-s", str(script), f"{server.url}/inject"]
    printed = subprocess.run(["wrk", *arguments], capture_output=True, text=True, check=True).stdout
    found = re.findall(r"Requests/sec:.*|Non-2xx.*|Socket errors.*", printed)
    return ", ".join(" ".join(line.split()) for line in found)


async def latencies(server: WebhookServer, bodies: list[bytes], rate: float) -> list[float]:
    """Return how long requests took, in seconds, that come at random moments at a mean rate a second."""
    idle: asyncio.Queue[Connection] = asyncio.Queue()
    for _ in range(_CONNECTIONS):
        idle.put_nowait(await Connection.to(server.port, server.context()))
    took: list[float] = []

    async def ask(body: bytes, due: float) -> None:
        connection = await idle.get()
        status, answer = await connection.ask(request_of(body))
        took.append(time.perf_counter() - due)
        idle.put_nowait(connection)
        if status != 200 or b'"patch":' not in answer:
            raise RuntimeError(f"not injected: {status} {answer[:200]!r}")

    moments = random.Random(1)
    due = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for number in range(int(rate * _SECONDS)):
            due += moments.expovariate(rate)
            await asyncio.sleep(due - time.perf_counter())
            group.create_task(ask(bodies[number % len(bodies)], due))
    return sorted(took)


def main() -> None:
    """Measure and print."""
    bodies = reviews()
    with tempfile.TemporaryDirectory(prefix="kubectl-inject-bench-") as name:
        folder = Path(name)
        parsed = take_yardsticks(folder).parse / PARSED
        seconds = alone(bodies)
        _say(f"yardstick: parse {parsed * 1000:.3f} ms for each Deployment")
        _say(f"alone: {seconds * 1000:.3f} ms of one processor for each injection, {seconds / parsed:.1f} x parse")
        with running_webhook(ServerFiles(folder), "--workers=2") as server:
            seconds = served(server, bodies)
            _say(f"served: {seconds * 1000:.3f} ms of all processors for each, {seconds / parsed:.1f} x parse")
            _say(f"throughput, 2 workers, wrk with {_CONNECTIONS} connections: {throughput(server, bodies, folder)}")
            start = time.process_time()
            took = asyncio.run(latencies(server, bodies, _AIM / 2))
            own = (time.process_time() - start) / _SECONDS
            shown = {"50": took[len(took) // 2], "99": took[len(took) * 99 // 100], "100": took[-1]}
            percentiles = json.dumps({f"{key}%": f"{value * 1000:.1f} ms" for key, value in shown.items()})
            _say(f"latency at {_AIM / 2:g} a second: {percentiles}; the caller itself used {own:.0%} of a processor")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
