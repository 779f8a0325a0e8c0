"""Whether output has colours: by ``--color``, and by the environment's conventions where that leaves it open."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def uses_color(choice: str, environment: Mapping[str, str], is_terminal: bool) -> bool:
    """Return whether to colour what is printed; ``choice`` is the value of ``--color``.

    Where it is ``auto``, variables decide before the terminal does: NO_COLOR with any value (https://no-color.org),
    FORCE_COLOR with any value but 0 (https://force-color.org). A terminal that is ``dumb`` has no colours.
    """
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return is_terminal and environment.get("TERM") != "dumb"
