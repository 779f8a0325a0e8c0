"""The options that several commands share: input, output, configuration, cluster."""

from __future__ import annotations

import os

from kubectl_inject.cli.input.options import WORDS, InputOptions, settings_below_flags
from kubectl_inject.cli.output.progress import note
from kubectl_inject.errors import InjectionError
from kubectl_inject.options.option import CLUSTER, GENERAL, OUTPUT, UsageError, option
from kubectl_inject.printable import printable_line
from kubectl_inject.settings.injection_settings import InjectionSettings
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager
    from typing import TextIO

    from kubectl_inject.cluster.injector import ClusterInjector
    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.injection.workload import Object
    from kubectl_inject.settings.resolved import ClusterAccess, Resolved, SettingsLayer

_FLAGS = "flags"

QUIET = option("--quiet", "-q", text="Report errors only.", default=False, group=OUTPUT)
OUTPUT_FILE = option(
    "--output",
    text="Write to this file, whole or not at all.",
    default=None,
    metavar="FILE",
    group=OUTPUT,
    completes="files",
)
VERBOSE = option("--verbose", text="List each workload, and count what was written anew.", default=False, group=OUTPUT)
OUTPUT_FOLDER = option(
    "--output-dir",
    text="Write each file below this folder, at its own place.",
    default=None,
    metavar="FOLDER",
    group=OUTPUT,
    completes="folders",
)
IN_PLACE = option("--in-place", text="Rewrite the files where they lie.", default=False, group=OUTPUT)
STRICT = option("--strict", text="Treat warnings as errors.", default=False, group=OUTPUT)
COLOR = option(
    "--color",
    text="Colours: on terminals by default.",
    default="auto",
    choices=("auto", "always", "never"),
    group=GENERAL,
    is_shared=True,
)
REVISION = option("--revision", "-r", text="Revision of the control plane, or a tag.", group=CLUSTER)


def refuse_warnings(warnings: Iterable[str]) -> None:
    """Raise InjectionError where there are warnings, each with what it is about."""
    lines = [printable_line(warning) for warning in warnings]
    if lines:
        raise InjectionError("warnings are errors with --strict:\n  " + "\n  ".join(lines))


def colors(choice: str, stream: TextIO) -> bool:
    """Return whether to colour what is printed on a stream; ``choice`` is the value of ``--color``."""
    from kubectl_inject.cli.output.color import uses_color

    return uses_color(choice, os.environ, stream.isatty())


@dataclass(frozen=True, slots=True)
class ClusterOptions:
    """How to reach a cluster and find the control plane in it. Each field is an option."""

    context: str = option(
        "--context",
        text="Context of the kubeconfig.",
        metavar="NAME",
        group=CLUSTER,
        is_shared=True,
        completes="contexts",
    )
    kubeconfig: str = option(
        "--kubeconfig", text="Kubeconfig file.", metavar="FILE", group=CLUSTER, is_shared=True, completes="files"
    )
    istio_namespace: str = option(
        "--istio-namespace",
        "-i",
        text="Of the control plane. Default: istio-system.",
        metavar="NAME",
        group=CLUSTER,
        is_shared=True,
        completes="namespaces",
    )
    inject_config_map_name: str = option(
        "--inject-config-map-name",
        text="Default: istio-sidecar-injector, with the revision.",
        group=CLUSTER,
        is_shared=True,
    )
    mesh_config_map_name: str = option(
        "--mesh-config-map-name",
        text="Default: istio, with the revision.",
        metavar="MAP",
        group=CLUSTER,
        is_shared=True,
    )
    webhook_config: str = option(
        "--webhook-config",
        text="MutatingWebhookConfiguration; else by revision.",
        metavar="NAME",
        group=CLUSTER,
        is_shared=True,
    )

    @property
    def names_part(self) -> bool:
        """Whether an option names something to read in a cluster, which requests reading it."""
        return bool(self.inject_config_map_name or self.mesh_config_map_name or self.webhook_config)

    def access(self, revision: str = "") -> ClusterAccess:
        """Return how to reach the cluster, and the control plane of a revision in it."""
        from kubectl_inject.cluster.control_plane import ISTIO_NAMESPACE, ControlPlaneNames
        from kubectl_inject.cluster.kubectl import Kubectl
        from kubectl_inject.settings.resolved import ClusterAccess

        names = ControlPlaneNames(
            namespace=self.istio_namespace or ISTIO_NAMESPACE,
            revision=revision,
            inject_config_map=self.inject_config_map_name,
            mesh_config_map=self.mesh_config_map_name,
            webhook_config=self.webhook_config,
        )
        return ClusterAccess(Kubectl(context=self.context, kubeconfig=self.kubeconfig), names)

    def check_unused(self) -> None:
        """Raise UsageError for an option that only matters where a cluster is read."""
        given = {"--context": self.context, "--kubeconfig": self.kubeconfig, "--istio-namespace": self.istio_namespace}
        for flag, value in given.items():
            if value:
                raise UsageError("is for --from-cluster; nothing else asks a cluster", flag)


