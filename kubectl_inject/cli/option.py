"""Options as the commands declare them, and wrong usage; nothing here needs Typer, which takes long to import."""

from __future__ import annotations

from kubectl_inject.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """An option of the command line, as the annotation of a field: its flags and help.

    A flag such as ``--restore/--no-restore`` is a switch with a name for each side. ``metavar`` is what the help
    calls the value.
    """

    flags: tuple[str, ...]
    help: str
    metavar: str | None = None
    show_default: bool = True


def option(*flags: str, text: str, metavar: str | None = None, show_default: bool = True) -> Option:
    """Return an option with some flags."""
    return Option(flags, text, metavar, show_default)


class UsageError(Exception):
    """The command line cannot be used; ``flag`` is the option to blame."""

    def __init__(self, message: str, flag: str) -> None:
        """Say what was found and what is expected."""
        super().__init__(message)
        self.message = message
        self.flag = flag
