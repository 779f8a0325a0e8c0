"""Writing files whole or not at all, and as what they were before."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import stat

from kubectl_inject.errors import InjectionError
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from io import FileIO
    from pathlib import Path
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
        self._streams: list[tuple[str | Path, Iterable[bytes]]] = []
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
            target, before = self._folders.target(path)
            if before is not None and stat.S_ISDIR(before.st_mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            if before is not None and not stat.S_ISREG(before.st_mode):
                self._streams.append((path, pieces))
                return
            waiting = _Waiting(path, self._folders.beside(target), target, before)
            waiting.write(pieces)
            self._waiting.append(waiting)
        except OSError as error:
            raise _cannot_be_written(path, error) from None

    def put_in_place(self) -> list[str]:
        """Put all files in place; return what could not be kept of those that they replace."""
        replacing = [each for each in self._waiting if each.before is not None]
        problems = []
        name: str | Path = ""
        try:
            if replacing:
                from kubectl_inject.cli.output.disk import wait_until_on_disk

                names = {each.path: each.name for each in replacing}
                for path, error in wait_until_on_disk(list(names)):
                    name = names[path]
                    raise error
            for each in replacing:
                name = each.name
                problems += [f"{name}: {problem}" for problem in each.keep()]
            for each in self._waiting:
                name = each.name
                each.put_in_place()
            self._waiting.clear()
            self._folders.keep()
            for folder in {os.path.dirname(each.target) for each in replacing}:
                _make_safe(folder)
            for name, pieces in self._streams:
                with open(name, "wb") as file:
                    file.writelines(pieces)
        except OSError as error:
            raise _cannot_be_written(name, error) from None
        return problems


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
        self._beginnings: dict[str, str] = {}
        self._new: list[str] = []
        self._numbers = itertools.count()

    def target(self, path: str | Path) -> tuple[str, os.stat_result | None]:
        """Return where a path leads to, through all links, and what is there."""
        folder, name = os.path.split(path)
        resolved = self._resolved.get(folder)
        if resolved is None:
            resolved = self._resolved[folder] = os.path.realpath(folder)
        target = os.path.join(resolved, name)
        state = _state(target)
        if name in ("", ".", "..") or (state is not None and stat.S_ISLNK(state.st_mode)):
            target = os.path.realpath(target)
            state = _state(target)
        return target, state

    def beside(self, target: str) -> str:
        """Return the name of a new file beside one, the same in no other process. Its folder is there."""
        folder = os.path.dirname(target)
        beginning = self._beginnings.get(folder)
        if beginning is None:
            self._prepare(folder)
            beginning = self._beginnings[folder] = os.path.join(folder, f"{_BESIDE}{os.getpid()}-")
        return f"{beginning}{next(self._numbers)}"

    def _prepare(self, folder: str) -> None:
        """Make a folder if it is not there, and clear it of what was left in it."""
        missing = folder
        while not os.path.exists(missing):
            self._new.append(missing)
            missing = os.path.dirname(missing)
        os.makedirs(folder, exist_ok=True)
        _clear_litter(folder)

    def keep(self) -> None:
        """Let the folders stay that were made."""
        self._new.clear()

    def remove_new(self) -> None:
        """Remove the folders that were made, as far as nothing is in them."""
        for folder in sorted(self._new, key=len, reverse=True):
            with contextlib.suppress(OSError):
                os.rmdir(folder)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A file that was written beside its place, and what was in that place ``before``; ``name`` was given for it."""

    name: str | Path
    path: str
    target: str
    before: os.stat_result | None

    def write(self, pieces: Iterable[bytes]) -> None:
        """Write the file. Nothing is left of it if it cannot be."""
        before = self.before
        if before is not None and not before.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
            raise PermissionError(errno.EACCES, "it is read-only")
        # Until it has the content, owner and mode of what it replaces, it is nobody else's to read.
        descriptor = _created(self.path, 0o666 if before is None else 0o600)
        try:
            with open(descriptor, "wb", buffering=0) as file:
                for piece in pieces:
                    _write_all(file, piece)
        except BaseException:
            self.remove()
            raise

    def keep(self) -> list[str]:
        """Give the file what the one before had beside its content; return what of that could not be kept."""
        if self.before is None:
            return []
        problems = _keep(self.path, self.target, self.before)
        os.chmod(self.path, stat.S_IMODE(self.before.st_mode))
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
    """Return what is known of a file or a link, or None where there is none."""
    try:
        return os.lstat(path)
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


def _keep(temporary: str, target: str, before: os.stat_result) -> list[str]:
    """Give a new file the owner and the extended attributes of the one that it replaces; return what could not be."""
    problems = []
    own = os.stat(temporary)
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
    from kubectl_inject.cli.output.disk import wait_for

    with contextlib.suppress(OSError):
        wait_for(folder, os.O_RDONLY)


def _clear_litter(folder: str) -> None:
    """Remove what processes that were killed have left in a folder."""
    for left in [name for name in os.listdir(folder) if name.startswith(_BESIDE)]:
        number = left.removeprefix(_BESIDE).partition("-")[0]
        if number.isdecimal() and not _is_running(int(number)):
            with contextlib.suppress(OSError):
                os.unlink(os.path.join(folder, left))


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
