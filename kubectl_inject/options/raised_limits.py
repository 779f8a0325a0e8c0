"""The option by which a user lets manifests and templates be more than they may be by default.

It is no setting: whoever writes a settings file writes a pull request.
"""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.options.option import GENERAL, UsageError, option

_FLAG = "--raise-limits"
_MOST_TIMES = 1000
_MOST_DIGITS = 4
_EXPECTED = f"expected a whole number from 1 to {_MOST_TIMES}"

RAISE_LIMITS = option(
    _FLAG,
    text="Let manifests and templates be so many times as large.",
    default=1,
    metavar="TIMES",
    group=GENERAL,
)


def check_raised(times: int) -> None:
    """Raise UsageError for what limits cannot be raised by."""
    if not 0 < times <= _MOST_TIMES:
        raise UsageError(f"{_EXPECTED}, found {times}", _FLAG)


def read_times(text: str, name: str) -> int:
    """Return what a variable of that name holds, 0 where it is empty. Raises InjectionError."""
    times = int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else 0
    if text and not 0 < times <= _MOST_TIMES:
        raise InjectionError(f"{name}: {_EXPECTED}, found {text[:60]!r}")
    return times
