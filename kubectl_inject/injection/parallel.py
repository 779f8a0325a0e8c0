"""Injection of many documents on more than one core, with the same result as on one."""

from __future__ import annotations

import os
import sys
from itertools import chain, cycle, islice

from kubectl_inject.errors import InjectionError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kubectl_inject.injection.forked_worker import ForkedWorker
    from kubectl_inject.injection.injector import InjectedDocument, Injector
    from kubectl_inject.injection.selection.namespaces import NamespaceMetadata
    from kubectl_inject.manifests.stream import Document

    Answer = list[InjectedDocument] | str

_ALONE = 20
"""How many documents are injected before other processes pay. What templates render is known to these then, too."""

_CHUNK = 10
"""How many documents are answered at once."""


def inject_in_parallel(
    injector: Injector, documents: Iterable[Document], found: Mapping[str, NamespaceMetadata], jobs: int = 0
) -> Iterator[InjectedDocument]:
    """Inject documents as ``Injector.inject_each`` does, by up to ``jobs`` processes.

    Zero means as many as there are cores to use. Few documents are injected by this process alone, and so are all
    where processes cannot be forked. ``documents`` must read nothing but memory, for each process goes over all of
    them. Raises InjectionError for the first document that cannot be injected.
    """
    processes = jobs or usable_cores()
    if processes < 2 or not sys.platform.startswith("linux"):
        return injector.inject_each(documents, found)
    return _inject_in_parallel(injector, _Documents(documents), found, processes)


def usable_cores() -> int:
    """Return how many cores this process may use, one where that is unknown."""
    return len(os.sched_getaffinity(0)) if sys.platform.startswith("linux") else 1


class _Documents:
    """Documents, each of them once, and the last that was seen."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._rest = iter(documents)
        self.last: Document | None = None

    def __iter__(self) -> _Documents:
        return self

    def __next__(self) -> Document:
        self.last = next(self._rest)
        return self.last


def _inject_in_parallel(
    injector: Injector, documents: _Documents, found: Mapping[str, NamespaceMetadata], processes: int
) -> Iterator[InjectedDocument]:
    alone = 0
    for document in documents:
        if not injector.may_inject(document.text):
            yield injector.pass_over(document)
        elif alone < _ALONE:
            yield from injector.inject_each([document], found, ends=False)
            alone += 1
        else:
            ahead, workloads = _ahead(injector, chain([document], documents), processes * _CHUNK)
            rest = chain(ahead, documents)
            workers = min(processes, workloads // _CHUNK)
            if workers < 2:
                yield from injector.inject_each(rest, found, ends=False)
            else:
                yield from _inject_by_workers(injector, rest, found, workers)
    if documents.last is not None:
        injector.check_end(documents.last)


def _ahead(injector: Injector, documents: Iterable[Document], most: int) -> tuple[list[Document], int]:
    """Return the next documents, and how many of them may be workloads: ``most``, if there are so many."""
    ahead: list[Document] = []
    workloads = 0
    for document in documents:
        ahead.append(document)
        workloads += injector.may_inject(document.text)
        if workloads == most:
            break
    return ahead, workloads


def _inject_by_workers(
    injector: Injector, documents: Iterator[Document], found: Mapping[str, NamespaceMetadata], processes: int
) -> Iterator[InjectedDocument]:
    """Inject documents, all that may be workloads by worker processes. These take turns, a chunk each."""
    from kubectl_inject.injection.forked_worker import ForkedWorker

    workers: list[ForkedWorker] = []
    try:
        for number in range(processes):
            turn = islice(_chunks(injector, documents), number, None, processes)
            workers.append(ForkedWorker(_work(injector, turn, found), workers))
        answers = _answers(workers)
        for document in documents:
            try:
                yield next(answers) if injector.may_inject(document.text) else injector.pass_over(document)
            except EOFError:
                # What ended the process shows again here, where it can be reported.
                yield from injector.inject_each(chain([document], documents), found, ends=False)
    finally:
        for worker in workers:
            worker.end()


def _chunks(injector: Injector, documents: Iterable[Document]) -> Iterator[list[Document]]:
    workloads = (document for document in documents if injector.may_inject(document.text))
    while chunk := list(islice(workloads, _CHUNK)):
        yield chunk


def _work(
    injector: Injector, chunks: Iterable[list[Document]], found: Mapping[str, NamespaceMetadata]
) -> Iterator[Answer]:
    """Yield an answer for each chunk: what comes of it, or the message of the first error."""
    for chunk in chunks:
        try:
            yield list(injector.inject_each(chunk, found, ends=False))
        except InjectionError as error:
            yield str(error)


def _answers(workers: Sequence[ForkedWorker]) -> Iterator[InjectedDocument]:
    """Yield what the workers answer, in the order of the documents.

    Raises InjectionError for the first error, and EOFError where a worker ended before its answer.
    """
    for worker in cycle(workers):
        answer: Answer = worker.next_answer()
        if isinstance(answer, str):
            raise InjectionError(answer)
        yield from answer
