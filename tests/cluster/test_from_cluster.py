"""``--from-cluster`` against a real API server: what is read, and what is reported where it cannot be."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kubectl_inject import ClusterError, InjectionConfig, Injector
from kubectl_inject.cli.completion import protocol
from tests.cluster.conftest import CONFIGS
from tests.cluster.servers.api_server import NOBODY, VIEWER, ApiServer, Object
from tests.cluster.servers.installation import IstioInstallation, captured_files, installed
from tests.cluster.servers.istio_injector import ControlPlaneFiles
from tests.conftest import POD
from tests.program_runs import Run, program_runner

WEBHOOKS = "mutatingwebhookconfigurations.admissionregistration.k8s.io"


@pytest.fixture(scope="module", autouse=True)
def installations(api_server: ApiServer, captured_istio: ControlPlaneFiles) -> Iterator[None]:
    api_server.create_namespaces("enabled", labels={"istio-injection": "enabled"})
    api_server.create_namespaces("canaries", labels={"istio.io/rev": "next"})
    api_server.create_namespaces("plain")
    canary = IstioInstallation(captured_files("istio-1.30.3", CONFIGS), revision="canary", tags=("next",))
    with installed(api_server, IstioInstallation(captured_istio), canary):
        yield


@pytest.fixture(autouse=True)
def _manifest(kubeconfig: Path, tmp_path: Path) -> None:
    assert kubeconfig.exists()
    (tmp_path / "app.yaml").write_text(POD)


def image_in(text: str) -> str:
    spec: dict[str, Any] = yaml.safe_load(text)["spec"]
    return next(str(container["image"]) for container in spec["initContainers"] if container["name"] == "istio-proxy")


@pytest.mark.parametrize(
    ("flags", "image"),
    [
        pytest.param(["--from-cluster"], "docker.io/istio/proxyv2:1.31.0", id="default revision"),
        pytest.param(["--from-cluster", "-r", "canary"], "docker.io/istio/proxyv2:1.30.3", id="revision"),
        pytest.param(["--from-cluster", "-r", "next"], "docker.io/istio/proxyv2:1.30.3", id="tag"),
        pytest.param(
            ["--injectConfigMapName", "istio-sidecar-injector-canary"],
            "docker.io/istio/proxyv2:1.30.3",
            id="a name asks the cluster",
        ),
    ],
)
def test_the_control_plane_is_found(run: Run, flags: list[str], image: str) -> None:
    ended = run("-f", "app.yaml", *flags)
    assert (ended.code, image_in(ended.out)) == (0, image)


def test_it_is_reported_which_cluster_and_revision(run: Run, api_server: ApiServer) -> None:
    ended = run("-f", "app.yaml", "--from-cluster", "-r", "next")
    assert ended.err.startswith(f"configuration: the cluster {api_server.url}, revision canary\n")


@pytest.mark.parametrize(
    ("named", "revision", "image"),
    [
        pytest.param({}, "default", "docker.io/istio/proxyv2:1.31.0", id="default revision"),
        pytest.param({"revision": "canary"}, "canary", "docker.io/istio/proxyv2:1.30.3", id="revision"),
        pytest.param({"revision": "next"}, "canary", "docker.io/istio/proxyv2:1.30.3", id="tag"),
        pytest.param({"istio_namespace": "istio-system", "context": "admin"}, "default", "proxyv2:1.31.0", id="names"),
    ],
)
def test_from_python(api_server: ApiServer, named: dict[str, Any], revision: str, image: str) -> None:
    config = InjectionConfig.from_cluster(kubeconfig=api_server.kubeconfig(), **named)
    assert config.revision == revision
    assert image_in(Injector(config).inject(POD).text).endswith(image)


@pytest.mark.parametrize(
    ("named", "message"),
    [
        pytest.param({"revision": "nope"}, "no revision 'nope'; there are: canary, default, next", id="revision"),
        pytest.param({"context": "nope"}, "no context 'nope'", id="context"),
        pytest.param({"istio_namespace": "elsewhere"}, "namespace elsewhere: ", id="namespace"),
    ],
)
def test_from_python_what_is_not_there_is_named(api_server: ApiServer, named: dict[str, Any], message: str) -> None:
    with pytest.raises(ClusterError, match=message):
        InjectionConfig.from_cluster(kubeconfig=api_server.kubeconfig(), **named)


def test_a_file_replaces_a_part_of_the_cluster(run: Run, captured_istio: ControlPlaneFiles) -> None:
    Path("values.json").write_text(captured_istio.values.read_text().replace('"tag": "1.31.0"', '"tag": "mine"'))
    ended = run("-f", "app.yaml", "--from-cluster", "--values-file", "values.json")
    assert image_in(ended.out) == "docker.io/istio/proxyv2:mine"


@pytest.mark.parametrize(
    ("namespace", "flags", "injected"),
    [
        pytest.param("enabled", [], True, id="enabled"),
        pytest.param("plain", [], False, id="unlabelled"),
        pytest.param("canaries", [], False, id="another revision's"),
        pytest.param("canaries", ["-r", "canary"], True, id="by the tag"),
        pytest.param("enabled", ["-r", "canary"], False, id="the default revision's"),
    ],
)
def test_auto_mode_follows_the_cluster_s_namespaces(run: Run, namespace: str, flags: list[str], injected: bool) -> None:
    ended = run("-f", "app.yaml", "--from-cluster", "--injection", "auto", "-n", namespace, *flags)
    assert (ended.code, "istio-proxy" in ended.out) == (0, injected)


def test_the_context_s_namespace_is_that_of_objects_without_one(
    run: Run, api_server: ApiServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KUBECONFIG", str(api_server.kubeconfig(namespace="enabled")))
    assert "istio-proxy" in run("-f", "app.yaml", "--from-cluster", "--injection", "auto").out


def test_completion_offers_the_cluster_s_namespaces(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    complete = program_runner(protocol.main, capfdbinary, monkeypatch)
    assert complete("-n", "en").out.splitlines() == ["enabled", ":4"]
    assert {"canaries", "enabled", "plain"} <= set(complete("check", "--namespace", "").out.splitlines())


def role(name: str, user: str, *rules: dict[str, list[str]]) -> list[Object]:
    """Return a cluster's role with rules, and what gives it to a user."""
    api = "rbac.authorization.k8s.io"
    metadata = {"name": name}
    return [
        {"apiVersion": f"{api}/v1", "kind": "ClusterRole", "metadata": metadata, "rules": list(rules)},
        {
            "apiVersion": f"{api}/v1",
            "kind": "ClusterRoleBinding",
            "metadata": metadata,
            "roleRef": {"apiGroup": api, "kind": "ClusterRole", "name": name},
            "subjects": [{"apiGroup": api, "kind": "User", "name": user}],
        },
    ]


