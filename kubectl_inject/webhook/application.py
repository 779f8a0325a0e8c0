"""The webhook as an ASGI application: injections, health and metrics; it knows nothing of sockets.

https://asgi.readthedocs.io/en/latest/specs/www.html
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, MutableMapping, Sequence
from http import HTTPStatus
from typing import Any, Protocol

from kubectl_inject.errors import InjectionError
from kubectl_inject.istio.injection_path import cleaned, is_injection_path
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.webhook.event_log import EventLog, Level
from kubectl_inject.webhook.limits import DEFAULT_LIMITS, ServerLimits
from kubectl_inject.webhook.metrics import CONTENT_TYPE, Failure, Metrics
from kubectl_inject.webhook.review.pod_review import Outcome, Reviewed, Verdict
from kubectl_inject.webhook.workers.worker import Failed

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

CLIENT_NAMES = "kubectl_inject.client_names"
"""The extension of a scope that holds the names in the caller's certificate, where it showed a valid one."""
_LONGEST_NUMBER = 20
"""In digits; Python itself refuses to read some thousands."""
_JSON, _TEXT = "application/json", "text/plain; charset=utf-8"


class Reviewing(Protocol):
    """What answers AdmissionReviews, and knows whether it can."""

    async def review(self, body: bytes, path: str, seconds: float) -> Reviewed | Failed:
        """Answer an AdmissionReview within some seconds; see PodReviewer. Raises InjectionError where nobody could."""

    def unready(self) -> str:
        """Return why no requests should come, empty where they should."""

    def notes(self) -> Sequence[str]:
        """Return what does not go well, though requests may come."""


@dataclass(frozen=True, slots=True)
class Clients:
    """Who may ask for injections: anybody, or who shows a certificate, of one of some names where there are any."""

    need_certificate: bool = False
    names: frozenset[str] = frozenset()

    def may_ask(self, shown: Iterable[str] | None) -> bool:
        """Whether a caller may ask, by the names in its certificate, None where it showed none."""
        if not self.need_certificate:
            return True
        return shown is not None and (not self.names or not self.names.isdisjoint(shown))


@dataclass(frozen=True, slots=True)
class _Answer:
    status: HTTPStatus
    body: bytes
    content_type: str = _TEXT
    closes: bool = False
    """Whether the connection must end, because the request's body was not read to its end."""


class _RequestError(Exception):
    """A request that is not decided: how it is answered, and what is counted."""

    def __init__(self, status: HTTPStatus, failure: Failure, message: str, *, closes: bool = False) -> None:
        super().__init__(message)
        self.answer = _Answer(status, f"{message}\n".encode(), closes=closes)
        self.failure = failure
        self.message = message


class _ClientGoneError(Exception):
    """The caller went away before its request was whole: nobody is left to answer."""


