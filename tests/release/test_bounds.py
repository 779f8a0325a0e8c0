"""The bounds of dependencies hold: a part of the tests passes with the oldest and the newest, on each Python here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.requirements import require

PARTS = (
    "tests/api/test_api.py",
    "tests/cli/test_help.py",
    "tests/webhook/test_application.py",
    "tests/test_dependencies.py",
)
NEEDED = (
    "pytest>=8.3",
    "hypothesis>=6.120",
    "jsonschema>=4.23",
    "pytest-snapshot>=0.9",
    "packaging>=24",
    "ruamel.yaml>=0.18",
)
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def python(version: str) -> str | None:
    """Return the Python of a minor version, where this machine has it."""
    if f"{sys.version_info.major}.{sys.version_info.minor}" == version:
        return sys.executable
    versions = Path.home() / ".pyenv" / "versions"
    known = [str(each) for each in sorted(versions.glob(f"{version}.*/bin/python{version}"))]
    return next(iter([*known, shutil.which(f"python{version}")]), None)


@pytest.mark.parametrize(
    ("version", "resolution"), [("3.11", "lowest-direct"), *((version, "highest") for version in PYTHONS)]
)
def test_a_part_of_the_tests(version: str, resolution: str, tmp_path: Path) -> None:
    uv = shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    require(uv, "uv is not installed; the extra `release` has it")
    found = python(version)
    if found is None:
        pytest.skip(f"this machine has no Python {version}")
    environment = tmp_path / "environment"
    subprocess.run([str(uv), "venv", "--quiet", "--python", found, environment], check=True)
    wanted = ["-r", "pyproject.toml", "--extra", "serve", *NEEDED]
    subprocess.run(
        [str(uv), "pip", "install", "--quiet", "--python", environment, "--resolution", resolution, *wanted],
        cwd=ROOT,
        check=True,
    )
    own = environment / "bin" / "python"
    run = subprocess.run(
        [str(own), "-P", "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not real", *PARTS],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-3000:]
