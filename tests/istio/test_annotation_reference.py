"""The reference page of annotations is that of the table."""

from __future__ import annotations

from tools.write_annotation_reference import PAGE, reference


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), "run make reference"
