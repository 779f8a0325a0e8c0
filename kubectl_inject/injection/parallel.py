"""Work on many documents, of one stream or of many, on more than one core: with the same result as on one."""

from __future__ import annotations

import os
import sys
from itertools import cycle, islice

from kubectl_inject.errors import InjectionError
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from typing import Any, TypeVar

    from kubectl_inject.injection.forked_worker import ForkedWorker
    from kubectl_inject.manifests.stream import Document

    Item = TypeVar("Item")
    Result = TypeVar("Result")

ALONE = 20
"""How many workloads are done before other processes pay. What templates render is known to these then, too."""

_CHUNK = 10
"""How many workloads are answered at once."""


def _leave(_: Document) -> None:
    """Take a stream's end as it is."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with each document of streams.

    ``result`` is what comes of one: it can be pickled, and to make it changes nothing. ``is_workload`` says of a
    document's text whether that takes long enough to be shared. ``check_end`` raises InjectionError where a stream's
    last document, which may be left unread, was cut off.
    """

    result: Callable[[Document], Any]
    is_workload: Callable[[str], bool]
    check_end: Callable[[Document], None] = _leave


def work_through(
    streams: Sequence[Iterable[Document]], work: Work, jobs: int = 0
) -> Generator[Iterator[Any], None, None]:
    """Yield for each stream the results of its documents, in order, worked out by up to ``jobs`` processes.

    Each process goes over the streams, so these can be gone over more than once, and read nothing but memory. Zero
    ``jobs`` mean as many as there are cores to use. Few workloads are done by this process alone, and so are all where
    processes cannot be forked; what is no workload is always done here.
    The results of a stream raise InjectionError for the first document that raises one, and for a stream that was cut
    off; those of the next stream can be had all the same.
    """
    crew = _Crew(streams, work, processes_for(jobs))
    try:
        for number in range(len(streams)):
            yield crew.results(number)
    finally:
        crew.end()


def worked_out(items: Sequence[Item], work: Callable[[Item], Result], jobs: int = 0) -> Iterator[Result]:
    """Yield what comes of items, in order, worked out by up to ``jobs`` processes, as ``work_through`` has it.

    The first item is worked out before the others are shared, so that what it has made known is known to all.
    ``work`` returns what can be pickled, raises nothing, and changes nothing.
    """
    first, others = items[:1], items[1:]
    yield from map(work, first)
    count = min(processes_for(jobs), len(others))
    if count < 2:
        yield from map(work, others)
        return
    from kubectl_inject.injection.forked_worker import ForkedWorker

    workers: list[ForkedWorker] = []
    try:
        for turn in range(count):
            workers.append(ForkedWorker(map(work, others[turn::count]), workers))
        for number, item in enumerate(others):
            try:
                yield workers[number % count].next_answer()
            except EOFError:
                # What ended the process shows again here, where it can be reported.
                yield work(item)
    finally:
        for worker in workers:
            worker.end()


def processes_for(jobs: int) -> int:
    """Return how many processes are to work where ``jobs`` are requested, one where they cannot be forked."""
    return (jobs or usable_cores()) if sys.platform.startswith("linux") else 1


def usable_cores() -> int:
    """Return how many cores this process may use, one where that is unknown."""
    return len(os.sched_getaffinity(0)) if sys.platform.startswith("linux") else 1


@dataclass(frozen=True, slots=True)
class _Failed:
    """What comes of a document in place of a result: the message of an InjectionError."""

    message: str


class _Crew:
    """The processes that share the work, and how far it is."""

    def __init__(self, streams: Sequence[Iterable[Document]], work: Work, processes: int) -> None:
        self._streams = streams
        self._work = work
        self._processes = processes
        self._done_alone = 0
        self._workers: list[ForkedWorker] = []
        self._answers: Iterator[Any] | None = None
        self._given_up: Iterable[Document] = ()

    def results(self, number: int) -> Iterator[Any]:
        """Yield what comes of a stream's documents. Raises InjectionError."""
        self._skip_given_up()
        documents = self._given_up = iter(self._streams[number])
        last = None
        for document in documents:
            last = document
            yield self._result(number, document) if self._is_workload(document) else self._work.result(document)
        if last is not None:
            self._work.check_end(last)

    def end(self) -> None:
        """End the other processes, whatever they are doing."""
        for worker in self._workers:
            worker.end()

    def _is_workload(self, document: Document) -> bool:
        return self._work.is_workload(document.text)

    def _skip_given_up(self) -> None:
        """Let the answers go that nobody took, since their stream had an error before."""
        for document in self._given_up:
            if self._answers is not None and self._is_workload(document):
                try:
                    next(self._answers)
                except EOFError:
                    self._answers = None

    def _result(self, number: int, document: Document) -> Any:
        if self._processes > 1 and self._done_alone == ALONE:
            self._share(number, document)
        self._done_alone += 1
        if self._answers is None:
            return self._work.result(document)
        try:
            answer = next(self._answers)
        except EOFError:
            # What ended the process shows again here, where it can be reported.
            self._answers = None
            return self._work.result(document)
        if isinstance(answer, _Failed):
            raise InjectionError(answer.message)
        return answer

    def _share(self, number: int, first: Document) -> None:
        """Start processes for the workloads from a document on, if there are enough of them."""
        from kubectl_inject.injection.forked_worker import ForkedWorker

        ahead = sum(1 for _ in islice(self._workloads(number, first), self._processes * _CHUNK))
        count = min(self._processes, ahead // _CHUNK)
        if count < 2:
            return
        for turn in range(count):
            chunks = islice(_chunks(self._workloads(number, first)), turn, None, count)
            self._workers.append(ForkedWorker(map(self._answers_to, chunks), self._workers))
        self._answers = (answer for worker in cycle(self._workers) for answer in worker.next_answer())

    def _workloads(self, number: int, first: Document) -> Iterator[Document]:
        """Yield the documents that may be workloads, from one of a stream on to the end of the last stream."""
        for later, stream in enumerate(islice(self._streams, number, None)):
            for document in stream:
                if (later or document.index >= first.index) and self._is_workload(document):
                    yield document

    def _answers_to(self, chunk: list[Document]) -> list[Any]:
        return [self._answer_to(document) for document in chunk]

    def _answer_to(self, document: Document) -> Any:
        try:
            return self._work.result(document)
        except InjectionError as error:
            return _Failed(str(error))


def _chunks(documents: Iterator[Document]) -> Iterator[list[Document]]:
    while chunk := list(islice(documents, _CHUNK)):
        yield chunk
