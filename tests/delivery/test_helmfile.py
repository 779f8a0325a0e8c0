"""helmfile with the post-renderer of the example: what it renders is what injection of the chart's manifests gives."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.helm import Helm
from tests.own_programs import with_own_programs
from tests.printed_objects import by_identity
from tests.program_runs import Run
from tests.requirements import require_program
from tools.real_programs import HELMFILE

pytestmark = pytest.mark.real

EXAMPLE = ROOT / "examples" / "helm"


def test_the_example_is_rendered_with_sidecars(helm: Helm, run: Run, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    assert run("config", "freeze", "-o", "mesh/").code == 0
    file = tmp_path / "helmfile.yaml"
    file.write_text(
        file.read_text().replace("postRenderer: kubectl-inject-helm", f"postRenderer: {helm.post_renderer}")
    )
    homes = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CACHE", "CONFIG", "DATA")}
    rendered = subprocess.run(
        [require_program(HELMFILE), "--helm-binary", helm.program, "template", "--skip-deps"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**with_own_programs(), **helm.home, **homes},
        timeout=120,
        check=False,
    )
    assert rendered.returncode == 0, rendered.stderr
    plain = helm.out("template", "web", tmp_path / "chart", "-n", "shop")
    hooks = "skip" if helm.major == 3 else "inject"  # Helm 3 hands no hooks to post-renderers
    injected = run("-f", "-", "--config=mesh/default.yaml", f"--hooks={hooks}", "--no-restore", stdin=plain)
    assert by_identity(rendered.stdout) == by_identity(injected.out)
    assert "istio-proxy" in rendered.stdout
