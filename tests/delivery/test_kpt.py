"""kpt runs the function as a program, from a Kptfile and by itself, and writes what comes out into the package."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.own_programs import FOLDER, with_own_programs
from tests.printed_objects import container_names, pod_templates
from tests.requirements import require_program
from tools.real_programs import KPT

pytestmark = pytest.mark.real

EXAMPLE = ROOT / "examples" / "kpt"
FUNCTION = str(FOLDER / "kubectl-inject-krm")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a copy of the example's package."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "shop"))


def kpt(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run kpt, whatever comes of it; the programs of this project are on the PATH."""
    return subprocess.run(
        [require_program(KPT), *map(str, arguments)],
        capture_output=True,
        text=True,
        env=with_own_programs(),
        timeout=120,
        check=False,
    )


def names_in(package: Path) -> list[str]:
    (pod,) = pod_templates((package / "web.yaml").read_text()).values()
    return container_names(pod)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["render", "--allow-exec"], id="from the Kptfile"),
        pytest.param(["eval", "--exec", FUNCTION, "--fn-config", EXAMPLE / "sidecars.yaml"], id="by itself"),
    ],
)
def test_the_package_is_injected_once(package: Path, command: list[str | Path]) -> None:
    first, *flags = command
    run = kpt("fn", first, package, *flags)
    assert run.returncode == 0, run.stderr
    assert names_in(package) == ["istio-init", "istio-proxy", "web"]
    injected = (package / "web.yaml").read_bytes()
    assert kpt("fn", first, package, *flags).returncode == 0
    assert (package / "web.yaml").read_bytes() == injected


def test_an_error_leaves_the_package_as_it_is(package: Path) -> None:
    given = (package / "web.yaml").read_bytes()
    config = package / "sidecars.yaml"
    config.write_text(config.read_text().replace("istioVersion:", "istioVersoin:"))
    run = kpt("fn", "render", package, "--allow-exec")
    assert run.returncode != 0
    assert "did you mean" in run.stderr
    assert (package / "web.yaml").read_bytes() == given
