"""Compiled templates in a folder of the user's, so that the next run need not parse them again.

The cache is never required: what cannot be read is compiled, what cannot be written is left. Its files are code, so
they are read only if nobody but the user could have written them.
"""

from __future__ import annotations

import os
import stat

from kubectl_inject import __version__
from kubectl_inject.gotemplate.codegen import checksum
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kubectl_inject.gotemplate.codegen import CompiledTemplate
    from kubectl_inject.injection.rendering.template_rendering import TemplateStore
    from kubectl_inject.settings.resolved import Resolved

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_OWNER_ONLY = 0o700
_WANTED = "KUBECTL_INJECT_CACHE"


@dataclass(frozen=True, slots=True)
class TemplateCache:
    """A folder of compiled templates. It is made, readable by its owner alone, when something is stored.

    A file's name is a checksum of the template. Whether it is the requested template, compiled by this very version,
    stands in the file.
    """

    folder: str

    def get(self, source: str, name: str) -> CompiledTemplate | None:
        """Return the compiled form of a template that was stored, or None."""
        from kubectl_inject.gotemplate.stored import from_bytes

        try:
            if not _is_ours(os.stat(self.folder)):
                return None
            descriptor = os.open(self._file(source, name), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
            with os.fdopen(descriptor, "rb") as opened:
                if not _is_ours(os.fstat(descriptor)):
                    return None
                compiler, found = from_bytes(opened.read())
        except (OSError, ValueError):
            return None
        return found if (found.source, found.name, compiler) == (source, name, _compiler()) else None

    def put(self, compiled: CompiledTemplate) -> None:
        """Store a compiled template; whole, or not at all."""
        from tempfile import mkstemp

        from kubectl_inject.gotemplate.stored import to_bytes

        try:
            os.makedirs(self.folder, mode=_OWNER_ONLY, exist_ok=True)
            if not _is_ours(os.stat(self.folder)):
                return
            descriptor, temporary = mkstemp(dir=self.folder)
        except OSError:
            return
        try:
            with os.fdopen(descriptor, "wb") as opened:
                opened.write(to_bytes(compiled, _compiler()))
            os.replace(temporary, self._file(compiled.source, compiled.name))
        except OSError:
            os.unlink(temporary)

    def _file(self, source: str, name: str) -> str:
        return os.path.join(self.folder, checksum(f"{name}\0{source}") + ".template")


def user_cache(environment: Mapping[str, str]) -> TemplateCache | None:
    """Return the user's cache, by the XDG base directory specification.

    None where they have no folder, or want none: KUBECTL_INJECT_CACHE is ``false``. Raises SettingError.
    """
    from kubectl_inject.settings.injection_settings import read_switch

    if not read_switch(environment.get(_WANTED) or "true", _WANTED):
        return None
    home = environment.get("HOME") or environment.get("USERPROFILE") or ""
    for base in (environment.get("XDG_CACHE_HOME") or "", os.path.join(home, ".cache")):
        if os.path.isabs(base):
            return TemplateCache(os.path.join(base, "kubectl-inject"))
    return None


def template_store(resolved: Resolved, cache: TemplateCache | None) -> TemplateStore | None:
    """Return where to look for compiled templates: among the built-in ones, and in the user's cache if there is one."""
    if resolved.captured is not None:
        return cache
    from kubectl_inject.builtin.compiled_templates import BuiltinTemplates

    return BuiltinTemplates(cache)


def _is_ours(found: os.stat_result) -> bool:
    """Whether nobody but this user could write a file or folder."""
    owner = os.geteuid() if hasattr(os, "geteuid") else found.st_uid
    return found.st_uid == owner and not found.st_mode & _OTHERS_MAY_WRITE


def _compiler() -> str:
    """Return what distinguishes compilers: the version, Python's, and for those who work on it, the files."""
    from kubectl_inject.gotemplate import stored

    try:
        with os.scandir(os.path.dirname(stored.__file__)) as entries:
            changed = max((entry.stat().st_mtime_ns for entry in entries if entry.name.endswith(".py")), default=0)
    except OSError:
        changed = 0
    return f"{__version__} {stored.format_name()} {changed}"
