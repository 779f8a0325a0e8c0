"""Every command of the README and the pages runs as it is written, and prints what the page shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.pages.document_sessions import Block, blocks, check_page, matches, needs_cluster, pages, prepared, session


@pytest.mark.real
@pytest.mark.parametrize("page", [page for page in pages() if not needs_cluster(page)])
def test_commands_of_a_page(page: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    check_page(page, prepared(tmp_path, page), request.config)


@pytest.mark.parametrize("page", ["README.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))])
def test_commands_are_in_blocks_that_run(page: str) -> None:
    outside = re.sub(r"^( *)```.*?^\1```$", "", (ROOT / page).read_text(), flags=re.MULTILINE | re.DOTALL)
    assert not re.findall(r"^ {4,}(?:kubectl|helm|kustomize|git) .*", outside, re.MULTILINE)


def test_the_jobs_take_as_many_commands_as_their_table_has() -> None:
    page = (ROOT / "docs" / "jobs.md").read_text()
    counts = [int(count) for count in re.findall(r"^\| \[.*\| (\d) \|$", page, re.MULTILINE)]
    _, *jobs = re.split(r"^## ", page, flags=re.MULTILINE)
    taken = [
        {step.command for block in blocks(job) if block.language == "console" for step in session(block.text)}
        for job in jobs
    ]
    doing = re.compile(r"kubectl inject|helm|kustomize")
    assert counts == [sum(bool(doing.match(command)) for command in commands) for commands in taken]


@pytest.mark.parametrize("page", pages())
def test_no_command_has_an_ellipsis(page: str) -> None:
    commands = [
        step.command
        for block in blocks((ROOT / page).read_text())
        if block.is_run
        for step in (session(block.text) if block.language == "console" else session(f"$ {block.text}"))
    ]
    assert not [command for command in commands if "..." in command]


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\n", "a\n", True),
        ("a\n", "a\nb\n", False),
        ("a\n...\n", "a\nb\n", True),
        ("a\n  ...\nc\n", "a\nb\nb\nc\n", True),
        ("...\nc\n", "a\nb\n", False),
        ("a.c\n", "abc\n", False),
    ],
)
def test_lines_may_be_left_out(shown: str, printed: str, same: bool) -> None:
    assert matches(shown, printed) is same


def test_blocks_and_commands_are_found() -> None:
    page = "x\n<!-- cluster -->\n```console\n$ a \\\n  b\nout\n$ c\n```\n"
    page += '\n1. y\n\n    ```yaml title="f.yaml"\n    k: v\n    ```\n'
    first, second = blocks(page)
    assert [(step.command, step.shown) for step in session(first.text)] == [("a \\\n  b", "out\n"), ("c", "")]
    assert (first.mark, first.line, first.is_run) == ("cluster", 3, True)
    assert isinstance(second, Block)
    assert (second.title, second.text, second.is_run) == ("f.yaml", "k: v\n", False)
