"""Reports as HTML pages: what is in them is text alone, whatever it holds, and they work in a browser."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kubectl_inject.cli.formats.html import diff_page
from kubectl_inject.cli.formats.html.diff_page import sides_of
from kubectl_inject.cli.formats.html.page import write_page
from kubectl_inject.cli.formats.html.status_page import status_page
from kubectl_inject.status.changed_settings import ChangedSetting
from kubectl_inject.status.verdicts import Finding, Injector, PodVerdict, Sidecar, Status, WorkloadVerdict
from tests.conftest import POD, REFUSED, ROOT
from tests.program_runs import Run
from tests.requirements import require
from tools.real_programs import cache_folder

HOSTILE = [
    "<script>document.title='taken'</script>",
    '"><img src=x onerror=alert(1)>',
    "'-->]]><svg onload=alert(1)>",
    "</style><style>body{display:none}</style>",
    "{{ 7*7 }}{% raw %}",
    "a\x1b[2J\u202eb\u0000c",
    "javascript:alert(1)",
]
WIDE, NARROW = 1280, 420
AXE = cache_folder() / "axe-core-4.10.3"


def workload(name: str, finding: Finding, *changes: ChangedSetting, note: str = "") -> WorkloadVerdict:
    pods = (
        PodVerdict(
            f"{name}-0", finding, Injector.WEBHOOK, "default", changes, Sidecar("1.30.3", ready=True, restarts=0)
        ),
        PodVerdict(f"{name}-1", Finding.CURRENT, Injector.NOBODY, problem=note),
    )
    notes = (note,) if note else ()
    return WorkloadVerdict("apps/v1", "Deployment", "shop", name, "default", name, pods, notes=notes)


IMAGE = ChangedSetting("proxy image", "1.30.3", "1.31.0")
USUAL = Status(
    (
        workload("web", Finding.CURRENT),
        workload("basket", Finding.CHANGED, IMAGE, ChangedSetting("CPU request", None, "200m")),
        workload("orders", Finding.UNKNOWN, note="there is no control plane of revision 1-29"),
        workload("plain", Finding.NOT_INJECTED),
    ),
    ("the cluster does not let jane list nodes",),
)


def page_of(status: Status) -> str:
    return write_page(status_page(status, [f"kubectl rollout restart {each.resource}" for each in status.stale]))


class Seen(HTMLParser):
    """The tags and attributes of a page, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", HOSTILE)
def test_what_comes_from_a_cluster_is_text(text: str) -> None:
    change = ChangedSetting(text, text, text)
    hostile = Status((workload(text, Finding.CHANGED, change, note=text),), (text,))
    plain = Status((workload("web", Finding.CHANGED, ChangedSetting("x", "x", "x"), note="web"),), ("web",))
    seen, usual = Seen(page_of(hostile)), Seen(page_of(plain))
    assert (seen.tags, seen.attributes) == (usual.tags, usual.attributes)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", page_of(hostile))


def test_a_page_loads_nothing() -> None:
    text = page_of(USUAL)
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import", text)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy[1] or "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Run Debian's Chromium."""
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium")
    require(chromium, "chromium is not on the PATH")
    with playwright.sync_playwright() as running:
        # There is no user to sandbox it for, and it opens no page but ours.
        found = running.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def axe() -> str:
    """Return the script of axe-core, which tells what keeps people from using a page."""
    script = AXE / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists() and shutil.which("npm"):
        command = ["npm", "install", "--prefix", str(AXE), "--no-audit", "--no-fund", "axe-core@4.10.3"]
        subprocess.run(command, capture_output=True, timeout=120, check=False)
    require(script.exists(), "axe-core is not there, and npm cannot fetch it")
    return script.read_text(encoding="utf-8")


