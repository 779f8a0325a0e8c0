"""Flux's kustomize-controller delivers a kustomization with emitted patches: what it applies is what was injected."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cluster.servers.api_server import ApiServer
from tests.delivery.flux_controller import Flux, running_flux
from tests.program_runs import Run
from tests.requirements import require_program
from tools.real_programs import KUSTOMIZE_CONTROLLER

pytestmark = pytest.mark.real

NAMESPACE = "flux-shop"
KINDS = ("deployments", "cronjobs", "statefulsets")
CONTAINER = {"name": "app", "image": "nginx"}


def pod_template(**spec: Any) -> dict[str, Any]:
    return {"metadata": {"labels": {"app": "web"}}, "spec": {"containers": [CONTAINER], **spec}}


SELECTED = {"selector": {"matchLabels": {"app": "web"}}}
BASE = [
    {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "web"},
        "spec": {**SELECTED, "template": pod_template()},
    },
    {
        "apiVersion": "apps/v1",
        "kind": "StatefulSet",
        "metadata": {"name": "db"},
        "spec": {**SELECTED, "serviceName": "db", "template": pod_template()},
    },
    {
        "apiVersion": "batch/v1",
        "kind": "CronJob",
        "metadata": {"name": "nightly"},
        "spec": {
            "schedule": "0 1 * * *",
            "jobTemplate": {"spec": {"template": pod_template(restartPolicy="Never")}},
        },
    },
]


@pytest.fixture(scope="module")
def flux(api_server: ApiServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flux]:
    """Run kustomize-controller."""
    require_program(KUSTOMIZE_CONTROLLER)
    with running_flux(api_server, tmp_path_factory.mktemp("flux")) as controller:
        api_server.create_namespaces(NAMESPACE)
        yield controller


def write_repository(*components: str) -> None:
    """Write a base and an overlay that renames, as kustomizations."""
    overlay = {"resources": ["../base"], "components": list(components), "namePrefix": "eu-", "namespace": NAMESPACE}
    for name, fields in (("base", {"resources": ["app.yaml"]}), ("prod", overlay)):
        Path("repository", name).mkdir(parents=True, exist_ok=True)
        Path("repository", name, "kustomization.yaml").write_text(json.dumps(fields))
    Path("repository/base/app.yaml").write_text(yaml.safe_dump_all(BASE))


def applied(server: ApiServer) -> dict[str, Any]:
    """Return the workloads in the cluster."""
    items = server.get(",".join(KINDS), "-n", NAMESPACE)["items"]
    return {f"{item['kind']}/{item['metadata']['name']}": item["spec"] for item in items}


def as_kept(server: ApiServer, manifests: str) -> dict[str, Any]:
    """Return what the cluster would keep of manifests whose objects are there, defaults included."""
    kept = server.kubectl("replace", "--dry-run=server", "-o", "yaml", "-f", "-", stdin=manifests)
    return {f"{item['kind']}/{item['metadata']['name']}": item["spec"] for item in yaml.safe_load_all(kept)}


def test_from_the_first_commit_to_the_last(flux: Flux, run: Run) -> None:
    server, repository = flux.server, Path("repository")
    write_repository()
    flux.deliver("shop", NAMESPACE, "./prod")

    # One commit adds the sidecars, one upgrades the mesh.
    seen = []
    for version in ("1.30", "1.31"):
        write_repository()
        injected = run("-k", "repository/prod", "--istio-version", version, "--no-restore").out
        emit = ("--emit", "kustomize-patches", "repository/prod/sidecars", "--for", "repository/prod")
        assert run("-f", "repository/base/app.yaml", *emit, "--istio-version", version).code == 0
        write_repository("sidecars")
        flux.commit("shop", NAMESPACE, repository)
        seen.append(applied(server))
        assert seen[-1].keys() == {"Deployment/eu-web", "StatefulSet/eu-db", "CronJob/eu-nightly"}
        assert seen[-1] == as_kept(server, injected)
        assert f":{version}." in json.dumps(seen[-1])
    assert seen[0] != seen[1]

    # Another takes the component away, and the sidecars go with it.
    write_repository()
    flux.commit("shop", NAMESPACE, repository)
    without = applied(server)
    assert "istio" not in json.dumps(without)
    containers = without["Deployment/eu-web"]["template"]["spec"]["containers"]
    assert [container["name"] for container in containers] == ["app"]
