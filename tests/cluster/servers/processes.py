"""Servers that run while tests do, and end with them."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_PATIENCE = 90.0
"""Seconds that a server may take to start; a loaded machine is slow."""


@dataclass(frozen=True, slots=True)
class ServerProcess:
    """A running server, and the file with what it wrote."""

    process: subprocess.Popen[bytes]
    log: Path

    def wait_until(self, ready: Callable[[], bool]) -> None:
        """Wait until the server is ready; RuntimeError with the end of its log where that does not come."""
        give_up = time.monotonic() + _PATIENCE
        while not ready():
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.log.name}: ended with {self.process.returncode}: {self._last_lines()}")
            if time.monotonic() > give_up:
                raise RuntimeError(f"{self.log.name}: not ready after {_PATIENCE} s: {self._last_lines()}")
            time.sleep(0.1)

    def _last_lines(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-20:])


@contextmanager
def server_process(arguments: Sequence[str], log: Path, **environment: str) -> Iterator[ServerProcess]:
    """Run a server until the block ends.

    It sees no proxies of ours: what it calls is on this machine.
    """
    inherited = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    with log.open("wb") as output:
        process = subprocess.Popen(
            arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env={**inherited, **environment}
        )
    try:
        yield ServerProcess(process, log)
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def free_port(address: str) -> int:
    """Return a port of an address that nothing listens on."""
    with socket.socket() as listener:
        listener.bind((address, 0))
        port: int = listener.getsockname()[1]
    return port


def accepts_connections(address: str, port: int) -> bool:
    """Whether something listens there."""
    try:
        socket.create_connection((address, port), timeout=1).close()
    except OSError:
        return False
    return True


def address_beyond_loopback() -> str | None:
    """Return an address of this machine that is not loopback, None where it has none.

    A datagram socket knows its own address once it is connected; nothing is sent.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
        try:
            datagrams.connect(("203.0.113.1", 9))
        except OSError:
            return None
        address: str = datagrams.getsockname()[0]
    return None if address.startswith("127.") else address


def children_of(pid: int) -> list[int]:
    """Return the processes that a process has started, and that have not ended."""
    return [int(text) for text in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
