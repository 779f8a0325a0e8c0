"""What is held back comes out as it went in, from memory or from a file."""

from __future__ import annotations

import errno
import io
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject import InjectionError
from kubectl_inject.cli.input.streams import Stream
from kubectl_inject.cli.output.spool import Spool, hold

TEXTS = st.lists(st.text("a\n", max_size=9))


@given(st.lists(TEXTS, max_size=4), st.integers(0, 20))
def test_every_part_comes_out_as_it_went_in(streams: list[list[str]], most_in_memory: int) -> None:
    spool = Spool(most_in_memory)
    outputs = [hold(spool, Stream("", "", "utf-8"), texts, "utf-8") for texts in streams]
    for _ in range(2):
        assert ["".join(piece.decode() for piece in output.pieces) for output in outputs] == list(map("".join, streams))


@given(TEXTS, TEXTS)
def test_what_comes_out_otherwise_is_changed(before: list[str], after: list[str]) -> None:
    stream = Stream("", "".join(before), "utf-8")
    assert hold(Spool(), stream, after, "utf-8").changed is ("".join(before) != "".join(after))


def test_another_encoding_is_a_change() -> None:
    assert hold(Spool(), Stream("", "a", "utf-16-le"), ["a"], "utf-8").changed


def test_without_a_folder_for_files_all_stays_in_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    spool = Spool(1)
    spool.write(b"ab")
    spool.write(b"c")
    assert b"".join(spool.pieces(0, 3)) == b"abc"


class FullDisk(io.BytesIO):
    def flush(self) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda **_: FullDisk())
    spool = Spool(1)
    spool.write(b"ab")
    with pytest.raises(InjectionError, match="a temporary file cannot be written: No space left on device"):
        spool.since(0)
