"""The server as a process: TLS, reloading, slow and broken callers, lost workers, many requests, draining."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.x509.oid import ExtendedKeyUsageOID

from kubectl_inject.webhook.installation.certificates import make_certificate
from tests.cluster.servers.processes import children_of
from tests.conftest import pod
from tests.own_programs import KUBECTL_INJECT
from tests.webhook.callers import Connection, call_often, request_of
from tests.webhook.reviews import operations_in, review_of
from tests.webhook.running_server import LOOPBACK, ServerFiles, WebhookServer, running_webhook

pytestmark = pytest.mark.real

REVIEW = review_of(pod(labels={"app": "web"}))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> ServerFiles:
    return ServerFiles(tmp_path_factory.mktemp("server"))


@pytest.fixture(scope="module")
def server(files: ServerFiles) -> Iterator[WebhookServer]:
    """Have a server for the tests that leave it as it was; a request may take three seconds."""
    with running_webhook(files, "--request-timeout=3", "--max-body=2", "--workers=2") as found:
        yield found


@pytest.fixture
def own_files(tmp_path: Path) -> ServerFiles:
    return ServerFiles(tmp_path)


def image_in(answer: bytes) -> str:
    added = {operation["path"]: operation["value"] for operation in operations_in(answer) if "value" in operation}
    image: str = added["/spec/initContainers"][0]["image"]
    return image


# --- TLS ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "accepted"),
    [(ssl.TLSVersion.TLSv1_1, False), (ssl.TLSVersion.TLSv1_2, True), (ssl.TLSVersion.TLSv1_3, True)],
)
@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1_1 is deprecated")
def test_versions_of_tls(version: ssl.TLSVersion, accepted: bool, server: WebhookServer) -> None:
    context = server.context()
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = context.maximum_version = version
    try:
        with (
            socket.create_connection((LOOPBACK, server.port), timeout=10) as plain,
            context.wrap_socket(plain, server_hostname=LOOPBACK) as connection,
        ):
            found = connection.cipher()
    except OSError:
        assert not accepted
    else:
        assert accepted
        assert found is not None
        assert "GCM" in found[0] or "CHACHA20" in found[0]
        assert found[0].startswith(("ECDHE", "TLS_"))


def test_client_certificates(own_files: ServerFiles) -> None:
    usage = ExtendedKeyUsageOID.CLIENT_AUTH
    made, other, named_otherwise = (
        make_certificate([name], 1, usage=usage) for name in ("apiserver", "apiserver", "kubelet")
    )
    authorities = own_files.folder / "clients.crt"
    authorities.write_bytes(made.authority + named_otherwise.authority)
    pairs = {}
    for name, pair in (("right", made), ("unknown", other), ("kubelet", named_otherwise)):
        pairs[name] = (own_files.folder / f"{name}.crt", own_files.folder / f"{name}.key")
        pairs[name][0].write_bytes(pair.certificate)
        pairs[name][1].write_bytes(pair.key)
    with running_webhook(own_files, f"--client-ca={authorities}", "--client-name=apiserver") as server:
        assert (server.get("/healthz").status_code, server.post(REVIEW).status_code) == (200, 403)

        def status_with(name: str) -> int:
            with server.session() as session:
                session.cert = tuple(map(str, pairs[name]))  # type: ignore[assignment]
                return session.post(f"{server.url}/inject", REVIEW, timeout=10).status_code

        assert (status_with("kubelet"), status_with("right")) == (403, 200)
        with pytest.raises(OSError):  # noqa: PT011  # of requests', or of the system's
            status_with("unknown")


# --- what cannot be used to start ---------------------------------------------------------------------------------


def started(*flags: str) -> tuple[int, str]:
    run = subprocess.run(
        [str(KUBECTL_INJECT), "serve", *flags], capture_output=True, text=True, timeout=60, check=False
    )
    assert run.stdout == ""
    return run.returncode, run.stderr


def test_what_is_needed_to_start(own_files: ServerFiles, server: WebhookServer) -> None:
    own_files.write_config()
    own_files.write_certificate(now=datetime.now(UTC) - timedelta(days=3))
    code, printed = started(*own_files.flags)
    assert (code, printed.startswith(f"error: {own_files.certificate}: the certificate expired at 20")) == (1, True)
    own_files.write_certificate()
    assert started(*own_files.flags, f"--listen={LOOPBACK}:{server.port}")[1].endswith(
        f"error: cannot listen on {LOOPBACK}:{server.port}: Address already in use\n"
    )
    own_files.key.write_text("x")
    assert f"error: {own_files.certificate} and {own_files.key} cannot be used: " in started(*own_files.flags)[1]
    own_files.key.write_bytes(make_certificate(["x"], 1).key)
    assert started(*own_files.flags)[1].endswith(" do not belong together\n")
    own_files.write_certificate()
    (own_files.config / "inject-config.yaml").write_text("templates: {sidecar: '{{ if }}'}")
    code, printed = started(*own_files.flags)
    assert (code, "error: template 'sidecar' cannot be parsed: " in printed) == (1, True)
    missing = own_files.config / "missing.pem"
    code, printed = started(f"--tls-cert={missing}", f"--tls-key={own_files.key}")
    assert (code, printed) == (1, f"error: {missing}: cannot be read: No such file or directory\n")


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (["--tls-cert=x"], "expected a file; the API server calls webhooks by HTTPS only"),
        (["--tls-cert=x", "--tls-key=x", "--listen=8443"], "expected HOST:PORT or :PORT, found '8443'"),
        (["--tls-cert=x", "--tls-key=x", "--listen=:99999"], "expected HOST:PORT or :PORT, found ':99999'"),
        (["--tls-cert=x", "--tls-key=x", "--max-body=0"], "expected 1 or more, found 0"),
        (["--tls-cert=x", "--tls-key=x", "--workers=-1"], "expected 0 or more, found -1"),
        (["--tls-cert=x", "--tls-key=x", "--hooks=skip"], "is for manifests; a webhook sees Pods"),
        (["--tls-cert=x", "--tls-key=x", "--client-name=x"], "needs --client-ca, which says whose certificates count"),
        (["manifests", "--webhook-path=/x"], "expected a path that begins with /inject, found '/x'"),
        (["manifests", "--tag=A b"], "expected letters a to z, digits and hyphens, found 'A b'"),
        (["manifests", "--self-signed", "--cert-manager"], "cannot be used with --cert-manager"),
    ],
)
def test_wrong_usage(flags: list[str], message: str) -> None:
    code, printed = started(*flags)
    assert (code, message in " ".join(printed.split())) == (2, True)


# --- reloading ----------------------------------------------------------------------------------------------------


def as_mounted(folder: Path) -> None:
    """Lay a folder's files out as kubelet mounts a ConfigMap: links that lead through one to a folder of the moment."""
    first = folder / "..1"
    first.mkdir()
    for file in [path for path in folder.iterdir() if path.is_file()]:
        file.rename(first / file.name)
        file.symlink_to(Path("..data") / file.name)
    (folder / "..data").symlink_to("..1")


