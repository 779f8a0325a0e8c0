"""The edge of every program: the one place where whatever goes wrong becomes a line and an exit status."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

from kubectl_inject.errors import InjectionError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType
    from typing import Any, NoReturn

_TRACEBACK = "KUBECTL_INJECT_TRACEBACK"
"""The variable with which a bug shows where in the code it is."""

_LONGEST = 300
_INTERRUPTED = 130


def run_program(work: Callable[[], None], *, failure: int = 1) -> int:
    """Do a program's work, and return its exit status.

    What goes wrong is reported in one line on standard error, and gives the status ``failure``. A failure that nobody
    foresaw says that it is a bug, and what was being read. The work may raise SystemExit with a status of its own.
    """
    _replace_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            _write_as_kubectl(stream)
    try:
        status = _status_of(work)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has gone; nothing more can reach them.
        _discard(sys.stdout)
        return failure
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001  # the edge
        _report(_message(error))
        if isinstance(error, OSError):
            _discard(sys.stdout)
        return failure
    return status


def _status_of(work: Callable[[], None]) -> int:
    try:
        work()
    except SystemExit as ended:
        if isinstance(ended.code, str):
            raise InjectionError(ended.code) from None
        return int(ended.code or 0)
    return 0


def _message(error: Exception) -> str:
    match error:
        case InjectionError():
            return str(error)
        case OSError(filename=None):
            return f"standard output cannot be written: {error.strerror or error}"
        case RecursionError():
            return f"{_being_read(error)}mappings and lists nest too deep"
        case MemoryError():
            return f"{_being_read(error)}there is not enough memory for it"
    if os.environ.get(_TRACEBACK):
        import traceback

        traceback.print_exception(error)
    found = " ".join(f"{type(error).__name__}: {error}".split())
    return (
        f"{_being_read(error)}this is a bug of kubectl-inject: {found[:_LONGEST]!r}. Please report it, with the "
        f"manifest that shows it and with what {_TRACEBACK}=1 adds to this message"
    )


def _being_read(error: Exception) -> str:
    """Return what was being read when an error came up, with a colon, as the frames of its traceback tell."""
    from kubectl_inject.manifests.stream import Document

    found = ""
    for frame in _frames(error.__traceback__):
        for value in frame.values():
            if isinstance(value, Document):
                found = f"{value.source}: document {value.index}: "
    return found


def _frames(traceback: TracebackType | None) -> Iterator[dict[str, Any]]:
    while traceback is not None:
        yield traceback.tb_frame.f_locals
        traceback = traceback.tb_next


def _report(message: str) -> None:
    from kubectl_inject.printable import printable_lines

    try:
        sys.stderr.write("\n".join(printable_lines(f"error: {message}")) + "\n")
        sys.stderr.flush()
    except OSError:
        _discard(sys.stderr)


def _discard(stream: Any) -> None:
    """Let what a stream still holds, and cannot write, go nowhere when the process ends."""
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _replace_closed_streams() -> None:
    """Where whoever started the program has closed a standard stream, say so once somebody wants to use it."""
    if sys.stdin is None:
        sys.stdin = _ClosedStream("standard input")
    if sys.stdout is None:
        sys.stdout = _ClosedStream("standard output")
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # it goes with the process


def _write_as_kubectl(stream: TextIOWrapper) -> None:
    """Have a stream written in UTF-8, and with line ends as they are: Python would go by the system.

    A terminal keeps the characters that it has, and is shown others as escapes.
    """
    if stream.encoding.lower() != "utf-8":
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    if os.linesep != "\n":
        stream.reconfigure(newline="\n")


class _ClosedStream:
    """A standard stream that is closed. Whatever reads or writes it raises InjectionError."""

    def __init__(self, name: str) -> None:
        self._name = name

    @property
    def buffer(self) -> NoReturn:
        raise self._error()

    def write(self, _text: str) -> NoReturn:
        raise self._error()

    def writelines(self, _texts: Iterable[str]) -> NoReturn:
        raise self._error()

    def _error(self) -> InjectionError:
        return InjectionError(f"{self._name} is closed")

    def flush(self) -> None:
        """Do nothing: nothing was written."""

    def isatty(self) -> bool:
        """Return that it is no terminal."""
        return False

    def fileno(self) -> NoReturn:
        raise OSError(f"{self._name} is closed")
