"""A program that goes on after all looks for garbage as often as others do."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import gc
from kubectl_inject.startup.brief_process import collect_again, collect_rarely
usual = gc.get_threshold()[0]
collect_rarely()
rare = gc.get_threshold()[0]
collect_again()
print(usual <= 10_000 < rare, gc.get_threshold()[0] <= 10_000, gc.isenabled(), gc.get_freeze_count() > 1000)
"""


def test_collecting_again() -> None:
    run = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout == "True True True True\n"