def swap_mounted(folder: Path, number: int, hub: str) -> None:
    new = folder / f"..{number}"
    new.mkdir()
    for file in (folder / "..data").iterdir():
        (new / file.name).write_text(file.read_text().replace(HUBS[0], hub))
    link = folder / "..data_tmp"
    link.symlink_to(new.name)
    link.replace(folder / "..data")


HUBS = ["old.example.com", "new.example.com"]


def test_a_reload_under_load(own_files: ServerFiles) -> None:
    own_files.write_config(hub=HUBS[0])
    as_mounted(own_files.config)
    with running_webhook(own_files, "--workers=2") as server:
        seen: list[tuple[float, int, str]] = []
        ends = threading.Event()

        def call() -> None:
            with server.session() as session:
                while not ends.is_set():
                    answer = session.post(f"{server.url}/inject", REVIEW, timeout=10)
                    seen.append((time.monotonic(), answer.status_code, image_in(answer.content)))

        callers = [threading.Thread(target=call) for _ in range(4)]
        for caller in callers:
            caller.start()
        swap_mounted(own_files.config, 2, HUBS[1])
        server.process.wait_until(lambda: any(image.startswith(HUBS[1]) for _, _, image in seen))
        ends.set()
        for caller in callers:
            caller.join()
        assert {status for _, status, _ in seen} == {200}
        assert {image.partition("/")[0] for _, _, image in seen} == set(HUBS)
        assert server.metric("workers_lost_total") == 0
        assert server.post(REVIEW).content == server.post(REVIEW).content


