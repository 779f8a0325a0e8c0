"""Connections on their way in: bounded in number and time, and gone without a trace where the handshake fails."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import gc
import io
import socket
import ssl
import weakref
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from kubectl_inject.errors import InjectionError
from kubectl_inject.startup.frozen import replace
from kubectl_inject.webhook.event_log import EventLog
from kubectl_inject.webhook.installation.certificates import make_certificate
from kubectl_inject.webhook.limits import ServerLimits
from kubectl_inject.webhook.transport.arrivals import Arrivals, Connections, Listener
from kubectl_inject.webhook.transport.connections import connections_within
from kubectl_inject.webhook.transport.tls import ReloadableContext, TlsFiles, TlsIdentity, read_tls
from tests.webhook.running_server import LOOPBACK

LIMITS = ServerLimits(handshake_seconds=0.3, goodbye_seconds=0.2, connections=10)
NO_TLS = [b"", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"\x00" * 5000, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"]


class Echo(asyncio.Protocol):
    """Answers what it gets, and waits otherwise."""

    def __init__(self, connections: Connections) -> None:
        self.connections = connections
        self.waits_since = asyncio.get_running_loop().time()
        self.is_waiting = True

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        self.connections.add_open(self)

    def data_received(self, data: bytes) -> None:
        self.transport.write(data)

    def connection_lost(self, _: Exception | None) -> None:
        self.connections.remove_open(self)


@dataclass
class Server:
    """A listener, and every TLS connection that was begun on it."""

    port: int
    authority: Path
    arrivals: Arrivals
    logged: io.StringIO
    begun: list[weakref.ref[Any]] = field(default_factory=list)

    @property
    def alive(self) -> int:
        return sum(each() is not None for each in self.begun)

    async def connect(self, *, tls: bool) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        context = ssl.create_default_context(cafile=str(self.authority)) if tls else None
        return await asyncio.open_connection(LOOPBACK, self.port, ssl=context)


@contextlib.asynccontextmanager
async def serving(folder: Path, limits: ServerLimits = LIMITS) -> AsyncIterator[Server]:
    made = make_certificate([LOOPBACK], 1)
    paths = [folder / name for name in ("tls.crt", "tls.key", "ca.crt")]
    for path, text in zip(paths, (made.certificate, made.key, made.authority), strict=True):
        path.write_bytes(text)
    identity = read_tls(TlsFiles(str(paths[0]), str(paths[1])))
    begun: list[weakref.ref[Any]] = []

    class Noted(ReloadableContext):
        def wrap_bio(self, *arguments: Any, **named: Any) -> ssl.SSLObject:
            found = super().wrap_bio(*arguments, **named)
            begun.append(weakref.ref(found))
            return found

    context = Noted.beginning_with(TlsIdentity(identity.context, identity.expires))
    connections, logged = Connections(limits.connections), io.StringIO()
    with socket.create_server((LOOPBACK, 0)) as listener:
        made_of = Listener(listener, context, lambda: Echo(connections))
        arrivals = Arrivals(made_of, connections, limits, EventLog(logged))
        try:
            yield Server(listener.getsockname()[1], paths[2], arrivals, logged, begun)
        finally:
            arrivals.close()
            await arrivals.wait_closed()
            assert not arrivals.is_serving()


async def closed(reader: asyncio.StreamReader) -> bool:
    with contextlib.suppress(ConnectionError, TimeoutError):
        async with asyncio.timeout(2):
            await reader.read()
            return True
    return reader.exception() is not None


@pytest.mark.parametrize("ends", [True, False], ids=["ended", "left open"])
@pytest.mark.parametrize("sent", NO_TLS, ids=["nothing", "HTTP", "no TLS", "half a hello"])
def test_a_failed_handshake_leaves_nothing_behind(sent: bytes, ends: bool, tmp_path: Path) -> None:
    async def test() -> None:
        async with serving(tmp_path) as server:
            gc.disable()
            try:
                for _ in range(5):
                    reader, writer = await server.connect(tls=False)
                    writer.write(sent)
                    if ends:
                        writer.write_eof()
                    assert await closed(reader)
                    writer.close()
                    del reader, writer
                await asyncio.sleep(0.1)
                assert (len(server.begun), server.alive) == (5, 0)
            finally:
                gc.enable()

    asyncio.run(test())


def test_connections_in_the_handshake_count(tmp_path: Path) -> None:
    async def test() -> None:
        async with serving(tmp_path, replace(LIMITS, handshake_seconds=30.0)) as server:
            good = [await server.connect(tls=True) for _ in range(3)]
            silent = [await server.connect(tls=False) for _ in range(40)]
            await asyncio.sleep(0.3)
            assert server.alive <= LIMITS.connections
            assert [await closed(reader) for reader, _ in silent[:30]] == [True] * 30
            for reader, writer in [*good, await server.connect(tls=True)]:
                writer.write(b"x")
                assert await reader.readexactly(1) == b"x"
                writer.transport.abort()
            for _, writer in silent:
                writer.transport.abort()

    asyncio.run(test())


def test_the_one_that_waits_longest_makes_room(tmp_path: Path) -> None:
    async def test() -> None:
        async with serving(tmp_path) as server:
            opened = [await server.connect(tls=True) for _ in range(LIMITS.connections + 3)]
            assert [await closed(reader) for reader, _ in opened[:3]] == [True] * 3
            for reader, writer in opened[3:]:
                writer.write(b"x")
                assert await reader.readexactly(1) == b"x"
                writer.transport.abort()

    asyncio.run(test())


def test_accepting_goes_on_where_the_system_had_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test() -> None:
        async with serving(tmp_path) as server:
            loop, refusals = asyncio.get_running_loop(), [errno.EMFILE, errno.ECONNABORTED]
            accept = loop.sock_accept

            async def refuse(listener: socket.socket) -> Any:
                if refusals:
                    raise OSError(refusals.pop(0), "no room")
                return await accept(listener)

            monkeypatch.setattr(loop, "sock_accept", refuse)
            for _ in range(2):
                reader, writer = await server.connect(tls=True)
                writer.write(b"x")
                assert await reader.readexactly(1) == b"x"
                writer.transport.abort()
            assert (
                server.logged.getvalue().count("no connection can be accepted for a moment: Too many open files") == 1
            )

    asyncio.run(test())


def test_another_uvicorn_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(HttpToolsProtocol, "on_headers_complete")
    with pytest.raises(InjectionError, match="uvicorn cannot be used: its connections have no on_headers_complete"):
        connections_within(LIMITS, Connections(1))
