"""Quantities: numbers with Kubernetes' suffixes, such as ``100m``, ``1.5Gi`` or ``2e3``."""

from __future__ import annotations

import re
from decimal import Decimal

_SYNTAX = re.compile(r"([+-]?)(\d+\.?\d*|\.\d+)(n|u|m|k|M|G|T|P|E|[KMGTPE]i|[eE][+-]?\d{1,3}|)\Z")
_DECIMAL = ("n", "u", "m", "", "k", "M", "G", "T", "P", "E")
_BINARY = ("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei")
_LONGEST = 64
SYNTAX_HINT = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"


def parse_quantity(text: str) -> Decimal | None:
    """Return the number that a quantity stands for, or None where ``text`` is not a quantity."""
    match = _SYNTAX.match(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    sign, digits, suffix = match.groups()
    number = Decimal(sign + digits)
    if suffix[:1] in ("e", "E") and suffix[1:]:
        return number.scaleb(int(suffix[1:]))
    if suffix.endswith("i"):
        return number * Decimal(1024 ** _BINARY.index(suffix))
    return number.scaleb(3 * (_DECIMAL.index(suffix) - _DECIMAL.index("")))


def canonical_quantity(text: str) -> str:
    """
    Return the one spelling that Kubernetes writes for a quantity; the text itself where it is none.

    The rule is that of apimachinery's resource.Quantity: no fraction, no precision below nano, the largest
    suffix that leaves a whole number, and the family of suffixes (binary, decimal, exponent) that was given.
    """
    number = parse_quantity(text)
    if number is None:
        return text
    if number == 0:
        return "0"
    suffix = text.lstrip("+-.0123456789")
    if suffix.endswith("i") and abs(number) >= 1024 and number == number.to_integral_value():
        whole, power = int(number), 0
        while whole % 1024 == 0 and power < len(_BINARY) - 1:
            whole, power = whole // 1024, power + 1
        return f"{whole}{_BINARY[power]}"
    nanos = int(number.scaleb(9).to_integral_value(rounding="ROUND_UP"))
    step = 0
    while nanos % 1000 == 0 and step < len(_DECIMAL) - 1:
        nanos, step = nanos // 1000, step + 1
    if suffix[:1] in ("e", "E") and suffix[1:]:
        exponent = 3 * (step - _DECIMAL.index(""))
        return f"{nanos}e{exponent}" if exponent else str(nanos)
    return f"{nanos}{_DECIMAL[step]}"
