"""Whom a bare Pod belongs to, known by its owner references, names and labels."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.injection.workload import Owner, pod_owner


def owned(kind: str, name: str, api_version: str = "apps/v1", **reference: Any) -> list[dict[str, Any]]:
    return [{"apiVersion": api_version, "kind": kind, "name": name, "controller": True, **reference}]


@pytest.mark.parametrize(
    ("references", "labels", "owner"),
    [
        pytest.param(
            owned("ReplicaSet", "web-5d4f"),
            {"pod-template-hash": "5d4f"},
            Owner("apps/v1", "Deployment", "web", "shop"),
            id="deployment",
        ),
        pytest.param(
            owned("ReplicaSet", "web-5d4f"), {}, Owner("apps/v1", "ReplicaSet", "web-5d4f", "shop"), id="replica set"
        ),
        pytest.param(
            owned("ReplicaSet", "web-5d4f"),
            {"pod-template-hash": "other"},
            Owner("apps/v1", "ReplicaSet", "web-5d4f", "shop"),
            id="another hash",
        ),
        pytest.param(
            owned("ReplicaSet", "web-77"),
            {"rollouts-pod-template-hash": "77"},
            Owner("v1alpha1", "Rollout", "web", "shop"),
            id="rollout",
        ),
        pytest.param(
            owned("ReplicationController", "web-1", "v1"),
            {"deploymentconfig": "web"},
            Owner("v1", "DeploymentConfig", "web", "shop"),
            id="deployment config",
        ),
        pytest.param(
            owned("ReplicationController", "web-1", "v1"),
            {},
            Owner("v1", "ReplicationController", "web-1", "shop"),
            id="replication controller",
        ),
        pytest.param(
            owned("Job", "nightly-27843210", "batch/v1"),
            {},
            Owner("batch/v1", "CronJob", "nightly", "shop"),
            id="cron job",
        ),
        pytest.param(
            owned("Job", "nightly-1627843210", "batch/v1"),
            {},
            Owner("batch/v1", "CronJob", "nightly", "shop"),
            id="cron job, older name",
        ),
        pytest.param(
            owned("Job", "nightly-1234567", "batch/v1"),
            {},
            Owner("batch/v1", "Job", "nightly-1234567", "shop"),
            id="job",
        ),
        pytest.param(
            owned("StatefulSet", "db"), {}, Owner("apps/v1", "StatefulSet", "db", "shop"), id="any other controller"
        ),
        pytest.param(
            owned("StatefulSet", "db", controller=False), {}, Owner("v1", "Pod", "web-x", "shop"), id="no controller"
        ),
        pytest.param(
            [*owned("Node", "n1", "v1", controller=None), *owned("DaemonSet", "agent")],
            {},
            Owner("apps/v1", "DaemonSet", "agent", "shop"),
            id="second of two references",
        ),
        pytest.param([], {"pod-template-hash": "5d4f"}, Owner("v1", "Pod", "web-x", "shop"), id="no reference"),
    ],
)
def test_owner(references: list[dict[str, Any]], labels: dict[str, str], owner: Owner) -> None:
    metadata = {"name": "web-x", "generateName": "web-", "ownerReferences": references, "labels": labels}
    assert pod_owner({"metadata": metadata}, "shop") == owner


def test_pod_with_a_name_of_its_own_is_its_own_owner() -> None:
    references = owned("ReplicaSet", "web-5d4f")
    metadata = {"name": "web-x", "ownerReferences": references, "labels": {"pod-template-hash": "5d4f"}}
    assert pod_owner({"metadata": metadata}, "") == Owner("v1", "Pod", "web-x", "")