@pytest.fixture
def artifacts(tmp_path: Path) -> Path:
    """Return where screenshots go: the folder that KUBECTL_INJECT_ARTIFACTS names, or else a passing one."""
    folder = Path(os.environ.get("KUBECTL_INJECT_ARTIFACTS") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def open_page(browser: Any, folder: Path, text: str, **options: Any) -> Any:
    file = folder / "page.html"
    file.write_text(text, encoding="utf-8")
    page = browser.new_context(**{"viewport": {"width": WIDE, "height": 900}, **options}).new_page()
    page.wrong = []
    page.on("console", lambda message: page.wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.on("request", lambda request: page.wrong.append(request.url) if "file:" not in request.url else None)
    page.goto(file.as_uri())
    return page


def visible(page: Any) -> list[str]:
    found: list[str] = page.locator("#table tbody tr:visible th").all_inner_texts()
    return found


def test_it_is_filtered_and_sorted(browser: Any, artifacts: Path, tmp_path: Path) -> None:
    page = open_page(browser, tmp_path, page_of(USUAL))
    assert visible(page) == [f"deployment/{name}" for name in ("web", "basket", "orders", "plain")]
    page.fill("#words", "cpu request")
    assert visible(page) == ["deployment/basket"]
    assert page.locator("article:visible").count() == 1
    assert page.inner_text("#shown") == "1 of 4"
    page.screenshot(path=artifacts / "status-filtered.png", full_page=True)
    page.fill("#words", "")
    page.select_option("#tone", "bad")
    assert visible(page) == ["deployment/basket", "deployment/plain"]
    page.select_option("#tone", "")
    page.click("thead button >> text=Workload")
    assert visible(page) == [f"deployment/{name}" for name in ("basket", "orders", "plain", "web")]
    page.click("thead button >> text=Workload")
    assert visible(page)[0] == "deployment/web"
    assert page.wrong == []


def test_it_reads_without_its_script(browser: Any, tmp_path: Path) -> None:
    page = open_page(browser, tmp_path, page_of(USUAL), java_script_enabled=False)
    assert page.locator("#filter").is_hidden()
    assert len(visible(page)) == 4
    assert page.locator("article:visible").count() == 4


def test_hostile_names_do_nothing(browser: Any, tmp_path: Path) -> None:
    hostile = Status(
        tuple(workload(text, Finding.CHANGED, ChangedSetting(text, text, text), note=text) for text in HOSTILE)
    )
    page = open_page(browser, tmp_path, page_of(hostile))
    page.on("dialog", lambda dialog: page.wrong.append(dialog.message))
    assert page.title() == "Sidecars in the cluster"
    assert len(visible(page)) == len(HOSTILE)
    assert page.wrong == []


FILES = ("-q", "-f", str(ROOT / "examples" / "bookinfo" / "ratings.yaml"), "-f", "app.yaml")
COMMANDS = {
    "explain": ["explain", "-q", "-f", "app.yaml"],
    "check": ["check", *FILES],
    "diff": ["diff", "-q", "-f", "app.yaml"],
    "config-diff": ["config", "diff", "1.30", "1.31", *FILES[1:]],
}
UNWISE = POD.replace("name: web}", "name: web, annotations: {sidecar.istio.io/proxyCPUs: 100m}}", 1)


@pytest.fixture
def text_of(run: Run, tmp_path: Path) -> Callable[[str], str]:
    """Return a function that returns the page of a command."""
    (tmp_path / "app.yaml").write_text(f"{UNWISE}---\n{REFUSED}")
    return lambda name: run(*COMMANDS[name], "-o", "html").out if name in COMMANDS else page_of(USUAL)


LOOKS = [(WIDE, "light"), (NARROW, "dark"), (WIDE, "dark"), (NARROW, "light")]
"""Between them, the first two have all colours and layouts."""


@pytest.mark.parametrize("name", ["status", *COMMANDS])
def test_pages_can_be_used_by_everybody(
    text_of: Callable[[str], str], browser: Any, axe: str, artifacts: Path, tmp_path: Path, name: str
) -> None:
    text = text_of(name)
    for number, (width, scheme) in enumerate(LOOKS):
        viewport = {"width": width, "height": 900}
        page = open_page(browser, tmp_path, text, viewport=viewport, color_scheme=scheme, bypass_csp=True)
        page.screenshot(path=artifacts / f"{name}-{width}-{scheme}.png", full_page=True)
        if number < 2:
            page.evaluate(axe)
            found = page.evaluate("axe.run()")["violations"]
            assert [(each["id"], each["impact"], [node["html"] for node in each["nodes"]][:3]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert visible(page)
        assert page.locator(".verdict:visible").count() >= len(visible(page))
        assert page.wrong == []
        page.context.close()


LENGTHEN = """for (const selected of
["h1", "h2", "pre", "#table tbody tr > *", "article table:not(.sides) td", ".sides .text", "article li"])
document.querySelectorAll(selected).forEach(
(each, number) => { if (number % 3 == 0) each.append("/words_without_a_blank".repeat(9)); })"""
"""Paper cannot be scrolled, and names of folders and resources are long."""


@pytest.mark.parametrize("name", ["status", *COMMANDS])
def test_pages_print(text_of: Callable[[str], str], browser: Any, artifacts: Path, tmp_path: Path, name: str) -> None:
    page = open_page(browser, tmp_path, text_of(name), color_scheme="dark", viewport={"width": 794, "height": 1123})
    page.pdf(path=artifacts / f"{name}.pdf", format="A4")
    page.emulate_media(media="print")
    page.screenshot(path=artifacts / f"{name}-print.png", full_page=True)
    assert page.locator("#filter").is_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.evaluate(LENGTHEN)
    assert page.evaluate("document.documentElement.scrollWidth") == 794


def test_the_filter_offers_what_there_is(text_of: Callable[[str], str], browser: Any, tmp_path: Path) -> None:
    assert offered(open_page(browser, tmp_path, text_of("diff"))) is None
    assert offered(open_page(browser, tmp_path, text_of("config-diff"))) == [
        "all",
        "setting with an effect",
        "settings without any",
    ]


def offered(page: Any) -> list[str] | None:
    """Return the choices of which entries to show; None where there is nothing to choose."""
    if page.locator("#tone").is_hidden():
        return None
    found: list[str] = page.locator("#tone option").all_inner_texts()
    return found


def test_what_pages_hold(text_of: Callable[[str], str]) -> None:
    explained, diff = Seen(text_of("explain")).text, Seen(text_of("diff")).text
    for held in (
        "Decision",
        "unknown-annotation",
        "Cure",
        "What injection changes",
        "Source",
        "injected, 1 warning",
        "document before and after",
    ):
        assert held in explained
    for held in ("by default", "unknown-annotation", "Cure", "Before and after", "lines added"):
        assert held in diff
    assert "The document as it is, and as it should be" in Seen(text_of("check")).text


@pytest.mark.parametrize("command", [["explain"], ["check"], ["diff"]])
def test_manifests_are_text_in_pages(run: Run, tmp_path: Path, command: list[str]) -> None:
    hostile = "<script>alert(1)</script>"
    (tmp_path / "app.yaml").write_text(POD.replace("{name: web}", f"{{name: web, annotations: {{a/b: {hostile!r}}}}}"))
    text = run(*command, "-f", "app.yaml", "-o", "html").out
    assert text.startswith("<!DOCTYPE html>")
    assert text.count("<script>") == 1
    assert "<script>alert" not in text


def test_a_page_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diff_page, "_MOST_LINES", 6)
    pairs = [("a\n", "b\n"), None, ("a\n", "a\n"), ("a\n", "b\n" * 9), ("a\n", "b\n" * 4), ("a\n", "b\n" * 2)]
    sections = list(diff_page.sections_of_texts("Both", pairs))
    assert [[len(each.sides) for each in found] for found in sections] == [[1], [], [], [0], [4], [0]]
    (left_out,) = sections[3][0].lines
    assert "kubectl inject diff" in left_out


def shown_sides(before: str, after: str) -> list[tuple[int | None, str, int | None, str, bool]]:
    return [(side.old, side.before, side.new, side.after, side.changed) for side in sides_of(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a\n", "a\n", [(None, "", None, "", False)]),
        ("a\n", "b\n", [(1, "a", 1, "b", True)]),
        ("", "a\n", [(None, "", 1, "a", True)]),
        (
            "a\nb\n",
            "a\nx\ny\nb\n",
            [(1, "a", 1, "a", False), (None, "", 2, "x", True), (None, "", 3, "y", True), (2, "b", 4, "b", False)],
        ),
        (
            "0\n1\n2\n3\n4\n5\n6\n7\n8\n",
            "0\n1\n2\n3\n5\n6\n7\n8\n",
            [
                (None, "", None, "", False),
                (2, "1", 2, "1", False),
                (3, "2", 3, "2", False),
                (4, "3", 4, "3", False),
                (5, "4", None, "", True),
                (6, "5", 5, "5", False),
                (7, "6", 6, "6", False),
                (8, "7", 7, "7", False),
                (None, "", None, "", False),
            ],
        ),
    ],
)
def test_texts_side_by_side(before: str, after: str, expected: list[Any]) -> None:
    assert shown_sides(before, after) == expected
