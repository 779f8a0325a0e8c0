"""Runs of the user's kubectl, so that every way of authentication that works for them works here.

Each run is bounded in time. What goes wrong becomes a ClusterError that says what to do.
"""

from __future__ import annotations

import json

from kubectl_inject.cluster.bounded_process import Reading, TooMuchOutputError, start
from kubectl_inject.concealment import without_secrets
from kubectl_inject.errors import InjectionError
from kubectl_inject.kubernetes.schema.decoding import FieldTypeError, decode, describe
from kubectl_inject.kubernetes.schema.types import field_type
from kubectl_inject.manifests.parsing.limits import nests_deeper
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    import subprocess
    from typing import Any, Self

    from kubectl_inject.cluster.bounded_process import Printed

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
_NO_CURRENT_CONTEXT = ("localhost:8080", "current-context is not set", "current-context must exist")
"""What kubectl says where no context is in force: the first is where it looks for an API server then."""
_WOULD_PROMPT = "error: EOF"
"""What kubectl says where it asks for a user name, and nobody can answer."""
_NESTING = 200
"""How deep the mappings and lists of an object may nest."""
_LAST = 64 * 1024
"""How much of its message is looked at, from the end."""
_SHOWN = 300
_FEW = 20


class ClusterError(InjectionError):
    """The cluster cannot be reached, or does not have what was requested."""


class NotFoundError(ClusterError):
    """The cluster has no such object."""


class ForbiddenError(ClusterError):
    """The cluster does not let the user do what was requested."""