SEES_WEBHOOKS = {
    "apiGroups": ["admissionregistration.k8s.io"],
    "resources": ["mutatingwebhookconfigurations"],
    "verbs": ["list"],
}
SEES_CONFIG_MAPS = {"apiGroups": [""], "resources": ["configmaps"], "verbs": ["get"]}
SEES_NODES = {"apiGroups": [""], "resources": ["nodes"], "verbs": ["list"]}


@pytest.mark.parametrize(
    ("rules", "flags", "refusal"),
    [
        pytest.param([], [], f"does not let viewer list {WEBHOOKS}", id="webhooks"),
        pytest.param(
            [SEES_WEBHOOKS], [], "does not let viewer get configmaps in namespace istio-system", id="config maps"
        ),
        pytest.param([SEES_WEBHOOKS, SEES_CONFIG_MAPS], [], "does not let viewer list nodes", id="nodes"),
        pytest.param([SEES_WEBHOOKS, SEES_CONFIG_MAPS], ["--native-sidecars"], "", id="nodes are not read"),
        pytest.param(
            [SEES_WEBHOOKS, SEES_CONFIG_MAPS, SEES_NODES],
            ["--injection", "auto"],
            "does not let viewer list namespaces",
            id="namespaces",
        ),
        pytest.param([SEES_WEBHOOKS, SEES_CONFIG_MAPS, SEES_NODES], [], "", id="all that manual mode needs"),
    ],
)
def test_a_refusal_names_the_verb_and_the_resource(
    run: Run, api_server: ApiServer, rules: list[dict[str, list[str]]], flags: list[str], refusal: str
) -> None:
    given = role("reads-istio", VIEWER, *rules)
    api_server.apply(given)
    try:
        ended = run(*("-f", "app.yaml", "--from-cluster", "--kubeconfig", str(api_server.kubeconfig(VIEWER))), *flags)
    finally:
        api_server.delete(given)
    if refusal:
        assert (ended.code, ended.out) == (1, "")
        assert ended.err.endswith(f"error: the cluster {refusal}\n")
    else:
        assert (ended.code, "istio-proxy" in ended.out) == (0, True)