def test_a_bad_configuration_leaves_the_last_one_in_force(own_files: ServerFiles) -> None:
    own_files.write_config(hub=HUBS[0])
    failures = 'reload_failures_total{what="configuration"}'
    with running_webhook(own_files) as server:
        text = (own_files.config / "inject-config.yaml").read_text()
        for number, bad in enumerate(["", "templates: {", "templates: {sidecar: '{{ if }}'}"], 1):
            (own_files.config / "inject-config.yaml").write_text(bad)
            server.process.wait_until(lambda: server.metric(failures) == number)  # noqa: B023
            assert image_in(server.post(REVIEW).content).startswith(HUBS[0])
            assert server.metric('last_reload_failed{what="configuration"}') == 1
        (own_files.config / "inject-config.yaml").write_text(text)
        own_files.write_config(hub=HUBS[1])
        server.process.wait_until(lambda: image_in(server.post(REVIEW).content).startswith(HUBS[1]))
        assert server.metric('last_reload_failed{what="configuration"}') == 0
        assert server.log().count("error the new configuration cannot be used, the last one stays in force: ") == 3


@pytest.mark.parametrize("bad", ["[" * 100_000, "\x00", "&a [*a, *a]", "\ud800"], ids=lambda bad: repr(bad[:9]))
def test_reloading_goes_on_whatever_a_file_holds(bad: str, own_files: ServerFiles) -> None:
    own_files.write_config(hub=HUBS[0])
    values = own_files.config / "values.json"
    with running_webhook(own_files) as server:
        assert server.get("/readyz").text == "ok\n"
        values.write_bytes(f'{{"global": {{"hub": {bad}}}}}'.encode("utf-8", "surrogatepass"))
        server.process.wait_until(lambda: server.metric('reload_failures_total{what="configuration"}') == 1)
        readiness = server.get("/readyz")
        assert (readiness.status_code, readiness.text) == (
            200,
            "ok\nthe new configuration cannot be used, the last one stays in force\n",
        )
        assert image_in(server.post(REVIEW).content).startswith(HUBS[0])
        own_files.write_config(hub=HUBS[1])
        server.process.wait_until(lambda: image_in(server.post(REVIEW).content).startswith(HUBS[1]))
        assert server.get("/readyz").text == "ok\n"
        assert all(len(line) < 8000 for line in server.log().splitlines())


def test_a_new_certificate(own_files: ServerFiles) -> None:
    with running_webhook(own_files) as server, server.session() as open_before:
        assert open_before.get(f"{server.url}/readyz", timeout=10).ok
        first = ssl.get_server_certificate((LOOPBACK, server.port))
        made = own_files.write_certificate()
        server.trust(made)
        server.process.wait_until(lambda: ssl.get_server_certificate((LOOPBACK, server.port)) != first)
        assert ssl.get_server_certificate((LOOPBACK, server.port)).strip() == made.certificate.decode().strip()
        assert server.post(REVIEW).ok
        assert open_before.get(f"{server.url}/readyz", timeout=10).ok

        own_files.write_certificate(now=datetime.now(UTC) - timedelta(days=3))
        server.wait_for_log("the new certificate cannot be used, the last one stays in force: ")
        assert "the certificate expired at " in server.log()
        assert server.post(REVIEW).ok
        assert server.metric('last_reload_failed{what="certificate"}') == 1


# --- slow and broken callers --------------------------------------------------------------------------------------


