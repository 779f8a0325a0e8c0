"""Whether output is coloured: the one rule of all commands."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

AUTO, ALWAYS, NEVER = "auto", "always", "never"
CHOICES = (AUTO, ALWAYS, NEVER)


def uses_color(choice: str, environment: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Return whether to colour a stream. ``choice`` is the value of ``--color``, one of CHOICES.

    What the option says goes before NO_COLOR (no-color.org), that before FORCE_COLOR (force-color.org), and without
    any of them terminals get colours, unless TERM is ``dumb``. A variable counts where it is not empty.
    """
    if choice != AUTO:
        return choice == ALWAYS
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return is_terminal and environment.get("TERM") != "dumb"
