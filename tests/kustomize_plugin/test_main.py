"""The program ``kubectl-inject-krm``: bytes, exit statuses, and what it says."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from kubectl_inject.manifests.parsing.kubernetes_yaml import load
from kustomize_plugin.function import run_function
from tests.conftest import MESH
from tests.kustomize_plugin.resource_lists import BROKEN, DEPLOYMENT, resource_list
from tests.own_programs import FOLDER


def krm(*arguments: str, stdin: bytes = b"", folder: Path = MESH) -> tuple[int, bytes, str]:
    run = subprocess.run(
        [FOLDER / "kubectl-inject-krm", *arguments], input=stdin, capture_output=True, cwd=folder, check=False
    )
    return run.returncode, run.stdout, run.stderr.decode()


def test_the_functions_text_comes_out() -> None:
    given = resource_list(DEPLOYMENT).replace("two of them", "zwei Stück")
    assert krm(stdin=given.encode()) == (0, run_function(given, MESH).text.encode(), "")


def test_an_error_in_an_item_is_a_result_too() -> None:
    code, out, err = krm(stdin=resource_list(DEPLOYMENT, BROKEN).encode())
    assert code == 1
    assert err.startswith("error: items")
    assert err.count("\n") == 1
    results = load(out.decode())
    assert isinstance(results, dict)
    assert f"error: {results['results'][-1]['message']}\n" == err


@pytest.mark.parametrize(
    ("given", "message"),
    [
        pytest.param(b"", "error: <stdin>: expected one ResourceList, found 0 documents\n", id="nothing"),
        pytest.param(b"\xff\xff", "error: <stdin>", id="no text"),
        pytest.param(b"kind: List\n", "error: <stdin>", id="another kind"),
    ],
)
def test_no_resource_list(given: bytes, message: str) -> None:
    code, out, err = krm(stdin=given)
    assert (code, out) == (1, b"")
    assert err.startswith(message)
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["--help"], 0, id="help"),
        pytest.param(["-h"], 0, id="short"),
        pytest.param(["--config", "a.yaml"], 2, id="it takes no options"),
    ],
)
def test_usage(arguments: list[str], code: int) -> None:
    ended, out, err = krm(*arguments)
    reported, silent = (err, out.decode()) if code else (out.decode(), err)
    assert (ended, silent) == (code, "")
    assert reported.startswith("kubectl-inject-krm: a KRM function.")
