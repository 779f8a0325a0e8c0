"""The settings of an injection: the same fields for flags, for ``kubectl-inject.yaml``, and for functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from kubectl_inject.config.injection_config import ConfigError
from kubectl_inject.config.spelling import refuse_unknown
from kubectl_inject.kubernetes.decoding import describe

PLATFORMS = ("openshift",)
INJECTION_MODES = ("manual", "auto")

PathOrInline = str | Mapping[str, Any]
"""A file's name, or what would stand in it."""


@dataclass(frozen=True, slots=True)
class InjectionSettings:
    """What can be said of an injection. Empty and None mean that nothing is said.

    ``config`` are files of a configuration (see ``config.saved_files``), ``inject_config_file``, ``values_file`` and
    ``mesh_config_file`` its three parts; ``istio_version``, ``profile``, ``values``, ``set_values`` and
    ``mesh_config`` make the built-in one. The rest holds for each of them.
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
    namespace: str = ""
    namespace_files: tuple[str, ...] = ()
    namespace_labels: Mapping[str, str] | None = None

    @property
    def files(self) -> dict[str, str]:
        """The files of the three parts, by the flag that names each, where they are given."""
        given = {
            "--inject-config-file": self.inject_config_file,
            "--values-file": self.values_file,
            "--mesh-config-file": self.mesh_config_file,
        }
        return {flag: name for flag, name in given.items() if name}

    @property
    def for_builtin(self) -> tuple[str, ...]:
        """The flags of those settings that are for the built-in configuration and nothing else."""
        given = {
            "--istio-version": self.istio_version,
            "--profile": self.profile,
            "--values": self.values,
            "--set": self.set_values,
            "--mesh-config": self.mesh_config,
        }
        return tuple(flag for flag, value in given.items() if value)

    @property
    def uses_builtin(self) -> bool:
        """Whether no other configuration is named."""
        return not (self.config or self.files or self.from_cluster)

    def said(self, name: str) -> bool:
        """Whether anything is said of a field."""
        value = getattr(self, name)
        return value is not None if name == "native_sidecars" else bool(value)

    def overlaid_by(self, other: InjectionSettings) -> InjectionSettings:
        """Return these settings with others laid over: what they say replaces, ``values`` and ``set`` come after.

        Where the others name a configuration, these do not; where they ask for the built-in one by its version or
        profile, these name no other.
        """
        base = self
        if not other.uses_builtin:
            base = replace(base, **_nothing((*_OF_OTHERS, *_OF_BUILTIN)))
        elif other.istio_version or other.profile:
            base = replace(base, **_nothing(_OF_OTHERS))
        changes = {item.name: getattr(other, item.name) for item in fields(other) if other.said(item.name)}
        for name in ("values", "set_values"):
            changes[name] = (*getattr(base, name), *getattr(other, name))
        return replace(base, **changes)


_OF_OTHERS = ("config", "inject_config_file", "values_file", "mesh_config_file", "from_cluster")
_OF_BUILTIN = ("istio_version", "profile", "values", "set_values", "mesh_config")


def _nothing(names: Sequence[str]) -> dict[str, Any]:
    unsaid = InjectionSettings()
    return {name: getattr(unsaid, name) for name in names}


# The fields of a settings file, and the settings they are. None of them makes the tool ask a cluster, or names a
# kubeconfig: whoever can write the file must not be able to run something as the one who uses it.
FIELD_NAMES: Mapping[str, str] = {
    "config": "config",
    "injectConfigFile": "inject_config_file",
    "valuesFile": "values_file",
    "meshConfigFile": "mesh_config_file",
    "istioVersion": "istio_version",
    "profile": "profile",
    "values": "values",
    "set": "set_values",
    "meshConfig": "mesh_config",
    "revision": "revision",
    "revisionTags": "revision_tags",
    "nativeSidecars": "native_sidecars",
    "platform": "platform",
    "compliancePolicy": "compliance_policy",
    "injection": "injection",
    "namespace": "namespace",
    "namespaceFiles": "namespace_files",
    "namespaceLabels": "namespace_labels",
}
_FILES = frozenset({"inject_config_file", "values_file", "mesh_config_file"})
_FILES_OR_INLINE = frozenset({"config", "values", "mesh_config"})
_LISTS = frozenset({"config", "values", "set_values", "namespace_files"})
_MAPPINGS = frozenset({"revision_tags", "namespace_labels"})
_CHOICES = {"platform": PLATFORMS, "injection": INJECTION_MODES}


def read_settings(given: Mapping[str, Any], path: str, folder: Path | None = None) -> InjectionSettings:
    """Read settings from a plain object. ``path`` is what messages call it.

    Files are taken from ``folder``; None means that there are none to take. Raises ConfigError for a field that is
    not known, naming the nearest, and for a value that does not fit.
    """
    refuse_unknown(given, FIELD_NAMES, path)
    said = {name: value for name, value in given.items() if value is not None}
    return InjectionSettings(
        **{
            FIELD_NAMES[name]: _read(FIELD_NAMES[name], value, f"{path}: {name}", folder)
            for name, value in said.items()
        }
    )


def _read(name: str, value: Any, path: str, folder: Path | None) -> Any:
    if name == "native_sidecars":
        if not isinstance(value, bool):
            raise ConfigError(f"{path}: expected true or false, found {describe(value)}")
        return value
    if name in _MAPPINGS:
        return _strings(value, path)
    if name in _LISTS:
        items = value if isinstance(value, list) else [value]
        return tuple(_read_one(name, item, path, folder) for item in items)
    text = _read_one(name, value, path, folder)
    choices = _CHOICES.get(name)
    if choices is not None and text not in choices:
        raise ConfigError(f"{path}: expected {' or '.join(choices)}, found {describe(text)}")
    return text


def _read_one(name: str, value: Any, path: str, folder: Path | None) -> PathOrInline:
    if name in _FILES_OR_INLINE and isinstance(value, dict):
        return value
    if name == "istio_version" and isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not value:
        mapping = " or a mapping" if name in _FILES_OR_INLINE else ""
        raise ConfigError(f"{path}: expected a string{mapping}, found {describe(value)}")
    if name in _FILES or name in _FILES_OR_INLINE or name == "namespace_files":
        return _file(value, path, folder)
    return value


def _file(name: str, path: str, folder: Path | None) -> str:
    if folder is None:
        raise ConfigError(f"{path}: expected the configuration itself, found the name of a file, {name!r}")
    if "://" in name or name == "-":
        raise ConfigError(f"{path}: expected a file or a folder, found {name!r}")
    return str(folder / name)


def _strings(value: Any, path: str) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise ConfigError(f"{path}: expected a mapping of names to strings, found {describe(value)}")
    return value
