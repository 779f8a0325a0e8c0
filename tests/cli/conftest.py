"""What tests of the command line share: runs of the program, in this process and in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

import pytest

from kubectl_inject.cli.main import main

_HEARD = ("KUBECTL_INJECT_CONFIG", "KUBECTL_EXTERNAL_DIFF", "FORCE_COLOR", "COLUMNS")
"""The environment variables that change what the program does or prints."""


class Ended(NamedTuple):
    """What a run came to: exit status, standard output, standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return a function that runs the program with arguments, and a text as its standard input."""
    monkeypatch.chdir(tmp_path)
    for name in _HEARD:
        monkeypatch.delenv(name, raising=False)

    def program(*arguments: str, stdin: str = "") -> Ended:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as exited:
            main(list(arguments))
        out, err = (stream.decode() for stream in capfdbinary.readouterr())
        code = exited.value.code
        # Python prints a text that sys.exit is given, and exits with 1.
        return Ended(1, out, err + code) if isinstance(code, str) else Ended(int(code or 0), out, err)

    return program
