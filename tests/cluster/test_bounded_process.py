"""What programs print, and the one error that comes of each way in which they go wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kubectl_inject.cluster.bounded_process import MissingProgramError, ProgramError, output_of

MOST = 1000


def shell(script: str) -> list[str]:
    return ["sh", "-c", script]


def test_what_it_prints_is_returned(tmp_path: Path) -> None:
    (tmp_path / "here").write_bytes(b"\xff")
    assert output_of(shell("cat here; echo warning >&2"), MOST, folder=str(tmp_path)) == b"\xff"


@pytest.mark.parametrize(
    ("command", "message"),
    [
        pytest.param(["/"], "/ cannot be run: Permission denied", id="a folder"),
        pytest.param(["sh", "a\0b"], "sh a\0b cannot be run: embedded null byte", id="a null byte"),
        pytest.param(shell("exec sleep 60"), "sh -c took longer than 0.5 seconds", id="too long"),
        pytest.param(shell("yes"), "sh -c printed more than the limit of 1000 bytes", id="too much"),
        pytest.param(shell("yes >&2"), "sh -c printed more than the limit of 1000 bytes", id="too much of an error"),
        pytest.param(shell("echo Error: a; echo b; exit 1"), "sh -c failed: status 1", id="no error"),
        pytest.param(shell("echo 'Error: a\nb' >&2; exit 1"), "sh -c failed: a\nb", id="as Helm has it"),
        pytest.param(shell("echo error: a >&2; exit 2"), "sh -c failed: a", id="as kubectl has it"),
        pytest.param(
            shell("echo https://user:secret@example.com/ >&2; exit 1"),
            "sh -c failed: https://***@example.com/",
            id="a password",
        ),
    ],
)
def test_what_goes_wrong(command: list[str], message: str) -> None:
    with pytest.raises(ProgramError) as caught:
        output_of(command, MOST, seconds=0.5)
    assert str(caught.value) == message


def test_the_end_of_a_long_message_is_shown_and_nothing_of_a_password_in_it() -> None:
    with pytest.raises(ProgramError) as caught:
        output_of(shell("echo a password=$(printf '%0990d' 7), which is wrong >&2; exit 1"), 10_000)
    assert str(caught.value) == "sh -c failed: a password=***, which is wrong"
    with pytest.raises(ProgramError) as caught:
        output_of(shell("printf 'a%03000d' 0 >&2; exit 1"), 10_000)
    assert str(caught.value) == f"sh -c failed: {'0' * 1000}"


def test_a_folder_is_not_named_not_even_in_part() -> None:
    folder = "/copy-of-files"
    failing = shell(f"printf 'open {folder}/base/web.yaml in {folder}: %0970d' 7 >&2; exit 1")
    with pytest.raises(ProgramError) as raised:
        output_of(failing, 10_000, unnamed=folder)
    assert "copy" not in str(raised.value)
    assert "base/web.yaml in .: 0" in str(raised.value)


def test_a_program_that_is_missing_is_an_error_of_its_own() -> None:
    with pytest.raises(MissingProgramError, match=r"\Ano-such-program is not on the PATH\Z"):
        output_of(["no-such-program", "build"], MOST)
