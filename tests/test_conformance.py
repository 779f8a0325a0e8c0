"""The results recorded from Istio and from Go, where they lie beside the project."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

CONFORMANCE = ROOT.parent / "shared" / "conformance"
TOOL = Path(sys.executable).with_name("kubectl-inject")

pytestmark = pytest.mark.skipif(not CONFORMANCE.is_dir(), reason="no recorded results beside the project")


def _suites() -> list[tuple[str, str]]:
    """Return the suites, and of the one of several releases a part for each whose configuration is there."""
    suites = ("samples", "yaml", "istio-goldens", "differential", "automatic")
    configurations = sorted(folder.name for folder in (CONFORMANCE / "configs").glob("istio-*"))
    releases = [name.removeprefix("istio-") for name in configurations]
    recorded = [release for release in releases if any((CONFORMANCE / "releases").glob(f"{release}-*"))]
    return [*((suite, "") for suite in suites), *(("releases", release) for release in recorded)]


@pytest.mark.parametrize(("suite", "cases"), _suites())
def test_results_equal_those_recorded_from_istio(suite: str, cases: str) -> None:
    tool = shlex.quote(str(TOOL))
    run = subprocess.run(
        [sys.executable, CONFORMANCE / "run.py", "--tool", tool, "--suite", suite, "--case", cases],
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
