"""What is measured: each case a command with its input, and the yardstick that fits it."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from bench.inputs import captured_files, deployments, no_workloads, resource_list
from bench.processes import PROGRAMS, Command, Took, measure
from bench.yardsticks import Yardsticks
from kubectl_inject.startup.frozen import dataclass

_LARGE = 20_000_000


class Unit(Enum):
    """What a case's time is given in."""

    START = "start"
    PARSE = "parse"


@dataclass(frozen=True, slots=True)
class Case:
    """One measurement. ``injected`` is how many sidecars the output must have."""

    title: str
    command: Command
    unit: Unit
    injected: int
    runs: int


@dataclass(frozen=True, slots=True)
class Result:
    """What a case took: processor seconds, the same as a multiple of its yardstick, and peak memory in MB."""

    case: Case
    seconds: float
    ratio: float
    megabytes: float


def run_case(case: Case, yardsticks: Yardsticks, folder: Path) -> Result:
    """Measure a case. Raises RuntimeError where the command fails or does not inject."""
    took = measure(case.command, folder, case.runs)
    _check(case, took)
    yardstick = yardsticks.start if case.unit is Unit.START else yardsticks.parse
    return Result(case, took.seconds, took.seconds / yardstick, took.megabytes)


def _check(case: Case, took: Took) -> None:
    injected = took.output.read_bytes().count(b"name: istio-proxy\n")
    if injected != case.injected:
        raise RuntimeError(f"{case.title}: expected {case.injected} sidecars, found {injected}")


class Cases:
    """The cases, and their inputs in a folder."""

    def __init__(self, folder: Path) -> None:
        """Write what several cases need."""
        self._folder = folder
        self._captured = captured_files(folder)
        self._one = self._input("1.yaml", deployments(1))

    def _input(self, name: str, text: str) -> Path:
        path = self._folder / name
        path.write_text(text)
        return path

    def one(self, runs: int) -> Case:
        """Return one Deployment with a captured configuration, its templates in the cache."""
        title = "kubectl-inject -f, one Deployment, captured configuration"
        return Case(title, self._inject(self._one), Unit.START, 1, runs)

    def krm(self, runs: int) -> Case:
        """Return the KRM function on one Deployment."""
        items = self._input("items.yaml", resource_list(deployments(1)))
        command = Command([str(PROGRAMS / "kubectl-inject-krm")], items)
        return Case("kubectl-inject-krm, one Deployment", command, Unit.START, 1, runs)

    def helm(self, runs: int) -> Case:
        """Return the post-renderer on one Deployment."""
        command = Command([str(PROGRAMS / "kubectl-inject-helm")], self._one)
        return Case("kubectl-inject-helm, one Deployment", command, Unit.START, 1, runs)

    def many(self, count: int, runs: int, *, jobs: int = 1) -> Case:
        """Return many Deployments, injected by so many processes."""
        file = self._input(f"{count}.yaml", deployments(count))
        processes = "one process" if jobs == 1 else f"--jobs {jobs}"
        command = self._inject(file, "--jobs", str(jobs))
        return Case(f"{count:,} Deployments, {processes}", command, Unit.PARSE, count, runs)

    def large(self, runs: int) -> Case:
        """Return much that is no workload, and one Deployment."""
        file = self._input("large.yaml", no_workloads(_LARGE))
        title = f"{_LARGE // 1_000_000} MB of definitions and ConfigMaps, one Deployment"
        return Case(title, self._inject(file), Unit.START, 1, runs)

    def _inject(self, file: Path, *flags: str) -> Command:
        return Command([str(PROGRAMS / "kubectl-inject"), "-f", str(file), *self._captured, *flags])
