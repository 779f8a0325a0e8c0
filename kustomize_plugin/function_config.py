"""The functionConfig: a SidecarInjector, or a ConfigMap for the simple case."""

from __future__ import annotations

from kubectl_inject.config.injection_config import API_VERSION, ConfigError
from kubectl_inject.config.spelling import refuse_unknown
from kubectl_inject.kubernetes.schema.decoding import describe
from kubectl_inject.manifests.parsing.kubernetes_yaml import load
from kubectl_inject.settings.injection_settings import (
    OBJECT_FIELDS,
    InjectionSettings,
    read_settings,
    settings_from_texts,
)
from kubectl_inject.startup.frozen import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike
    from typing import Any

    from kustomize_plugin.targets import Target

KIND = "SidecarInjector"
_CONFIG_MAP = ("v1", "ConfigMap")
_TARGETS, _RESTORE, _CACHE = "targets", "restore", "cache"


@dataclass(frozen=True, slots=True)
class FunctionConfig:
    """What is requested of a function.

    ``targets`` select items, ``restore`` notes on workloads what taking the injection out again would need, ``cache``
    keeps compiled templates in the user's cache folder.
    """

    settings: InjectionSettings = field(default_factory=InjectionSettings)
    targets: tuple[Target, ...] = ()
    restore: bool = False
    cache: bool = True

    def selecting(self, item: Mapping[str, Any]) -> tuple[int, ...] | None:
        """Return the numbers of the targets that select an item; None where there are targets, and none does."""
        numbers = tuple(number for number, target in enumerate(self.targets) if target.selects(item))
        return numbers if numbers or not self.targets else None


def read_function_config(given: Any, folder: str | PathLike[str]) -> FunctionConfig:
    """Read a functionConfig; None stands for the defaults. Files are taken from ``folder``. Raises InjectionError."""
    if given is None:
        return FunctionConfig()
    if not isinstance(given, dict):
        raise ConfigError(f"functionConfig: expected a mapping, found {describe(given)}")
    kind = given.get("apiVersion"), given.get("kind")
    if kind == (API_VERSION, KIND):
        return _of_spec(_mapping(given, "spec"), folder)
    if kind == _CONFIG_MAP:
        return _of_data(_mapping(given, "data"), folder)
    found = f"{describe(kind[0])} and {describe(kind[1])}"
    raise ConfigError(
        f"functionConfig: expected apiVersion {API_VERSION} and kind {KIND}, or a ConfigMap; found {found}"
    )


def _of_spec(spec: Mapping[str, Any], folder: str | PathLike[str]) -> FunctionConfig:
    path = "functionConfig: spec"
    refuse_unknown(spec, [*(setting.key for setting in OBJECT_FIELDS), _TARGETS, _RESTORE, _CACHE], path)
    settings = {key: value for key, value in spec.items() if key not in (_TARGETS, _RESTORE, _CACHE)}
    restore, cache = (_switch(spec, name, path, default) for name, default in ((_RESTORE, False), (_CACHE, True)))
    targets = spec.get(_TARGETS)
    selected: tuple[Target, ...] = ()
    if targets is not None:
        from kustomize_plugin.targets import read_targets

        selected = read_targets(targets, f"{path}: {_TARGETS}")
    return FunctionConfig(read_settings(settings, path, folder), selected, restore, cache)


def _switch(spec: Mapping[str, Any], name: str, path: str, default: bool) -> bool:
    value = spec.get(name)
    if not isinstance(value, bool | None):
        raise ConfigError(f"{path}: {name}: expected true or false, found {describe(value)}")
    return default if value is None else value


def _of_data(data: Mapping[str, Any], folder: str | PathLike[str]) -> FunctionConfig:
    """Read a ConfigMap's data: texts, lists on lines of their own; a text that is a mapping is no file's name."""
    path = "functionConfig: data"
    by_key = {setting.key: setting for setting in OBJECT_FIELDS}
    refuse_unknown(data, by_key, path)
    texts: dict[str, str | list[str]] = {}
    inline: dict[str, Any] = {}
    for key, text in data.items():
        setting = by_key[key]
        if not isinstance(text, str):
            raise ConfigError(f"{path}: {key}: expected a string, found {describe(text)}")
        mapping = _inline(text, f"{path}: {key}") if setting.form.takes_inline else None
        if mapping is not None:
            inline[key] = mapping
        else:
            lines = [line.strip() for line in text.splitlines() if line.strip()]
            texts[setting.name] = lines if setting.form.is_list else text.strip()
    settings = settings_from_texts(texts, lambda setting: f"{path}: {setting.key}", folder)
    return FunctionConfig(settings.overlaid_by(read_settings(inline, path)))


def _inline(text: str, path: str) -> dict[str, Any] | None:
    """Return the mapping that a text is, or None where it names files. Raises InjectionError for anything else."""
    value = load(text, path)
    if isinstance(value, dict | str | None):
        return value if isinstance(value, dict) else None
    raise ConfigError(f"{path}: expected names of files, or a mapping, found {describe(value)}")


def _mapping(given: Mapping[str, Any], name: str) -> dict[str, Any]:
    value = given.get(name)
    if value is not None and not isinstance(value, dict):
        raise ConfigError(f"functionConfig: {name}: expected a mapping, found {describe(value)}")
    return value or {}
