"""Run one command, and print as JSON what it took: its exit status, processor seconds and peak memory in MB.

usage: one_run.py OUTPUT_FILE COMMAND...

This is a small process for each run because Linux counts, for the peak of a process, what the process that started it
had in memory.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys


def main() -> None:
    """Run the command that the arguments name."""
    output, *command = sys.argv[1:]
    with open(output, "wb") as file:  # noqa: PTH123  # pathlib would be the most of this process's memory
        child = subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    units_in_megabyte = 1_000_000 if sys.platform == "darwin" else 1_000_000 / 1024
    took = {
        "status": os.waitstatus_to_exitcode(status),
        "seconds": usage.ru_utime + usage.ru_stime,
        "megabytes": usage.ru_maxrss / units_in_megabyte,
    }
    print(json.dumps(took))  # noqa: T201  # it is what this program is for


if __name__ == "__main__":
    main()
