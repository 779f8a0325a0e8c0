"""Compiled templates in a folder of the user's, so that the next run need not parse them again.

The cache is never required: what cannot be read is compiled, what cannot be written is left. Its files are code, and
folders of caches are copied about, into pipelines for example. So each file starts with a keyed checksum, and the key
is kept elsewhere: what this user did not write on this machine is removed unread.
"""

from __future__ import annotations

import os

from kubectl_inject import __version__
from kubectl_inject.gotemplate.compiled import checksum
from kubectl_inject.settings.own_files import NotOwnError, check_own_folder, read_own, write_own
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kubectl_inject.gotemplate.compiled import CompiledTemplate
    from kubectl_inject.injection.rendering.template_rendering import TemplateStore
    from kubectl_inject.settings.resolved import Resolved

_WANTED = "KUBECTL_INJECT_CACHE"
_KEY_LENGTH = _SEAL_LENGTH = 32
_MOST_BYTES = 64 * 1024 * 1024
"""Far more than the longest template that is compiled comes to."""


@dataclass(frozen=True, slots=True)
class TemplateCache:
    """A folder of compiled templates, and the file of the key to them. Both are made when something is stored.

    A file's name is a checksum of the template. Whether it is the requested template, compiled by this very version,
    stands in the file.
    """

    folder: str
    key_file: str

    def get(self, source: str, name: str) -> CompiledTemplate | None:
        """Return the compiled form of a template that was stored, or None. A file that is no entry is removed."""
        from kubectl_inject.gotemplate.stored import from_bytes

        file = self._file(source, name)
        try:
            check_own_folder(self.folder)
            key = self._key()
        except OSError:
            return None
        try:
            data = read_own(file, _MOST_BYTES)
            sealed = data[_SEAL_LENGTH:]
            if not _is_same(data[:_SEAL_LENGTH], _seal(sealed, key)):
                raise NotOwnError(file)
            compiler, found = from_bytes(sealed)
        except (OSError, ValueError):
            _remove(file)
            return None
        return found if (found.source, found.name, compiler) == (source, name, _compiler()) else None

    def put(self, compiled: CompiledTemplate) -> None:
        """Store a compiled template; whole, or not at all."""
        from kubectl_inject.gotemplate.stored import to_bytes

        try:
            data = to_bytes(compiled, _compiler())
            write_own(self._file(compiled.source, compiled.name), _seal(data, self._made_key()) + data)
        except (OSError, ValueError):
            return

    def _file(self, source: str, name: str) -> str:
        return os.path.join(self.folder, checksum(f"{name}\0{source}") + ".template")

    def _key(self) -> bytes:
        """Return the key. Raises OSError where there is none, or where others might know it."""
        check_own_folder(os.path.dirname(self.key_file))
        key = read_own(self.key_file, _KEY_LENGTH, secret=True)
        if len(key) != _KEY_LENGTH:
            raise NotOwnError(self.key_file)
        return key

    def _made_key(self) -> bytes:
        """Return the key, a new one where there is none that is good. Raises OSError where it cannot be kept."""
        try:
            return self._key()
        except OSError:
            write_own(self.key_file, os.urandom(_KEY_LENGTH))
            return self._key()  # another run may have written one at the same time


def user_cache(environment: Mapping[str, str], current_folder: str) -> TemplateCache | None:
    """Return the user's cache, by the XDG base directory specification.

    None where they have no place for one, or want none: KUBECTL_INJECT_CACHE is ``false``. Raises SettingError. A
    place in a repository, or below the current folder, is none: what is there may come from a stranger. Nor is one
    where the key would lie among the cached files.
    """
    from kubectl_inject.settings.injection_settings import read_switch

    if not read_switch(environment.get(_WANTED) or "true", _WANTED):
        return None
    home = environment.get("HOME") or environment.get("USERPROFILE") or ""
    cached = _base(environment.get("XDG_CACHE_HOME"), home, ".cache")
    state = _base(environment.get("XDG_STATE_HOME"), home, ".local", "state")
    if not cached or not state:
        return None
    from kubectl_inject.manifests.input.repository import is_within, repository_of

    for place in (cached, state):
        if is_within(place, current_folder) or repository_of(os.path.realpath(place)) is not None:
            return None
    if is_within(state, cached):
        return None
    folder = os.path.join(cached, "kubectl-inject")
    return TemplateCache(folder, os.path.join(state, "kubectl-inject", "template-cache.key"))


def template_store(resolved: Resolved, cache: TemplateCache | None) -> TemplateStore | None:
    """Return where to look for compiled templates: among the built-in ones, and in the user's cache if there is one."""
    if resolved.captured is not None:
        return cache
    from kubectl_inject.builtin.compiled_templates import BuiltinTemplates

    return BuiltinTemplates(cache)


def _base(named: str | None, home: str, *default: str) -> str:
    """Return one of the user's base folders, or nothing where they have none."""
    for base in (named or "", os.path.join(home, *default)):
        if os.path.isabs(base):
            return base
    return ""


def _seal(data: bytes, key: bytes) -> bytes:
    """Return the keyed checksum of some bytes, by BLAKE2b (RFC 7693).

    Raises ValueError where the system does not allow it.
    """
    try:
        from _blake2 import blake2b  # the half of hashlib that does not load OpenSSL
    except ImportError:
        from hashlib import blake2b
    return blake2b(data, key=key, digest_size=_SEAL_LENGTH).digest()


def _remove(file: str) -> None:
    try:
        os.unlink(file)
    except OSError:
        return


def _is_same(seal: bytes, expected: bytes) -> bool:
    from _operator import _compare_digest  # hmac.compare_digest, without hmac's imports

    return _compare_digest(seal, expected)


def _compiler() -> str:
    """Return what distinguishes compilers: the version, Python's, and for those who work on it, the files."""
    from kubectl_inject.gotemplate import stored

    try:
        with os.scandir(os.path.dirname(stored.__file__)) as entries:
            changed = max((entry.stat().st_mtime_ns for entry in entries if entry.name.endswith(".py")), default=0)
    except OSError:
        changed = 0
    return f"{__version__} {stored.format_name()} {changed}"
