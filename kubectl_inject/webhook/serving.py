"""What is in force in a running server, and how it comes to change: configuration, certificate, workers."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from kubectl_inject.webhook.event_log import EventLog, Level
from kubectl_inject.webhook.metrics import Metrics, Reloaded
from kubectl_inject.webhook.reloading.reloading import Reloading
from kubectl_inject.webhook.supervision import Background, Supervision
from kubectl_inject.webhook.transport.tls import ReloadableContext, TlsFiles, TlsIdentity, read_tls
from kubectl_inject.webhook.workers.pool import Workers
from kubectl_inject.webhook.workers.worker import Failed, Setup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from kubectl_inject.webhook.reloading.served_config import ServedConfig
    from kubectl_inject.webhook.review.pod_review import Reviewed


class Serving:
    """Answers AdmissionReviews with the configuration of the moment; see ``application.Reviewing``."""

    def __init__(self, load: Callable[[], ServedConfig], workers: int, metrics: Metrics, log: EventLog) -> None:
        """Have ``load`` read the configuration, which may take its time, and raises InjectionError."""
        self._load = load
        self._count = workers
        self._metrics = metrics
        self._log = log
        self._served: ServedConfig | None = None
        self._workers: Workers | None = None
        self._retiring: set[asyncio.Task[None]] = set()
        self._reloading: list[Reloading] = []
        self._expired: TlsIdentity | None = None
        self.supervision = Supervision(metrics, log)
        self.context: ReloadableContext | None = None
        self.draining = False

    @property
    def files(self) -> tuple[str, ...]:
        """The files that the configuration was read from."""
        return self._served.files if self._served else ()

    @property
    def revision(self) -> str:
        """The revision of the configuration, empty where there is none yet."""
        return self._served.revision if self._served else ""

    async def review(self, body: bytes, path: str, seconds: float) -> Reviewed | Failed:
        """Let a worker answer an AdmissionReview within some seconds. Raises InjectionError where none could."""
        if self._workers is None:
            return Failed("there is no configuration yet")
        return await self._workers.review(body, path, seconds)

    def unready(self) -> str:
        """Return why no requests should come, empty where they should."""
        if self.draining:
            return "the server is stopping"
        if self._workers is None or self.context is None:
            return "the server is starting"
        if self.context.identity.is_expired(datetime.now(UTC)):
            return "the certificate has expired"
        return ""

    def notes(self) -> list[str]:
        """Return what does not go well, though requests may come."""
        return [*filter(None, (each.note for each in self._reloading)), *self.supervision.notes]

    async def load_configuration(self) -> None:
        """Read the configuration, and inject with it from now on; requests under way end with the one they began with.

        Raises InjectionError where it cannot be used; then the last one stays in force.
        """
        served = await asyncio.to_thread(self._load)
        before_it = self._served
        if before_it is not None and (served.digest, served.ignored) == (before_it.digest, before_it.ignored):
            self._served = served
            self._metrics.note_config(served.digest, served.revision, served.source)
            return
        setup = Setup(served.config, served.namespaces, served.ignored)
        workers = Workers(setup, self.supervision, self._metrics.count_lost_worker)
        await workers.start(self._count)
        before, self._workers, self._served = self._workers, workers, served
        self._metrics.note_config(served.digest, served.revision, served.source)
        self._metrics.count_reload(Reloaded.CONFIGURATION)
        self._log.write(
            Level.INFO, "configuration in force", source=served.source, revision=served.revision, digest=served.digest
        )
        if served.config.release.note:
            self._log.write(Level.WARNING, served.config.release.note, source=served.source)
        if before is not None:
            task = asyncio.get_running_loop().create_task(before.retire())
            self._retiring.add(task)
            task.add_done_callback(self._retiring.discard)

    def load_certificate(self, files: TlsFiles) -> None:
        """Read certificate, key and authority, for connections from now on. Raises TlsError, and the last ones stay."""
        identity = read_tls(files)
        if self.context is None:
            self.context = ReloadableContext.beginning_with(identity)
        self.context.identity = identity
        self._metrics.note_certificate(identity.expires.timestamp())
        self._metrics.count_reload(Reloaded.CERTIFICATE)
        self._log.write(Level.INFO, "certificate in force", expires=identity.expires.isoformat())

    async def report_expiry(self) -> None:
        """Report the certificate in force where it has expired, once each."""
        identity = self.context.identity if self.context else None
        if identity is not None and identity is not self._expired and identity.is_expired(datetime.now(UTC)):
            self._log.write(Level.ERROR, "the certificate has expired: the API server cannot call any more")
            self._expired = identity

    async def close(self) -> None:
        """End all workers, and wait until they have ended."""
        retiring = list(self._retiring)
        for task in retiring:
            task.cancel()
        await asyncio.gather(*retiring, return_exceptions=True)
        if self._workers is not None:
            await self._workers.close()

    async def follow(
        self,
        what: Reloaded,
        state: Callable[[], object],
        reload: Callable[[], Awaitable[None]],
        interval: float,
        known: object = None,
    ) -> None:
        """Reload, without end, whenever the ``state`` is not the one ``known``; it is asked for every some seconds."""
        reloading = Reloading(what, state, reload, known)
        self._reloading.append(reloading)
        watch = Background.CONFIGURATION_WATCH if what is Reloaded.CONFIGURATION else Background.CERTIFICATE_WATCH
        await self.supervision.keep(watch, lambda: reloading.look(self._metrics, self._log), interval)
