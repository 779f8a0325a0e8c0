"""``kubectl inject argocd``, in folders of all kinds, with the real Kustomize and Helm."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.pages.document_sessions import linked_programs
from tests.printed_objects import container_names, pod_templates
from tests.program_runs import Ended, Run

SETTINGS = 'apiVersion: kubectl-inject/v1alpha1\nkind: Settings\nistioVersion: "1.30"\n'
DEPLOYMENT = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
      - name: web  # ours
        image: nginx
"""
CHART_FILES = {
    "Chart.yaml": "apiVersion: v2\nname: web\nversion: 0.1.0\n",
    "values.yaml": "name: plain\n",
    "templates/web.yaml": """\
{{- if .Capabilities.APIVersions.Has "example.com/v1" }}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}
  namespace: {{ .Release.Namespace }}
data:
  name: {{ .Values.name | quote }}
  kube: {{ .Capabilities.KubeVersion.Version }}
---
{{- end }}
"""
    + DEPLOYMENT,
}
REAL = pytest.mark.real
WITH_SIDECAR = ["istio-init", "istio-proxy", "web"]

RENDERED = {"Chart.yaml", "kustomization.yaml"}
"""The files that need another program; tests of them are marked as real."""

Application = Callable[..., Ended]


@pytest.fixture
def generate(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Application:
    """Return a function that writes a repository, and runs a command in its folder ``web`` as Argo CD would."""
    programs = tmp_path_factory.mktemp("argocd") / "programs"

    def generated(files: dict[str, str], parameters: Sequence[object] = (), command: str = "generate") -> Ended:
        for name, text in {".git/HEAD": "", "kubectl-inject.yaml": SETTINGS, **files}.items():
            place = tmp_path / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text)
        if any(Path(name).name in RENDERED for name in files):
            linked_programs(programs)
            monkeypatch.setenv("PATH", os.pathsep.join([str(programs / "helm-3"), str(programs), os.environ["PATH"]]))
        variables = {
            "ARGOCD_APP_NAME": "shop-web",
            "ARGOCD_APP_NAMESPACE": "shop",
            "ARGOCD_APP_SOURCE_PATH": "web",
            "KUBE_VERSION": "1.33.4",
            "KUBE_API_VERSIONS": "v1,example.com/v1",
            "ARGOCD_APP_PARAMETERS": json.dumps(list(parameters)),
        }
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        (tmp_path / "web").mkdir(exist_ok=True)
        monkeypatch.chdir(tmp_path / "web")
        return run("argocd", command)

    return generated


def in_web(files: dict[str, str]) -> dict[str, str]:
    return {f"web/{name}": text for name, text in files.items()}


def containers_of(ended: Ended) -> dict[str, list[str]]:
    assert ended.code == 0, ended.err
    return {name: container_names(pod) for (_, _, name), pod in pod_templates(ended.out).items()}


def config_map(ended: Ended) -> dict[str, Any]:
    assert ended.code == 0, ended.err
    found: dict[str, Any] = next(each for each in yaml.safe_load_all(ended.out) if each["kind"] == "ConfigMap")
    return found


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            {"kustomization.yaml": "resources: [web.yaml]\n", "web.yaml": DEPLOYMENT}, id="kustomization", marks=REAL
        ),
        pytest.param(CHART_FILES, id="chart", marks=REAL),
        pytest.param({"web.yaml": DEPLOYMENT}, id="folder"),
        # As Argo CD takes it.
        pytest.param(
            {**CHART_FILES, "Kustomization": "resources: [w.yaml]\n", "w.yaml": DEPLOYMENT}, id="both", marks=REAL
        ),
    ],
)
def test_workloads_get_sidecars_whatever_the_folder_is(generate: Application, files: dict[str, str]) -> None:
    ended = generate(in_web(files))
    assert containers_of(ended) == {"web": WITH_SIDECAR}
    assert ended.err.startswith("settings: ../kubectl-inject.yaml\nconfiguration: built in, Istio 1.30\n")
    assert "injection.kubectl-inject" not in ended.out


