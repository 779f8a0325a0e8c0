"""How errors are reported that this program did not expect: where they came from, and nothing of what was read."""

from __future__ import annotations

from kubectl_inject.errors import InjectionError


def reported(error: BaseException) -> str:
    """Return an error's message where it is one of ours; of any other, its kind and where it was raised.

    The message of another may repeat what stands in a Pod, and is no text of ours.
    """
    if isinstance(error, InjectionError):
        return str(error)
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" in {place.tb_frame.f_code.co_qualname} line {place.tb_lineno}" if place else ""
    return f"internal error: {type(error).__name__}{where}"
