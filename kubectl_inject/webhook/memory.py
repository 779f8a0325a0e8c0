"""Memory that is free goes back to the system: glibc keeps it, in case that as much is needed again."""

from __future__ import annotations

import ctypes
import gc
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def give_back() -> None:
    """Find what nobody refers to any more, and give free memory back where the C library can."""
    gc.collect()
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], object] | None:
    """Return ``malloc_trim(3)``, which is glibc's alone."""
    try:
        found: Callable[[int], object] = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):
        return None
    return found
