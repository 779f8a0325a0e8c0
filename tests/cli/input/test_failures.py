"""--keep-going: one file that cannot be read does not keep the others from being done, and the run fails at its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import CONFIG_MAP, POD
from tests.program_runs import Run

WriteFile = Callable[[str, str], Path]
WRONG_TYPE = POD.replace("nginx}", "nginx, ports: 80}")


@pytest.fixture
def tree(write_file: WriteFile) -> Path:
    """Return a folder of good and bad files."""
    files = {"a.yaml": POD, "b.yaml": "a:\n\tb: 1\n", "c.yaml": WRONG_TYPE, "d/e.yaml": CONFIG_MAP, "f.yaml": ""}
    for name, text in files.items():
        write_file(f"tree/{name}", text)
    return write_file("tree/z.yaml", POD.replace("name: web}", "name: last}", 1)).parent


FAILED = """\
error: 3 files were passed over:
  tree/f.yaml: nothing was in it, expected Kubernetes manifests
  tree/b.yaml:2:1: document 1: found a tab where indentation must be spaces
  tree/c.yaml: document 1: Pod web: spec.containers[0].ports: expected a list, found the number 80
"""


@pytest.mark.parametrize(
    ("command", "code", "says"),
    [
        ([], 1, "istio-proxy"),
        (["check"], 2, "2 workloads checked, 2 findings"),
        (["explain"], 1, "Pod last"),
        (["diff"], 2, "+++ tree/z.yaml"),
    ],
)
def test_the_others_are_done(run: Run, tree: Path, command: list[str], code: int, says: str) -> None:  # noqa: ARG001  # the files are there
    ended, out, err = run(*command, "-R", "-f", "tree", "--keep-going", "--istio-version", "1.31")
    assert (ended, err.endswith(FAILED)) == (code, True)
    assert says in out
    ended, out, err = run(*command, "-R", "-f", "tree", "--istio-version", "1.31")
    assert (ended, out, "error: tree/f.yaml: nothing" in err) == (code, "", True)


def test_in_place_leaves_files_with_errors_as_they_are(run: Run, tree: Path) -> None:
    before = {name: tree.joinpath(name).read_bytes() for name in ("b.yaml", "c.yaml", "d/e.yaml", "f.yaml")}
    flags = ("-R", "-f", "tree", "--in-place", "--keep-going")
    assert run(*flags, "--istio-version", "1.31").code == 1
    assert {name: tree.joinpath(name).read_bytes() for name in before} == before
    assert "istio-proxy" in tree.joinpath("a.yaml").read_text()
    assert "istio-proxy" in tree.joinpath("z.yaml").read_text()
    ended, _, err = run("uninject", *flags)
    assert (ended, "error: 3 files were passed over:\n" in err) == (1, True)
    assert tree.joinpath("a.yaml").read_text() == POD


def test_a_workload_that_is_named_and_a_file_that_is_missing(run: Run, tree: Path) -> None:  # noqa: ARG001  # the files are there
    ended, out, err = run("explain", "pod/last", "-f", "tree/z.yaml,tree/b.yaml,nowhere.yaml", "--keep-going")
    assert (ended, "Pod last" in out, "Pod web" in out) == (1, True, False)
    assert "  nowhere.yaml: no such file or folder\n  tree/b.yaml:2:1: " in err


def test_nothing_is_wrong(run: Run, write_file: WriteFile) -> None:
    write_file("a.yaml", POD)
    code, out, err = run("-f", "a.yaml", "--keep-going", "--istio-version", "1.31")
    assert (code, "istio-proxy" in out, "error" in err) == (0, True, False)


def test_a_folder_and_a_link_that_are_not_read(run: Run, tree: Path) -> None:
    tree.joinpath("link.yaml").symlink_to("/etc/hostname")
    ended, out, err = run("-f", "tree", "--keep-going", "--istio-version", "1.31")
    assert (ended, out.count("name: istio-proxy\n")) == (1, 2)
    assert "  tree/link.yaml: this link leads out of tree" in err


def test_not_for_patches(run: Run, tree: Path) -> None:  # noqa: ARG001  # the files are there
    code, out, err = run("-f", "tree", "--keep-going", "--emit", "kustomize-patches", "out")
    assert (code, out) == (2, "")
    assert "--keep-going" in err