def kubeconfig_for(url: str, *, token: str = "") -> str:
    """Return the text of a kubeconfig whose only context leads to a URL; without a token its user has nothing."""
    return yaml.safe_dump(
        {
            "apiVersion": "v1",
            "kind": "Config",
            "clusters": [{"name": "c", "cluster": {"server": url}}],
            "contexts": [{"name": "c", "context": {"cluster": "c", "user": "u"}}],
            "users": [{"name": "u", "user": {"token": token} if token else {}}],
            "current-context": "c",
        }
    )


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        pytest.param(
            ["--revision", "nope"],
            "no revision 'nope'; there are: canary, default, next (a tag of canary). --revision says which",
            id="no such revision",
        ),
        pytest.param(["--context", "nope"], "no context 'nope'; --context names one of: admin", id="no such context"),
        pytest.param(["--kubeconfig", "nope.yaml"], "--kubeconfig: no such file nope.yaml", id="no such kubeconfig"),
        pytest.param(
            ["--kubeconfig", "/dev/null"],
            "no current context; kubectl has none; --kubeconfig names a file",
            id="no current context",
        ),
        pytest.param(
            ["-i", "elsewhere"],
            'namespace elsewhere: namespaces "elsewhere" not found. -i/--istio-namespace, --inject-config-map-name and '
            "--mesh-config-map-name say where the configuration is",
            id="no such namespace",
        ),
        pytest.param(
            ["--mesh-config-map-name", "nope"],
            'namespace istio-system: configmaps "nope" not found. -i/--istio-namespace, --inject-config-map-name and '
            "--mesh-config-map-name say where the configuration is",
            id="no such config map",
        ),
        pytest.param(["--webhook-config", "nope"], f'{WEBHOOKS} "nope" not found', id="no such webhooks"),
    ],
)
def test_what_is_not_there_is_named(run: Run, flags: list[str], message: str) -> None:
    ended = run("-f", "app.yaml", "--from-cluster", *flags)
    assert (ended.code, ended.out, ended.err) == (1, "", f"error: {message}\n")


def test_an_unreachable_cluster(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    Path("kc.yaml").write_text(kubeconfig_for(f"https://127.0.0.1:{port}", token="t"))
    ended = run("-f", "app.yaml", "--from-cluster", "--kubeconfig", "kc.yaml")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("error: the cluster of the current context cannot be reached: ")
    assert f"127.0.0.1:{port}" in ended.err


def test_a_user_without_credentials(run: Run, api_server: ApiServer) -> None:
    Path("kc.yaml").write_text(kubeconfig_for(api_server.url))
    ended = run("-f", "app.yaml", "--from-cluster", "--kubeconfig", "kc.yaml")
    assert ended.err == "error: the current context: its user has no credentials, and kubectl would ask for a name\n"


def test_an_unknown_user(run: Run, api_server: ApiServer) -> None:
    kubeconfig = str(api_server.kubeconfig(NOBODY, token="wrong"))
    ended = run("-f", "app.yaml", "--from-cluster", "--kubeconfig", kubeconfig)
    assert ended.err.startswith("error: the cluster of the current context does not know you: ")


def test_kubectl_is_needed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    ended = run("-f", "app.yaml", "--from-cluster")
    assert ended.err == "error: kubectl is not on the PATH; the cluster is read with it\n"


def test_a_cluster_without_istio(run: Run, api_server: ApiServer, captured_istio: ControlPlaneFiles) -> None:
    objects = IstioInstallation(captured_istio).objects()
    canary = IstioInstallation(captured_files("istio-1.30.3", CONFIGS), revision="canary", tags=("next",)).objects()
    webhooks = [thing for thing in [*objects, *canary] if thing["kind"] == "MutatingWebhookConfiguration"]
    api_server.delete(webhooks)
    try:
        ended = run("-f", "app.yaml", "--from-cluster")
    finally:
        api_server.apply(webhooks)
    assert ended.err.startswith("error: found no control plane of Istio: no MutatingWebhookConfiguration has ")


@pytest.mark.parametrize(
    ("kubelets", "native"),
    [
        pytest.param(["v1.33.1", "v1.36.0"], True, id="all can"),
        pytest.param(["v1.36.0", "v1.32.9"], False, id="one cannot"),
    ],
)
def test_native_sidecars_follow_the_oldest_node(
    run: Run, api_server: ApiServer, kubelets: list[str], native: bool
) -> None:
    nodes: list[Object] = [
        {"apiVersion": "v1", "kind": "Node", "metadata": {"name": f"node-{index}"}} for index in range(len(kubelets))
    ]
    api_server.apply(nodes)
    statuses = [
        {**node, "status": {"nodeInfo": node_info(kubelet)}} for node, kubelet in zip(nodes, kubelets, strict=True)
    ]
    try:
        api_server.apply(statuses, "--subresource=status")
        captured = yaml.safe_load(run("config", "capture").out)
        spec = yaml.safe_load(run("-f", "app.yaml", "--from-cluster").out)["spec"]
    finally:
        api_server.delete(nodes)
    assert captured["nativeSidecars"] is native
    assert captured["source"]["oldestNode"] == min(kubelets)
    place = "initContainers" if native else "containers"
    assert "istio-proxy" in [container["name"] for container in spec[place]]


def node_info(kubelet: str) -> dict[str, str]:
    """Return what a node says of itself; all of it is required."""
    names = "architecture bootID containerRuntimeVersion kernelVersion kubeProxyVersion machineID operatingSystem"
    return {**dict.fromkeys([*names.split(), "osImage", "systemUUID"], ""), "kubeletVersion": kubelet}
