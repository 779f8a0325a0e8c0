"""``status --watch``, as it is seen in a pipe and on a terminal, on a stand-in for kubectl."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.own_programs import with_own_programs
from tests.program_runs import Ended, Run
from tests.status.running_pods import Object, pod_of, workload
from tests.status.stand_in import StandIn

Step = Callable[[StandIn], None]
HEADER = "NAME              CURRENT   INJECTED BY         PROXY    STATUS"


@pytest.fixture
def cluster(tmp_path: Path) -> StandIn:
    """Have a cluster with one StatefulSet."""
    found = StandIn(tmp_path / "cluster")
    found.start()
    value = workload("StatefulSet")
    found.hold("statefulsets", [value])
    found.hold("pods", [running(value)])
    return found


def running(value: Object) -> Object:
    pod = pod_of(value)
    ready = {"name": "istio-proxy", "ready": True, "restartCount": 0}
    return {**pod, "status": {"phase": "Running", "initContainerStatuses": [ready]}}


def named(name: str) -> Object:
    text = json.dumps(workload("StatefulSet")).replace('"web"', f'"{name}"')
    found: Object = json.loads(text)
    return found


def upgraded(cluster: StandIn) -> None:
    cluster.configure("1.31.1")


def grown(cluster: StandIn) -> None:
    cluster.hold("statefulsets", [workload("StatefulSet"), named("api")])
    cluster.hold("pods", [running(workload("StatefulSet")), running(named("api"))])


def emptied(cluster: StandIn) -> None:
    cluster.hold("statefulsets", [])
    cluster.hold("pods", [])


def refused(cluster: StandIn) -> None:
    cluster.refuse("Unable to connect to the server: dial tcp 10.0.0.1:443: i/o timeout\n")


def answering(cluster: StandIn) -> None:
    cluster.refuse("")


def unchanged(_: StandIn) -> None:
    """Change nothing."""


def watched(run: Run, cluster: StandIn, monkeypatch: pytest.MonkeyPatch, steps: list[Step], *flags: str) -> Ended:
    """Run with a step after each look, until somebody presses Ctrl-C."""
    rest: Iterator[Step] = iter(steps)

    def step() -> None:
        if (following := next(rest, None)) is None:
            raise KeyboardInterrupt
        following(cluster)

    for name, text in cluster.environment().items():
        monkeypatch.setenv(name, text)
    monkeypatch.setattr("kubectl_inject.cli.status.watch.pause", step)
    return run("status", "-n", "shop", "--watch", *flags)


CURRENT = "statefulset/web   1/1       webhook (default)   1.31.0   current"
STALE = "statefulset/web   0/1       webhook (default)   1.31.0   stale: proxy image 1.31.0 → 1.31.1"
OTHER = "statefulset/api   1/1       webhook (default)   1.31.0   current"
GONE = "statefulset/web   <none>    <none>              <none>   gone"
ONE, NONE = "1 workload with 1 Pod: none stale", "0 workloads with 0 Pods: none stale"
ONE_STALE = "1 workload with 1 Pod: 1 stale (1 Pod)"
RESTART = ["to bring these up to date:", "  kubectl rollout restart statefulset/web -n shop"]
TROUBLE = (
    "cannot look now, and will try again: the cluster of the current context cannot be reached: "
    "Unable to connect to the server: dial tcp 10.0.0.1:443: i/o timeout"
)


@pytest.mark.parametrize(
    ("steps", "rows", "notes"),
    [
        ([], [HEADER, CURRENT], [ONE]),
        ([unchanged, unchanged], [HEADER, CURRENT], [ONE]),
        ([upgraded, unchanged], [HEADER, CURRENT, STALE], [ONE, ONE_STALE, *RESTART]),
        ([grown], [HEADER, CURRENT, OTHER], [ONE, "2 workloads with 2 Pods: none stale"]),
        ([emptied], [HEADER, CURRENT, GONE], [ONE, NONE]),
        ([emptied, grown], [HEADER, CURRENT, GONE, HEADER, OTHER, CURRENT], None),
        ([refused, unchanged, answering], [HEADER, CURRENT], [ONE, TROUBLE, "can look again"]),
        (
            [refused, upgraded, answering],
            [HEADER, CURRENT, STALE],
            [ONE, TROUBLE, "can look again", ONE_STALE, *RESTART],
        ),
    ],
)
def test_what_is_printed(
    run: Run,
    cluster: StandIn,
    monkeypatch: pytest.MonkeyPatch,
    steps: list[Step],
    rows: list[str],
    notes: list[str] | None,
) -> None:
    ended = watched(run, cluster, monkeypatch, steps)
    assert ended.out.splitlines() == rows
    assert notes is None or ended.err.splitlines() == notes
    assert ended.code == 130


def test_a_first_look_that_fails_ends_it(run: Run, cluster: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    refused(cluster)
    ended = watched(run, cluster, monkeypatch, [answering])
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("error: the cluster of the current context cannot be reached")


def test_names_of_those_that_became_stale(run: Run, cluster: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = watched(run, cluster, monkeypatch, [upgraded, unchanged], "-o", "name")
    assert (ended.out, ended.err) == ("statefulset.apps/web\n", "")


def test_documents(run: Run, cluster: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = watched(run, cluster, monkeypatch, [upgraded], "-o", "yaml")
    assert [text.splitlines()[0] for text in ended.out.split("---\n")] == ["apiVersion: kubectl-inject/v1alpha1"] * 2


def test_a_page_is_not_for_watching(run: Run) -> None:
    ended = run("status", "-n", "shop", "--watch", "-o", "html")
    assert ended.code == 2
    assert ended.err.startswith("error: -w/--watch: expected another format than html, which is one page, or --output")


@pytest.mark.parametrize("output", ["table", "html"])
def test_a_file_holds_all_of_it_each_time(
    run: Run, cluster: StandIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, output: str
) -> None:
    file = tmp_path / "status"
    ended = watched(run, cluster, monkeypatch, [grown, upgraded], "-o", output, f"--output={file}")
    text = file.read_text()
    assert (ended.code, ended.out) == (130, "")
    assert all(name in text for name in ("statefulset/web", "statefulset/api", "1.31.1"))


@pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals and signals")
@pytest.mark.parametrize("where", ["at rest", "while kubectl runs"])
def test_an_interrupt_ends_it_at_once(cluster: StandIn, where: str) -> None:
    """On a terminal the whole group of processes gets the signal; kubectl is in it or is ended."""
    import pty

    if where == "while kubectl runs":
        program = cluster.folder / "kubectl"
        program.write_text(program.read_text().replace('exec cat "${name', 'sleep 60; exec cat "${name'))
    leader, terminal = pty.openpty()
    environment = {**with_own_programs(), **cluster.environment(), "COLUMNS": "200"}
    environment.pop("NO_COLOR", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "kubectl_inject", "status", "-n", "shop", "--watch"],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env=environment,
        start_new_session=True,
    )
    os.close(terminal)
    shown = b""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if where == "at rest":
            shown += os.read(leader, 10_000)
            if b"none stale" in shown:
                break
        elif (cluster.folder / "calls").exists() and any("--raw" in call for call in cluster.calls()):
            break
        time.sleep(0.05)
    interrupted = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(20) == 130
    assert time.monotonic() - interrupted < 10
    if where == "at rest":
        assert b"statefulset/web   1/1       webhook (default)   1.31.0   \x1b[32mcurrent\x1b[0m\r\n" in shown
    os.set_blocking(leader, False)
    try:
        rest = os.read(leader, 10_000)
    except OSError:  # nothing is left to be read
        rest = b""
    os.close(leader)
    assert b"Traceback" not in rest
    assert b"error" not in rest
