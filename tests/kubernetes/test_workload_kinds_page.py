"""The page of workload kinds is that of the table."""

from __future__ import annotations

from tools.write_workload_kinds import PAGE, reference


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), "run make reference"
