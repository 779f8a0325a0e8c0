"""One worker process, as its server sees it: what it was asked, and what it answers in that order; see ``worker``."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections import deque

from kubectl_inject.errors import InjectionError
from kubectl_inject.webhook.workers import worker
from kubectl_inject.webhook.workers.worker import LENGTH_SIZE, LastAnswer, answer_in, framed, length_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, Self

    from kubectl_inject.webhook.workers.worker import Answer


class WorkerError(InjectionError):
    """A worker did not answer."""


class HandedBackError(Exception):
    """A worker did not begin with what it was asked: another has to be asked."""


class WorkerProcess(asyncio.SubprocessProtocol):
    """A process that works at one request; others that it was asked wait behind that one."""

    def __init__(self) -> None:
        """Prepare for a process; see ``started``."""
        self._asked: deque[asyncio.Future[Answer]] = deque()
        self._seen_at_work: asyncio.Future[Answer] | None = None
        self._received = bytearray()
        self._process: asyncio.SubprocessTransport | None = None
        self._requests: asyncio.WriteTransport | None = None
        self._gone = asyncio.Event()
        self._answered: Callable[[WorkerProcess], None] = lambda _: None
        self._ended: Callable[[WorkerProcess], None] = lambda _: None
        self.has_ended = False

    @classmethod
    async def started(cls) -> Self:
        """Start a process. Raises WorkerError where the system has no room for one."""
        # Isolated from the folder that the server was started in, and from the signals of its terminal.
        arguments = [sys.executable, "-P", "-c", f"from {worker.__name__} import main; main()"]
        try:
            _, process = await asyncio.get_running_loop().subprocess_exec(
                cls, *arguments, stderr=None, start_new_session=True
            )
        except OSError as error:
            raise WorkerError(f"a worker cannot be started: {error.strerror or error}") from None
        return process

    def tell(self, *, answered: Callable[[WorkerProcess], None], ended: Callable[[WorkerProcess], None]) -> None:
        """Have it told from now on when the process has answered one of the requests, and when or that it has ended."""
        self._answered, self._ended = answered, ended
        if self.has_ended:
            ended(self)

    @property
    def in_hand(self) -> int:
        """How many requests it has not answered."""
        return len(self._asked)

    def ask(self, value: object) -> asyncio.Future[Answer]:
        """Send a value, and return what will be the answer.

        It raises WorkerError where the process ends while it works, HandedBackError where that is before it has begun.
        """
        asked: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._asked.append(asked)
        if self.has_ended or self._requests is None:
            self._end()
        else:
            self._requests.write(framed(value))
        return asked

    def abandon(self, asked: asyncio.Future[Answer]) -> None:
        """Nobody waits for an answer any more: the process is stopped where it works at just that."""
        if self._asked and self._asked[0] is asked:
            self.stop()

    def hand_back_where_slow(self) -> bool:
        """Hand back what waits behind a request that was being worked at when this was called last.

        Returns whether anything waited.
        """
        at_work = self._asked[0] if len(self._asked) > 1 else None
        if at_work is not None and at_work is self._seen_at_work:
            self._hand_back(list(self._asked)[1:])
        self._seen_at_work = at_work
        return at_work is not None

    def stop(self) -> None:
        """End the process at once, whatever it is doing."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
        self._end()

    async def gone(self) -> None:
        """Wait until the process has ended, and its pipes with it: nothing must be left when the event loop ends."""
        if self._requests is not None:
            self._requests.close()
        await self._gone.wait()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin: the process runs."""
        if isinstance(transport, asyncio.SubprocessTransport):
            self._process = transport
            requests = transport.get_pipe_transport(0)
            self._requests = requests if isinstance(requests, asyncio.WriteTransport) else None

    def pipe_data_received(self, _: int, data: bytes) -> None:
        """Take what came of answers."""
        self._received += data
        while len(self._received) >= LENGTH_SIZE and not self.has_ended:
            end = LENGTH_SIZE + length_in(self._received[:LENGTH_SIZE])
            if len(self._received) < end:
                break
            answer = answer_in(self._received[LENGTH_SIZE:end])
            del self._received[:end]
            self._take(answer)

    def pipe_connection_lost(self, *_: Any) -> None:
        """Take note that the process has ended, or is about to."""
        self._end()

    def connection_lost(self, *_: Any) -> None:
        """Take note that nothing is left of the process."""
        self._end()
        self._gone.set()

    def _take(self, answer: Answer | LastAnswer) -> None:
        asked = self._asked.popleft()
        given = answer.answer if isinstance(answer, LastAnswer) else answer
        if not asked.done():
            asked.set_result(given)
        if isinstance(answer, LastAnswer):
            self._hand_back(self._asked)
            self._asked.clear()
            self._end()
        else:
            self._answered(self)

    @staticmethod
    def _hand_back(waiting: Iterable[asyncio.Future[Answer]]) -> None:
        for each in waiting:
            _fail(each, HandedBackError())

    def _end(self) -> None:
        if self._asked:
            _fail(self._asked[0], WorkerError("a worker ended without an answer"))
            self._hand_back(list(self._asked)[1:])
            self._asked.clear()
        if not self.has_ended:
            self.has_ended = True
            self._ended(self)


def _fail(asked: asyncio.Future[Answer], error: Exception) -> None:
    if not asked.done():
        asked.set_exception(error)
        asked.exception()  # whoever asked may be gone by now; that is no mistake to be logged