def test_slow_callers_are_let_go_and_harm_no_other(server: WebhookServer) -> None:
    async def run() -> list[bool]:
        context = server.context()
        parts = [(None, b""), (None, b"\x16\x03"), (context, b""), (context, b"POST /inject HTTP/1.1\r\nHost:")]
        slow = [await Connection.to(server.port, tls) for tls, _ in parts]
        for connection, (_, sent) in zip(slow, parts, strict=True):
            connection.writer.write(sent)
        body = [await Connection.to(server.port, context) for _ in range(3)]
        for connection in body:
            connection.writer.write(request_of(b"{", length=100))
        status, _ = await (await Connection.to(server.port, context)).ask(request_of(REVIEW))
        assert status == 200
        assert [(await connection.answer())[0] for connection in body] == [408] * 3
        return [await connection.is_closed(10) for connection in [*slow, *body]]

    assert asyncio.run(run()) == [True] * 7


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        pytest.param(request_of(b"{}"), 400, id="no review"),
        pytest.param(request_of(b"x"), 400, id="not JSON"),
        pytest.param(request_of(review_of({"apiVersion": "v1", "kind": "Service"})), 200, id="not a Pod"),
        pytest.param(request_of(b"", length=2 * 1024 * 1024 + 1), 413, id="oversized"),
        pytest.param(
            b"POST /inject HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            b"200000\r\n" + b" " * 0x200000 + b"\r\n1\r\n \r\n",
            413,
            id="oversized in chunks",
        ),
        pytest.param(b"nothing of HTTP\r\n\r\n", 400, id="no HTTP"),
        pytest.param(b"POST /inject HTTP/1.1\r\nContent-Length: x\r\n\r\n", 400, id="wrong length"),
        pytest.param(
            b"POST /inject HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
            + b"0" * 5000
            + b"2\r\n\r\n{}",
            400,
            id="length of thousands of zeros",
        ),
        pytest.param(
            b"POST /inject HTTP/1.1\r\nHost: x\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n",
            400,
            id="length of thousands of digits",
        ),
        pytest.param(b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 20_000, 431, id="head of many headers"),
        pytest.param(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n" * 17, 400, id="many requests at once"),
        pytest.param(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n" * 16, 200, id="a few requests at once"),
        pytest.param(b"GET /" + b"a" * 100_000, 431, id="endless path"),
        pytest.param(
            request_of(review_of(pod({"containers": [{"name": f"c{n}", "image": "a"} for n in range(20_000)]}))),
            200,
            id="20,000 containers",
        ),
        pytest.param(b"GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n", 200, id="metrics"),
    ],
)
def test_broken_requests(sent: bytes, status: int, server: WebhookServer) -> None:
    async def run() -> int:
        connection = await Connection.to(server.port, server.context())
        found, body = await connection.ask(sent)
        if status == 200 and b"AdmissionReview" in body:
            assert json.loads(body)["response"]["allowed"] is False
        connection.close()
        return found

    assert asyncio.run(run()) == status
    assert server.post(REVIEW).ok