@dataclass(frozen=True, slots=True)
class ConfigurationOptions:
    """Which configuration to inject with, and which workloads: an option for each setting, and those of a cluster."""

    given: InjectionSettings = InjectionSettings()
    from_cluster: bool = option(
        "--from-cluster",
        text="Read the configuration from there, by kubectl.",
        default=False,
        group=CLUSTER,
        is_shared=True,
    )
    cluster: ClusterOptions = ClusterOptions()
    cache: bool = option(
        "--cache/--no-cache",
        text="Keep no compiled templates for the next run.",
        default=True,
        group=GENERAL,
        is_shared=True,
    )
    color: str = COLOR

    @property
    def selects(self) -> Callable[[Object], bool] | None:
        """What tells the workloads that are meant; None where all are."""
        return None

    @property
    def times(self) -> int:
        """How many times as much manifests and templates may be as by default."""
        return 1

    @property
    def refuses_warnings(self) -> bool:
        """Whether warnings of the configuration itself are errors."""
        return False

    @property
    def reads_cluster(self) -> bool:
        """Whether the configuration, or a part of it, is to be read from a cluster."""
        return self.from_cluster or self.cluster.names_part

    def check(self, *, reads_cluster: bool = False) -> None:
        """Raise UsageError for what no command can use. ``reads_cluster``: the command does anyway."""
        if not (self.reads_cluster or reads_cluster):
            self.cluster.check_unused()
        flags = self.as_settings()
        if flags.for_builtin and not flags.uses_builtin:
            raise UsageError(
                "is for the built-in configuration, not for one from files or a cluster", flags.for_builtin[0]
            )

    def as_settings(self) -> InjectionSettings:
        """Return the settings that the options give."""
        return replace(self.given, from_cluster=self.reads_cluster)

    @property
    def cluster_access(self) -> ClusterAccess:
        """How to reach the cluster and the control plane that the options mean."""
        return self.cluster.access(self.given.revision)

    def layers(self) -> list[SettingsLayer]:
        """Return the settings of the settings file, the environment and the options, in rising order.

        Raises InjectionError.
        """
        from kubectl_inject.settings.resolved import SettingsLayer

        return [*settings_below_flags(), SettingsLayer(_FLAGS, self.as_settings())]

    def merged_settings(self) -> InjectionSettings:
        """Return the settings that all of them make together. Raises InjectionError."""
        from kubectl_inject.settings.resolved import merged

        return merged(self.layers())

    def resolve(self, *, quiet: bool = False) -> Resolved:
        """Return the configuration that all of them request, and report on standard error where it is from.

        Files that flags name are not reported. Raises InjectionError, for warnings too where these are errors.
        """
        from kubectl_inject.settings.resolved import resolve
        from kubectl_inject.settings.settings_file import settings_file_above

        layers = self.layers()
        resolved = resolve(layers, self.cluster_access if self.reads_cluster else None)
        if not quiet and (file := settings_file_above(layers, os.getcwd(), resolved.named_by)):
            note(f"settings: {file}, which holds for the folders below it too")
        if not quiet and (resolved.named_by != _FLAGS or resolved.captured is None or self.reads_cluster):
            note(_where_from(resolved))
        warnings = resolved.warnings
        if not quiet:
            note(*(f"warning: {warning}" for warning in warnings))
        if self.refuses_warnings:
            refuse_warnings(warnings)
        return resolved

    def injector(self, *, records: bool = True, quiet: bool = False, all_meant: bool = False) -> Injector:
        """Return the injector that the options request.

        ``records`` is as for Injector. ``all_meant``: it injects all that it is given, whatever the options select.
        Raises InjectionError.
        """
        from kubectl_inject.settings.injector import injector_of, template_injector
        from kubectl_inject.settings.template_cache import user_cache

        resolved = self.resolve(quiet=quiet)
        cache = user_cache(os.environ, os.getcwd()) if self.cache else None
        pods = template_injector(resolved, cache, self.times)
        cluster = self.cluster_access if self.reads_cluster else None
        selects = None if all_meant else self.selects
        return injector_of(resolved, pods, cluster, records=records, selects=selects, factor=self.times)

    def cluster_injector(self) -> AbstractContextManager[ClusterInjector]:
        """Return the injector in the cluster that the options name, to be called in a block. Raises InjectionError."""
        from kubectl_inject.cluster.injector import cluster_injector

        access = self.cluster_access
        return cluster_injector(access.kubectl, access.names, automatic=self.merged_settings().injection == "auto")

    def injector_calling(self, pods: ClusterInjector, *, records: bool = True) -> Injector:
        """Return an injector whose Pods are injected by the one in the cluster. Raises InjectionError."""
        from kubectl_inject.settings.injector import injector_of
        from kubectl_inject.settings.resolved import Resolved, kinds_of

        settings = self.merged_settings()
        resolved = Resolved(settings, replace(pods.config, kinds=kinds_of(settings)), "the cluster's own injector")
        return injector_of(
            resolved, pods, self.cluster_access, records=records, selects=self.selects, factor=self.times
        )


def _where_from(resolved: Resolved) -> str:
    """Return the line for people about a configuration that they did not name file by file."""
    if not resolved.named_by:
        return f"configuration: {resolved.source}; no configuration files were given"
    by = "" if resolved.named_by == _FLAGS else f" ({resolved.named_by})"
    builtin = "; no configuration files were given" if resolved.captured is None and not by else ""
    return f"configuration: {resolved.source}{by}{builtin}"


@dataclass(frozen=True, slots=True)
class ManifestOptions(ConfigurationOptions):
    """The options of the commands that read manifests and inject them."""

    words: list[str] | None = WORDS
    input: InputOptions = InputOptions()

    @property
    def names(self) -> list[str]:
        """The names of the files, folders and URLs to read."""
        return self.input.names(self.words)

    @property
    def selects(self) -> Callable[[Object], bool] | None:
        """What tells the workloads that are meant; None where all are."""
        return self.input.selects(self.words)

    @property
    def times(self) -> int:
        """How many times as much manifests and templates may be as by default."""
        return self.input.raise_limits

    def check(self, *, reads_cluster: bool = False) -> None:
        """Raise UsageError for what no command can use. ``reads_cluster``: the command does anyway."""
        self.input.check(self.words)
        ConfigurationOptions.check(self, reads_cluster=reads_cluster)