def test_a_folder_is_its_manifests_alone(generate: Application) -> None:
    files = {
        "web/web.yaml": DEPLOYMENT,
        "web/kubectl-inject.yaml": SETTINGS + "values: [values.yaml]\nexclude: [old-*]\n",
        "web/values.yaml": "global: {proxy: {logLevel: debug}}\n",
        "web/old-web.yaml": "no manifest",
        "web/notes.yaml": "# +argocd:skip-file-rendering\nno manifest\n",
        "web/below/web.yaml": DEPLOYMENT,
    }
    ended = generate(files)
    assert containers_of(ended) == {"web": WITH_SIDECAR}
    assert "--proxyLogLevel=debug" in ended.out


def test_files_of_a_folder_come_out_as_one_stream(generate: Application) -> None:
    auto = "injection: auto\n"
    namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: enabled}}"
    ended = generate({"kubectl-inject.yaml": SETTINGS + auto, "web/a.yaml": DEPLOYMENT, "web/b.yaml": namespace})
    assert containers_of(ended) == {"web": WITH_SIDECAR}
    assert [each["kind"] for each in yaml.safe_load_all(ended.out)] == ["Deployment", "Namespace"]


@REAL
def test_a_chart_sees_the_release_and_the_cluster(generate: Application) -> None:
    made = config_map(generate(in_web(CHART_FILES)))
    assert made["metadata"] == {"name": "shop-web", "namespace": "shop"}
    assert made["data"] == {"name": "plain", "kube": "v1.33.4"}


@REAL
@pytest.mark.parametrize(
    ("parameters", "name"),
    [
        pytest.param([{"name": "valueFiles", "array": ["prod.yaml", "/eu.yaml"]}], "eu", id="the last file"),
        pytest.param(
            [{"name": "values", "string": "name: text"}, {"name": "valueFiles", "array": ["prod.yaml"]}],
            "text",
            id="text over files",
        ),
        pytest.param(
            [{"name": "values", "string": "name: text", "map": {"name": "a,b=c"}}], "a,b=c", id="single ones over text"
        ),
    ],
)
def test_a_chart_has_the_values_of_the_application(generate: Application, parameters: list[object], name: str) -> None:
    files = {**in_web(CHART_FILES), "web/prod.yaml": "name: prod\n", "eu.yaml": "name: eu\n"}
    assert config_map(generate(files, parameters))["data"]["name"] == name


@REAL
def test_the_release_may_have_another_name(generate: Application) -> None:
    made = config_map(generate(in_web(CHART_FILES), [{"name": "releaseName", "string": "eu"}]))
    assert made["metadata"]["name"] == "eu"


def test_parameters_win_over_the_settings_file(generate: Application) -> None:
    ended = generate({"web/web.yaml": DEPLOYMENT}, [{"name": "istioVersion", "string": "1.31"}])
    assert containers_of(ended) == {"web": WITH_SIDECAR}
    assert "configuration: built in, Istio 1.31\n" in ended.err


@REAL
def test_dependencies_of_a_chart_are_fetched(generate: Application) -> None:
    dependency = "dependencies: [{name: lib, version: 0.1.0, repository: 'file://../lib'}]\n"
    lib = {"Chart.yaml": "apiVersion: v2\nname: lib\nversion: 0.1.0\n", "templates/web.yaml": DEPLOYMENT}
    files = {
        "web/Chart.yaml": CHART_FILES["Chart.yaml"] + dependency,
        **{f"lib/{name}": text for name, text in lib.items()},
    }
    assert containers_of(generate(files)) == {"web": WITH_SIDECAR}


