"""The commands that pages show, run as they are written, and what they print compared with what the page shows.

A page's fenced blocks are read from top to bottom, in one folder with the repository's ``examples`` in it:

- ``console``: a line that begins with ``$ `` is a command, and the lines after it are what a terminal would show: all
  of it, with a line ``...`` where lines are left out. A command must succeed, unless ``$ echo $?`` follows it.
- ``sh``: commands that must succeed; what they print is not compared.
- another language with ``title="FILE"``: the file is written. With the mark ``result`` it must be there already,
  as it is shown.

A comment in the line above a block has marks, with commas between them: ``cluster`` where it needs one, ``helm 4`` for
that Helm, ``may exit with 1`` for the commands of an ``sh`` block that report by their exit status, ``apart`` where
they work on a copy of the folder. ``not run: REASON`` stands alone. A comment that begins with ``given`` has commands
that no reader sees: they make the files that readers have.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.own_programs import with_own_programs
from tests.requirements import require_program
from tools.real_programs import HELM_3, HELM_4, KUSTOMIZE, RealProgram

ROOT = Path(__file__).resolve().parents[2]
CLUSTER = "cluster"
_HELM_4 = "helm 4"
_MAY_FIND = "may exit with 1"
_APART = "apart"
_NOT_RUN = re.compile(r"not run: \S.*")
_RESULT = "result"
_PROMPT = "$ "
_STATUS = "echo $?"
_LEFT_OUT = re.compile(r"^[ │]*\.\.\.\n", re.MULTILINE)
_MOST_SHOWN = 2000
_HOME = "/home/you/shop"
_SERVER = "https://mesh.example.com:6443"
_SCRIPT = ("sh",)
_THROUGH_KUBECTL = ("README.md", "docs/getting-started.md")
"""Pages whose commands kubectl itself hands on to its plugin; looking for that takes longer than many commands do."""
_HANDING_ON = """#!/bin/sh
if [ "$1" = inject ]; then shift; exec kubectl-inject "$@"; fi
exec {kubectl} "$@"
"""
_AUTHOR = ("AUTHOR_NAME", "AUTHOR_EMAIL", "COMMITTER_NAME", "COMMITTER_EMAIL")
_FAILING = "set -e"
_FINDING = "trap 'status=$?; [ $status -le 1 ] || exit $status' ERR"
_GIVEN = re.compile(r"^<!-- given\n(.*?)^-->$", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(
    r"(?:^[ ]*<!-- (?P<mark>[^\n]*) -->\n)?"
    r"^(?P<indent>[ ]*)```(?P<language>\w+)(?: title=\"(?P<title>[^\"]+)\")?[^\n]*\n(?P<text>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page; ``start`` and ``end`` are where its text lies in the page."""

    language: str
    title: str
    mark: str
    indent: str
    text: str
    line: int
    start: int
    end: int

    @property
    def marks(self) -> list[str]:
        """What the comment above it says."""
        return self.mark.split(", ")

    @property
    def is_run(self) -> bool:
        """Whether it holds commands that are for the test."""
        return self.language in ("console", *_SCRIPT) and not _NOT_RUN.fullmatch(self.mark)


