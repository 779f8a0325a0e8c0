"""The proxy: its resources, its user, its image, and the application beside it."""

from __future__ import annotations

from kubectl_inject.injection.pod import annotations_of, containers_of, find_container, find_sidecar, init_containers_of
from kubectl_inject.injection.postprocessing.container_overrides import uses_tproxy
from kubectl_inject.injection.reports.warnings.warning import InjectionWarning, Warned
from kubectl_inject.istio.names import DEFAULT_PROXY_ID, INTERCEPTION_MODE, PROXY_CONTAINER
from kubectl_inject.kubernetes.schema.quantity import parse_quantity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from kubectl_inject.injection.pod import Container, Pod
    from kubectl_inject.injection.pod_injection import InjectedPod
    from kubectl_inject.injection.reports.warnings.workload_warnings import Subject
    from kubectl_inject.kubernetes.schema.quantity import Quantity
    from kubectl_inject.mesh_config.protobuf import Message

_RESOURCES = (
    ("cpu", "sidecar.istio.io/proxyCPU", "sidecar.istio.io/proxyCPULimit"),
    ("memory", "sidecar.istio.io/proxyMemory", "sidecar.istio.io/proxyMemoryLimit"),
)
"""The proxy's resources, each with the annotations that set its request and its limit."""

_ENDING = ("Job", "CronJob")
_ENDS_PROXY = "quitquitquit"
"""The path of the agent's that ends the proxy, in what an application calls last."""


def proxy_warnings(subject: Subject) -> Iterator[InjectionWarning]:
    """Yield the warnings of the proxy in a Pod that was injected."""
    injected = subject.injected
    if injected is None:
        return
    original = subject.workload.pod
    sidecar = find_sidecar(injected.pod)
    yield from _resources(sidecar or {}, original)
    yield from _own_proxy(original, injected.proxy_config)
    if sidecar is not None:
        yield from _same_user(original, injected, sidecar)
        in_containers = find_container(containers_of(injected.pod), PROXY_CONTAINER)
        if in_containers is not None:
            yield from _classic_sidecar(subject, injected)


def _resources(sidecar: Container, original: Pod) -> Iterator[InjectionWarning]:
    resources: dict[str, Any] = sidecar.get("resources") or {}
    requests, limits = resources.get("requests") or {}, resources.get("limits") or {}
    annotations = annotations_of(original)
    for name, request_annotation, limit_annotation in _RESOURCES:
        if name in requests and name in limits:
            request, limit = _quantity(requests[name]), _quantity(limits[name])
            if request is not None and limit is not None and request > limit:
                yield InjectionWarning(Warned.REQUEST_ABOVE_LIMIT, f"{name}: {requests[name]} above {limits[name]}")
        request_set, limit_set = request_annotation in annotations, limit_annotation in annotations
        if request_set and not limit_set and name not in limits:
            yield InjectionWarning(Warned.NO_LIMIT, request_annotation, f"set {limit_annotation} too")
        if limit_set and not request_set and name not in requests:
            yield InjectionWarning(Warned.NO_REQUEST, limit_annotation, f"set {request_annotation} too")


def _quantity(value: Any) -> Quantity | None:
    return parse_quantity(str(value).strip())


def _own_proxy(original: Pod, proxy_config: Message) -> Iterator[InjectionWarning]:
    own: Container | None = find_sidecar(original)
    if own is None:
        return
    if not own.get("image"):
        yield InjectionWarning(Warned.PROXY_WITHOUT_IMAGE, PROXY_CONTAINER)
    if uses_tproxy(original, proxy_config):
        context = own.get("securityContext") or {}
        for name, needed in (("runAsUser", 0), ("runAsGroup", 1337)):
            if context.get(name, needed) != needed:
                yield InjectionWarning(Warned.TPROXY_USER, f"{name}: {context[name]}")


def _same_user(original: Pod, injected: InjectedPod, sidecar: Container) -> Iterator[InjectionWarning]:
    """Yield a warning for each application container whose traffic is taken for the proxy's own.

    What istio-init and the CNI plugin install lets the traffic of the proxy's user and group pass
    (https://istio.io/latest/docs/ops/deployment/application-requirements/). Init containers run as that user on
    purpose, to reach the network before the proxy is there.
    """
    base = (original.get("spec") or {}).get("securityContext") or {}
    users = {DEFAULT_PROXY_ID, (sidecar.get("securityContext") or {}).get("runAsUser", 0) or DEFAULT_PROXY_ID}
    mode = annotations_of(original).get(INTERCEPTION_MODE) or injected.proxy_config.get("interceptionMode").name
    for container in containers_of(original):
        own = container.get("securityContext")
        if (not own and not base) or container.get("name") == PROXY_CONTAINER or mode == "NONE":
            continue
        context = {**base, **{name: value for name, value in (own or {}).items() if value is not None}}
        name = container.get("name") or "<unnamed>"
        if context.get("runAsUser") in users:
            yield InjectionWarning(Warned.USER_1337, f"{name}: runAsUser: {context['runAsUser']}")
        elif context.get("runAsGroup") == DEFAULT_PROXY_ID:
            yield InjectionWarning(Warned.USER_1337, f"{name}: runAsGroup: {DEFAULT_PROXY_ID}")


def _classic_sidecar(subject: Subject, injected: InjectedPod) -> Iterator[InjectionWarning]:
    """Yield the warnings of a proxy among the containers, and not among the init containers alone."""
    workload = subject.workload
    original = workload.pod
    if find_container(init_containers_of(injected.pod), PROXY_CONTAINER) is not None:
        yield InjectionWarning(Warned.SECOND_PROXY, f"templates {', '.join(injected.templates)}")
    spec = original.get("spec") or {}
    ends = (
        workload.kind in _ENDING
        or workload.owner.kind in _ENDING
        or (workload.kind == "Pod" and spec.get("restartPolicy") in ("Never", "OnFailure"))
    )
    applications = [item for item in containers_of(original) if item.get("name") != PROXY_CONTAINER]
    if ends and applications and not any(_ENDS_PROXY in str(item) for item in applications):
        yield InjectionWarning(Warned.JOB_NEVER_ENDS, PROXY_CONTAINER)
