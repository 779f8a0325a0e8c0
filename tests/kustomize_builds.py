"""``kustomize build`` by the real Kustomize."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.own_programs import with_own_programs
from tests.requirements import require_program
from tools.real_programs import KUSTOMIZE

FUNCTIONS = ("--enable-alpha-plugins", "--enable-exec")
"""The flags that let Kustomize run functions."""


def run_kustomize(folder: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    """Build a kustomization, whatever comes of it; the programs of this project are on the PATH."""
    return subprocess.run(
        [require_program(KUSTOMIZE), "build", *flags, str(folder)],
        capture_output=True,
        text=True,
        env=with_own_programs(),
        timeout=120,
        check=False,
    )


def kustomize_build(folder: Path, *flags: str) -> str:
    """Build a kustomization, and return what comes out; RuntimeError where it fails."""
    run = run_kustomize(folder, *flags)
    if run.returncode:
        raise RuntimeError(f"kustomize build: {run.stderr}")
    return run.stdout
