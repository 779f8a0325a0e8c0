"""Connections of the server: uvicorn's protocol of HTTP with bounds on time and size."""

from __future__ import annotations

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from kubectl_inject.errors import InjectionError
from kubectl_inject.webhook.application import CLIENT_NAMES
from kubectl_inject.webhook.transport.tls import names_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    import asyncio
    import ssl
    from typing import Any

    from kubectl_inject.webhook.limits import ServerLimits
    from kubectl_inject.webhook.transport.arrivals import Connections


_MOST_BEFORE_AN_ANSWER = 16
"""How many requests a connection may send before the first of them is answered; uvicorn keeps any number."""
_EXTENDED = (
    *("connection_made", "data_received", "connection_lost"),
    *("on_message_begin", "on_header", "on_headers_complete", "on_response_complete"),
)
"""The methods of uvicorn's protocol that are extended here."""
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


_HEAD, _INTERIM = b"HTTP/1.1 ", b"HTTP/1.1 100 "
"""How the head of an answer begins, and that of one that is not yet the answer, which nothing follows."""


class _TooManyRequestsError(Exception):
    """A caller sends request after request, and waits for no answer."""


class _WholeAnswers:
    """What a request's answer is written to: its head waits for its body, so that both go out at once.

    uvicorn writes them one after the other, each a record of TLS and a call of the system: the two calls took a quarter
    of the server's time.
    """

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._head = b""

    def write(self, data: bytes) -> None:
        if data.startswith(_HEAD) and not data.startswith(_INTERIM):
            self._head = data
        else:
            self._transport.write(self._head + data)
            self._head = b""

    def flush(self) -> None:
        """Write a head that no body followed."""
        if self._head:
            self.write(b"")

    def close(self) -> None:
        self.flush()
        self._transport.close()

    def is_closing(self) -> bool:
        return self._transport.is_closing()


class BoundedConnection(HttpToolsProtocol):
    """A connection that is closed where a request's head does not come in time, or is too large."""

    _limits: ServerLimits
    _connections: Connections
    _late: asyncio.TimerHandle | None = None
    _in_head = False
    _names: frozenset[str] | None = None
    _messages = 0
    _answered = 0
    _received = 0
    _answers: _WholeAnswers
    waits_since: float = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Begin to wait for a request's head."""
        super().connection_made(transport)
        self._answers = _WholeAnswers(transport)
        self._names = _client_names(transport)
        self._in_head = True
        self._expect_head()
        self._connections.add_open(self)

    @property
    def is_waiting(self) -> bool:
        """Whether no request is under way."""
        return self.cycle is None or self.cycle.response_complete

    def data_received(self, data: bytes) -> None:
        """Read what came, and close where it is more than a request may be."""
        before = self._messages
        super().data_received(data)
        self._received = self._received + len(data) if before == self._messages else 0
        if self._in_head and before != self._messages:
            self._expect_head()  # most heads come whole, and need no timer
        if self._in_head and self._received > self._limits.head_bytes:
            self._head_came()
            self.transport.write(_TOO_LARGE)
            self.transport.close()
        elif self._received > 2 * self._limits.body_bytes + self._limits.head_bytes:
            self.transport.abort()  # what surrounds the parts of a body, and is never one

    def on_message_begin(self) -> None:
        """Begin a request, which says who asks."""
        if self._messages - self._answered >= _MOST_BEFORE_AN_ANSWER:
            raise _TooManyRequestsError  # the parser has the connection ended
        super().on_message_begin()
        extensions: dict[str, Any] = {} if self._names is None else {CLIENT_NAMES: self._names}
        self.scope["extensions"] = extensions
        self._messages += 1
        self._in_head = True

    def on_header(self, name: bytes, value: bytes) -> None:
        """Keep a header."""
        if self._in_head:  # after a body in chunks come others, which nobody reads
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Let the application answer."""
        self._head_came()
        super().on_headers_complete()
        self.cycle.transport = self._answers  # type: ignore[assignment]  # all of a transport that a cycle uses

    def on_response_complete(self) -> None:
        """Begin to wait for another request."""
        self._answers.flush()
        self._answered += 1
        self.waits_since = self.loop.time()
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        self._connections.remove_open(self)
        self._head_came()
        super().connection_lost(exc)

    def _expect_head(self) -> None:
        self._cancel_timer()
        self.waits_since = self.loop.time()
        self._late = self.loop.call_later(self._limits.head_seconds, self.transport.abort)

    def _head_came(self) -> None:
        self._in_head = False
        self._cancel_timer()

    def _cancel_timer(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None


def connections_within(limits: ServerLimits, connections: Connections) -> type[BoundedConnection]:
    """Return the protocol for a server with some limits: uvicorn makes one for each connection.

    Raises InjectionError for a uvicorn whose protocol is another, so that no limit is lost without a word.
    """
    if missing := [name for name in _EXTENDED if not callable(getattr(HttpToolsProtocol, name, None))]:
        raise InjectionError(f"this version of uvicorn cannot be used: its connections have no {', '.join(missing)}")

    class Connection(BoundedConnection):
        _limits = limits
        _connections = connections

    return Connection


def _client_names(transport: asyncio.Transport) -> frozenset[str] | None:
    """Return the names in the caller's certificate, which TLS has verified, None where there is none."""
    connection: ssl.SSLObject | None = transport.get_extra_info("ssl_object")
    certificate: Any = connection.getpeercert() if connection is not None else None
    return names_in(certificate) if certificate else None
