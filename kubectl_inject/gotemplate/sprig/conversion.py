"""Converting between types: spf13/cast, which returns the zero value for what it cannot convert, and strconv."""

from __future__ import annotations

from kubectl_inject.gotemplate.fmt.printing import sprint_value
from kubectl_inject.gotemplate.functions import Function, ParameterType
from kubectl_inject.gotemplate.values import Int64, StringList

ANY, STRING = ParameterType.ANY, ParameterType.STRING

MIN_INT64, MAX_INT64 = -(2**63), 2**63 - 1

_BASES = {"0x": 16, "0b": 2, "0o": 8}
_DIGITS = "0123456789abcdef"


def wrap_int64(number: int) -> int:
    """Return a number as 64 bits hold it: overflow wraps around."""
    return (number - MIN_INT64) % 2**64 + MIN_INT64


def to_int(value: object) -> int:
    """Return cast.ToInt, which reads any of Go's notations and gives 0 for anything else."""
    if isinstance(value, int):  # bool too
        return wrap_int64(int(value))
    if isinstance(value, float):
        return _truncate(value)
    if isinstance(value, str):
        return parse_int(_without_zero_fraction(value), 0) or 0
    return 0


def to_int64(value: object) -> Int64:
    """Return cast.ToInt64."""
    return Int64(to_int(value))


def to_float64(value: object) -> float:
    """Return cast.ToFloat64."""
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, str):
        number = parse_float(value)
        return 0.0 if number is None else number
    return 0.0


def atoi(text: str) -> int:
    """Return strconv.Atoi, errors ignored."""
    return parse_int_clamped(text)


def parse_int_clamped(text: str) -> int:
    """Read a decimal number: 0 where there is none, the nearest int64 where it is out of range."""
    return min(max(_parse_unbounded(text, 10) or 0, MIN_INT64), MAX_INT64)


def to_decimal(value: object) -> Int64:
    """Read what the value prints as an octal number."""
    return Int64(parse_int(sprint_value(value), 8) or 0)


def to_strings(value: object) -> StringList:
    """Print every item but nil of a list, or the value itself."""
    if isinstance(value, StringList):
        return value
    if isinstance(value, list):
        return StringList(sprint_value(item) for item in value if item is not None)
    return StringList() if value is None else StringList([sprint_value(value)])


def parse_int(text: str, base: int) -> int | None:
    """Return strconv.ParseInt for 64 bits, None where it fails; base 0 means that the prefix says it."""
    number = _parse_unbounded(text, base)
    return None if number is None or not MIN_INT64 <= number <= MAX_INT64 else number


def _parse_unbounded(text: str, base: int) -> int | None:
    negative = text.startswith("-")
    digits = text[1:] if text[:1] in ("+", "-") else text
    digits = digits.lower()
    if base == 0:
        if not _underscores_are_between_digits(digits):
            return None
        base, digits = _base_of(digits)
        digits = digits.replace("_", "")
    if not digits or digits.strip(_DIGITS[:base]):
        return None
    digits = digits.lstrip("0") or "0"
    # More digits are beyond 64 bits in any base, and how far is no matter.
    number = int(digits, base) if len(digits) <= 64 else 2**64
    return -number if negative else number


def _base_of(digits: str) -> tuple[int, str]:
    if digits[:2] in _BASES:
        return _BASES[digits[:2]], digits[2:]
    if digits.startswith("0") and len(digits) > 1:
        return 8, digits[1:]
    return 10, digits


def _underscores_are_between_digits(text: str) -> bool:
    """Say whether every underscore follows a digit or the prefix of a base, and comes before a digit."""
    digits = _DIGITS if text.startswith("0x") else _DIGITS[:10]
    bare = text[2:] if text[:2] in _BASES else text
    before = "0" * (bare is not text) + bare
    return all(
        place > 0 and before[place - 1] in digits and before[place + 1 : place + 2] in tuple(digits)
        for place, character in enumerate(before)
        if character == "_"
    )


def _without_zero_fraction(text: str) -> str:
    whole = text.rstrip("0")
    return whole[:-1] if whole.endswith(".") and whole != text else text


def _truncate(number: float) -> int:
    # What the processor gives for numbers that are out of range, NaN among them.
    return int(number) if MIN_INT64 <= number < 2.0**63 else MIN_INT64


def parse_float(text: str) -> float | None:
    """Return strconv.ParseFloat, None where it fails."""
    unsigned = (text[1:] if text[:1] in ("+", "-") else text).lower()
    if unsigned in ("inf", "infinity") or text.lower() == "nan":
        return float(text)
    is_hexadecimal = unsigned.startswith("0x")
    characters = "0123456789abcdefxp._+-" if is_hexadecimal else "0123456789e._+-"
    if unsigned.strip(characters) or not _underscores_are_between_digits(unsigned):
        return None
    if is_hexadecimal and "p" not in unsigned:
        return None
    digits = text.replace("_", "")
    try:
        number = float.fromhex(digits) if is_hexadecimal else float(digits)
    except (ValueError, OverflowError):
        return None
    return number if abs(number) < float("inf") else None


FUNCTIONS = (
    Function("int", to_int, (ANY,)),
    Function("int64", to_int64, (ANY,)),
    Function("float64", to_float64, (ANY,)),
    Function("atoi", atoi, (STRING,)),
    Function("toDecimal", to_decimal, (ANY,)),
    Function("toString", sprint_value, (ANY,)),
    Function("toStrings", to_strings, (ANY,)),
)