def test_requests_that_are_cut_off(server: WebhookServer) -> None:
    before = server.metric('failures_total{reason="cut_off"}')

    async def run() -> None:
        whole = request_of(REVIEW)
        for end in (1, 20, len(whole) // 2, len(whole) - 1, len(whole)):
            connection = await Connection.to(server.port, server.context())
            connection.writer.write(whole[:end])
            await connection.writer.drain()
            await asyncio.sleep(0.05)
            connection.close()

    asyncio.run(run())
    assert server.post(REVIEW).ok
    assert server.metric('failures_total{reason="cut_off"}') == before + 2
    assert server.metric("requests_in_flight") == 0


def test_a_request_that_takes_too_long_is_given_up_and_harms_no_other(server: WebhookServer) -> None:
    lost = server.metric("workers_lost_total")
    stuck, _ = children_of(server.process.process.pid)
    os.kill(stuck, signal.SIGSTOP)

    async def run() -> float:
        connections = [await Connection.to(server.port, server.context()) for _ in range(2)]
        for connection in connections:
            connection.writer.write(request_of(REVIEW))
        answers = {asyncio.create_task(connection.answer()): connection for connection in connections}
        first, _ = await asyncio.wait(answers, return_when=asyncio.FIRST_COMPLETED)
        other = answers.pop(first.pop())
        slowest = 0.0
        for request in [b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n", request_of(REVIEW)] * 10:
            start = time.monotonic()
            assert (await other.ask(request))[0] == 200
            slowest = max(slowest, time.monotonic() - start)
        (waiting,) = answers
        assert await waiting == (503, b"no answer within 3 seconds\n")
        return slowest

    assert asyncio.run(run()) < 1.5
    server.process.wait_until(lambda: server.metric("workers_lost_total") == lost + 1)
    server.process.wait_until(lambda: stuck not in children_of(server.process.process.pid))
    assert [server.post(REVIEW).status_code for _ in range(4)] == [200] * 4


def test_a_worker_that_ends_is_replaced(own_files: ServerFiles) -> None:
    with running_webhook(own_files, "--workers=1") as server:
        (worker,) = children_of(server.process.process.pid)
        os.kill(worker, signal.SIGKILL)
        assert server.post(REVIEW).ok
        assert server.metric("workers_lost_total") == 1
        assert children_of(server.process.process.pid) != [worker]


def test_workers_end_with_their_server(own_files: ServerFiles) -> None:
    with running_webhook(own_files, "--workers=2") as server:
        workers = children_of(server.process.process.pid)
        server.process.process.kill()
        deadline = time.monotonic() + 20
        while any(Path(f"/proc/{worker}").exists() for worker in workers) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not any(Path(f"/proc/{worker}/exe").exists() for worker in workers)


# --- many requests ------------------------------------------------------------------------------------------------


def memory_of(pids: list[int]) -> int:
    """Return the resident memory of processes, in KiB."""
    texts = (Path(f"/proc/{pid}/status").read_text() for pid in pids)
    return sum(int(text.partition("VmRSS:")[2].split()[0]) for text in texts)


def test_ten_thousand_requests_from_many_connections(own_files: ServerFiles) -> None:
    pods = [pod(name="", generateName=f"web-{number}-", labels={"app": f"web-{number}"}) for number in range(50)]
    requests = [request_of(review_of(value)) for value in pods]
    with running_webhook(own_files, "--workers=2") as server:
        processes = [server.process.process.pid, *children_of(server.process.process.pid)]
        context = server.context()
        first = asyncio.run(call_often(server.port, context, requests, connections=80, times=50))
        before = memory_of(processes)
        second = asyncio.run(call_often(server.port, context, requests, connections=80, times=75))
        grown = memory_of(processes) - before
        assert (first.statuses, second.statuses) == ({200: 4000}, {200: 6000})
        assert first.lost == second.lost == 0
        assert first.bodies == second.bodies
        assert len(first.bodies) == len(pods)
        assert server.metric("injected_total") == 10_000
        assert server.log().count(": injected (sidecar): ") == 10_000
        assert grown < 4096, f"{before} KiB, and {grown} more"


# --- the end ------------------------------------------------------------------------------------------------------


def test_sigterm_drains(own_files: ServerFiles) -> None:
    with running_webhook(own_files) as server:

        async def run() -> int:
            context = server.context()
            idle, begun = [await Connection.to(server.port, context) for _ in range(2)]
            assert (await idle.ask(request_of(REVIEW)))[0] == 200
            whole = request_of(REVIEW)
            begun.writer.write(whole[:-10])
            await begun.writer.drain()
            await asyncio.sleep(0.2)
            server.process.process.send_signal(signal.SIGTERM)
            assert await idle.is_closed(5)
            with pytest.raises(OSError):  # noqa: PT011  # refused, or reset
                await Connection.to(server.port, context)
            begun.writer.write(whole[-10:])
            status, body = await begun.answer()
            assert operations_in(body)
            return status

        assert asyncio.run(run()) == 200
        assert server.process.process.wait(timeout=20) == 0
        assert server.log().endswith(" info stopped\n")
