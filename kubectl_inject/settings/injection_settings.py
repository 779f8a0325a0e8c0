"""The settings of an injection: the same fields for flags, for ``kubectl-inject.yaml``, and for functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kubectl_inject.config.injection_config import ConfigError
from kubectl_inject.config.spelling import refuse_unknown
from kubectl_inject.kubernetes.decoding import describe
from kubectl_inject.settings.fields import FIELDS, Form, SettingField
from kubectl_inject.startup.frozen import dataclass, field, fields, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from os import PathLike
    from typing import Any

PathOrInline = str | Mapping[str, "Any"]
"""A file's name, or what would stand in it."""


@dataclass(frozen=True, slots=True)
class InjectionSettings:
    """What can be said of an injection. Empty and None mean that nothing is said.

    ``config`` are files of a configuration (see ``config.saved_files``), ``inject_config_file``, ``values_file`` and
    ``mesh_config_file`` its three parts; ``profile``, ``values``, ``set_values`` and ``mesh_config`` make the built-in
    one. The rest holds for each of them: ``istio_version`` is the built-in configuration's, or the release whose rules
    hold for another.
    """

    config: tuple[PathOrInline, ...] = ()
    inject_config_file: str = ""
    values_file: str = ""
    mesh_config_file: str = ""
    from_cluster: bool = False
    istio_version: str = ""
    profile: str = ""
    values: tuple[PathOrInline, ...] = ()
    set_values: tuple[str, ...] = ()
    mesh_config: PathOrInline = ""
    revision: str = ""
    revision_tags: Mapping[str, str] = field(default_factory=dict)
    native_sidecars: bool | None = None
    platform: str = ""
    compliance_policy: str = ""
    injection: str = ""
    hooks: str = ""
    namespace: str = ""
    namespace_files: tuple[str, ...] = ()
    namespace_labels: Mapping[str, str] | None = None

    @property
    def files(self) -> dict[str, str]:
        """The files of the three parts, by the flag that names each, where they are given."""
        return {
            field.flag: getattr(self, field.name) for field in FIELDS if field.name in _FILES and self.said(field.name)
        }

    @property
    def for_builtin(self) -> tuple[str, ...]:
        """The flags of those settings that are for the built-in configuration and nothing else."""
        return tuple(field.flag for field in FIELDS if field.name in _OF_BUILTIN and self.said(field.name))

    @property
    def uses_builtin(self) -> bool:
        """Whether no other configuration is named."""
        return not (self.config or self.files or self.from_cluster)

    @property
    def meant_revision(self) -> str:
        """The revision that is asked for: where a tag's name is given, the revision that it stands for."""
        return self.revision_tags.get(self.revision, self.revision)

    def said(self, name: str) -> bool:
        """Whether anything is said of a field."""
        value = getattr(self, name)
        return value is not None if name == "native_sidecars" else bool(value)

    def overlaid_by(self, other: InjectionSettings) -> InjectionSettings:
        """Return these settings with others laid over: what they say replaces, ``values`` and ``set`` come after.

        Where the others name a configuration, these do not, nor its version; where they ask for the built-in one by a
        profile, these name no other.
        """
        base = self
        if not other.uses_builtin:
            base = replace(base, **_nothing((*_OF_OTHERS, *_OF_BUILTIN, "istio_version")))
        elif other.profile:
            base = replace(base, **_nothing(_OF_OTHERS))
        changes = {item.name: getattr(other, item.name) for item in fields(other) if other.said(item.name)}
        for name in ("values", "set_values"):
            changes[name] = (*getattr(base, name), *getattr(other, name))
        return replace(base, **changes)


_FILES = ("inject_config_file", "values_file", "mesh_config_file")
_OF_OTHERS = ("config", *_FILES, "from_cluster")
_OF_BUILTIN = ("profile", "values", "set_values", "mesh_config")


def _nothing(names: Sequence[str]) -> dict[str, Any]:
    empty = InjectionSettings()
    return {name: getattr(empty, name) for name in names}


class SettingError(ConfigError):
    """A setting cannot be used; ``name`` is how the one who said it spells it, such as ``--platform``."""

    def __init__(self, name: str, message: str) -> None:
        """Name the setting, and say what was found and what is expected."""
        super().__init__(f"{name}: {message}")
        self.name = name
        self.message = message


