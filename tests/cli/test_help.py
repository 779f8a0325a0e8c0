"""Help: a screen for each command, commands that run, and what wrong usage says."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from kubectl_inject.cli.app import app
from kubectl_inject.cli.command_names import COMMANDS
from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.options.typer_commands import options_of
from tests.cli.test_configuration_sources import captured
from tests.conftest import MESH, POD
from tests.program_runs import Run

PAGES: tuple[list[str], ...] = (
    *([], ["explain"], ["diff"], ["check"], ["uninject"], ["init"]),
    *(["config"], ["config", "capture"], ["config", "show"], ["config", "diff"], ["config", "verify"]),
    ["config", "discover"],
    *(["serve"], ["serve", "manifests"], ["completion"], ["version"], ["options"]),
    *(["argocd"], ["argocd", "discover"], ["argocd", "generate"], ["argocd", "parameters"]),
)
LINES = 50
"""How many a screen has."""

NEEDS_MORE = (
    "capture",
    "discover",
    "--from-cluster",
    "--against-injector",
    "kubectl apply",
    "serve --tls-cert",
    "mesh/1-30",
    "source ~",
)
"""What examples have in them that need a cluster, or files that are not there."""


def command_named(path: list[str]) -> object:
    command = typer.main.get_command(app)
    for name in path:
        command = command.commands[name]  # type: ignore[attr-defined]
    return command


def page_of(run: Run, path: list[str], columns: int, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", str(columns))
    ended = run(*path, "--help")
    assert (ended.code, ended.err) == (0, "")
    return ended.out


@pytest.mark.parametrize("path", PAGES, ids=" ".join)
def test_a_page_fits_a_screen(run: Run, path: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_of(run, path, 80, monkeypatch)
    assert len(page.splitlines()) <= LINES
    assert "..." not in page
    assert "TEXT" not in page
    headings = re.findall(r"^(\w[\w ]*):$", page, re.MULTILINE)
    order = ["Usage", "Commands", "Examples", "Input", "Output", "Configuration"]
    order += ["Cluster", "Automatic injection", "Server", "General"]
    assert headings == [heading for heading in order if heading in headings]


@pytest.mark.parametrize("columns", [60, 200])
@pytest.mark.parametrize("path", PAGES, ids=" ".join)
def test_a_page_keeps_to_the_width(run: Run, path: list[str], columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_of(run, path, columns, monkeypatch)
    examples = {line for line in page.splitlines() if re.match(r"  (kubectl|# |KUBECTL)", line)}
    assert max(len(line) for line in page.splitlines() if line not in examples) <= min(columns, 100)
    assert max((len(line) for line in examples), default=0) <= 80


@pytest.mark.parametrize("path", PAGES, ids=" ".join)
def test_every_option_is_on_its_page_or_on_that_of_shared_ones(
    run: Run, path: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page, shared = (page_of(run, each, 80, monkeypatch) for each in (path, ["options"]))
    for option in options_of(command_named(path)).values():
        for flag in option.flags:
            shown = flag.rpartition("/")[2] if option.default is True else flag.partition("/")[0]
            assert re.search(rf"(^| ){re.escape(shown)}\b", page) or (option.is_shared and shown in shared)


def test_the_names_of_commands_are_known_before_they_are_imported() -> None:
    assert set(COMMANDS) == set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def examples() -> list[str]:
    epilogs = [str(getattr(command_named(path), "epilog", None) or "") for path in PAGES]
    lines = [line.strip() for text in epilogs for line in text.splitlines()]
    return [line for line in lines if "kubectl" in line and not any(part in line for part in NEEDS_MORE)]


@pytest.mark.parametrize("line", examples())
def test_examples_run(run: Run, write_file: Callable[[str, str], Path], line: str) -> None:
    deployment = POD.replace("name: web", "name: app")
    for name in ("app.yaml", "deploy/app.yaml", "deploy/sub/web.yaml", "injected.yaml", "overlay/app.yaml"):
        write_file(name, deployment)
    write_file("deploy/web.yaml", Path(MESH.parent / "bookinfo" / "ratings.yaml").read_text().replace("ratings", "web"))
    write_file("overlay/kustomization.yaml", "resources: [app.yaml]\n")
    write_file("mesh/default.yaml", write_yaml(captured("hub").document()))
    command = re.sub(r"^source <\((.*)\)$", r"\1", re.split(r" [|>] ", line)[0])
    words = [word for word in shlex.split(command) if "=" not in word or word.startswith("-")]
    assert words[:2] == ["kubectl", "inject"]
    ended = run(*words[2:])
    assert ended.code in ((0, 1) if {"diff", "check"} & set(words) else (0,)), ended.err
    assert not ended.err.startswith("error: ")


def test_without_arguments_the_help_is_printed(run: Run) -> None:
    assert run() == run("--help") == run("-h") == run("help") == run("-f", "app.yaml", "--help")
    assert run("config") == run("config", "--help")
    assert run("help", "config", "show") == run("config", "show", "--help")
    assert run("options") == run("options", "--help")


def test_the_module_is_the_program() -> None:
    command = [sys.executable, "-P", "-m", "kubectl_inject"]
    version = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True).stdout
    assert version.startswith("kubectl-inject 0.")


@pytest.mark.parametrize(
    ("arguments", "message", "page"),
    [
        pytest.param(["--nonesuch"], "no such option: --nonesuch", "kubectl inject", id="no such option"),
        pytest.param(["diff", "--nonesuch"], "no such option: --nonesuch", "kubectl inject diff", id="of a command"),
        pytest.param(["config", "nonesuch"], "no such command 'nonesuch'", "kubectl inject config", id="no command"),
        pytest.param(["config", "diff", "1.30"], "missing argument 'NEW'", "kubectl inject config diff", id="argument"),
        pytest.param(["-f"], "option '-f' requires an argument", "kubectl inject", id="no value"),
        pytest.param(
            ["--jobs", "x", "a"], "--jobs: expected a whole number, found 'x'", "kubectl inject", id="no number"
        ),
        pytest.param(
            ["completion", "tcsh"],
            "bash|zsh|fish|powershell: expected bash or",
            "kubectl inject completion",
            id="shell",
        ),
        pytest.param(
            ["--color", "no", "-"], "--color: expected auto or always or never", "kubectl inject", id="colour"
        ),
    ],
)
def test_wrong_usage(run: Run, arguments: list[str], message: str, page: str) -> None:
    ended = run(*arguments)
    first, last = ended.err.splitlines()
    assert (ended.code, ended.out) == (2, "")
    assert first.startswith("error: ")
    assert message in first
    assert last == f"See '{page} --help' for usage."


@pytest.mark.parametrize(
    "form", ["name", "wide", "jsonpath={.metadata.name}", "jsonpath-file=a/b.txt", "go-template={{.x}}"]
)
def test_kubectls_other_formats_are_refused(run: Run, tmp_path: Path, form: str) -> None:
    ended = run("-f", "-", "-o", form, stdin=POD)
    assert (ended.code, ended.out) == (2, "")
    shown = "name" if form == "wide" else shlex.quote(form)
    assert f"kubectl patch --local -f - -p '{{}}' -o {shown}\n" in ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "is_file"),
    [("out.yaml", True), ("./out", True), ("new/out", True), ("out.txt", True), ("out", False), ("1.", False)],
)
def test_what_looks_like_a_file_is_one(run: Run, tmp_path: Path, name: str, is_file: bool) -> None:
    ended = run("-f", "-", "-o", name, stdin=POD)
    assert (ended.code, (tmp_path / name).exists()) == ((0, True) if is_file else (2, False))
