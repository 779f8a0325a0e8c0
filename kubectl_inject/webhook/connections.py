"""Connections of the server: uvicorn's protocol of HTTP with bounds on the time and number of those that only wait."""

from __future__ import annotations

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from kubectl_inject.webhook.application import CLIENT_NAMES
from kubectl_inject.webhook.tls import names_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    import asyncio
    import ssl
    from typing import Any

    from kubectl_inject.webhook.limits import ServerLimits


def connections_within(limits: ServerLimits) -> type[HttpToolsProtocol]:
    """Return the protocol for a server with some limits: uvicorn makes one for each connection."""

    class BoundedConnection(HttpToolsProtocol):
        """A connection that is closed where a request's head does not come in time, or too many others are open."""

        _late: asyncio.TimerHandle | None = None
        _names: frozenset[str] | None = None
        waits_since: float = 0.0

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
            super().connection_made(transport)
            self._names = _client_names(transport)
            self._expect_head()
            if len(self.connections) > limits.connections:
                waiting = [each for each in self.connections if isinstance(each, BoundedConnection) and each.is_waiting]
                longest = min(waiting, key=lambda each: each.waits_since, default=None)
                if longest is not None:
                    longest.transport.abort()

        @property
        def is_waiting(self) -> bool:
            """Whether no request is under way."""
            return self.cycle is None or self.cycle.response_complete

        def on_message_begin(self) -> None:
            super().on_message_begin()
            extensions: dict[str, Any] = {} if self._names is None else {CLIENT_NAMES: self._names}
            self.scope["extensions"] = extensions
            self._expect_head()

        def on_headers_complete(self) -> None:
            self._head_came()
            super().on_headers_complete()

        def on_response_complete(self) -> None:
            self.waits_since = self.loop.time()
            super().on_response_complete()

        def connection_lost(self, exc: Exception | None) -> None:
            self._head_came()
            super().connection_lost(exc)

        def _expect_head(self) -> None:
            self._head_came()
            self.waits_since = self.loop.time()
            self._late = self.loop.call_later(limits.head_seconds, self.transport.abort)

        def _head_came(self) -> None:
            if self._late is not None:
                self._late.cancel()
                self._late = None

    return BoundedConnection


def _client_names(transport: asyncio.Transport) -> frozenset[str] | None:
    """Return the names in the caller's certificate, which TLS has verified, None where there is none."""
    connection: ssl.SSLObject | None = transport.get_extra_info("ssl_object")
    certificate: Any = connection.getpeercert() if connection is not None else None
    return names_in(certificate) if certificate else None