def read_settings(given: Mapping[str, Any], path: str, folder: str | PathLike[str] | None = None) -> InjectionSettings:
    """Read settings from a plain object. ``path`` is what messages call it.

    Files are taken from ``folder``; None means that there are none to take. Raises ConfigError for a field that is
    not known, naming the nearest, and for a value that does not fit.
    """
    by_key = {field.key: field for field in FIELDS}
    refuse_unknown(given, by_key, path)
    said = {by_key[key]: value for key, value in given.items() if value is not None}
    read = {field.name: _read(field, value, f"{path}: {field.key}", folder) for field, value in said.items()}
    return InjectionSettings(**read)


def settings_from_texts(
    given: Mapping[str, str | Sequence[str] | bool | None],
    spelled: Callable[[SettingField], str],
    folder: str | PathLike[str] | None = None,
) -> InjectionSettings:
    """Read settings from texts, as flags and environment variables have them, by the names of InjectionSettings.

    A list's texts are its items, pairs are ``KEY=VALUE,...``, a switch is ``true`` or ``false``. ``spelled`` returns
    what messages call a setting; files are taken from ``folder`` if there is one. Raises SettingError.
    """
    read: dict[str, Any] = {}
    for setting in FIELDS:
        value = given.get(setting.name)
        if value is None or value in ("", [], ()):
            continue
        texts = [value] if isinstance(value, str) else list(value) if isinstance(value, Sequence) else []
        name = spelled(setting)
        if setting.form is Form.PAIRS:
            read[setting.name] = _pairs(texts, name)
        elif setting.form is Form.SWITCH:
            read[setting.name] = value if isinstance(value, bool) else read_switch(texts[-1], name)
        else:
            if setting.form.names_files and folder is not None:
                texts = [_in_folder(text, folder) for text in texts]
            read[setting.name] = tuple(texts) if setting.form.is_list else _chosen(setting, texts[-1], name)
    return InjectionSettings(**read)


def _pairs(texts: Sequence[str], name: str) -> dict[str, str]:
    pairs = [pair.strip().partition("=") for text in texts for pair in text.split(",")]
    for key, equals, _ in pairs:
        if not key or not equals:
            raise SettingError(name, f"expected KEY=VALUE, found {key!r}")
    return {key: value for key, _, value in pairs}


def read_switch(text: str, name: str) -> bool:
    """Read ``true`` or ``false``; ``name`` is what the message calls it. Raises SettingError."""
    if text not in ("true", "false"):
        raise SettingError(name, f"expected true or false, found {text!r}")
    return text == "true"


def _chosen(field: SettingField, text: str, name: str) -> str:
    if field.choices and text not in field.choices:
        raise SettingError(name, f"expected {' or '.join(field.choices)}, found {text!r}")
    return text


def _read(field: SettingField, value: Any, path: str, folder: str | PathLike[str] | None) -> Any:
    if field.form is Form.SWITCH:
        if not isinstance(value, bool):
            raise SettingError(path, f"expected true or false, found {describe(value)}")
        return value
    if field.form is Form.PAIRS:
        return _strings(value, path)
    if field.form.is_list:
        items = value if isinstance(value, list) else [value]
        return tuple(_read_one(field, item, path, folder) for item in items)
    read = _read_one(field, value, path, folder)
    return _chosen(field, read, path) if isinstance(read, str) else read


def _read_one(field: SettingField, value: Any, path: str, folder: str | PathLike[str] | None) -> PathOrInline:
    if field.form.takes_inline and isinstance(value, dict):
        return value
    if field.name == "istio_version" and isinstance(value, float):
        # A number does not keep its last zero: 1.30 is 1.3 to YAML.
        value = f"{value}0" if round(value, 1) == value else str(value)
    if not isinstance(value, str) or not value:
        mapping = " or a mapping" if field.form.takes_inline else ""
        raise SettingError(path, f"expected a string{mapping}, found {describe(value)}")
    return _file(value, path, folder) if field.form.names_files else value


def _file(name: str, path: str, folder: str | PathLike[str] | None) -> str:
    if folder is None:
        raise SettingError(path, f"expected the configuration itself, found the name of a file, {name!r}")
    if "://" in name or name == "-":
        raise SettingError(path, f"expected a file or a folder, found {name!r}")
    return _in_folder(name, folder)


def _in_folder(name: str, folder: str | PathLike[str]) -> str:
    from pathlib import Path

    return str(Path(folder, name))


def _strings(value: Any, path: str) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise SettingError(path, f"expected a mapping of names to strings, found {describe(value)}")
    return value
