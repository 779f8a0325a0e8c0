"""The post-renderer as the real Helm 3 and Helm 4 run it, on charts that are rendered and not installed."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from kubectl_inject import __version__
from tests.conftest import MESH_FLAGS, ROOT
from tests.helm import PLUGIN, Helm
from tests.own_programs import KUBECTL_INJECT
from tests.printed_objects import by_identity, container_names, pod_templates

EXAMPLE = ROOT / "examples" / "helm" / "chart"

CHART = {
    "Chart.yaml": "apiVersion: v2\nname: shop\nversion: 1.0.0\n",
    "crds/carts.yaml": """\
# The chart's own kind
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: carts.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Cart, plural: carts}
  versions:
  - name: v1
    served: true
    storage: true
    schema: {openAPIV3Schema: {type: object}}
""",
    "templates/NOTES.txt": "{{ .Release.Name }} is there.\n",
    "templates/empty.yaml": "{{- if false }}\na: b\n{{- end }}\n",
    "templates/several.yaml": """\
# The shop, and what it needs
apiVersion: v1
kind: ConfigMap
metadata: {name: {{ .Release.Name }}}
data:
  script: |
    # a comment that is data
    echo '{{ "{{" }} .name }}'
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: {{ .Release.Name }}
  namespace: {{ .Release.Namespace }}
spec:
  serviceName: shop # its own
  selector: {matchLabels: {app: shop}}
  template:
    metadata:
      labels: {app: shop}
    spec:
      containers:
      - name: shop
        image: "shop:1.0" # pinned
        livenessProbe: {httpGet: {path: /live, port: 8080}}
---
apiVersion: example.com/v1
kind: Cart
metadata: {name: first}
""",
    "templates/bare.yaml": """\
apiVersion: v1
kind: Pod
metadata: {name: bare}
spec:
  containers: [{name: app, image: nginx}]
""",
    "templates/tests/connection.yaml": """\
apiVersion: v1
kind: Pod
metadata:
  name: connection
  annotations: {helm.sh/hook: test}
spec:
  restartPolicy: Never
  containers: [{name: wget, image: busybox}]
