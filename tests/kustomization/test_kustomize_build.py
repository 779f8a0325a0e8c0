"""What the real Kustomize makes of sources with emitted patches: what it makes of the injected sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cluster.recorded_cases import CONFORMANCE, RecordedCase, recorded_cases
from tests.kustomize_builds import kustomize_build, run_kustomize
from tests.printed_objects import by_identity
from tests.program_runs import Run

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not CONFORMANCE.is_dir(), reason="no recorded results beside the project"),
]

CASES = [pytest.param(case, id=case.name) for case in recorded_cases("samples", "istio-goldens")]


def write_kustomization(folder: Path, manifest: bytes, *components: str) -> Path:
    folder.mkdir()
    (folder / "app.yaml").write_bytes(manifest)
    (folder / "kustomization.yaml").write_text(f"resources: [app.yaml]\ncomponents: [{', '.join(components)}]\n")
    return folder


@pytest.mark.parametrize("case", CASES)
def test_source_and_patches_build_to_the_injected_source(case: RecordedCase, run: Run, tmp_path: Path) -> None:
    source = case.manifest.read_bytes()
    plain = run_kustomize(write_kustomization(tmp_path / "plain", source))
    if plain.returncode:
        pytest.skip(f"Kustomize takes no such source: {plain.stderr}")
    injected = run("-f", str(case.manifest), "--no-restore", *case.flags)
    assert injected.code == 0, injected.err
    expected = by_identity(kustomize_build(write_kustomization(tmp_path / "injected", injected.out.encode())))
    for patch_type in ("auto", "json6902"):
        emit = ["--emit", "kustomize-patches", f"{patch_type}-sidecars", "--patch-type", patch_type]
        emitted = run("-f", str(case.manifest), *emit, *case.flags)
        assert emitted.code == 0, emitted.err
        folder = write_kustomization(tmp_path / patch_type, source, f"../{patch_type}-sidecars")
        assert by_identity(kustomize_build(folder)) == expected, patch_type
