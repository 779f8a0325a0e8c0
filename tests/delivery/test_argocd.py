"""Argo CD's repository server and plugin server with the plugin, and Argo CD's comparison with a real API server."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cluster.servers.api_server import ApiServer
from tests.conftest import ROOT
from tests.delivery.argocd_servers import TRACKING, ArgoCd, ArgoCdError, Object, differences, git_repository
from tests.helm import Helm
from tests.kustomize_builds import kustomize_build
from tests.own_programs import KUBECTL_INJECT, with_own_programs
from tests.printed_objects import container_names, objects_in, pod_templates

SETTINGS = "kubectl-inject.yaml"
ISTIO = 'apiVersion: kubectl-inject/v1alpha1\nkind: Settings\nistioVersion: "1.30"\n'
VALUES = {"name": "values", "map": {"replicas": "3"}}
FOLDERS = ("kustomize/base", "helm/chart", "bookinfo")
"""Folders of the examples: a kustomization, a chart, and manifests as they are."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone with the examples, and settings in its root."""
    folder = tmp_path_factory.mktemp("shop")
    for name in ("kustomize", "helm", "bookinfo"):
        shutil.copytree(ROOT / "examples" / name, folder / name)
    broken = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\n"
    git_repository(folder, {SETTINGS: ISTIO, "broken/kubectl-inject.yaml": "kind: Settings\n", "broken/a.yaml": broken})
    return folder


@pytest.fixture(scope="module")
def repository(folder: Path) -> str:
    """Return the URL of the repository."""
    return folder.as_uri()


def by_name(objects: list[Object]) -> dict[tuple[str, str], Object]:
    """Return objects by kind and name, without the annotation by which Argo CD tracks them."""
    found = {}
    for value in json.loads(json.dumps(objects)):
        annotations = value["metadata"]["annotations"]
        del annotations[TRACKING]
        if not annotations:
            del value["metadata"]["annotations"]
        found[value["kind"], value["metadata"]["name"]] = value
    return found


def injected_at_the_command_line(text: str, folder: Path) -> dict[tuple[str, str], Object]:
    """Return the objects of a text after ``kubectl inject`` in a folder."""
    run = subprocess.run(
        [str(KUBECTL_INJECT), "-f", "-", "-n", "shop", "--no-restore"],
        input=text,
        cwd=folder,
        capture_output=True,
        text=True,
        env=with_own_programs(),
        timeout=60,
        check=True,
    )
    return {(value["kind"], value["metadata"]["name"]): value for value in objects_in(run.stdout)}


def test_a_kustomization_comes_out_as_at_the_command_line(argocd: ArgoCd, folder: Path, repository: str) -> None:
    made = by_name(argocd.manifests(repository, {"path": "kustomize/base"}))
    assert made == injected_at_the_command_line(kustomize_build(folder / "kustomize/base"), folder)
    assert "istio-proxy" in container_names(made["Deployment", "web"]["spec"]["template"])


def test_a_chart_comes_out_as_at_the_command_line(argocd: ArgoCd, folder: Path, repository: str, helm_3: Helm) -> None:
    source = {"path": "helm/chart", "plugin": {"parameters": [VALUES]}}
    rendered = helm_3.out("template", "web", folder / "helm/chart", "--namespace", "shop", "--set", "replicas=3")
    made = by_name(argocd.manifests(repository, source))
    assert made == injected_at_the_command_line(rendered, folder)
    assert made["Deployment", "web"]["spec"]["replicas"] == 3


def test_a_folder_comes_out_as_at_the_command_line(argocd: ArgoCd, folder: Path, repository: str) -> None:
    text = "---\n".join(path.read_text() for path in sorted((folder / "bookinfo").glob("*.yaml")))
    assert by_name(argocd.manifests(repository, {"path": "bookinfo"})) == injected_at_the_command_line(text, folder)