""",
}


@pytest.fixture(scope="module")
def chart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_chart(tmp_path_factory.mktemp("chart"), CHART)


def write_chart(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def render(helm: Helm, chart: Path, *flags: str) -> str:
    return helm.out("template", "web", chart, "--namespace", "shop", "--include-crds", *flags)


def inject(text: str) -> str:
    """Return what ``kubectl inject`` makes of a stream."""
    arguments = [str(KUBECTL_INJECT), "-q", "-f", "-", "--no-restore", *MESH_FLAGS]
    return subprocess.run(arguments, input=text, capture_output=True, text=True, check=True).stdout


def hooks_in(text: str) -> set[str]:
    """Return the names of hooks."""
    return {
        name
        for (_, _, name), value in by_identity(text).items()
        if "helm.sh/hook" in (value["metadata"].get("annotations") or {})
    }


def without_hooks(helm: Helm, text: str) -> dict[Any, Any]:
    """Return the Pods of a stream that Helm sends through post-renderers: Helm 3 sends no hooks."""
    hooks = hooks_in(text) if helm.major == 3 else set()
    return {identity: pod for identity, pod in pod_templates(text).items() if identity[2] not in hooks}


def test_the_example_comes_to_what_the_command_makes_of_it(helm: Helm) -> None:
    assert_same_pods(helm, EXAMPLE, {"web"} if helm.major == 3 else {"web", "web-migrate"})


def test_a_richer_chart_comes_to_what_the_command_makes_of_it(helm: Helm, chart: Path) -> None:
    assert_same_pods(helm, chart, {"web", "bare"} if helm.major == 3 else {"web", "bare", "connection"})


def assert_same_pods(helm: Helm, chart: Path, injected: set[str]) -> None:
    rendered = render(helm, chart, *helm.injecting(*MESH_FLAGS))
    expected = inject(render(helm, chart))
    assert without_hooks(helm, rendered) == without_hooks(helm, expected)
    assert {name for (_, _, name), pod in pod_templates(rendered).items() if is_injected(pod)} == injected


def is_injected(pod: dict[str, Any]) -> bool:
    return "istio-proxy" in container_names(pod)


def test_what_is_no_workload_stays(helm: Helm, chart: Path) -> None:
    plain, rendered = by_identity(render(helm, chart)), by_identity(render(helm, chart, *helm.injecting(*MESH_FLAGS)))
    assert set(rendered) == set(plain)
    others = [identity for identity in plain if identity[0] not in ("Pod", "StatefulSet")]
    assert len(others) == 3
    assert {identity: rendered[identity] for identity in others} == {identity: plain[identity] for identity in others}


def test_comments_stay(helm: Helm, chart: Path) -> None:
    rendered = render(helm, chart, *helm.injecting(*MESH_FLAGS))
    comments = ["# The chart's own kind", "# Source: shop/templates/several.yaml", "# its own", "# pinned"]
    assert [comment for comment in comments if comment not in rendered] == []


def test_the_proxy_of_a_bare_pod_hears_nothing_of_helm(helm: Helm, chart: Path) -> None:
    rendered = by_identity(render(helm, chart, *helm.injecting()))
    bare = rendered["Pod", "", "bare"]
    assert is_injected(bare)
    assert "postrender" not in str(bare)


@pytest.mark.parametrize("flags", [[], ["--hooks=inject"]], ids=["by default", "requested"])
def test_hooks_without_native_sidecars(helm_4: Helm, chart: Path, flags: list[str]) -> None:
    rendered = render(helm_4, chart, *helm_4.injecting("--no-native-sidecars", *flags, *MESH_FLAGS))
    assert is_injected(by_identity(rendered)["Pod", "", "connection"]) is bool(flags)


def test_helm_3_shows_no_hooks(helm_3: Helm, chart: Path) -> None:
    rendered = render(helm_3, chart, *helm_3.injecting("--hooks=inject", *MESH_FLAGS))
    assert hooks_in(rendered) == {"connection"}
    assert not is_injected(by_identity(rendered)["Pod", "", "connection"])


def test_a_chart_that_renders_nothing(helm: Helm, tmp_path: Path) -> None:
    chart = write_chart(
        tmp_path, {"Chart.yaml": CHART["Chart.yaml"], "templates/a.yaml": CHART["templates/empty.yaml"]}
    )
    assert by_identity(render(helm, chart, *helm.injecting())) == {}


def test_settings_from_the_environment(helm: Helm, chart: Path) -> None:
    rendered = helm.out("template", "web", chart, *helm.injecting(), KUBECTL_INJECT_ISTIO_VERSION="1.30")
    (proxy, *_) = by_identity(rendered)["Pod", "", "bare"]["spec"]["initContainers"]
    assert proxy["image"].startswith("docker.io/istio/proxyv2:1.30")


def test_an_error_stops_helm_and_the_log_says_why(helm: Helm, chart: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    run = helm.run("template", "web", chart, *helm.injecting("--config=nope.yaml", f"--log={log}"))
    assert (bool(run.returncode), run.stdout) == (True, "")
    assert log.read_text() == "error: nope.yaml: no such file or folder\n"


def test_helm_3_shows_what_is_wrong(helm_3: Helm, chart: Path) -> None:
    run = helm_3.run("template", "web", chart, *helm_3.injecting("--config=nope.yaml"))
    assert "error: nope.yaml: no such file or folder" in run.stderr


def test_the_plugin_is_known_by_its_name_and_version(helm_4: Helm) -> None:
    assert PLUGIN.joinpath("plugin.yaml").is_file()
    listed = [line.split() for line in helm_4.out("plugin", "list").splitlines()]
    assert ["inject", __version__, "postrenderer/v1"] in [line[:3] for line in listed]
