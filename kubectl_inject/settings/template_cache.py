"""Compiled templates in a folder of the user's, so that the next run need not parse them again.

The cache is never required: what cannot be read is compiled, what cannot be written is left. Its files are code, so
they are read only if nobody but the user could have written them.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from pathlib import Path

from kubectl_inject import __version__
from kubectl_inject.frozen import dataclass
from kubectl_inject.gotemplate.stored import format_name, from_bytes, to_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kubectl_inject.gotemplate.codegen import CompiledTemplate

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_OWNER_ONLY = 0o700


@dataclass(frozen=True, slots=True)
class TemplateCache:
    """A folder of compiled templates. It is made, readable by its owner alone, when something is stored."""

    folder: Path

    def get(self, source: str, name: str) -> CompiledTemplate | None:
        """Return the compiled form of a template that was stored, or None."""
        file = self._file(source, name)
        try:
            if not _is_ours(self.folder.stat()):
                return None
            with os.fdopen(os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as opened:
                if not _is_ours(os.fstat(opened.fileno())):
                    return None
                found = from_bytes(opened.read())
        except (OSError, ValueError):
            return None
        return found if (found.source, found.name) == (source, name) else None

    def put(self, compiled: CompiledTemplate) -> None:
        """Store a compiled template; whole, or not at all."""
        import tempfile

        with contextlib.suppress(OSError):
            self.folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
            if not _is_ours(self.folder.stat()):
                return
            descriptor, temporary = tempfile.mkstemp(dir=self.folder)
            try:
                with os.fdopen(descriptor, "wb") as opened:
                    opened.write(to_bytes(compiled))
                Path(temporary).replace(self._file(compiled.source, compiled.name))
            except OSError:
                Path(temporary).unlink(missing_ok=True)

    def _file(self, source: str, name: str) -> Path:
        said = "\0".join((__version__, format_name(), _compiler_state(), name, source))
        return self.folder / f"{hashlib.sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()}.template"


def user_cache(environment: Mapping[str, str]) -> TemplateCache | None:
    """Return the user's cache, by the XDG base directory specification; None where they have no folder."""
    home = environment.get("HOME") or environment.get("USERPROFILE") or ""
    for base in (Path(environment.get("XDG_CACHE_HOME") or ""), Path(home, ".cache")):
        if base.is_absolute():
            return TemplateCache(base / "kubectl-inject")
    return None


def _is_ours(found: os.stat_result) -> bool:
    """Whether nobody but this user could write a file or folder."""
    owner = os.geteuid() if hasattr(os, "geteuid") else found.st_uid
    return found.st_uid == owner and not found.st_mode & _OTHERS_MAY_WRITE


def _compiler_state() -> str:
    """Return what changes when the compiler itself does, for those who work on it."""
    try:
        with os.scandir(Path(from_bytes.__code__.co_filename).parent) as entries:
            times = [entry.stat().st_mtime_ns for entry in entries if entry.name.endswith(".py")]
    except OSError:
        return ""
    return str(max(times, default=0))
