"""Expected values are those of time.ParseDuration and Duration.String (Go 1.26)."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.mesh_config.go_duration import format_duration, parse_duration

SECOND = 10**9
LONGEST = 2**63 - 1
UNITS = {"h": 3600 * SECOND, "m": 60 * SECOND, "s": SECOND, "ms": 10**6, "µs": 1000, "ns": 1}


@pytest.mark.parametrize(
    ("text", "nanoseconds"),
    [
        ("0", 0),
        ("-0", 0),
        ("0s", 0),
        ("45s", 45 * SECOND),
        ("1m30s", 90 * SECOND),
        ("+1m1m", 120 * SECOND),
        ("-1.5h", -5400 * SECOND),
        (".5s", SECOND // 2),
        ("1.s", SECOND),
        ("1ns2us3µs4μs5ms", 5_009_001),
        ("0.9999999999999s", 999_999_999),
        ("2562047h47m16.854775807s", LONGEST),
        ("-9223372036854775808ns", -LONGEST - 1),
    ],
)
def test_parse(text: str, nanoseconds: int) -> None:
    assert parse_duration(text) == nanoseconds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "s",
        ".s",
        "1d",
        "1 s",
        "1s ",
        "1s\n",
        "--1s",
        "1e3s",
        "1s-1s",
        "٣s",
        "9223372036854775808ns",
        "3000000h",
    ],
)
def test_no_duration(text: str) -> None:
    assert parse_duration(text) is None


@pytest.mark.parametrize(
    ("nanoseconds", "text"),
    [
        (0, "0s"),
        (1, "1ns"),
        (1100, "1.1µs"),
        (1_500_000, "1.5ms"),
        (45 * SECOND, "45s"),
        (90 * SECOND, "1m30s"),
        (3600 * SECOND, "1h0m0s"),
        (-SECOND - 1, "-1.000000001s"),
        (100 * SECOND, "1m40s"),
        (LONGEST, "2562047h47m16.854775807s"),
        (-LONGEST - 1, "-2562047h47m16.854775808s"),
    ],
)
def test_format(nanoseconds: int, text: str) -> None:
    assert format_duration(nanoseconds) == text


@given(st.integers(-(2**63), 2**63 - 1))
def test_every_duration_is_written_as_what_it_is(nanoseconds: int) -> None:
    text = format_duration(nanoseconds)
    parts = re.findall(r"([\d.]+)(h|ms|m|s|µs|ns)", text)
    assert "".join(map("".join, parts)) == text.removeprefix("-")
    assert sum(Fraction(number) * UNITS[unit] for number, unit in parts) == abs(nanoseconds)
    assert text.startswith("-") is (nanoseconds < 0)
    assert parse_duration(text) == nanoseconds
