"""What MkDocs does not do by itself, for the site that ``make docs`` builds.

The README is the first page. Files of the repository that pages link to, such as examples, come with the site, since
pages are read both there and in the repository.
"""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
_SOURCES = "source"
_OUTSIDE = re.compile(r"\]\(\.\./([^)#\s]+)((?:#[^)\s]*)?)\)")


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the first page, and files outside of ``docs`` that pages link to."""
    files.append(File.generated(config, "index.md", content=_first_page()))
    texts = [file.content_string for file in list(files) if file.src_uri.endswith(".md")]
    for path in sorted({found[1] for text in texts for found in _OUTSIDE.finditer(text)}):
        text = (ROOT / path).read_text(encoding="utf-8")
        content = text.replace("](docs/", "](../") if path.endswith(".md") else text
        files.append(File.generated(config, _published(path), content=content))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Have links to files outside of ``docs`` lead to where the site has them."""
    if page.file.src_uri.startswith(_SOURCES):
        return markdown
    return _OUTSIDE.sub(lambda found: f"]({_published(found[1])}{found[2]})", markdown)


def _first_page() -> str:
    """Return the README, with its links as they are seen from ``docs``."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    outside = re.sub(r"\]\((?!docs/|https?:|#)([^)\s]+)\)", r"](../\1)", text)
    return outside.replace("](docs/", "](")


def _published(path: str) -> str:
    """Return a file's name in the site: a page stays one, and what a server would not show as text becomes text."""
    return f"{_SOURCES}/{path}" if path.endswith(".md") else f"{_SOURCES}/{path}.txt"
