"""Moments, as Go's time.Time: the Gregorian calendar in all years, and time zones."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from kubectl_inject.gotemplate.functions import Function, FunctionError, ParameterType
from kubectl_inject.gotemplate.go_types import type_name
from kubectl_inject.gotemplate.sprig.json.encoding import JSONMarshaler
from kubectl_inject.gotemplate.values import GoObject, Int64

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")

NANOSECONDS = 1_000_000_000
SECONDS_OF_DAY = 86_400
# Day 0 was a Thursday.
WEEKDAY_OF_DAY_ZERO = 4
ZERO_TIME_SECONDS = -62_135_596_800

PRINTED_LAYOUT = "2006-01-02 15:04:05.999999999 -0700 MST"
RFC3339_LAYOUT = "2006-01-02T15:04:05.999999999Z07:00"


def is_leap(year: int) -> bool:
    """Say whether a year has a February 29."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(month: int, year: int) -> int:
    """Return the number of days of a month."""
    return 29 if month == 2 and is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def day_of_year(year: int, month: int, day: int) -> int:
    """Return the number of a day in its year, from 1."""
    return sum(days_in(earlier, year) for earlier in range(1, month)) + day


def day_number(year: int, month: int, day: int) -> int:
    """Return the days from January 1, 1970, to a date."""
    before = year - 1
    days_before_year = before * 365 + before // 4 - before // 100 + before // 400
    return days_before_year + day_of_year(year, month, day) - 1 - 719_162


class Date(NamedTuple):
    """A day of the calendar."""

    year: int
    month: int
    day: int

    @classmethod
    def of_day(cls, number: int) -> Date:
        """Return the date so many days after January 1, 1970."""
        days_of_400_years = 146_097
        cycles, rest = divmod(number - day_number(2000, 1, 1), days_of_400_years)
        year = 2000 + rest // 366
        while rest >= day_number(year + 1, 1, 1) - day_number(2000, 1, 1):
            year += 1
        rest -= day_number(year, 1, 1) - day_number(2000, 1, 1)
        month = 1
        while rest >= days_in(month, year):
            rest -= days_in(month, year)
            month += 1
        return cls(year + 400 * cycles, month, rest + 1)


class Zone(NamedTuple):
    """A time zone as it is at some moment: seconds east of Greenwich, and a name."""

    offset: int = 0
    name: str = "UTC"


class Month(GoObject):
    """Go's time.Month."""

    __slots__ = ("_number",)

    def __init__(self, number: int) -> None:
        """Take the number of the month, from 1."""
        self._number = number

    @property
    def go_type(self) -> str:
        """The type as Go prints it."""
        return "time.Month"

    @property
    def go_kind(self) -> str:
        """The kind of the type."""
        return "int"

    @property
    def go_basic(self) -> int:
        """The number of the month."""
        return self._number

    def go_print(self) -> str:
        """Return the name of the month."""
        return MONTHS[self._number - 1]


class Time(GoObject, JSONMarshaler):
    """A moment, and the time zone to show it in."""

    __slots__ = ("nanosecond", "seconds", "zone")

    def __init__(self, seconds: int, nanosecond: int = 0, zone: Zone | None = None) -> None:
        """Take the seconds from 1970 on, the nanoseconds of the second, and a zone (UTC)."""
        self.seconds = seconds
        self.nanosecond = nanosecond
        self.zone = zone or Zone()

    def __eq__(self, other: object) -> bool:
        """Say whether the other is the same moment in the same zone."""
        return isinstance(other, Time) and (self.moment, self.zone) == (other.moment, other.zone)

    def __hash__(self) -> int:
        """Return a hash that equal times share."""
        return hash(self.moment)

    @property
    def moment(self) -> tuple[int, int]:
        """What times are compared by."""
        return self.seconds, self.nanosecond

    @property
    def go_type(self) -> str:
        """The type as Go prints it."""
        return "time.Time"

    @property
    def date(self) -> Date:
        """The day in the zone."""
        return Date.of_day((self.seconds + self.zone.offset) // SECONDS_OF_DAY)

    @property
    def weekday(self) -> int:
        """The day of the week in the zone, Sunday being 0."""
        return ((self.seconds + self.zone.offset) // SECONDS_OF_DAY + WEEKDAY_OF_DAY_ZERO) % 7

    @property
    def clock(self) -> tuple[int, int, int]:
        """The hour, minute and second in the zone."""
        minutes, second = divmod((self.seconds + self.zone.offset) % SECONDS_OF_DAY, 60)
        return minutes // 60, minutes % 60, second

    def in_zone(self, zone: Zone) -> Time:
        """Return the same moment, shown in another zone."""
        return Time(self.seconds, self.nanosecond, zone)

    def plus(self, nanoseconds: int) -> Time:
        """Return a later moment."""
        carried, nanosecond = divmod(self.nanosecond + nanoseconds, NANOSECONDS)
        return Time(self.seconds + carried, nanosecond, self.zone)

    def format(self, layout: str) -> str:
        """Print in one of Go's layouts."""
        from kubectl_inject.gotemplate.sprig.time.layouts import format_time

        return format_time(self, layout)

    def go_print(self) -> str:
        """Return the time as Go prints it."""
        return self.format(PRINTED_LAYOUT)

    def go_json(self) -> str:
        """Return the time as Go writes it as JSON."""
        return self.format(RFC3339_LAYOUT)

    def go_method(self, name: str) -> Function | None:
        """Return a method, of which there are those that templates have a use for."""
        date, clock = self.date, self.clock
        calls: dict[str, Callable[[], object]] = {
            "Year": lambda: date.year,
            "Month": partial(Month, date.month),
            "Day": lambda: date.day,
            "YearDay": lambda: day_of_year(*date),
            "Hour": lambda: clock[0],
            "Minute": lambda: clock[1],
            "Second": lambda: clock[2],
            "Nanosecond": lambda: self.nanosecond,
            "Unix": partial(Int64, self.seconds),
            "UTC": lambda: self.in_zone(Zone()),
            "String": self.go_print,
            "IsZero": lambda: self.moment == (ZERO_TIME_SECONDS, 0),
        }
        if name in calls:
            return Function(name, calls[name])
        if name == "Format":
            return Function(name, self.format, (ParameterType.STRING,))
        comparisons: dict[str, Callable[[Time], bool]] = {
            "Before": lambda other: self.moment < other.moment,
            "After": lambda other: self.moment > other.moment,
            "Equal": lambda other: self.moment == other.moment,
        }
        if name in comparisons:
            return Function(name, lambda other: comparisons[name](expect_time(other)), (ParameterType.ANY,))
        return None


def expect_time(value: object) -> Time:
    """Return the value if it is a time, or raise the error that Go's check of types gives."""
    if isinstance(value, Time):
        return value
    raise FunctionError(f"wrong type for value; expected time.Time; got {type_name(value)}")
