"""Runs of the post-renderer, in this process and in a folder of the test's own."""

from __future__ import annotations

import os
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from helm_postrenderer.main import main
from helm_postrenderer.options import PREFIX
from tests.program_runs import Ended, Run, decoded, ended


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return a function that runs the program with arguments, and bytes or a text as its standard input."""
    monkeypatch.chdir(tmp_path)
    for name in os.environ:
        if name.startswith(PREFIX):
            monkeypatch.delenv(name)

    def program(*arguments: str, stdin: str | bytes = "") -> Ended:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(data)))
        return ended(main, arguments, lambda: decoded(capfdbinary.readouterr()))

    return program