class WebhookApplication:
    """Answers ``POST /inject...``, and ``GET`` of ``/healthz``, ``/readyz`` and ``/metrics``."""

    def __init__(
        self,
        reviewing: Reviewing,
        metrics: Metrics,
        log: EventLog,
        *,
        limits: ServerLimits = DEFAULT_LIMITS,
        clients: Clients | None = None,
    ) -> None:
        """Let ``reviewing`` answer; anybody may ask where ``clients`` does not say who."""
        self._reviewing = reviewing
        self._metrics = metrics
        self._log = log
        self._limits = limits
        self._clients = clients or Clients()
        self._under_way = 0
        self._held = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI has it."""
        if scope["type"] != "http":
            return
        scope["path"] = cleaned(scope["path"])
        if is_injection_path(scope["path"]):
            await self._inject(scope, receive, send)
        else:
            await _send_answer(self._plain_answer(scope), send)

    def _plain_answer(self, scope: Scope) -> _Answer:
        if scope["path"] not in ("/healthz", "/readyz", "/metrics"):
            return _Answer(HTTPStatus.NOT_FOUND, b"not found\n")
        if scope["method"] not in ("GET", "HEAD"):
            return _Answer(HTTPStatus.METHOD_NOT_ALLOWED, b"expected GET\n", closes=True)
        if scope["path"] == "/metrics":
            return _Answer(HTTPStatus.OK, self._metrics.text(), CONTENT_TYPE)
        if scope["path"] == "/healthz":
            return _Answer(HTTPStatus.OK, b"ok\n")
        problem = self._reviewing.unready()
        lines = [problem or "ok", *self._reviewing.notes()]
        status = HTTPStatus.SERVICE_UNAVAILABLE if problem else HTTPStatus.OK
        return _Answer(status, "".join(f"{line}\n" for line in lines).encode())

    async def _inject(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = time.perf_counter()
        self._under_way += 1
        self._metrics.in_flight.set(self._under_way)
        try:
            answer = await self._answer_in_time(scope, receive, started)
            await _send_answer(answer, send)
            self._metrics.count_answer(answer.status, time.perf_counter() - started)
        except _ClientGoneError:
            self._fail(Failure.CUT_OFF, "the caller went away before its request was whole")
        finally:
            self._under_way -= 1
            self._metrics.in_flight.set(self._under_way)

    async def _answer_in_time(self, scope: Scope, receive: Receive, started: float) -> _Answer:
        body = None
        try:
            self._check(scope)
            with self._holding() as hold:
                async with asyncio.timeout(self._left(started)):
                    body = await self._body(scope, receive, hold)
                    return await self._review(body, scope["path"], started)
        except TimeoutError:
            error = _too_slow(self._limits.request_seconds, arrived=body is not None)
        except _RequestError as found:
            error = found
        self._fail(error.failure, error.message)
        return error.answer

    @contextlib.contextmanager
    def _holding(self) -> Iterator[Callable[[int], None]]:
        """Yield what is told of bytes that are held until the block ends, and refuses them where there are too many."""
        mine = 0

        def hold(size: int) -> None:
            nonlocal mine
            mine += size
            self._held += size
            if self._held > self._limits.held_bytes:
                message = "too many bytes of requests are under way"
                raise _RequestError(HTTPStatus.TOO_MANY_REQUESTS, Failure.OVERLOAD, message, closes=True)

        try:
            yield hold
        finally:
            self._held -= mine

    def _check(self, scope: Scope) -> None:
        if scope["method"] != "POST":
            raise _bad_request("expected POST", HTTPStatus.METHOD_NOT_ALLOWED)
        if not self._clients.may_ask((scope.get("extensions") or {}).get(CLIENT_NAMES)):
            message = "expected a client certificate of one who may ask"
            raise _RequestError(HTTPStatus.FORBIDDEN, Failure.NO_CLIENT_CERTIFICATE, message, closes=True)
        if self._under_way > self._limits.concurrent:
            message = f"{self._limits.concurrent} requests are under way, which is the limit"
            raise _RequestError(HTTPStatus.TOO_MANY_REQUESTS, Failure.OVERLOAD, message, closes=True)
        found = _header(scope, b"content-type").decode("latin-1").partition(";")[0].strip().lower()
        if found != _JSON:
            raise _bad_request(
                f"expected content of type {_JSON}, found {found or 'nothing'}", HTTPStatus.UNSUPPORTED_MEDIA_TYPE
            )

    async def _body(self, scope: Scope, receive: Receive, hold: Callable[[int], None]) -> bytes:
        length = _header(scope, b"content-length")
        if len(length) > _LONGEST_NUMBER:
            raise _RequestError(HTTPStatus.BAD_REQUEST, Failure.BAD_REQUEST, "expected a shorter length", closes=True)
        if length.isdigit() and int(length) > self._limits.body_bytes:
            raise self._too_large()
        parts: list[bytes] = []
        size = 0
        while True:
            message = await receive()
            if message["type"] != "http.request":
                raise _ClientGoneError
            parts.append(message.get("body", b""))
            size += len(parts[-1])
            if size > self._limits.body_bytes:
                raise self._too_large()
            hold(len(parts[-1]))
            if not message.get("more_body"):
                return b"".join(parts)

    async def _review(self, body: bytes, path: str, started: float) -> _Answer:
        try:
            reviewed = await self._reviewing.review(body, path, self._left(started))
        except InjectionError as error:
            raise _RequestError(HTTPStatus.SERVICE_UNAVAILABLE, Failure.INTERNAL, str(error)) from None
        if isinstance(reviewed, Failed):
            if reviewed.review:
                raise _bad_request(reviewed.message)
            raise _RequestError(HTTPStatus.INTERNAL_SERVER_ERROR, Failure.INTERNAL, reviewed.message)
        self._metrics.count_outcome(reviewed.outcome)
        self._log_outcome(reviewed.outcome, time.perf_counter() - started)
        return _Answer(HTTPStatus.OK, reviewed.answer, _JSON)

    def _left(self, started: float) -> float:
        return self._limits.request_seconds - (time.perf_counter() - started)

    def _too_large(self) -> _RequestError:
        message = f"the body is larger than the limit of {self._limits.body_bytes} bytes"
        return _RequestError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, Failure.TOO_LARGE, message, closes=True)

    def _fail(self, failure: Failure, message: str) -> None:
        self._metrics.count_failure(failure)
        grave = failure in (Failure.INTERNAL, Failure.OVERLOAD, Failure.TOO_SLOW)
        shown = message if grave or self._log.details else failure.value.replace("_", " ")
        self._log.write(Level.ERROR if grave else Level.WARNING, f"request not decided: {shown}")

    def _log_outcome(self, outcome: Outcome, seconds: float) -> None:
        templates = f" ({', '.join(outcome.templates)})" if outcome.templates else ""
        reason = outcome.details if self._log.details and outcome.details else outcome.reason
        subject = f"{outcome.subject}: " if outcome.subject else ""
        self._log.write(
            Level.WARNING if outcome.verdict is Verdict.REFUSED else Level.INFO,
            f"{subject}{outcome.verdict.value}{templates}: {reason}",
            owner=outcome.owner,
            uid=outcome.uid,
            dryRun=outcome.dry_run or None,
            milliseconds=round(seconds * 1000, 1),
        )


def _too_slow(seconds: float, *, arrived: bool) -> _RequestError:
    """Return the error of a request that took longer than it may, after or before its body had arrived."""
    if arrived:
        return _RequestError(HTTPStatus.SERVICE_UNAVAILABLE, Failure.TOO_SLOW, f"no answer within {seconds:g} seconds")
    message = f"the body did not arrive within {seconds:g} seconds"
    return _RequestError(HTTPStatus.REQUEST_TIMEOUT, Failure.TOO_SLOW, message, closes=True)


def _bad_request(message: str, status: HTTPStatus = HTTPStatus.BAD_REQUEST) -> _RequestError:
    return _RequestError(status, Failure.BAD_REQUEST, message, closes=status is not HTTPStatus.BAD_REQUEST)


def _header(scope: Scope, name: bytes) -> bytes:
    values: Iterable[bytes] = (value for key, value in scope["headers"] if key.lower() == name)
    return next(iter(values), b"")


async def _send_answer(answer: _Answer, send: Send) -> None:
    headers = [
        (b"content-type", answer.content_type.encode()),
        (b"content-length", str(len(answer.body)).encode()),
        (b"cache-control", b"no-store"),
        *([(b"connection", b"close")] if answer.closes else []),
    ]
    await send({"type": "http.response.start", "status": int(answer.status), "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})
