"""The control planes of a cluster: which of them injects a Pod now, and with which configuration."""

from __future__ import annotations

from kubectl_inject.injection.pod import find_container, init_containers_of, labels_of
from kubectl_inject.injection.rendering.template_rendering import TemplateLibrary
from kubectl_inject.injection.selection.decision import Decision, decide
from kubectl_inject.injection.selection.namespaces import UNNAMED, Namespaces
from kubectl_inject.injection.selection.webhook_selection import select
from kubectl_inject.istio.injection_path import cleaned, proxy_variables
from kubectl_inject.istio.injection_webhooks import NAMESPACE_NAME_LABEL
from kubectl_inject.istio.names import DEFAULT_REVISION, PROXY_CONTAINER
from kubectl_inject.startup.frozen import dataclass, field, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.config.webhook_rules import Webhook
    from kubectl_inject.injection.pod import Pod
    from kubectl_inject.injection.workload import Workload
    from kubectl_inject.istio.releases import Release


@dataclass(frozen=True, slots=True)
class ControlPlane:
    """A revision of the control plane, and what its injector makes: the configuration with its compiled templates.

    ``otherwise`` is the same with or without native sidecars, where it could not be found out which it makes.
    """

    revision: str
    config: InjectionConfig
    library: TemplateLibrary = field(repr=False, compare=False)
    otherwise: ControlPlane | None = field(default=None, repr=False, compare=False)

    @property
    def release(self) -> Release | None:
        """The release of it, where the configuration names one."""
        return self.config.installation.release

    def for_pod(self, pod: Pod) -> ControlPlane:
        """Return the control plane for an injected Pod: one that makes native sidecars as the Pod has, if in doubt."""
        if self.otherwise is None:
            return self
        is_native = find_container(init_containers_of(pod), PROXY_CONTAINER) is not None
        return self if is_native == self.config.installation.native_sidecars else self.otherwise


def control_plane(revision: str, config: InjectionConfig, *, knows_native: bool = True) -> ControlPlane:
    """Return a control plane of a configuration. Its templates are compiled when they are first needed.

    ``knows_native``: that the configuration's native sidecars are no guess.
    """
    # The webhooks have selected a Pod by the time that the injector sees it.
    seen = replace(config, installation=replace(config.installation, automatic=False))
    otherwise = None
    if not knows_native:
        native = config.installation.native_sidecars
        otherwise = control_plane(
            revision, replace(config, installation=replace(config.installation, native_sidecars=not native))
        )
    return ControlPlane(revision or DEFAULT_REVISION, seen, TemplateLibrary(seen), otherwise)


@dataclass(frozen=True, slots=True)
class Injecting:
    """Who injects a Pod now: a revision and its control plane, or nobody, and why.

    ``revision`` without a ``plane``: it is selected, but its configuration is not known; ``problem`` says why.
    ``is_known`` is false where the labels that decide could not be read.
    """

    decision: Decision
    revision: str = ""
    plane: ControlPlane | None = None
    webhook: Webhook | None = None
    problem: str = ""
    is_known: bool = True

    @property
    def variables(self) -> Mapping[str, str]:
        """What the path of the webhook names for the proxy."""
        service = self.webhook.service if self.webhook is not None else None
        return proxy_variables(cleaned(service.path)) if service is not None else {}


@dataclass(frozen=True, slots=True)
class Mesh:
    """The control planes by revision, why others have no configuration here, the webhooks, and the namespaces.

    ``assumed`` takes the place of every revision's configuration: what if the mesh had that one.
    """

    planes: Mapping[str, ControlPlane]
    problems: Mapping[str, str] = field(default_factory=dict)
    webhooks: tuple[Webhook, ...] = ()
    namespaces: Namespaces = Namespaces()
    assumed: ControlPlane | None = None

    def injecting(self, workload: Workload) -> Injecting:
        """Return who injects a Pod, or the Pods of a template, if they were created now."""
        namespace = self.namespaces.describe(workload.namespace)
        base = self._any_plane()
        if base is None:
            raise LookupError("no control plane")
        selecting = None
        if self.webhooks:
            labels = {**(namespace.labels if namespace else {}), NAMESPACE_NAME_LABEL: workload.namespace or UNNAMED}
            pod_labels = labels_of(workload.pod)
            selecting = next((each for each in self.webhooks if each.selects(labels, pod_labels)), None)
            revision = selecting.revision if selecting else ""
        else:
            revision = base.revision if select(workload, base.config, self.namespaces).inject else ""
        is_known = namespace is not None
        plane = self.plane_of(revision) if revision else None
        by_labels = select(workload, self._reasoning(revision, base), self.namespaces)
        if not revision:
            return Injecting(by_labels, is_known=is_known)
        own = decide(workload, (plane or base).config)
        if not own.inject:
            return Injecting(own, is_known=is_known)
        problem = "" if plane else self.problem_of(revision)
        return Injecting(by_labels, revision, plane, selecting, problem, is_known)

    def of_revision(self, revision: str, decision: Decision) -> Injecting:
        """Return what a Pod's own revision would make of it, where no label asks for an injection."""
        plane = self.plane_of(revision)
        webhook = next((each for each in self.webhooks if each.revision == revision), None)
        return Injecting(decision, revision, plane, webhook, "" if plane else self.problem_of(revision))

    def plane_of(self, revision: str) -> ControlPlane | None:
        """Return the control plane of a revision, or the assumed one."""
        if self.assumed is not None:
            return replace(self.assumed, revision=revision or self.assumed.revision)
        return self.planes.get(revision)

    def problem_of(self, revision: str) -> str:
        """Return why nothing is known of a revision's configuration."""
        return self.problems.get(revision) or f"there is no control plane of revision {revision}"

    def _any_plane(self) -> ControlPlane | None:
        if self.assumed is not None:
            return self.assumed
        return self.planes.get(DEFAULT_REVISION) or next(iter(self.planes.values()), None)

    def _reasoning(self, revision: str, base: ControlPlane) -> InjectionConfig:
        """Return the configuration whose names and webhooks give the reason of a decision."""
        config = self.planes[revision].config if revision in self.planes else base.config
        webhooks = tuple(each for each in self.webhooks if each.revision == revision) if revision else self.webhooks
        tags = {each.tag: each.revision for each in self.webhooks if each.tag}
        installation = replace(
            config.installation,
            revision=revision or config.installation.revision,
            revision_tags={**config.installation.revision_tags, **tags},
            webhooks=webhooks,
        )
        return replace(config, installation=installation)
