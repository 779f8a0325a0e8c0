"""Each kind of workload, injected with the example mesh: the snapshots are the whole output."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from kubectl_inject.injection.injector import Injector
from tests.conftest import ROOT, mesh_config

MANIFESTS = Path(__file__).parent / "manifests"


@pytest.mark.parametrize("path", sorted(MANIFESTS.glob("*.yaml")), ids=lambda path: path.stem)
def test_kind(path: Path, snapshot: Snapshot) -> None:
    snapshot.snapshot_dir = ROOT / "snapshots" / "workload_kinds"
    result = Injector(mesh_config()).inject_text(path.read_text(), path.name)
    report = "".join(f"# {workload}\n" for workload in result.report)
    snapshot.assert_match(report + result.text, path.name)
