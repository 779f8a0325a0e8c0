"""What hatchling does beside packing files: it notes which commit a package was built from.

That is what is checked out in a clone; elsewhere, such as in an image, the variable KUBECTL_INJECT_COMMIT names it.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_NOTE = "kubectl_inject/cli/built.py"


class CommitNote(BuildHookInterface[Any]):
    """Adds the module that ``kubectl inject version`` reads; a source distribution has it already."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the module to a package that is built in a clone."""
        root = Path(self.root)
        commit = "" if version == "editable" or (root / _NOTE).exists() else _commit(root)
        if commit:
            self._folder = tempfile.TemporaryDirectory()
            note = Path(self._folder.name) / "built.py"
            note.write_text(commit_note(commit), encoding="utf-8")
            build_data["force_include"][str(note)] = _NOTE


def commit_note(commit: str) -> str:
    """Return the text of the module."""
    return f'"""Written when the package was built."""\n\nCOMMIT = "{commit}"\n'


def _commit(root: Path) -> str:
    """Return the commit that is checked out, or named for what is no clone; nothing where there is none, or no Git."""
    if not (root / ".git").exists():
        return os.environ.get("KUBECTL_INJECT_COMMIT", "")
    try:
        run = subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return run.stdout.strip()