@dataclass(frozen=True, slots=True)
class Kubectl:
    """How to run kubectl.

    ``timeout`` is in seconds, and for each request; kubectl itself may take ``grace`` seconds longer, before it is
    ended with all that it started. ``most_bytes`` is how much it may print.
    """

    context: str = ""
    kubeconfig: str = ""
    timeout: float = 15.0
    program: str = "kubectl"
    grace: float = 5.0
    most_bytes: int = 64 * 1024 * 1024

    def run(self, *arguments: str) -> str:
        """Run kubectl and return what it prints. Raises ClusterError."""
        with self.begin(*arguments) as request:
            return request.text()

    def begin(self, *arguments: str) -> Request:
        """Start kubectl, and read what it prints while something else is done. Raises ClusterError."""
        words = arguments[:3] if arguments[2:3] not in (("-l",), ("-n",), ("-o",)) else arguments[:2]
        return Request(self, Reading(self.start(*arguments), self.most_bytes), " ".join(words))

    def _finished(self, process: subprocess.Popen[bytes], request: str, seconds: float) -> Printed:
        return self.finished(Reading(process, self.most_bytes), request, seconds)

    def finished(self, reading: Reading, request: str, seconds: float) -> Printed:
        """Return what a run has printed, once it ends. Raises ClusterError where it takes too long, or too much."""
        try:
            return reading.finish(seconds)
        except TimeoutError:
            raise ClusterError(f"{request} took longer than {seconds:g} seconds") from None
        except TooMuchOutputError:
            raise ClusterError(f"{request} printed more than the limit of {self.most_bytes} bytes") from None

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start kubectl, with nothing on its standard input. Raises ClusterError where it cannot be run."""
        return self._start(self.command(*arguments))

    def _start(self, command: list[str]) -> subprocess.Popen[bytes]:
        try:
            return start(command)
        except FileNotFoundError:
            raise ClusterError(f"{self.program} is not on the PATH; the cluster is read with it") from None
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else error
            raise ClusterError(f"{self.program} cannot be run: {reason}") from None

    def error_of(self, process: subprocess.Popen[bytes], request: str) -> ClusterError:
        """Return the error for a run that has ended where it should go on. Raises ClusterError too."""
        done = self._finished(process, f"kubectl {request}", self.grace)
        return self.error_for(done.err.decode("utf-8", "replace"), request)

    def command(self, *arguments: str) -> list[str]:
        """Return the whole command line of a run."""
        flags = [f"--request-timeout={self.timeout:g}s", *self._kubeconfig_flags]
        flags += [f"--context={self.context}"] if self.context else []
        return [self.program, *arguments, *flags]

    def get(self, *arguments: str) -> dict[str, Any]:
        """Return the object, or the List of objects, that ``kubectl get`` finds. Raises ClusterError."""
        request = f"kubectl get {' '.join(arguments)}"
        value = json_object(self.run("get", *arguments, "-o", "json"), request)
        if "items" not in value:
            _check_metadata(value, request)
        return value

    def items(self, *arguments: str) -> list[dict[str, Any]]:
        """Return the objects of the List that ``kubectl get`` finds. Raises ClusterError."""
        request = f"kubectl get {' '.join(arguments)}"
        items = self.get(*arguments).get("items")
        if items is None:
            return []
        if not isinstance(items, list):
            raise ClusterError(f"{request}: items: expected a list, found {describe(items)}")
        for index, item in enumerate(items):
            _check_metadata(item, f"{request}: items[{index}]")
        return items

    @property
    def _where(self) -> str:
        return f"context {self.context}" if self.context else "the current context"

    @property
    def _kubeconfig_flags(self) -> list[str]:
        return [f"--kubeconfig={self.kubeconfig}"] if self.kubeconfig else []

    def error_for(self, message: str, request: str) -> ClusterError:
        """Return the error for what kubectl, or the API server, printed when it failed to do what was requested."""
        message = without_secrets(message[-_LAST:])
        lines = [line for line in message.splitlines() if line.strip()]
        last = lines[-1][:_SHOWN] if lines else "it printed no message"
        if match := _FORBIDDEN.search(message):
            return ForbiddenError(_forbidden(match))
        if "(NotFound)" in message:
            return NotFoundError(last.removeprefix("Error from server (NotFound): "))
        if match := _NO_CONTEXT.search(message):
            return ClusterError(f"no context {match[1] or match[2]!r}; {self._contexts()}")
        if match := _NO_KUBECONFIG.search(message):
            return ClusterError(f"--kubeconfig: no such file {match[1]}")
        if any(sign in message for sign in _NO_CURRENT_CONTEXT):
            return ClusterError(f"no current context; {self._contexts()}")
        if "Unauthorized" in message or "You must be logged in" in message:
            return ClusterError(f"the cluster of {self._where} does not know you: {last}")
        if last == _WOULD_PROMPT:
            return ClusterError(f"{self._where}: its user has no credentials, and kubectl would ask for a name")
        if any(sign in message for sign in _UNREACHABLE):
            return ClusterError(f"the cluster of {self._where} cannot be reached: {last}")
        return ClusterError(f"kubectl {request}: {last.removeprefix('error: ')}")

    def _contexts(self) -> str:
        """Return what to say of the contexts that there are."""
        command = [self.program, "config", "get-contexts", "-o", "name", *self._kubeconfig_flags]
        try:
            done = self._finished(self._start(command), "kubectl config get-contexts", self.timeout)
        except ClusterError:
            return "--context names one"
        names = [name[:_SHOWN] for name in done.out.decode("utf-8", "replace").split()]
        shown = ", ".join([*names[:_FEW], *(["..."] if len(names) > _FEW else [])])
        return f"--context names one of: {shown}" if names else "kubectl has none; --kubeconfig names a file"


@dataclass(frozen=True, slots=True)
class Request:
    """A run of kubectl that has begun, and that is ended with the block that it is opened for."""

    kubectl: Kubectl
    reading: Reading
    words: str

    def text(self) -> str:
        """Return what it prints, once it ends. Raises ClusterError."""
        seconds = self.kubectl.timeout + self.kubectl.grace
        done = self.kubectl.finished(self.reading, f"kubectl {self.words}", seconds)
        if done.status == 0:
            return done.out.decode("utf-8", "replace")
        raise self.kubectl.error_for(done.err.decode("utf-8", "replace"), self.words)

    def __enter__(self) -> Self:
        """Return it."""
        return self

    def __exit__(self, *_error: object) -> None:
        """End it where it still runs."""
        self.reading.end()


def json_object(text: str, request: str) -> dict[str, Any]:
    """Return an object of Kubernetes' from its JSON; ``request`` is what messages call it. Raises ClusterError."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise ClusterError(f"{request}: expected a JSON object, found {without_secrets(text[:60])!r}")
    if nests_deeper(value, _NESTING):
        raise ClusterError(f"{request}: mappings and lists nest deeper than the limit of {_NESTING}")
    return value


def _check_metadata(value: Any, place: str) -> None:
    """Raise ClusterError for what is no object with a name, or has metadata of the wrong types."""
    if not isinstance(value, dict):
        raise ClusterError(f"{place}: expected an object, found {describe(value)}")
    metadata = value.get("metadata")
    if not isinstance(metadata, dict) or not isinstance(metadata.get("name"), str):
        raise ClusterError(f"{place}: expected an object with metadata and a name")
    try:
        decode(metadata, field_type("ObjectMeta"), f"{place}: metadata", coerce=False)
    except FieldTypeError as error:
        raise ClusterError(str(error)) from None


def _forbidden(match: re.Match[str]) -> str:
    group = f".{match['group']}" if match["group"] else ""
    where = f" in namespace {match['namespace']}" if match["namespace"] else ""
    return f"the cluster does not let {match['user']} {match['verb']} {match['resource']}{group}{where}"
