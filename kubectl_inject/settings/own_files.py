"""Files that nobody but the user could have written, nor, where that matters, have read."""

from __future__ import annotations

import os
import stat

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_OTHERS_MAY_ANYTHING = stat.S_IRWXG | stat.S_IRWXO
_FOLDER_MODE = 0o700
# A link is not followed, and a pipe not waited for. Some systems have neither.
_OPENED = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class NotOwnError(OSError):
    """A file or folder is there, but is none of the user's own: another's, a link, a pipe, or open to others."""


def check_own_folder(folder: str) -> None:
    """Raise NotOwnError unless a folder is the user's, and others may not write to it; OSError where there is none."""
    _check(os.lstat(folder), stat.S_IFDIR, _OTHERS_MAY_WRITE)


def read_own(file: str, most: int, *, secret: bool = False) -> bytes:
    """Return the bytes of a regular file of the user's. Others may not write it, nor read one that is ``secret``.

    Raises NotOwnError where that is not so, or where there are more than ``most`` bytes; OSError where the file cannot
    be read.
    """
    if stat.S_ISLNK(os.lstat(file).st_mode):
        raise NotOwnError(file)
    with os.fdopen(os.open(file, _OPENED), "rb") as opened:
        found = os.fstat(opened.fileno())
        _check(found, stat.S_IFREG, _OTHERS_MAY_ANYTHING if secret else _OTHERS_MAY_WRITE)
        if found.st_size > most:
            raise NotOwnError(file)
        return opened.read(most)


def write_own(file: str, data: bytes) -> None:
    """Write a file that its owner alone can read, whole or not at all; its folder is made too.

    Raises NotOwnError where the folder is none of the user's own, OSError where it cannot be written.
    """
    from tempfile import mkstemp

    folder = os.path.dirname(file)
    os.makedirs(folder, mode=_FOLDER_MODE, exist_ok=True)
    check_own_folder(folder)
    descriptor, temporary = mkstemp(dir=folder)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(data)
        os.replace(temporary, file)
    except OSError:
        os.unlink(temporary)
        raise


def _check(found: os.stat_result, kind: int, forbidden: int) -> None:
    """Raise NotOwnError unless a file is of that kind, of this user, and without the forbidden permissions.

    Where the system knows no user ids, it is trusted with who may write.
    """
    if stat.S_IFMT(found.st_mode) != kind:
        raise NotOwnError
    if hasattr(os, "geteuid") and (found.st_uid != os.geteuid() or found.st_mode & forbidden):
        raise NotOwnError
