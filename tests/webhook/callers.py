"""Callers of the webhook over many connections, cheap enough to leave the machine to the server."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass, field

from tests.webhook.running_server import LOOPBACK


def request_of(body: bytes, path: str = "/inject", *, length: int | None = None) -> bytes:
    """Return a request, as it is sent; ``length`` is what it says of its body's."""
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body) if length is None else length}\r\n\r\n".encode() + body


@dataclass
class Connection:
    """One connection, which sends and receives what it is given."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    @classmethod
    async def to(cls, port: int, context: ssl.SSLContext | None) -> Connection:
        return cls(*await asyncio.open_connection(LOOPBACK, port, ssl=context))

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """Send a request, and return the status and body of its answer."""
        self.writer.write(request)
        return await self.answer()

    async def answer(self) -> tuple[int, bytes]:
        head = await self.reader.readuntil(b"\r\n\r\n")
        status = int(head.split(b" ", 2)[1])
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0])
        return status, await self.reader.readexactly(length)

    async def is_closed(self, seconds: float) -> bool:
        """Whether the server closes the connection within some seconds, after nothing or an answer."""
        try:
            await asyncio.wait_for(self.reader.read(), seconds)
        except TimeoutError:
            return False
        except ConnectionError:
            pass
        return True

    def close(self) -> None:
        self.writer.transport.abort()


@dataclass
class Tally:
    """What answers came to: how many of each status, and the bodies of the last."""

    statuses: dict[int, int] = field(default_factory=dict)
    lost: int = 0
    bodies: set[bytes] = field(default_factory=set)


async def call_often(port: int, context: ssl.SSLContext, requests: list[bytes], connections: int, times: int) -> Tally:
    """Send each request ``times`` times over each of some connections, and tally the answers."""
    tally = Tally()

    async def call() -> None:
        connection = await Connection.to(port, context)
        for number in range(times):
            try:
                status, body = await connection.ask(requests[number % len(requests)])
            except (ConnectionError, asyncio.IncompleteReadError):
                tally.lost += 1
                connection = await Connection.to(port, context)
                continue
            tally.statuses[status] = tally.statuses.get(status, 0) + 1
            tally.bodies.add(body)
        connection.close()

    await asyncio.gather(*(call() for _ in range(connections)))
    return tally
