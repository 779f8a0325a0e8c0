"""A limit on the time of what runs in the main thread of a process."""

from __future__ import annotations

import contextlib
import signal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_AGAIN = 0.2
"""After how many seconds it is tried once more to end what did not end."""


class OutOfTimeError(BaseException):
    """The time is over. No error of the work itself: nothing that handles those takes it for one."""


class TimeLimit:
    """Has OutOfTimeError raised in whatever takes longer than it may. It takes the process's alarm for itself."""

    def __init__(self) -> None:
        """Take the alarm."""
        self._runs = False
        signal.signal(signal.SIGALRM, self._interrupt)

    @contextlib.contextmanager
    def of(self, seconds: float) -> Iterator[None]:
        """Let the block take some seconds."""
        self._runs = True
        try:
            signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
            yield
        finally:
            self._runs = False
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _interrupt(self, *_: object) -> None:
        if self._runs:
            raise OutOfTimeError
