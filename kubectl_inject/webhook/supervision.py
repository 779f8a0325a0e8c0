"""Background tasks of a server, which must never end: whatever one raises is reported, and it goes on."""

from __future__ import annotations

import asyncio
from enum import Enum

from kubectl_inject.webhook.event_log import EventLog, Level
from kubectl_inject.webhook.mistake import reported

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from kubectl_inject.webhook.metrics import Metrics


class Background(Enum):
    """What a server does besides answering."""

    CONFIGURATION_WATCH = "configuration watch"
    CERTIFICATE_WATCH = "certificate watch"
    EXPIRY_WATCH = "expiry watch"
    CLUSTER_WATCH = "cluster watch"
    MEMORY = "memory"
    WORKER_START = "worker start"


class Supervision:
    """Keeps background tasks going. Each failure is counted, and shown until the task goes well again.

    It is logged once for as long as it stays the same.
    """

    def __init__(self, metrics: Metrics, log: EventLog) -> None:
        """Count and log there."""
        self._metrics = metrics
        self._log = log
        self._failing: dict[Background, str] = {}

    @property
    def notes(self) -> list[str]:
        """A sentence for each task that does not go well; it repeats nothing of what was read."""
        return [f"{task.value}: failed, and is tried again" for task in self._failing]

    async def keep(self, task: Background, work: Callable[[], Awaitable[None]], pause: float) -> None:
        """Do some work again and again, without end, after a pause each time."""
        while True:
            await asyncio.sleep(pause)
            await self.attempt(task, work)

    async def attempt(self, task: Background, work: Callable[[], Awaitable[None]]) -> bool:
        """Do some work, and return whether it went well; what it raises is reported."""
        try:
            await work()
        except Exception as error:  # noqa: BLE001  # nobody would miss a task that ended
            self._fail(task, f"{task.value}: {reported(error)}")
            return False
        self.clear(task)
        return True

    def clear(self, task: Background) -> None:
        """Take note that a task goes well."""
        if self._failing.pop(task, None) is not None:
            self._metrics.note_background(task.value, failing=False)

    def _fail(self, task: Background, message: str) -> None:
        self._metrics.note_background(task.value, failing=True)
        if self._failing.get(task) != message:
            self._log.write(Level.ERROR, message)
        self._failing[task] = message
