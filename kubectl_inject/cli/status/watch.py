"""``status --watch``: looks at a cluster again and again, also after it could not be read for a while."""

from __future__ import annotations

import time

from kubectl_inject.cli.output.progress import note
from kubectl_inject.errors import InjectionError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kubectl_inject.status.verdicts import Status


_EVERY = 10.0


def pause() -> None:
    """Wait until it is time for the next look."""
    time.sleep(_EVERY)


def looks(look: Callable[[], Status]) -> Iterator[Status]:
    """Yield what a first look finds, and each later status that is another one than that before; it never ends.

    Where a later look fails, it is said once why, and another is taken. Raises InjectionError where the first does.
    """
    last = look()
    yield last
    trouble = ""
    while True:
        pause()
        try:
            found = look()
        except InjectionError as error:
            if str(error) != trouble:
                trouble = str(error)
                note(f"cannot look now, and will try again: {trouble}")
            continue
        if trouble:
            note("can look again")
            trouble = ""
        if found != last:
            last = found
            yield found
