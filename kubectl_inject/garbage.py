"""The garbage collector in a program that ends soon: it finds nothing, for injection makes no cycles.

Programs ask for this before they import anything else, for imports alone make it search several times.
"""

from __future__ import annotations

import gc

_OBJECTS_BETWEEN_COLLECTIONS = 1_000_000


def collect_rarely() -> None:
    """Let the collector search only when very many objects have been made."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)


def collect_nothing_at_exit() -> None:
    """Leave what there is to the operating system, which takes it back faster."""
    gc.freeze()
