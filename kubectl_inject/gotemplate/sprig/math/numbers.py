"""Arithmetic: on int64 by default, on float64 in the functions that end in f, as text for sequences."""

from __future__ import annotations

import math

from kubectl_inject.gotemplate.functions import Function, FunctionError, ParameterType, Work
from kubectl_inject.gotemplate.sprig.conversion import to_float64, to_int, to_int64, wrap_int64
from kubectl_inject.gotemplate.sprig.limits import check_item_count
from kubectl_inject.gotemplate.sprig.tables import imported_when_called, named
from kubectl_inject.gotemplate.values import Int64

ANY, INT, FLOAT64 = ParameterType.ANY, ParameterType.INT, ParameterType.FLOAT64


def add(*values: object) -> Int64:
    """Return the sum."""
    return Int64(wrap_int64(sum(map(to_int, values))))


def add1(value: object) -> Int64:
    """Return the number after this one."""
    return add(value, 1)


def sub(left: object, right: object) -> Int64:
    """Return the difference."""
    return Int64(wrap_int64(to_int(left) - to_int(right)))


def mul(*values: object) -> Int64:
    """Return the product."""
    product = 1
    for value in values:
        product = wrap_int64(product * to_int(value))
    return Int64(product)


def div(left: object, right: object) -> Int64:
    """Return the quotient, rounded towards zero."""
    return _quotient_and_remainder(left, right)[0]


def mod(left: object, right: object) -> Int64:
    """Return the remainder, which has the sign of ``left``."""
    return _quotient_and_remainder(left, right)[1]


def _quotient_and_remainder(left: object, right: object) -> tuple[Int64, Int64]:
    dividend, divisor = to_int(left), to_int(right)
    if divisor == 0:
        raise FunctionError("runtime error: integer divide by zero")
    quotient, remainder = divmod(abs(dividend), abs(divisor))
    if dividend < 0:
        remainder = -remainder
    if (dividend < 0) != (divisor < 0):
        quotient = -quotient
    return Int64(wrap_int64(quotient)), Int64(remainder)


def maximum(first: object, *others: object) -> Int64:
    """Return the greatest number."""
    return max(map(to_int64, (first, *others)))


def minimum(first: object, *others: object) -> Int64:
    """Return the least number."""
    return min(map(to_int64, (first, *others)))


def maxf(first: object, *others: object) -> float:
    """Return the greatest number; infinity is greater than NaN, which is greater than the rest."""
    numbers = [to_float64(value) for value in (first, *others)]
    if math.inf in numbers:
        return math.inf
    if any(map(math.isnan, numbers)):
        return math.nan
    return max(numbers, key=_with_signed_zero)


def minf(first: object, *others: object) -> float:
    """Return the least number; minus infinity is less than NaN, which is less than the rest."""
    return -maxf(*(-to_float64(value) for value in (first, *others)))


def _with_signed_zero(number: float) -> tuple[float, float]:
    return number, math.copysign(1, number)


def floor(value: object) -> float:
    """Return the greatest whole number that is not greater."""
    return _floor(to_float64(value))


def ceil(value: object) -> float:
    """Return the least whole number that is not less."""
    return -_floor(-to_float64(value))


def _floor(number: float) -> float:
    return math.copysign(math.floor(number), number) if math.isfinite(number) else number


def round_to(value: object, places: int, *threshold: float) -> float:
    """Round to decimal places: upwards if what is cut off is at least the threshold, 0.5 unless given."""
    power = _power_of_ten(places)
    scaled = power * to_float64(value)
    fraction = math.modf(scaled)[0]
    rounded = -_floor(-scaled) if fraction >= (threshold[0] if threshold else 0.5) else _floor(scaled)
    if power == 0:
        return math.nan if rounded == 0 or math.isnan(rounded) else math.copysign(math.inf, rounded)
    return rounded / power


def _power_of_ten(exponent: int) -> float:
    try:
        return math.pow(10, exponent)
    except OverflowError:
        return math.inf


def until(count: int) -> list[int]:
    """Return the numbers from 0 to ``count``, without ``count``."""
    return until_step(0, count, -1 if count < 0 else 1)


def until_step(start: int, stop: int, step: int) -> list[int]:
    """Return the numbers from ``start`` to ``stop``, without ``stop``: none if the step leads away from it."""
    if step == 0:
        return []
    count = max(0, -((start - stop) // step))
    check_item_count(count)
    return list(range(start, stop, step))


def seq(*bounds: int) -> str:
    """Print the numbers of an interval, both ends included, as the command seq does: [start [step]] end."""
    if not bounds or len(bounds) > 3:
        return ""
    start, end = (1 if len(bounds) == 1 else bounds[0]), bounds[-1]
    direction = -1 if end < start else 1
    step = bounds[1] if len(bounds) == 3 else direction
    return " ".join(map(str, until_step(start, wrap_int64(end + direction), step)))


FUNCTIONS = (
    Function("add", add, variadic=ANY),
    Function("add1", add1, (ANY,)),
    Function("sub", sub, (ANY, ANY)),
    Function("mul", mul, (ANY,), variadic=ANY),
    Function("div", div, (ANY, ANY)),
    Function("mod", mod, (ANY, ANY)),
    *named(Function("max", maximum, (ANY,), variadic=ANY), "biggest"),
    Function("min", minimum, (ANY,), variadic=ANY),
    Function("maxf", maxf, (ANY,), variadic=ANY),
    Function("minf", minf, (ANY,), variadic=ANY),
    Function("addf", imported_when_called("math.decimals", "addf"), variadic=ANY, metered=True),
    Function("add1f", imported_when_called("math.decimals", "add1f"), (ANY,), metered=True),
    Function("subf", imported_when_called("math.decimals", "subf"), (ANY,), variadic=ANY, metered=True),
    Function("mulf", imported_when_called("math.decimals", "mulf"), (ANY,), variadic=ANY, metered=True),
    Function("divf", imported_when_called("math.decimals", "divf"), (ANY,), variadic=ANY, metered=True),
    Function("floor", floor, (ANY,)),
    Function("ceil", ceil, (ANY,)),
    Function("round", round_to, (ANY, INT), variadic=FLOAT64),
    Function("until", until, (INT,), work=Work.COPYING),
    Function("untilStep", until_step, (INT, INT, INT), work=Work.COPYING),
    Function("seq", seq, variadic=INT, work=Work.COPYING),
)
