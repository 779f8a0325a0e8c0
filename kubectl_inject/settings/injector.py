"""The injector that a resolved configuration makes, with what is known of namespaces."""

from __future__ import annotations

from kubectl_inject.gotemplate.limits import DEFAULT as TEMPLATE_LIMITS
from kubectl_inject.injection.injected import InjectedText, text_of
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.parallel import work_through
from kubectl_inject.injection.pod_injector import TemplateInjector
from kubectl_inject.injection.selection.namespaces import NamespaceMetadata, Namespaces, find_namespaces
from kubectl_inject.manifests.parsing.limits import DEFAULT_LIMITS
from kubectl_inject.manifests.stream import decode, split
from kubectl_inject.settings.template_cache import template_store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kubectl_inject.injection.pod_injector import PodInjector
    from kubectl_inject.injection.workload import Object
    from kubectl_inject.manifests.stream import Document
    from kubectl_inject.settings.resolved import ClusterAccess, Resolved
    from kubectl_inject.settings.template_cache import TemplateCache


def template_injector(resolved: Resolved, cache: TemplateCache | None, factor: int = 1) -> TemplateInjector:
    """Return what injects Pods by a resolved configuration's templates; ``cache`` keeps them compiled.

    They may do so many times as much as by default.
    """
    return TemplateInjector(resolved.config, template_store(resolved, cache), TEMPLATE_LIMITS.times(factor))


def injector_of(
    resolved: Resolved,
    pods: PodInjector,
    cluster: ClusterAccess | None = None,
    *,
    found: Mapping[str, NamespaceMetadata] | None = None,
    records: bool = True,
    in_transit: bool = False,
    factor: int = 1,
    selects: Callable[[Object], bool] | None = None,
) -> Injector:
    """Return the injector of a resolved configuration, which injects Pods by ``pods``.

    Of a ``cluster`` that is given, its namespaces count where they matter, and the namespace that the user's context
    has chosen is that of objects which name none. ``found`` are namespaces in the input. ``records``,
    ``in_transit`` and ``selects`` are as for Injector. Manifests may be ``factor`` times as large as by default.
    Raises InjectionError.
    """
    settings, config = resolved.settings, resolved.config
    namespace, known = settings.namespace, read_namespaces(settings.namespace_files)
    if cluster is not None:
        from kubectl_inject.cluster.namespaces import cluster_namespaces, current_namespace

        namespace = namespace or current_namespace(cluster.kubectl)
        if config.reads_namespaces:
            known = {**cluster_namespaces(cluster.kubectl), **known}
    return Injector(
        config,
        namespace=namespace,
        namespaces=Namespaces({**known, **(found or {})}, settings.namespace_labels or None),
        records=records,
        in_transit=in_transit,
        limits=DEFAULT_LIMITS.times(factor),
        pods=pods,
        hooks=settings.hooks,
        selects=selects,
        ignored=settings.ignore,
        verifies_edits=settings.verify_edits == "all",
    )


def inject_streams(
    streams: Sequence[Sequence[Document]],
    resolved: Resolved,
    cache: TemplateCache | None = None,
    *,
    records: bool = True,
    in_transit: bool = False,
    factor: int = 1,
) -> list[InjectedText]:
    """Inject streams of manifests that belong together: the Namespace objects of each count for all.

    ``cache`` keeps compiled templates; the rest is as for ``injector_of``. Raises InjectionError.
    """
    limits = DEFAULT_LIMITS.times(factor)
    every = [document for stream in streams for document in stream]
    found = find_namespaces(every, limits, needed=resolved.config.reads_namespaces)
    pods = template_injector(resolved, cache, factor)
    injector = injector_of(resolved, pods, found=found, records=records, in_transit=in_transit, factor=factor)
    namespaces = injector.knowing(found)
    results = work_through(streams, injector.work(lambda document: injector.inject_document(document, namespaces)))
    return [text_of(documents) for documents in results]


def read_namespaces(files: Sequence[str]) -> dict[str, NamespaceMetadata]:
    """Return the Namespace objects in some files by name. Raises ManifestError."""
    found: dict[str, NamespaceMetadata] = {}
    if not files:
        return found
    from kubectl_inject.manifests.input.sources import read_sources

    for source in read_sources(files):
        text, _ = decode(source.data, source.name)
        found |= find_namespaces(split(text, source.name))
    return found
