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

from kubectl_inject.cluster.injector import created_pod
from kubectl_inject.injection.workload import find_workload
from tests.cluster.api_server import VIEWER, ApiServer
from tests.cluster.conftest import CONFIGS
from tests.cluster.installation import IstioInstallation, captured_files, installed
from tests.cluster.istio_injector import ControlPlaneFiles
from tests.cluster.webhook_installation import Pods
from tests.program_runs import Run
from tests.status.status_schema import against_schema

Object = dict[str, Any]
NAMESPACE, TAGGED, PLAIN = "status-enabled", "status-tagged", "status-plain"
OWN_PROXY = {"name": "istio-proxy", "image": "auto", "resources": {"requests": {"cpu": "50m"}}}
APP = {
    "name": "app",
    "image": "nginx:1.27",
    "ports": [{"name": "http", "containerPort": 8080}],
    "readinessProbe": {"httpGet": {"path": "/ready", "port": "http"}},
}


def workload(kind: str, name: str, namespace: str, *containers: Object, **metadata: Any) -> Object:
    labels = {"app": name}
    template = {
        "metadata": {"labels": labels, **metadata},
        "spec": {"containers": list(containers or (APP,))},
    }
    service = {"serviceName": name} if kind == "StatefulSet" else {}
    spec = {"selector": {"matchLabels": labels}, "template": template, **service}
    where = {"name": name, "namespace": namespace, "labels": labels}
    return {"apiVersion": "apps/v1", "kind": kind, "metadata": where, "spec": spec}


class Running:
    """Makes Pods as controllers would, for no controller runs."""

    def __init__(self, api: ApiServer) -> None:
        self.api = api
        self.pods = Pods(api)

    def run(self, value: Object, number: int = 1, text: str = "5f7c9d6b84") -> None:
        """Create a workload, its ReplicaSet where it has one, and a Pod."""
        self.api.apply([value])
        namespace, name = value["metadata"]["namespace"], value["metadata"]["name"]
        found = find_workload(value, namespace)
        assert found is not None
        pod = created_pod(found)
        if value["kind"] == "Deployment":
            self.api.apply([replica_set(self.api, value, number, text)])
            pod["metadata"]["labels"]["pod-template-hash"] = text
            pod["metadata"]["ownerReferences"][0]["name"] = f"{name}-{text}"
            pod["metadata"]["generateName"] = f"{name}-{text}-"
        elif value["kind"] == "StatefulSet":
            pod["metadata"]["name"] = f"{name}-0"
        answer = self.pods.post(namespace, pod)
        assert answer.ok, answer.text


def replica_set(api: ApiServer, deployment: Object, number: int, text: str) -> Object:
    namespace, name = deployment["metadata"]["namespace"], deployment["metadata"]["name"]
    uid = api.get("deployment", name, "-n", namespace)["metadata"]["uid"]
    owner = {"apiVersion": "apps/v1", "kind": "Deployment", "name": name, "uid": uid, "controller": True}
    template = json.loads(json.dumps(deployment["spec"]["template"]))
    template["metadata"]["labels"]["pod-template-hash"] = text
    selector = {"matchLabels": {**deployment["spec"]["selector"]["matchLabels"], "pod-template-hash": text}}
    metadata = {
        "name": f"{name}-{text}",
        "namespace": namespace,
        "labels": template["metadata"]["labels"],
        "annotations": {"deployment.kubernetes.io/revision": str(number)},
        "ownerReferences": [owner],
    }
    spec = {"replicas": 1, "selector": selector, "template": template}
    return {"apiVersion": "apps/v1", "kind": "ReplicaSet", "metadata": metadata, "spec": spec}


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


def items_of(run: Run, *arguments: str, code: int) -> dict[str, Object]:
    ended = run("status", *arguments, "-o", "json")
    assert ended.code == code, ended.err + ended.out
    status = json.loads(ended.out)
    assert against_schema(status) == []
    return {item["name"]: item for item in status["items"]}


