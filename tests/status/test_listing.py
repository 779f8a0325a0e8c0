"""Objects that are listed in pages by kubectl."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from kubectl_inject.cluster.kubectl import ClusterError, ForbiddenError, Kubectl
from kubectl_inject.cluster.listing import PODS, listed
from tests.status.stand_in import PAGE, StandIn


@pytest.fixture
def cluster(tmp_path: Path) -> StandIn:
    found = StandIn(tmp_path / "cluster")
    found.start()
    return found


def kubectl_of(cluster: StandIn) -> Kubectl:
    return Kubectl(program=str(cluster.folder / "kubectl"))


def pod(name: str, **metadata: Any) -> dict[str, Any]:
    return {"metadata": {"name": name, **metadata}, "spec": {}}


@pytest.mark.parametrize("count", [0, 1, PAGE, 2 * PAGE + 1])
def test_all_pages_are_read_in_order(cluster: StandIn, count: int) -> None:
    cluster.hold("pods", (pod(f"web-{number}") for number in range(count)))
    found = list(listed(kubectl_of(cluster), PODS, "shop"))
    assert [each["metadata"]["name"] for each in found] == [f"web-{number}" for number in range(count)]
    assert all((each["apiVersion"], each["kind"]) == ("v1", "Pod") for each in found)
    assert len(cluster.calls()) == max(1, -(-count // PAGE))


def test_of_managed_fields_resizes_stay(cluster: StandIn) -> None:
    resize = {"manager": "vpa", "subresource": "resize"}
    managed = [{"manager": "kubectl"}, resize, {"manager": "kubelet", "subresource": "status"}, None]
    cluster.hold("pods", [pod("a", managedFields=managed), pod("b", managedFields=managed[:1]), pod("c")])
    found = list(listed(kubectl_of(cluster), PODS))
    assert [each["metadata"].get("managedFields") for each in found] == [[resize], None, None]


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("", "kubectl get --raw /api/v1/pods: expected a JSON object, found ''"),
        ("[]", "kubectl get --raw /api/v1/pods: expected a JSON object, found '[]'"),
        ('{"items": {}}', "kubectl get --raw /api/v1/pods: items: expected a list"),
        ('{"items": [1]}', "kubectl get --raw /api/v1/pods: items[0]: expected an object with metadata and a name"),
        ('{"items": [{"metadata": {}}]}', "items[0]: expected an object with metadata and a name"),
    ],
)
def test_what_is_no_list(cluster: StandIn, answer: str, message: str) -> None:
    (cluster.folder / "pods.1").write_text(answer)
    with pytest.raises(ClusterError, match=re.escape(message)):
        list(listed(kubectl_of(cluster), PODS))


def test_what_may_not_be_listed(cluster: StandIn) -> None:
    cluster.refuse('Error from server (Forbidden): pods is forbidden: User "me" cannot list resource "pods"\n')
    with pytest.raises(ForbiddenError, match="the cluster does not let me list pods"):
        list(listed(kubectl_of(cluster), PODS))


def test_who_stops_early_waits_for_nothing(cluster: StandIn) -> None:
    page = {"metadata": {"continue": "2"}, "items": [pod("a"), pod("b")]}
    (cluster.folder / "pods.1").write_text(json.dumps(page))
    program = cluster.folder / "kubectl"
    program.write_text(
        program.read_text().replace("case $name in *continue=*)", "case $name in *continue=*) sleep 60;")
    )
    objects = listed(kubectl_of(cluster), PODS)
    assert isinstance(objects, Generator)
    assert next(objects)["metadata"]["name"] == "a"
    started = time.monotonic()
    objects.close()
    assert time.monotonic() - started < 5
