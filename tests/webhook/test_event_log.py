"""Lines of the log: one for each event, of printable characters, and bounded, whatever callers name their Pods."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.webhook.event_log import EventLog, Level

LONGEST = 8000
HOSTILE = [
    "a\n::error::b",
    "\r",
    "\x1b[31m",
    "\x00",
    "\x7f",
    "\u2028",
    "\x85",
    "\u202e",
    "\udc80",
    "\U0001f600",
    "\\",
    '"',
]


def written(form: str, message: str, **fields: str) -> str:
    stream = io.StringIO()
    EventLog(stream, form).write(Level.INFO, message, **fields)
    return stream.getvalue()


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    "text", [*HOSTILE, *(text * 1_000_000 for text in (*HOSTILE, "x"))], ids=lambda text: repr(text[:9])
)
def test_hostile_names(text: str, form: str) -> None:
    line = written(form, f"Pod {text}: injected", owner=text, uid=text)
    assert line.endswith("\n")
    assert line[:-1].isascii()
    assert line[:-1].isprintable()
    assert len(line) < LONGEST


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text_is_one_line(message: str, owner: str) -> None:
    assert written("text", message, owner=owner).count("\n") == 1
    line = json.loads(written("json", message, owner=owner))
    assert (line["message"], line.get("owner", "")) == (message, owner)


def test_what_is_cut_off_shows() -> None:
    assert written("text", "x" * 5000).endswith("x...\n")
    line = json.loads(written("json", "\n" * 5000))
    assert line["message"].startswith("\n" * 700)
    assert line["message"].endswith("\n...")
    assert json.loads(written("json", "m" * 1000))["message"] == "m" * 1000
