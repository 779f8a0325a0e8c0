"""The version: one place for it, and what the command says of an installation."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import tomllib
from pathlib import Path

import yaml

from kubectl_inject import __version__
from kubectl_inject.builtin import SUPPORTED
from kubectl_inject.cli import version
from tests.conftest import ROOT
from tests.program_runs import Run


def test_the_text(run: Run) -> None:
    first, *rest = run("version").out.splitlines()
    assert first == f"kubectl-inject {__version__}" == run("--version").out.strip()
    named = {name: value.strip() for name, _, value in (line.partition(":") for line in rest)}
    assert named["Istio"] == "1.26 to 1.31"
    assert named["built in"] == ", ".join(SUPPORTED)
    assert named["Python"] == platform.python_version()


def test_formats_for_programs(run: Run) -> None:
    printed = json.loads(run("version", "-o", "json").out)
    assert printed == yaml.safe_load(run("version", "-o", "yaml").out)
    assert printed["version"] == __version__
    assert printed["istio"] == {"oldest": "1.26", "newest": "1.31", "builtIn": list(SUPPORTED)}


def test_an_unknown_format_is_refused(run: Run) -> None:
    assert run("version", "-o", "toml").code == 2


def test_the_commit_of_a_clone() -> None:
    head = subprocess.run(["git", "-C", str(ROOT), "rev-parse", "HEAD"], capture_output=True, text=True, check=False)
    assert version.installed_version().commit == (head.stdout.strip() or "unknown")


def test_the_commit_is_unknown_in_a_copy_without_git(tmp_path: Path) -> None:
    copied = tmp_path / "kubectl_inject"
    copied.symlink_to(ROOT / "kubectl_inject")
    script = "import sys; sys.path[:0] = [sys.argv[1]]\nfrom kubectl_inject.cli.main import main; main(['version'])"
    run = subprocess.run(
        [sys.executable, "-I", "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert "commit:   unknown\n" in run.stdout


def test_the_package_is_the_one_place_of_the_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert "version" not in project["project"]
    assert project["tool"]["hatch"]["version"]["path"] == "kubectl_inject/__init__.py"
