"""Workloads by kind and name, and by their labels."""

from __future__ import annotations

import pytest

from kubectl_inject.injection.selection.workload_filter import WorkloadFilter, WorkloadName, workload_name
from kubectl_inject.kubernetes.label_selector import parse_selector_text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("deploy/web", "Deployment"),
        ("deployment/web", "Deployment"),
        ("deployments/web", "Deployment"),
        ("Deployment/web", "Deployment"),
        ("deployments.apps/web", "Deployment"),
        ("deployment.v1.apps/web", "Deployment"),
        ("sts/web", "StatefulSet"),
        ("ds/web", "DaemonSet"),
        ("rs/web", "ReplicaSet"),
        ("rc/web", "ReplicationController"),
        ("po/web", "Pod"),
        ("jobs/web", "Job"),
        ("cj/web", "CronJob"),
        ("dc/web", "DeploymentConfig"),
        ("cm/web", None),
        ("list/web", None),
        ("deploy/", None),
        ("deploy", None),
        ("deploy/web/x", None),
        ("/web", None),
    ],
)
def test_names(text: str, kind: str | None) -> None:
    assert workload_name(text) == (WorkloadName(kind, "web") if kind else None)


@pytest.mark.parametrize(
    ("names", "selector", "selects"),
    [
        (["deploy/web"], "", True),
        (["deploy/shop", "deploy/web"], "", True),
        (["sts/web"], "", False),
        ([], "app=web", True),
        ([], "app=shop", False),
        (["deploy/web"], "app=shop", False),
    ],
)
def test_selection(names: list[str], selector: str, selects: bool) -> None:
    value = {"kind": "Deployment", "metadata": {"name": "web", "labels": {"app": "web"}}}
    named = tuple(name for each in names if (name := workload_name(each)))
    assert WorkloadFilter(named, parse_selector_text(selector)).selects(value) is selects


@pytest.mark.parametrize("metadata", [None, [], {"labels": []}, {"labels": None}])
def test_objects_without_labels_are_selected_by_no_label(metadata: object) -> None:
    assert not WorkloadFilter((), parse_selector_text("app=web")).selects({"kind": "Pod", "metadata": metadata})
