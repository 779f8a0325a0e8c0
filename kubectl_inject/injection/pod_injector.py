"""Who injects a Pod: this project by a configuration, or somebody else on request."""

from __future__ import annotations

from kubectl_inject.gotemplate.limits import DEFAULT as DEFAULT_LIMITS
from kubectl_inject.injection.pod_injection import InjectedPod, inject_pod
from kubectl_inject.injection.rendering.template_data import Surroundings
from kubectl_inject.injection.rendering.template_rendering import TemplateLibrary, TemplateStore
from kubectl_inject.injection.selection.decision import Decision, decide
from kubectl_inject.startup.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Protocol

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.gotemplate.limits import Limits
    from kubectl_inject.injection.selection.namespaces import Namespaces
    from kubectl_inject.injection.workload import Workload
else:
    Protocol = object


class PodInjector(Protocol):
    """Decides on a workload's Pod, and injects it."""

    def inject(self, workload: Workload, namespaces: Namespaces) -> tuple[Decision, InjectedPod | None]:
        """Return the decision, and the Pod after injection, or None where the decision is against it.

        ``workload`` is without any earlier injection. Raises InjectionError where the Pod cannot be injected.
        """


def inject_workload_pod(
    pods: PodInjector, workload: Workload, namespaces: Namespaces
) -> tuple[Decision, InjectedPod | None]:
    """Decide and inject as ``pods`` does, whose fields need not all be of their types: placeholders stay as they are.

    Raises InjectionError where the Pod cannot be injected, also as injection reads or changes such a field.
    """
    if not workload.placeholders:
        return pods.inject(workload, namespaces)
    from kubectl_inject.injection.placeholder_injection import inject_around_placeholders

    return inject_around_placeholders(pods, workload, namespaces)


class TemplateInjector:
    """Injects by a configuration's templates."""

    def __init__(
        self, config: InjectionConfig, store: TemplateStore | None = None, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        """Use a configuration; its templates are compiled when they are first needed, if ``store`` has them not.

        ``limits`` are those of compiling and rendering them.
        """
        self._config = config
        self._library = TemplateLibrary(config, store, limits)
        self._select: Callable[[Workload, InjectionConfig, Namespaces], Decision] | None = None
        if config.installation.automatic:
            from kubectl_inject.injection.selection.webhook_selection import select

            self._select = select

    @property
    def library(self) -> TemplateLibrary:
        """The templates of the configuration."""
        return self._library

    def inject(
        self, workload: Workload, namespaces: Namespaces, proxy_variables: Mapping[str, str] | None = None
    ) -> tuple[Decision, InjectedPod | None]:
        """Decide and inject as Istio's injector does; see PodInjector, and Surroundings for ``proxy_variables``."""
        decision = self._decide(workload, namespaces)
        if not decision.inject:
            return decision, None
        namespace = namespaces.describe(workload.namespace)
        annotations = namespace.annotations if namespace else {}
        owner = workload.owner if self._select is None else workload.owner_of_created_pods
        surroundings = Surroundings(owner, annotations, proxy_variables or {})
        return decision, inject_pod(workload.pod, surroundings, self._config, self._library)

    def _decide(self, workload: Workload, namespaces: Namespaces) -> Decision:
        own = decide(workload, self._config)
        if self._select is None:
            return own
        selected = self._select(workload, self._config, namespaces)
        if not selected.inject:
            return selected
        return replace(selected, ignored=own.ignored) if own.inject else own
