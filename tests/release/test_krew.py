"""The real krew installs the plugin from the release, kubectl runs it, and krew takes it away again."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.release.conftest import Programs
from tests.requirements import require, require_program
from tools.real_programs import KREW


@dataclass(frozen=True, slots=True)
class Krew:
    """A fresh root of krew's, whose index has no plugins, and a shell in which kubectl finds both."""

    root: Path

    def kubectl(self, *arguments: str | Path) -> str:
        """Run kubectl, and return what it printed; it must succeed."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("KUBECTL_INJECT_")}
        path = os.pathsep.join(
            [str(self.root / "bin"), str(self.root.parent / "programs"), "/usr/local/bin:/usr/bin:/bin"]
        )
        run = subprocess.run(
            ["kubectl", *map(str, arguments)],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            env={**inherited, "KREW_ROOT": str(self.root), "KREW_NO_UPGRADE_CHECK": "1", "PATH": path},
            timeout=120,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        return run.stdout

    @property
    def plugins(self) -> list[str]:
        """The plugins that are installed; what came by a manifest of one's own is detached from any index."""
        return self.kubectl("krew", "list").split()


@pytest.fixture
def krew(tmp_path: Path) -> Krew:
    require(shutil.which("kubectl"), "kubectl is not on the PATH")
    root = tmp_path / "krew"
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "kubectl-krew").symlink_to(require_program(KREW))
    # Krew looks for a clone of its index; this one is empty, and comes from nowhere.
    index = root / "index" / "default"
    (index / "plugins").mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet", str(index)], check=True)
    return Krew(root)


def test_install_use_and_uninstall(krew: Krew, dist: Path, archive: Path, checkout: Programs) -> None:
    krew.kubectl("krew", "install", f"--manifest={dist / 'inject.yaml'}", f"--archive={archive}")
    assert krew.plugins == ["detached/inject"]
    installed = Programs(krew.root / "bin")
    assert installed.injected_examples() == checkout.injected_examples()
    assert krew.kubectl("inject", "--version").startswith("kubectl-inject ")

    (store,) = (krew.root / "store" / "inject").iterdir()
    (krew.root / "bin" / "kubectl_complete-inject").symlink_to(store / "kubectl_complete-inject")
    assert "explain\t" in krew.kubectl("__complete", "inject", "exp")
    (krew.root / "bin" / "kubectl_complete-inject").unlink()

    krew.kubectl("krew", "uninstall", "inject")
    assert krew.plugins == []
    assert list((krew.root / "bin").iterdir()) == []