@pytest.mark.parametrize(
    ("files", "parameters", "message"),
    [
        pytest.param(
            {"kubectl-inject.yaml": "kind: Settings\n", "web/web.yaml": DEPLOYMENT},
            [],
            "error: ../kubectl-inject.yaml: expected apiVersion kubectl-inject/v1alpha1 and kind Settings",
            id="settings",
        ),
        pytest.param({"web/web.yaml": "kind: [\n"}, [], "error: web.yaml:2:1: ", id="a manifest"),
        pytest.param({}, [], "error: .: no *.yaml, *.yml or *.json file in the folder", id="an empty folder"),
        pytest.param(
            {"web/kustomization.yaml": "resources: [gone.yaml]\n"},
            [],
            "error: kustomize build failed: accumulating resources: ",
            id="kustomization",
            marks=REAL,
        ),
        pytest.param(
            in_web({**CHART_FILES, "templates/web.yaml": "{{ fail `no such shop` }}"}),
            [],
            "error: helm template failed: ",
            id="chart",
            marks=REAL,
        ),
        pytest.param(
            {"web/web.yaml": DEPLOYMENT},
            [{"name": "values", "map": {"a": "b"}}],
            "error: plugin.parameters: values: for a Helm chart, and this is a folder of manifests\n",
            id="values without a chart",
        ),
        *(
            pytest.param(
                in_web(CHART_FILES),
                [{"name": "valueFiles", "array": [name]}],
                f"error: plugin.parameters: valueFiles: {name}: {what}",
                id=f"value file {name}",
                marks=REAL,
            )
            for name, what in {
                "../../secret.yaml": "leads out of the repository",
                "/../secret.yaml": "leads out of the repository",
                "/etc/hostname": "no such file in the repository",
                "gone.yaml": "no such file in the repository",
                "https://example.com/values.yaml": "expected a file of the repository",
                "": "expected a file of the repository",
            }.items()
        ),
    ],
)
def test_what_is_wrong_fails_and_nothing_is_deployed(
    generate: Application, files: dict[str, str], parameters: list[object], message: str
) -> None:
    ended = generate(files, parameters)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(message)


@REAL
def test_a_comma_in_a_name_leads_to_no_value_file_outside(generate: Application, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    name = f"x,{outside}"
    files = in_web({**CHART_FILES, name: "name: within\n"})
    outside.write_text("name: outside\n")
    made = config_map(generate(files, [{"name": "valueFiles", "array": [name]}]))
    assert made["data"]["name"] == "within"


@REAL
def test_a_link_leads_to_no_value_file_outside(
    generate: Application, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("outside") / "secret.yaml"
    secret.write_text("name: secret\n")
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "link.yaml").symlink_to(secret)
    ended = generate(in_web(CHART_FILES), [{"name": "valueFiles", "array": ["link.yaml"]}])
    assert (ended.code, ended.out) == (1, "")
    assert "leads out of the repository" in ended.err


def test_a_program_that_is_missing_is_named(generate: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    ended = generate({"web/Kustomization": ""})
    assert (ended.code, ended.err) == (1, "error: kustomize is not on the PATH; the sidecar's image must have it\n")


def test_an_application_without_workloads_is_warned_of(generate: Application) -> None:
    ended = generate({"web/map.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\n"})
    assert ended.code == 0
    assert "warning: no workloads in this folder of manifests: nothing has a sidecar\n" in ended.err


@pytest.mark.parametrize(
    ("settings", "out"),
    [
        pytest.param(SETTINGS, "../kubectl-inject.yaml\n", id="found"),
        # Whatever is wrong with it: not to be discovered would mean to be deployed without sidecars.
        pytest.param("{", "../kubectl-inject.yaml\n", id="broken"),
    ],
)
def test_applications_below_a_settings_file_are_discovered(generate: Application, settings: str, out: str) -> None:
    ended = generate({"kubectl-inject.yaml": settings}, command="discover")
    assert (ended.code, ended.out, ended.err) == (0, out, "")


def test_other_applications_are_not_discovered(run: Run) -> None:
    assert run("argocd", "discover") == (0, "", "")


@REAL
def test_parameters_are_announced_with_what_holds_without_them(generate: Application) -> None:
    ended = generate(in_web(CHART_FILES), [{"name": "gone", "string": "x"}], command="parameters")
    announced = {each["name"]: each for each in json.loads(ended.out)}
    assert announced["istioVersion"]["string"] == "1.30"
    assert announced["valueFiles"]["collectionType"] == "array"
