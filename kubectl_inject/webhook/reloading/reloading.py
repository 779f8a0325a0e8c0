"""What is read again whenever it changes, and what happens where that fails."""

from __future__ import annotations

import asyncio

from kubectl_inject.webhook.event_log import EventLog, Level
from kubectl_inject.webhook.mistake import reported

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from kubectl_inject.webhook.metrics import Metrics, Reloaded

_RETRY = 10.0
"""After how many seconds what could not be read is tried again, though it did not change."""
_UNUSABLE = "cannot be used, the last one stays in force"


class Reloading:
    """Reads something again whenever its state is another; the last that could be used stays in force."""

    def __init__(
        self,
        what: Reloaded,
        state: Callable[[], object],
        reload: Callable[[], Awaitable[None]],
        known: object = None,
    ) -> None:
        """Compare with the state ``known``; to ask for the state may take its time."""
        self._what = what
        self._state = state
        self._reload = reload
        self._known = known
        self._problem, self._tries_again = "", 0.0

    @property
    def note(self) -> str:
        """What is wrong, empty for nothing; it repeats nothing of what was read."""
        return f"the new {self._what.value} {_UNUSABLE}" if self._problem else ""

    async def look(self, metrics: Metrics, log: EventLog) -> None:
        """Reload where the state is another, or the last reload failed a while ago.

        What cannot be used is reported once, and tried again when it changes, or after a while.
        """
        loop = asyncio.get_running_loop()
        found = await asyncio.to_thread(self._state)
        if found == self._known and not (self._problem and loop.time() >= self._tries_again):
            return
        try:
            await self._reload()
        except Exception as error:  # noqa: BLE001  # whatever reading one file raised, the next one is read too
            if found != await asyncio.to_thread(self._state):
                return  # several files are being changed, and do not fit together yet
            problem = reported(error)
            if problem != self._problem:
                metrics.count_reload(self._what, failed=True)
                log.write(Level.ERROR, f"the new {self._what.value} {_UNUSABLE}: {problem}")
            self._problem, self._tries_again = problem, loop.time() + _RETRY
        else:
            self._problem = ""
            metrics.note_newest(self._what)
        self._known = found
