"""What Go's text/template printed for templates with sprig v3.3.0, one file for each family of functions.

The local time zone was UTC, and numbers of the data were float64. To record more, render templates with
sprig.TxtFuncMap and data.json, and write ``output``, or ``error`` with Go's whole message.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kubectl_inject.gotemplate import TemplateError, render

RECORDED = Path(__file__).with_name("recorded")
FAMILIES = sorted(path.stem for path in RECORDED.glob("*.json") if path.stem != "data")


def data() -> dict[str, Any]:
    return json.loads((RECORDED / "data.json").read_text(encoding="utf-8"), parse_int=float)  # type: ignore[no-any-return]


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{family}: {case['template']}")
        for family in FAMILIES
        for case in json.loads((RECORDED / f"{family}.json").read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("case", cases())
def test_prints_what_go_printed(case: dict[str, str]) -> None:
    if "error" in case:
        with pytest.raises(TemplateError) as raised:
            render(case["template"], data())
        assert raised.value.message == case["error"]
    else:
        assert render(case["template"], data()) == case["output"]
