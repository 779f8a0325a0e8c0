"""The configuration that ``init`` gives a repository: a captured file, and the settings that name it."""

from __future__ import annotations

import os

from kubectl_inject.config.injection_config import API_VERSION
from kubectl_inject.manifests.input.repository import relative_path
from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.settings.injection_settings import FIELDS
from kubectl_inject.settings.settings_file import NAME, SETTINGS_KIND
from kubectl_inject.startup.frozen import dataclass, replace
from kubectl_inject.wiring.plan import Step
from kubectl_inject.wiring.yaml_file import edited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from kubectl_inject.cli.shared_options import ConfigurationOptions
    from kubectl_inject.settings.injection_settings import InjectionSettings
    from kubectl_inject.settings.resolved import Resolved, SettingsLayer
    from kubectl_inject.wiring.tree import Tree

_FOLDER = "mesh"
_OF_CONFIGURATION = frozenset(
    {
        *("config", "inject_config_file", "values_file", "mesh_config_file", "istio_version", "profile", "values"),
        *("set_values", "mesh_config", "revision", "native_sidecars", "platform", "compliance_policy"),
    }
)
"""The settings that a captured configuration holds."""
_KEPT = ("injection", "hooks", "workload_kinds", "own_workload_kinds", "namespace_labels", "ignore")
"""The settings of a run that later ones need too, to come to the same."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a repository is injected with, and the file that it is kept in, below the repository's root.

    ``text`` is to be written into that; None where the file is there and no option requests another. ``settings`` are
    to be in the settings file, by their keys.
    """

    resolved: Resolved
    file: str
    text: str | None
    settings: Mapping[str, Any]

    def steps(self, tree: Tree) -> tuple[Step, ...]:
        """Return the steps that bring it into a tree. Raises ManifestError where the settings file cannot be read."""
        steps = []
        if self.text is not None:
            steps.append(Step(self.file, tree.found(self.file), self.text.encode(), "the configuration of the mesh"))
        before = tree.found(NAME)
        if self.settings:
            if before is None:
                after = write_yaml({"apiVersion": API_VERSION, "kind": SETTINGS_KIND, **self.settings}).encode()
            else:
                after = edited(before, NAME, 0, self._merged)
            steps.append(Step(NAME, before, after, "the settings of the repository"))
        return tuple(steps)

    def _merged(self, value: dict[str, Any]) -> dict[str, Any]:
        held = {field.key for field in FIELDS if field.name in _OF_CONFIGURATION}
        given = {key: item for key, item in value.items() if "config" not in self.settings or key not in held}
        if "exclude" in self.settings:
            patterns = given.get("exclude") or []
            listed = patterns if isinstance(patterns, list) else [patterns]
            added = [item for item in self.settings["exclude"] if item not in listed]
            return {**given, **self.settings, "exclude": [*listed, *added]}
        return {**given, **self.settings}


def configured(
    tree: Tree, layers: Sequence[SettingsLayer], options: ConfigurationOptions, exclude: Sequence[str]
) -> Configuration:
    """Return the configuration that options request, else that of the settings, else the built-in one.

    ``layers`` are the settings below the options. Raises InjectionError.
    """
    from kubectl_inject.config.injection_config import ConfigError
    from kubectl_inject.settings.freezing import frozen_config
    from kubectl_inject.settings.resolved import SettingsLayer, merged, resolve

    flags = options.as_settings()
    requests_other = flags.from_cluster or any(flags.is_given(name) for name in _OF_CONFIGURATION)
    below = [replace(layer, settings=_without_configuration(layer.settings)) for layer in layers]
    used = [*(below if requests_other else layers), SettingsLayer("flags", flags)]
    resolved = resolve(used, options.cluster_access if options.reads_cluster else None)
    settings: dict[str, Any] = {
        field.key: _plain(getattr(flags, field.name))
        for field in FIELDS
        if field.name in _KEPT and flags.is_given(field.name)
    }
    if exclude:
        settings["exclude"] = list(exclude)
    named = [item for item in merged(layers).config if isinstance(item, str)]
    if named and not requests_other:
        file = relative_path(os.path.realpath(named[0]), tree.root)
        if file is None or file.startswith("../"):
            raise ConfigError(
                f"{named[0]}: leads out of the repository; --config with a file copies it into {_FOLDER}/"
            )
        return Configuration(resolved, file, None, settings)
    captured = frozen_config(resolved)
    file = f"{_FOLDER}/{captured.revision or 'default'}.yaml"
    text = write_yaml(captured.document())
    return Configuration(resolved, file, text, {"config": file, **settings})


def _without_configuration(settings: InjectionSettings) -> InjectionSettings:
    empty = type(settings)()
    return replace(settings, **{name: getattr(empty, name) for name in _OF_CONFIGURATION})


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else dict(value) if isinstance(value, dict) else value
