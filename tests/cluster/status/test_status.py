"""``status`` on a real API server: Pods that Istio's own injector made, and what became of the configuration since."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cluster.conftest import CONFIGS
from tests.cluster.servers.api_server import VIEWER, ApiServer
from tests.cluster.servers.installation import IstioInstallation, captured_files, installed
from tests.cluster.servers.istio_injector import ControlPlaneFiles
from tests.cluster.status.running_workloads import APP, OWN_PROXY, Running, changes_in, items_of, workload
from tests.program_runs import Run
from tests.status.status_schema import against_schema

Object = dict[str, Any]
NAMESPACE, TAGGED, PLAIN = "status-enabled", "status-tagged", "status-plain"


@pytest.fixture(scope="module")
def running(api_server: ApiServer, istio: IstioInstallation) -> Running:
    """Run workloads whose Pods Istio's injector made, by labels of three namespaces."""
    api_server.create_namespaces(NAMESPACE, labels={"istio-injection": "enabled"})
    api_server.create_namespaces(TAGGED, labels={"istio.io/rev": "prod"})
    api_server.create_namespaces(PLAIN)
    assert istio.injector is not None
    found = Running(api_server)
    found.run(workload("Deployment", "web", NAMESPACE))
    found.run(workload("StatefulSet", "db", NAMESPACE, APP, OWN_PROXY))
    found.run(workload("Deployment", "tagged", TAGGED))
    found.run(workload("Deployment", "plain", PLAIN))
    return found


Changing = Callable[[Object, Object, Object], None]
"""Changes the three parts of a configuration: the injector's, the values, and the mesh config."""


def changed_files(files: ControlPlaneFiles, folder: Path, change: Changing) -> ControlPlaneFiles:
    inject, values = yaml.safe_load(files.config.read_text()), json.loads(files.values.read_text())
    mesh = yaml.safe_load(files.mesh.read_text())
    change(inject, values, mesh)
    found = ControlPlaneFiles(folder / "config", folder / "values", folder / "mesh")
    found.config.write_text(yaml.safe_dump(inject))
    found.values.write_text(json.dumps(values))
    found.mesh.write_text(yaml.safe_dump(mesh))
    return found


@pytest.mark.usefixtures("kubeconfig", "running")
def test_equal_pods_are_current(run: Run) -> None:
    items = items_of(run, "-n", NAMESPACE, code=0)
    assert {name: (item["finding"], changes_in(item)) for name, item in items.items()} == {
        "web": ("CURRENT", []),
        "db": ("CURRENT", []),
    }


def _set(tree: Object, path: str, value: Any) -> None:
    *parents, last = path.split(".")
    for name in parents:
        tree = tree.setdefault(name, {})
    tree[last] = value


def value(path: str, new: Any) -> Changing:
    return lambda _inject, values, _mesh: _set(values, path, new)


def mesh(path: str, new: Any) -> Changing:
    return lambda _inject, _values, mesh: _set(mesh, path, new)


def template(old: str, new: str) -> Changing:
    def change(inject: Object, _values: Object, _mesh: Object) -> None:
        text = inject["templates"]["sidecar"]
        assert old in text
        inject["templates"]["sidecar"] = text.replace(old, new, 1)

    return change


CHANGES: dict[str, tuple[Changing, list[str]]] = {
    "image": (value("global.tag", "1.31.1"), ["proxy image: 1.31.0 -> 1.31.1"]),
    "resources": (value("global.proxy.resources.requests.cpu", "200m"), ["CPU request: 100m -> 200m"]),
    "limit": (value("global.proxy.resources.limits.memory", "2048Mi"), ["memory limit: 1Gi -> 2Gi"]),
    "template": (
        template("- name: PROXY_CONFIG", "- name: ISTIO_META_X\n      value: new\n    - name: PROXY_CONFIG"),
        ["ISTIO_META_X: None -> new"],
    ),
    "mesh config": (mesh("defaultConfig.concurrency", 4), ["proxy config concurrency: None -> 4"]),
    "trust domain": (
        mesh("trustDomain", "example.org"),
        # The mesh ID is the trust domain where it is not given.
        ["ISTIO_META_MESH_ID: cluster.local -> example.org", "TRUST_DOMAIN: cluster.local -> example.org"],
    ),
    "CNI": (value("pilot.cni.enabled", True), ["CNI: no -> yes"]),
    "native sidecars": (value("pilot.env.ENABLE_NATIVE_SIDECARS", "false"), ["native sidecar: yes -> no"]),
    "log level": (value("global.proxy.logLevel", "debug"), ["proxy argument --proxyLogLevel: warning -> debug"]),
    "network": (
        value("global.network", "east"),
        ["ISTIO_META_NETWORK: None -> east", "label topology.istio.io/network: None -> east"],
    ),
    "pull policy": (value("global.imagePullPolicy", "Always"), ["proxy imagePullPolicy: None -> Always"]),
}


