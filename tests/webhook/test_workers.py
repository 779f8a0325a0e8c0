"""Worker processes: one that dies loses no request, and what takes too long is refused."""

from __future__ import annotations

import asyncio
import io
import os
import signal
from typing import Any

import pytest

from kubectl_inject.injection.selection.namespaces import Namespaces
from kubectl_inject.webhook.event_log import EventLog
from kubectl_inject.webhook.metrics import Metrics
from kubectl_inject.webhook.review.pod_review import Reviewed
from kubectl_inject.webhook.supervision import Supervision
from kubectl_inject.webhook.workers.pool import Workers
from kubectl_inject.webhook.workers.process import WorkerError, WorkerProcess
from kubectl_inject.webhook.workers.worker import Setup
from tests.cluster.servers.processes import children_of
from tests.conftest import mesh_config, pod, small_config
from tests.webhook.reviews import operations_in, response_in, review_of

REVIEW = review_of(pod())


class Run:
    """Some workers, how many were lost, and what was reported."""

    def __init__(self, *, whole_mesh: bool = False) -> None:
        self.lost = 0
        self.logged = io.StringIO()
        self.supervision = Supervision(Metrics(), EventLog(self.logged))
        config = mesh_config() if whole_mesh else small_config()
        self.workers = Workers(Setup(config, Namespaces()), self.supervision, self._lose)

    def _lose(self) -> None:
        self.lost += 1

    async def review(self, body: bytes = REVIEW, seconds: float = 20.0) -> bytes:
        found = await self.workers.review(body, "/inject", seconds)
        assert isinstance(found, Reviewed), found
        return found.answer


def processes() -> list[int]:
    return children_of(os.getpid())


async def started(run: Run, count: int) -> list[int]:
    before = set(processes())
    await run.workers.start(count)
    return [pid for pid in processes() if pid not in before]


def test_a_worker_that_dies_while_it_works_loses_no_request() -> None:
    async def test() -> None:
        run = Run()
        first, *_ = await started(run, 2)
        os.kill(first, signal.SIGSTOP)
        reviews = asyncio.gather(*(run.review() for _ in range(6)))
        await asyncio.sleep(0.3)
        os.kill(first, signal.SIGKILL)
        for answer in await reviews:
            assert operations_in(answer)
        assert run.lost == 1
        await run.workers.close()

    asyncio.run(test())


def test_workers_that_died_idle_get_no_request() -> None:
    async def test() -> None:
        run = Run()
        for pid in await started(run, 3):
            os.kill(pid, signal.SIGKILL)
        await asyncio.sleep(0.3)
        assert operations_in(await run.review())
        assert run.lost == 3
        await run.workers.close()

    asyncio.run(test())


def test_a_worker_that_died_before_it_was_put_to_work_is_told_of() -> None:
    async def test() -> None:
        told: list[WorkerProcess] = []
        process = await WorkerProcess.started()
        process.stop()
        process.tell(answered=told.append, ended=told.append)
        assert told == [process]
        await process.gone()

    asyncio.run(test())


def test_a_review_that_ends_workers_is_given_up_after_the_second() -> None:
    async def test() -> None:
        run = Run()
        pids = await started(run, 3)
        for pid in pids:
            os.kill(pid, signal.SIGSTOP)
        reviews = asyncio.create_task(run.review())
        for number in (1, 2):
            await asyncio.sleep(0.3)
            os.kill(pids[number - 1], signal.SIGKILL)
        with pytest.raises(WorkerError, match="a worker ended without an answer"):
            await reviews
        os.kill(pids[2], signal.SIGCONT)
        assert operations_in(await run.review())
        await run.workers.close()

    asyncio.run(test())


def test_a_worker_is_started_once_the_system_has_room_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async def test() -> None:
        run = Run()
        (pid,) = await started(run, 1)
        loop, refusals = asyncio.get_running_loop(), 0
        start = loop.subprocess_exec

        async def refuse_once(*arguments: Any, **named: Any) -> Any:
            nonlocal refusals
            refusals += 1
            if refusals == 1:
                raise BlockingIOError(11, "Resource temporarily unavailable")
            return await start(*arguments, **named)

        monkeypatch.setattr(loop, "subprocess_exec", refuse_once)
        os.kill(pid, signal.SIGKILL)
        assert operations_in(await run.review())
        assert refusals == 2
        assert "error worker start: a worker cannot be started: Resource temporarily" in run.logged.getvalue()
        assert run.supervision.notes == []
        await run.workers.close()

    asyncio.run(test())


def test_nothing_waits_behind_a_request_that_takes_long() -> None:
    async def test() -> None:
        run = Run()
        first, _ = await started(run, 2)
        os.kill(first, signal.SIGSTOP)
        reviews = [asyncio.create_task(run.review()) for _ in range(10)]
        done, left = await asyncio.wait(reviews, timeout=1)
        assert (len(done), len(left)) == (9, 1)
        os.kill(first, signal.SIGCONT)
        for answer in await asyncio.gather(*reviews):
            assert operations_in(answer)
        assert operations_in(await run.review())
        assert run.lost == 0
        await run.workers.close()

    asyncio.run(test())


def test_only_the_request_that_is_worked_at_stops_its_worker_when_it_is_given_up() -> None:
    async def test() -> None:
        run = Run()
        (only,) = await started(run, 1)
        os.kill(only, signal.SIGSTOP)
        at_work, waiting = (asyncio.create_task(run.review()) for _ in range(2))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.wait([waiting])
        assert run.lost == 0
        at_work.cancel()
        await asyncio.wait([at_work])
        assert run.lost == 1
        assert operations_in(await run.review())
        await run.workers.close()

    asyncio.run(test())


def slow_review() -> bytes:
    mounts = [{"name": f"v{number}", "mountPath": f"/{number}"} for number in range(60_000)]
    containers = [{"name": "a", "image": "a"}, {"name": "istio-proxy", "image": "auto", "volumeMounts": mounts}]
    return review_of(pod({"containers": containers}))


def test_what_takes_too_long_is_refused_and_harms_no_other() -> None:
    async def test() -> None:
        run = Run(whole_mesh=True)
        await started(run, 1)
        await run.review()
        begun = asyncio.get_running_loop().time()
        slow = run.review(slow_review(), seconds=0.2)
        late, *others = await asyncio.gather(slow, *(run.review() for _ in range(3)))
        response = response_in(late)
        assert asyncio.get_running_loop().time() - begun < 3
        assert response["allowed"] is False
        assert response["status"]["message"].startswith("the injection did not end within 0.")
        assert all(operations_in(other) for other in others)
        assert run.lost == 1
        await run.workers.close()

    asyncio.run(test())
