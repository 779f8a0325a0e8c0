"""Connections on their way in: accepted, and brought through the TLS handshake within bounds of time and number."""

from __future__ import annotations

import asyncio
import errno
import os
import traceback

from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.webhook.event_log import EventLog, Level
from kubectl_inject.webhook.memory import give_back

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket
    import ssl
    from collections.abc import Callable
    from typing import Any, Protocol

    from kubectl_inject.webhook.limits import ServerLimits

    class OpenConnection(Protocol):
        """A connection that is through its handshake."""

        transport: asyncio.Transport
        waits_since: float

        @property
        def is_waiting(self) -> bool:
            """Whether no request is under way."""


_PAUSE = 1.0
"""For how many seconds no connection is accepted where the system has no room for another."""
_MANY = 50
"""After how many ends memory is given back. A handshake that went well is one, and its connection is another."""
_GONE_BEFORE = (errno.ECONNABORTED, errno.EPROTO, errno.ENETDOWN, errno.EHOSTUNREACH, errno.ENETUNREACH)
"""What accept(2) says of a connection that ended before it was accepted."""


class Connections:
    """The connections of a server, those in their handshake among them, within a bound on their number.

    For one too many another is closed. Where many are in their handshake, as when somebody opens connections and sends
    nothing, it is the oldest of these; otherwise the one that has waited longest for a request.
    """

    def __init__(self, most: int) -> None:
        """Keep ``most`` of them, half of which may be in their handshake."""
        self._most = most
        self._arriving: dict[asyncio.Task[None], None] = {}
        self._open: set[OpenConnection] = set()
        self._ended = 0

    def add_arriving(self, task: asyncio.Task[None]) -> None:
        """Count a connection in its handshake, which ends where its task is cancelled."""
        self._arriving[task] = None
        if len(self._arriving) + len(self._open) > self._most:
            self._make_room()

    def remove_arriving(self, task: asyncio.Task[None]) -> None:
        """No longer count it."""
        self._arriving.pop(task, None)
        self._ended += 1

    def add_open(self, connection: OpenConnection) -> None:
        """Count a connection that is through its handshake."""
        self._open.add(connection)

    def remove_open(self, connection: OpenConnection) -> None:
        """No longer count it."""
        self._open.discard(connection)
        self._ended += 1

    async def give_back_memory(self) -> None:
        """Give back what connections took that have ended, where these are many."""
        if self._ended >= _MANY:
            self._ended = 0
            give_back()

    def _make_room(self) -> None:
        waiting = [] if len(self._arriving) > self._most // 2 else [each for each in self._open if each.is_waiting]
        if waiting:
            longest = min(waiting, key=lambda each: each.waits_since)
            self._open.discard(longest)
            longest.transport.abort()
        else:
            oldest = next(iter(self._arriving))
            del self._arriving[oldest]
            oldest.cancel()


@dataclass(frozen=True, slots=True)
class Listener:
    """A listening socket, the TLS of its connections, and what makes the protocol that one then speaks."""

    socket: socket.socket
    context: ssl.SSLContext
    protocol: Callable[[], asyncio.Protocol]


class Arrivals:
    """Accepts the connections of a listener, as ``asyncio`` has servers.

    A handshake that fails leaves nothing behind, and the protocol is made only for one that does not.
    """

    def __init__(self, listener: Listener, connections: Connections, limits: ServerLimits, log: EventLog) -> None:
        """Begin to accept."""
        self._listener = listener
        self._connections = connections
        self._limits = limits
        self._log = log
        self._loop = asyncio.get_running_loop()
        self._handshakes: set[asyncio.Task[None]] = set()
        listener.socket.setblocking(False)
        self._accepting = self._loop.create_task(self._accept())

    def close(self) -> None:
        """Accept no more; handshakes that have begun may end."""
        self._accepting.cancel()

    async def wait_closed(self) -> None:
        """End the handshakes that are left."""
        for task in self._handshakes:
            task.cancel()
        await asyncio.gather(self._accepting, *self._handshakes, return_exceptions=True)

    def is_serving(self) -> bool:
        """Return whether connections are accepted."""
        return not self._accepting.done()

    async def _accept(self) -> None:
        while True:
            try:
                accepted, _ = await self._loop.sock_accept(self._listener.socket)
            except OSError as error:
                if error.errno not in _GONE_BEFORE:
                    reason = os.strerror(error.errno) if error.errno else str(error)
                    self._log.write(Level.ERROR, f"no connection can be accepted for a moment: {reason}")
                    await asyncio.sleep(_PAUSE)
                continue
            task = self._loop.create_task(self._bring_in(accepted))
            self._handshakes.add(task)
            task.add_done_callback(self._ended)
            self._connections.add_arriving(task)
            # Accepting another would not wait where there is one: the others have their turn first.
            await asyncio.sleep(0)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._handshakes.discard(task)
        self._connections.remove_arriving(task)

    async def _bring_in(self, accepted: socket.socket) -> None:
        try:
            await self._loop.connect_accepted_socket(
                lambda: _Entering(self._listener.protocol),
                accepted,
                ssl=self._listener.context,
                ssl_handshake_timeout=self._limits.handshake_seconds,
                ssl_shutdown_timeout=self._limits.goodbye_seconds,
            )
        except OSError as error:
            # The error and the frames that it came through hold each other, and with them the connection's buffers.
            traceback.clear_frames(error.__traceback__)
            accepted.close()
        except asyncio.CancelledError as error:
            traceback.clear_frames(error.__traceback__)
            accepted.close()
            raise


class _Entering(asyncio.Protocol):
    """Stands in during the handshake, for the protocol that is made once there is something to speak it with."""

    def __init__(self, make: Callable[[], asyncio.Protocol]) -> None:
        self._make = make

    def connection_made(self, transport: Any) -> None:
        protocol = self._make()
        transport.set_protocol(protocol)
        protocol.connection_made(transport)
