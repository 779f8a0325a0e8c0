"""Options as front ends declare them, and wrong usage; nothing here needs Typer, which takes long to import."""

from __future__ import annotations

from kubectl_inject.startup.frozen import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Any

Value = str | int | bool | None
"""What an option holds where it is not given."""

_OPTION = "option"
_MOST_DIGITS = 10

INPUT, OUTPUT, CONFIGURATION = "Input", "Output", "Configuration"
CLUSTER, AUTOMATIC, SERVER, GENERAL = "Cluster", "Automatic injection", "Server", "General"
GROUPS = (INPUT, OUTPUT, CONFIGURATION, CLUSTER, AUTOMATIC, SERVER, GENERAL)
"""The headings of options in a help page, in its order."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option of the command line: its flags and help, and what its values are.

    A flag such as ``--restore/--no-restore`` is a switch with a name for each side; without any flag, it is an
    argument, known by its place. ``kind`` is the type of a value; ``count`` of them follow the flag, none where the
    kind is bool. A ``repeated`` option collects a list. ``metavar`` is what the help calls the values. Where there are
    ``choices``, a value is one of them. Only an argument can be ``required``. ``group`` is its heading in help pages,
    one of GROUPS; ``is_shared``: what many commands have, which a long page leaves to the page of shared options.
    ``completes`` is what a shell offers for its values: these words, or what a name stands for that
    ``cli.completion.protocol`` knows.
    """

    flags: tuple[str, ...]
    help: str
    default: Value
    kind: type[str | int | bool] = str
    count: int = 1
    repeated: bool = False
    metavar: str | None = None
    show_default: bool = True
    choices: tuple[str, ...] = ()
    required: bool = False
    group: str = ""
    is_shared: bool = False
    completes: str | tuple[str, ...] = ""

    @property
    def is_argument(self) -> bool:
        """Whether it is known by its place, and not by a flag."""
        return not self.flags

    @property
    def value_name(self) -> str:
        """What help pages call its values: ``FILE``, or the choices; nothing for a switch."""
        if self.kind is bool:
            return ""
        if self.metavar:
            return self.metavar
        if any(self.choices):
            return "|".join(filter(None, self.choices))
        longest = max(self.flags, key=len)
        return "NUMBER" if self.kind is int else longest.rpartition("-")[2].upper()

    def read(self, value: Any) -> Any:
        """Return a value as given, a number from its text. Raises UsageError for one that cannot be the option's."""
        name = self.flags[0] if self.flags else self.value_name
        if self.choices:
            check_choice(name, value, self.choices)
        if self.kind is int and isinstance(value, str):
            digits = value.removeprefix("-")
            if not (digits.isascii() and digits.isdigit() and len(digits) < _MOST_DIGITS):
                raise UsageError(f"expected a whole number, found {value!r}", name)
            return int(value)
        return value


def option(
    *flags: str,
    text: str,
    default: Value = "",
    repeated: bool = False,
    metavar: str | None = None,
    choices: tuple[str, ...] = (),
    group: str = "",
    is_shared: bool = False,
    completes: str | tuple[str, ...] = "",
) -> Any:
    """Return a field of a dataclass, or the default of a command's parameter, that is an option.

    Its values are strings, unless the default is a number or a switch. Several words in ``metavar`` stand for as many
    values, which make a tuple.
    """
    kind = type(default) if isinstance(default, (bool, int)) else str
    count = len((metavar or "VALUE").split())
    return _declared(
        Option(
            flags,
            text,
            default,
            kind,
            count,
            repeated,
            metavar,
            choices=choices,
            group=group,
            is_shared=is_shared,
            completes=completes,
        )
    )


def argument(
    *,
    text: str,
    metavar: str,
    required: bool = True,
    repeated: bool = False,
    choices: tuple[str, ...] = (),
    completes: str | tuple[str, ...] = "",
) -> Any:
    """Return what ``option`` returns, for strings that have no flag."""
    return _declared(
        Option(
            (),
            text,
            None,
            repeated=repeated,
            metavar=metavar,
            choices=choices,
            required=required,
            completes=completes,
        )
    )


def _declared(option: Option) -> Any:
    return field(default=option.default, metadata={_OPTION: option})


def option_of(declared: Any) -> Option | None:
    """Return the option that a field or a parameter's default was declared as, None where it is something else."""
    option: Option | None = getattr(declared, "metadata", {}).get(_OPTION)
    return option


def check_choice(flag: str, value: str, choices: Iterable[str]) -> None:
    """Raise UsageError for a value that is none of the choices."""
    if value not in choices:
        raise UsageError(f"expected {' or '.join(filter(None, choices))}, found {value!r}", flag)


def path_of(name: str | None) -> Path | None:
    """Return the path that an option's value names, if it was given."""
    if name is None:
        return None
    from pathlib import Path

    return Path(name)


class UsageError(Exception):
    """The command line cannot be used; ``flag`` is the option to blame."""

    def __init__(self, message: str, flag: str) -> None:
        """Take what was found and what is expected as the message."""
        super().__init__(message)
        self.message = message
        self.flag = flag