@dataclass(frozen=True, slots=True)
class Step:
    """A command of a session, and the text that the page shows after it."""

    command: str
    shown: str


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A folder for one page, and the environment of its commands."""

    folder: Path
    programs: Path
    cluster: Mapping[str, str] = field(default_factory=dict)
    """What commands with the mark ``cluster`` have in their environment."""
    server: str = ""
    """The address of that cluster, which pages show as another one, since it differs from run to run."""

    def run(self, command: str, marks: Sequence[str] = (), status: int = 0) -> tuple[int, str]:
        """Return a command's exit status and what a terminal would show; ``status`` is that of the command before."""
        run = subprocess.run(
            ["bash", "-uo", "pipefail", "-c", f"(exit {status})\n{command}"],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=self.environment(marks),
            timeout=120,
            check=False,
        )
        printed = run.stdout.replace(str(self.folder), _HOME)
        return run.returncode, printed.replace(self.server, _SERVER) if self.server else printed

    def environment(self, marks: Sequence[str] = ()) -> dict[str, str]:
        """Return the environment of a block with such marks: nobody's own settings, and a cluster only where asked."""
        own = with_own_programs()
        helm = "helm-4" if _HELM_4 in marks else "helm-3"
        homes = {f"HELM_{kind}_HOME": str(self.programs / f"{helm}-{kind}") for kind in ("DATA", "CONFIG", "CACHE")}
        author = {
            f"GIT_{role}_{part}": "you@example.com" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
        }
        return {
            **own,
            **homes,
            **author,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "HOME": str(self.folder),
            # Compiled templates are kept, as they are for users, whose home is no repository.
            "XDG_CACHE_HOME": str(self.programs.parent / "cache"),
            "XDG_STATE_HOME": str(self.programs.parent / "state"),
            "KUBECONFIG": os.devnull,
            "COLUMNS": "100",
            "NO_COLOR": "1",
            **(self.cluster if CLUSTER in marks else {}),
            "PATH": os.pathsep.join([str(self.programs / helm), str(self.programs), own["PATH"]]),
        }


def pages() -> list[str]:
    """Return the pages of the repository that users read, with a block that runs."""
    found = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [str(path.relative_to(ROOT)) for path in found if any(block.is_run for block in blocks(path.read_text()))]


def needs_cluster(page: str) -> bool:
    """Whether a block of the page runs with a cluster."""
    return any(block.is_run and CLUSTER in block.marks for block in blocks((ROOT / page).read_text()))


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a page, first the commands of a comment that makes what is given."""
    for found in _GIVEN.finditer(text):
        line = text.count("\n", 0, found.start(1))
        yield Block(_SCRIPT[0], "", "", "", found[1], line, *found.span(1))
    for found in _FENCE.finditer(text):
        yield Block(
            language=found["language"],
            title=found["title"] or "",
            mark=found["mark"] or "",
            indent=found["indent"],
            text=re.sub(rf"^{found['indent']}", "", found["text"], flags=re.MULTILINE),
            line=text.count("\n", 0, found.start("text")),
            start=found.start("text"),
            end=found.end("text"),
        )


def session(text: str) -> list[Step]:
    """Return the commands of a console block, each with what is shown after it."""
    steps: list[Step] = []
    lines = iter(text.splitlines(keepends=True))
    for line in lines:
        if line.startswith(_PROMPT):
            command = line.removeprefix(_PROMPT)
            while command.endswith("\\\n"):
                command += next(lines)
            steps.append(Step(command.rstrip("\n"), ""))
        else:
            steps[-1] = Step(steps[-1].command, steps[-1].shown + line)
    return steps


def matches(shown: str, printed: str) -> bool:
    """Whether a page shows what was printed, apart from lines that it leaves out."""
    parts = _LEFT_OUT.split(shown)
    return re.fullmatch("(?:.*\n)*".join(map(re.escape, parts)), printed) is not None


@dataclass(frozen=True, slots=True)
class Differing:
    """What a page does not show as it is: where, what was done, and what came of it."""

    place: str
    command: str
    printed: str
    failed: bool = False

    def __str__(self) -> str:
        """Show it as a failed test should, the end where much was printed."""
        return f"{self.place}: {self.command}\n{self.printed[-_MOST_SHOWN:]}"


def run_page(page: str, sandbox: Sandbox) -> tuple[str, list[Differing]]:
    """Run a page's blocks; return its text with what they printed, and where that differs from what it shows."""
    text = (ROOT / page).read_text()
    differing: list[Differing] = []
    current, copied = [], 0
    for block in blocks(text):
        now, found = _run_block(block, f"{page}:{block.line}", sandbox)
        differing += found
        if found and not any(each.failed for each in found):
            current += [text[copied : block.start], re.sub(r"^(?=.)", block.indent, now, flags=re.MULTILINE)]
            copied = block.end
    return "".join([*current, text[copied:]]), differing


