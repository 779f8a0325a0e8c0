"""The configuration that settings resolve to, and where each of its values is from."""

from __future__ import annotations

from functools import reduce

from kubectl_inject.config.injection_config import ConfigError, InjectionConfig, Installation, read_mapping
from kubectl_inject.injection.reports.warnings.warning import Warned
from kubectl_inject.istio.releases import release_named
from kubectl_inject.kubernetes.workload_kinds import DEFAULT_KINDS, KNOWN, read_kinds
from kubectl_inject.settings.injection_settings import InjectionSettings, PathOrInline
from kubectl_inject.startup.frozen import dataclass, field, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from kubectl_inject.cluster.control_plane import ControlPlaneNames
    from kubectl_inject.cluster.kubectl import Kubectl
    from kubectl_inject.config.captured import CapturedConfig
    from kubectl_inject.istio.releases import Release
    from kubectl_inject.kubernetes.workload_kinds import WorkloadKinds


@dataclass(frozen=True, slots=True)
class SettingsLayer:
    """Settings and who gives them, such as ``flags`` or a file's name."""

    source: str
    settings: InjectionSettings


@dataclass(frozen=True, slots=True)
class ValueLayer:
    """Values and where they are from; later layers lie over earlier ones."""

    source: str
    tree: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ClusterAccess:
    """How to reach a cluster, and how to find the control plane in it."""

    kubectl: Kubectl
    names: ControlPlaneNames


@dataclass(frozen=True, slots=True)
class Resolved:
    """A configuration, and what it was made of.

    ``settings`` are those of all layers together. ``source`` names in a few words where the configuration is from,
    ``named_by`` which layer of settings named it (empty where none did). ``values`` and ``mesh`` are what was laid
    over the built-in one, ``captured`` the file or cluster that another came from.
    """

    settings: InjectionSettings
    config: InjectionConfig
    source: str
    named_by: str = ""
    values: tuple[ValueLayer, ...] = ()
    mesh: tuple[ValueLayer, ...] = ()
    captured: CapturedConfig | None = field(default=None, repr=False)

    @property
    def warnings(self) -> tuple[str, ...]:
        """The warnings of the configuration itself, without those that the settings ignore."""
        note = self.config.release.note
        found = [(Warned.UNKNOWN_RELEASE, note)] if note else []
        if any(layer.tree for layer in self.values):
            found += [(Warned.UNKNOWN_VALUE, text) for text in _unknown_values(self.values)]
        return tuple(f"{text} [{code}]" for code, text in found if code not in self.settings.ignore)


def _unknown_values(layers: Sequence[ValueLayer]) -> Iterator[str]:
    from kubectl_inject.builtin.chart_values import unknown_values

    for layer in layers:
        for unknown in unknown_values(layer.tree):
            yield f"{layer.source}: Istio's chart has no value {unknown.path}: {unknown.cure}"


def merged(layers: Sequence[SettingsLayer]) -> InjectionSettings:
    """Return the settings that layers make together, each laid over those before it."""
    return reduce(InjectionSettings.overlaid_by, (layer.settings for layer in layers), InjectionSettings())


def resolve(layers: Sequence[SettingsLayer], cluster: ClusterAccess | None = None) -> Resolved:
    """Return the configuration that layers of settings request. ``cluster`` is read only if they do so.

    Raises InjectionError.
    """
    settings = merged(layers)
    naming = _names_builtin if settings.uses_builtin else _names_source
    named_by = next((layer.source for layer in reversed(layers) if naming(layer.settings)), "")
    resolved = _builtin(settings) if settings.uses_builtin else _captured(settings, cluster)
    installation = _installation(settings, resolved.config.installation)
    if settings.istio_version and resolved.captured is not None:
        installation = replace(installation, release=_requested_release(layers))
    config = replace(resolved.config, installation=installation, kinds=kinds_of(settings, resolved.captured))
    return replace(resolved, config=config, named_by=named_by)


def kinds_of(settings: InjectionSettings, captured: CapturedConfig | None = None) -> WorkloadKinds:
    """Return the kinds to inject: those that settings and a captured configuration name, else all that are known.

    Raises InjectionError.
    """
    own = (*(captured.workload_kinds if captured is not None else ()), *settings.own_workload_kinds)
    named = settings.workload_kinds or KNOWN
    return read_kinds(own, named) if own or named != KNOWN else DEFAULT_KINDS


def _requested_release(layers: Sequence[SettingsLayer]) -> Release:
    """Return the release whose rules the last layer requests that names any."""
    layer = next(layer for layer in reversed(layers) if layer.settings.istio_version)
    release = release_named(layer.settings.istio_version, layer.source)
    if release is None:
        found = layer.settings.istio_version
        raise ConfigError(f"--istio-version: expected a release such as 1.30 or 1.30.3, found {found!r}")
    return release


def _names_source(settings: InjectionSettings) -> bool:
    return not settings.uses_builtin


def _names_builtin(settings: InjectionSettings) -> bool:
    return bool(settings.istio_version or settings.profile)


def _installation(settings: InjectionSettings, base: Installation) -> Installation:
    revision = settings.resolved_revision
    if revision and base.revision and revision not in base.names:
        raise ConfigError(f"--revision: the configuration is of revision {base.revision!r}, not of {revision!r}")
    native = settings.native_sidecars
    return replace(
        base,
        revision=base.revision or revision,
        native_sidecars=base.native_sidecars if native is None else native,
        platform=settings.platform or base.platform,
        compliance_policy=settings.compliance_policy or base.compliance_policy,
        automatic=settings.injection == "auto",
        revision_tags={**base.revision_tags, **settings.revision_tags},
    )


