"""What is measured: each case a command with its input, and the yardstick that fits it."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from bench.inputs import captured_files, deployments, no_workloads, resource_list
from bench.processes import PROGRAMS, Command, Took, measure
from bench.yardsticks import Yardsticks
from kubectl_inject.startup.frozen import dataclass

_LARGE = 20_000_000
_FOLDERS = 20


class Unit(Enum):
    """What a case's time is given in."""

    START = "start"
    PARSE = "parse"


@dataclass(frozen=True, slots=True)
class Case:
    """One measurement. The output must hold ``shows`` as often as ``injected`` says."""

    title: str
    command: Command
    unit: Unit
    injected: int
    runs: int
    shows: bytes = b"name: istio-proxy\n"
    status: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """What a case took: processor seconds, the same as a multiple of its yardstick, and peak memory in MB."""

    case: Case
    seconds: float
    ratio: float
    megabytes: float


def run_case(case: Case, yardsticks: Yardsticks, folder: Path) -> Result:
    """Measure a case. Raises RuntimeError where the command fails or does not inject."""
    took = measure(case.command, folder, case.runs, case.status)
    _check(case, took)
    yardstick = yardsticks.start if case.unit is Unit.START else yardsticks.parse
    return Result(case, took.seconds, took.seconds / yardstick, took.megabytes)


def _check(case: Case, took: Took) -> None:
    injected = took.output.read_bytes().count(case.shows)
    if injected != case.injected:
        raise RuntimeError(f"{case.title}: expected {case.injected} times {case.shows!r}, found {injected}")


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

    def tree(self, count: int, runs: int) -> Case:
        """Return a tree of files with a Deployment each, injected into another one."""
        tree = self._folder / f"tree-{count}"
        for number, text in enumerate(deployments(count).split("---\n")[1:]):
            file = tree / str(number % _FOLDERS) / f"{number}.yaml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        command = self._inject(tree, "-R", "--output-dir", str(self._folder / "injected"))
        return Case(f"{count:,} files with a Deployment each, --output-dir", command, Unit.PARSE, 0, runs)

    def check(self, count: int, runs: int) -> Case:
        """Return the check of many Deployments, none of which is injected."""
        command = self._command("check", count, "-o", "sarif")
        return Case(f"check -o sarif, {count:,} Deployments", command, Unit.PARSE, count, runs, b'"ruleId"', 1)

    def diff(self, count: int, runs: int) -> Case:
        """Return the diff of many Deployments."""
        command = self._command("diff", count)
        return Case(f"diff, {count:,} Deployments", command, Unit.PARSE, count, runs, status=1)

    def explain(self, count: int, runs: int) -> Case:
        """Return the explanation of many Deployments."""
        command = self._command("explain", count, "-o", "json")
        shown = b'"outcome": "injected"'
        return Case(f"explain -o json, {count:,} Deployments", command, Unit.PARSE, count, runs, shown)

    def uninject(self, count: int, runs: int) -> Case:
        """Return the way back of many Deployments that were injected."""
        given = self._input(f"{count}.yaml", deployments(count))
        output = measure(self._inject(given), self._folder, 1).output
        injected = output.rename(self._folder / f"injected-{count}.yaml")
        command = Command([str(PROGRAMS / "kubectl-inject"), "uninject", "-f", str(injected)])
        return Case(f"uninject, {count:,} Deployments", command, Unit.PARSE, 0, runs)

    def krm_many(self, count: int, runs: int) -> Case:
        """Return the KRM function on many Deployments."""
        items = self._input(f"items-{count}.yaml", resource_list(deployments(count)))
        command = Command([str(PROGRAMS / "kubectl-inject-krm")], items)
        return Case(f"kubectl-inject-krm, {count:,} Deployments", command, Unit.PARSE, count, runs)

    def helm_many(self, count: int, runs: int) -> Case:
        """Return the post-renderer on many Deployments."""
        command = Command([str(PROGRAMS / "kubectl-inject-helm")], self._input(f"{count}.yaml", deployments(count)))
        return Case(f"kubectl-inject-helm, {count:,} Deployments", command, Unit.PARSE, count, runs)

    def _command(self, name: str, count: int, *flags: str) -> Command:
        file = self._input(f"{count}.yaml", deployments(count))
        return Command([str(PROGRAMS / "kubectl-inject"), name, "-f", str(file), *self._captured, *flags])

    def large(self, runs: int) -> Case:
        """Return much that is no workload, and one Deployment."""
        file = self._input("large.yaml", no_workloads(_LARGE))
        title = f"{_LARGE // 1_000_000} MB of definitions and ConfigMaps, one Deployment"
        return Case(title, self._inject(file), Unit.START, 1, runs)

    def _inject(self, file: Path, *flags: str) -> Command:
        return Command([str(PROGRAMS / "kubectl-inject"), "-f", str(file), *self._captured, *flags])
