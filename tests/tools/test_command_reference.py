"""The reference page of commands is that of their options."""

from __future__ import annotations

from tools.write_command_reference import PAGE, reference


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), "run make reference"
