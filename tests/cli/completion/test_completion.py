"""Completion: the words that are offered, by the protocol of cobra, to kubectl and to bash."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from kubectl_inject.cli.completion.protocol import main
from kubectl_inject.cli.completion.scripts import SCRIPTS
from tests.conftest import POD
from tests.own_programs import with_own_programs
from tests.program_runs import Run, program_runner
from tests.requirements import require

BOTH = f"{POD}---\n{POD.replace('name: web', 'name: shop')}"
CONTEXTS = """\
apiVersion: v1
kind: Config
clusters: [{name: c, cluster: {server: "http://127.0.0.1:9"}}]
contexts: [{name: staging, context: {cluster: c}}, {name: production, context: {cluster: c}}]
"""


@pytest.fixture
def answer(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return a function that asks for the words behind others, in a folder with manifests."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "app.yaml").write_text(BOTH)
    (tmp_path / "broken.yaml").write_text("a: [")
    return program_runner(main, capfdbinary, monkeypatch)


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        pytest.param(["ch"], ["check", ":0"], id="command"),
        pytest.param(
            ["config", ""], ["capture", "freeze", "show", "diff", "verify", "discover", ":4"], id="command of a group"
        ),
        pytest.param(["serve", "m"], ["manifests", ":4"], id="command of a group with options"),
        pytest.param(["--out"], ["--output", "--output-dir", ":4"], id="flags"),
        pytest.param(["check", "--ag"], ["--against-injector", ":4"], id="flag of a command"),
        pytest.param(["config", "diff", "--rec"], ["--recursive", ":4"], id="flag of a command in a group"),
        pytest.param(["--no-n"], ["--no-native-sidecars", ":4"], id="other side of a switch"),
        pytest.param(["--injection", ""], ["manual", "auto", ":4"], id="choices"),
        pytest.param(["--injection=a"], ["auto", ":4"], id="choice behind ="),
        pytest.param(["-o", ""], ["yaml", "json", ":4"], id="formats"),
        pytest.param(["check", "-o", "s"], ["sarif", ":4"], id="formats of a command"),
        pytest.param(["--emit", "fl"], ["flux-patches", ":4"], id="first of two values"),
        pytest.param(["--emit", "flux-patches", "x", "che"], [":2"], id="behind two values"),
        pytest.param(["--istio-version", "1.3"], ["1.31", "1.30", ":4"], id="releases"),
        pytest.param(["config", "diff", "1.28"], ["1.28", ":0"], id="release or file"),
        pytest.param(["--profile", "d"], ["default", "demo", ":4"], id="profiles"),
        pytest.param(["completion", "p"], ["powershell", ":4"], id="shells"),
        pytest.param(["-f", "x"], ["yaml", "yml", "json", ":8"], id="manifests"),
        pytest.param(["--config", "x"], [":0"], id="files"),
        pytest.param(["-k", ""], [":16"], id="folders"),
        pytest.param(["explain", "de"], ["deploy/", ":2"], id="kinds"),
        pytest.param(["-f", "app.yaml", ""], ["po/web", "po/shop", ":0"], id="workloads of the input"),
        pytest.param(["app.yaml", "pods/s"], ["pods/shop", ":0"], id="as their kind is spelled"),
        pytest.param(["-f", "broken.yaml", "st"], ["sts/", ":2"], id="input that cannot be read"),
        pytest.param(["options", ""], [":4"], id="nothing"),
        pytest.param([], None, id="no word at all"),
    ],
)
def test_words(answer: Run, words: list[str], offered: list[str] | None) -> None:
    ended = answer(*words)
    assert (ended.code, ended.err) == (0, "")
    lines = [line.partition("\t")[0] for line in ended.out.splitlines()]
    assert lines == offered if offered is not None else "explain" in lines


@pytest.mark.real
def test_contexts_are_those_of_the_kubeconfig(answer: Run, tmp_path: Path) -> None:
    require(shutil.which("kubectl"), "kubectl is not on the PATH")
    (tmp_path / "contexts").write_text(CONTEXTS)
    ended = answer("--kubeconfig", "contexts", "--context", "")
    assert ended.out.splitlines() == ["production", "staging", ":4"]


def test_an_unreachable_cluster_has_no_namespaces(answer: Run, tmp_path: Path) -> None:
    (tmp_path / "contexts").write_text(CONTEXTS)
    assert answer("--kubeconfig=contexts", "--context=staging", "-n", "").out == ":4\n"


@pytest.mark.real
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["expl"], ["explain\tExplain whether a workload is injected, and what changes.", ":0"]),
        (["check", "-o", "j"], ["json", "junit", ":4"]),
    ],
)
def test_kubectl_asks(words: list[str], offered: list[str]) -> None:
    require(shutil.which("kubectl"), "kubectl is not on the PATH")
    command = ["kubectl", "__complete", "inject", *words]
    asked = subprocess.run(command, capture_output=True, text=True, env=with_own_programs(), check=True)
    assert asked.stdout.splitlines() == offered


def completed_by_bash(folder: Path, *words: str) -> list[str]:
    """Return what bash would complete the last word to."""
    (folder / "script").write_text(SCRIPTS["bash"])
    program = (
        'source ./script; compopt() { :; }; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _kubectl_inject; '
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    command = ["bash", "-c", program, "bash", "kubectl-inject", *words]
    ended = subprocess.run(command, capture_output=True, text=True, env=with_own_programs(), cwd=folder, check=True)
    assert ended.stderr == ""
    return sorted(ended.stdout.split())


def test_bash_completes(tmp_path: Path) -> None:
    require(shutil.which("bash"), "bash is not on the PATH")
    for name in ("app.yaml", "app.txt"):
        (tmp_path / name).write_text(POD)
    (tmp_path / "apps").mkdir()
    assert completed_by_bash(tmp_path, "config", "ver") == ["verify"]
    assert completed_by_bash(tmp_path, "-f", "ap") == ["app.yaml", "apps"]
    assert completed_by_bash(tmp_path, "-k", "ap") == ["apps"]
    assert completed_by_bash(tmp_path, "--config", "ap") == ["app.txt", "app.yaml", "apps"]
    assert completed_by_bash(tmp_path, "-f", "app.yaml", "po") == ["po/web"]


def test_fish_completes(tmp_path: Path) -> None:
    if not shutil.which("fish"):
        pytest.skip("fish is not on the PATH")
    (tmp_path / "script").write_text(SCRIPTS["fish"])
    command = ["fish", "-c", "source script; complete -C 'kubectl-inject --injection '"]
    ended = subprocess.run(command, capture_output=True, text=True, env=with_own_programs(), cwd=tmp_path, check=True)
    assert sorted(ended.stdout.split()) == ["auto", "manual"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_take_their_scripts(shell: str, tmp_path: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not on the PATH")
    (tmp_path / "script").write_text(SCRIPTS[shell])
    subprocess.run([shell, "-n", "script"], cwd=tmp_path, check=True)


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_command_prints_the_script(run: Run, shell: str) -> None:
    assert run("completion", shell) == (0, SCRIPTS[shell], "")
