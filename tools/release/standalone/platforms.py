"""The platforms for which there are self-contained archives: platforms.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.release.problem import ReleaseError

_TABLE = Path(__file__).parent / "platforms.toml"


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform: what krew calls it, the tags of wheels that run there, and the Python for it.

    ``runtime`` and ``sha256`` are where a build server gets that Python; ``tested`` says whether an archive was run.
    """

    name: str
    os: str
    arch: str
    wheels: tuple[str, ...]
    runtime: str
    sha256: str
    tested: bool


def platforms() -> dict[str, Platform]:
    """Return all of them by their names."""
    table: dict[str, dict[str, Any]] = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return {name: Platform(name, **{**row, "wheels": tuple(row["wheels"])}) for name, row in table.items()}


def platform_here(tag: str) -> Platform:
    """Return the platform of Python's own name for it, such as ``linux-x86_64``. Raises ReleaseError."""
    system, _, machine = tag.partition("-")
    arch = {"x86_64": "amd64", "aarch64": "arm64"}.get(machine.rpartition("-")[2], machine.rpartition("-")[2])
    for platform in platforms().values():
        if (platform.os, platform.arch) == ({"macosx": "darwin", "win": "windows"}.get(system, system), arch):
            return platform
    raise ReleaseError(f"there is no platform for {tag} in {_TABLE.name}")
