"""Dataclasses as groups of options: those of their fields, of the dataclasses among them, and of all settings."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, get_args, get_type_hints

from kubectl_inject.cli.option import Option, UsageError
from kubectl_inject.frozen import dataclass
from kubectl_inject.settings.fields import FIELDS, Form, SettingField
from kubectl_inject.settings.injection_settings import InjectionSettings, SettingError, settings_from_texts


@dataclass(frozen=True, slots=True)
class OptionField:
    """An option with the name and type of its value, and what it is where it is not given."""

    name: str
    type: Any
    option: Option
    default: Any


class OptionGroup:
    """A dataclass whose fields are options."""

    def __init__(self, group: Any) -> None:
        """Read a dataclass: its fields are annotated with options, or are dataclasses, or InjectionSettings."""
        self._group = group
        types = get_type_hints(group, include_extras=True)
        defaults = {field.name: field.default for field in fields(group)}
        # The options nearest to the command come first in its help.
        order = [name for cls in group.__mro__ for name in inspect.get_annotations(cls) if name in defaults]
        self._parts: dict[str, OptionGroup | OptionField | None] = {}
        for name in order:
            kind = types[name]
            if kind is InjectionSettings:
                self._parts[name] = None
            elif isinstance(kind, type) and is_dataclass(kind):
                self._parts[name] = OptionGroup(kind)
            else:
                value_type, option = get_args(kind)
                default = False if defaults[name] is MISSING else defaults[name]
                self._parts[name] = OptionField(name, value_type, option, default)

    def __iter__(self) -> Iterator[OptionField]:
        """Iterate over all options, in the order of the help."""
        for part in self._parts.values():
            if part is None:
                yield from map(_setting_option, FIELDS)
            elif isinstance(part, OptionField):
                yield part
            else:
                yield from part

    def value_of(self, given: dict[str, Any]) -> Any:
        """Return the dataclass's value, its options taken out of those given. Raises UsageError."""
        values: dict[str, Any] = {}
        for name, part in self._parts.items():
            if part is None:
                values[name] = _settings(given)
            else:
                values[name] = given.pop(name) if isinstance(part, OptionField) else part.value_of(given)
        return self._group(**values)


def _settings(given: dict[str, Any]) -> InjectionSettings:
    texts = {field.name: given.pop(field.name) for field in FIELDS}
    try:
        return settings_from_texts(texts, lambda field: field.flag)
    except SettingError as error:
        raise UsageError(error.message, error.name) from None


def _setting_option(field: SettingField) -> OptionField:
    """Return the option of a setting."""
    if field.form is Form.SWITCH:
        both = f"{field.flag}/--no-{field.flag.removeprefix('--')}"
        return OptionField(field.name, bool | None, Option((both,), field.help, show_default=False), None)
    if field.form.is_repeated:
        return OptionField(field.name, list[str] | None, Option(field.flags, f"{field.help} Can be repeated."), None)
    return OptionField(field.name, str | None, Option(field.flags, field.help), None)
