"""What becomes of Pods where the webhook does not answer: its failure policy decides."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import requests

from kubectl_inject.webhook.installation.certificates import make_certificate
from tests.cluster.servers.api_server import ApiServer
from tests.cluster.webhook.installation import Pods, leading_to, printed_manifests, webhooks_installed
from tests.conftest import MESH_FLAGS, pod
from tests.webhook.running_server import LOOPBACK, ServerFiles, WebhookServer, running_webhook

NAMESPACE = "webhook-failures"
POLICIES = {"Fail": [], "Ignore": ["--ignore-failures"]}


@pytest.fixture(scope="module")
def pods(api_server: ApiServer) -> Pods:
    api_server.create_namespaces(NAMESPACE, labels={"istio-injection": "enabled"})
    return Pods(api_server)


@contextmanager
def installed(api: ApiServer, server: WebhookServer, *flags: str) -> Iterator[None]:
    with webhooks_installed(api, leading_to(server, printed_manifests(*MESH_FLAGS, *flags))):
        yield


def is_injected(answer: requests.Response) -> bool:
    return any(container["name"] == "istio-proxy" for container in answer.json()["spec"].get("initContainers", []))


@pytest.mark.parametrize("policy", POLICIES)
def test_the_server_is_killed_while_pods_are_created(
    policy: str, pods: Pods, api_server: ApiServer, tmp_path: Path
) -> None:
    with (
        running_webhook(ServerFiles(tmp_path)) as server,
        installed(api_server, server, *POLICIES[policy]),
        ThreadPoolExecutor(8) as pool,
    ):
        answers = []

        def create(number: int) -> None:
            answers.append(pods.post(NAMESPACE, pod(name=f"{policy.lower()}-{number}"), dry_run=True))
            if number == 100:
                server.process.process.kill()

        list(pool.map(create, range(300)))
    stored = [answer for answer in answers if answer.ok]
    refused = [answer for answer in answers if not answer.ok]
    assert len(answers) == 300
    if policy == "Fail":
        assert all(map(is_injected, stored))
        assert {answer.status_code for answer in refused} == {500}
        called = 'failed calling webhook "namespace.sidecar-injector.istio.io"'
        assert all(called in answer.json()["message"] for answer in refused)
        assert 90 <= len(stored) < 300
    else:
        assert not refused
        injected = [is_injected(answer) for answer in stored]
        assert True in injected
        assert False in injected


def test_a_refused_pod_is_refused_with_the_reason(pods: Pods, api_server: ApiServer, tmp_path: Path) -> None:
    given = pod(annotations={"status.sidecar.istio.io/port": "x"})
    with running_webhook(ServerFiles(tmp_path)) as server, installed(api_server, server, "--ignore-failures"):
        answer = pods.post(NAMESPACE, given)
    assert answer.status_code == 400
    assert answer.json()["message"].startswith(
        'admission webhook "namespace.sidecar-injector.istio.io" denied the request: Pod '
        f"{NAMESPACE}/web: invalid value 'x' for annotation 'status.sidecar.istio.io/port': "
    )


def test_warnings_reach_whoever_creates_the_pod(pods: Pods, api_server: ApiServer, tmp_path: Path) -> None:
    given = pod({"containers": [{"name": "app", "image": "x"}, {"name": "istio-proxy"}]})
    with running_webhook(ServerFiles(tmp_path)) as server, installed(api_server, server):
        answer = pods.post(NAMESPACE, given, dry_run=True)
    assert answer.ok
    assert "the Pod's own istio-proxy container has no image" in answer.headers["Warning"]
    assert "[proxy-without-image]" in answer.headers["Warning"]


def test_an_expired_certificate_until_it_is_renewed(pods: Pods, api_server: ApiServer, tmp_path: Path) -> None:
    files = ServerFiles(tmp_path)
    lasting = timedelta(seconds=15)
    first = make_certificate([LOOPBACK], 1, datetime.now(UTC) + lasting + timedelta(minutes=10) - timedelta(days=1))
    second = make_certificate([LOOPBACK], 1)
    (tmp_path / "authority.crt").write_bytes(first.authority + second.authority)
    files.certificate.write_bytes(first.certificate)
    files.key.write_bytes(first.key)
    with running_webhook(files) as server:
        server.wait_for_log("the certificate has expired: the API server cannot call any more")
        configurations = leading_to(server, printed_manifests(*MESH_FLAGS))
        api_server.apply(configurations)
        try:
            answer = wait_for(lambda: pods.post(NAMESPACE, pod(), dry_run=True), lambda answer: not answer.ok)
            assert "certificate has expired or is not yet valid" in answer.text
            files.key.write_bytes(second.key)
            files.certificate.write_bytes(second.certificate)
            answer = wait_for(lambda: pods.post(NAMESPACE, pod(), dry_run=True), lambda answer: answer.ok)
            assert is_injected(answer)
        finally:
            api_server.delete(configurations)
            wait_for(lambda: pods.post(NAMESPACE, pod(), dry_run=True), lambda answer: not is_injected(answer))


def wait_for(ask: Callable[[], requests.Response], is_wanted: Callable[[requests.Response], bool]) -> requests.Response:
    deadline = time.monotonic() + 60
    while not is_wanted(answer := ask()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return answer
