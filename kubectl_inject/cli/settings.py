"""What commands have in common on their command line: input, configuration, cluster, namespaces."""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import MISSING, dataclass, fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_type_hints

import typer

if TYPE_CHECKING:
    from kubectl_inject.cluster.injector import ClusterInjector
    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.settings.injection_settings import InjectionSettings
    from kubectl_inject.settings.settled import ClusterAccess, SettingsLayer, Settled

_PLATFORMS = ("", "openshift")
_INJECTION_MODES = ("", "manual", "auto")
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
    revision: Annotated[str, typer.Option("--revision", "-r", help="Revision of the control plane, or a tag.")] = ""

    @property
    def names_part(self) -> bool:
        """Whether an option names something to read in a cluster, which asks for reading it."""
        return bool(self.inject_config_map_name or self.mesh_config_map_name or self.webhook_config)

    @property
    def access(self) -> ClusterAccess:
        """How the options say to reach the cluster."""
        from kubectl_inject.cluster.control_plane import ISTIO_NAMESPACE, ControlPlaneNames
        from kubectl_inject.cluster.kubectl import Kubectl
        from kubectl_inject.settings.settled import ClusterAccess

        names = ControlPlaneNames(
            namespace=self.istio_namespace or ISTIO_NAMESPACE,
            revision=self.revision,
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
class ConfigurationOptions(ClusterOptions):
    """Which configuration to inject with, and which workloads. Each field is an option."""

    config: Annotated[
        list[str] | None,
        typer.Option("--config", help="Captured configuration, or files or a folder saved from a cluster."),
    ] = None
    from_cluster: Annotated[bool, typer.Option("--from-cluster", help="Read it from the cluster, by kubectl.")] = False
    inject_config_file: Annotated[
        str, typer.Option("--inject-config-file", help="Key 'config' of the ConfigMap istio-sidecar-injector.")
    ] = ""
    values_file: Annotated[
        str, typer.Option("--values-file", help="Key 'values' of the ConfigMap istio-sidecar-injector.")
    ] = ""
    mesh_config_file: Annotated[str, typer.Option("--mesh-config-file", help="Key 'mesh' of the ConfigMap istio.")] = ""
    istio_version: Annotated[
        str,
        typer.Option("--istio-version", help="Of the built-in one, such as 1.31 or 1.30.3. Default: the newest."),
    ] = ""
    profile: Annotated[str, typer.Option("--profile", help="Of the built-in one: cni, openshift, ...")] = ""
    values: Annotated[
        list[str] | None,
        typer.Option("--values", help="Helm values of istiod, or an IstioOperator, for the built-in one."),
    ] = None
    set_values: Annotated[
        list[str] | None, typer.Option("--set", help="NAME=VALUE,... as in Helm, for the built-in one.")
    ] = None
    mesh_config: Annotated[str, typer.Option("--mesh-config", help="Mesh config laid over the built-in one.")] = ""
    revision_tags: Annotated[
        list[str] | None, typer.Option("--revision-tag", help="TAG=REVISION, for --injection auto. Can be repeated.")
    ] = None
    native_sidecars: Annotated[
        bool | None,
        typer.Option(
            "--native-sidecars/--no-native-sidecars",
            help="Run the proxy as an init container of its own kind. Default: as the configuration has it, else on.",
            show_default=False,
        ),
    ] = None
    platform: Annotated[str, typer.Option("--platform", help="openshift, or nothing.")] = ""
    compliance_policy: Annotated[str, typer.Option("--compliance-policy", help="Such as fips-140-3.")] = ""
    injection: Annotated[
        str,
        typer.Option(
            "--injection",
            help="manual: every workload that does not refuse (default); auto: what the webhooks would select.",
        ),
    ] = ""
    namespace_files: Annotated[
        list[str] | None, typer.Option("--namespace-file", help="Namespace objects, for --injection auto.")
    ] = None
    namespace_labels: Annotated[
        str, typer.Option("--namespace-labels", help="KEY=VALUE,... of every namespace that no object describes.")
    ] = ""
    namespace: Annotated[str, typer.Option("--namespace", "-n", help="Namespace of objects that name none.")] = ""

    @property
    def asks_cluster(self) -> bool:
        """Whether the configuration, or a part of it, is to be read from a cluster."""
        return self.from_cluster or self.names_part

    def check(self, *, asks_cluster: bool = False) -> None:
        """Raise BadParameter for what no command can use. ``asks_cluster``: the command does anyway."""
        check_choice("--platform", self.platform, _PLATFORMS)
        check_choice("--injection", self.injection, _INJECTION_MODES)
        if not (self.asks_cluster or asks_cluster):
            self.check_unused()
        flags = self.as_settings()
        if flags.for_builtin and not flags.uses_builtin:
            raise typer.BadParameter(
                "is for the built-in configuration, not for one from files or a cluster",
                param_hint=flags.for_builtin[0],
            )

    def as_settings(self) -> InjectionSettings:
        """Return what the options say. Raises BadParameter."""
        from kubectl_inject.settings.injection_settings import InjectionSettings

        labels = self.namespace_labels
        return InjectionSettings(
            config=tuple(self.config or ()),
            inject_config_file=self.inject_config_file,
            values_file=self.values_file,
            mesh_config_file=self.mesh_config_file,
            from_cluster=self.asks_cluster,
            istio_version=self.istio_version,
            profile=self.profile,
            values=tuple(self.values or ()),
            set_values=tuple(self.set_values or ()),
            mesh_config=self.mesh_config,
            revision=self.revision,
            revision_tags=_key_values("--revision-tag", self.revision_tags or []),
            native_sidecars=self.native_sidecars,
            platform=self.platform,
            compliance_policy=self.compliance_policy,
            injection=self.injection,
            namespace=self.namespace,
            namespace_files=tuple(self.namespace_files or ()),
            namespace_labels=_key_values("--namespace-labels", labels.split(",")) if labels else None,
        )

    def layers(self) -> list[SettingsLayer]:
        """Return what the settings file, the environment and the options say, in rising order. Raises ConfigError."""
        from kubectl_inject.settings.injection_settings import InjectionSettings
        from kubectl_inject.settings.settings_file import find_settings_file, read_settings_file
        from kubectl_inject.settings.settled import SettingsLayer

        layers = []
        file = find_settings_file(Path.cwd())
        if file is not None:
            layers.append(SettingsLayer(str(file), read_settings_file(file)))
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
    """Give a command common options: the fields of the dataclass that its first parameter is of."""
    own_types = get_type_hints(command, include_extras=True)
    first, *others = inspect.signature(command).parameters.values()
    group = own_types[first.name]
    assert is_dataclass(group)
    assert isinstance(group, type)
    types = get_type_hints(group, include_extras=True)
    defaults = {field.name: field.default for field in fields(group)}
    # The options nearest to the command come first in its help.
    order = [name for cls in group.__mro__ for name in inspect.get_annotations(cls) if name in defaults]
    common = [_parameter(name, types[name], defaults[name]) for name in order]
    own = [_parameter(parameter.name, own_types[parameter.name], parameter.default) for parameter in others]

    @functools.wraps(command)
    def run(**given: Any) -> _R:
        settings = group(**{parameter.name: given.pop(parameter.name) for parameter in common})
        return command(settings, **given)

    run.__signature__ = inspect.Signature([*common, *own])  # type: ignore[attr-defined]  # what Typer reads
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in (*common, *own)}
    return run


def _parameter(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    empty = inspect.Parameter.empty
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default=empty if default in (MISSING, empty) else default,
        annotation=annotation,
    )


def check_choice(flag: str, value: str, choices: tuple[str, ...]) -> None:
    """Raise BadParameter for a value that is none of the choices."""
    if value not in choices:
        raise typer.BadParameter(f"expected {' or '.join(filter(None, choices))}, found {value!r}", param_hint=flag)


def _key_values(flag: str, pairs: list[str]) -> dict[str, str]:
    """Return ``KEY=VALUE`` texts as a mapping. Raises BadParameter for a text without key or ``=``."""
    split_pairs = [pair.strip().partition("=") for pair in pairs]
    for key, equals, _ in split_pairs:
        if not key or not equals:
            raise typer.BadParameter(f"expected KEY=VALUE, found {key!r}", param_hint=flag)
    return {key: value for key, _, value in split_pairs}
