"""The real pre-commit installs the hooks from a clone of this repository, as its settings name them, and runs them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from kubectl_inject import __version__
from tests.conftest import POD, ROOT
from tests.release.conftest import Programs
from tests.requirements import require
from tools.release.source import exported

WEB = ROOT / "examples" / "kpt" / "web.yaml"
_IDENTITY = ("-c", "user.name=kubectl-inject", "-c", "user.email=tests@example.com")
_TAG = f"v{__version__}"


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *_IDENTITY, *arguments], cwd=folder, capture_output=True, check=True)


@dataclass(frozen=True, slots=True)
class User:
    """Somebody's repository, and pre-commit with an environment of its own, in which hooks are installed once."""

    program: Path
    home: Path
    hooks: Path
    repository: Path

    def write(self, files: dict[str, str]) -> None:
        """Make the repository anew, with manifests and what configures their injection, all of it staged."""
        shutil.rmtree(self.repository, ignore_errors=True)
        for name, text in files.items():
            file = self.repository / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        hooks = [{"id": name, "files": "^deploy/"} for name in ("kubectl-inject-check", "kubectl-inject")]
        config = {"repos": [{"repo": str(self.hooks), "rev": _TAG, "hooks": hooks}]}
        (self.repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
        git(self.repository, "init", "--quiet")
        git(self.repository, "add", ".")

    def run(self, hook: str) -> subprocess.CompletedProcess[str]:
        """Run a hook on what is staged, as ``git commit`` would."""
        inherited = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("GIT_", "KUBECTL_INJECT_", "PIP_"))
        }
        own = {"PRE_COMMIT_HOME": str(self.home), "PIP_CONSTRAINT": str(ROOT / "constraints.txt")}
        return subprocess.run(
            [str(self.program), "run", hook],
            cwd=self.repository,
            capture_output=True,
            text=True,
            env={**inherited, **own},
            timeout=300,
            check=False,
        )

    def text(self, name: str) -> str:
        return (self.repository / name).read_text()


@pytest.fixture(scope="module")
def user(commit: str, tmp_path_factory: pytest.TempPathFactory) -> User:
    program = Path(sys.executable).with_name("pre-commit")
    require(program.exists(), "pre-commit is not installed; the extra `dev` has it")
    folder = tmp_path_factory.mktemp("pre-commit")
    published = exported(ROOT, commit, __version__, folder / "published").folder
    git(published, "init", "--quiet")
    git(published, "add", ".")
    git(published, "commit", "--quiet", "--message", "Release")
    git(published, "tag", _TAG)
    return User(program, folder / "home", published, folder / "repository")


def test_a_workload_that_is_injected_as_it_should_be_passes(user: User, checkout: Programs) -> None:
    user.write({"deploy/web.yaml": checkout.run("-q", "-f", WEB).decode(), "deploy/note.yaml": "a: 1\n"})
    checked = user.run("kubectl-inject-check")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "Passed" in checked.stdout


def test_a_workload_whose_proxy_was_changed_fails(user: User, checkout: Programs) -> None:
    injected = checkout.run("-q", "-f", WEB).decode()
    user.write({"deploy/web.yaml": injected.replace("proxyv2:", "proxyv2:0-"), "other/web.yaml": injected})
    checked = user.run("kubectl-inject-check")
    assert checked.returncode == 1
    assert "deploy/web.yaml" in checked.stdout
    assert "other/web.yaml" not in checked.stdout


def test_a_bare_workload_is_injected_once(user: User, checkout: Programs) -> None:
    user.write({"deploy/web.yaml": WEB.read_text(), "other/web.yaml": WEB.read_text()})
    first = user.run("kubectl-inject")
    assert first.returncode == 1
    assert "files were modified by this hook" in first.stdout
    assert user.text("deploy/web.yaml") == checkout.run("-q", "-f", WEB).decode()
    assert user.text("other/web.yaml") == WEB.read_text()
    git(user.repository, "add", ".")
    assert user.run("kubectl-inject").returncode == 0
    assert user.run("kubectl-inject-check").returncode == 0


def test_what_cannot_be_injected_is_left_as_it_is(user: User) -> None:
    user.write({"deploy/bad.yaml": POD.replace("metadata: {", "metadata: {{"), "deploy/web.yaml": WEB.read_text()})
    failed = user.run("kubectl-inject")
    assert failed.returncode == 1
    assert "deploy/bad.yaml" in failed.stdout
    assert user.text("deploy/web.yaml") == WEB.read_text()
