"""What MkDocs does not do by itself, for the site that ``make docs`` builds.

Pages are read both in the repository and in the site. So those that lie beside ``docs`` become pages of the site, the
README its first one, and files that pages link to, such as examples, come with it.
"""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
_PAGES = {
    "README.md": "index.md",
    "SECURITY.md": "security.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
}
"""Pages that lie beside ``docs``, with their names in the site."""
_SOURCES = "source"
_OUTSIDE = re.compile(r"\]\(\.\./([^)#\s]+)((?:#[^)\s]*)?)\)")
_BESIDE = re.compile(r"\]\((?!docs/|https?:|#)([^)\s]+)\)")


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages beside ``docs``, and the files that pages link to."""
    for path, name in _PAGES.items():
        text = (ROOT / path).read_text(encoding="utf-8")
        content = _BESIDE.sub(r"](../\1)", text).replace("](docs/", "](")
        files.append(File.generated(config, name, content=content))
    texts = [file.content_string for file in list(files) if file.src_uri.endswith(".md")]
    for path in sorted({found[1] for text in texts for found in _OUTSIDE.finditer(text)} - _PAGES.keys()):
        content = (ROOT / path).read_text(encoding="utf-8")
        files.append(File.generated(config, _published(path), content=content))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Have links to files outside of ``docs`` lead to where the site has them."""
    return _OUTSIDE.sub(lambda found: f"]({_published(found[1])}{found[2]})", markdown)


def _published(path: str) -> str:
    """Return a file's name in the site: what is no page is text, which a browser shows and does not offer to save."""
    return _PAGES.get(path) or f"{_SOURCES}/{path}.txt"
