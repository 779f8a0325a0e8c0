"""The release notes: what the changelog says of a version."""

from __future__ import annotations

import re
from pathlib import Path

from tools.release.problem import ReleaseError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tools.release.source import SourceTree

NAME = "release-notes.md"


def section(changelog: str, version: str) -> str:
    """Return what stands below the heading of a version. Raises ReleaseError where there is none, or nothing."""
    found = re.search(
        rf"^## \[?{re.escape(version)}\]?(?: [^\n]*)?\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL
    )
    if found is None or not found[1].strip():
        raise ReleaseError(f"CHANGELOG.md has no notes for {version}: write them below a heading '## {version}'")
    return found[1].strip() + "\n"


def build(tree: SourceTree, output: Path) -> None:
    """Write the notes."""
    text = section((tree.folder / "CHANGELOG.md").read_text(encoding="utf-8"), tree.version)
    (output / NAME).write_text(f"# kubectl-inject {tree.version}\n\n{text}", encoding="utf-8")
