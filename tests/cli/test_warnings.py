"""Warnings on the command line, and --strict, which makes them errors."""

from __future__ import annotations

from tests.conftest import MESH_FLAGS, POD
from tests.program_runs import Run

BROKEN = POD.replace(", image: nginx", "")
WARNING = "a container has no image, which a cluster refuses (web)"
STRICT = f"error: warnings are errors with --strict:\n  Pod web: {WARNING}\n"


def test_shown_after_the_workload(run: Run) -> None:
    code, out, err = run("-f", "-", *MESH_FLAGS, stdin=BROKEN)
    assert (code, err.splitlines()[1:]) == (0, [f"  warning: {WARNING}", "1 injected, 1 warning"])
    assert "istio-proxy" in out


def test_strict(run: Run) -> None:
    code, out, err = run("-f", "-", *MESH_FLAGS, "--strict", stdin=BROKEN)
    assert (code, out, err.splitlines(keepends=True)[3:]) == (1, "", STRICT.splitlines(keepends=True))
    code, out, err = run("-f", "-", *MESH_FLAGS, "--strict", stdin=POD)
    assert (code, err.splitlines()[1:]) == (0, ["1 injected"])
    assert "istio-proxy" in out


def test_strict_explain(run: Run) -> None:
    assert run("explain", "-f", "-", *MESH_FLAGS, "--strict", stdin=BROKEN) == (1, "", STRICT)
    assert run("explain", "-f", "-", *MESH_FLAGS, stdin=BROKEN).code == 0
    assert run("explain", "-f", "-", *MESH_FLAGS, "--strict", stdin=POD).code == 0