# --- the built-in configuration -----------------------------------------------------------------------------------


def _builtin(settings: InjectionSettings) -> Resolved:
    from kubectl_inject.builtin import NEWEST, builtin_config
    from kubectl_inject.builtin.chart import values_of_revision

    version = settings.istio_version or NEWEST
    if not (settings.values or settings.set_values or settings.mesh_config or settings.revision):
        return Resolved(settings, builtin_config(version, profile=settings.profile), f"built in, Istio {version}")
    from kubectl_inject.config.helm_set import parse_set
    from kubectl_inject.config.installation_values import (
        InstallationValues,
        installation_values,
        read_installation_values,
    )
    from kubectl_inject.config.saved_part import MESH, refuse_other_part
    from kubectl_inject.settings.files import read_text

    given: list[tuple[str, InstallationValues]] = []
    for item in settings.values:
        if isinstance(item, str):
            given.append((item, read_installation_values(read_text(item), item)))
        else:
            given.append(("inline values", installation_values(dict(item), "values")))
    if settings.set_values:
        given.append(("--set", installation_values(parse_set(settings.set_values), "--set")))
    if settings.mesh_config:
        name, mesh = _mapping(settings.mesh_config, "mesh config")
        refuse_other_part(mesh, MESH, name, is_builtin=True)
        given.append((name, InstallationValues(mesh=mesh)))
    together = reduce(InstallationValues.overlaid_by, (values for _, values in given), InstallationValues())
    if of_revision := values_of_revision(settings.resolved_revision, together.values):
        given.append(("--revision", InstallationValues(of_revision)))
        together = together.overlaid_by(given[-1][1])
    config = builtin_config(version, values=together.values, mesh=together.mesh, profile=settings.profile)
    return Resolved(
        settings,
        config,
        f"built in, Istio {version}",
        values=tuple(ValueLayer(name, laid.values) for name, laid in given),
        mesh=tuple(ValueLayer(name, laid.mesh) for name, laid in given),
    )


# --- captured ones ------------------------------------------------------------------------------------------------


def _captured(settings: InjectionSettings, cluster: ClusterAccess | None) -> Resolved:
    if settings.for_builtin:
        raise ConfigError(
            f"{settings.for_builtin[0]}: is for the built-in configuration, not for one from files or a cluster"
        )
    files = settings.files
    if settings.config and (files or settings.from_cluster):
        other = next(iter(files), "--from-cluster")
        raise ConfigError(f"--config and {other} each name a configuration; expected one of them")
    if settings.config:
        captured, source = _from_config(settings)
    elif settings.from_cluster and cluster is not None:
        captured, source = _from_cluster(settings, cluster)
    else:
        captured, source = _from_files(files, None), ", ".join(files.values())
    config = captured.injection_config()
    return Resolved(settings, config, source, captured=captured)


def _from_config(settings: InjectionSettings) -> tuple[CapturedConfig, str]:
    from kubectl_inject.config.saved_files import from_documents, read_saved

    names = [item for item in settings.config if isinstance(item, str)]
    inline = [dict(item) for item in settings.config if not isinstance(item, str)]
    if inline and names:
        raise ConfigError("config: expected files or the configuration itself, found both")
    if inline:
        return from_documents((("config", item) for item in inline), settings.resolved_revision), "inline"
    return read_saved(names, settings.resolved_revision), ", ".join(names)


def _from_cluster(settings: InjectionSettings, cluster: ClusterAccess) -> tuple[CapturedConfig, str]:
    from kubectl_inject.cluster.control_plane import read_control_plane

    names = replace(cluster.names, revision=cluster.names.revision or settings.revision)
    captured = read_control_plane(cluster.kubectl, names, reads_nodes=settings.native_sidecars is None)
    source = f"the cluster {captured.source.server}, revision {captured.revision or 'default'}"
    return _from_files(settings.files, captured), ", ".join([source, *settings.files.values()])


def _from_files(files: Mapping[str, str], base: CapturedConfig | None) -> CapturedConfig:
    """Return a configuration with the parts that files hold; ``base`` has the others, if there is one."""
    from kubectl_inject.config.captured import CapturedConfig, captured_parts
    from kubectl_inject.config.saved_part import INJECT, MESH, VALUES, release_of, saved_part
    from kubectl_inject.settings.files import read_text

    parts = {"--inject-config-file": INJECT, "--values-file": VALUES, "--mesh-config-file": MESH}
    base = base or CapturedConfig({}, {}, {})
    given = {"--inject-config-file": base.inject, "--values-file": base.values, "--mesh-config-file": base.mesh}
    missing = [flag for flag, part in given.items() if not part and flag not in files]
    if missing:
        raise ConfigError(
            f"no configuration: missing {', '.join(missing)}. Each takes a file saved from the cluster; "
            "--from-cluster reads what no file gives"
        )
    saved = {flag: read_mapping(read_text(name), name) for flag, name in files.items()}
    read = {flag: saved_part(value, parts[flag], files[flag]) for flag, value in saved.items()}
    config_maps = (value for value in saved.values() if value.get("kind") == "ConfigMap")
    release = next(filter(None, (release_of(value, "labels") for value in config_maps)), None)
    inject, values, mesh = (read.get(flag, dict(part)) for flag, part in given.items())
    return (
        replace(base, inject=inject, values=values, mesh=mesh, release=release or base.release)
        if base.values
        else captured_parts(inject, values, mesh, release=release)
    )


def _mapping(given: PathOrInline, name: str) -> tuple[str, dict[str, Any]]:
    if not isinstance(given, str):
        return f"inline {name}", dict(given)
    from kubectl_inject.settings.files import read_text

    return given, read_mapping(read_text(given), given)
