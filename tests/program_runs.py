"""Runs of a program of this project in the process of the tests."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from typing import NamedTuple

import pytest


class Ended(NamedTuple):
    """What a run came to: exit status, standard output, standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


def ended(
    main: Callable[[list[str]], None], arguments: tuple[str, ...], printed: Callable[[], tuple[str, str]]
) -> Ended:
    """Run a program's main function; ``printed`` returns what was written to standard output and error since."""
    with pytest.raises(SystemExit) as exited:
        main(list(arguments))
    code = exited.value.code
    out, err = printed()
    # Python prints a text that sys.exit is given, and exits with 1.
    return Ended(1, out, err + code) if isinstance(code, str) else Ended(int(code or 0), out, err)


def decoded(read: tuple[bytes, bytes]) -> tuple[str, str]:
    """Return what was captured as bytes, as texts."""
    out, err = read
    return out.decode(), err.decode()


def program_runner(
    main: Callable[[list[str]], None], captured: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """Return a function that runs a program with arguments, and a text or bytes as its standard input."""

    def run(*arguments: str, stdin: str | bytes = "") -> Ended:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(data)))
        return ended(main, arguments, lambda: decoded(captured.readouterr()))

    return run
