"""Writing files whole or not at all, and as what they were before."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import stat
from pathlib import Path

from kubectl_inject.errors import InjectionError
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from io import FileIO
    from typing import Self

_BESIDE = ".kubectl-inject-"
"""How the name begins of what is written beside a file; the number of the process that writes it follows."""

_PIECE = 1024 * 1024


def write_whole_files(files: Iterable[tuple[str | Path, Iterable[bytes]]]) -> list[str]:
    """Replace files, all or none of them, as WholeFiles do. Return what could not be kept of them."""
    with WholeFiles() as whole:
        for path, pieces in files:
            whole.add(path, pieces)
        return whole.put_in_place()


class WholeFiles:
    """Files that are replaced, each in one step; new ones get their folders too.

    What comes into a file is given in pieces. All files are written beside their places first, and what replaces a
    file is safe on the disk, so that one that cannot be written leaves every other as it was. A file keeps its mode,
    owner and extended attributes where the system lets it; a link stays one, and leads to the new content; one of
    several names of a file (hard links) is written into that file. What is there and no regular file, such as a pipe
    or a device, is written to as it is. All raise InjectionError, also for a file that is read-only.
    """

    def __init__(self) -> None:
        """Write nothing yet."""
        self._waiting: list[_Waiting] = []
        self._streams: list[tuple[str, Iterable[bytes]]] = []
        self._lost: list[str] = []
        self._folders = _Folders()

    def __enter__(self) -> Self:
        """Return the files; what is not put in place within the block is removed."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the writing."""
        self.remove_waiting()

    def remove_waiting(self) -> None:
        """Remove what is not in its place, and the folders that were made for it."""
        for left in self._waiting:
            left.remove()
        self._folders.remove_new()

    def add(self, path: str | Path, pieces: Iterable[bytes]) -> None:
        """Write a file beside its place, where it waits until all can be put in place."""
        try:
            target = self._folders.target(path)
            before = _state(target)
            if before is not None and stat.S_ISDIR(before.st_mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            if before is not None and not stat.S_ISREG(before.st_mode):
                self._streams.append((target, pieces))
                return
            self._folders.prepare(os.path.dirname(target))
            waiting = _Waiting(self._folders.beside(target), target, before)
            self._lost += [f"{path}: {problem}" for problem in waiting.write(pieces)]
            self._waiting.append(waiting)
        except OSError as error:
            raise _cannot_be_written(path, error) from None

    def put_in_place(self) -> list[str]:
        """Put all files in place; return what could not be kept of those that they replace."""
        target = ""
        try:
            for each in self._waiting:
                target = each.target
                each.put_in_place()
            replaced = {os.path.dirname(each.target) for each in self._waiting if each.before is not None}
            self._waiting.clear()
            self._folders.keep()
            for folder in replaced:
                _make_safe(folder)
            for target, pieces in self._streams:
                with open(target, "wb") as file:
                    file.writelines(pieces)
        except OSError as error:
            raise _cannot_be_written(target, error) from None
        return self._lost


def _cannot_be_written(path: str | Path, error: OSError) -> InjectionError:
    return InjectionError(f"{path}: cannot be written: {error.strerror or error}")


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


class _Folders:
    """The folders that files go to, each looked at once: there may be thousands of files in one."""

    def __init__(self) -> None:
        self._resolved: dict[str, str] = {}
        self._prepared: set[str] = set()
        self._new: list[str] = []
        self._numbers = itertools.count()

    def target(self, path: str | Path) -> str:
        """Return where a path leads to, through all links."""
        folder, name = os.path.split(path)
        resolved = self._resolved.get(folder)
        if resolved is None:
            resolved = self._resolved[folder] = os.path.realpath(folder)
        target = os.path.join(resolved, name)
        return os.path.realpath(target) if name in ("", ".", "..") or os.path.islink(target) else target

    def prepare(self, folder: str) -> None:
        """Make a folder if it is not there, and clear it of what was left in it."""
        if folder in self._prepared:
            return
        missing = folder
        while not os.path.exists(missing):
            self._new.append(missing)
            missing = os.path.dirname(missing)
        os.makedirs(folder, exist_ok=True)
        _clear_litter(Path(folder))
        self._prepared.add(folder)

    def keep(self) -> None:
        """Let the folders stay that were made."""
        self._new.clear()

    def remove_new(self) -> None:
        """Remove the folders that were made, as far as nothing is in them."""
        for folder in sorted(self._new, key=len, reverse=True):
            with contextlib.suppress(OSError):
                os.rmdir(folder)

    def beside(self, target: str) -> str:
        """Return the name of a new file beside one, the same in no other process."""
        return os.path.join(os.path.dirname(target), f"{_BESIDE}{os.getpid()}-{next(self._numbers)}")


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A file that was written beside its place, and what was in that place ``before``."""

    path: str
    target: str
    before: os.stat_result | None

    def write(self, pieces: Iterable[bytes]) -> list[str]:
        """Write the file; return what of the one before could not be kept. Nothing is left of it if it cannot be."""
        before = self.before
        if before is not None and not before.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
            raise PermissionError(errno.EACCES, "it is read-only")
        # Until it has the content, owner and mode of what it replaces, it is nobody else's to read.
        descriptor = _created(self.path, 0o666 if before is None else 0o600)
        problems: list[str] = []
        try:
            with open(descriptor, "wb", buffering=0) as file:
                for piece in pieces:
                    _write_all(file, piece)
                if before is not None:
                    os.fsync(descriptor)
                    problems = _keep(Path(self.path), Path(self.target), before)
                    os.chmod(self.path, stat.S_IMODE(before.st_mode))
        except BaseException:
            self.remove()
            raise
        return problems

    def put_in_place(self) -> None:
        """Let the file replace what is in its place."""
        if self.before is None or self.before.st_nlink == 1:
            os.replace(self.path, self.target)
            return
        # Another name of the file must find the new content too.
        with open(self.path, "rb") as new, open(self.target, "r+b") as file:
            file.writelines(iter(lambda: new.read(_PIECE), b""))
            file.truncate()
            os.fsync(file.fileno())
        self.remove()

    def remove(self) -> None:
        """Remove the file that waits, if it can be."""
        with contextlib.suppress(OSError):
            os.unlink(self.path)


def _state(path: str) -> os.stat_result | None:
    """Return what is known of a file, or None where there is none."""
    try:
        return os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None


def _created(path: str, mode: int) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        return os.open(path, flags, mode)
    except FileExistsError:  # left by a process of the same number
        os.unlink(path)
        return os.open(path, flags, mode)


def _write_all(file: FileIO, piece: bytes) -> None:
    rest = memoryview(piece)
    while rest:
        rest = rest[file.write(rest) :]


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


def _make_safe(folder: str) -> None:
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
