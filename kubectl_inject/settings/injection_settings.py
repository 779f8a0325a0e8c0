"""The settings of an injection: the same for flags, for ``kubectl-inject.yaml``, and for functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kubectl_inject.config.injection_config import ConfigError
from kubectl_inject.config.spelling import refuse_unknown
from kubectl_inject.kubernetes.decoding import describe
from kubectl_inject.settings.fields import Form, SettingField, setting, settings_of
from kubectl_inject.startup.frozen import dataclass, fields, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from os import PathLike
    from typing import Any

PathOrInline = str | Mapping[str, "Any"]
"""A file's name, or what would stand in it."""


@dataclass(frozen=True, slots=True)
class InjectionSettings:
    """All that can be set of an injection, declared once for files, flags and environment variables.

    None of the settings makes the tool read a cluster, or names a kubeconfig: whoever can write a settings file must
    not be able to run something as the one who uses it. ``from_cluster`` is no setting, but comes from flags alone.
    """

    # Files of a configuration (see ``config.saved_files``), and its three parts.
    config: tuple[PathOrInline, ...] = setting(
        Form.FILES_OR_INLINE, "Captured configuration, or files saved from a cluster."
    )
    inject_config_file: str = setting(Form.FILE, "Key 'config' of the ConfigMap istio-sidecar-injector.")
    values_file: str = setting(Form.FILE, "Key 'values' of the ConfigMap istio-sidecar-injector.")
    mesh_config_file: str = setting(Form.FILE, "Key 'mesh' of the ConfigMap istio.")
    from_cluster: bool = False
    # The built-in configuration's release, or the one whose rules hold for another configuration.
    istio_version: str = setting(
        Form.TEXT,
        "The release of Istio whose rules hold, such as 1.31 or 1.30.3. Default: the one that the configuration names.",
    )
    # What makes the built-in configuration.
    profile: str = setting(Form.TEXT, "Of the built-in configuration: cni, openshift, ...")
    values: tuple[PathOrInline, ...] = setting(
        Form.FILES_OR_INLINE, "Helm values of istiod, or an IstioOperator, for the built-in configuration."
    )
    set_values: tuple[str, ...] = setting(
        Form.TEXTS, "NAME=VALUE,... as in Helm, for the built-in configuration.", key="set", flag="--set"
    )
    mesh_config: PathOrInline = setting(
        Form.FILE_OR_INLINE, "Mesh config laid over that of the built-in configuration."
    )
    # What holds for every configuration.
    revision: str = setting(Form.TEXT, "Revision of the control plane, or a tag.", short_flag="-r")
    revision_tags: Mapping[str, str] = setting(
        Form.PAIRS, "TAG=REVISION,...: what tags stand for.", flag="--revision-tag"
    )
    native_sidecars: bool | None = setting(
        Form.SWITCH,
        "Run the proxy as an init container of its own kind. Default: as the configuration has it, else on.",
    )
    platform: str = setting(Form.TEXT, "openshift, or nothing.", choices=("openshift",))
    compliance_policy: str = setting(Form.TEXT, "Such as fips-140-3.")
    injection: str = setting(
        Form.TEXT,
        "manual: every workload that does not refuse (default); auto: what the webhooks would select.",
        choices=("manual", "auto"),
    )
    hooks: str = setting(
        Form.TEXT,
        "Helm's hooks: inject or skip all. Default: those that would never end with a sidecar are left out.",
        choices=("inject", "skip"),
    )
    workload_kinds: str = setting(
        Form.TEXT,
        "Of the kinds that are known, those to inject: builtin (istioctl's), known (default), or their names.",
    )
    own_workload_kinds: tuple[str, ...] = setting(
        Form.TEXTS,
        "KIND.GROUP=PATH: one more kind, and where its Pod templates are; [*] is each item of a list or a map.",
        key="workloadKind",
        flag="--workload-kind",
    )
    namespace: str = setting(Form.TEXT, "Namespace of objects that name none.", short_flag="-n")
    namespace_files: tuple[str, ...] = setting(
        Form.FILES, "Namespace objects, for --injection auto.", flag="--namespace-file"
    )
    namespace_labels: Mapping[str, str] = setting(
        Form.PAIRS, "KEY=VALUE,... of every namespace that no object describes."
    )

    @property
    def files(self) -> dict[str, str]:
        """The files of the three parts, by the flag that names each, where they are given."""
        return {
            field.flag: getattr(self, field.name)
            for field in FIELDS
            if field.name in _FILES and self.is_given(field.name)
        }

    @property
    def for_builtin(self) -> tuple[str, ...]:
        """The flags of those settings that are for the built-in configuration and nothing else."""
        return tuple(field.flag for field in FIELDS if field.name in _OF_BUILTIN and self.is_given(field.name))

    @property
    def uses_builtin(self) -> bool:
        """Whether no other configuration is named."""
        return not (self.config or self.files or self.from_cluster)

    @property
    def resolved_revision(self) -> str:
        """The revision: where a tag's name is given, the one that it stands for."""
        return self.revision_tags.get(self.revision, self.revision)

    def is_given(self, name: str) -> bool:
        """Whether a field has a value of its own."""
        value = getattr(self, name)
        return value is not None if name == "native_sidecars" else bool(value)

    def overlaid_by(self, other: InjectionSettings) -> InjectionSettings:
        """Return these settings with others laid over.

        What these have replaces; ``values``, ``set`` and kinds of the user's come after.
        Where the others name a configuration, these do not, nor its version; where they request the built-in one by a
        profile, these name no other.
        """
        base = self
        if not other.uses_builtin:
            base = replace(base, **_unset((*_OF_OTHERS, *_OF_BUILTIN, "istio_version")))
        elif other.profile:
            base = replace(base, **_unset(_OF_OTHERS))
        changes = {item.name: getattr(other, item.name) for item in fields(other) if other.is_given(item.name)}
        for name in ("values", "set_values", "own_workload_kinds"):
            changes[name] = (*getattr(base, name), *getattr(other, name))
        return replace(base, **changes)


