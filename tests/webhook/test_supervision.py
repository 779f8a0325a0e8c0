"""Background tasks of the server: whatever they raise is reported, and they go on."""

from __future__ import annotations

import asyncio
import io
from dataclasses import dataclass, field

import pytest

from kubectl_inject.errors import InjectionError
from kubectl_inject.webhook.event_log import EventLog
from kubectl_inject.webhook.metrics import Metrics, Reloaded
from kubectl_inject.webhook.reloading.reloading import Reloading
from kubectl_inject.webhook.supervision import Background, Supervision

RAISED = [
    ValueError("Exceeds the limit (4300 digits) for integer string conversion: value has 4400 digits"),
    RecursionError("hunter2"),
    MemoryError(),
    OSError(5, "hunter2"),
    ExceptionGroup("hunter2", [KeyError("hunter2")]),
    StopAsyncIteration(),
    TimeoutError(),
]
KINDS = [type(error).__name__ for error in RAISED]


@dataclass
class Watched:
    """A file that is changed by its number, what reading it raises, and what was reported."""

    number: int = 0
    raising: BaseException | None = None
    read: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.logged = io.StringIO()
        self.metrics = Metrics()
        self.log = EventLog(self.logged)
        self.supervision = Supervision(self.metrics, self.log)
        self.reloading = Reloading(Reloaded.CONFIGURATION, lambda: self.number, self.reload, known=0)

    async def reload(self) -> None:
        self.read.append(self.number)
        if self.raising:
            raise self.raising

    def look(self) -> None:
        asyncio.run(self.reloading.look(self.metrics, self.log))

    @property
    def lines(self) -> list[str]:
        return self.logged.getvalue().splitlines()

    def counted(self, name: str) -> float:
        start = f"kubectl_inject_{name} "
        lines = [line for line in self.metrics.text().decode().splitlines() if line.startswith(start)]
        return float(lines[0].removeprefix(start))


@pytest.mark.parametrize("raised", RAISED, ids=KINDS)
def test_a_reload_that_fails_with_anything_is_followed_by_others(raised: Exception) -> None:
    watched = Watched(number=1, raising=raised)
    watched.look()
    watched.look()
    assert watched.read == [1]
    assert watched.reloading.note == "the new configuration cannot be used, the last one stays in force"
    assert watched.counted('reload_failures_total{what="configuration"}') == 1
    assert watched.counted('last_reload_failed{what="configuration"}') == 1
    assert len(watched.lines) == 1
    assert f"stays in force: internal error: {type(raised).__name__} in Watched.reload line " in watched.lines[0]
    assert "hunter2" not in watched.lines[0]
    watched.number, watched.raising = 2, None
    watched.look()
    assert (watched.read, watched.reloading.note) == ([1, 2], "")
    assert watched.counted('last_reload_failed{what="configuration"}') == 0


def test_the_message_of_our_own_error_is_logged() -> None:
    watched = Watched(number=1, raising=InjectionError("mesh.yaml: expected a mapping"))
    watched.look()
    assert watched.lines[0].endswith("stays in force: mesh.yaml: expected a mapping")


@pytest.mark.parametrize("raised", RAISED, ids=KINDS)
def test_a_task_that_raises_anything_goes_on(raised: Exception) -> None:
    watched = Watched()
    times = 0

    async def work() -> None:
        nonlocal times
        times += 1
        if times < 4:
            raise raised

    async def run() -> None:
        task = asyncio.create_task(watched.supervision.keep(Background.EXPIRY_WATCH, work, 0.001))
        while times < 3:
            await asyncio.sleep(0.001)
        assert watched.supervision.notes == ["expiry watch: failed, and is tried again"]
        assert watched.counted('background_failing{task="expiry watch"}') == 1
        while times < 5:
            await asyncio.sleep(0.001)
        assert watched.supervision.notes == []
        task.cancel()
        assert isinstance((await asyncio.gather(task, return_exceptions=True))[0], asyncio.CancelledError)

    asyncio.run(run())
    assert watched.counted('background_failures_total{task="expiry watch"}') == 3
    assert watched.counted('background_failing{task="expiry watch"}') == 0
    assert len(watched.lines) == 1
    assert f"expiry watch: internal error: {type(raised).__name__} in " in watched.lines[0]