def test_the_user_interface_offers_the_parameters(argocd: ArgoCd, repository: str) -> None:
    offered = argocd.announced(repository, {"path": "helm/chart"})
    assert list(offered) == ["values", "valueFiles", "releaseName", "istioVersion", "revision", "injection"]
    assert offered["istioVersion"]["string"] == "1.30"
    assert offered["values"]["collectionType"] == "map"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        # What cannot be read is discovered all the same: else it would be deployed as it is.
        pytest.param({"path": "broken"}, "error: kubectl-inject.yaml: expected apiVersion", id="settings"),
        pytest.param(
            {"path": "helm/chart", "plugin": {"parameters": [{"name": "valueFiles", "array": ["../../../x.yaml"]}]}},
            "error: plugin.parameters: valueFiles: ../../../x.yaml: leads out of the repository",
            id="value file",
        ),
        pytest.param(
            {"path": "helm/chart", "plugin": {"parameters": [{"name": "istioVersion", "string": "new"}]}},
            "'new'",
            id="istio version",
        ),
    ],
)
def test_argo_cd_shows_what_is_wrong(argocd: ArgoCd, repository: str, source: Mapping[str, Any], message: str) -> None:
    with pytest.raises(ArgoCdError) as shown:
        argocd.manifests(repository, source)
    assert "`kubectl-inject argocd generate` failed exit status 1: error: " in str(shown.value)
    assert message in str(shown.value)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        pytest.param({"path": "helm/chart"}, "Plugin", id="discovered"),
        pytest.param({"path": "helm/chart", "helm": {"releaseName": "web"}}, "Helm", id="source.helm"),
        pytest.param(
            {"path": "kustomize/base", "kustomize": {"nameSuffix": "-eu"}}, "Kustomize", id="source.kustomize"
        ),
        pytest.param({"path": "bookinfo", "directory": {"recurse": True}}, "Directory", id="source.directory"),
    ],
)
def test_sources_of_another_type_bypass_the_plugin(
    argocd: ArgoCd, repository: str, source: Mapping[str, Any], kind: str
) -> None:
    templates = pod_templates(json.dumps({"kind": "List", "items": argocd.manifests(repository, source)}))
    has_sidecars = {"istio-proxy" in container_names(pod) for pod in templates.values()}
    assert argocd.source_type(repository, source) == kind
    assert (True in has_sidecars) is (kind == "Plugin")


def test_an_application_without_settings_is_none_of_the_plugins(argocd: ArgoCd, tmp_path: Path) -> None:
    url = git_repository(tmp_path, {"web/web.yaml": (ROOT / "examples/kustomize/base/web.yaml").read_text()})
    assert argocd.source_type(url, {"path": "web"}) == "Directory"
    with pytest.raises(ArgoCdError, match='"kubectl-inject" supporting the given repository'):
        argocd.manifests(url, {"path": "web", "plugin": {"name": "kubectl-inject"}})


def test_a_plugin_that_is_named_is_missed_where_it_does_not_answer(argocd: ArgoCd, repository: str) -> None:
    plugin = argocd.plugins / "kubectl-inject.sock"
    away = plugin.rename(argocd.plugins.parent / "away.sock")
    try:
        assert argocd.source_type(repository, {"path": "helm/chart"}) == "Helm"
        with pytest.raises(ArgoCdError, match='"kubectl-inject" supporting the given repository'):
            argocd.manifests(repository, {"path": "helm/chart", "plugin": {"name": "kubectl-inject"}})
    finally:
        away.rename(plugin)


def live_objects(server: ApiServer, wanted: list[Object], namespace: str) -> list[Object]:
    return [server.get(value["kind"], value["metadata"]["name"], "-n", namespace) for value in wanted]


def applied(server: ApiServer, wanted: list[Object], namespace: str) -> list[Object]:
    """Apply objects as Argo CD does, and return what is then there."""
    text = json.dumps({"apiVersion": "v1", "kind": "List", "items": wanted})
    server.kubectl("apply", "-n", namespace, "-f", "-", stdin=text)
    return live_objects(server, wanted, namespace)


@pytest.mark.parametrize("path", FOLDERS)
def test_nothing_is_to_change_after_a_sync(argocd: ArgoCd, repository: str, api_server: ApiServer, path: str) -> None:
    namespace = "bookinfo" if path == "bookinfo" else f"sync-{path.partition('/')[0]}"
    api_server.create_namespaces(namespace)
    wanted = argocd.manifests(repository, {"path": path}, namespace=namespace)
    live = applied(api_server, wanted, namespace)
    assert wanted
    assert differences(wanted, live) == []


def test_a_sidecar_that_somebody_removes_is_a_difference(
    argocd: ArgoCd, repository: str, api_server: ApiServer
) -> None:
    api_server.create_namespaces("drift")
    wanted = argocd.manifests(repository, {"path": "kustomize/base"}, namespace="drift")
    applied(api_server, wanted, "drift")
    removal = [{"op": "remove", "path": "/spec/template/spec/initContainers"}]
    api_server.kubectl("patch", "deployment", "web", "-n", "drift", "--type=json", "-p", json.dumps(removal))
    found = differences(wanted, live_objects(api_server, wanted, "drift"))
    assert [(each["kind"], each["name"]) for each in found] == [("Deployment", "web")]
