"""Processes that are forked from this one and send back what they make.

Package multiprocessing does more, and takes as long to import as twenty documents take to inject.
"""

from __future__ import annotations

import os
import pickle
import signal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, NoReturn


class ForkedWorker:
    """A process that works answers out, one by one. One that is far ahead waits, as soon as its pipe is full."""

    def __init__(self, answers: Iterable[object], earlier: Sequence[ForkedWorker]) -> None:
        """Let a process of its own go over ``answers``; ``earlier`` are workers that were started before."""
        receiving, sending = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            _send_all(answers, sending, [receiving, *(worker.pipe for worker in earlier)])
        os.close(sending)
        self._answers = os.fdopen(receiving, "rb")

    @property
    def pipe(self) -> int:
        """The end of the pipe that answers are read from."""
        return self._answers.fileno()

    def next_answer(self) -> Any:
        """Wait for the next answer and return it. Raises EOFError where the process ended before it sent one."""
        try:
            return pickle.load(self._answers)
        except pickle.UnpicklingError:  # it was cut off
            raise EOFError from None

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._answers.close()
        os.kill(self._process, signal.SIGTERM)  # until it is waited for, the number is its own
        os.waitpid(self._process, 0)


def _send_all(answers: Iterable[object], sending: int, receiving: Sequence[int]) -> NoReturn:
    """Send answers, and end this process: what it was forked from must not go on in it, nor be tidied up."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        for pipe in receiving:
            os.close(pipe)  # else nobody would notice when that process has gone
        with os.fdopen(sending, "wb") as file:
            for answer in answers:
                pickle.dump(answer, file, pickle.HIGHEST_PROTOCOL)
                file.flush()
        status = 0
    finally:
        os._exit(status)
