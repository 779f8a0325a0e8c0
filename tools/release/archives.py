"""Archives that are the same whenever and wherever they are made."""

from __future__ import annotations

import gzip
import tarfile
from pathlib import Path

_PROGRAM, _FILE = 0o755, 0o644


def write_archive(path: Path, folder: Path, prefix: str, time: int) -> None:
    """Write a folder as a ``.tar.gz``: below ``prefix``, sorted, with one time, and nobody's name.

    Links become what they lead to: krew takes files and folders alone.
    """
    names = sorted(
        (each for each in folder.rglob("*") if each.is_file()), key=lambda each: each.relative_to(folder).parts
    )
    with (
        path.open("wb") as raw,
        gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=9, mtime=time) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for name in names:
            member = tarfile.TarInfo((Path(prefix) / name.relative_to(folder)).as_posix())
            member.size, member.mtime = name.stat().st_size, time
            member.mode = _PROGRAM if name.stat().st_mode & 0o100 else _FILE
            with name.open("rb") as content:
                archive.addfile(member, content)
