"""Durations as Go's time package reads and prints them: ``45s``, ``1m30s``, ``1.5h``."""

from __future__ import annotations

_UNITS = {"ns": 1, "us": 10**3, "µs": 10**3, "μs": 10**3, "ms": 10**6, "s": 10**9, "m": 60 * 10**9, "h": 3600 * 10**9}
_DIGITS = "0123456789."
_LONGEST = 100
_MAX = 2**63 - 1


def parse_duration(text: str) -> int | None:
    """Return the nanoseconds of a duration as time.ParseDuration does, or None where it is none."""
    if text in ("0", "+0", "-0"):
        return 0
    negative = text.startswith("-")
    rest, total = text[1:] if text[:1] in ("-", "+") else text, 0
    if len(text) > _LONGEST or not rest:
        return None
    while rest:
        behind = rest.lstrip(_DIGITS)
        whole, _, fraction = rest[: len(rest) - len(behind)].partition(".")
        unit = behind[:2] if behind[:2] in _UNITS else behind[:1]
        if not (whole or fraction) or "." in fraction or unit not in _UNITS:
            return None
        total += int(f"{whole}{fraction}") * _UNITS[unit] // int(f"1{'0' * len(fraction)}")
        rest = behind[len(unit) :]
    if total > _MAX + negative:
        return None
    return -total if negative else total


def format_duration(nanoseconds: int) -> str:
    """Return a duration as time.Duration.String does: ``45s``, ``1m30s``, ``1.5ms``."""
    if nanoseconds == 0:
        return "0s"
    sign, rest = ("-", -nanoseconds) if nanoseconds < 0 else ("", nanoseconds)
    if rest < 10**9:
        unit = "ns" if rest < 10**3 else "µs" if rest < 10**6 else "ms"
        return f"{sign}{_plain(rest, _UNITS[unit])}{unit}"
    hours, rest = divmod(rest, _UNITS["h"])
    minutes, rest = divmod(rest, _UNITS["m"])
    seconds = _plain(rest, 10**9)
    if hours:
        return f"{sign}{hours}h{minutes}m{seconds}s"
    return f"{sign}{minutes}m{seconds}s" if minutes else f"{sign}{seconds}s"


def _plain(number: int, unit: int) -> str:
    """Return a number of units, which are powers of ten, with as many decimals as it needs."""
    whole, fraction = divmod(number, unit)
    return f"{whole}.{str(unit + fraction)[1:]}".rstrip("0").rstrip(".")
