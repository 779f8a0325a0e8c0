"""What commands have in common on their command line: input, configuration, cluster, namespaces."""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_type_hints

import typer

from kubectl_inject.settings.fields import FIELDS, SHORT_FLAGS, Form, SettingField
from kubectl_inject.settings.injection_settings import InjectionSettings, SettingError, settings_from_texts

if TYPE_CHECKING:
    from kubectl_inject.cluster.injector import ClusterInjector
    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.settings.settled import ClusterAccess, SettingsLayer, Settled

_ENVIRONMENT = "KUBECTL_INJECT_CONFIG"
_FLAGS = "flags"

Filenames = Annotated[
    list[str] | None,
    typer.Option("--filename", "-f", help="File, folder, URL or - for standard input. Can be repeated."),
]
Recursive = Annotated[bool, typer.Option("--recursive", "-R", help="Read the sub-folders of folders too.")]


def check_filenames(filenames: list[str] | None) -> None:
    """Raise BadParameter where there is nothing to read."""
    if not filenames:
        raise typer.BadParameter("expected at least one; - reads standard input", param_hint="-f/--filename")


@dataclass(frozen=True, slots=True)
class ClusterOptions:
    """How to reach a cluster and find the control plane in it. Each field is an option."""

    context: Annotated[str, typer.Option("--context", help="Context of the kubeconfig.")] = ""
    kubeconfig: Annotated[str, typer.Option("--kubeconfig", help="Another kubeconfig file.")] = ""
    istio_namespace: Annotated[
        str, typer.Option("--istio-namespace", "-i", help="Namespace of the control plane. Default: istio-system.")
    ] = ""
    inject_config_map_name: Annotated[
        str, typer.Option("--inject-config-map-name", help="Default: istio-sidecar-injector, with the revision.")
    ] = ""
    mesh_config_map_name: Annotated[
        str, typer.Option("--mesh-config-map-name", help="Default: istio, with the revision.")
    ] = ""
    webhook_config: Annotated[
        str,
        typer.Option("--webhook-config", help="A MutatingWebhookConfiguration. Default: found by the revision."),
    ] = ""

    @property
    def names_part(self) -> bool:
        """Whether an option names something to read in a cluster, which asks for reading it."""
        return bool(self.inject_config_map_name or self.mesh_config_map_name or self.webhook_config)

    def access(self, revision: str = "") -> ClusterAccess:
        """Return how to reach the cluster, and the control plane of a revision in it."""
        from kubectl_inject.cluster.control_plane import ISTIO_NAMESPACE, ControlPlaneNames
        from kubectl_inject.cluster.kubectl import Kubectl
        from kubectl_inject.settings.settled import ClusterAccess

        names = ControlPlaneNames(
            namespace=self.istio_namespace or ISTIO_NAMESPACE,
            revision=revision,
            inject_config_map=self.inject_config_map_name,
            mesh_config_map=self.mesh_config_map_name,
            webhook_config=self.webhook_config,
        )
        return ClusterAccess(Kubectl(context=self.context, kubeconfig=self.kubeconfig), names)

    def check_unused(self) -> None:
        """Raise BadParameter for an option that only matters where a cluster is asked."""
        given = {"--context": self.context, "--kubeconfig": self.kubeconfig, "--istio-namespace": self.istio_namespace}
        for flag, value in given.items():
            if value:
                raise typer.BadParameter("is for --from-cluster; nothing else asks a cluster", param_hint=flag)


@dataclass(frozen=True, slots=True)
class ConfigurationOptions:
    """Which configuration to inject with, and which workloads: an option for each setting, and those of a cluster."""

    said: InjectionSettings
    from_cluster: Annotated[
        bool, typer.Option("--from-cluster", help="Read the configuration from the cluster, by kubectl.")
    ]
    cluster: ClusterOptions

    @property
    def asks_cluster(self) -> bool:
        """Whether the configuration, or a part of it, is to be read from a cluster."""
        return self.from_cluster or self.cluster.names_part

    def check(self, *, asks_cluster: bool = False) -> None:
        """Raise BadParameter for what no command can use. ``asks_cluster``: the command does anyway."""
        if not (self.asks_cluster or asks_cluster):
            self.cluster.check_unused()
        flags = self.as_settings()
        if flags.for_builtin and not flags.uses_builtin:
            raise typer.BadParameter(
                "is for the built-in configuration, not for one from files or a cluster",
                param_hint=flags.for_builtin[0],
            )

    def as_settings(self) -> InjectionSettings:
        """Return what the options say."""
        return replace(self.said, from_cluster=self.asks_cluster)

    @property
    def access(self) -> ClusterAccess:
        """How to reach the cluster and the control plane that the options mean."""
        return self.cluster.access(self.said.revision)

    def layers(self) -> list[SettingsLayer]:
        """Return what the settings file, the environment and the options say, in rising order. Raises ConfigError."""
        from kubectl_inject.settings.settings_file import settings_file_layers
        from kubectl_inject.settings.settled import SettingsLayer

        layers = settings_file_layers(Path.cwd())
        named = os.environ.get(_ENVIRONMENT)
        if named:
            layers.append(SettingsLayer(_ENVIRONMENT, InjectionSettings(config=(named,))))
        return [*layers, SettingsLayer(_FLAGS, self.as_settings())]

    def settle(self, *, quiet: bool = False) -> Settled:
        """Return the configuration that all of them ask for, and say on standard error where it is from.

        Nothing is said of files that flags name. Raises InjectionError.
        """
        from kubectl_inject.settings.settled import settle

        settled = settle(self.layers(), self.access)
        if not quiet and (settled.named_by != _FLAGS or settled.captured is None or self.asks_cluster):
            typer.echo(_where_from(settled), err=True)
        return settled

    def injector(self, *, records: bool = True, quiet: bool = False) -> Injector:
        """Return the injector that the options ask for. Raises InjectionError."""
        from kubectl_inject.settings.injector import injector_of

        settled = self.settle(quiet=quiet)
        return injector_of(
            settled.settings, settled.config, self.access if self.asks_cluster else None, records=records
        )

    def asking(self, pods: ClusterInjector, *, records: bool = True) -> Injector:
        """Return an injector that asks the one in the cluster, ``pods``. Raises InjectionError."""
        from kubectl_inject.settings.injector import injector_of
        from kubectl_inject.settings.settled import joined

        return injector_of(joined(self.layers()), pods.config, self.access, records=records, pods=pods)

    def cluster_injector(self) -> AbstractContextManager[ClusterInjector]:
        """Return the injector in the cluster that the options name, to be asked in a block. Raises InjectionError."""
        from kubectl_inject.cluster.injector import cluster_injector
        from kubectl_inject.settings.settled import joined

        automatic = joined(self.layers()).injection == "auto"
        return cluster_injector(self.access.kubectl, self.access.names, automatic=automatic)


