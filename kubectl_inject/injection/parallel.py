"""Injection of many documents on more than one core, with the same result as on one."""

from __future__ import annotations

import os
import sys
from itertools import pairwise

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.report import Report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from multiprocessing.connection import Connection

    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.injection.namespaces import NamespaceMetadata
    from kubectl_inject.manifests.stream import Document

    Answer = tuple[list[str], Report] | str

_FEWEST = 25
"""How many documents a process must have before it pays."""


def inject_in_parallel(
    injector: Injector, documents: Sequence[Document], found: Mapping[str, NamespaceMetadata], jobs: int = 0
) -> tuple[list[str], Report]:
    """Inject documents as ``Injector.inject_documents`` does, by up to ``jobs`` processes.

    Zero means as many as there are cores to use. Few documents are injected by this process alone, and so are all
    where processes cannot be forked. Raises InjectionError for the first document that cannot be injected.
    """
    processes = min(jobs or _cores(), len(documents) // _FEWEST)
    if processes < 2 or not sys.platform.startswith("linux"):
        return injector.inject_documents(documents, found)
    from multiprocessing import get_context

    forking = get_context("fork")
    answers = []
    for part in _parts(documents, processes):
        receiver, sender = forking.Pipe(duplex=False)
        arguments = (injector, part, found, part[-1] is documents[-1], sender)
        forking.Process(target=_inject_part, args=arguments, daemon=True).start()
        sender.close()
        answers.append(receiver)
    return _joined([_received(answer) for answer in answers])


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform.startswith("linux") else 1


def _parts(documents: Sequence[Document], count: int) -> list[Sequence[Document]]:
    bounds = [len(documents) * number // count for number in range(count + 1)]
    return [documents[start:end] for start, end in pairwise(bounds)]


def _inject_part(
    injector: Injector,
    documents: Sequence[Document],
    found: Mapping[str, NamespaceMetadata],
    ends: bool,
    sender: Connection[Answer, None],
) -> None:
    try:
        answer: Answer = injector.inject_documents(documents, found, ends=ends)
    except InjectionError as error:
        answer = str(error)
    sender.send(answer)


def _received(answer: Connection[None, Answer]) -> Answer:
    try:
        return answer.recv()
    except EOFError:
        return "a process that was injecting ended without an answer"


def _joined(answers: Sequence[Answer]) -> tuple[list[str], Report]:
    texts: list[str] = []
    workloads = []
    anew = 0
    for answer in answers:
        if isinstance(answer, str):
            raise InjectionError(answer)
        texts += answer[0]
        workloads += list(answer[1])
        anew += answer[1].written_anew
    return texts, Report(tuple(workloads), anew)
