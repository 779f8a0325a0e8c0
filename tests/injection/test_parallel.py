"""Injection by several processes comes to the same as by one."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator, Sequence

import pytest

from kubectl_inject import InjectionError
from kubectl_inject.injection.injected import InjectedDocument
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.parallel import work_through, worked_out
from kubectl_inject.injection.selection.namespaces import Namespaces
from kubectl_inject.manifests.stream import Document, split
from tests.conftest import small_config

POD = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web-{}\nspec:\n  containers:\n  - name: app\n    image: nginx\n"
CONFIG_MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: config\n"


def stream(*broken: int, last: str = CONFIG_MAP) -> list[Document]:
    """Return many Pods and something else at the end; in some of the Pods, by their number, a field is wrong."""
    pods = [POD.format(number) + ("    ports: 80\n" if number in broken else "") for number in range(500)]
    for number in range(490, 0, -7):
        pods.insert(number, CONFIG_MAP)
    return list(split("---\n".join([*pods, last]), "many.yaml"))


def inject_in_parallel(injector: Injector, documents: Iterable[Document], jobs: int = 0) -> Iterator[InjectedDocument]:
    """Yield what injection makes of the documents of one stream."""
    for results in injecting(injector, [documents], jobs):
        yield from results


def injecting(
    injector: Injector, streams: Sequence[Iterable[Document]], jobs: int
) -> Iterator[Iterator[InjectedDocument]]:
    namespaces = injector.knowing({})
    work = injector.work(lambda document: injector.inject_document(document, namespaces))
    return work_through(streams, work, jobs)


@pytest.fixture
def injector() -> Injector:
    return Injector(small_config())


@pytest.mark.parametrize("jobs", [0, 2, 3, 100])
@pytest.mark.parametrize("last", [CONFIG_MAP, POD.format("last")])
def test_the_result_is_that_of_one_process(injector: Injector, jobs: int, last: str) -> None:
    documents = stream(last=last)
    assert list(inject_in_parallel(injector, documents, jobs)) == list(injector.inject_each(documents))


@pytest.mark.parametrize("broken", [(7, 480), (70, 71, 480), (81, 70), (499,)])
def test_the_first_error_is_the_one_reported(injector: Injector, broken: tuple[int, ...]) -> None:
    with pytest.raises(InjectionError) as alone:
        list(injector.inject_each(stream(*broken)))
    with pytest.raises(InjectionError) as together:
        list(inject_in_parallel(injector, stream(*broken), 4))
    assert str(together.value) == str(alone.value)
    assert f"Pod web-{min(broken)}" in str(alone.value)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_stream_that_was_cut_off_is_noticed(injector: Injector, jobs: int) -> None:
    with pytest.raises(InjectionError, match=r"many\.yaml"):
        list(inject_in_parallel(injector, stream(last=CONFIG_MAP + 'data: {a: "'), jobs))


def files(*broken: int) -> list[list[Document]]:
    """Return many files of a few Pods each, and one without any; in some Pods, by their number, a field is wrong."""
    pods = [POD.format(number) + ("    ports: 80\n" if number in broken else "") for number in range(300)]
    texts = ["---\n".join(pods[at : at + 3]) for at in range(0, 300, 3)]
    return [list(split(text, f"{number}.yaml")) for number, text in enumerate([*texts, CONFIG_MAP])]


def outcomes(streams: Iterable[Iterator[InjectedDocument]]) -> list[list[str]]:
    """Return for each stream the texts that came of it, and the error that ended it."""
    found: list[list[str]] = []
    for results in streams:
        found.append([])
        try:
            found[-1] += [document.text for document in results]
        except InjectionError as error:
            found[-1].append(str(error))
    return found


@pytest.mark.parametrize("broken", [(), (0,), (70, 71), (60, 61, 62, 63, 299), tuple(range(300))])
def test_files_share_processes_and_keep_their_errors(injector: Injector, broken: tuple[int, ...]) -> None:
    alone = outcomes(injecting(injector, files(*broken), 1))
    assert outcomes(injecting(injector, files(*broken), 3)) == alone
    assert len(alone) == 101


def test_documents_are_taken_when_they_are_requested(injector: Injector) -> None:
    documents = iter(stream())
    injected = inject_in_parallel(injector, documents, 1)
    assert [next(injected).reports[0].name for _ in range(2)] == ["web-0", "web-1"]
    assert next(documents).index == 3


def noting_forks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that the processes which are forked from now on are added to."""
    forked: list[int] = []
    fork = os.fork

    def noted() -> int:
        forked.append(fork())
        return forked[-1]

    monkeypatch.setattr(os, "fork", noted)
    return forked


@pytest.mark.parametrize(("count", "jobs", "forks"), [(39, 8, 0), (40, 8, 2), (65, 8, 4), (500, 3, 3), (500, 1, 0)])
def test_there_are_no_more_processes_than_work(
    injector: Injector, monkeypatch: pytest.MonkeyPatch, count: int, jobs: int, forks: int
) -> None:
    forked = noting_forks(monkeypatch)
    documents = list(split("---\n".join(map(POD.format, range(count)))))
    assert len(list(inject_in_parallel(injector, documents, jobs))) == count
    assert len(forked) == forks


def test_processes_end_with_their_parent(injector: Injector, monkeypatch: pytest.MonkeyPatch) -> None:
    forked = noting_forks(monkeypatch)
    injected = inject_in_parallel(injector, stream(), 2)
    for _ in range(100):
        next(injected)
    for process in forked:
        os.kill(process, 0)
    del injected
    for process in forked:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_what_a_killed_process_owes_is_injected_here(injector: Injector, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = [document.text for document in injector.inject_each(stream())]
    forked = noting_forks(monkeypatch)
    injected = inject_in_parallel(injector, stream(), 2)
    texts = []
    while not forked:
        texts.append(next(injected).text)
    for process in forked:
        os.kill(process, signal.SIGKILL)
    texts += [document.text for document in injected]
    assert texts == alone


def test_what_ends_a_process_shows_here(injector: Injector, monkeypatch: pytest.MonkeyPatch) -> None:
    inject = Injector.inject_document

    def failing(self: Injector, document: Document, namespaces: Namespaces) -> InjectedDocument:
        if "web-150\n" in document.text:
            raise ZeroDivisionError(document.text)
        return inject(self, document, namespaces)

    monkeypatch.setattr(Injector, "inject_document", failing)
    with pytest.raises(ZeroDivisionError, match="web-150\n"):
        list(inject_in_parallel(injector, stream(), 2))


@pytest.mark.parametrize(("count", "jobs", "forks"), [(0, 8, 0), (2, 8, 0), (3, 8, 2), (50, 3, 3), (50, 1, 0)])
def test_items_are_worked_out_in_order(monkeypatch: pytest.MonkeyPatch, count: int, jobs: int, forks: int) -> None:
    forked = noting_forks(monkeypatch)
    assert list(worked_out(range(count), str, jobs)) == list(map(str, range(count)))
    assert len(forked) == forks


def test_items_of_a_process_that_ends_are_worked_out_here() -> None:
    here = os.getpid()

    def work(item: int) -> int:
        if os.getpid() != here and item > 10:
            os._exit(1)
        return -item

    assert list(worked_out(range(30), work, 2)) == [-item for item in range(30)]
