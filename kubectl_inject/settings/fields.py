"""What is declared of a setting: how files, flags and environment variables spell it, and what it holds."""

from __future__ import annotations

from enum import Enum

from kubectl_inject.startup.frozen import dataclass, field, fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_DECLARED = "setting"


class Form(Enum):
    """What a setting holds. ``FILE`` and ``FILES`` are names of files, ``..._OR_INLINE`` also what stands in one."""

    TEXT = "a string"
    FILE = "the name of a file"
    FILE_OR_INLINE = "the name of a file, or a mapping"
    TEXTS = "strings"
    FILES = "names of files"
    FILES_OR_INLINE = "names of files, or mappings"
    CODES = "codes of warnings"
    PAIRS = "a mapping of names to strings"
    SWITCH = "true or false"

    @property
    def is_list(self) -> bool:
        """Whether it is a list of what it names."""
        return self in (Form.TEXTS, Form.FILES, Form.FILES_OR_INLINE, Form.CODES)

    @property
    def is_repeated(self) -> bool:
        """Whether its flag can be given more than once."""
        return self.is_list or self is Form.PAIRS

    @property
    def names_files(self) -> bool:
        """Whether a string in it is the name of a file."""
        return self in (Form.FILE, Form.FILE_OR_INLINE, Form.FILES, Form.FILES_OR_INLINE)

    @property
    def takes_inline(self) -> bool:
        """Whether a mapping can stand in the place of a file's name."""
        return self in (Form.FILE_OR_INLINE, Form.FILES_OR_INLINE)


@dataclass(frozen=True, slots=True)
class SettingField:
    """A setting: its name in InjectionSettings, its key in files, its flag, and its help.

    ``group`` is the heading of its flag in help pages. ``completes`` is as for options. ``of_files``: it is for
    commands that read files, which declare its flag themselves.
    """

    name: str
    key: str
    flag: str
    form: Form
    help: str
    choices: tuple[str, ...] = ()
    short_flag: str = ""
    metavar: str = ""
    group: str = "Configuration"
    completes: str = ""
    of_files: bool = False

    @property
    def flags(self) -> tuple[str, ...]:
        """Its flag, and the short one if it has one."""
        return (self.flag, self.short_flag) if self.short_flag else (self.flag,)


def setting(form: Form, text: str, **declared: Any) -> Any:
    """Return a field of a dataclass that is a setting, with its help; it is empty where it is not given.

    What else is declared are fields of SettingField. Unless others are given, a setting ``values_file`` has the key
    ``valuesFile`` and the flag ``--values-file``.
    """
    metadata = {_DECLARED: {"form": form, "help": text, **declared}}
    if form is Form.PAIRS:
        return field(default_factory=dict, metadata=metadata)
    return field(default=() if form.is_list else None if form is Form.SWITCH else "", metadata=metadata)


def settings_of(group: type) -> tuple[SettingField, ...]:
    """Return the settings among the fields of a dataclass, in its order."""
    declared = ((each.name, each.metadata.get(_DECLARED)) for each in fields(group))
    return tuple(_setting_field(name, **given) for name, given in declared if given is not None)


def _setting_field(name: str, *, key: str = "", flag: str = "", **given: Any) -> SettingField:
    first, *rest = name.split("_")
    regular_key = first + "".join(map(str.capitalize, rest))
    return SettingField(name, key or regular_key, flag or "--" + name.replace("_", "-"), **given)
