"""Waiting until files are on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from kubectl_inject.cli.output.disk import wait_until_on_disk


@pytest.mark.parametrize("count", [1, 3, 20])
def test_what_cannot_be_on_the_disk_is_named(tmp_path: Path, count: int) -> None:
    paths = [str(tmp_path / str(number)) for number in range(count)]
    for path in paths[1:]:
        Path(path).write_bytes(b"text")
    (failure,) = wait_until_on_disk(paths)
    assert failure[0] == paths[0]
    assert isinstance(failure[1], FileNotFoundError)
