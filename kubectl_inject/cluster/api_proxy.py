"""The API server over HTTP, through ``kubectl proxy``: for calls that need more of HTTP than kubectl's commands give.

The proxy listens on a socket in a folder of its own that only this user can enter, and lets one path through.
"""

from __future__ import annotations

import http.client
import json
import re
import socket
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from kubectl_inject.cluster.bounded_process import end, has_ended
from kubectl_inject.cluster.kubectl import ClusterError, Kubectl
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

_POLL = 0.02
_JSON = "application/json"


@dataclass(frozen=True, slots=True)
class ApiProxy:
    """A running proxy. ``timeout`` is in seconds, and for each call."""

    kubectl: Kubectl
    address: Path

    def post(self, path: str, body: bytes) -> bytes:
        """Post JSON to a path of the API server, and return what it answers.

        Raises ClusterError, or NotFoundError, where that is no success.
        """
        connection = _UnixConnection(self.address, self.kubectl.timeout)
        try:
            with connection.ended_after(self.kubectl.timeout):
                connection.request("POST", path, body, {"Content-Type": _JSON, "Host": "localhost"})
                response = connection.getresponse()
                answer = response.read(self.kubectl.most_bytes + 1)
        except (OSError, http.client.HTTPException) as error:
            if connection.is_late or isinstance(error, TimeoutError):
                raise ClusterError(f"{path}: no answer within {self.kubectl.timeout:g} seconds") from None
            raise ClusterError(f"{path}: kubectl proxy does not answer: {error}") from None
        finally:
            connection.close()
        if connection.is_late:
            raise ClusterError(f"{path}: no answer within {self.kubectl.timeout:g} seconds")
        if len(answer) > self.kubectl.most_bytes:
            raise ClusterError(f"{path}: the answer is larger than the limit of {self.kubectl.most_bytes} bytes")
        if response.status != http.HTTPStatus.OK:
            raise self.kubectl.error_for(_message(answer, response), path)
        return answer


@contextmanager
def api_proxy(kubectl: Kubectl, path: str) -> Iterator[ApiProxy]:
    """Run ``kubectl proxy`` for one path of the API server while the block lasts. Raises ClusterError."""
    if not hasattr(socket, "AF_UNIX"):
        raise ClusterError(
            "the cluster's injector is asked through a Unix socket, which Python does not have on this system; run "
            "this on Linux or macOS, or in WSL"
        )
    with tempfile.TemporaryDirectory(prefix="kubectl-inject-") as folder:
        address = Path(folder) / "api"
        accepted = f"^{re.escape(path)}$"
        process = kubectl.start("proxy", f"--unix-socket={address}", f"--accept-paths={accepted}")
        try:
            _wait_for(address, process, kubectl)
            yield ApiProxy(kubectl, address)
        finally:
            end(process)


def _wait_for(address: Path, process: subprocess.Popen[bytes], kubectl: Kubectl) -> None:
    deadline = time.monotonic() + kubectl.timeout
    while not address.exists():
        if has_ended(process):
            raise kubectl.error_of(process, "proxy")
        if time.monotonic() > deadline:
            raise ClusterError(f"kubectl proxy did not start within {kubectl.timeout:g} seconds")
        time.sleep(_POLL)


def _message(answer: bytes, response: http.client.HTTPResponse) -> str:
    """Return what an answer that is no success says, in the form that kubectl would print it in."""
    try:
        status = json.loads(answer)
        return f"Error from server ({status['reason']}): {status['message']}"
    except (ValueError, LookupError, TypeError, RecursionError):
        return f"{response.status} {response.reason}: {answer[:200].decode('utf-8', 'replace').strip()}"


class _UnixConnection(http.client.HTTPConnection):
    """HTTP over a Unix socket."""

    def __init__(self, address: Path, timeout: float) -> None:
        super().__init__("localhost", timeout=timeout)
        self._address = address
        self.is_late = False

    @contextmanager
    def ended_after(self, seconds: float) -> Iterator[None]:
        """End the connection where the block takes longer, however often the other side sends something."""
        timer = threading.Timer(seconds, self._end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _end(self) -> None:
        self.is_late = True
        with suppress(OSError, AttributeError):
            self.sock.shutdown(socket.SHUT_RDWR)

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self._address))
