"""Writing files whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from kubectl_inject.errors import InjectionError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def write_whole_files(files: Sequence[tuple[Path, Iterable[bytes]]]) -> None:
    """Replace files, each in one step, with their permissions kept; new ones get their folders too.

    What comes into a file is given in pieces. All files are written beside their places first, so that one that cannot
    be written leaves every other as it was. What is there and no regular file, such as a pipe or a device, is written
    to as it is. Raises InjectionError.
    """
    written: list[tuple[Path, Path]] = []
    streams: list[tuple[Path, Iterable[bytes]]] = []
    path = Path()
    try:
        for path, pieces in files:
            target = path.resolve()
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            if target.exists() and not target.is_file():
                streams.append((target, pieces))
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            written.append((_write_beside(target, pieces), target))
        for temporary, path in written:
            temporary.replace(path)
        for path, pieces in streams:
            with path.open("wb") as file:
                file.writelines(pieces)
    except OSError as error:
        raise InjectionError(f"{path}: cannot be written: {error.strerror or error}") from None
    finally:
        for temporary, _ in written:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def _write_beside(target: Path, pieces: Iterable[bytes]) -> Path:
    import tempfile

    mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(pieces)
        temporary.chmod(mode)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
