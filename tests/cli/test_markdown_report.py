"""Reports as Markdown: text stays text, and GitHub takes every report."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from kubectl_inject.cli.formats.html.page import Count, Entry, Page, Section
from kubectl_inject.cli.formats.markdown import LARGEST, escaped, write_markdown
from tests.conftest import POD
from tests.program_runs import Run


def page(*entries: Entry, notes: tuple[str, ...] = ()) -> Page:
    return Page("Title", "summary", (Count("found", len(entries), "bad"),), ("Namespace",), entries, notes, ("do it",))


def entry(name: str, tone: str = "bad", line: str = "why") -> Entry:
    return Entry(
        name, ("shop",), "stale", tone, (Section("What", (("a", "b"),), ("x", "y")), Section("Why", lines=(line,)))
    )


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1)) ![x](http://x/y)",
        "`a` *b* _c_ ~d~ | e",
        "@everybody #1 owner/repo#2",
        "https://example.com www.example.com",
        "1. a",
        "12) a",
        "- a",
        "> a",
        "</details>",
        "$x$ :smile:",
    ],
)
def test_text_means_nothing_in_markdown(text: str) -> None:
    found = escaped(text)
    assert unescape(found) == text
    assert not set("<>[]()`*_~|@!:$") & set(found)
    assert "#" not in found.replace("&#", "")
    assert "www." not in found
    assert found[0] not in "-+>"
    assert not found.startswith(("1.", "12)"))


def test_a_report() -> None:
    text = write_markdown(page(entry("b", "good"), entry("a"), notes=("not read",)))
    assert text.startswith("## Title\n\nsummary\n\n**2** found\n\n- not read\n")
    rows = [line for line in text.splitlines() if line.startswith(("| ❌", "| ✅"))]
    assert rows == ["| ❌ | a | shop | stale |", "| ✅ | b | shop | stale |"]
    assert text.count("<details>") == text.count("</details>") == 1
    assert "    do it\n" in text


@pytest.mark.parametrize(
    "entries",
    [
        [entry(f"web-{number}") for number in range(5000)],
        [entry("web", line="*" * 100_000)],
        [entry("*" * 100_000)],
    ],
    ids=["many", "a long one", "a long name"],
)
def test_what_github_does_not_take_is_left_out_and_counted(entries: list[Entry]) -> None:
    text = write_markdown(page(*entries, notes=("x" * 100_000, "y")))
    assert len(text) <= LARGEST
    assert "more left out" in text
    assert text.count("<details>") == text.count("</details>")


def test_check_writes_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "app.yaml").write_text(POD)
    ended = run("check", "-f", "app.yaml", "--report", "report.md")
    assert ended.code == 1
    text = (tmp_path / "report.md").read_text()
    assert text.startswith("## Are workloads injected as they should be?")
    assert "should be injected and is not" in text


def test_check_writes_a_page(run: Run, tmp_path: Path) -> None:
    (tmp_path / "app.yaml").write_text(POD)
    ended = run("check", "-f", "app.yaml", "-o", "html")
    assert ended.code == 1
    assert ended.out.startswith("<!DOCTYPE html>")
    assert "should be injected and is not" in ended.out
