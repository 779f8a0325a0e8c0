"""The results recorded from Istio and from Go, where they lie beside the project."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

CONFORMANCE = ROOT.parent / "shared" / "conformance"
TOOL = Path(sys.executable).with_name("kubectl-inject")

pytestmark = pytest.mark.skipif(not CONFORMANCE.is_dir(), reason="no recorded results beside the project")


@pytest.mark.parametrize("suite", ["samples", "yaml", "istio-goldens", "differential"])
def test_results_equal_those_recorded_from_istio(suite: str) -> None:
    run = subprocess.run(
        [sys.executable, CONFORMANCE / "run.py", "--tool", TOOL, "--suite", suite],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_templates_print_what_go_printed() -> None:
    run = subprocess.run(
        [sys.executable, CONFORMANCE / "gotemplate" / "run.py"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
