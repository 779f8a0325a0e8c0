"""Dataclasses as groups of options: those of their fields, of the dataclasses among them, and of all settings."""

from __future__ import annotations

from kubectl_inject.options.option import Option, UsageError, option_of
from kubectl_inject.settings.fields import Form, SettingField
from kubectl_inject.settings.injection_settings import (
    OBJECT_FIELDS,
    InjectionSettings,
    SettingError,
    settings_from_texts,
)
from kubectl_inject.startup.frozen import fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


class OptionGroup:
    """A dataclass whose fields are options."""

    def __init__(self, group: Any) -> None:
        """Take a dataclass: its fields are options, or dataclasses of options, or InjectionSettings."""
        self._group = group
        declared = {field.name: field for field in fields(group)}
        # The options nearest to the command come first in its help.
        order = [name for cls in group.__mro__ for name in getattr(cls, "__slots__", ())]
        self._parts: dict[str, OptionGroup | Option | None] = {}
        for name in order:
            option = option_of(declared[name])
            if option is None and not isinstance(declared[name].default, InjectionSettings):
                self._parts[name] = OptionGroup(type(declared[name].default))
            else:
                self._parts[name] = option

    def __iter__(self) -> Iterator[tuple[str, Option]]:
        """Iterate over the names and options of all, in the order of the help."""
        for name, part in self._parts.items():
            if part is None:
                yield from ((field.name, _setting_option(field)) for field in OBJECT_FIELDS)
            elif isinstance(part, Option):
                yield name, part
            else:
                yield from part

    def value_of(self, given: dict[str, Any]) -> Any:
        """Return the dataclass's value, its options taken out of those given. Raises UsageError."""
        values: dict[str, Any] = {}
        for name, part in self._parts.items():
            if part is None:
                values[name] = _settings(given)
            elif isinstance(part, Option):
                values[name] = part.read(given.pop(name))
            else:
                values[name] = part.value_of(given)
        return self._group(**values)


def _settings(given: dict[str, Any]) -> InjectionSettings:
    texts = {field.name: given.pop(field.name) for field in OBJECT_FIELDS}
    try:
        return settings_from_texts(texts, lambda field: field.flag)
    except SettingError as error:
        raise UsageError(error.message, error.name) from None


def _setting_option(field: SettingField) -> Option:
    """Return the option of a setting."""
    is_switch = field.form is Form.SWITCH
    flags = (f"{field.flag}/--no-{field.flag.removeprefix('--')}",) if is_switch else field.flags
    metavar = "FILE" if field.form.names_files else "KEY=VALUE" if field.form is Form.PAIRS else None
    return Option(
        flags,
        field.help,
        None,
        bool if is_switch else str,
        repeated=field.form.is_repeated,
        metavar=field.metavar or metavar,
        choices=field.choices,
        group=field.group,
        is_shared=True,
        completes="files" if field.form.names_files else field.completes,
    )
