"""Reports as Markdown: text stays text, and GitHub takes every report."""

from __future__ import annotations

import json
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from kubectl_inject.cli.formats.html.page import Count, Entry, Page, Section, Side
from kubectl_inject.cli.formats.markdown import LARGEST, escaped, write_markdown
from kubectl_inject.printable import printable_line
from tests.conftest import CONFIG_MAP, POD, ROOT
from tests.program_runs import Run

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1)) ![x](http://x/y)",
    "`a` *b* _c_ ~~d~~ | e \\| f \\",
    "```\n| a | b |\n",
    "a\r\n# b\u2028c",
    "@everybody #1 owner/repo#2 GH-3",
    "https://example.com www.example.com",
    "1. a",
    "12) a",
    "- a",
    "> a",
    "</details></table><script>",
    "<!-- a",
    "$x$ :smile: &amp; &lt;",
    "|---|---|",
]


def page(*entries: Entry, notes: tuple[str, ...] = ()) -> Page:
    return Page("Title", "summary", (Count("found", len(entries), "bad"),), ("Namespace",), entries, notes, ("do it",))


def entry(name: str, tone: str = "bad", line: str = "why") -> Entry:
    return Entry(
        name, ("shop",), "stale", tone, (Section("What", (("a", "b"),), ("x", "y")), Section("Why", lines=(line,)))
    )


