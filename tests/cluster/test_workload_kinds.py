"""Each kind of custom resource, injected: an API server with the published definition takes it, strictly validated."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from kubectl_inject.builtin import builtin_config
from kubectl_inject.cluster.injector import created_pod
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.workload import find_workload
from kubectl_inject.kubernetes.workload_kinds import read_kinds
from kubectl_inject.startup.frozen import replace
from tests.cluster.servers.api_server import ApiServer
from tests.injection.test_workload_kinds import MANIFESTS
from tests.program_runs import Run

Object = dict[str, Any]
KNATIVE = "serving.knative.dev"
DEFINITIONS = [json.loads(path.read_text()) for path in sorted(Path(__file__).with_name("crds").glob("*.json"))]
DEFINED = {(value["spec"]["group"], value["spec"]["names"]["kind"]) for value in DEFINITIONS}


def examples() -> list[Object]:
    """Return the examples of the kinds that are defined."""
    values = [value for path in sorted(MANIFESTS.glob("*.yaml")) for value in yaml.safe_load_all(path.read_text())]
    return [value for value in values if (value["apiVersion"].rpartition("/")[0], value["kind"]) in DEFINED]


@pytest.fixture(scope="module")
def defined(api_server: ApiServer) -> ApiServer:
    """Return the API server once it serves the definitions."""
    api_server.apply(DEFINITIONS, "--server-side")
    names = [f"crd/{value['metadata']['name']}" for value in DEFINITIONS]
    api_server.kubectl("wait", "--for=condition=Established", "--timeout=60s", *names)
    api_server.create_namespaces("shop", "ml", "games")
    return api_server


def test_every_definition_has_an_example() -> None:
    assert {(value["apiVersion"].rpartition("/")[0], value["kind"]) for value in examples()} == DEFINED


@pytest.mark.parametrize("native", [True, False], ids=["native", "classic"])
def test_what_is_written_passes_strict_validation(defined: ApiServer, native: bool) -> None:
    config = builtin_config("1.31")
    injector = Injector(replace(config, installation=replace(config.installation, native_sidecars=native)))
    injected = []
    fit = [value for value in examples() if value["apiVersion"].partition("/")[0] != KNATIVE]
    for number, value in enumerate(fit):
        result = injector.inject_object(value)
        name = f"{value['metadata']['name']}-{number}"
        injected.append({**result.object, "metadata": {**result.object["metadata"], "name": name}})
    text = json.dumps({"apiVersion": "v1", "kind": "List", "items": injected})
    run = defined.run_kubectl("apply", "--server-side", "--dry-run=server", "--validate=strict", "-f", "-", stdin=text)
    assert run.returncode == 0, run.stderr
    assert len(run.stdout.splitlines()) == len(injected)


_HASH = "5f7c9d6b84"
CONTROLLED = [
    # As the controllers' sources have it: the owner, and a generated name or a full one.
    ("argo-rollout", 0, ("apps/v1", "ReplicaSet", f"checkout-{_HASH}"), {"rollouts-pod-template-hash": _HASH}),
    ("kruise-cloneset", 0, ("apps.kruise.io/v1alpha1", "CloneSet", "search"), {}),
    ("kruise-statefulset", 0, ("apps.kruise.io/v1beta1", "StatefulSet", "search"), {}),
    ("kruise-daemonset", 0, ("apps.kruise.io/v1alpha1", "DaemonSet", "search"), {}),
    ("kruise-jobs", 0, ("apps.kruise.io/v1alpha1", "BroadcastJob", "warm"), {}),
    ("kruise-jobs", 1, ("batch/v1", "Job", "nightly-28000000"), {}),
    ("keda-scaledjob", 0, ("batch/v1", "Job", "thumbnails"), {}),
    ("jobset", 0, ("batch/v1", "Job", "simulate-driver-0"), {}),
    ("leaderworkerset", 0, ("apps/v1", "StatefulSet", "serve"), {}),
    ("kubeflow", 0, "train-chief-0", {}),
    ("agones", 2, "arena", {}),
]


@pytest.mark.parametrize(("manifest", "number", "owner", "labels"), CONTROLLED)
def test_pods_as_controllers_create_them(
    manifest: str, number: int, owner: tuple[str, str, str] | str, labels: dict[str, str]
) -> None:
    value = list(yaml.safe_load_all((MANIFESTS / f"{manifest}.yaml").read_text()))[number]
    workload = find_workload(value)
    assert workload is not None
    metadata = created_pod(workload)["metadata"]
    if isinstance(owner, str):
        assert (metadata["name"], metadata.get("ownerReferences")) == (owner, None)
    else:
        (reference,) = metadata["ownerReferences"]
        assert tuple(reference[name] for name in ("apiVersion", "kind", "name")) == owner
        assert metadata["generateName"] == f"{owner[2]}-"
    assert labels.items() <= metadata.get("labels", {}).items()


GAMES: Object = {
    "apiVersion": "apiextensions.k8s.io/v1",
    "kind": "CustomResourceDefinition",
    "metadata": {"name": "games.example.com"},
    "spec": {"group": "example.com", "scope": "Namespaced", "names": {"kind": "Game", "plural": "games"}},
}


def test_kinds_of_the_cluster_are_listed(defined: ApiServer, run: Run) -> None:
    (jobs,) = (value for value in DEFINITIONS if value["metadata"]["name"] == "jobsets.jobset.x-k8s.io")
    games = {**GAMES, "spec": {**GAMES["spec"], "versions": jobs["spec"]["versions"]}}
    defined.apply([games], "--server-side")
    try:
        ended = run("config", "discover", "--kubeconfig", str(defined.kubeconfig()))
    finally:
        defined.delete([games])
    assert ended.code == 0, ended.err
    assert ended.out == "--workload-kind 'Game.example.com=spec.replicatedJobs[*].template.spec.template'\n"
    assert "JobSet.jobset.x-k8s.io: known already\n" in ended.err


def test_knative_takes_no_sidecar(defined: ApiServer) -> None:
    # Which is why they are left alone: the definition, and the more so Knative's webhook, refuses what injection adds.
    kinds = read_kinds((), "Service,Configuration")
    for value in (each for each in examples() if each["apiVersion"].partition("/")[0] == KNATIVE):
        injected = Injector(replace(builtin_config("1.31"), kinds=kinds)).inject_object(value).object
        for validated, refused in ((value, False), (injected, True)):
            flags = ("--server-side", "--dry-run=server", "--validate=strict", "-f", "-")
            run = defined.run_kubectl("apply", *flags, stdin=json.dumps(validated))
            assert bool(run.returncode) is refused, run.stderr
