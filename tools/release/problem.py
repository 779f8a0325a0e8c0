"""What goes wrong in a release."""

from __future__ import annotations

import os
import subprocess

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class ReleaseError(Exception):
    """A release that cannot be built, and why."""


def run(command: Sequence[str | Path], folder: Path, **environment: str) -> str:
    """Run a program in a folder, and return what it printed. Raises ReleaseError with what it wrote where it fails."""
    ended = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
    )
    if ended.returncode:
        raise ReleaseError(f"{' '.join(map(str, command[:4]))} failed:\n{ended.stdout}{ended.stderr}".rstrip())
    return ended.stdout
