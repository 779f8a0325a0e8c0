"""What the real Kustomize makes of each kind of workload with emitted patches: the injected source."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kubectl_inject.injection.injector import Injector
from kubectl_inject.kubernetes.workload_kinds import known_kinds
from kubectl_inject.kustomization.patches import PatchType, workload_patch
from tests.conftest import MESH_FLAGS, mesh_config
from tests.injection.test_workload_kinds import MANIFESTS
from tests.kustomization.test_kustomize_build import write_kustomization
from tests.kustomize_builds import kustomize_build
from tests.printed_objects import by_identity
from tests.program_runs import Run

pytestmark = pytest.mark.real

CUSTOM = {row.group for row in known_kinds() if not row.is_builtin and row.places}
GAME = """\
apiVersion: example.com/v1
kind: Game
metadata: {name: chess, namespace: games}
spec:
  boards:
    - template:
        spec: {containers: [{name: a, image: a}]}
    - template:
        spec: {containers: [{name: b, image: b}]}
"""


def custom_manifests() -> list[Path]:
    paths = sorted(MANIFESTS.glob("*.yaml"))
    return [
        path
        for path in paths
        if "kind: Workflow" not in path.read_text()
        and any(f"apiVersion: {group}/" in path.read_text() for group in CUSTOM if group)
    ]


@pytest.mark.parametrize("path", [*custom_manifests(), None], ids=lambda path: path.stem if path else "of the user's")
def test_source_and_patches_build_to_the_injected_source(path: Path | None, run: Run, tmp_path: Path) -> None:
    source = path.read_text() if path else GAME
    Path("app.yaml").write_text(source)
    flags = [*MESH_FLAGS, "--workload-kind", "Game.example.com=spec.boards[*].template"]
    flags += ["--workload-kinds", "known,Service,Configuration"]
    injected = run("-f", "app.yaml", "--no-restore", *flags)
    emitted = run("-f", "app.yaml", "--emit", "kustomize-patches", "sidecars", *flags)
    assert (injected.code, emitted.code) == (0, 0), injected.err + emitted.err
    expected = kustomize_build(write_kustomization(tmp_path / "injected", injected.out.encode()))
    built = kustomize_build(write_kustomization(tmp_path / "patched", source.encode(), "../sidecars"))
    assert by_identity(built) == by_identity(expected)
    assert "istio-proxy" in built


@pytest.mark.parametrize("manifest", ["argo-rollout", "jobset", "podtemplate"])
def test_no_strategic_merge_patch_is_made_of_them(manifest: str) -> None:
    value = next(yaml.safe_load_all((MANIFESTS / f"{manifest}.yaml").read_text()))
    injected = Injector(mesh_config(), records=False).inject_object(value).object
    assert workload_patch(value, injected).text.startswith("- op: ")
    with pytest.raises(Exception, match="no strategic merge patch"):
        workload_patch(value, injected, PatchType.STRATEGIC)