class Shown(HTMLParser):
    """What a reader sees of a text in Markdown: its tags, and the cells of its tables, row by row."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.rows: list[list[str]] = []
        self.code = ""
        self.text = ""
        self._in: list[str] = []
        self.feed(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [f"{name}={value}" for name, value in attrs]
        self._in.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        while self._in and self._in.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._in and self._in[-1] in ("td", "th"):
            self.rows[-1][-1] += data
        elif self._in and self._in[-1] == "code":
            self.code += data


@pytest.mark.parametrize("text", HOSTILE)
def test_text_means_nothing_in_markdown(text: str) -> None:
    found = escaped(text)
    assert unescape(found).replace("\u200b", "") == printable_line(text)
    assert not set("<>[]()`*_~|@!:$\n") & set(found)
    assert "#" not in found.replace("&#", "")
    assert "www." not in found
    assert found[0] not in "-+>"
    assert not found.startswith(("1.", "12)"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("@everybody", "@\u200beverybody"),
        ("(@team/a)", "(@\u200bteam/a)"),
        ("fix #12 and o/r#3", "fix #\u200b12 and o/r#\u200b3"),
        ("GH-12", "GH-\u200b12"),
        (":smile:", ":\u200bsmile:"),
        ("nginx@sha256:0a1b", "nginx@sha256:0a1b"),
        ("quay.io:443/a/b:1.2", "quay.io:443/a/b:1.2"),
    ],
)
def test_what_github_finds_after_markdown_is_broken(text: str, shown: str) -> None:
    assert unescape(escaped(text)) == shown


def full_page(text: str) -> Page:
    sides = (Side(1, text, 1, text), Side(2, text, None, "", changed=True), Side(None, "", 2, text, changed=True))
    sections = (
        Section(text, ((text, text),), (text, text)),
        Section(text, lines=(text,)),
        Section(text, sides=(*sides, Side(None, "", None, ""))),
    )
    one = Entry(text, (text,), text, "open", sections)
    return Page(text, text, (Count(text, 1),), (text,), (one,), (text,), (text,), of=text)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_renderer_shows_the_same_whatever_the_names_are(text: str) -> None:
    usual, hostile = Shown(write_markdown(full_page("name"))), Shown(write_markdown(full_page(text)))
    assert (hostile.tags, hostile.attributes) == (usual.tags, usual.attributes)
    shown = printable_line(text)
    rows = [[cell.replace("\u200b", "") for cell in row] for row in hostile.rows]
    assert rows == [["", shown, shown, "Verdict"], ["🟡", shown, shown, shown], [shown] * 2, [shown] * 2]
    assert f"-{shown}\n+{shown}\n" in hostile.code


def test_a_report() -> None:
    text = write_markdown(page(entry("b", "good"), entry("a"), notes=("not read",)))
    assert text.startswith("## Title\n\nsummary\n\n**2** found\n\n- not read\n")
    rows = [line for line in text.splitlines() if line.startswith(("| 🔴", "| 🟢"))]
    assert rows == ["| 🔴 | a | shop | stale |", "| 🟢 | b | shop | stale |"]
    assert text.count("<details>") == text.count("</details>") == 2
    assert "    do it\n" in text


def test_texts_side_by_side_become_a_diff() -> None:
    gap = Side(None, "", None, "")
    sides = (
        gap,
        Side(3, "same", 3, "same"),
        Side(4, "old", 4, "new", changed=True),
        Side(5, "`````", None, "", changed=True),
        gap,
        Side(9, "last", 8, "last"),
    )
    text = write_markdown(page(Entry("a", ("shop",), "changes", "open", (Section("Both", sides=sides),))))
    diff = "@@ -3 +3 @@\n same\n-old\n-`````\n+new\n@@ -9 +8 @@\n last\n"
    assert f"``````diff\n{diff}``````\n" in text
    assert Shown(text).code == f"do it\n{diff}"


@pytest.mark.parametrize(
    ("entries", "left"),
    [
        ([entry(f"web-{number}") for number in range(5000)], "more left out: web-"),
        ([entry("web", line="*" * 100_000), entry("b")], "1 more line left out"),
        ([entry("*" * 100_000), entry("b")], f"2 more left out: {'&#42;' * 60}…, b"),
        ([Entry("web", ("a",), "b", "bad", (Section("x", (("c" * 90, "d"),) * 900),))], "more rows left out"),
        (
            [Entry("web", ("a",), "b", "bad", (Section("x", sides=(Side(1, "c" * 99, 1, "c"),) * 900),))],
            "more lines left out",
        ),
        ([entry(f"{number:060}", line="e" * 1_500) for number in range(90)], "more left out: 0000"),
    ],
    ids=["many", "a long line", "a long name", "many rows", "a long diff", "much of each"],
)
def test_what_github_does_not_take_is_left_out_counted_and_named(entries: list[Entry], left: str) -> None:
    text = write_markdown(page(*entries, notes=("x" * 100_000, "y")))
    assert len(text) <= LARGEST
    assert "2 more left out" in text
    assert left in text
    assert text.count("<details>") == text.count("</details>")
    assert "do it" in text
    Shown(text)


def test_all_that_is_left_out_is_counted() -> None:
    entries = [entry(f"web-{number}") for number in range(5000)]
    text = write_markdown(page(*entries))
    in_table, with_details = text.count("| 🔴 |"), text.count("<details>")
    assert f"\n{5000 - in_table} more left out: web-{in_table}, web-{in_table + 1}, " in text
    assert f"\n{5000 - with_details} more left out: web-{with_details}, web-{with_details + 1}, " in text
    assert len(text) > LARGEST * 0.9


EXAMPLES = ("-f", str(ROOT / "examples" / "bookinfo"))


@pytest.mark.parametrize(
    ("command", "held"),
    [
        pytest.param(
            ["explain", "-q", *EXAMPLES],
            ["## What injection does, and why", "🟡 | daemonset/log-forwarder", "Settings that are not Istio"],
            id="explain",
        ),
        pytest.param(["diff", "-q", *EXAMPLES], ["## What injection would change", "```diff\n"], id="diff"),
        pytest.param(
            ["config", "diff", "1.30", "1.31", *EXAMPLES],
            ["7 of 8 workloads would come out otherwise", "CronJob bookinfo/ratings-recount"],
            id="config diff",
        ),
        pytest.param(
            ["check", "-q", *EXAMPLES],
            ["## Are workloads injected", "should be injected and is not", "```diff\n"],
            id="check",
        ),
    ],
)
def test_commands_write_it_beside_their_output(run: Run, tmp_path: Path, command: list[str], held: list[str]) -> None:
    plain = run(*command)
    assert run(*command, "--report", "report.md") == plain
    text = (tmp_path / "report.md").read_text()
    assert len(text) <= LARGEST
    assert [part for part in held if part not in text] == []
    assert run(*command, "--output", "out.txt")._replace(err="") == plain._replace(out="", err="")
    assert (tmp_path / "out.txt").read_text() == plain.out
    assert run(*command, "-o", "html", "--output", "page.html").out == ""
    assert (tmp_path / "page.html").read_text() == run(*command, "-o", "html").out


@pytest.mark.parametrize(
    "command", [["explain"], ["diff"], ["check"], ["config", "diff", "1.30", "1.31"]], ids=lambda command: command[0]
)
@pytest.mark.parametrize("text", ["a | b", "</td><b>c", "`x`", "@all", "[a](b)"])
def test_names_in_manifests_are_text_in_reports(run: Run, tmp_path: Path, command: list[str], text: str) -> None:
    names = f"name: {json.dumps(text)}, namespace: {json.dumps(text)}, annotations: {{{json.dumps(text)}: a}}"
    file = f"{text.replace('/', '')}.yaml"
    (tmp_path / file).write_text(POD.replace("name: web}", f"{names}}}", 1))
    assert run(*command, "-f", file, "--report", "report.md").code in (0, 1)
    shown = Shown((tmp_path / "report.md").read_text())
    assert set(shown.tags) <= OWN_TAGS
    assert set(shown.attributes) <= {"class=language-diff"}
    assert text in shown.text.replace("\u200b", "")


OWN_TAGS = {"h2", "p", "strong", "ul", "li", "pre", "code", "details", "summary"} | {
    *("table", "thead", "tbody", "tr", "th", "td")
}


def test_a_report_of_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(CONFIG_MAP)
    run("check", "-f", "map.yaml", "--report", "report.md")
    assert (tmp_path / "report.md").read_text() == (
        "## Are workloads injected as they should be?\n\n0 workloads checked, 0 findings\n\n"
        "**0** as they should be · **0** with a finding · **0** with warnings alone\n"
    )


def test_other_reports_are_json(run: Run, tmp_path: Path) -> None:
    for command in (["explain", "-q", *EXAMPLES], ["config", "diff", "1.30", "1.31", *EXAMPLES]):
        run(*command, "--report", "report.json")
        assert json.loads((tmp_path / "report.json").read_text()) == json.loads(run(*command, "-o", "json").out)


def test_check_writes_a_page(run: Run, tmp_path: Path) -> None:
    (tmp_path / "app.yaml").write_text(POD)
    ended = run("check", "-f", "app.yaml", "-o", "html")
    assert ended.code == 1
    assert ended.out.startswith("<!DOCTYPE html>")
    assert "should be injected and is not" in ended.out
