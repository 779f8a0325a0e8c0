"""A release, built once for all tests here: of what is committed, or of what was changed since."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pytest

from kubectl_inject import __version__
from tests.conftest import ROOT
from tests.requirements import require

EXAMPLES = ("bookinfo", "kpt/web.yaml", "kustomize/base/web.yaml")
_TOOLS = ("build", "check_wheel_contents", "cyclonedx_py", "twine")
_SECONDS = 600


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep all tests of the release in one of pytest-xdist's workers, for each would build its own."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.xdist_group("release"))


@dataclass(frozen=True, slots=True)
class Programs:
    """The programs of an installation, by the folder in which they are."""

    folder: Path

    def run(
        self,
        *arguments: str | Path,
        program: str = "kubectl-inject",
        stdin: bytes = b"",
        environment: Mapping[str, str] = MappingProxyType({}),
    ) -> bytes:
        """Run one of them, and return what it printed; it must succeed."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("KUBECTL_", "PYTHON"))}
        run = subprocess.run(
            [str(self.folder / program), *map(str, arguments)],
            input=stdin,
            capture_output=True,
            env={**inherited, **environment},
            timeout=120,
            check=False,
        )
        assert run.returncode == 0, run.stderr.decode()
        return run.stdout

    def injected_examples(self) -> list[bytes]:
        """Return the examples as this installation injects them."""
        return [self.run("-q", "-f", ROOT / "examples" / name) for name in EXAMPLES]


@pytest.fixture(scope="session")
def commit() -> str:
    """Return what is released: what is checked out, with what was changed since."""
    identity = ("-c", "user.name=kubectl-inject", "-c", "user.email=tests@example.com")

    def git(*arguments: str) -> str:
        run = subprocess.run(["git", *identity, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
        if run.returncode:
            pytest.skip(f"a release is built from a commit, and Git has none here: {run.stderr.strip()}")
        return run.stdout.strip()

    return git("stash", "create") or git("rev-parse", "HEAD")


def built(output: Path, commit: str) -> Path:
    """Build a release of a commit into a folder, and return it."""
    missing = [name for name in _TOOLS if importlib.util.find_spec(name) is None]
    require(not missing, f"{', '.join(missing)}: not installed; `make release` installs what it builds with")
    beside = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        [
            *(sys.executable, "-P", "-m", "tools.release", __version__),
            *("--output", str(output), "--commit", commit),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PATH": beside},
        timeout=_SECONDS,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return output


@pytest.fixture(scope="session")
def dist(commit: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a release."""
    return built(tmp_path_factory.mktemp("release") / "dist", commit)


@pytest.fixture(scope="session")
def archive(dist: Path) -> Path:
    """Return the self-contained archive for this machine."""
    (found,) = dist.glob("kubectl-inject-*-*.tar.gz")
    return found


@pytest.fixture(scope="session")
def unpacked(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Programs:
    """Return the programs of the unpacked archive."""
    folder = tmp_path_factory.mktemp("self contained")
    with tarfile.open(archive) as files:
        files.extractall(folder, filter="data")
    return Programs(folder / "kubectl-inject")


@pytest.fixture(scope="session")
def checkout() -> Programs:
    """Return the programs of the checkout."""
    return Programs(Path(sys.executable).parent)


@pytest.fixture(scope="session")
def from_wheel(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Programs:
    """Return the programs of a fresh virtual environment with the wheel of the release."""
    folder = tmp_path_factory.mktemp("environment")
    (wheel,) = dist.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    pip = [str(folder / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]
    constraints = ["--constraint", str(ROOT / "constraints.txt")]
    subprocess.run([*pip, *constraints, "--upgrade", "pip"], check=True)
    subprocess.run([*pip, *constraints, str(wheel)], check=True)
    return Programs(folder / "bin")
