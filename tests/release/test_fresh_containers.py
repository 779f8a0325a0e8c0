"""What is in dist/ installs in containers of a minimal Debian without a network, and injects what the checkout does."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.delivery.container_images import PYTHON_PACKAGES, ImageStore, debian
from tests.release.conftest import EXAMPLES, Programs
from tests.requirements import require

_PYTHON = "3.11"
"""Debian's, in the suite that the containers have."""
_WHEELS = ("manylinux_2_28_x86_64", "manylinux2014_x86_64")


@dataclass(frozen=True, slots=True)
class Container:
    """A container, whose programs have no network."""

    store: ImageStore
    name: str

    def run(self, *command: str) -> subprocess.CompletedProcess[bytes]:
        """Run a program in it."""
        inside = self.store.command("run", "--isolation", "chroot", self.name, "--", *command)
        return subprocess.run(["unshare", "--net", *inside], capture_output=True, timeout=300, check=False)

    def output(self, *command: str) -> bytes:
        """Run a program in it, which must succeed, and return what it printed."""
        run = self.run(*command)
        assert run.returncode == 0, run.stderr.decode()
        return run.stdout

    def injected_examples(self, program: str) -> list[bytes]:
        """Return the examples as a program in it injects them."""
        return [self.output(program, "-q", "-f", f"/examples/{name}") for name in EXAMPLES]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ImageStore]:
    for program in ("buildah", "mmdebstrap", "unshare"):
        require(shutil.which(program), f"{program} is not on the PATH; Debian has it")
    alone = subprocess.run(["unshare", "--net", "true"], capture_output=True, check=False)
    require(alone.returncode == 0, "unshare cannot give programs a network of their own here")
    made = ImageStore(tmp_path_factory.mktemp("containers"), "fresh")
    yield made
    made.clean()


def test_a_wheel_and_what_it_needs(dist: Path, store: ImageStore, checkout: Programs, tmp_path: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    for_debian = ["--only-binary", ":all:", "--implementation", "cp", "--python-version", _PYTHON]
    for_debian += [word for tag in _WHEELS for word in ("--platform", tag)]
    constraints = ["--constraint", str(ROOT / "constraints.txt")]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", *constraints, *for_debian]
    subprocess.run([*pip, "--dest", tmp_path / "wheels", str(wheel)], check=True)

    files = {"/wheels": tmp_path / "wheels", "/examples": ROOT / "examples"}
    container = Container(store, store.bare_container(debian(PYTHON_PACKAGES), files))
    assert [line.split()[0] for line in container.output("cat", "/proc/net/dev").splitlines()[2:]] == [b"lo:"]
    container.output("python3", "-m", "venv", "/opt/venv")
    container.output("/opt/venv/bin/pip", "install", "--no-index", "--find-links", "/wheels", "kubectl-inject")
    assert container.injected_examples("/opt/venv/bin/kubectl-inject") == checkout.injected_examples()


def test_the_self_contained_archive_where_no_python_is(archive: Path, store: ImageStore, checkout: Programs) -> None:
    # `add` unpacks an archive, which `copy` does not.
    container = Container(store, store.bare_container(debian(()), {"/examples": ROOT / "examples"}))
    store.buildah("add", container.name, str(archive), "/opt")
    assert container.run("sh", "-c", "ls /usr/bin /usr/local/bin /usr/lib | grep -i python").stdout == b""
    assert container.run("python3", "-V").returncode != 0
    assert container.injected_examples("/opt/kubectl-inject/kubectl-inject") == checkout.injected_examples()
    assert container.output("/opt/kubectl-inject/kubectl-inject", "version", "-o", "json")
