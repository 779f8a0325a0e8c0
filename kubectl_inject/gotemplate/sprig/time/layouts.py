"""Printing times by Go's layouts, which show how the time 2006-01-02 15:04:05 -0700 would be printed."""

from __future__ import annotations

from kubectl_inject.gotemplate.sprig.limits import check_text_length
from kubectl_inject.gotemplate.sprig.time.times import MONTHS, WEEKDAYS, day_of_year

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kubectl_inject.gotemplate.sprig.time.times import Time

DIGITS = "0123456789"

# In the order in which they are tried at a place.
ELEMENTS = (
    *("January", "Jan", "Monday", "Mon", "MST"),
    *("01", "02", "03", "04", "05", "06", "002"),
    *("15", "1", "2006", "2", "__2", "_2", "3", "4", "5", "PM", "pm"),
    *("-070000", "-07:00:00", "-0700", "-07:00", "-07", "Z070000", "Z07:00:00", "Z0700", "Z07:00", "Z07"),
)
_FIRST_CHARACTERS = frozenset(element[0] for element in ELEMENTS) | {".", ","}
_LONGEST_NUMERIC_ZONE = 9


def split_layout(layout: str) -> Iterator[tuple[str, str]]:
    """Yield texts and the element of a time that follows each; the last has none."""
    start = place = 0
    while place < len(layout):
        element = _element_at(layout, place)
        if not element:
            place += 1
            continue
        # Of _2006, only the year is an element.
        if element == "_2" and layout.startswith("_2006", place):
            place, element = place + 1, "2006"
        yield layout[start:place], element
        start = place = place + len(element)
    yield layout[start:], ""


def _element_at(layout: str, place: int) -> str:
    if layout[place] not in _FIRST_CHARACTERS:
        return ""
    if layout[place] in ".,":
        return _fraction_at(layout, place)
    for element in ELEMENTS:
        if layout.startswith(element, place):
            following = layout[place + len(element) : place + len(element) + 1]
            # Janet and Month hold no names.
            if element in ("Jan", "Mon") and "a" <= following <= "z":
                continue
            return element
    return ""


def _fraction_at(layout: str, place: int) -> str:
    digit = layout[place + 1 : place + 2]
    if digit not in ("0", "9"):
        return ""
    end = place + 1
    while layout.startswith(digit, end):
        end += 1
    return "" if layout[end : end + 1] in tuple(DIGITS) else layout[place:end]


def format_time(time: Time, layout: str) -> str:
    """Return time.Time.Format."""
    check_text_length(len(layout) * _LONGEST_NUMERIC_ZONE)
    return "".join(text + (_print_element(time, element) if element else "") for text, element in split_layout(layout))


def _print_element(time: Time, element: str) -> str:
    if element[0] in ".,":
        return _print_fraction(time.nanosecond, element)
    if element[0] in "-Z":
        return _print_zone(time.zone.offset, element)
    return _PRINTERS[element](time)


def _print_fraction(nanosecond: int, element: str) -> str:
    digits = f"{nanosecond:09d}".ljust(len(element) - 1, "0")[: len(element) - 1]
    if element[1] == "9":
        digits = digits.rstrip("0")
        if not digits:
            return ""
    return element[0] + digits


def _print_zone(offset: int, element: str) -> str:
    if element[0] == "Z" and offset == 0:
        return "Z"
    minutes, seconds = divmod(abs(offset), 60)
    numbers = [minutes // 60, minutes % 60, seconds]
    shown = numbers[: sum(character in DIGITS for character in element) // 2]
    return ("-" if offset < 0 else "+") + (":" if ":" in element else "").join(f"{number:02d}" for number in shown)


def _print_zone_name(time: Time) -> str:
    return time.zone.name or _print_zone(time.zone.offset, "-0700")


def _print_year(time: Time) -> str:
    year = time.date.year
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def _hour12(time: Time) -> int:
    return time.clock[0] % 12 or 12


def _print_half(time: Time) -> str:
    return "PM" if time.clock[0] >= 12 else "AM"


_PRINTERS: dict[str, Callable[[Time], str]] = {
    "2006": _print_year,
    "06": lambda time: f"{time.date.year % 100:02d}",
    "January": lambda time: MONTHS[time.date.month - 1],
    "Jan": lambda time: MONTHS[time.date.month - 1][:3],
    "01": lambda time: f"{time.date.month:02d}",
    "1": lambda time: str(time.date.month),
    "Monday": lambda time: WEEKDAYS[time.weekday],
    "Mon": lambda time: WEEKDAYS[time.weekday][:3],
    "02": lambda time: f"{time.date.day:02d}",
    "_2": lambda time: f"{time.date.day:2d}",
    "2": lambda time: str(time.date.day),
    "__2": lambda time: f"{day_of_year(*time.date):3d}",
    "002": lambda time: f"{day_of_year(*time.date):03d}",
    "15": lambda time: f"{time.clock[0]:02d}",
    "03": lambda time: f"{_hour12(time):02d}",
    "3": lambda time: str(_hour12(time)),
    "04": lambda time: f"{time.clock[1]:02d}",
    "4": lambda time: str(time.clock[1]),
    "05": lambda time: f"{time.clock[2]:02d}",
    "5": lambda time: str(time.clock[2]),
    "PM": _print_half,
    "pm": lambda time: _print_half(time).lower(),
    "MST": _print_zone_name,
}
