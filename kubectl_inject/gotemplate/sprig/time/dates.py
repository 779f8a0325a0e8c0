"""sprig's functions of dates. None of them reads the clock: local time is UTC, and nothing means now."""

from __future__ import annotations

from kubectl_inject.gotemplate.functions import FunctionError
from kubectl_inject.gotemplate.sprig.time.durations import DurationError, parse_duration
from kubectl_inject.gotemplate.sprig.time.parsing import TimeError, parse_time
from kubectl_inject.gotemplate.sprig.time.times import ZERO_TIME_SECONDS, Time, Zone, expect_time
from kubectl_inject.gotemplate.values import Int32, Int64

HTML_LAYOUT = "2006-01-02"
LOCAL_ZONES = ("Local", "UTC", "")
# A zone that every database of time zones has.
WELL_KNOWN_ZONE = "Europe/London"


def date(layout: str, when: object) -> str:
    """Print a time, or a number of seconds from 1970 on."""
    return date_in_zone(layout, when, "Local")


def html_date(when: object) -> str:
    """Print the date as HTML forms want it."""
    return date(HTML_LAYOUT, when)


def html_date_in_zone(when: object, zone: str) -> str:
    """Print the date in a time zone as HTML forms want it."""
    return date_in_zone(HTML_LAYOUT, when, zone)


def date_in_zone(layout: str, when: object, zone: str) -> str:
    """Print a time, or a number of seconds from 1970 on, in a time zone; one that is unknown counts as UTC."""
    time = _time_of(when)
    return time.in_zone(_zone_at(zone, time)).format(layout)


def _time_of(when: object) -> Time:
    if isinstance(when, Time):
        return when
    if type(when) in (int, Int64, Int32) and isinstance(when, int):
        return Time(int(when))
    raise FunctionError("the date is neither a time nor an integer; sprig would take the time of the clock")


def _zone_at(name: str, time: Time) -> Zone:
    if name in LOCAL_ZONES:
        return Zone()
    from datetime import UTC, datetime, timedelta
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    def load(key: str) -> ZoneInfo | None:
        try:
            return ZoneInfo(key)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return None

    zone = load(name)
    if zone is None:
        if load(WELL_KNOWN_ZONE) is None:
            raise FunctionError(f"the time zone {name} cannot be looked up: there is no database of time zones here")
        return Zone()
    earliest, latest = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)
    seconds = min(max(time.seconds, int(earliest.timestamp())), int(latest.timestamp()))
    moment = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).astimezone(zone)
    offset = moment.utcoffset() or timedelta()
    return Zone(int(offset.total_seconds()), moment.tzname() or "")


def date_modify(duration: str, when: object) -> Time:
    """Return the time a duration later; the same time if the text is no duration."""
    time = expect_time(when)
    try:
        return time.plus(parse_duration(duration))
    except DurationError:
        return time


def must_date_modify(duration: str, when: object) -> Time:
    """Return the time a duration later."""
    time = expect_time(when)
    try:
        return time.plus(parse_duration(duration))
    except DurationError as problem:
        raise FunctionError(str(problem)) from None


def to_date(layout: str, text: str) -> Time:
    """Read a time; where the text is none, return Go's zero time."""
    try:
        return parse_time(layout, text)
    except TimeError:
        return Time(ZERO_TIME_SECONDS)


def must_to_date(layout: str, text: str) -> Time:
    """Read a time."""
    try:
        return parse_time(layout, text)
    except TimeError as problem:
        raise FunctionError(str(problem)) from None


def unix_epoch(when: object) -> str:
    """Print the seconds from 1970 on."""
    return str(expect_time(when).seconds)
