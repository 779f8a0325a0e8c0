"""The configuration that a server injects with, and the files to read it from again."""

from __future__ import annotations

import hashlib
import json

from kubectl_inject.config.captured import digest_of
from kubectl_inject.config.injection_config import ConfigError, InjectionConfig
from kubectl_inject.injection.selection.namespaces import NamespaceMetadata, Namespaces
from kubectl_inject.mesh_config.protobuf_json import plain_message
from kubectl_inject.settings.injector import read_namespaces
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kubectl_inject.settings.injection_settings import InjectionSettings
    from kubectl_inject.settings.resolved import ClusterAccess, Resolved

_STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class ServedConfig:
    """A configuration, what is known of namespaces, and where both are from.

    ``digest`` changes with anything that may change an injected Pod; of a captured file it is the one that the file
    names. ``files`` are those that were read, ``ignored`` the codes of warnings that are not sent.
    """

    config: InjectionConfig
    namespaces: Namespaces
    digest: str
    source: str
    files: tuple[str, ...]
    ignored: tuple[str, ...] = ()

    @property
    def revision(self) -> str:
        """The revision of the control plane."""
        return self.config.installation.revision or "default"


def served_config(
    resolved: Resolved, cluster: ClusterAccess | None = None, settings_files: Iterable[str] = ()
) -> ServedConfig:
    """Return what a server needs of a resolved configuration. Raises InjectionError.

    Of a ``cluster`` that is given its namespaces are read too, where their annotations matter. ``settings_files`` are
    what the settings were.
    """
    settings, config = resolved.settings, resolved.config
    files = (*_files(settings), *settings_files)
    if _STANDARD_INPUT in files:
        raise ConfigError("standard input cannot be read again; name a file")
    known = read_namespaces(settings.namespace_files)
    if cluster is not None and config.installation.platform == "openshift":
        from kubectl_inject.cluster.namespaces import cluster_namespaces

        known = {**cluster_namespaces(cluster.kubectl), **known}
    return ServedConfig(config, Namespaces(known), _digest(resolved, known), resolved.source, files, settings.ignore)


def _files(settings: InjectionSettings) -> tuple[str, ...]:
    given = [*settings.config, *settings.files.values(), *settings.values, settings.mesh_config]
    return tuple(name for name in [*given, *settings.namespace_files] if isinstance(name, str) and name)


def _digest(resolved: Resolved, namespaces: Mapping[str, NamespaceMetadata]) -> str:
    config = resolved.config
    if resolved.captured is not None and resolved.captured.installation() == config.installation and not namespaces:
        return digest_of(resolved.captured.document())
    content = {
        "templates": dict(config.templates),
        "defaultTemplates": config.default_templates,
        "rest": repr((config.aliases, config.policy, config.never_inject, config.always_inject)),
        "annotations": dict(config.injected_annotations),
        "values": config.values.tree,
        "mesh": plain_message(config.mesh),
        "installation": repr(config.installation),
        "namespaces": {name: dict(each.annotations) for name, each in namespaces.items()},
    }
    text = json.dumps(content, sort_keys=True, default=repr)
    return f"sha256:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"
