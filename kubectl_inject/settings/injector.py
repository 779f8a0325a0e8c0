"""The injector that a resolved configuration makes, with what is known of namespaces."""

from __future__ import annotations

from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.pod_injector import PodInjector, TemplateInjector
from kubectl_inject.injection.selection.namespaces import NamespaceMetadata, Namespaces, find_namespaces
from kubectl_inject.manifests.stream import decode, split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.injection.rendering.template_rendering import TemplateStore
    from kubectl_inject.settings.injection_settings import InjectionSettings
    from kubectl_inject.settings.resolved import ClusterAccess


def injector_of(
    settings: InjectionSettings,
    config: InjectionConfig,
    cluster: ClusterAccess | None = None,
    *,
    found: Mapping[str, NamespaceMetadata] | None = None,
    records: bool = True,
    in_transit: bool = False,
    pods: PodInjector | None = None,
    store: TemplateStore | None = None,
) -> Injector:
    """Return the injector of a resolved configuration.

    Of a ``cluster`` that is given, its namespaces count where they matter, and the namespace that the user's context
    has chosen is that of objects which name none. ``found`` are namespaces in the input. ``records``,
    ``in_transit`` and ``pods`` are as for Injector; ``store`` keeps compiled templates. Raises InjectionError.
    """
    namespace, known = settings.namespace, read_namespaces(settings.namespace_files)
    if cluster is not None:
        from kubectl_inject.cluster.namespaces import cluster_namespaces, current_namespace

        namespace = namespace or current_namespace(cluster.kubectl)
        if config.reads_namespaces:
            known = {**cluster_namespaces(cluster.kubectl), **known}
    pods = pods or TemplateInjector(config, store)
    namespaces = Namespaces({**known, **(found or {})}, settings.namespace_labels or None)
    return Injector(
        config,
        namespace=namespace,
        namespaces=namespaces,
        records=records,
        in_transit=in_transit,
        pods=pods,
        hooks=settings.hooks,
    )


def read_namespaces(files: Sequence[str]) -> dict[str, NamespaceMetadata]:
    """Return the Namespace objects in some files by name. Raises ManifestError."""
    found: dict[str, NamespaceMetadata] = {}
    if not files:
        return found
    from kubectl_inject.manifests.sources import read_sources

    for source in read_sources(files):
        text, _ = decode(source.data, source.name)
        found |= find_namespaces(split(text, source.name))
    return found
