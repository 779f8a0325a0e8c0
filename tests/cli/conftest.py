"""What tests of the command line share: runs of the program, in this process and in a folder of the test's own."""

from __future__ import annotations

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from kubectl_inject.cli.main import main
from tests.program_runs import Ended, Run, decoded, ended

_HEARD = ("KUBECTL_INJECT_CONFIG", "KUBECTL_EXTERNAL_DIFF", "FORCE_COLOR", "COLUMNS")
"""The environment variables that change what the program does or prints."""


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return a function that runs the program with arguments, and a text as its standard input."""
    monkeypatch.chdir(tmp_path)
    for name in _HEARD:
        monkeypatch.delenv(name, raising=False)

    def program(*arguments: str, stdin: str = "") -> Ended:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(stdin.encode())))
        return ended(main, arguments, lambda: decoded(capfdbinary.readouterr()))

    return program
