"""Programs that end in time, print no more than a bound, and leave nothing running where they did not.

A program gets a group of its own, so that what it started, such as a plugin that fetches credentials, ends with it.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import threading
import time

from kubectl_inject.concealment import without_secrets
from kubectl_inject.errors import InjectionError
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Sequence
    from typing import IO

_CHUNK = 64 * 1024
_POLL = 0.05
_LINGER = 0.5
"""For how many seconds to read on after the program has ended: what it left running may hold its output open."""
_SECONDS = 120.0
"""How long a program may take by default: it may fetch charts and remote bases."""
_MOST_SHOWN = 1000
"""How much of a program's message is shown, from the end."""


class TooMuchOutputError(Exception):
    """A program printed more than it may."""


class ProgramError(InjectionError):
    """A program cannot be run, fails, takes too long or prints too much."""


class MissingProgramError(ProgramError):
    """A program is not on the PATH."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a program printed, and the status that it ended with."""

    status: int
    out: bytes
    err: bytes


def start(command: Sequence[str], folder: str | None = None) -> subprocess.Popen[bytes]:
    """Start a program in a group of its own, in a folder, with nothing on its standard input. Raises OSError."""
    return subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        start_new_session=True,
    )


def output_of(
    command: Sequence[str],
    most_bytes: int,
    *,
    folder: str | None = None,
    seconds: float = _SECONDS,
    unnamed: str = "",
) -> bytes:
    """Return what a program prints on standard output, no more than ``most_bytes``; it runs in a folder.

    Messages call it by its first two words, such as ``helm template``; ``unnamed`` is a folder whose place they leave
    out. Raises ProgramError.
    """
    name = " ".join(command[:2])
    try:
        printed = Reading(start(command, folder), most_bytes).finish(seconds)
    except FileNotFoundError:
        raise MissingProgramError(f"{command[0]} is not on the PATH") from None
    except TimeoutError:
        raise ProgramError(f"{name} took longer than {seconds:g} seconds") from None
    except TooMuchOutputError:
        raise ProgramError(f"{name} printed more than the limit of {most_bytes} bytes") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise ProgramError(f"{name} cannot be run: {reason}") from None
    if printed.status != 0:
        message = without_secrets(printed.err.decode("utf-8", "replace").strip())
        if unnamed:
            message = message.replace(f"{unnamed}{os.sep}", "").replace(unnamed, ".")
        message = message.removeprefix("Error: ").removeprefix("error: ")[-_MOST_SHOWN:]
        raise ProgramError(f"{name} failed: {message or f'status {printed.status}'}")
    return printed.out


class Reading:
    """A program that runs, and whose output is read while something else may be done."""

    def __init__(self, process: subprocess.Popen[bytes], most_bytes: int) -> None:
        """Begin to read, up to a bound."""
        self._process = process
        streams = (process.stdout, process.stderr)
        self._readers = [_Reader(stream, most_bytes) for stream in streams if stream is not None]

    def finish(self, seconds: float) -> Printed:
        """Return what the program has printed, once it ends. Raises TimeoutError or TooMuchOutputError.

        It is ended with its group where it does not end by itself within so many seconds, and where the user
        interrupts.
        """
        deadline = time.monotonic() + seconds
        is_done = False
        try:
            for reader in self._readers:
                reader.wait(self._process, deadline)
            self._process.wait(max(0.0, deadline - time.monotonic()))
            is_done = True
        except subprocess.TimeoutExpired:
            raise TimeoutError from None
        finally:
            if not is_done:
                self.end()
        out, err = (reader.data for reader in self._readers)
        return Printed(self._process.returncode, out, err)

    def end(self) -> None:
        """End the program where it still runs."""
        end(self._process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a program at once, and all that it started."""
    if process.returncode is None:
        kill_group(process)
    process.wait()


def kill_group(process: subprocess.Popen[bytes] | Process) -> None:
    """Kill a program that has a group of its own, with that; nobody may have waited for it, for its number's sake."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def has_ended(process: subprocess.Popen[bytes]) -> bool:
    """Whether a program has ended; its number stays its own where the system can tell without taking that away."""
    if process.returncode is None and hasattr(os, "waitid"):
        return os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    return process.poll() is not None


class _Reader:
    """Reads a stream in a thread of its own, up to a bound.

    The thread is left behind where a process that has left the group holds the stream open.
    """

    def __init__(self, stream: IO[bytes], most: int) -> None:
        self._stream = stream
        self._most = most
        self._parts: list[bytes] = []
        self._is_over = False
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    @property
    def data(self) -> bytes:
        """What was read."""
        return b"".join(self._parts)

    def wait(self, process: subprocess.Popen[bytes], deadline: float) -> None:
        """Wait for the stream's end, or a little longer than the process runs. Raises as ``finish`` does."""
        while self._thread.is_alive():
            self._thread.join(_POLL)
            if self._thread.is_alive() and has_ended(process):
                self._thread.join(_LINGER)
                break
            if time.monotonic() > deadline:
                raise TimeoutError
        if self._is_over:
            raise TooMuchOutputError

    def _read(self) -> None:
        size = 0
        with self._stream:
            while chunk := self._stream.read(_CHUNK):
                size += len(chunk)
                if size > self._most:
                    self._is_over = True
                    return
                self._parts.append(chunk)
