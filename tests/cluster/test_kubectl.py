"""Runs of a kubectl that hangs, floods, or prints what no cluster should: each is one error, in time."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kubectl_inject.cluster.api_proxy import api_proxy
from kubectl_inject.cluster.control_plane import ControlPlaneNames, read_control_plane
from kubectl_inject.cluster.kubectl import ClusterError, Kubectl
from kubectl_inject.cluster.namespaces import cluster_namespaces
from kubectl_inject.errors import InjectionError
from kubectl_inject.printable import error_text

Fake = Callable[[str], Kubectl]


@pytest.fixture
def fake(tmp_path: Path) -> Fake:
    """Return a function that makes a kubectl of a shell script."""

    def made(script: str) -> Kubectl:
        program = tmp_path / "kubectl"
        program.write_text(f"#!/bin/sh\ncd {tmp_path}\n{script}\n")
        program.chmod(0o755)
        return Kubectl(program=str(program), timeout=0.3, grace=0.2, most_bytes=100_000)

    return made


def is_running(pid_file: Path) -> bool:
    """Whether the process whose number a file holds runs; one that ended may not have been waited for yet."""
    state = Path("/proc", pid_file.read_text().strip(), "stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


def gone(pid_file: Path) -> bool:
    """Whether a process ends soon."""
    deadline = time.monotonic() + 5
    while is_running(pid_file) and time.monotonic() < deadline:
        time.sleep(0.01)
    return not is_running(pid_file)


PLUGIN = "sh -c 'echo $$ > plugin; exec sleep 60'"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked for in /proc")
@pytest.mark.parametrize(
    "script",
    [
        pytest.param(PLUGIN, id="plugin-hangs"),
        pytest.param(f"trap '' TERM INT HUP\n{PLUGIN} >out 2>err", id="plugin-is-quiet"),
        pytest.param(f"{PLUGIN} &\nwait", id="plugin-in-background"),
    ],
)
def test_a_plugin_that_hangs_is_ended_with_kubectl(fake: Fake, tmp_path: Path, script: str) -> None:
    started = time.monotonic()
    with pytest.raises(ClusterError, match=r"kubectl get nodes took longer than 0\.5 seconds"):
        fake(script).run("get", "nodes")
    assert time.monotonic() - started < 3
    assert gone(tmp_path / "plugin")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked for in /proc")
def test_a_proxy_s_plugin_is_ended_with_it(fake: Fake, tmp_path: Path) -> None:
    with pytest.raises(ClusterError, match="did not start within"), api_proxy(fake(PLUGIN), "/"):
        pass
    assert gone(tmp_path / "plugin")


def test_a_proxy_that_ends_at_once_says_why(fake: Fake) -> None:
    with (
        pytest.raises(ClusterError, match="kubectl proxy: no such flag"),
        api_proxy(fake("echo no such flag >&2"), "/"),
    ):
        pass


def test_what_a_program_left_running_is_not_waited_for(fake: Fake, tmp_path: Path) -> None:
    kubectl = Kubectl(program=fake(f"echo done\n{PLUGIN} &\nsleep 0.1").program, timeout=10)
    started = time.monotonic()
    assert kubectl.run("version") == "done\n"
    assert time.monotonic() - started < 5
    os.kill(int((tmp_path / "plugin").read_text()), 9)


@pytest.mark.parametrize("stream", ["", ">&2"])
def test_no_more_is_read_than_the_limit(fake: Fake, stream: str) -> None:
    with pytest.raises(ClusterError, match=r"kubectl get x printed more than the limit of 100000 bytes"):
        fake(f"yes {stream}").run("get", "x")


@pytest.mark.parametrize(
    ("printed", "message"),
    [
        ("", "expected a JSON object, found ''"),
        ("[1]", "expected a JSON object"),
        ("[" * 50_000, "expected a JSON object"),
        ('{"items": [' + '{"a":' * 5000 + "1" + "}" * 5000 + "]}", "JSON object|nest deeper than the limit of 200"),
        ('{"a": ' + "[" * 300 + "]" * 300 + "}", "nest deeper than the limit of 200"),
        ('{"a": ' + "1" * 5000 + "}", "expected a JSON object"),
        ('{"items": {}}', "items: expected a list, found a mapping"),
        ('{"items": {"a": 1}}', "items: expected a list, found a mapping"),
        ('{"items": [null]}', r"items\[0\]: expected an object, found nothing"),
        ('{"items": [{}]}', r"items\[0\]: expected an object with metadata and a name"),
        ('{"items": [{"metadata": null}]}', r"items\[0\]: expected an object with metadata and a name"),
        ('{"items": [{"metadata": {"name": null}}]}', r"items\[0\]: expected an object with metadata and a name"),
        ('{"items": [{"metadata": {"name": "a", "labels": {"b": []}}}]}', r"metadata\.labels"),
        ('{"items": [{"metadata": {"name": "a", "labels": "b"}}]}', r"metadata\.labels"),
    ],
)
def test_json_that_no_cluster_has(fake: Fake, tmp_path: Path, printed: str, message: str) -> None:
    (tmp_path / "printed").write_text(printed)
    with pytest.raises(ClusterError, match=message) as caught:
        fake("cat printed").items("namespaces")
    assert len(str(caught.value)) < 300


NULLS = [
    '{"items": null}',
    '{"items": [{"metadata": {"name": "a", "labels": null, "annotations": {"b": null}}, "webhooks": [null]}]}',
    '{"items": [{"metadata": {"name": "a"}, "webhooks": null, "data": null}]}',
    (
        '{"items": [{"metadata": {"name": "istio-sidecar-injector", "managedFields": [null]}, "data": {"values": 1}},'
        ' {"metadata": {"name": "istio"}, "data": {"mesh": []}}]}'
    ),
    '{"items": [{"metadata": {"name": "x"}, "webhooks": [{"name": "x.sidecar-injector.istio.io"}]}]}',
]


@pytest.mark.parametrize("printed", NULLS)
def test_nulls_are_what_is_not_there_or_an_error(fake: Fake, tmp_path: Path, printed: str) -> None:
    (tmp_path / "printed").write_text(printed)
    kubectl = fake("cat printed")
    with pytest.raises(InjectionError):
        read_control_plane(kubectl, ControlPlaneNames())
    assert set(cluster_namespaces(kubectl)) <= {"a", "x", "istio", "istio-sidecar-injector"}


TOKENS = [
    "eyJhbGciOiJSUzI1NiIsImtpZCI6IkMifQ.eyJpc3MiOiJrdWJlcm5ldGVzIn0.c2lnbmF0dXJl",
    "k8s-aws-v1.aHR0cHM6Ly9zdHMuZXUtd2VzdC0xLmFtYXpvbmF3cy5jb20",
    "sha256~u6H0hQJ0J5xK7iXG3d2mC1bA9zYw8vUt",
]


@pytest.mark.parametrize(
    ("message", "secret", "kept"),
    [
        *((f"error: You must be logged in to the server ({token})", token, "does not know you") for token in TOKENS),
        ("error: GET https://ann:pa55word@10.0.0.1/api: i/o timeout", "pa55word", "https://***@10.0.0.1/api"),
        ("error: https://10.0.0.1/api?access_token=pa55word&a=b no such host", "pa55word", "&a=b"),
        ("error: exec: --token=pa55word: flag not known", "pa55word", "flag not known"),
        ('error: decoding {"token":"pa55word","expires":1}', "pa55word", '"expires":1'),
        (r'error: decoding "{\"token\": \"pa55 word\", \"a\": 1}"', "pa55", "decoding"),
        ("error: header Authorization: Bearer pa55word99 refused", "pa55word99", "refused"),
        ("error: token pa55word99 is not valid", "pa55word99", "is not valid"),
    ],
)
def test_tokens_in_messages_are_not_repeated(fake: Fake, tmp_path: Path, message: str, secret: str, kept: str) -> None:
    (tmp_path / "message").write_text(message)
    with pytest.raises(ClusterError, match=re.escape(kept)) as caught:
        fake("cat message >&2; exit 1").run("get", "nodes")
    assert secret not in str(caught.value)


@pytest.mark.parametrize(
    "message",
    [
        'secrets "api-token" not found',
        "getting credentials: exec: executable aws failed with exit code 255",
        "the server has asked for the client to provide credentials",
        "token: lookup failed",
    ],
)
def test_messages_without_tokens_stay_as_they_are(fake: Fake, tmp_path: Path, message: str) -> None:
    (tmp_path / "message").write_text(message)
    with pytest.raises(ClusterError) as caught:
        fake("cat message >&2; exit 1").run("get", "nodes")
    assert message in str(caught.value)


def test_contexts_are_not_listed_without_end(fake: Fake) -> None:
    script = 'case "$*" in config*) seq 1000;; *) echo \'error: context "x" does not exist\' >&2; exit 1;; esac'
    with pytest.raises(ClusterError, match=r"--context names one of: 1, 2, .*, 20, \.\.\.$"):
        fake(script).run("get", "nodes")


@pytest.mark.parametrize(
    "printed",
    [
        "The connection to the server localhost:8080 was refused - did you specify the right host or port?",
        "error: current-context is not set",
        "error: current-context must exist in order to minify",
    ],
)
def test_that_no_context_is_in_force_is_said_in_one_way(fake: Fake, printed: str) -> None:
    kubectl = fake(f'case "$*" in *get-contexts*) echo one; exit 0;; esac; echo "{printed}" >&2; exit 1')
    with pytest.raises(ClusterError, match=r"^no current context; --context names one of: one$"):
        kubectl.run("config", "view", "--minify")


def test_names_of_contexts_are_printed_harmlessly(fake: Fake) -> None:
    contexts = r"printf '::error::a\n\033[31mb\302\233c\n'; exit 0"
    kubectl = fake(f'case "$*" in config*) {contexts};; esac; echo error: current-context is not set >&2; exit 1')
    with pytest.raises(ClusterError) as caught:
        kubectl.run("get", "nodes")
    assert error_text(caught.value) == r"error: no current context; --context names one of: ::error::a, \x1b[31mb\x9bc"
