"""Quantities: numbers with Kubernetes' suffixes, such as ``100m``, ``1.5Gi`` or ``2e3``."""

from __future__ import annotations

from functools import lru_cache

from kubectl_inject.startup.frozen import dataclass

_DECIMAL = ("n", "u", "m", "", "k", "M", "G", "T", "P", "E")
_BINARY = ("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei")
_LARGEST_BINARY = 2**63 - 1
_LONGEST = 64
_KEPT_DIGITS = 18
SYNTAX_HINT = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"


@dataclass(frozen=True, slots=True)
class Quantity:
    """The number ``mantissa`` times ten to the power of ``exponent``; exact, and cheaper than package decimal."""

    mantissa: int
    exponent: int

    def __gt__(self, other: Quantity) -> bool:
        """Whether this is the larger number."""
        least = min(self.exponent, other.exponent)
        return self.rounded(least) > other.rounded(least)

    def rounded(self, exponent: int) -> int:
        """Return the number in steps of ten to the power of ``exponent``, rounded away from zero."""
        power = _power_of_ten(abs(self.exponent - exponent))
        if self.exponent >= exponent:
            return self.mantissa * power
        steps = -(-abs(self.mantissa) // power)
        return steps if self.mantissa > 0 else -steps


def _power_of_ten(exponent: int) -> int:
    return int(10**exponent)


@lru_cache(maxsize=256)
def parse_quantity(text: str) -> Quantity | None:
    """Return the number that a quantity stands for, or None where ``text`` is not a quantity."""
    sign, unsigned = (text[:1], text[1:]) if text[:1] in ("+", "-") else ("", text)
    suffix = unsigned.lstrip("0123456789.")
    whole, _, fraction = unsigned[: len(unsigned) - len(suffix)].partition(".")
    if len(text) > _LONGEST or not (whole or fraction) or "." in fraction or not _is_suffix(suffix):
        return None
    mantissa = int(f"{sign}{whole}{fraction}")
    if suffix.endswith("i"):
        return Quantity(mantissa * 1024 ** _BINARY.index(suffix), -len(fraction))
    return Quantity(mantissa, _exponent(suffix) - len(fraction))


def _is_suffix(text: str) -> bool:
    """Whether a text is a suffix of either family, or an exponent of up to three digits."""
    if text in _DECIMAL or text in _BINARY:
        return True
    digits = text[2:] if text[1:2] in ("+", "-") else text[1:]
    return text[0] in "eE" and len(digits) <= 3 and digits.isascii() and digits.isdecimal()


def _exponent(suffix: str) -> int:
    """Return the power of ten that a decimal or exponent suffix stands for."""
    if suffix not in _DECIMAL:
        return int(suffix[1:])
    return 3 * (_DECIMAL.index(suffix) - _DECIMAL.index(""))


def canonical_quantity(text: str) -> str:
    """Return the one spelling that Kubernetes writes for a quantity; the text itself where it is none.

    The rule is that of apimachinery's resource.Quantity: no fraction, no precision below nano, the largest
    suffix that leaves a whole number, and the family of suffixes (binary, decimal, exponent) that was given. A text
    that has such a suffix already is not written anew, so that ``+1`` and ``1.500`` stay what they are.
    """
    number = parse_quantity(text)
    if number is None:
        return text
    if number.mantissa == 0:
        return "0"
    suffix = text.lstrip("+-.0123456789")
    if _is_kept(text[: len(text) - len(suffix)], suffix):
        return text
    if suffix.endswith("i"):
        if Quantity(abs(number.mantissa), number.exponent) > Quantity(_LARGEST_BINARY, 0):
            number = Quantity(_LARGEST_BINARY if number.mantissa > 0 else -_LARGEST_BINARY, 0)
        whole, power = number.rounded(0), 0
        if abs(whole) >= 1024 and whole * _power_of_ten(-number.exponent) == number.mantissa:
            while whole % 1024 == 0 and power < len(_BINARY) - 1:
                whole, power = whole // 1024, power + 1
            return f"{whole}{_BINARY[power]}"
    nanos = number.rounded(-9)
    has_exponent = suffix[:1] in ("e", "E") and suffix not in ("E", "Ei")
    step = 0
    while nanos % 1000 == 0 and (has_exponent or step < len(_DECIMAL) - 1):
        nanos, step = nanos // 1000, step + 1
    if has_exponent:
        exponent = 3 * (step - _DECIMAL.index(""))
        return f"{nanos}e{exponent}" if exponent else str(nanos)
    return f"{nanos}{_DECIMAL[step]}"


def _is_kept(digits: str, suffix: str) -> bool:
    """Whether Kubernetes writes a quantity as it was given: short, and no larger suffix leaves a whole number."""
    whole, _, fraction = digits.lstrip("+-").partition(".")
    whole = whole.lstrip("0")
    if suffix.endswith("i"):
        room = 14 - 3 * _BINARY.index(suffix) - len(whole)
        return not fraction and room >= 0 and int(whole or 0) % 8 != 0
    exponent, mantissa = _exponent(suffix) - len(fraction), (whole or "0") + fraction
    short = len(mantissa) <= _KEPT_DIGITS and exponent >= -9
    return short and exponent % 3 == 0 and not mantissa.endswith("000") and mantissa[0] != "0"
