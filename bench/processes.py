"""Whole processes, measured: processor time, so that others on the machine count little, and peak memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from kubectl_inject.startup.frozen import dataclass

PROGRAMS = Path(sys.executable).parent
"""Where the programs of this project are installed."""
_ONE_RUN = Path(__file__).with_name("one_run.py")


@dataclass(frozen=True, slots=True)
class Command:
    """A command, and what it reads on standard input, if anything."""

    arguments: Sequence[str]
    stdin: Path | None = None


@dataclass(frozen=True, slots=True)
class Took:
    """Processor seconds (of children too) and peak memory in MB (of the largest process), and what was written."""

    seconds: float
    megabytes: float
    output: Path


def measure(command: Command, folder: Path, runs: int, status: int = 0) -> Took:
    """Run a command several times and return the least of the seconds and the most of the memory.

    ``folder`` takes its output, and the templates that it caches: a run before those that count makes the cache warm.
    Raises RuntimeError where the command ends with another status.
    """
    took = [_run(command, folder, status) for _ in range(runs + (runs > 1))][-runs:]
    output = folder / "output"
    return Took(min(run["seconds"] for run in took), max(run["megabytes"] for run in took), output)


def _run(command: Command, folder: Path, status: int) -> dict[str, float]:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("KUBECTL_INJECT_", "PYTHON"))}
    current = folder / "current"
    current.mkdir(exist_ok=True)
    with (command.stdin or Path(os.devnull)).open("rb") as stdin:
        run = subprocess.run(
            [sys.executable, "-I", "-S", str(_ONE_RUN), str(folder / "output"), *command.arguments],
            stdin=stdin,
            capture_output=True,
            env={**own, "XDG_CACHE_HOME": str(folder / "cache"), "XDG_STATE_HOME": str(folder / "state")},
            cwd=current,
            check=True,
        )
    took: dict[str, float] = json.loads(run.stdout)
    if took["status"] != status:
        raise RuntimeError(f"exit status {took['status']}: {' '.join(command.arguments)}")
    return took
