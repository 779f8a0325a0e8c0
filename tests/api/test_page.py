"""``docs/python.md``: its examples are run as they stand, one after the other, and what they print is compared."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_page(capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, Any] = {}
    assert {language for language, _ in BLOCKS} == {"python", "text"}
    for (language, text), (following, printed) in zip(BLOCKS, [*BLOCKS[1:], ("", "")], strict=True):
        if language == "python":
            exec(compile(text, "docs/python.md", "exec"), names)
            assert capsys.readouterr().out == (printed if following == "text" else ""), text
