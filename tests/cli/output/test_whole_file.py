"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kubectl_inject import InjectionError
from kubectl_inject.cli.output.whole_file import write_whole_files


def pieces_until_the_disk_is_full() -> Iterator[bytes]:
    yield b"half"
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_leaves_all_as_it_was(tmp_path: Path) -> None:
    before = tmp_path / "before"
    before.write_bytes(b"before")
    files = [(before, [b"af", b"ter"]), (tmp_path / "new", pieces_until_the_disk_is_full())]
    with pytest.raises(InjectionError, match="new: cannot be written: No space left on device"):
        write_whole_files(files)
    assert list(tmp_path.iterdir()) == [before]
    assert before.read_bytes() == b"before"
