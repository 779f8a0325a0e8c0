"""Runs of the user's kubectl, so that every way of authentication that works for them works here.

Each run is bounded in time. What goes wrong becomes a ClusterError that says what to do.
"""

from __future__ import annotations

import json
import subprocess

from kubectl_inject.errors import InjectionError
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Any

_FORBIDDEN = pattern(
    r'(?:(?P<object>\S+) )?is forbidden: User "(?P<user>[^"]*)" cannot (?P<verb>\S+) resource "(?P<resource>[^"]+)"'
    r'(?: in API group "(?P<group>[^"]*)")?(?: in the namespace "(?P<namespace>[^"]*)")?'
)
_NO_CONTEXT = pattern(r'context "([^"]*)" does not exist|context was not found for specified context: (\S+)')
_NO_KUBECONFIG = pattern(r"error: stat (.+): no such file or directory")
_UNREACHABLE = (
    "Unable to connect to the server",
    "The connection to the server",
    "connection refused",
    "request canceled",
    "i/o timeout",
    "TLS handshake",
    "no such host",
    "context deadline exceeded",
    "couldn't get current server API group list",
)
_NOT_CONFIGURED = "localhost:8080"
"""Where kubectl looks for an API server when no context names one."""
_WOULD_PROMPT = "error: EOF"
"""What kubectl says where it asks for a user name, and nobody can answer."""
_GRACE = 5.0
"""For how many seconds longer than its requests kubectl itself may take, before it is stopped."""
_SHOWN = 300


class ClusterError(InjectionError):
    """The cluster cannot be asked, or has not what was asked for."""


class NotFoundError(ClusterError):
    """The cluster has no such object."""


@dataclass(frozen=True, slots=True)
class Kubectl:
    """How to run kubectl. ``timeout`` is in seconds, and for each request."""

    context: str = ""
    kubeconfig: str = ""
    timeout: float = 15.0
    program: str = "kubectl"

    def run(self, *arguments: str) -> str:
        """Run kubectl and return what it prints. Raises ClusterError."""
        process = self.start(*arguments)
        try:
            out, err = process.communicate(timeout=self.timeout + _GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            asked = " ".join(arguments[:3])
            raise ClusterError(f"kubectl {asked} took longer than {self.timeout + _GRACE:g} seconds") from None
        if process.returncode == 0:
            return out.decode("utf-8", "replace")
        raise self.error_for(err.decode("utf-8", "replace"), " ".join(arguments[:3]))

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start kubectl, with nothing on its standard input. Raises ClusterError where it cannot be run."""
        try:
            return subprocess.Popen(
                self.command(*arguments),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except FileNotFoundError:
            raise ClusterError(f"{self.program} is not on the PATH; the cluster is read with it") from None
        except OSError as error:
            raise ClusterError(f"{self.program} cannot be run: {error.strerror or error}") from None

    def command(self, *arguments: str) -> list[str]:
        """Return the whole command line of a run."""
        flags = [f"--request-timeout={self.timeout:g}s", *self._kubeconfig_flags]
        flags += [f"--context={self.context}"] if self.context else []
        return [self.program, *arguments, *flags]

    def get(self, *arguments: str) -> dict[str, Any]:
        """Return the object, or the List of objects, that ``kubectl get`` finds. Raises ClusterError."""
        text = self.run("get", *arguments, "-o", "json")
        try:
            value = json.loads(text)
        except json.JSONDecodeError:
            value = None
        if not isinstance(value, dict):
            raise ClusterError(f"kubectl get {' '.join(arguments)}: expected a JSON object, found {text[:60]!r}")
        return value

    def items(self, *arguments: str) -> list[dict[str, Any]]:
        """Return the objects of the List that ``kubectl get`` finds. Raises ClusterError."""
        items = self.get(*arguments).get("items")
        return items if isinstance(items, list) else []

    @property
    def _where(self) -> str:
        return f"context {self.context}" if self.context else "the current context"

    @property
    def _kubeconfig_flags(self) -> list[str]:
        return [f"--kubeconfig={self.kubeconfig}"] if self.kubeconfig else []

    def error_for(self, said: str, asked: str) -> ClusterError:
        """Return the error for what kubectl, or the API server, said when it failed to do what it was asked."""
        lines = [line for line in said.splitlines() if line.strip()]
        last = (lines[-1] if lines else "it said nothing")[:_SHOWN]
        if match := _FORBIDDEN.search(said):
            return ClusterError(_forbidden(match))
        if "(NotFound)" in said:
            return NotFoundError(last.removeprefix("Error from server (NotFound): "))
        if match := _NO_CONTEXT.search(said):
            return ClusterError(f"no context {match[1] or match[2]!r}; {self._contexts()}")
        if match := _NO_KUBECONFIG.search(said):
            return ClusterError(f"--kubeconfig: no such file {match[1]}")
        if _NOT_CONFIGURED in said or "current-context is not set" in said:
            return ClusterError(f"no current context; {self._contexts()}")
        if "Unauthorized" in said or "You must be logged in" in said:
            return ClusterError(f"the cluster of {self._where} does not know you: {last}")
        if last == _WOULD_PROMPT:
            return ClusterError(f"{self._where}: its user has no credentials, and kubectl would ask for a name")
        if any(sign in said for sign in _UNREACHABLE):
            return ClusterError(f"the cluster of {self._where} cannot be reached: {last}")
        return ClusterError(f"kubectl {asked}: {last.removeprefix('error: ')}")

    def _contexts(self) -> str:
        """Return what to say of the contexts that there are."""
        try:
            done = subprocess.run(
                [self.program, "config", "get-contexts", "-o", "name", *self._kubeconfig_flags],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=self.timeout,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return "--context names one"
        names = done.stdout.decode("utf-8", "replace").split()
        return f"--context names one of: {', '.join(names)}" if names else "kubectl has none; --kubeconfig names a file"


def _forbidden(match: re.Match[str]) -> str:
    group = f".{match['group']}" if match["group"] else ""
    where = f" in namespace {match['namespace']}" if match["namespace"] else ""
    return f"the cluster does not let {match['user']} {match['verb']} {match['resource']}{group}{where}"
