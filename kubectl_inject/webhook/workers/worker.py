"""A process that answers AdmissionReviews, one at a time, over its standard input and output.

It runs ``main``, and is sent its configuration first. Injection uses a core for all of its time, so several processes
answer more, and one that takes too long can be stopped without harm to others. What comes while it works waits in the
pipe, so that it has the next request at hand once it is done with one.
"""

from __future__ import annotations

import gc
import pickle
import struct
import sys
import time

from kubectl_inject.errors import InjectionError
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.webhook.memory import give_back
from kubectl_inject.webhook.mistake import reported
from kubectl_inject.webhook.review.admission_review import ReviewError
from kubectl_inject.webhook.review.pod_review import PodReviewer, Reviewed
from kubectl_inject.webhook.workers.time_limit import OutOfTimeError, TimeLimit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, BinaryIO

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.injection.selection.namespaces import Namespaces

_LENGTH = struct.Struct(">I")
LENGTH_SIZE = _LENGTH.size
_LARGE = 256 * 1024
"""In bytes; a request of more leaves memory behind that others do not need."""
_OBJECTS_BETWEEN_COLLECTIONS = 100_000
_SHARE, _LEAST = 0.85, 0.01
"""Which part of the time that is left an injection may take, and below how many seconds none is begun."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker needs to know before it answers: see PodReviewer."""

    config: InjectionConfig
    namespaces: Namespaces
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """An answer that is none: ``review`` says whether the caller's review is to blame, and not the worker."""

    message: str
    review: bool = False


Answer = Reviewed | Failed | None


@dataclass(frozen=True, slots=True)
class LastAnswer:
    """An answer after which the process ends: it has begun with nothing else."""

    answer: Answer


def framed(value: object) -> bytes:
    """Return a value as it is sent: its length, then the value. Both sides are this program, so it is pickled."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(data)) + data


def length_in(head: bytes | bytearray) -> int:
    """Return the length that a frame begins with."""
    length: int = _LENGTH.unpack(head)[0]
    return length


def answer_in(data: bytes | bytearray) -> Answer | LastAnswer:
    """Return the answer that a worker sent, without its length."""
    answer = pickle.loads(data)
    return Reviewed.of_plain(answer) if isinstance(answer, tuple) else answer


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer until the requests end. The first answer says what is wrong with the configuration, None for nothing."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    setup = _received(requests)
    if not isinstance(setup, Setup):
        return
    reviewer = PodReviewer(setup.config, setup.namespaces, setup.ignored)
    try:
        reviewer.check()
    except InjectionError as error:
        _send(answers, Failed(str(error)))
        return
    gc.freeze()
    _send(answers, None)
    limit = TimeLimit()
    while (request := _received(requests)) is not None:
        body, path, until = request
        seconds = (until - time.monotonic()) * _SHARE
        try:
            answer = _answer(reviewer, limit, body, path, seconds)
        except OutOfTimeError:
            # What was interrupted may have left anything half done: another process goes on.
            _send(answers, LastAnswer(_late(reviewer, body, seconds)))
            return
        _send(answers, answer)
        if len(body) > _LARGE:
            give_back()


def _answer(reviewer: PodReviewer, limit: TimeLimit, body: bytes, path: str, seconds: float) -> Answer:
    if seconds < _LEAST:
        return Failed("its time was over before it was begun with")
    try:
        with limit.of(seconds):
            return reviewer.review(body, path)
    except ReviewError as error:
        return Failed(str(error), review=True)
    except Exception as error:  # noqa: BLE001  # the edge: a mistake of ours costs one request, and no Pod's content
        return Failed(reported(error))


def _late(reviewer: PodReviewer, body: bytes, seconds: float) -> Answer:
    try:
        return reviewer.refuse(
            body, f"the injection did not end within {seconds:.1f} seconds, the time for one request"
        )
    except ReviewError as error:
        return Failed(str(error), review=True)


def _received(stream: BinaryIO) -> Any:
    head = stream.read(LENGTH_SIZE)
    return pickle.loads(stream.read(length_in(head))) if len(head) == LENGTH_SIZE else None


def _send(stream: BinaryIO, answer: Answer | LastAnswer) -> None:
    stream.write(framed(answer.to_plain() if isinstance(answer, Reviewed) else answer))
    stream.flush()


def main() -> None:
    """Answer what comes on standard input."""
    serve(sys.stdin.buffer, sys.stdout.buffer)
