"""What a program that ends soon can leave out: looking for garbage, and tidying up at the end."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

_OBJECTS_BETWEEN_COLLECTIONS = 1_000_000
_USUAL_THRESHOLDS = 2_000, 10, 10


def collect_rarely() -> None:
    """Let the garbage collector search only when very many objects have been made.

    Injection makes no cycles: it would search everything again and again, and find nothing. Programs ask for this
    before they import anything else, for imports alone make it search several times.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)


def collect_again() -> None:
    """Take ``collect_rarely`` back, in a program that goes on and on after all.

    What is there by now, modules above all, is there to stay: it is not searched again.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_USUAL_THRESHOLDS)


def end_at_once() -> NoReturn:
    """End the process with status 0, once all is written: the system takes back what there is, faster than Python."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