WITH_OWN_PROXY = {
    "resources": ["istio-init CPU request: 100m -> 200m"],
    # The API server has filled in Always, for an image without a tag.
    "pull policy": ["istio-init imagePullPolicy: None -> Always"],
}
"""What differs for a workload whose own proxy says something else, which wins."""


@pytest.mark.usefixtures("kubeconfig", "running")
@pytest.mark.parametrize("name", CHANGES)
def test_what_changed_is_named_and_nothing_else(
    name: str, run: Run, api_server: ApiServer, istio: IstioInstallation, tmp_path: Path
) -> None:
    change, expected = CHANGES[name]
    changed = replace(istio, files=changed_files(istio.files, tmp_path, change))
    api_server.apply(changed.objects())
    try:
        items = items_of(run, "-n", NAMESPACE, code=1)
    finally:
        api_server.apply(istio.objects())
    assert changes_in(items["web"]) == expected
    assert items["web"]["finding"] == "CHANGED"
    assert changes_in(items["db"]) == WITH_OWN_PROXY.get(name, expected)
    assert all(item["outdated"] == [] for item in items.values())
    assert items["web"]["restart"] == ["kubectl", "rollout", "restart", "deployment/web", "-n", NAMESPACE]


@pytest.fixture
def canary(api_server: ApiServer, istio: IstioInstallation) -> Iterator[IstioInstallation]:
    """Have a second control plane, of an older release, to which the tag ``prod`` was moved."""
    found = IstioInstallation(captured_files("istio-1.30.3", CONFIGS), revision="canary", tags=("prod",))
    with installed(api_server, found):
        yield found
    api_server.apply(istio.objects())


@pytest.mark.usefixtures("kubeconfig", "running", "canary")
def test_a_tag_that_was_moved(run: Run) -> None:
    tagged = items_of(run, "-n", TAGGED, code=1)["tagged"]
    assert changes_in(tagged)[0] == "revision: default -> canary"
    assert "proxy image: 1.31.0 -> 1.30.3" in changes_in(tagged)
    assert (tagged["requestedRevision"], tagged["controlPlane"], tagged["injectedBy"]) == (
        "canary",
        "1.30.3",
        ["webhook (default)"],
    )
    assert tagged["notes"][1:] == ["proxy 1.31.0 is newer than control plane 1.30.3, which Istio does not support"]


@pytest.mark.usefixtures("kubeconfig", "running")
def test_another_revision_of_the_same_configuration(run: Run, api_server: ApiServer, istio: IstioInstallation) -> None:
    other = replace(istio, revision="other", tags=(), injector=None)
    with installed(api_server, other):
        api_server.kubectl("label", "namespace", NAMESPACE, "istio-injection-", "istio.io/rev=other")
        try:
            items = items_of(run, "-n", NAMESPACE, code=1)
        finally:
            api_server.kubectl("label", "namespace", NAMESPACE, "istio-injection=enabled", "istio.io/rev-")
    assert changes_in(items["web"]) == ["revision: default -> other"]


@pytest.mark.usefixtures("kubeconfig", "running")
@pytest.mark.parametrize(
    ("namespace", "labels", "name", "finding"),
    [
        (NAMESPACE, ["istio-injection=disabled"], "web", "UNREQUESTED"),
        (PLAIN, ["istio-injection=enabled"], "plain", "NOT_INJECTED"),
        (PLAIN, ["istio-injection-"], "plain", "CURRENT"),
    ],
)
def test_labels_that_changed(
    run: Run, api_server: ApiServer, namespace: str, labels: list[str], name: str, finding: str
) -> None:
    api_server.kubectl("label", "namespace", namespace, "--overwrite", *labels)
    try:
        items = items_of(run, "-n", namespace, code=0 if finding == "CURRENT" else 1)
    finally:
        before = "istio-injection=enabled" if namespace == NAMESPACE else "istio-injection-"
        api_server.kubectl("label", "namespace", namespace, "--overwrite", before)
    assert (items[name]["finding"], changes_in(items[name])) == (finding, [])


@pytest.mark.usefixtures("kubeconfig", "running")
def test_what_if(run: Run) -> None:
    web = items_of(run, "deploy/web", "-n", NAMESPACE, "--istio-version", "1.30.3", code=1)["web"]
    assert "proxy image: 1.31.0 -> 1.30.3" in changes_in(web)
    assert not [change for change in changes_in(web) if change.startswith("revision")]


