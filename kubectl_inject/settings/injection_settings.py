"""The settings of an injection: the same for flags, for ``kubectl-inject.yaml``, and for functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kubectl_inject.config.injection_config import ConfigError
from kubectl_inject.config.spelling import refuse_unknown
from kubectl_inject.kubernetes.schema.decoding import describe
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
    config: tuple[PathOrInline, ...] = setting(Form.FILES_OR_INLINE, "From 'config capture', or saved from a cluster.")
    inject_config_file: str = setting(Form.FILE, "Key config of istio-sidecar-injector.")
    values_file: str = setting(Form.FILE, "Key values of istio-sidecar-injector.")
    mesh_config_file: str = setting(Form.FILE, "Key mesh of the ConfigMap istio.")
    from_cluster: bool = False
    # The built-in configuration's release, or the one whose rules hold for another configuration.
    istio_version: str = setting(
        Form.TEXT,
        "Release of Istio, such as 1.31 or 1.30.3.",
        completes="releases",
    )
    # What makes the built-in configuration.
    profile: str = setting(Form.TEXT, "Profile of Istio's, such as cni or openshift.", completes="profiles")
    values: tuple[PathOrInline, ...] = setting(Form.FILES_OR_INLINE, "Helm values of istiod, or an IstioOperator.")
    set_values: tuple[str, ...] = setting(
        Form.TEXTS,
        "Helm value of istiod.",
        key="set",
        flag="--set",
        metavar="NAME=VALUE",
    )
    mesh_config: PathOrInline = setting(Form.FILE_OR_INLINE, "Mesh config laid over the built-in one.")
    # What holds for every configuration.
    revision: str = setting(Form.TEXT, "Revision of the control plane, or a tag.", short_flag="-r")
    native_sidecars: bool | None = setting(Form.SWITCH, "Whether the proxy is a native sidecar.")
    platform: str = setting(Form.TEXT, "Platform with rules of its own.", choices=("openshift",))
    compliance_policy: str = setting(Form.TEXT, "Compliance policy, such as fips-140-3.", metavar="POLICY")
    hooks: str = setting(
        Form.TEXT,
        "Helm hooks. Default: skip what would not end.",
        choices=("inject", "skip"),
    )
    injection: str = setting(
        Form.TEXT,
        "All that do not refuse, or as webhooks select.",
        choices=("manual", "auto"),
        group="Automatic injection",
    )
    workload_kinds: str = setting(Form.TEXT, "Kinds: known (default), builtin, or names.")
    own_workload_kinds: tuple[str, ...] = setting(
        Form.TEXTS,
        "One more, such as Game.example.com=spec.game.",
        key="workloadKind",
        flag="--workload-kind",
    )
    namespace: str = setting(
        Form.TEXT,
        "Namespace of objects that name none.",
        short_flag="-n",
        group="Automatic injection",
        completes="namespaces",
    )
    namespace_files: tuple[str, ...] = setting(
        Form.FILES, "Namespace objects, with their labels.", flag="--namespace-file", group="Automatic injection"
    )
    namespace_labels: Mapping[str, str] = setting(
        Form.PAIRS, "Labels of namespaces that no object describes.", group="Automatic injection", metavar="K=V"
    )
    revision_tags: Mapping[str, str] = setting(
        Form.PAIRS,
        "Revision that a tag stands for.",
        flag="--revision-tag",
        metavar="TAG=REV",
        group="Automatic injection",
    )
    exclude: tuple[str, ...] = setting(Form.TEXTS, "Files and folders to leave out.", metavar="GLOB", of_files=True)
    ignore: tuple[str, ...] = setting(Form.CODES, "Warnings not to report, such as user-1337.", metavar="CODE")
    verify_edits: str = setting(
        Form.TEXT, "Read back all texts, or one of each shape.", choices=("all", "shapes"), metavar="all|shapes"
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
        """Return these settings with others laid over: what those have replaces what these have.

        ``values``, ``set``, ``exclude`` and ``ignore`` come after.
        Where the others name a configuration, these do not, nor its version; where they request the built-in one by a
        profile, these name no other.
        """
        base = self
        if not other.uses_builtin:
            base = replace(base, **_unset((*_OF_OTHERS, *_OF_BUILTIN, "istio_version")))
        elif other.profile:
            base = replace(base, **_unset(_OF_OTHERS))
        changes = {item.name: getattr(other, item.name) for item in fields(other) if other.is_given(item.name)}
        for name in ("values", "set_values", "exclude", "ignore"):
            changes[name] = (*getattr(base, name), *getattr(other, name))
        return replace(base, **changes)


FIELDS = settings_of(InjectionSettings)
"""The settings, in the order of the help."""

OBJECT_FIELDS = tuple(field for field in FIELDS if not field.of_files)
"""The settings of those who are given objects, and not files."""

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
        elif field.form is Form.CODES:
            read[field.name] = _codes(texts, name)
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


def _codes(texts: Sequence[str], name: str) -> tuple[str, ...]:
    """Read codes of warnings, with commas or blanks between them. Raises SettingError for one that there is not."""
    from kubectl_inject.injection.reports.warnings.ignoring import codes_in, nearest_code
    from kubectl_inject.injection.reports.warnings.table import KINDS

    codes = tuple(code for text in texts for code in codes_in(text))
    for code in codes:
        if code not in KINDS:
            raise SettingError(name, f"no warning has the code {code!r}; {nearest_code(code)}")
    return codes


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
        read_items = tuple(_read_one(field, item, path, folder) for item in items)
        return _codes([str(item) for item in read_items], path) if field.form is Form.CODES else read_items
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
