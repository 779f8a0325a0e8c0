"""checksums.txt: the SHA-256 of every file of a release, as ``sha256sum --check`` reads it."""

from __future__ import annotations

import hashlib
from pathlib import Path

NAME = "checksums.txt"


def sha256(path: Path) -> str:
    """Return a file's digest."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def build(output: Path) -> None:
    """Write the file for all that is in a folder."""
    files = sorted(path for path in output.iterdir() if path.name != NAME)
    (output / NAME).write_text("".join(f"{sha256(path)}  {path.name}\n" for path in files))