def _where_from(settled: Settled) -> str:
    """Return the line that tells the user of a configuration they did not name file by file."""
    if not settled.named_by:
        return f"configuration: {settled.source}; no configuration files were given"
    by = "" if settled.named_by == _FLAGS else f" ({settled.named_by})"
    builtin = "; no configuration files were given" if settled.captured is None and not by else ""
    return f"configuration: {settled.source}{by}{builtin}"


@dataclass(frozen=True, slots=True)
class Settings(ConfigurationOptions):
    """The options of the commands that read manifests and inject them."""

    filenames: Filenames = None
    recursive: Recursive = False

    def check(self, *, asks_cluster: bool = False) -> None:
        """Raise BadParameter for what no command can use. ``asks_cluster``: the command does anyway."""
        check_filenames(self.filenames)
        ConfigurationOptions.check(self, asks_cluster=asks_cluster)


_R = TypeVar("_R")


def takes_settings(command: Callable[..., _R]) -> Callable[..., _R]:
    """Give a command the options of the dataclass that its first parameter is of, before its own."""
    own_types = get_type_hints(command, include_extras=True)
    first, *others = inspect.signature(command).parameters.values()
    options = _Options(own_types[first.name])
    own = [_parameter(parameter.name, own_types[parameter.name], parameter.default) for parameter in others]
    parameters = [*options.parameters, *own]

    @functools.wraps(command)
    def run(**given: Any) -> _R:
        return command(options.value_of(given), **given)

    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what Typer reads
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


class _Options:
    """A dataclass as options: those of its fields, of the dataclasses among them, and of all settings."""

    def __init__(self, group: Any) -> None:
        self._group = group
        types = get_type_hints(group, include_extras=True)
        defaults = {field.name: field.default for field in fields(group)}
        # The options nearest to the command come first in its help.
        self._order = [name for cls in group.__mro__ for name in inspect.get_annotations(cls) if name in defaults]
        self._inner = {name: _Options(kind) for name, kind in types.items() if _is_group(kind)}
        self._own = {
            name: _parameter(name, types[name], False if defaults[name] is MISSING else defaults[name])
            for name in self._order
            if name not in self._inner and types[name] is not InjectionSettings
        }
        self._settings = next((name for name, kind in types.items() if kind is InjectionSettings), None)

    @property
    def parameters(self) -> list[inspect.Parameter]:
        found: list[inspect.Parameter] = []
        for name in self._order:
            if name in self._inner:
                found += self._inner[name].parameters
            elif name == self._settings:
                found += [_parameter(field.name, _annotation(field), None) for field in FIELDS]
            else:
                found.append(self._own[name])
        return found

    def value_of(self, given: dict[str, Any]) -> Any:
        """Return the dataclass's value, its options taken out of those given. Raises BadParameter."""
        values = {name: given.pop(name) for name in self._own}
        values |= {name: inner.value_of(given) for name, inner in self._inner.items()}
        if self._settings is not None:
            texts = {field.name: given.pop(field.name) for field in FIELDS}
            try:
                values[self._settings] = settings_from_texts(texts, lambda field: field.flag)
            except SettingError as error:
                raise typer.BadParameter(error.message, param_hint=error.name) from None
        return self._group(**values)


def _is_group(kind: Any) -> bool:
    return isinstance(kind, type) and is_dataclass(kind) and kind is not InjectionSettings


def _annotation(field: SettingField) -> Any:
    """Return the type of a setting's option, with its flags and help."""
    if field.form is Form.SWITCH:
        both = f"{field.flag}/--no-{field.flag.removeprefix('--')}"
        return Annotated[bool | None, typer.Option(both, help=field.help, show_default=False)]
    flags = [field.flag, *([SHORT_FLAGS[field.name]] if field.name in SHORT_FLAGS else [])]
    repeated = field.form.is_list or field.form is Form.PAIRS
    text = f"{field.help} Can be repeated." if repeated else field.help
    return Annotated[list[str] | None if repeated else str | None, typer.Option(*flags, help=text)]


def _parameter(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def check_choice(flag: str, value: str, choices: tuple[str, ...]) -> None:
    """Raise BadParameter for a value that is none of the choices."""
    if value not in choices:
        raise typer.BadParameter(f"expected {' or '.join(filter(None, choices))}, found {value!r}", param_hint=flag)
