"""The ASGI application, called without a socket: routes, limits, failures, logs and metrics."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.errors import InjectionError
from kubectl_inject.webhook.application import CLIENT_NAMES, Clients, WebhookApplication
from kubectl_inject.webhook.event_log import EventLog
from kubectl_inject.webhook.limits import ServerLimits
from kubectl_inject.webhook.metrics import Metrics
from kubectl_inject.webhook.review.admission_review import ReviewError
from kubectl_inject.webhook.review.pod_review import PodReviewer, Reviewed
from kubectl_inject.webhook.workers.worker import Failed
from tests.conftest import pod, small_config
from tests.webhook.reviews import UID, operations_in, response_in, review_of

JSON = [(b"content-type", b"application/json")]
SECRET = pod(
    {"containers": [{"name": "app", "image": "nginx", "env": [{"name": "A", "value": "hunter2"}]}]},
    annotations={"status.sidecar.istio.io/port": "hunter2"},
)


@dataclass
class Reviewing:
    """Answers in this process. It can be made to take its time, to fail, or that it is not ready."""

    seconds: float = 0.0
    failing: InjectionError | Failed | None = None
    problem: str = ""
    noted: list[str] = field(default_factory=list)
    reviewer: PodReviewer = field(default_factory=lambda: PodReviewer(small_config()))

    async def review(self, body: bytes, path: str, seconds: float) -> Reviewed | Failed:  # noqa: ARG002
        await asyncio.sleep(self.seconds)
        if isinstance(self.failing, InjectionError):
            raise self.failing
        if self.failing:
            return self.failing
        try:
            return self.reviewer.review(body, path)
        except ReviewError as error:
            return Failed(str(error), review=True)

    def unready(self) -> str:
        return self.problem

    def notes(self) -> list[str]:
        return self.noted


@dataclass
class Answered:
    """What the application sent, nothing where it sent nothing."""

    status: int = 0
    headers: dict[bytes, bytes] = field(default_factory=dict)
    body: bytes = b""


@dataclass
class Called:
    """An application, and what it logged."""

    reviewing: Reviewing = field(default_factory=Reviewing)
    limits: ServerLimits = field(default_factory=ServerLimits)
    clients: Clients = field(default_factory=Clients)
    form: str = "text"
    details: bool = False

    def __post_init__(self) -> None:
        self.logged = io.StringIO()
        self.metrics = Metrics()
        log = EventLog(self.logged, self.form, self.details)
        self.app = WebhookApplication(self.reviewing, self.metrics, log, limits=self.limits, clients=self.clients)

    async def answer(
        self,
        parts: Iterable[bytes] = (b"",),
        path: str = "/inject",
        method: str = "POST",
        headers: list[tuple[bytes, bytes]] | None = None,
        *,
        ends: bool = True,
        client: frozenset[str] | None = None,
    ) -> Answered:
        extensions = {} if client is None else {CLIENT_NAMES: client}
        given_headers = JSON if headers is None else headers
        scope = {"type": "http", "path": path, "method": method, "headers": given_headers, "extensions": extensions}
        answered = Answered()
        messages = [{"type": "http.request", "body": part, "more_body": True} for part in parts]
        messages.append({"type": "http.request"} if ends else {"type": "http.disconnect"})
        coming = iter(messages)

        async def receive() -> Any:
            return next(coming)

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                answered.status, answered.headers = message["status"], dict(message["headers"])
            else:
                answered.body += message["body"]

        await self.app(scope, receive, send)
        return answered

    def get(self, path: str) -> Answered:
        return asyncio.run(self.answer(path=path, method="GET", headers=[]))

    def post(self, body: bytes, **rest: Any) -> Answered:
        return asyncio.run(self.answer([body], **rest))

    @property
    def lines(self) -> list[str]:
        return self.logged.getvalue().splitlines()

    def counted(self, name: str) -> float:
        found = [
            line for line in self.metrics.text().decode().splitlines() if line.startswith(f"kubectl_inject_{name} ")
        ]
        return float(found[0].rpartition(" ")[2])


@pytest.mark.parametrize("path", ["/inject", "/inject/cluster/east/net/n1"])
def test_an_injection(path: str) -> None:
    called = Called()
    answered = called.post(review_of(pod()), path=path)
    assert (answered.status, answered.headers[b"content-type"]) == (200, b"application/json")
    assert operations_in(answered.body)
    assert called.counted("injected_total") == called.counted("request_duration_seconds_count") == 1
    assert called.counted('requests_total{code="200"}') == 1


def test_a_body_in_parts() -> None:
    body = review_of(pod())
    answered = asyncio.run(Called().answer([body[:100], body[100:], b""]))
    assert operations_in(answered.body)


def test_one_line_for_each_decision() -> None:
    called = Called()
    called.post(review_of(pod(generateName="web-", name="")))
    called.post(review_of(pod(labels={"sidecar.istio.io/inject": "false"}), dryRun=True))
    called.post(review_of(SECRET))
    stamp, *rest = called.lines[0].split(" ", 1)
    assert stamp.endswith("Z")
    assert rest[0].startswith(f"info Pod shop/web-: injected (sidecar): by default owner=Pod/ uid={UID} milliseconds=")
    assert " info Pod shop/web: skipped: the Pod's label disables injection owner=Pod/web " in called.lines[1]
    assert " dryRun=True " in called.lines[1]
    assert " warning Pod shop/web: refused: the Pod cannot be injected owner=Pod/web " in called.lines[2]
    assert len(called.lines) == 3
    assert "hunter2" not in called.logged.getvalue()
    assert called.counted("refused_total") == 1
    assert called.counted('skipped_total{reason="the Pod\'s label disables injection"}') == 1


def test_details_are_logged_where_they_are_requested() -> None:
    called = Called(details=True, form="json")
    called.post(review_of(SECRET))
    line = json.loads(called.lines[0])
    assert (line["level"], line["owner"], line["uid"]) == ("warning", "Pod/web", UID)
    assert "invalid value 'hunter2' for annotation" in line["message"]


def test_a_log_that_nobody_reads_any_more_stops_nothing() -> None:
    class Broken(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    called = Called()
    log = EventLog(Broken())
    called.app = WebhookApplication(called.reviewing, called.metrics, log)
    assert called.post(review_of(pod())).status == 200


def test_what_callers_name_stays_in_its_line() -> None:
    called = Called()
    called.post(review_of(pod(name="web\n2026 error \x1b[31m\udc80 owned")))
    assert len(called.lines) == 1
    assert r"Pod shop/web\n2026 error \x1b[31m\udc80 owned: injected" in called.lines[0]


@pytest.mark.parametrize(
    ("given_", "status", "failure", "message"),
    [
        pytest.param({"body": b"{"}, 400, "bad_request", "expected JSON: ", id="not JSON"),
        pytest.param({"body": b"[]"}, 400, "bad_request", "expected an AdmissionReview, found a list", id="no review"),
        pytest.param(
            {"body": b"{}", "headers": []},
            415,
            "bad_request",
            "expected content of type application/json, found nothing",
            id="no type",
        ),
        pytest.param(
            {"body": b"{}", "headers": [(b"Content-Type", b"text/yaml; charset=utf-8")]},
            415,
            "bad_request",
            "expected content of type application/json, found text/yaml",
            id="other type",
        ),
        pytest.param({"body": b"", "method": "PUT"}, 405, "bad_request", "expected POST", id="method"),
        pytest.param(
            {"body": b"x" * 101}, 413, "too_large", "the body is larger than the limit of 100 bytes", id="too large"
        ),
        pytest.param(
            {"body": b"", "headers": [*JSON, (b"content-length", b"101")]},
            413,
            "too_large",
            "the body is larger than the limit of 100 bytes",
            id="declared too large",
        ),
        pytest.param(
            {"body": b"", "headers": [*JSON, (b"content-length", b"0" * 5000 + b"1")]},
            400,
            "bad_request",
            "expected a shorter length",
            id="length of thousands of digits",
        ),
    ],
)
def test_what_is_not_decided(given_: dict[str, Any], status: int, failure: str, message: str) -> None:
    called = Called(limits=ServerLimits(body_bytes=100))
    answered = called.post(**given_)
    assert (answered.status, answered.body.decode().startswith(message)) == (status, True)
    assert called.counted(f'failures_total{{reason="{failure}"}}') == 1
    assert called.counted(f'requests_total{{code="{status}"}}') == 1
    assert f"request not decided: {failure.replace('_', ' ')}" in called.lines[0]


def test_a_request_that_is_cut_off_is_not_answered() -> None:
    called = Called()
    answered = asyncio.run(called.answer([review_of(pod())[:50]], ends=False))
    assert (answered.status, called.counted('failures_total{reason="cut_off"}')) == (0, 1)
    assert called.counted("requests_in_flight") == 0


@pytest.mark.parametrize(
    ("reviewing", "status", "failure", "message"),
    [
        (Reviewing(seconds=10), 503, "too_slow", "no answer within 0.05 seconds\n"),
        (Reviewing(failing=InjectionError("a worker ended")), 503, "internal", "a worker ended\n"),
        (Reviewing(failing=Failed("internal error: TypeError")), 500, "internal", "internal error: TypeError\n"),
    ],
    ids=["too slow", "lost worker", "mistake of ours"],
)
def test_what_nobody_could_decide(reviewing: Reviewing, status: int, failure: str, message: str) -> None:
    called = Called(reviewing, ServerLimits(request_seconds=0.05))
    answered = called.post(review_of(pod()))
    assert (answered.status, answered.body.decode()) == (status, message)
    assert called.counted(f'failures_total{{reason="{failure}"}}') == 1
    assert message.strip() in called.lines[0]


def test_a_body_that_does_not_arrive() -> None:
    called = Called(limits=ServerLimits(request_seconds=0.05))

    async def never() -> Any:
        await asyncio.Event().wait()

    async def run() -> list[Any]:
        sent: list[Any] = []

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {"type": "http", "path": "/inject", "method": "POST", "headers": JSON}
        await called.app(scope, never, send)
        return sent

    start, body = asyncio.run(run())
    assert (start["status"], dict(start["headers"])[b"connection"]) == (408, b"close")
    assert body["body"] == b"the body did not arrive within 0.05 seconds\n"


def test_too_many_at_once() -> None:
    called = Called(Reviewing(seconds=0.05), ServerLimits(concurrent=3))

    async def run() -> list[int]:
        answers = await asyncio.gather(*(called.answer([review_of(pod())]) for _ in range(5)))
        return sorted(answer.status for answer in answers)

    assert asyncio.run(run()) == [200, 200, 200, 429, 429]
    assert called.post(review_of(pod())).status == 200


def test_too_many_bytes_at_once() -> None:
    body = review_of(pod())
    called = Called(Reviewing(seconds=0.05), ServerLimits(held_bytes=3 * len(body)))

    async def run() -> list[int]:
        answers = await asyncio.gather(*(called.answer([body[:50], body[50:]]) for _ in range(5)))
        return sorted(answer.status for answer in answers)

    assert asyncio.run(run()) == [200, 200, 200, 429, 429]
    assert asyncio.run(run()) == [200, 200, 200, 429, 429]


@pytest.mark.parametrize(
    ("clients", "shown", "status"),
    [
        (Clients(), None, 200),
        (Clients(True), None, 403),
        (Clients(True), frozenset(), 200),
        (Clients(True, frozenset({"apiserver"})), frozenset({"kubelet"}), 403),
        (Clients(True, frozenset({"apiserver"})), frozenset({"apiserver", "x"}), 200),
    ],
)
def test_who_may_ask(clients: Clients, shown: frozenset[str] | None, status: int) -> None:
    called = Called(clients=clients)
    assert called.post(review_of(pod()), client=shown).status == status
    assert called.get("/healthz").status == 200


def test_health_and_metrics() -> None:
    called = Called()
    assert (called.get("/healthz").body, called.get("/readyz").body) == (b"ok\n", b"ok\n")
    called.reviewing.problem = "the certificate has expired"
    assert (called.get("/healthz").status, called.get("/readyz").status) == (200, 503)
    assert called.get("/readyz").body == b"the certificate has expired\n"
    called.reviewing.noted = ["expiry watch: failed, and is tried again"]
    assert called.get("/readyz").body == b"the certificate has expired\nexpiry watch: failed, and is tried again\n"
    called.reviewing.problem = ""
    assert (called.get("/readyz").status, called.get("/readyz").body) == (
        200,
        b"ok\nexpiry watch: failed, and is tried again\n",
    )
    assert called.get("/healthz").body == b"ok\n"
    metrics = called.get("/metrics")
    assert metrics.headers[b"content-type"] == b"text/plain; version=0.0.4; charset=utf-8"
    assert b"kubectl_inject_config_age_seconds " in metrics.body
    assert called.get("/").status == called.get("/injection").status == 404
    assert called.post(b"", path="/healthz").status == 405


# --- whatever comes -----------------------------------------------------------------------------------------------

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
NAMES = ["name", "image", "ports", "containerPort", "env", "value", "livenessProbe", "httpGet", "port", "istio-proxy"]
containers = st.lists(st.dictionaries(st.sampled_from(NAMES), plain, max_size=4) | plain, max_size=3)
KEYS = ["sidecar.istio.io/inject", "sidecar.istio.io/status", "inject.istio.io/templates", "proxy.istio.io/config", "a"]
metadata = st.fixed_dictionaries(
    {},
    optional={
        "name": st.text(max_size=5),
        "labels": st.dictionaries(st.sampled_from(KEYS), st.text(max_size=8) | plain, max_size=3) | plain,
        "annotations": st.dictionaries(st.sampled_from(KEYS), st.text(max_size=8) | plain, max_size=3) | plain,
        "ownerReferences": st.lists(plain, max_size=2),
    },
)
spec = st.fixed_dictionaries({}, optional={"containers": containers, "initContainers": containers, "volumes": plain})
pods = st.fixed_dictionaries(
    {"apiVersion": st.just("v1"), "kind": st.just("Pod")},
    optional={"metadata": metadata | plain, "spec": spec | plain, "status": plain},
)
bodies = (
    st.binary(max_size=50)
    | plain.map(lambda value: json.dumps(value).encode())
    | (pods | plain).map(review_of)
    | st.builds(lambda value, name: review_of(pod(), **{name: value}), plain, st.sampled_from(["uid", "namespace"]))
    | st.builds(lambda body, end: body[:end], pods.map(review_of), st.integers(0, 400))
)
paths = st.just("/inject") | st.text(max_size=12).map("/inject/".__add__)
CALLED = Called()


@given(body=bodies, path=paths)
def test_always_a_valid_review_or_an_error_of_the_caller(body: bytes, path: str) -> None:
    answered = CALLED.post(body, path=path)
    if answered.status == 200:
        review = json.loads(answered.body)
        assert review["response"]["uid"] == json.loads(body)["request"]["uid"]
        if review["response"]["uid"] == UID:
            response_in(answered.body)
    else:
        assert 400 <= answered.status < 500
