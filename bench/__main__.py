"""Print the table of all measurements: ``python -m bench``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.cases import Cases, run_case
from bench.yardsticks import take_yardsticks

_PROCESSES = 2


def main() -> None:
    """Measure and print, a line as soon as it is known."""
    with tempfile.TemporaryDirectory(prefix="kubectl-inject-bench-") as name:
        folder = Path(name)
        yardsticks = take_yardsticks(folder)
        _say(f"yardsticks: start {yardsticks.start:.3f} s, parse {yardsticks.parse:.3f} s\n")
        _say(f"{'':58} {'seconds':>8} {'':>14} {'peak MB':>8}")
        cases = Cases(folder)
        for case in (
            cases.one(runs=20),
            cases.krm(runs=20),
            cases.helm(runs=20),
            cases.many(100, runs=5),
            cases.many(1000, runs=3),
            cases.many(1000, runs=3, jobs=_PROCESSES),
            cases.many(5000, runs=1),
            cases.many(5000, runs=1, jobs=_PROCESSES),
            cases.tree(1000, runs=3),
            cases.check(1000, runs=3),
            cases.diff(1000, runs=3),
            cases.explain(1000, runs=3),
            cases.uninject(1000, runs=3),
            cases.krm_many(1000, runs=3),
            cases.helm_many(1000, runs=3),
            cases.check(5000, runs=1),
            cases.diff(5000, runs=1),
            cases.explain(5000, runs=1),
            cases.large(runs=5),
        ):
            result = run_case(case, yardsticks, folder)
            multiple = f"{result.ratio:.2f} x {case.unit.value}"
            _say(f"{case.title:58} {result.seconds:8.3f} {multiple:>14} {result.megabytes:8.0f}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
