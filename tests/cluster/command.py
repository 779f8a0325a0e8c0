"""The command, run in this process against the real API server, through the real kubectl."""

from __future__ import annotations

import pytest

from kubectl_inject.cli.main import main
from tests.program_runs import Run, ended

__all__ = ["Run", "runner"]


def runner(capfd: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs the command with arguments."""
    return lambda *arguments: ended(main, arguments, capfd.readouterr)