FIELDS = settings_of(InjectionSettings)
"""The settings, in the order of the help."""

_FILES = ("inject_config_file", "values_file", "mesh_config_file")
_OF_OTHERS = ("config", *_FILES, "from_cluster")
_OF_BUILTIN = ("profile", "values", "set_values", "mesh_config")


def _unset(names: Sequence[str]) -> dict[str, Any]:
    empty = InjectionSettings()
    return {name: getattr(empty, name) for name in names}


class SettingError(ConfigError):
    """A setting cannot be used; ``name`` is how the user spells it, such as ``--platform``."""

    def __init__(self, name: str, message: str) -> None:
        """Take the name of the setting, and what was found and is expected."""
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
    with_values = {by_key[key]: value for key, value in given.items() if value is not None}
    read = {field.name: _read(field, value, f"{path}: {field.key}", folder) for field, value in with_values.items()}
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
    for field in FIELDS:
        value = given.get(field.name)
        if value is None or value in ("", [], ()):
            continue
        texts = [value] if isinstance(value, str) else list(value) if isinstance(value, Sequence) else []
        name = spelled(field)
        if field.form is Form.PAIRS:
            read[field.name] = _pairs(texts, name)
        elif field.form is Form.SWITCH:
            read[field.name] = value if isinstance(value, bool) else read_switch(texts[-1], name)
        else:
            if field.form.names_files and folder is not None:
                texts = [_in_folder(text, name, folder) for text in texts]
            read[field.name] = tuple(texts) if field.form.is_list else _chosen(field, texts[-1], name)
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
    return _in_folder(name, path, folder)


def _in_folder(name: str, path: str, folder: str | PathLike[str]) -> str:
    """Return the path of a file that is named in a folder. Raises SettingError where it may not be named there."""
    from os import fspath
    from os.path import join

    from kubectl_inject.settings.repository import refusal

    file = join(fspath(folder), name)
    problem = refusal(file, fspath(folder)) if "\0" not in name else f"{name!r} is no name of a file"
    if problem:
        raise SettingError(path, problem)
    return file


def _strings(value: Any, path: str) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise SettingError(path, f"expected a mapping of names to strings, found {describe(value)}")
    return value
