"""The worker processes of a server; see ``process``, and ``worker`` for what they do."""

from __future__ import annotations

import asyncio
import itertools
import time

from kubectl_inject.config.injection_config import ConfigError
from kubectl_inject.webhook.supervision import Background, Supervision
from kubectl_inject.webhook.workers.process import HandedBackError, WorkerError, WorkerProcess
from kubectl_inject.webhook.workers.worker import Failed, Setup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kubectl_inject.webhook.review.pod_review import Reviewed

_PATIENCE = 60.0
"""For how many seconds a process may take to start."""
_RETRY = 1.0
_IN_HAND = 4
"""How many requests a process may have: one that it works at, and the next few, so that it waits for no server.

That makes half again as many in a second: processes that wait for each other in turns leave a fifth of the cores idle,
and each waiting costs more time of the processor than the next request takes to read.
"""
_LONG = 0.02
"""In seconds; what is worked at for longer keeps no other request waiting. Most take less than a thousandth."""


class Workers:
    """Processes with the same configuration. A new configuration takes new ones."""

    def __init__(self, setup: Setup, supervision: Supervision, lost: Callable[[], None] = lambda: None) -> None:
        """Have ``lost`` called for each process that has to be replaced, which is a task under ``supervision``."""
        self._setup = setup
        self._supervision = supervision
        self._lost = lost
        self._all: set[WorkerProcess] = set()
        self._places: asyncio.PriorityQueue[tuple[int, int, WorkerProcess]] = asyncio.PriorityQueue()
        """Places for a request: how many requests the process has before it, and a number, so that all have turns."""
        self._numbers = itertools.count()
        self._looking: asyncio.TimerHandle | None = None
        self._replacing: set[asyncio.Task[None]] = set()
        self._closed = False
        self._busy = 0
        self._none_busy = asyncio.Event()
        self._none_busy.set()

    async def start(self, count: int) -> None:
        """Start some processes. Raises ConfigError for a configuration that cannot be used."""
        try:
            for started in await asyncio.gather(*(self._started() for _ in range(count))):
                self._put_to_work(started)
        except BaseException:
            await self.close()
            raise

    async def review(self, body: bytes, path: str, seconds: float) -> Reviewed | Failed:
        """Let a process answer an AdmissionReview within some seconds, and refuse the Pod that takes longer.

        A process is replaced where this is cancelled while it works, and where it ends. Another is then asked once:
        the second time WorkerError is raised, as it may be the review that ends them.
        """
        self._busy += 1
        self._none_busy.clear()
        try:
            until = time.monotonic() + seconds
            try:
                return await self._ask(body, path, until)
            except WorkerError:
                return await self._ask(body, path, until)
        finally:
            self._busy -= 1
            if not self._busy:
                self._none_busy.set()

    async def _ask(self, body: bytes, path: str, until: float) -> Reviewed | Failed:
        while True:
            process = await self._place()
            asked = process.ask((body, path, until))
            try:
                answer = await asked
            except HandedBackError:
                continue
            except asyncio.CancelledError:
                process.abandon(asked)
                raise
            return answer or Failed("a worker gave no answer")

    async def _place(self) -> WorkerProcess:
        """Return a process that may be asked: one with nothing to do, or else one that works at another request."""
        while True:
            before, _, process = await self._places.get()
            if process.has_ended:
                continue
            if before and self._looking is None:
                self._look_again()
            return process

    def _add_place(self, process: WorkerProcess) -> None:
        self._places.put_nowait((process.in_hand, next(self._numbers), process))

    def _look_again(self) -> None:
        self._looking = asyncio.get_running_loop().call_later(_LONG, self._look)

    def _look(self) -> None:
        self._looking = None
        waited = [each.hand_back_where_slow() for each in self._all]
        if any(waited):
            self._look_again()

    async def retire(self) -> None:
        """End the processes once they have nothing to do; nothing may be asked of them any more."""
        try:
            await self._none_busy.wait()
        finally:
            await self.close()

    async def close(self) -> None:
        """End all processes at once, and wait until they have ended."""
        self._closed = True
        if self._looking is not None:
            self._looking.cancel()
        for task in self._replacing:
            task.cancel()
        for each in self._all:
            each.stop()
        await asyncio.gather(*(each.gone() for each in self._all))

    def _put_to_work(self, started: WorkerProcess) -> None:
        started.tell(answered=self._add_place, ended=self._replace)
        for before in range(_IN_HAND):
            self._places.put_nowait((before, next(self._numbers), started))

    def _replace(self, broken: WorkerProcess) -> None:
        if self._closed:
            return
        self._lost()
        broken.stop()
        self._all.discard(broken)
        task = asyncio.get_running_loop().create_task(self._start_another(broken))
        self._replacing.add(task)
        task.add_done_callback(self._replacing.discard)

    async def _start_another(self, broken: WorkerProcess) -> None:
        await broken.gone()

        async def start() -> None:
            self._put_to_work(await self._started())

        while not await self._supervision.attempt(Background.WORKER_START, start):
            await asyncio.sleep(_RETRY)

    async def _started(self) -> WorkerProcess:
        started = await WorkerProcess.started()
        self._all.add(started)
        try:
            async with asyncio.timeout(_PATIENCE):
                problem = await started.ask(self._setup)
            if isinstance(problem, Failed):
                raise ConfigError(problem.message)
        except TimeoutError:
            await self._discard(started)
            raise WorkerError(f"a worker did not start within {_PATIENCE:g} seconds") from None
        except BaseException:
            await self._discard(started)
            raise
        return started

    async def _discard(self, broken: WorkerProcess) -> None:
        broken.stop()
        self._all.discard(broken)
        await broken.gone()
