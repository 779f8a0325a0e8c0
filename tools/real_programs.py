"""The programs that the tests run, built from tools/ and kept outside the repository.

``python3 -m tools.real_programs`` builds what is not there yet. It needs nothing but Python and Go.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
REQUIRED = "KUBECTL_INJECT_REQUIRE_REAL"
"""The variable with which .ci/run makes a missing program a failure; elsewhere its tests are skipped."""


@dataclass(frozen=True, slots=True)
class RealProgram:
    """A program written in Go: a folder of tools/, and the module whose version it has."""

    name: str
    sources: Path
    module: str
    package: str = "."
    """What is built: the folder itself, or a package that its go.mod names as a tool."""

    version_variable: str = ""
    """A variable of the program that is set to the version, where it would not know it."""

    files: tuple[str, ...] = ()
    """Files of the module that are kept beside the program, such as its CRDs."""

    @property
    def version(self) -> str:
        """The module's version, as go.mod requires it."""
        found = re.search(rf"\b{re.escape(self.module)} (v\S+)", (self.sources / "go.mod").read_text())
        if found is None:
            raise LookupError(f"{self.sources / 'go.mod'} does not require {self.module}")
        return found[1]

    @property
    def path(self) -> Path:
        """Where the built program lies: another place once its version or its sources change."""
        digest = hashlib.sha256()
        for name in ("go.mod", "go.sum", *(["main.go"] if self.package == "." else [])):
            digest.update((self.sources / name).read_bytes())
        return cache_folder() / f"{self.name}-{self.version}-{digest.hexdigest()[:12]}"

    def file(self, name: str) -> Path:
        """Where one of ``files`` lies."""
        return self.path.with_name(f"{self.path.name}-{Path(name).name}")

    def build(self) -> None:
        """Build the program; it appears in its place when it is complete."""
        set_version = f" -X {self.version_variable}={self.version}" if self.version_variable else ""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self.path.parent) as folder:
            built = Path(folder) / self.name
            arguments = ["-trimpath", "-buildvcs=false", "-ldflags", f"-s -w{set_version}", "-o", str(built)]
            subprocess.run(["go", "build", *arguments, self.package], cwd=self.sources, check=True)
            for name in self.files:
                shutil.copyfile(self._module_folder() / name, self.file(name))
            built.replace(self.path)

    def _module_folder(self) -> Path:
        listed = ["go", "list", "-m", "-f", "{{.Dir}}", self.module]
        run = subprocess.run(listed, cwd=self.sources, check=True, capture_output=True, text=True)
        return Path(run.stdout.strip())


KUBE_APISERVER = RealProgram(
    "kube-apiserver",
    TOOLS / "apiserver",
    "k8s.io/kubernetes",
    version_variable="k8s.io/component-base/version.gitVersion",
)
ISTIO_INJECTOR = RealProgram("istio-injector", TOOLS / "istio_injector", "istio.io/istio")
KUSTOMIZE = RealProgram(
    "kustomize", TOOLS / "kustomize", "sigs.k8s.io/kustomize/kustomize/v5", "sigs.k8s.io/kustomize/kustomize/v5"
)
HELM_3 = RealProgram("helm3", TOOLS / "helm3", "helm.sh/helm/v3", "helm.sh/helm/v3/cmd/helm")
HELM_4 = RealProgram("helm4", TOOLS / "helm4", "helm.sh/helm/v4", "helm.sh/helm/v4/cmd/helm")
KUSTOMIZE_CONTROLLER = RealProgram(
    "kustomize-controller",
    TOOLS / "kustomize_controller",
    "github.com/fluxcd/kustomize-controller",
    "github.com/fluxcd/kustomize-controller",
    files=("config/crd/bases/kustomize.toolkit.fluxcd.io_kustomizations.yaml",),
)
KPT = RealProgram("kpt", TOOLS / "kpt", "github.com/kptdev/kpt")
HELMFILE = RealProgram("helmfile", TOOLS / "helmfile", "github.com/helmfile/helmfile", "github.com/helmfile/helmfile")
ARGOCD = RealProgram("argocd", TOOLS / "argocd", "github.com/argoproj/argo-cd/v3")
KREW = RealProgram("krew", TOOLS / "krew", "sigs.k8s.io/krew", "sigs.k8s.io/krew/cmd/krew")
PROGRAMS = (
    *(KUSTOMIZE, HELM_3, HELM_4, KUBE_APISERVER, ISTIO_INJECTOR),
    *(ARGOCD, KUSTOMIZE_CONTROLLER, KPT, HELMFILE, KREW),
)


def cache_folder() -> Path:
    """Return the folder that keeps what takes long to make, outside the repository."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "kubectl-inject-tests"


def main() -> int:
    """Build what is missing; without Go that is an error only where the programs are required."""
    missing = [program for program in PROGRAMS if not program.path.exists()]
    if missing and shutil.which("go") is None:
        names = ", ".join(program.name for program in missing)
        sys.stderr.write(f"There is no go on the PATH to build {names}.\n")
        return 1 if os.environ.get(REQUIRED) else 0
    for program in missing:
        sys.stderr.write(f"Building {program.path}\n")
        program.build()
    return 0


if __name__ == "__main__":
    sys.exit(main())
