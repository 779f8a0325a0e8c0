"""Runs of the post-renderer, in this process and in a folder of the test's own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from helm_postrenderer.main import main
from kubectl_inject.settings.environment import PREFIX
from tests.program_runs import Run, program_runner


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return a function that runs the program."""
    monkeypatch.chdir(tmp_path)
    for name in os.environ:
        if name.startswith(PREFIX):
            monkeypatch.delenv(name)
    return program_runner(main, capfdbinary, monkeypatch)
