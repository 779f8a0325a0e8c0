"""Reading times by Go's layouts, as time.Parse does."""

from __future__ import annotations

from dataclasses import dataclass

from kubectl_inject.gotemplate.functions import FunctionError
from kubectl_inject.gotemplate.quoting import quote
from kubectl_inject.gotemplate.sprig.time.layouts import DIGITS, split_layout
from kubectl_inject.gotemplate.sprig.time.times import (
    MONTHS,
    SECONDS_OF_DAY,
    WEEKDAYS,
    Time,
    Zone,
    day_number,
    day_of_year,
    days_in,
    is_leap,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_LAYOUT_LENGTH = 1000
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class TimeError(ValueError):
    """A text is no time of a layout; str() of it is what Go says."""


class _MismatchError(ValueError):
    """The text does not go on with the element that it should go on with."""


class _RangeError(ValueError):
    """An element is out of range; the text is its name."""


@dataclass(slots=True)
class _Fields:
    """What was read so far."""

    year: int = 0
    month: int | None = None
    day: int | None = None
    year_day: int | None = None
    hour: int = 0
    minute: int = 0
    second: int = 0
    nanosecond: int = 0
    afternoon: bool | None = None
    is_utc: bool = False
    offset: int | None = None
    zone_name: str = ""


def parse_time(layout: str, text: str) -> Time:
    """Return the time that a text is in a layout, in UTC if the text does not say where; or raise TimeError."""
    if len(layout) > MAX_LAYOUT_LENGTH:
        raise FunctionError(f"a layout of more than {MAX_LAYOUT_LENGTH} characters")
    reader = _Reader(layout, text)
    reader.read()
    return reader.time()


class _Reader:
    def __init__(self, layout: str, text: str) -> None:
        self._layout = layout
        self._text = text
        self._rest = text
        self._fields = _Fields()

    def _error(self, problem: str) -> TimeError:
        return TimeError(f"parsing time {quote(self._text)}: {problem}")

    def _mismatch(self, element: str, rest: str) -> TimeError:
        return TimeError(
            f"parsing time {quote(self._text)} as {quote(self._layout)}: cannot parse {quote(rest)} as {quote(element)}"
        )

    def read(self) -> None:
        """Read all elements of the layout."""
        parts = list(split_layout(self._layout))
        followers = [*(element for _, element in parts[1:]), ""]
        for (literal, element), follower in zip(parts, followers, strict=True):
            self._skip(literal)
            if not element:
                break
            before = self._rest
            try:
                self._read_element(element, follower)
            except _MismatchError:
                raise self._mismatch(element, before) from None
            except _RangeError as problem:
                raise self._error(f"{problem} out of range") from None
        if self._rest:
            raise self._error(f"extra text: {quote(self._rest)}")

    def _skip(self, literal: str) -> None:
        """Skip the layout's text between elements; a space in it stands for any number of spaces."""
        while literal:
            if literal[0] == " ":
                if self._rest and self._rest[0] != " ":
                    raise self._mismatch(literal, self._rest)
                literal, self._rest = literal.lstrip(" "), self._rest.lstrip(" ")
            elif self._rest[:1] == literal[0]:
                literal, self._rest = literal[1:], self._rest[1:]
            else:
                raise self._mismatch(literal, self._rest)

    def _read_element(self, element: str, follower: str) -> None:
        if element[0] in ".,":
            self._read_fraction(element)
        elif element[0] in "-Z":
            self._read_offset(element)
        elif element == "MST":
            self._read_zone_name()
        elif element in ("05", "5"):
            self._read_second(element, follower)
        elif element in ("PM", "pm"):
            half = self._take(2)
            if half.lower() not in ("am", "pm") or half.isupper() != element.isupper():
                raise _MismatchError
            self._fields.afternoon = half.lower() == "pm"
        else:
            self._read_date_or_hour(element)

    def _read_date_or_hour(self, element: str) -> None:
        fields = self._fields
        if element == "2006":
            fields.year = _whole_number(self._take(4))
        elif element == "06":
            number = self._signed_two_digits()
            fields.year = number + (1900 if number >= 69 else 2000)
        elif element in ("January", "Jan"):
            fields.month = self._name(MONTHS, element) + 1
        elif element in ("Monday", "Mon"):
            self._name(WEEKDAYS, element)
        elif element in ("01", "1"):
            fields.month = self._number(element, "month", 1, 12)
        elif element in ("02", "2", "_2"):
            self._skip_padding(element)
            fields.day = self._number(element)
        elif element in ("002", "__2"):
            self._skip_padding(element)
            fields.year_day = self._three_digits(fixed=element == "002")
        elif element == "15":
            fields.hour = self._number("", "hour", 0, 23)
        elif element in ("03", "3"):
            fields.hour = self._number(element, "hour", 0, 12)
        else:
            fields.minute = self._number(element, "minute", 0, 59)

    def _take(self, length: int) -> str:
        if len(self._rest) < length:
            raise _MismatchError
        taken, self._rest = self._rest[:length], self._rest[length:]
        return taken

    def _leading_digits(self, most: int) -> str:
        return self._rest[: _digits_length(self._rest[:most])]

    def _signed_two_digits(self) -> int:
        taken = self._take(2)
        return -_whole_number(taken[1]) if taken[0] == "-" else _whole_number(taken.removeprefix("+"))

    def _number(self, element: str, name: str = "", least: int = 0, most: int = 99) -> int:
        """Take one or two digits, or just two where the layout has two."""
        digits = self._leading_digits(2)
        if len(digits) < (2 if len(element) == 2 and element[0] == "0" else 1):
            raise _MismatchError
        self._rest = self._rest[len(digits) :]
        if not least <= int(digits) <= most:
            raise _RangeError(name)
        return int(digits)

    def _three_digits(self, *, fixed: bool) -> int:
        digits = self._leading_digits(3)
        if not digits or (fixed and len(digits) < 3):
            raise _MismatchError
        self._rest = self._rest[len(digits) :]
        return int(digits)

    def _skip_padding(self, element: str) -> None:
        for _ in range(element.count("_")):
            self._rest = self._rest.removeprefix(" ")

    def _name(self, names: Sequence[str], element: str) -> int:
        for number, name in enumerate(names):
            known = name if element in ("January", "Monday") else name[:3]
            if self._rest[: len(known)].lower() == known.lower():
                self._rest = self._rest[len(known) :]
                return number
        raise _MismatchError

    def _read_second(self, element: str, follower: str) -> None:
        self._fields.second = self._number(element, "second", 0, 59)
        # A text may have a fraction that the layout does not mention.
        if self._rest[:1] in (".", ",") and self._rest[1:2] in tuple(DIGITS) and follower[:1] not in (".", ","):
            self._read_fraction(".9")

    def _read_fraction(self, element: str) -> None:
        if element[1] == "9":
            length = _digits_length(self._rest[1:])
            if self._rest[:1] not in (".", ",") or length == 0:
                return
        else:
            length = len(element) - 1
        fraction = self._take(length + 1)
        if fraction[0] not in ".,":
            raise _MismatchError
        digits = fraction[1:10]
        if digits[0] in "+-" and len(digits) > 1:
            if digits[0] == "-" and _whole_number(digits[1:]):
                raise _RangeError("fractional second")
            digits = digits[1:].rjust(len(digits), "0")
        self._fields.nanosecond = _whole_number(digits) * 10 ** (9 - len(digits))

    def _read_offset(self, element: str) -> None:
        if element[0] == "Z" and self._rest.startswith("Z"):
            self._rest = self._rest[1:]
            self._fields.is_utc = True
            return
        text = self._take(len(element))
        digits = text[1:].replace(":", "") if ":" in element else text[1:]
        if any(text[place] != ":" for place, character in enumerate(element) if character == ":"):
            raise _MismatchError
        hours, minutes, seconds = (digits[place : place + 2] or "00" for place in (0, 2, 4))
        readable = len(digits) in (2, 4, 6) and _digits_length(digits) == len(digits)
        if not readable or text[0] not in "+-":
            raise _MismatchError
        for number, most, name in ((hours, 24, "hour"), (minutes, 60, "minute"), (seconds, 60, "second")):
            if int(number) > most:
                raise _RangeError(f"time zone offset {name}")
        offset = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
        self._fields.offset = -offset if text[0] == "-" else offset

    def _read_zone_name(self) -> None:
        if self._rest.startswith("UTC"):
            self._rest = self._rest[3:]
            self._fields.is_utc = True
            return
        length = _zone_name_length(self._rest)
        if not length:
            raise _MismatchError
        self._fields.zone_name = self._take(length)

    def time(self) -> Time:
        """Return the time that the elements add up to."""
        fields = self._fields
        hour = fields.hour
        if fields.afternoon and hour < 12:
            hour += 12
        elif fields.afternoon is False and hour == 12:
            hour = 0
        month, day = self._month_and_day()
        if not 1 <= day <= days_in(month, fields.year):
            raise self._error("day out of range")
        seconds = day_number(fields.year, month, day) * SECONDS_OF_DAY
        seconds += (hour * 60 + fields.minute) * 60 + fields.second
        if fields.is_utc:
            return Time(seconds, fields.nanosecond)
        if fields.offset is not None:
            known = fields.offset == 0 and fields.zone_name in ("", "UTC")
            zone = Zone() if known else Zone(fields.offset, fields.zone_name)
            return Time(seconds - fields.offset, fields.nanosecond, zone)
        if fields.zone_name:
            # What the abbreviation means is not known, but GMT+3 says it; Go shifts the zone, not the time.
            hours = fields.zone_name.removeprefix("GMT") if fields.zone_name.startswith("GMT") else ""
            zone = Zone(int(hours or "0") * 3600, fields.zone_name)
            return Time(seconds, fields.nanosecond, zone)
        return Time(seconds, fields.nanosecond)

    def _month_and_day(self) -> tuple[int, int]:
        fields = self._fields
        if fields.year_day is None:
            return fields.month or 1, 1 if fields.day is None else fields.day
        if not 1 <= fields.year_day <= 365 + is_leap(fields.year):
            raise self._error("day-of-year out of range")
        month = next(month for month in range(12, 0, -1) if day_of_year(fields.year, month, 1) <= fields.year_day)
        day = fields.year_day - day_of_year(fields.year, month, 1) + 1
        if fields.month not in (None, month):
            raise self._error("day-of-year does not match month")
        if fields.day not in (None, day):
            raise self._error("day-of-year does not match day")
        return month, day


def _digits_length(text: str) -> int:
    return len(text) - len(text.lstrip(DIGITS))


def _whole_number(text: str) -> int:
    if not text or text.strip(DIGITS):
        raise _MismatchError
    return int(text)


def _zone_name_length(text: str) -> int:
    """Return the length of what looks like the abbreviation of a zone, 0 if nothing does."""
    if text.startswith(("ChST", "MeST")):
        return 4
    if text.startswith("GMT"):
        return 3 + _signed_hours_length(text[3:])
    if text[:1] in ("+", "-") and len(text) >= 3:
        return _signed_hours_length(text)
    capitals = len(text[:6]) - len(text[:6].lstrip(CAPITALS))
    if capitals == 3 or (capitals in (4, 5) and text[capitals - 1] == "T") or text[:capitals] == "WITA":
        return capitals
    return 0


def _signed_hours_length(text: str) -> int:
    if text[:1] not in ("+", "-"):
        return 0
    digits = text[1 : 1 + _digits_length(text[1:])]
    return 1 + len(digits) if digits and len(digits.lstrip("0")) <= 2 and int(digits) <= 23 else 0
