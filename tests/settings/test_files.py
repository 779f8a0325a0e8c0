"""The text of files that settings name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kubectl_inject.errors import InjectionError
from kubectl_inject.settings.files import read_text


@pytest.mark.parametrize(
    "data",
    [b"a: \xc3\xa9\n", b"\xef\xbb\xbfa: \xc3\xa9\n", b"\xff\xfea\0:\0 \0\xe9\0\n\0"],
    ids=["plain", "mark", "UTF-16"],
)
def test_encodings(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "values.yaml"
    file.write_bytes(data)
    assert read_text(str(file)) == "a: é\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"a: 1\nb: \xff\n", "values.yaml:2: found 0xFF at byte offset 8, which is not UTF-8", id="bytes"),
        pytest.param(b"a: \x01\n", "values.yaml:1:4: found the control character U+0001", id="control character"),
    ],
)
def test_what_is_no_text(data: bytes, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("values.yaml").write_bytes(data)
    with pytest.raises(InjectionError, match=f"^{re.escape(message)}"):
        read_text("values.yaml")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("a: 1\n")
    with pytest.raises(InjectionError, match="expected one file, found a folder of 2"):
        read_text(str(tmp_path))
