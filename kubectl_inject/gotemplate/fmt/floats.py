"""Floating-point numbers as strconv.FormatFloat writes them."""

from __future__ import annotations

_INFINITY = float("inf")
_FRACTION_BITS = 52
_FRACTION_DIGITS = _FRACTION_BITS // 4
# Outside of these exponents, the shortest %g has an exponent.
_LEAST_EXPONENT, _SHORTEST_EXPONENT = -4, 6


def format_float(number: float, verb: str, precision: int | None) -> str:
    """Return a number in the form of a verb (one of ``beEfgGxX``), without a plus sign unless it is infinite.

    ``precision`` None asks for the fewest digits that tell the number from its neighbours.
    """
    if number != number:
        return "NaN"
    if number in (_INFINITY, -_INFINITY):
        return "+Inf" if number > 0 else "-Inf"
    if verb in "xX":
        text = _hexadecimal(number, precision)
        return text.upper() if verb == "X" else text
    if verb == "b":
        return _binary(number)
    verb_form = verb.lower()
    text = _shortest(number, verb_form) if precision is None else f"%.{precision}{verb_form}" % number
    return text.upper() if verb in "EG" else text


def _sign(number: float) -> str:
    return "-" if str(number)[0] == "-" else ""  # so for zero, too


def _shortest(number: float, verb: str) -> str:
    sign = _sign(number)
    mantissa, _, exponent_text = repr(abs(number)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    fraction = fraction.rstrip("0") if fraction else ""
    digits = (whole + fraction).lstrip("0")
    point = len(whole) - (len(whole + fraction) - len(digits)) + int(exponent_text or 0)
    digits = digits.rstrip("0")
    if not digits:
        digits, point = "0", 1
    exponent = point - 1
    if verb == "e" or (verb == "g" and not _LEAST_EXPONENT <= exponent < _SHORTEST_EXPONENT):
        rest = f".{digits[1:]}" if len(digits) > 1 else ""
        return f"{sign}{digits[0]}{rest}e{exponent:+03d}"
    if point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    if point >= len(digits):
        return f"{sign}{digits}{'0' * (point - len(digits))}"
    return f"{sign}{digits[:point]}.{digits[point:]}"


def _hexadecimal(number: float, precision: int | None) -> str:
    sign = _sign(number)
    if number == 0:
        zeros = f".{'0' * precision}" if precision else ""
        return f"{sign}0x0{zeros}p+00"
    from math import frexp

    mantissa, exponent = frexp(abs(number))
    bits = int(mantissa * 2 ** (_FRACTION_BITS + 1))
    exponent -= 1
    if precision is not None and precision < _FRACTION_DIGITS:
        dropped = 4 * (_FRACTION_DIGITS - precision)
        half, rest = 1 << (dropped - 1), bits & ((1 << dropped) - 1)
        bits >>= dropped
        bits += rest > half or (rest == half and bits & 1 == 1)
        bits <<= dropped
        if bits >> (_FRACTION_BITS + 1):
            bits >>= 1
            exponent += 1
    fraction = f"{bits & ((1 << _FRACTION_BITS) - 1):013x}"
    fraction = fraction.rstrip("0") if precision is None else fraction[:precision].ljust(precision, "0")
    return f"{sign}0x1{'.' if fraction else ''}{fraction}p{exponent:+03d}"


def _binary(number: float) -> str:
    from math import frexp

    mantissa, exponent = frexp(abs(number))
    sign = _sign(number)
    bits, exponent = int(mantissa * 2 ** (_FRACTION_BITS + 1)), exponent - _FRACTION_BITS - 1
    least = -1022 - _FRACTION_BITS
    if number == 0:
        exponent = least
    elif exponent < least:
        bits >>= least - exponent
        exponent = least
    return f"{sign}{bits}p{exponent:+d}"
