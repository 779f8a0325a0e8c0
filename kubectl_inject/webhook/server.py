"""The server: uvicorn with the webhook's application, its limits, TLS, reloading and draining."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import socket
from asyncio.sslproto import SSLProtocol
from collections.abc import AsyncIterator, Callable, Iterator

import uvicorn

from kubectl_inject.errors import InjectionError
from kubectl_inject.startup.frozen import dataclass, field
from kubectl_inject.webhook.application import Clients, WebhookApplication
from kubectl_inject.webhook.event_log import EventLog, Level
from kubectl_inject.webhook.limits import DEFAULT_LIMITS, ServerLimits
from kubectl_inject.webhook.metrics import Metrics, Reloaded
from kubectl_inject.webhook.mistake import reported
from kubectl_inject.webhook.reloading.file_changes import state_of
from kubectl_inject.webhook.serving import Serving
from kubectl_inject.webhook.supervision import Background
from kubectl_inject.webhook.transport.arrivals import Arrivals, Connections, Listener
from kubectl_inject.webhook.transport.connections import connections_within

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Any

    from kubectl_inject.webhook.reloading.served_config import ServedConfig
    from kubectl_inject.webhook.transport.tls import TlsFiles

_BACKLOG = 1024
_MEMORY_PAUSE = 2.0
_TLS_RECORD = 16 * 1024
_EVENTS_PAUSE = 5.0
"""After how many seconds events that ended begin anew."""


@dataclass(frozen=True, slots=True)
class ServerOptions:
    """How to serve: where to listen, TLS, how many workers, limits, who may ask, how often files are looked at."""

    host: str
    port: int
    tls: TlsFiles
    workers: int = 2
    limits: ServerLimits = DEFAULT_LIMITS
    clients: Clients = field(default_factory=Clients)
    interval: float = 2.0


class ListenError(InjectionError):
    """The address to listen on cannot be used."""


Events = Callable[[str], AsyncIterator[None]]
"""What tells of changes to a revision that files do not show, such as those in a cluster: without end."""


def run_server(
    options: ServerOptions, load: Callable[[], ServedConfig], log: EventLog, events: Events | None = None
) -> None:
    """Serve until SIGTERM or SIGINT, then let requests under way come to their end.

    ``load`` reads the configuration, when the server starts and when files or ``events`` tell of a change. Raises
    InjectionError where what is needed to start cannot be used.
    """
    _bound_tls_buffers()
    connections = Connections(options.limits.connections)
    with asyncio.Runner(loop_factory=lambda: _ServerLoop(options.limits, connections, log)) as runner:
        runner.run(_serve(options, load, log, connections, events))


def _bound_tls_buffers() -> None:
    """Have each connection set aside what one record of TLS takes; asyncio takes 256 KiB, and has no setting for it."""
    if isinstance(getattr(SSLProtocol, "max_size", None), int):
        SSLProtocol.max_size = _TLS_RECORD


async def _serve(
    options: ServerOptions,
    load: Callable[[], ServedConfig],
    log: EventLog,
    connections: Connections,
    events: Events | None,
) -> None:
    metrics = Metrics()
    serving = Serving(load, options.workers, metrics, log)
    changes = _Changes()
    certificate_state = state_of(options.tls.names)
    try:
        serving.load_certificate(options.tls)
        await serving.load_configuration()
        application = WebhookApplication(serving, metrics, log, limits=options.limits, clients=options.clients)
        with _listening(options.host, options.port) as listener:
            log.write(Level.INFO, f"listening on {_shown(listener)}", workers=options.workers)
            followers = [
                serving.follow(
                    Reloaded.CONFIGURATION,
                    lambda: (state_of(serving.files), changes.count),
                    serving.load_configuration,
                    options.interval,
                ),
                serving.follow(
                    Reloaded.CERTIFICATE,
                    lambda: state_of(options.tls.names),
                    lambda: _load_certificate(serving, options.tls),
                    options.interval,
                    known=certificate_state,
                ),
                serving.supervision.keep(Background.EXPIRY_WATCH, serving.report_expiry, options.interval),
                serving.supervision.keep(Background.MEMORY, connections.give_back_memory, _MEMORY_PAUSE),
                *([changes.follow(events, serving)] if events else []),
            ]
            tasks = [asyncio.create_task(follower) for follower in followers]
            # uvicorn raises the signal again once it has drained; that must not end the process with an error.
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: None)
            try:
                config = _uvicorn_config(options, application, serving, log, connections)
                await _Server(config, serving, log).serve([listener])
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
    finally:
        await serving.close()


async def _load_certificate(serving: Serving, files: TlsFiles) -> None:
    serving.load_certificate(files)


class _Changes:
    """Counts events."""

    def __init__(self) -> None:
        self.count = 0

    async def follow(self, events: Events, serving: Serving) -> None:
        """Count, without end. Where the events fail they begin anew, and may have missed some: that counts as one."""

        async def count_all() -> None:
            async for _ in events(serving.revision):
                self.count += 1
                serving.supervision.clear(Background.CLUSTER_WATCH)

        while True:
            await serving.supervision.attempt(Background.CLUSTER_WATCH, count_all)
            await asyncio.sleep(_EVENTS_PAUSE)
            self.count += 1


def _uvicorn_config(
    options: ServerOptions, application: WebhookApplication, serving: Serving, log: EventLog, connections: Connections
) -> uvicorn.Config:
    for name in ("uvicorn.error", "asyncio"):
        logger = logging.getLogger(name)
        logger.propagate = False
        logger.handlers = [_Forwarding(log)]
    return uvicorn.Config(
        application,
        http=connections_within(options.limits, connections),
        ws="none",
        lifespan="off",
        ssl_context_factory=lambda _config, _default: _context(serving),
        backlog=_BACKLOG,
        timeout_keep_alive=int(options.limits.idle_seconds),
        timeout_graceful_shutdown=int(options.limits.drain_seconds),
        log_config=None,
        log_level=logging.WARNING,
        access_log=False,
        proxy_headers=False,
        server_header=False,
    )


def _context(serving: Serving) -> ssl.SSLContext:
    if serving.context is None:
        raise ListenError("no certificate")
    return serving.context


class _Server(uvicorn.Server):
    """uvicorn's server; it says when it begins to drain."""

    def __init__(self, config: uvicorn.Config, serving: Serving, log: EventLog) -> None:
        super().__init__(config)
        self._serving = serving
        self._log = log

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._serving.draining = True
        self._log.write(Level.INFO, "stopping: requests under way are brought to their end")
        await super().shutdown(sockets)
        self._log.write(Level.INFO, "stopped")


