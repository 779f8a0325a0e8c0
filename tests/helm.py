"""The real Helm, with this project's post-renderer."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.own_programs import with_own_programs
from tests.requirements import require_program
from tools.real_programs import HELM_3, HELM_4, TOOLS

PLUGIN = TOOLS.parent / "helm_postrenderer" / "plugin"


@dataclass(frozen=True, slots=True)
class Helm:
    """A Helm of one major version, what ``--post-renderer`` takes there, and a home of its own."""

    major: int
    program: str
    post_renderer: str
    home: Mapping[str, str]

    def run(self, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run Helm, whatever comes of it; the programs of this project are on the PATH."""
        return subprocess.run(
            [self.program, *map(str, arguments)],
            capture_output=True,
            text=True,
            env={**with_own_programs(), **self.home, **environment},
            timeout=120,
            check=False,
        )

    def out(self, *arguments: str | Path, **environment: str) -> str:
        """Run Helm, and return what it printed; RuntimeError where it fails."""
        run = self.run(*arguments, **environment)
        if run.returncode:
            raise RuntimeError(f"helm {arguments[0]}: {run.stderr}")
        return run.stdout

    def injecting(self, *flags: str) -> list[str]:
        """Return the flags that ask for the post-renderer, and give flags to it."""
        return ["--post-renderer", self.post_renderer, *(f"--post-renderer-args={flag}" for flag in flags)]


def helm_at(home: Path, major: int) -> Helm:
    """Return Helm 3, or Helm 4 with the plugin installed, which keeps all that it writes in a folder."""
    kinds = ("DATA", "CONFIG", "CACHE")
    program = require_program({3: HELM_3, 4: HELM_4}[major])
    own = {f"HELM_{kind}_HOME": str(home / kind.lower()) for kind in kinds}
    helm = Helm(major, program, {3: "kubectl-inject-helm", 4: "inject"}[major], own)
    if major == 4:
        helm.out("plugin", "install", PLUGIN)
    return helm
