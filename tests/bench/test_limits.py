"""Speed and memory stay within limits: what ``make bench`` prints, with room for noise.

Times are processor time, the best of several runs, as multiples of yardsticks of the same minutes: a busy or slow
machine changes little. Their limits are about 1.6 times what was measured. Who makes something faster lowers its limit.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bench.cases import Case, Cases, run_case
from bench.webhook import alone, reviews, served
from bench.yardsticks import PARSED, Yardsticks, take_yardsticks
from tests.webhook.running_server import ServerFiles, running_webhook

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("bench")]

MOST_MEGABYTES = 60
FEW, MANY = 1000, 2000
"""How many Deployments memory is compared for. The output of the few does not fit into memory any more."""
MOST_FOR_EACH = 0.004
"""MB that one more Deployment may cost: its input, twice while it is read, and what is reported of it."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bench")


@pytest.fixture(scope="module")
def yardsticks(folder: Path) -> Yardsticks:
    return take_yardsticks(folder, starts=10, parses=3)


@pytest.fixture(scope="module")
def cases(folder: Path) -> Cases:
    return Cases(folder)


@pytest.mark.parametrize(
    ("case", "limit"),
    [
        pytest.param(lambda cases: cases.one(runs=10), 2.7, id="one"),
        pytest.param(lambda cases: cases.krm(runs=10), 2.4, id="krm"),
        pytest.param(lambda cases: cases.helm(runs=10), 2.5, id="helm"),
        pytest.param(lambda cases: cases.many(200, runs=2), 3.2, id="many"),
        pytest.param(lambda cases: cases.tree(200, runs=2), 4.2, id="tree"),
        pytest.param(lambda cases: cases.check(200, runs=2), 3.4, id="check"),
        pytest.param(lambda cases: cases.diff(200, runs=2), 4.4, id="diff"),
        pytest.param(lambda cases: cases.explain(200, runs=2), 4.2, id="explain"),
        pytest.param(lambda cases: cases.uninject(200, runs=2), 4.2, id="uninject"),
        pytest.param(lambda cases: cases.krm_many(200, runs=2), 3.8, id="krm many"),
        pytest.param(lambda cases: cases.helm_many(200, runs=2), 3.4, id="helm many"),
        pytest.param(lambda cases: cases.large(runs=3), 11.0, id="large"),
    ],
)
def test_time(folder: Path, yardsticks: Yardsticks, cases: Cases, case: Callable[[Cases], Case], limit: float) -> None:
    result = run_case(case(cases), yardsticks, folder)
    assert result.ratio < limit, f"{result.seconds:.3f} s"


def test_time_of_the_webhook(folder: Path, yardsticks: Yardsticks) -> None:
    parsed, bodies = yardsticks.parse / PARSED, reviews()
    assert min(alone(bodies) for _ in range(3)) / parsed < 3.5
    with running_webhook(ServerFiles(folder), "--workers=2") as server:
        assert min(served(server, bodies, 125) for _ in range(3)) / parsed < 6.5


def test_memory_does_not_grow_with_the_input(folder: Path, yardsticks: Yardsticks, cases: Cases) -> None:
    few, by_two, many = (
        run_case(cases.many(count, runs=1, jobs=jobs), yardsticks, folder).megabytes
        for count, jobs in ((FEW, 1), (FEW, 2), (MANY, 1))
    )
    assert max(few, by_two, many) < MOST_MEGABYTES
    assert max(by_two, many) - few < (MANY - FEW) * MOST_FOR_EACH


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(Cases.check, id="check"),
        pytest.param(Cases.diff, id="diff"),
        pytest.param(Cases.explain, id="explain"),
    ],
)
def test_memory_of_what_is_shown(
    folder: Path, yardsticks: Yardsticks, cases: Cases, case: Callable[[Cases, int, int], Case]
) -> None:
    assert run_case(case(cases, MANY, 1), yardsticks, folder).megabytes < MOST_MEGABYTES
