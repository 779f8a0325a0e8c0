"""The pages as a site: it builds without a warning, and its pages load nothing from another host."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

_LOADED = re.compile(r"<(?:script|img|iframe|source)[^>]*\ssrc=\"?([^\s\">]+)|<link[^>]*\shref=\"?([^\s\">]+)[^>]*>")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return folder


def test_pages_load_nothing_from_elsewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 15
    loaded = {(page.name, *found.groups()) for page in pages for found in _LOADED.finditer(page.read_text())}
    assert loaded
    assert not [found for found in loaded if re.match(r"(?:https?:)?//", found[1] or found[2] or "")]
    sheets = [*site.rglob("*.css")]
    assert not [sheet for sheet in sheets if re.search(r"url\(['\"]?(?:https?:)?//|@import", sheet.read_text())]


def test_the_readme_is_the_first_page(site: Path) -> None:
    assert "kubectl inject" in (site / "index.html").read_text()


def test_examples_come_along(site: Path) -> None:
    assert (site / "source" / "examples" / "argo-cd" / "plugin.yaml.txt").exists()