@pytest.mark.usefixtures("kubeconfig", "running")
def test_tables_and_names(run: Run) -> None:
    ended = run("status", "-A", "-l", "app in (web,plain)")
    assert ended.code == 0
    assert [line.split() for line in ended.out.splitlines()] == [
        ["NAMESPACE", "NAME", "CURRENT", "INJECTED", "BY", "PROXY", "STATUS"],
        [
            NAMESPACE,
            "deployment/web",
            "1/1",
            "webhook",
            "(default)",
            "1.31.0",
            "current;",
            *["1", "of", "1", "sidecars", "are", "not", "ready"],
        ],
        [PLAIN, "deployment/plain", "1/1", "nobody", "<none>", "current"],
    ]
    assert ended.err.splitlines()[-1] == "2 workloads with 2 Pods: none stale"
    assert run("status", "-n", NAMESPACE, "--istio-version", "1.30", "-o", "name").out.splitlines() == [
        "deployment.apps/web",
        "statefulset.apps/db",
    ]


SOME_RIGHTS = [
    {"apiGroups": [""], "resources": ["pods", "namespaces", "configmaps"], "verbs": ["get", "list"]},
    {"apiGroups": ["apps"], "resources": ["deployments", "statefulsets", "daemonsets"], "verbs": ["get", "list"]},
    {
        "apiGroups": ["admissionregistration.k8s.io"],
        "resources": ["mutatingwebhookconfigurations"],
        "verbs": ["get", "list"],
    },
]
OTHER_RIGHTS = [
    {"apiGroups": [""], "resources": ["nodes", "replicationcontrollers"], "verbs": ["get", "list"]},
    {"apiGroups": ["apps"], "resources": ["replicasets", "controllerrevisions"], "verbs": ["get", "list"]},
    {"apiGroups": ["batch"], "resources": ["jobs", "cronjobs"], "verbs": ["get", "list"]},
]


@contextmanager
def viewing(api: ApiServer, rules: list[Object], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Be a user with these rights alone."""
    role = {
        "apiVersion": "rbac.authorization.k8s.io/v1",
        "kind": "ClusterRole",
        "metadata": {"name": "status"},
        "rules": rules,
    }
    binding = {
        "apiVersion": "rbac.authorization.k8s.io/v1",
        "kind": "ClusterRoleBinding",
        "metadata": {"name": "status"},
        "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "status"},
        "subjects": [{"kind": "User", "name": VIEWER}],
    }
    api.apply([role, binding])
    try:
        with monkeypatch.context() as changed:
            for name, text in api.environment(VIEWER).items():
                changed.setenv(name, text)
            yield
    finally:
        api.delete([role, binding])


@pytest.mark.usefixtures("running")
def test_what_may_not_be_read_is_named(run: Run, api_server: ApiServer, monkeypatch: pytest.MonkeyPatch) -> None:
    with viewing(api_server, [], monkeypatch):
        assert run("status", "-n", NAMESPACE).code == 2
    with viewing(api_server, SOME_RIGHTS, monkeypatch):
        ended = run("status", "-n", NAMESPACE, "-o", "json")
    found = json.loads(ended.out)
    assert ended.code == 2
    assert against_schema(found) == []
    assert [(item["name"], item["finding"]) for item in found["items"]] == [("web", "CURRENT"), ("db", "CURRENT")]
    assert f"the cluster does not let {VIEWER} list replicasets.apps in namespace {NAMESPACE}" in found["unread"]
    assert f"the cluster does not let {VIEWER} list nodes" in found["unread"]


@pytest.mark.usefixtures("running")
def test_get_and_list_are_enough(run: Run, api_server: ApiServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rights that docs/status.md names; none is for Secrets."""
    with viewing(api_server, SOME_RIGHTS + OTHER_RIGHTS, monkeypatch):
        ended = run("status", "-A", "-l", "app in (web,db)", "-o", "json")
    found = json.loads(ended.out)
    assert (ended.code, found["unread"], ended.err) == (0, [], "")
    assert {(item["namespace"], item["name"]) for item in found["items"]} >= {(NAMESPACE, "web"), (NAMESPACE, "db")}


@pytest.mark.usefixtures("kubeconfig", "running")
def test_it_is_written_to_files(run: Run, tmp_path: Path) -> None:
    arguments = ("status", "-n", NAMESPACE, "--output", "status.out")
    printed = run("status", "-n", NAMESPACE)
    assert run(*arguments, "--report", "status.md") == printed._replace(out="")
    assert (tmp_path / "status.out").read_text() == printed.out
    assert (tmp_path / "status.md").read_text().startswith("## Sidecars in the cluster\n\n2 workloads with 2 Pods")
    assert run(*arguments, "-o", "html", "--report", "status.json") == (0, "", "")
    assert (tmp_path / "status.out").read_text().startswith("<!DOCTYPE html>")
    assert against_schema(json.loads((tmp_path / "status.json").read_text())) == []
    assert run(*arguments, "--report", "status.out").code == 2


@pytest.mark.usefixtures("kubeconfig", "running")
def test_a_workload_that_is_not_there(run: Run) -> None:
    ended = run("status", "deploy/none", "-n", NAMESPACE)
    assert (ended.code, ended.err) == (2, f"error: namespace {NAMESPACE} has no Deployment/none\n")
