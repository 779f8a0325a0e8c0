"""One application comes to the same Pods by the command, by Kustomize's function, and by Helm 3 and Helm 4."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cluster.recorded_cases import CONFORMANCE, RecordedCase, recorded_cases
from tests.helm import Helm
from tests.kustomize_builds import FUNCTIONS, kustomize_build
from tests.own_programs import KUBECTL_INJECT
from tests.printed_objects import pod_templates

pytestmark = pytest.mark.skipif(not CONFORMANCE.is_dir(), reason="no recorded results beside the project")

CASES = [pytest.param(case, id=case.folder.name) for case in recorded_cases("samples")]


def settings(case: RecordedCase, folder: Path) -> dict[str, str | bool]:
    """Return what a functionConfig says of the configuration of a sample, whose files go to a folder."""
    settings = (case.revision, case.platform, case.compliance_policy)
    assert settings == ("", "", "")
    files = {"injectConfigFile": case.files.config, "valuesFile": case.files.values, "meshConfigFile": case.files.mesh}
    for path in files.values():
        (folder / path.name).write_bytes(path.read_bytes())
    return {**{field: path.name for field, path in files.items()}, "nativeSidecars": case.native_sidecars}


def by_the_command(case: RecordedCase) -> str:
    arguments = [str(KUBECTL_INJECT), "-q", "-f", str(case.manifest), "--no-restore", *case.flags]
    return subprocess.run(arguments, capture_output=True, text=True, check=True).stdout


def by_kustomize(case: RecordedCase, folder: Path) -> str:
    function = {"config.kubernetes.io/function": "exec: {path: kubectl-inject-krm}"}
    injector = {
        "apiVersion": "kubectl-inject/v1alpha1",
        "kind": "SidecarInjector",
        "metadata": {"name": "sidecars", "annotations": function},
        "spec": settings(case, folder),
    }
    (folder / "sidecars.yaml").write_text(json.dumps(injector))
    (folder / "app.yaml").write_bytes(case.manifest.read_bytes())
    (folder / "kustomization.yaml").write_text("resources: [app.yaml]\ntransformers: [sidecars.yaml]\n")
    return kustomize_build(folder, *FUNCTIONS)


def by_helm(case: RecordedCase, folder: Path, helm: Helm) -> str:
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "Chart.yaml").write_text("apiVersion: v2\nname: sample\nversion: 1.0.0\n")
    template = case.manifest.read_text().replace("{{", '{{ "{{" }}')
    (folder / "templates" / "app.yaml").write_text(template)
    return helm.out("template", "sample", folder, *helm.injecting(*case.flags))


@pytest.mark.parametrize("case", CASES)
def test_the_same_pods_by_all_four_ways(case: RecordedCase, helm_3: Helm, helm_4: Helm, tmp_path: Path) -> None:
    command = by_the_command(case)
    ways = {
        "kustomize": by_kustomize(case, tmp_path),
        "helm 3": by_helm(case, tmp_path, helm_3),
        "helm 4": by_helm(case, tmp_path, helm_4),
    }
    assert pod_templates(command), "a sample without a workload shows nothing"
    for way, text in ways.items():
        assert pod_templates(text) == pod_templates(command), way
