"""The edge of programs: each failure is a line and an exit status, and none is a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kubectl_inject.errors import InjectionError
from kubectl_inject.manifests.stream import split
from kubectl_inject.program import run_program
from tests.conftest import MESH_FLAGS, POD, ROOT

ITEM = POD.replace("\n", "\n  ").strip()
LIST = f"apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- {ITEM}\n"
PROGRAMS = {
    "inject": ("kubectl-inject", ["-f", "-", *MESH_FLAGS], POD),
    "check": ("kubectl-inject", ["check", "-f", "-", *MESH_FLAGS], POD),
    "explain": ("kubectl-inject", ["explain", "-f", "-", *MESH_FLAGS], POD),
    "diff": ("kubectl-inject", ["diff", "-f", "-", *MESH_FLAGS], POD),
    "config show": ("kubectl-inject", ["config", "show"], ""),
    "help": ("kubectl-inject", ["--help"], ""),
    "krm": ("kubectl-inject-krm", [], LIST),
    "helm": ("kubectl-inject-helm", MESH_FLAGS, POD),
}


def ended(name: str, redirection: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    program, arguments, given = PROGRAMS[name]
    path = Path(sys.executable).with_name(program)
    shell = ["sh", "-c", f'exec "$@" {redirection}', "sh", str(path), *arguments]
    return subprocess.run(
        shell, input=given if stdin is None else stdin, capture_output=True, text=True, check=False, cwd=ROOT / "tests"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("name", PROGRAMS)
@pytest.mark.parametrize(
    ("redirection", "problem"),
    [(">/dev/full", "standard output cannot be written"), (">&-", "standard output is closed")],
)
def test_output_that_cannot_be_written(name: str, redirection: str, problem: str) -> None:
    end = ended(name, redirection)
    assert end.returncode == (2 if name in ("check", "diff") else 1), end.stderr
    assert problem in end.stderr
    assert "Traceback" not in end.stderr


@pytest.mark.parametrize("name", ["inject", "check", "explain", "diff", "krm", "helm"])
def test_input_that_is_closed(name: str) -> None:
    end = ended(name, "<&-")
    assert end.returncode == (2 if name in ("check", "diff") else 1)
    assert end.stderr.splitlines()[-1] == "error: standard input is closed"


@pytest.mark.parametrize("name", ["inject", "krm", "helm"])
def test_nowhere_to_report_to(name: str) -> None:
    end = ended(name, "2>&-")
    assert end.returncode == 0
    assert "istio-proxy" in end.stdout


@pytest.mark.parametrize("name", ["inject", "check", "explain", "diff", "helm"])
@pytest.mark.parametrize("digits", [400, 5_000, 100_000])
def test_numbers_of_any_length(name: str, digits: int) -> None:
    pod = POD.replace("spec:", f"spec:\n  terminationGracePeriodSeconds: {'7' * digits}")
    end = ended(name, "", pod)
    assert end.returncode == (2 if name in ("check", "diff") else 1)
    assert "terminationGracePeriodSeconds: expected a whole number of 64 bits, found the string '777" in end.stderr
    assert len(end.stderr) < 1000


def status_and_message(error: BaseException, capsys: pytest.CaptureFixture[str], failure: int = 1) -> tuple[int, str]:
    def work() -> None:
        raise error

    status = run_program(work, failure=failure)
    return status, capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "status", "message"),
    [
        (InjectionError("a is no b"), 1, "error: a is no b\n"),
        (SystemExit(3), 3, ""),
        (SystemExit(), 0, ""),
        (SystemExit("no"), 1, "error: no\n"),
        (KeyboardInterrupt(), 130, ""),
        (RecursionError(), 1, "error: mappings and lists nest too deep\n"),
        (MemoryError(), 1, "error: there is not enough memory for it\n"),
    ],
)
def test_what_is_foreseen(error: BaseException, status: int, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_and_message(error, capsys) == (status, message)


def test_a_bug_says_so_and_names_what_was_being_read(capsys: pytest.CaptureFixture[str]) -> None:
    def read(document: object) -> None:
        raise KeyError(f"\x1b[31m\n::error::{document and 'x' * 1000}")

    def work() -> None:
        for document in split(POD + "---\n" + POD, "app.yaml"):
            if document.index == 2:
                read(document)

    assert run_program(work, failure=2) == 2
    message = capsys.readouterr().err
    assert message.startswith("error: app.yaml: document 2: this is a bug of kubectl-inject: ")
    assert "Please report it" in message
    assert message.count("\n") == 1
    assert "\x1b" not in message
    assert len(message) < 700


def test_a_bug_shows_where_it_is_on_request(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KUBECTL_INJECT_TRACEBACK", "1")
    assert status_and_message(ZeroDivisionError("x"), capsys)[0] == 1


def test_a_worker_that_is_killed_costs_nothing_but_time(tmp_path: Path) -> None:
    many = "---\n".join(POD.replace("web", f"web-{number}") for number in range(200))
    (tmp_path / "many.yaml").write_text(many)
    script = (
        "import os\n"
        "from kubectl_inject.injection import forked_worker as workers\n"
        "from kubectl_inject.cli.main import main\n"
        "class Dying(workers.ForkedWorker):\n"
        "    def next_answer(self):\n"
        "        if hasattr(self, 'answered'):\n"
        "            self.end = lambda: None\n"
        "            os.kill(self._process, 9); os.waitpid(self._process, 0); raise EOFError\n"
        "        self.answered = True\n"
        "        return super().next_answer()\n"
        "workers.ForkedWorker = Dying\n"
        "main()\n"
    )
    flags = ["-f", str(tmp_path / "many.yaml"), *MESH_FLAGS]
    with_loss = subprocess.run([sys.executable, "-c", script, *flags, "--jobs", "2"], capture_output=True, check=True)
    alone = subprocess.run(
        [Path(sys.executable).with_name("kubectl-inject"), *flags, "--jobs", "1"], capture_output=True, check=True
    )
    assert with_loss.stdout == alone.stdout
    assert os.fsencode("web-199") in alone.stdout
