"""Writing files whole or not at all, and as what they were before."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from kubectl_inject.errors import InjectionError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BESIDE = ".kubectl-inject-"
"""How the name begins of what is written beside a file; the number of the process that writes it follows."""

_PIECE = 1024 * 1024


def write_whole_files(files: Sequence[tuple[Path, Iterable[bytes]]]) -> list[str]:
    """Replace files, each in one step; new ones get their folders too. Return what could not be kept of them.

    What comes into a file is given in pieces. All files are written beside their places first, and what replaces a
    file is safe on the disk, so that one that cannot be written leaves every other as it was. A file keeps its mode,
    owner and extended attributes where the system lets it; a link stays one, and leads to the new content; one of
    several names of a file (hard links) is written into that file. What is there and no regular file, such as a pipe
    or a device, is written to as it is. Raises InjectionError, also for a file that is read-only.
    """
    written: list[tuple[Path, Path]] = []
    streams: list[tuple[Path, Iterable[bytes]]] = []
    lost: list[str] = []
    folders: set[Path] = set()
    path = Path()
    try:
        for path, pieces in files:
            target = path.resolve()
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            if target.exists() and not target.is_file():
                streams.append((target, pieces))
                continue
            if target.parent not in folders:
                target.parent.mkdir(parents=True, exist_ok=True)
                _clear_litter(target.parent)
                folders.add(target.parent)
            temporary, problems = _write_beside(target, pieces)
            written.append((temporary, target))
            lost += [f"{path}: {problem}" for problem in problems]
        replaced = {path.parent for _, path in written if path.exists()}
        for temporary, path in written:
            _put_in_place(temporary, path)
        for folder in replaced:
            _make_safe(folder)
        for path, pieces in streams:
            with path.open("wb") as file:
                file.writelines(pieces)
    except OSError as error:
        raise InjectionError(f"{path}: cannot be written: {error.strerror or error}") from None
    finally:
        for temporary, _ in written:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
    return lost


def check_writable(path: Path, flag: str) -> None:
    """Raise InjectionError where ``write_whole_files`` could not write a file, as far as can be known before it does.

    ``flag`` is the option that names the file.
    """
    target = path.resolve()
    folder = next(parent for parent in target.parents if parent.exists())
    if target.is_dir():
        problem = os.strerror(errno.EISDIR)
    elif not folder.is_dir():
        problem = os.strerror(errno.ENOTDIR)
    elif target.exists() and not os.access(target, os.W_OK):
        problem = "it is read-only"
    elif not target.exists() and not os.access(folder, os.W_OK | os.X_OK):
        problem = os.strerror(errno.EACCES)
    else:
        return
    raise InjectionError(f"{flag} {path}: cannot be written: {problem}")


def _write_beside(target: Path, pieces: Iterable[bytes]) -> tuple[Path, list[str]]:
    import tempfile

    before = target.stat() if target.exists() else None
    if before is not None and not before.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise PermissionError(errno.EACCES, "it is read-only")
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f"{_BESIDE}{os.getpid()}-")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(pieces)
            if before is not None:
                file.flush()
                os.fsync(file.fileno())
        problems = _keep(temporary, target, before) if before is not None else []
        temporary.chmod(stat.S_IMODE(before.st_mode) if before is not None else 0o666 & ~_umask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary, problems


def _keep(temporary: Path, target: Path, before: os.stat_result) -> list[str]:
    """Give a new file the owner and the extended attributes of the one that it replaces; return what could not be."""
    problems = []
    own = temporary.stat()
    if hasattr(os, "chown") and (own.st_uid, own.st_gid) != (before.st_uid, before.st_gid):
        try:
            os.chown(temporary, before.st_uid, before.st_gid)
        except OSError:
            problems.append(f"its owner, {before.st_uid}:{before.st_gid}, could not be kept")
    if hasattr(os, "listxattr"):
        try:
            for name in os.listxattr(target):
                os.setxattr(temporary, name, os.getxattr(target, name))
        except OSError as error:
            if error.errno != errno.ENOTSUP:
                problems.append("its extended attributes could not be kept")
    return problems


def _put_in_place(temporary: Path, target: Path) -> None:
    if target.exists() and target.stat().st_nlink > 1:
        # Another name of the file must find the new content too.
        with temporary.open("rb") as new, target.open("r+b") as file:
            file.writelines(iter(lambda: new.read(_PIECE), b""))
            file.truncate()
            os.fsync(file.fileno())
        return
    temporary.replace(target)


def _make_safe(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system lets it."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _clear_litter(folder: Path) -> None:
    """Remove what processes that were killed have left in a folder."""
    for left in [entry for entry in folder.iterdir() if entry.name.startswith(_BESIDE)]:
        number = left.name.removeprefix(_BESIDE).partition("-")[0]
        if number.isdecimal() and not _is_running(int(number)):
            with contextlib.suppress(OSError):
                left.unlink()


def _is_running(process: int) -> bool:
    if os.name == "nt":
        return True  # there, the signal 0 is Ctrl-C
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
