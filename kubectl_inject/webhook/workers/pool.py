"""The worker processes of a server, each with one request at a time; see ``worker``."""

from __future__ import annotations

import asyncio
import contextlib
import sys

from kubectl_inject.config.injection_config import ConfigError
from kubectl_inject.errors import InjectionError
from kubectl_inject.webhook.supervision import Background, Supervision
from kubectl_inject.webhook.workers import worker
from kubectl_inject.webhook.workers.worker import LENGTH_SIZE, Failed, Setup, answer_in, framed, length_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from kubectl_inject.webhook.review.pod_review import Reviewed

_PATIENCE = 60.0
"""For how many seconds a process may take to start."""
_RETRY = 1.0
_SHARE, _LEAST = 0.85, 0.01
"""Which part of the time that is left a process may inject for, and for how many seconds at least."""


class WorkerError(InjectionError):
    """A worker did not answer."""


class _Worker:
    """One process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        if process.stdin is None or process.stdout is None:
            raise WorkerError("a worker has no pipes")
        self._process = process
        self._requests, self._answers = process.stdin, process.stdout

    async def ask(self, value: object) -> Any:
        """Send a value, and return what is answered. Raises WorkerError where the process ended."""
        try:
            self._requests.write(framed(value))
            await self._requests.drain()
            return await self._received()
        except (asyncio.IncompleteReadError, ConnectionError):
            raise WorkerError("a worker ended without an answer") from None

    async def _received(self) -> Any:
        length = length_in(await self._answers.readexactly(LENGTH_SIZE))
        return answer_in(await self._answers.readexactly(length))

    @property
    def has_ended(self) -> bool:
        """Whether the process has ended, as far as is known yet."""
        return self._process.returncode is not None or self._answers.at_eof()

    def stop(self) -> None:
        """End the process at once, whatever it is doing."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def ended(self) -> None:
        """Wait until the process has ended, and its pipes with it: nothing must be left when the event loop ends."""
        self._requests.close()
        with contextlib.suppress(RuntimeError):  # somebody waits for an answer, who will hear of the end
            await self._answers.read()
        await self._process.wait()


class Workers:
    """Processes with the same configuration. A new configuration takes new ones."""

    def __init__(self, setup: Setup, supervision: Supervision, lost: Callable[[], None] = lambda: None) -> None:
        """Have ``lost`` called for each process that has to be replaced, which is a task under ``supervision``."""
        self._setup = setup
        self._supervision = supervision
        self._lost = lost
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._all: set[_Worker] = set()
        self._replacing: set[asyncio.Task[None]] = set()
        self._busy = 0
        self._none_busy = asyncio.Event()
        self._none_busy.set()

    async def start(self, count: int) -> None:
        """Start some processes. Raises ConfigError for a configuration that cannot be used."""
        try:
            for started in await asyncio.gather(*(self._started() for _ in range(count))):
                self._idle.put_nowait(started)
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
            until = asyncio.get_running_loop().time() + seconds
            try:
                return await self._ask(body, path, until)
            except WorkerError:
                return await self._ask(body, path, until)
        finally:
            self._busy -= 1
            if not self._busy:
                self._none_busy.set()

    async def _ask(self, body: bytes, path: str, until: float) -> Reviewed | Failed:
        while (chosen := await self._idle.get()).has_ended:
            self._replace(chosen)
        try:
            left = until - asyncio.get_running_loop().time()
            answer: Reviewed | Failed = await chosen.ask((body, path, max(left * _SHARE, _LEAST)))
        except BaseException:
            self._replace(chosen)
            raise
        self._idle.put_nowait(chosen)
        return answer

    async def retire(self) -> None:
        """End the processes once they have nothing to do; nothing may be asked of them any more."""
        try:
            await self._none_busy.wait()
        finally:
            await self.close()

    async def close(self) -> None:
        """End all processes at once, and wait until they have ended."""
        for task in self._replacing:
            task.cancel()
        for each in self._all:
            each.stop()
        await asyncio.gather(*(each.ended() for each in self._all))

    def _replace(self, broken: _Worker) -> None:
        self._lost()
        broken.stop()
        self._all.discard(broken)
        task = asyncio.get_running_loop().create_task(self._start_another(broken))
        self._replacing.add(task)
        task.add_done_callback(self._replacing.discard)

    async def _start_another(self, broken: _Worker) -> None:
        await broken.ended()

        async def start() -> None:
            self._idle.put_nowait(await self._started())

        while not await self._supervision.attempt(Background.WORKER_START, start):
            await asyncio.sleep(_RETRY)

    async def _started(self) -> _Worker:
        # Isolated from the folder that the server was started in, and from the signals of its terminal.
        arguments = [sys.executable, "-P", "-c", f"from {worker.__name__} import main; main()"]
        pipe = asyncio.subprocess.PIPE
        try:
            process = await asyncio.create_subprocess_exec(*arguments, stdin=pipe, stdout=pipe, start_new_session=True)
        except OSError as error:
            raise WorkerError(f"a worker cannot be started: {error.strerror or error}") from None
        started = _Worker(process)
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

    async def _discard(self, broken: _Worker) -> None:
        broken.stop()
        self._all.discard(broken)
        await broken.ended()