def changes_in(item: Object) -> list[str]:
    (pod,) = item["pods"]
    return [f"{each['setting']}: {each['from']} -> {each['to']}" for each in pod["changes"]]


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
    assert (tagged["askedOf"], tagged["controlPlane"], tagged["injectedBy"]) == (
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
        (NAMESPACE, ["istio-injection=disabled"], "web", "UNASKED"),
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


@pytest.mark.usefixtures("kubeconfig")
def test_pods_older_than_their_template(run: Run, running: Running) -> None:
    running.api.create_namespaces("status-rollout", labels={"istio-injection": "enabled"})
    old = workload("Deployment", "web", "status-rollout")
    running.run(old, 1, "aaaaaaaaaa")
    new = workload("Deployment", "web", "status-rollout", {**APP, "image": "nginx:1.28"})
    running.run(new, 2, "bbbbbbbbbb")
    web = items_of(run, "-n", "status-rollout", code=1)["web"]
    assert sorted((pod["finding"], pod["olderThanTemplate"]) for pod in web["pods"]) == [
        ("CURRENT", False),
        ("OLDER", True),
    ]
    assert web["restart"] == []
    assert "1 of 2 Pods are older than its template" in web["notes"]


def flags_of(files: ControlPlaneFiles) -> list[str]:
    """Return the flags by which manifests are injected as the control plane would."""
    return [
        f"--inject-config-file={files.config}",
        f"--values-file={files.values}",
        f"--mesh-config-file={files.mesh}",
    ]


@pytest.mark.usefixtures("kubeconfig")
def test_manifests_rendered_beforehand(run: Run, running: Running, captured_istio: ControlPlaneFiles) -> None:
    running.api.create_namespaces("status-rendered")
    flags = flags_of(captured_istio)
    for name, image in (("same", "1.31.0"), ("other", "1.30.9")):
        plain = workload("Deployment", name, "status-rendered")
        ended = run("-f", "-", "-o", "json", *flags, stdin=json.dumps(plain))
        injected = json.loads(ended.out.replace("proxyv2:1.31.0", f"proxyv2:{image}"))
        running.run(injected, text=f"{name}aaaaaaa"[:10])
    items = items_of(run, "-n", "status-rendered", code=1)
    assert changes_in(items["same"]) == []
    assert (items["same"]["finding"], items["same"]["askedOf"]) == ("CURRENT", "")
    assert [each["to"] for each in items["other"]["outdated"]] == ["1.31.0"]
    assert items["other"]["notes"][0] == "its manifests were rendered with another configuration: render them again"
    assert items["other"]["restart"] == []
    running.api.kubectl("label", "namespace", "status-rendered", "istio-injection=enabled")
    both = items_of(run, "-n", "status-rendered", "deploy/same", code=0)["same"]
    assert both["notes"][0] == "both its manifests and the webhook of revision default inject it"


@pytest.mark.usefixtures("kubeconfig")
@pytest.mark.parametrize("image", ["1.31.0", "1.30.9"])
def test_manifests_that_the_webhook_injects_again(
    image: str, run: Run, running: Running, captured_istio: ControlPlaneFiles
) -> None:
    """Istio's injector takes a proxy that is there for the user's own, and would so again: its Pods are current."""
    namespace = f"status-both-{image.replace('.', '-')}"
    running.api.create_namespaces(namespace, labels={"istio-injection": "enabled"})
    ended = run(
        "-f", "-", "-o", "json", *flags_of(captured_istio), stdin=json.dumps(workload("Deployment", "web", namespace))
    )
    running.run(json.loads(ended.out.replace("proxyv2:1.31.0", f"proxyv2:{image}")))
    web = items_of(run, "-n", namespace, code=0 if image == "1.31.0" else 1)["web"]
    assert [pod["finding"] for pod in web["pods"]] == ["CURRENT"]
    assert [each["to"] for each in web["outdated"]] == ([] if image == "1.31.0" else ["1.31.0"])
    assert web["notes"][0] == "both its manifests and the webhook of revision default inject it"
    assert web["restart"] == []


@pytest.mark.usefixtures("kubeconfig")
def test_a_proxy_that_was_resized_in_place(run: Run, running: Running) -> None:
    running.api.create_namespaces("status-resized", labels={"istio-injection": "enabled"})
    running.run(workload("StatefulSet", "db", "status-resized"))
    container = {"name": "istio-proxy", "resources": {"requests": {"cpu": "700m"}}}
    patch = json.dumps({"spec": {"initContainers": [container]}})
    running.api.kubectl("patch", "pod", "db-0", "-n", "status-resized", "--subresource=resize", "-p", patch)
    pod = running.api.get("pod", "db-0", "-n", "status-resized")
    (proxy,) = (each for each in pod["spec"]["initContainers"] if each["name"] == "istio-proxy")
    assert proxy["resources"]["requests"]["cpu"] == "700m"
    db = items_of(run, "-n", "status-resized", code=0)["db"]
    assert (db["finding"], changes_in(db)) == ("CURRENT", [])


HELPER = {"name": "helper", "image": "busybox:1", "restartPolicy": "Always", "resources": {"limits": {"cpu": "1"}}}
"""A native sidecar of the user's own."""


def batch(kind: str, name: str, namespace: str) -> Object:
    spec = {"containers": [APP], "initContainers": [HELPER], "restartPolicy": "Never"}
    job: Object = {"template": {"metadata": {"labels": {"app": name}}, "spec": spec}}
    given = job if kind == "Job" else {"schedule": "* * * * *", "jobTemplate": {"spec": job}}
    return {
        "apiVersion": "batch/v1",
        "kind": kind,
        "metadata": {"name": name, "namespace": namespace, "labels": {"app": name}},
        "spec": given,
    }


@pytest.mark.usefixtures("kubeconfig")
def test_pods_of_every_kind(run: Run, running: Running) -> None:
    namespace = "status-kinds"
    running.api.create_namespaces(namespace, labels={"istio-injection": "enabled"})
    running.run(workload("DaemonSet", "daemon", namespace))
    running.run(batch("Job", "job", namespace))
    running.run(batch("CronJob", "cron", namespace))
    bare = {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": "bare", "namespace": namespace, "labels": {"networking.istio.io/tunnel": "http"}},
        "spec": {"containers": [APP], "volumes": [{"name": "workload-socket", "hostPath": {"path": "/run/spire"}}]},
    }
    running.api.kubectl("apply", "-f", "-", stdin=json.dumps(bare))
    debugger = {"spec": {"ephemeralContainers": [{"name": "debugger", "image": "busybox:1"}]}}
    flags = ("-n", namespace, "--subresource=ephemeralcontainers", "-p", json.dumps(debugger))
    running.api.kubectl("patch", "pod", "bare", *flags)
    items = items_of(run, "-n", namespace, code=0)
    assert {name: (item["kind"], item["finding"], changes_in(item)) for name, item in items.items()} == {
        "daemon": ("DaemonSet", "CURRENT", []),
        "job": ("Job", "CURRENT", []),
        "cron": ("CronJob", "CURRENT", []),
        "bare": ("Pod", "CURRENT", []),
    }
    assert all(item["injectedBy"] == ["webhook (default)"] for item in items.values())


@pytest.mark.usefixtures("kubeconfig")
def test_what_admission_plugins_fill_in(run: Run, running: Running) -> None:
    namespace = "status-limited"
    running.api.create_namespaces(namespace, labels={"istio-injection": "enabled"})
    limit = {
        "type": "Container",
        "default": {"cpu": "3", "memory": "2Gi", "ephemeral-storage": "1Gi"},
        "defaultRequest": {"cpu": "10m", "ephemeral-storage": "100Mi"},
    }
    metadata = {"name": "defaults", "namespace": namespace}
    running.api.apply([{"apiVersion": "v1", "kind": "LimitRange", "metadata": metadata, "spec": {"limits": [limit]}}])
    running.run(workload("Deployment", "web", namespace))
    running.run(workload("StatefulSet", "db", namespace, APP, OWN_PROXY))
    (pod,) = running.api.get("pods", "-n", namespace, "-l", "app=web")["items"]
    (proxy,) = (each for each in pod["spec"]["initContainers"] if each["name"] == "istio-proxy")
    assert proxy["resources"]["limits"] == {"cpu": "2", "memory": "1Gi", "ephemeral-storage": "1Gi"}
    items = items_of(run, "-n", namespace, code=0)
    assert {name: changes_in(item) for name, item in items.items()} == {"web": [], "db": []}
