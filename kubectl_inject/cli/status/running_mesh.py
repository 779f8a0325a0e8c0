"""What runs in a cluster, read by kubectl, and what ``status`` makes of it."""

from __future__ import annotations

from kubectl_inject.cluster.control_plane import read_control_plane, webhook_configurations
from kubectl_inject.cluster.kubectl import ClusterError, ForbiddenError, NotFoundError
from kubectl_inject.cluster.listing import MAKERS_OF_PODS, NAMESPACES, PODS, listed, read_namespace
from kubectl_inject.config.webhook_rules import injection_webhooks
from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.selection.namespaces import NamespaceMetadata, Namespaces
from kubectl_inject.istio.names import DEFAULT_REVISION
from kubectl_inject.startup.frozen import replace
from kubectl_inject.status.control_planes import ControlPlane, Mesh, control_plane
from kubectl_inject.status.survey import Survey

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from kubectl_inject.cluster.kubectl import Kubectl
    from kubectl_inject.config.webhook_rules import Webhook
    from kubectl_inject.injection.workload import Object
    from kubectl_inject.settings.resolved import ClusterAccess
    from kubectl_inject.status.verdicts import Status


def read_running(
    access: ClusterAccess,
    namespace: str,
    selects: Callable[[Object], bool] | None,
    *,
    assumed: ControlPlane | None = None,
) -> Status:
    """Return the status of a namespace's workloads, or of all namespaces' where it is empty.

    It takes the rights to list Pods, what makes them, namespaces, webhook configurations and nodes, and to get the
    control planes' ConfigMaps. What may not be read is named in the status and left out. Raises ClusterError where the
    cluster cannot be read at all, and where no configuration is found.
    """
    unread: list[str] = []
    mesh = _mesh(access, namespace, assumed, unread)
    survey = Survey(mesh, selects)
    for resource in MAKERS_OF_PODS:
        try:
            survey.add_makers(listed(access.kubectl, resource, namespace))
        except (ForbiddenError, NotFoundError) as error:
            unread.append(str(error))
    try:
        survey.add_pods(listed(access.kubectl, PODS, namespace))
    except ForbiddenError as error:
        unread.append(str(error))
    return survey.status(unread)


def _mesh(access: ClusterAccess, namespace: str, assumed: ControlPlane | None, unread: list[str]) -> Mesh:
    try:
        webhooks = tuple(injection_webhooks(webhook_configurations(access.kubectl, access.names)))
    except ForbiddenError as error:
        unread.append(str(error))
        webhooks = ()
    planes: dict[str, ControlPlane] = {}
    problems: dict[str, str] = {}
    revisions = sorted({webhook.revision for webhook in webhooks}) or [access.names.revision or DEFAULT_REVISION]
    for revision in revisions if assumed is None else ():
        try:
            planes[revision] = _control_plane(access, revision, unread)
        except InjectionError as error:
            problems[revision] = str(error)
    if not planes and assumed is None:
        raise ClusterError(next(iter(problems.values())))
    unread += [f"revision {revision}: {problem}" for revision, problem in problems.items()]
    namespaces = _namespaces(access.kubectl, namespace, unread)
    return Mesh(planes, problems, _by_use(webhooks), namespaces, assumed)


def _by_use(webhooks: Iterable[Webhook]) -> tuple[Webhook, ...]:
    return tuple(sorted(webhooks, key=lambda webhook: (webhook.configuration, webhook.name)))


def _control_plane(access: ClusterAccess, revision: str, unread: list[str]) -> ControlPlane:
    names = replace(access.names, revision=revision)
    try:
        captured = read_control_plane(access.kubectl, names)
    except ForbiddenError as error:
        if "nodes" not in str(error):
            raise
        if str(error) not in unread:
            unread.append(str(error))
        captured = read_control_plane(access.kubectl, names, reads_nodes=False)
        config = captured.injection_config()
        return control_plane(captured.revision, config, knows_native=config.values.native_sidecars is not None)
    return control_plane(captured.revision, captured.injection_config())


def _namespaces(kubectl: Kubectl, namespace: str, unread: list[str]) -> Namespaces:
    try:
        found: Iterable[dict[str, Any]] = (
            [read_namespace(kubectl, namespace)] if namespace else listed(kubectl, NAMESPACES)
        )
        return Namespaces({each["metadata"]["name"]: _metadata(each) for each in found})
    except ForbiddenError as error:
        unread.append(str(error))
        return Namespaces()


def _metadata(namespace: dict[str, Any]) -> NamespaceMetadata:
    metadata = namespace["metadata"]
    return NamespaceMetadata(metadata.get("labels") or {}, metadata.get("annotations") or {})
