"""``status`` from the command line, on a stand-in for kubectl: formats, exit statuses, and what it runs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.program_runs import Run
from tests.status.running_pods import Object, pod_of, workload
from tests.status.stand_in import StandIn

FORBIDDEN = 'Error from server (Forbidden): pods is forbidden: User "me" cannot list resource "pods" in API group ""\n'


def plain() -> Object:
    """Return a workload that is not to be injected."""
    value = workload("DaemonSet")
    value["metadata"]["name"] = "plain"
    value["spec"]["template"]["metadata"]["labels"]["sidecar.istio.io/inject"] = "false"
    return value


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Have a cluster with one workload that is injected, and one that is not."""
    found = StandIn(tmp_path / "cluster")
    found.start()
    found.hold("statefulsets", [workload("StatefulSet")])
    found.hold("daemonsets", [plain()])
    found.hold("pods", [pod_of(workload("StatefulSet")), pod_of(plain())])
    for name, text in found.environment().items():
        monkeypatch.setenv(name, text)
    return found


@pytest.mark.usefixtures("cluster")
def test_all_is_current(run: Run) -> None:
    ended = run("status")
    assert (ended.code, ended.err) == (0, "2 workloads with 2 Pods: none stale\n")
    assert [line.split()[0] for line in ended.out.splitlines()] == ["NAME", "daemonset/plain", "statefulset/web"]


def test_a_wide_table(run: Run, cluster: StandIn) -> None:
    cluster.configure("1.31.2")
    ended = run("status", "-n", "shop", "-o", "wide")
    assert [re.split(r" {3,}", line) for line in ended.out.splitlines()] == [
        ["NAME", "CURRENT", "INJECTED BY", "PROXY", "CONTROL PLANE", "DECISION", "STATUS"],
        [
            *("daemonset/plain", "1/1", "nobody", "<none>", "<none>"),
            "the Pod's label disables injection (sidecar.istio.io/inject: 'false')",
            "current",
        ],
        [
            *("statefulset/web", "0/1", "webhook (default)", "1.31.0", "1.31.2"),
            "the namespace's label enables injection (istio-injection: enabled)",
            "stale: proxy image 1.31.0 → 1.31.2; 1 of 1 sidecars are not ready",
        ],
    ]
    assert ended.err.splitlines() == [
        "2 workloads with 2 Pods: 1 stale (1 Pod)",
        "to bring these up to date:",
        "  kubectl rollout restart statefulset/web -n shop",
    ]
    assert ended.code == 1


def test_data(run: Run, cluster: StandIn) -> None:
    cluster.configure("1.31.2")
    ended = run("status", "-o", "json")
    found = json.loads(ended.out)
    assert (ended.code, ended.err) == (1, "")
    assert found["counts"] == {"workloads": 2, "stale": 1, "unknown": 0, "pods": 2, "stalePods": 1, "unknownPods": 0}
    (web,) = (item for item in found["items"] if item["name"] == "web")
    assert web["pods"][0]["changes"] == [{"setting": "proxy image", "from": "1.31.0", "to": "1.31.2"}]
    assert yaml.safe_load(run("status", "-o", "yaml").out) == found
    assert run("status", "-o", "name").out == "statefulset.apps/web\n"
    assert run("status", "-o", "html").out.lower().startswith("<!doctype html>")


@pytest.mark.parametrize("source", ["version", "files"])
def test_what_if(run: Run, cluster: StandIn, tmp_path: Path, source: str) -> None:
    other = StandIn(tmp_path / "other")
    other.start("1.31.3")
    files = {"--inject-config-file": "config", "--values-file": "values", "--mesh-config-file": "mesh"}
    flags = {
        "version": ["--istio-version", "1.31.3"],
        "files": [f"{flag}={other.folder / name}" for flag, name in files.items()],
    }
    ended = run("status", "statefulset/web", *flags[source])
    assert ended.code == 1
    assert "stale: proxy image 1.31.0 → 1.31.3; " in ended.out
    assert not [call for call in cluster.calls() if "configmaps" in call]


def test_it_reads_and_does_nothing_else(run: Run, cluster: StandIn) -> None:
    cluster.configure("1.31.2")
    run("status", "-A")
    run("status", "-n", "shop", "-l", "app=web")
    calls = cluster.calls()
    assert {call.split()[0] for call in calls} == {"get", "config"}
    assert {call.split()[1] for call in calls if call.startswith("config")} == {"view"}
    assert "secret" not in " ".join(calls).lower()


def test_what_cannot_be_read_at_all(run: Run, cluster: StandIn) -> None:
    cluster.refuse(FORBIDDEN)
    ended = run("status")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "error: the cluster does not let me list pods\n"


def test_a_pod_that_cannot_be_injected_any_more(run: Run, cluster: StandIn) -> None:
    pod = pod_of(workload("StatefulSet"))
    pod["metadata"]["annotations"]["inject.istio.io/templates"] = "none"
    cluster.hold("pods", [pod])
    ended = run("status", "statefulset/web")
    assert ended.code == 2
    assert ended.out.splitlines()[1].split("   ")[-1].startswith("unknown: it cannot be injected now: ")
    assert ended.err.splitlines()[-1] == "1 workload with 1 Pod: none stale, 1 unknown"
