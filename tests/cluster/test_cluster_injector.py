"""``--via-injector`` and ``check --against-injector``: Istio's own injector, called through a real API server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cluster.conftest import CONFIGS
from tests.cluster.servers.api_server import VIEWER, ApiServer
from tests.cluster.servers.installation import IstioInstallation, captured_files, installed
from tests.cluster.servers.istio_injector import IstioInjector
from tests.cluster.test_from_cluster import SEES_WEBHOOKS, role
from tests.conftest import ROOT
from tests.injection.test_workload_kinds import MANIFESTS
from tests.program_runs import Run

SAMPLES = CONFIGS.parent / "samples"
BOOKINFO = ROOT / "examples" / "bookinfo"


@pytest.fixture(scope="module")
def cluster(api_server: ApiServer, istio: IstioInstallation) -> Iterator[ApiServer]:
    """Have Istio with its injector, and a revision whose injector is nowhere."""
    assert istio.injector is not None
    api_server.create_namespaces("enabled", labels={"istio-injection": "enabled"})
    lost = IstioInstallation(captured_files("istio-1.30.3", CONFIGS), revision="lost")
    with installed(api_server, lost):
        yield api_server


@pytest.fixture(autouse=True)
def _with_cluster(cluster: ApiServer, kubeconfig: Path) -> None:
    assert cluster.kubeconfig() == kubeconfig


def containers(text: str) -> list[list[str]]:
    """Return the names of the containers of each workload."""
    workloads = [value["spec"] for value in yaml.safe_load_all(text) if "template" in str(value.get("spec"))]
    templates = [(spec.get("jobTemplate", {}).get("spec") or spec)["template"]["spec"] for spec in workloads]
    return [[item["name"] for item in [*spec.get("initContainers", []), *spec["containers"]]] for spec in templates]


def test_the_injector_and_its_configuration_come_to_the_same(run: Run) -> None:
    requested = run("-R", "-f", str(BOOKINFO), "--via-injector")
    own = run("-R", "-f", str(BOOKINFO), "--from-cluster")
    assert containers(requested.out) == containers(own.out)
    assert ["istio-init", "istio-proxy", "ratings"] in containers(own.out)
    reported = requested.err.splitlines()
    changed = "injected: the cluster's injector changed the Pod (istio-system/istiod)"
    assert f"Deployment bookinfo/ratings: {changed}" in reported
    left = "skipped: the cluster's injector left the Pod as it is (istio-system/istiod)"
    assert f"DaemonSet bookinfo/log-forwarder: {left}" in reported
    assert run("check", "-R", "-f", str(BOOKINFO), "--against-injector").out == "8 workloads checked, 0 findings\n"


def test_what_the_injector_does_not_change_keeps_its_text(run: Run) -> None:
    Path("app.yaml").write_text(
        "kind: Pod  # mine\napiVersion: v1\nmetadata: {name: web}\nspec:\n  containers:\n  - name: app\n"
        "    image: 'nginx'\n    resources: {limits: {cpu: 0.50}}  # half\n    unheardOf: kept\n"
    )
    injected = run("-f", "app.yaml", "--via-injector").out
    for line in ("kind: Pod  # mine\n", "    image: 'nginx'\n", "{cpu: 0.50}}  # half\n", "    unheardOf: kept\n"):
        assert line in injected
    assert "name: istio-proxy\n" in injected


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="no recorded samples beside the project")
def test_the_injector_confirms_every_sample(run: Run) -> None:
    files = [flag for file in sorted(SAMPLES.glob("*/input.yaml")) for flag in ("-f", str(file))]
    ended = run("check", "--against-injector", "-o", "json", *files)
    workloads = json.loads(ended.out)["workloads"]
    assert [workload for workload in workloads if workload["finding"]] == []
    assert len(workloads) > 20
    assert ended.code == 0


def test_differences_from_the_injector_are_shown(run: Run) -> None:
    Path("app.yaml").write_text(
        "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n  - {name: app, image: nginx}\n"
    )
    ended = run("check", "-f", "app.yaml", "--against-injector", "--set", "global.tag=1.31.2")
    assert ended.code == 1
    assert (
        '    spec.initContainers[istio-proxy].image: here "docker.io/istio/proxyv2:1.31.2", '
        'there "docker.io/istio/proxyv2:1.31.0"\n'
    ) in ended.out
    assert ended.out.endswith("1 workload checked, 1 finding\n")


KINDS: list[dict[str, Any]] = [
    {"apiVersion": "apps/v1", "kind": "Deployment"},
    {"apiVersion": "apps/v1", "kind": "ReplicaSet"},
    {"apiVersion": "apps/v1", "kind": "StatefulSet"},
    {"apiVersion": "apps/v1", "kind": "DaemonSet"},
    {"apiVersion": "v1", "kind": "ReplicationController"},
    {"apiVersion": "batch/v1", "kind": "Job"},
    {"apiVersion": "batch/v1", "kind": "CronJob"},
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind["kind"]))
def test_the_injector_takes_a_pod_for_its_workload_s(run: Run, kind: dict[str, Any]) -> None:
    # Without labels, only the owner gives the proxy its names.
    template = {"template": {"spec": {"containers": [{"name": "app", "image": "nginx"}]}}}
    spec = {"jobTemplate": {"spec": template}} if kind["kind"] == "CronJob" else template
    value = {**kind, "metadata": {"name": "web-1", "namespace": "shop"}, "spec": spec}
    Path("app.json").write_text(json.dumps(value))
    assert run("check", "-f", "app.json", "--against-injector").out == "1 workload checked, 0 findings\n"
    assert '"value": "web-1"' in run("-f", "app.json", "--via-injector").out


# Of a DeploymentConfig the injector sees a ReplicationController, whose version it writes: istioctl has the object's.
# We do as istioctl in manual mode, as the injector in auto mode.
EXAMPLES = sorted(path for path in MANIFESTS.glob("*.yaml") if path.stem != "deploymentconfig")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_injector_makes_the_same_of_pods_of_every_kind(run: Run, path: Path) -> None:
    ended = run("check", "-f", str(path), "--against-injector")
    assert " 0 findings" in ended.out.splitlines()[-1], ended.out


SINGLE = sorted(path for path in MANIFESTS.glob("*.yaml") if path.stem != "list")


@pytest.mark.parametrize("path", SINGLE, ids=lambda path: path.stem)
def test_the_same_in_auto_mode(run: Run, path: Path) -> None:
    manifests = list(yaml.safe_load_all(path.read_text()))
    for value in manifests:
        value["metadata"]["namespace"] = "enabled"
    Path("app.yaml").write_text(yaml.safe_dump_all(manifests))
    ended = run("check", "-f", "app.yaml", "--against-injector", "--injection", "auto", "-o", "json")
    checked = json.loads(ended.out)["workloads"]
    assert [workload for workload in checked if workload["finding"]] == []
    if path.stem == "deploymentconfig":
        assert (
            "kubernetes://apis/v1/namespaces/enabled/deploymentconfigs/web"
            in run("-f", "app.yaml", "--via-injector", "--injection", "auto").out
        )


def test_kinds_of_the_user_s_are_shown_to_the_injector_too(run: Run) -> None:
    Path("app.yaml").write_text(
        "apiVersion: example.com/v1\nkind: Game\nmetadata: {name: chess}\n"
        "spec: {game: {spec: {containers: [{name: app, image: nginx}]}}}\n"
    )
    ended = run("-f", "app.yaml", "--via-injector", "--workload-kind", "Game.example.com=spec.game")
    assert "name: istio-proxy" in ended.out


@pytest.mark.parametrize(("namespace", "injected"), [("enabled", True), ("default", False)])
def test_auto_mode_shows_only_what_the_webhooks_select(run: Run, namespace: str, injected: bool) -> None:
    Path("app.yaml").write_text(
        f"apiVersion: v1\nkind: Pod\nmetadata: {{name: web, namespace: {namespace}}}\n"
        "spec:\n  containers:\n  - {name: app, image: nginx}\n"
    )
    ended = run("-f", "app.yaml", "--via-injector", "--injection", "auto")
    assert (ended.code, "istio-proxy" in ended.out) == (0, injected)


BROKEN = (
    "apiVersion: v1\nkind: Pod\nmetadata: {name: web, annotations: {inject.istio.io/templates: nope}}\n"
    "spec:\n  containers:\n  - {name: app, image: nginx}\n"
)


def test_the_injector_s_refusal_names_the_workload(run: Run) -> None:
    Path("app.yaml").write_text(BROKEN)
    ended = run("-f", "app.yaml", "--via-injector")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("error: app.yaml: document 1: Pod default/web: ")
    assert "the cluster's injector refuses: " in ended.err
    assert "nope" in ended.err


def test_a_service_that_is_not_there(run: Run) -> None:
    ended = run("-f", str(BOOKINFO / "ratings.yaml"), "--via-injector", "-r", "lost")
    assert (ended.code, ended.out) == (1, "")
    assert "no injector service istio-system/istiod-lost: " in ended.err


def test_a_service_that_nothing_runs_behind(run: Run, cluster: ApiServer) -> None:
    metadata = {"name": "istiod-lost", "namespace": "istio-system"}
    spec = {"selector": {"app": "nothing"}, "ports": [{"name": "https-webhook", "port": 443}]}
    service = [
        {"apiVersion": "v1", "kind": "Service", "metadata": metadata, "spec": spec},
        {"apiVersion": "v1", "kind": "Endpoints", "metadata": metadata, "subsets": []},
    ]
    cluster.apply(service)
    try:
        ended = run("-f", str(BOOKINFO / "ratings.yaml"), "--via-injector", "-r", "lost")
    finally:
        cluster.delete(service)
    assert ended.err.endswith("no injector service istio-system/istiod-lost: nothing runs behind it\n")


def test_webhooks_that_name_a_url_have_no_service(
    run: Run, cluster: ApiServer, istio: IstioInstallation, istio_injector: IstioInjector
) -> None:
    remote = IstioInstallation(istio.files, revision="remote", injector=None)
    (webhooks,) = (thing for thing in remote.objects() if thing["kind"] == "MutatingWebhookConfiguration")
    url = {"url": f"https://{istio_injector.address}/inject"}
    by_url = {**webhooks, "webhooks": [{**webhook, "clientConfig": url} for webhook in webhooks["webhooks"]]}
    cluster.apply([by_url])
    try:
        ended = run("-f", str(BOOKINFO / "ratings.yaml"), "--via-injector", "-r", "remote")
    finally:
        cluster.delete([by_url])
    assert ended.err == (
        "error: no injector service: the webhooks of istio-sidecar-injector-remote name a URL, "
        "which only the API server can call\n"
    )


def test_who_may_not_use_the_proxy_gets_a_message(run: Run, cluster: ApiServer) -> None:
    given = role("sees-webhooks", VIEWER, SEES_WEBHOOKS)
    cluster.apply(given)
    try:
        kubeconfig = str(cluster.kubeconfig(VIEWER))
        ended = run("-f", str(BOOKINFO / "ratings.yaml"), "--via-injector", "--kubeconfig", kubeconfig)
    finally:
        cluster.delete(given)
    assert "the cluster does not let viewer create services/proxy in namespace istio-system" in ended.err


def test_it_needs_no_right_to_read_the_configuration(run: Run, cluster: ApiServer) -> None:
    proxies = {"apiGroups": [""], "resources": ["services/proxy"], "verbs": ["create"]}
    given = role("asks-injector", VIEWER, SEES_WEBHOOKS, proxies)
    cluster.apply(given)
    try:
        kubeconfig = str(cluster.kubeconfig(VIEWER))
        ended = run("-f", str(BOOKINFO / "ratings.yaml"), "--via-injector", "--kubeconfig", kubeconfig)
    finally:
        cluster.delete(given)
    assert (ended.code, "istio-proxy" in ended.out) == (0, True)
