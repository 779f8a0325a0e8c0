"""Number literals: one text can be an integer, a float and a complex number at once, as Go's constants can."""

from __future__ import annotations

import math

from kubectl_inject.gotemplate.quoting import quote, unquote_rune
from kubectl_inject.startup.frozen import dataclass

_BASES = {"0x": 16, "0o": 8, "0b": 2}
_DIGITS = "0123456789abcdef"
_FLOAT_MARKS = frozenset(".eEpP")
_MAX_DIGITS = 400  # more than any number within a float's range needs before the point


class NumberSyntaxError(ValueError):
    """A number literal is not one of Go's; the text is Go's reason."""


@dataclass(frozen=True, slots=True)
class NumberLiteral:
    """A number with every type it can take: ``integer`` fits int64, ``unsigned`` uint64; None where it cannot."""

    text: str
    integer: int | None = None
    unsigned: int | None = None
    floating: float | None = None
    imaginary: complex | None = None


def read_character(literal: str) -> NumberLiteral:
    """Return the number that a character literal is."""
    code = unquote_rune(literal)
    return NumberLiteral(literal, code, code, float(code))


def read_complex(text: str) -> NumberLiteral:
    """Return the number that a sum of a real and an imaginary part is."""
    split = max(
        at for at, char in enumerate(text) if char in "+-" and (at == 0 or text[at - 1] not in "eEpP" or _is_hex(text))
    )
    real, imaginary = _float(text[:split]), _float(text[split:-1])
    if real is None or imaginary is None:
        raise NumberSyntaxError("expected complex number")
    return _simplified(text, complex(real, imaginary))


def read_number(text: str) -> NumberLiteral:
    """Return the number that a literal is. Raise NumberSyntaxError for one that Go does not take."""
    if text.endswith("i"):
        imaginary = _float(text[:-1])
        if imaginary is not None:
            return _simplified(text, complex(0, imaginary))
    integer = _integer(text)
    if integer is not None:
        # ParseUint takes no sign, and zero may have one.
        unsigned = integer if 0 <= integer < 2**64 and (text[0] not in "+-" or integer == 0) else None
        signed = integer if -(2**63) <= integer < 2**63 else None
        if signed is not None or unsigned is not None:
            return NumberLiteral(text, signed, unsigned, float(integer))
    floating = _float(text)
    if floating is None:
        raise NumberSyntaxError(f"illegal number syntax: {quote(text)}")
    if not _FLOAT_MARKS.intersection(text):
        raise NumberSyntaxError(f"integer overflow: {quote(text)}")
    return NumberLiteral(text, _whole(floating, -(2**63), 2**63), _whole(floating, 0, 2**64), floating)


def ideal_value(number: NumberLiteral) -> int | float | complex | None:
    """Return the value where the syntax alone decides on the type; None for one that overflows int."""
    if number.imaginary is not None:
        return number.imaginary
    text = number.text
    looks_floating = (
        _FLOAT_MARKS.intersection(text) and text[0] != "'" and not (_is_hex(text) and "p" not in text.lower())
    )
    return number.floating if looks_floating else number.integer


def _is_hex(text: str) -> bool:
    return len(text) > 2 and text[:2].lower() == "0x"


def _simplified(text: str, value: complex) -> NumberLiteral:
    if value.imag != 0:
        return NumberLiteral(text, imaginary=value)
    real = value.real
    return NumberLiteral(text, _whole(real, -(2**63), 2**63), _whole(real, 0, 2**64), real, value)


def _whole(number: float, least: int, bound: int) -> int | None:
    return int(number) if number.is_integer() and least <= number < bound else None


def _integer(text: str) -> int | None:
    """Read an integer of any base as strconv.ParseInt does with base 0, without its bound."""
    digits = text.lstrip("+-").lower()
    base = _BASES.get(digits[:2], 8 if digits[:1] == "0" and len(digits) > 1 else 10)
    if not _underscores_are_right(digits):
        return None
    digits = (digits[2:] if digits[:2] in _BASES else digits).replace("_", "")
    if not digits or digits.strip(_DIGITS[:base]):
        return None
    digits = digits.lstrip("0") or "0"
    if len(digits) > _MAX_DIGITS:
        return 2**64 * (-1 if text.startswith("-") else 1)
    return int(digits, base) * (-1 if text.startswith("-") else 1)


def _float(text: str) -> float | None:
    """Read a float as strconv.ParseFloat does; None for a bad one and for one that is out of range."""
    digits = text.lstrip("+-").lower()
    if not _underscores_are_right(digits):
        return None
    plain = text.replace("_", "")
    try:
        if digits[:2] == "0x":
            number = float.fromhex(plain) if "p" in digits else math.nan
        else:
            number = math.nan if digits.strip("0123456789.e+-_") else float(plain)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _underscores_are_right(digits: str) -> bool:
    """Tell whether each underscore stands between digits, or between the prefix for the base and a digit."""
    allowed = frozenset(_DIGITS if digits[:2] == "0x" else _DIGITS[:10])
    return all(
        (digits[at - 1 : at] in allowed or (at == 2 and digits[:2] in _BASES)) and digits[at + 1 : at + 2] in allowed
        for at, char in enumerate(digits)
        if char == "_"
    )