def _run_block(block: Block, place: str, sandbox: Sandbox) -> tuple[str, list[Differing]]:
    if block.title:
        return _write_or_compare(block, place, sandbox.folder / block.title)
    if not block.is_run:
        return block.text, []
    if _APART in block.marks:
        copy = sandbox.folder.with_name(f"{sandbox.folder.name}-line-{block.line}")
        sandbox = replace(sandbox, folder=shutil.copytree(sandbox.folder, copy, symlinks=True))
    if block.language in _SCRIPT:
        guard = _FINDING if _MAY_FIND in block.marks else _FAILING
        status, printed = sandbox.run(f"{guard}\n{block.text}\ntrue", block.marks)
        return block.text, [Differing(place, f"exit status {status}", printed, failed=True)] if status else []
    return _run_session(block, place, sandbox)


def _write_or_compare(block: Block, place: str, path: Path) -> tuple[str, list[Differing]]:
    if _RESULT not in block.marks:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text)
        return block.text, []
    text = path.read_text() if path.exists() else ""
    return text, [] if matches(block.text, text) else [Differing(place, block.title, text)]


def _run_session(block: Block, place: str, sandbox: Sandbox) -> tuple[str, list[Differing]]:
    steps = session(block.text)
    differing: list[Differing] = []
    current = ""
    status = 0
    for step, following in zip(steps, [*steps[1:], None], strict=True):
        status, printed = sandbox.run(step.command, block.marks, status)
        unexpected = status and (following is None or following.command != _STATUS)
        if unexpected or not matches(step.shown, printed):
            # A shorter text than what is printed is written by people.
            failed = bool(unexpected) or step.command == _STATUS or bool(_LEFT_OUT.search(step.shown))
            differing.append(Differing(place, step.command, f"{printed}exit status {status}\n", failed))
        current += f"{_PROMPT}{step.command}\n{printed}"
    return current, differing


def linked_programs(folder: Path, page: str = "") -> Path:
    """Return a folder in which the real programs that a page names have the names that users know."""
    text = (ROOT / page).read_text() if page else "helm kustomize"
    wanted: dict[str, RealProgram] = {}
    if "kustomize" in text:
        wanted["kustomize"] = KUSTOMIZE
    if "helm" in text:
        wanted |= {"helm-3/helm": HELM_3, "helm-4/helm": HELM_4}
    folder.mkdir()
    for name, program in wanted.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).symlink_to(require_program(program))
    return folder


def prepared(folder: Path, page: str, cluster: Mapping[str, str] | None = None, server: str = "") -> Sandbox:
    """Return a sandbox for a page: a repository with the examples, and what the pages of Helm and Kustomize use."""
    repository = folder / "repository"
    repository.mkdir()
    shutil.copytree(ROOT / "examples", repository / "examples")
    shutil.copytree(ROOT / "helm_postrenderer" / "plugin", repository / "helm_postrenderer" / "plugin")
    sandbox = Sandbox(repository, linked_programs(folder / "programs", page), cluster or {}, server)
    if page not in _THROUGH_KUBECTL:
        _hand_on_at_once(sandbox.programs / "kubectl")
    status, printed = sandbox.run("git init -q -b main")
    assert not status, printed
    return sandbox


def _hand_on_at_once(program: Path) -> None:
    """Write a program that runs the plugin with the words after ``inject``, as kubectl does, and else kubectl."""
    kubectl = shutil.which("kubectl")
    if kubectl is not None:
        program.write_text(_HANDING_ON.format(kubectl=shlex.quote(kubectl)))
        program.chmod(0o755)


def check_page(page: str, sandbox: Sandbox, config: pytest.Config) -> None:
    """Fail where a page does not show what its commands print; ``--snapshot-update`` writes the page anew instead."""
    text, differing = run_page(page, sandbox)
    if config.getoption("snapshot_update"):
        (ROOT / page).write_text(text)
        differing = [found for found in differing if found.failed]
    assert not differing, "\n".join(map(str, differing))
