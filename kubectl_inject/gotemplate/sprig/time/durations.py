"""Go's time.Duration: nanoseconds in 64 bits."""

from __future__ import annotations

from kubectl_inject.gotemplate.functions import FunctionError
from kubectl_inject.gotemplate.quoting import quote
from kubectl_inject.gotemplate.sprig.conversion import MAX_INT64, MIN_INT64, parse_int_clamped, wrap_int64
from kubectl_inject.gotemplate.values import GoObject, Int64

NANOSECOND = 1
MICROSECOND = 1000 * NANOSECOND
MILLISECOND = 1000 * MICROSECOND
SECOND = 1000 * MILLISECOND
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

UNITS = {
    "ns": NANOSECOND,
    "us": MICROSECOND,
    "µs": MICROSECOND,
    "μs": MICROSECOND,
    "ms": MILLISECOND,
    "s": SECOND,
    "m": MINUTE,
    "h": HOUR,
}
ROUNDED_UNITS = (
    (365 * DAY, "y"),
    (30 * DAY, "mo"),
    (DAY, "d"),
    (HOUR, "h"),
    (MINUTE, "m"),
    (SECOND, "s"),
)
DIGITS = "0123456789"
MAX_LENGTH = 1000


class DurationError(ValueError):
    """A text is no duration; str() of it is what Go says."""


def duration(seconds: object) -> str:
    """Print a number of seconds as Go prints a duration; anything but an int64 or a text counts as 0."""
    count = 0
    if isinstance(seconds, str):
        count = parse_int_clamped(seconds)
    elif isinstance(seconds, Int64):
        count = seconds
    return format_duration(wrap_int64(count * SECOND))


def duration_round(value: object) -> str:
    """Print only the greatest unit of a duration, be it a text or an int64 of nanoseconds."""
    nanoseconds = 0
    if isinstance(value, str):
        try:
            nanoseconds = parse_duration(value)
        except DurationError:
            nanoseconds = 0
    elif isinstance(value, Int64):
        nanoseconds = value
    elif isinstance(value, GoObject) and value.go_type == "time.Time":
        raise FunctionError("durationRound of a time reads the clock")
    for unit, name in ROUNDED_UNITS:
        if abs(nanoseconds) > unit:
            return f"{abs(nanoseconds) // unit}{name}"
    return "0s"


def format_duration(nanoseconds: int) -> str:
    """Print a duration as Go does: ``1h2m3.5s``."""
    sign, rest = ("-" if nanoseconds < 0 else ""), abs(nanoseconds)
    if rest == 0:
        return "0s"
    for unit, name in ((MICROSECOND, "ns"), (MILLISECOND, "µs"), (SECOND, "ms")):
        if rest < unit:
            return f"{sign}{_decimal(rest, max(unit // 1000, 1))}{name}"
    minutes, below = divmod(rest, MINUTE)
    text = f"{_decimal(below, SECOND)}s"
    if minutes:
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}h{minutes}m{text}" if hours else f"{minutes}m{text}"
    return sign + text


def _decimal(number: int, unit: int) -> str:
    whole, rest = divmod(number, unit)
    fraction = str(unit + rest)[1:].rstrip("0")
    return f"{whole}.{fraction}" if fraction else str(whole)


def parse_duration(text: str) -> int:
    """Return time.ParseDuration or raise DurationError."""
    negative = text.startswith("-")
    rest = text[1:] if text[:1] in ("+", "-") else text
    if rest == "0":
        return 0
    if not rest:
        raise DurationError(f"time: invalid duration {quote(text)}")
    if len(text) > MAX_LENGTH:
        raise FunctionError(f"a duration of more than {MAX_LENGTH} characters")
    total = 0
    while rest:
        amount, rest = _leading_amount(rest, text)
        total += amount
        if total > -MIN_INT64:
            raise DurationError(f"time: invalid duration {quote(text)}")
    if total > MAX_INT64 and not negative:
        raise DurationError(f"time: invalid duration {quote(text)}")
    return wrap_int64(-total if negative else total)


def _leading_amount(rest: str, text: str) -> tuple[int, str]:
    """Return the nanoseconds of the first number with its unit, and what follows."""
    after_whole = rest.lstrip(DIGITS)
    whole = rest[: len(rest) - len(after_whole)]
    fraction, after = "", after_whole
    if after_whole.startswith("."):
        after = after_whole[1:].lstrip(DIGITS)
        fraction = after_whole[1 : len(after_whole) - len(after)]
    if not whole and not fraction:
        raise DurationError(f"time: invalid duration {quote(text)}")
    end = next((place for place, character in enumerate(after) if character in DIGITS + "."), len(after))
    name, following = after[:end], after[end:]
    if not name:
        raise DurationError(f"time: missing unit in duration {quote(text)}")
    if name not in UNITS:
        raise DurationError(f"time: unknown unit {quote(name)} in duration {quote(text)}")
    whole = whole.lstrip("0")
    amount = int(whole or "0") * UNITS[name] if len(whole) < 20 else MAX_INT64 * 2
    if fraction:
        # Go calculates this part in floating point; the digits beyond int64 do not count.
        digits = fraction[:18]
        amount += int(float(int(digits)) * (float(UNITS[name]) / float(10 ** len(digits))))
    if amount > -MIN_INT64:
        raise DurationError(f"time: invalid duration {quote(text)}")
    return amount, following
