"""Arithmetic on floats that calculates in decimal digits, as shopspring/decimal does: 0.1 + 0.2 is 0.3."""

from __future__ import annotations

import math
from typing import NamedTuple

from kubectl_inject.gotemplate.functions import FunctionError
from kubectl_inject.gotemplate.sprig.conversion import to_float64

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.gotemplate.execution.meter import Meter

DIVISION_PLACES = 16
_DIGITS_OF_A_BIT = math.log10(2)
_MOST_DIGITS = 400  # beyond what a float64 can be


class Decimal(NamedTuple):
    """The number ``coefficient`` × 10 ** ``exponent``, exactly."""

    coefficient: int
    exponent: int

    @classmethod
    def of(cls, value: object) -> Decimal:
        """Convert a template's value by way of the shortest digits that stand for its float64."""
        number = to_float64(value)
        if not math.isfinite(number):
            shown = "NaN" if math.isnan(number) else f"{number:+}".capitalize().replace("inf", "Inf")
            raise FunctionError(f"Cannot create a Decimal from {shown}")
        digits, _, exponent = repr(number).partition("e")
        whole, _, fraction = digits.partition(".")
        return cls(int(whole + fraction), int(exponent or 0) - len(fraction))

    def scaled_to(self, exponent: int) -> int:
        """Return the coefficient for an exponent that is not greater than this one's."""
        return self.coefficient * _power_of_ten(self.exponent - exponent)

    def plus(self, other: Decimal) -> Decimal:
        """Return the sum."""
        exponent = min(self.exponent, other.exponent)
        return Decimal(self.scaled_to(exponent) + other.scaled_to(exponent), exponent)

    def minus(self, other: Decimal) -> Decimal:
        """Return the difference."""
        return self.plus(Decimal(-other.coefficient, other.exponent))

    def times(self, other: Decimal) -> Decimal:
        """Return the product."""
        return Decimal(self.coefficient * other.coefficient, self.exponent + other.exponent)

    def over(self, other: Decimal) -> Decimal:
        """Return the quotient to 16 decimal places, halves rounded away from zero."""
        if other.coefficient == 0:
            raise FunctionError("decimal division by 0")
        shift = self.exponent - other.exponent + DIVISION_PLACES
        dividend = abs(self.coefficient) * _power_of_ten(max(shift, 0))
        divisor = abs(other.coefficient) * _power_of_ten(max(-shift, 0))
        quotient = (2 * dividend + divisor) // (2 * divisor)
        negative = (self.coefficient < 0) != (other.coefficient < 0)
        return Decimal(-quotient if negative else quotient, -DIVISION_PLACES)

    def to_float64(self) -> float:
        """Return the nearest float64."""
        if not self.coefficient:
            return 0.0
        digits = int(self.coefficient.bit_length() * _DIGITS_OF_A_BIT)
        if abs(digits + self.exponent) > _MOST_DIGITS:
            return math.copysign(math.inf if self.exponent > -digits else 0.0, self.coefficient)
        try:
            if self.exponent < 0:
                return self.coefficient / _power_of_ten(-self.exponent)
            return float(self.scaled_to(0))
        except OverflowError:
            return math.inf if self.coefficient > 0 else -math.inf

    def paid(self, meter: Meter) -> Decimal:
        """Return the number, once it is paid for that it may be long."""
        meter.work(1 + self.coefficient.bit_length() // 64)
        return self


def _power_of_ten(exponent: int) -> int:
    """Return a power that is a whole number, which mypy cannot tell of the operator."""
    return int(10**exponent)


def addf(*values: object, meter: Meter) -> float:
    """Return the sum."""
    total = Decimal(0, 0)
    for value in values:
        total = total.paid(meter).plus(Decimal.of(value))
    return total.to_float64()


def add1f(value: object, *, meter: Meter) -> float:
    """Return the number plus one."""
    return addf(value, 1, meter=meter)


def subf(first: object, *others: object, meter: Meter) -> float:
    """Subtract from the first number all others."""
    result = Decimal.of(first)
    for value in others:
        result = result.paid(meter).minus(Decimal.of(value))
    return result.to_float64()


def mulf(first: object, *others: object, meter: Meter) -> float:
    """Return the product."""
    result = Decimal.of(first)
    for value in others:
        result = result.paid(meter).times(Decimal.of(value))
    return result.to_float64()


def divf(first: object, *others: object, meter: Meter) -> float:
    """Divide the first number by all others."""
    result = Decimal.of(first)
    for value in others:
        result = result.paid(meter).over(Decimal.of(value))
    return result.to_float64()
