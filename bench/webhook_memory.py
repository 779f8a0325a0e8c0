"""The webhook's memory under what strangers may send it: ``python -m bench.webhook_memory [SHARE]``.

A server of its own, on loopback, gets 20,000 failed handshakes, 20,000 requests, 5,000 open connections and 1,000 new
configurations, or a SHARE of each, such as 0.1. Printed is the resident memory of the server and of all its processes
before and after each, once the connections have ended, and at most while 5,000 are open. Each step is bounded in time.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.webhook import reviews
from tests.cluster.servers.processes import children_of, server_process
from tests.webhook.callers import Connection, call_often, request_of
from tests.webhook.running_server import LOOPBACK, ServerFiles, WebhookServer

HANDSHAKES, REQUESTS, CONNECTIONS, RELOADS = 20_000, 20_000, 5_000, 1_000
GROWTH = 30 * 1024
"""The most that each may add, in KiB."""

_SECONDS = 1800.0
"""For how long one step may take."""
_AT_ONCE = 50
_REST = 3.0
"""After how many seconds connections that ended are over for the server too."""
_PROGRAM = """
import sys
from kubectl_inject.cli.serve import serve
from kubectl_inject.startup.brief_process import collect_rarely
from kubectl_inject.startup.frozen import replace
from kubectl_inject.webhook import server

collect_rarely()
run = server.run_server
server.run_server = lambda options, *rest: run(replace(options, interval=0.02), *rest)
from kubectl_inject.cli.app import app
app(sys.argv[1:])
"""
"""The command as it is, but for files that are looked at more often."""

_BROKEN = (
    b"",
    b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(60),
    b"\x00",
)
"""What a handshake fails for: nothing, as of a load balancer's probe, HTTP, the start of a ClientHello, and no TLS."""


@dataclass(frozen=True, slots=True)
class Step:
    """What was sent, and the resident memory around it, in KiB: before, at most, and after."""

    what: str
    before: int
    most: int
    after: int
    seconds: float

    @property
    def grown(self) -> int:
        """By how much it grew."""
        return self.after - self.before

    def __str__(self) -> str:
        """Return a line for it."""
        before, most, after = (f"{value / 1024:.1f}" for value in (self.before, self.most, self.after))
        return f"{self.what:24} {before} MB before, {after} after, {most} at most; {self.seconds:.0f} s"


class MemoryMeasurement:
    """Sends a running server what may come, and looks at its memory."""

    def __init__(self, server: WebhookServer, files: ServerFiles) -> None:
        """Look at a server with some files."""
        self._server = server
        self._files = files
        self._context = server.context()
        self._requests = [request_of(body) for body in reviews()[:50]]

    def warm_up(self) -> None:
        """Have everything done once."""
        asyncio.run(self._call(2000))
        asyncio.run(self._fail_handshakes(500))
        self._reload(5)

    def handshakes(self, number: int) -> Step:
        """Begin TLS, and never end it."""
        return self._step(f"{number} failed handshakes", lambda: self._fail_handshakes(number))

    def requests(self, number: int) -> Step:
        """Have Pods injected."""
        return self._step(f"{number} requests", lambda: self._call(number))

    def connections(self, number: int) -> Step:
        """Open connections, every other one without TLS, and keep them for a moment."""
        return self._step(f"{number} open connections", lambda: self._open(number))

    def reloads(self, number: int) -> Step:
        """Give it other configurations."""
        return self._step(f"{number} reloads", lambda: asyncio.to_thread(self._reload, number))

    def _step(self, what: str, send: Callable[[], Awaitable[None]]) -> Step:
        async def run() -> int:
            looking = asyncio.create_task(self._most())
            try:
                async with asyncio.timeout(_SECONDS):
                    await send()
                await asyncio.sleep(_REST)
            finally:
                looking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await looking
            return self._highest

        self._highest = before = self._memory()
        started = time.monotonic()
        most = asyncio.run(run())
        return Step(what, before, most, self._memory(), time.monotonic() - started)

    async def _most(self) -> None:
        while True:
            self._highest = max(self._highest, self._memory())
            await asyncio.sleep(0.2)

    def _memory(self) -> int:
        server = self._server.process.process.pid
        return sum(_resident(pid) for pid in [server, *children_of(server)])

    async def _fail_handshakes(self, number: int) -> None:
        left = iter(range(number))

        async def fail() -> None:
            for each in left:
                reader, writer = await asyncio.open_connection(LOOPBACK, self._server.port)
                sent = _BROKEN[each % len(_BROKEN)]
                writer.write(sent)
                if sent:
                    writer.write_eof()
                    with contextlib.suppress(ConnectionError):
                        await reader.read()
                writer.transport.abort()

        await asyncio.gather(*(fail() for _ in range(_AT_ONCE)))

    async def _call(self, number: int) -> None:
        tally = await call_often(self._server.port, self._context, self._requests, _AT_ONCE, number // _AT_ONCE)
        if set(tally.statuses) != {200} or tally.lost:
            raise RuntimeError(f"not answered: {tally.statuses}, {tally.lost} lost")

    async def _open(self, number: int) -> None:
        opened: list[Connection] = []
        try:
            for each in range(number):
                with contextlib.suppress(OSError):
                    opened.append(await Connection.to(self._server.port, self._context if each % 2 else None))
            await asyncio.sleep(1)
        finally:
            for connection in opened:
                connection.close()

    def _reload(self, number: int) -> None:
        for _ in range(number):
            before = self._server.metric('reloads_total{what="configuration"}')
            self._files.write_config(hub=f"registry-{before:.0f}.example.com")
            give_up = time.monotonic() + 60
            while self._server.metric('reloads_total{what="configuration"}') == before:
                if time.monotonic() > give_up:
                    raise RuntimeError("a new configuration did not come into force")
                time.sleep(0.02)


def _resident(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0  # a worker that has just ended
    found = re.search(r"VmRSS:\s+(\d+)", text)
    return int(found[1]) if found else 0


@contextlib.contextmanager
def measured_webhook(folder: Path, *flags: str) -> Iterator[MemoryMeasurement]:
    """Run a server of two workers until the block ends; what it is sent must be of one configuration at a time."""
    files = ServerFiles(folder)
    authority = folder / "authority.crt"
    authority.write_bytes(files.write_certificate().authority)
    files.write_config()
    arguments = ["serve", *files.flags, f"--listen={LOOPBACK}:0", "--workers=2", *flags]
    log = folder / "server.log"
    with server_process([sys.executable, "-c", _PROGRAM, *arguments], log) as process:
        process.wait_until(lambda: "listening on https://" in log.read_text())
        found = re.search(r"listening on https://[^:]+:(\d+)", log.read_text())
        if found is None:
            raise RuntimeError("the server names no port")
        measurement = MemoryMeasurement(WebhookServer(process, int(found[1]), authority), files)
        measurement.warm_up()
        yield measurement


def main() -> None:
    """Measure and print. Exits with 1 where anything grew by more than it may."""
    share = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    numbers = [max(1, int(number * share)) for number in (HANDSHAKES, REQUESTS, CONNECTIONS, RELOADS)]
    with tempfile.TemporaryDirectory(prefix="kubectl-inject-bench-") as name, measured_webhook(Path(name)) as measured:
        ways = (measured.handshakes, measured.requests, measured.connections, measured.reloads)
        grown = []
        for way, number in zip(ways, numbers, strict=True):
            step = way(number)
            sys.stdout.write(f"{step}\n")
            sys.stdout.flush()
            grown.append(step.grown)
    sys.exit(1 if max(grown) > GROWTH else 0)


if __name__ == "__main__":
    main()
