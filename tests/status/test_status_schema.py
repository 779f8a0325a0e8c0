"""``status -o json`` by its published schema; what real runs print is compared with it where they are tested."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from kubectl_inject.status.changed_settings import ChangedSetting
from kubectl_inject.status.verdicts import Finding, Injector, PodVerdict, Sidecar, Status, WorkloadVerdict
from tests.status.status_schema import against_schema, schema

SIDECAR = Sidecar("1.30.3", ready=False, restarts=2, trouble="OOMKilled")
CHANGES = (ChangedSetting("proxy image", "1.30.3", "1.31.0"), ChangedSetting("x", None, "1"))
PODS = tuple(
    PodVerdict(finding.name, finding, injector, "default", CHANGES, sidecar, "why", older=True)
    for finding in Finding
    for injector, sidecar in zip(Injector, (SIDECAR, None, SIDECAR, None, SIDECAR), strict=True)
)
FULL = WorkloadVerdict(
    "apps/v1", "Deployment", "shop", "web", "default", "by default", PODS, Injector.OURS, CHANGES, "1.31.0", ("a",), "b"
)
PLAIN = Status((FULL, WorkloadVerdict("v1", "Pod", "", "", "", "")), ("nodes",)).to_plain()


def test_it_takes_all_there_can_be() -> None:
    assert against_schema(PLAIN) == []
    assert against_schema(Status(()).to_plain()) == []


def test_it_names_all_findings_and_injectors() -> None:
    definitions = schema()["$defs"]
    assert definitions["finding"]["enum"] == [finding.name for finding in Finding]
    for owner, field in (("pod", "injectedBy"), ("workload", "renderedBy")):
        assert definitions[owner]["properties"][field]["enum"] == [injector.value for injector in Injector]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("kind", "Status"),
        ("counts.pods", -1),
        ("unread", None),
        ("items.0.finding", "FINE"),
        ("items.0.extra", 1),
        ("items.0.pods.0.sidecar.ready", "yes"),
        ("items.0.pods.0.changes.0.from", 1),
    ],
)
def test_it_refuses_others(path: str, value: Any) -> None:
    wrong = copy.deepcopy(PLAIN)
    *parents, last = path.split(".")
    place: Any = wrong
    for part in parents:
        place = place[int(part) if part.isdigit() else part]
    place[last] = value
    (problem,) = against_schema(wrong)
    assert problem
