"""Expected spellings are those that Go's resource.Quantity writes (k8s.io/apimachinery v0.36.3)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.kubernetes.schema.quantity import canonical_quantity, parse_quantity

SUFFIXES = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "e3", "E-3", "e+2"]


def value_of(text: str) -> Fraction:
    quantity = parse_quantity(text)
    assert quantity is not None
    return quantity.mantissa * Fraction(10) ** quantity.exponent


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1000m", "1"),
        ("0.5", "500m"),
        ("1000", "1k"),
        ("1000k", "1M"),
        ("-1000m", "-1"),
        ("100000000000m", "100M"),
        ("9223372036854775808", "9223372036854775808"),
        ("0m", "0"),
        ("0Gi", "0"),
        ("-0", "0"),
        # binary suffixes
        ("1.5Gi", "1536Mi"),
        ("1024Ki", "1Mi"),
        ("1500Mi", "1500Mi"),
        ("0.1Ki", "102400m"),
        ("1Ei", "1Ei"),
        ("16Ei", "9223372036854775807"),
        ("-16Ei", "-9223372036854775807"),
        # exponents
        ("12e2", "1200"),
        ("5e-1", "500e-3"),
        ("1e19", "10e18"),
        # nothing smaller than nano: rounded away from zero
        ("0.0001m", "100n"),
        ("0.1n", "1n"),
        ("-0.1n", "-1n"),
        ("1.5e-9", "2e-9"),
        # more digits than a float or a default Decimal has
        ("583318341222323332282193626322n", "583318341222323332282193626322n"),
        # what needs no other suffix stays as it was written
        ("1e3", "1e3"),
        ("2790E3", "2790E3"),
        ("00100m", "00100m"),
        ("+1", "+1"),
        ("1.", "1."),
        ("1.234k", "1.234k"),
        ("1.500", "1.500"),
        ("0.500", "500m"),
        ("1025Ki", "1025Ki"),
    ],
)
def test_canonical_spelling(text: str, written: str) -> None:
    assert canonical_quantity(text) == written


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 1",
        "1\n",
        "i",
        "1K",
        "1ki",
        "1e",
        "1e3k",
        "1Gib",
        "1 Gi",
        "1.2.3",
        "--1",
        "0x1",
        "1_0",
        "NaN",
        "٣",
        "1" * 65,
    ],
)
def test_no_quantity(text: str) -> None:
    assert parse_quantity(text) is None
    assert canonical_quantity(text) == text


@pytest.mark.parametrize(
    ("text", "number"),
    [("100m", "0.1"), ("1.5Gi", "1610612736"), ("1Ei", "1152921504606846976"), ("2E", "2e18"), ("2E2", "200")],
)
def test_value(text: str, number: str) -> None:
    assert value_of(text) == Fraction(number)


@given(number=st.integers(-(10**12), 10**12), suffix=st.sampled_from(SUFFIXES))
def test_canonical_spelling_keeps_the_value_and_is_final(number: int, suffix: str) -> None:
    written = canonical_quantity(f"{number}{suffix}")
    largest = Fraction(2**63 - 1)
    value = value_of(f"{number}{suffix}")
    expected = max(-largest, min(value, largest)) if suffix.endswith("i") else value
    assert value_of(written) == expected
    assert canonical_quantity(written) == written


@given(st.text(alphabet="0123456789.+-eEinumkKMGTP ", max_size=70))
def test_any_text_is_answered(text: str) -> None:
    assert (parse_quantity(text) is None) == (parse_quantity(canonical_quantity(text)) is None)


@given(*[st.tuples(st.integers(-2000, 2000), st.sampled_from(SUFFIXES)).map(lambda pair: f"{pair[0]}{pair[1]}")] * 2)
def test_comparison(one: str, other: str) -> None:
    first, second = parse_quantity(one), parse_quantity(other)
    assert first is not None
    assert second is not None
    assert (first > second) == (value_of(one) > value_of(other))