class _ServerLoop(asyncio.SelectorEventLoop):
    """An event loop whose server bounds connections that are in their TLS handshake, for which uvicorn has no setting.

    What nobody catches is logged in one line.
    """

    def __init__(self, limits: ServerLimits, connections: Connections, log: EventLog) -> None:
        super().__init__()
        self._limits = limits
        self._arriving = connections
        self._event_log = log
        self.set_exception_handler(_report_uncaught(log))

    async def create_server(self, protocol_factory: Any, *_: Any, sock: Any = None, ssl: Any = None, **__: Any) -> Any:
        if sock is None or ssl is None:
            raise ListenError("expected a listening socket, and TLS")
        return Arrivals(Listener(sock, ssl, protocol_factory), self._arriving, self._limits, self._event_log)


def _report_uncaught(log: EventLog) -> Callable[[asyncio.AbstractEventLoop, dict[str, Any]], None]:
    def report(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        what = reported(error) if isinstance(error, BaseException) else str(context.get("message"))
        log.write(Level.ERROR, f"server: {what}")

    return report


class _Forwarding(logging.Handler):
    """What uvicorn and asyncio report, in our own log: the kind of it, as it may repeat what a caller sent."""

    def __init__(self, log: EventLog) -> None:
        super().__init__(logging.WARNING)
        self._event_log = log

    def emit(self, record: logging.LogRecord) -> None:
        level = Level.ERROR if record.levelno >= logging.ERROR else Level.WARNING
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        self._event_log.write(level, f"server: {record.getMessage()}", error=error)


@contextlib.contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    try:
        listener = _listener(host, port)
    except (OSError, OverflowError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
        raise ListenError(f"cannot listen on {host or '*'}:{port}: {reason}") from None
    with listener:
        # Accepted connections inherit it: an answer is written in two parts, which must not wait for each other.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        yield listener


def _listener(host: str, port: int) -> socket.socket:
    if not host and socket.has_dualstack_ipv6():
        with contextlib.suppress(OSError):
            return socket.create_server(("", port), family=socket.AF_INET6, backlog=_BACKLOG, dualstack_ipv6=True)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=_BACKLOG)


def _shown(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"https://[{host}]:{port}" if ":" in host else f"https://{host}:{port}"
