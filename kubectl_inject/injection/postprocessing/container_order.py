"""The order of containers once the proxy is among them."""

from __future__ import annotations

from kubectl_inject.injection.pod import (
    Container,
    Pod,
    containers_of,
    find_container,
    init_containers_of,
    with_containers,
)
from kubectl_inject.istio.names import (
    CORE_DUMP_CONTAINER,
    INIT_CONTAINER,
    PROXY_CONTAINER,
    VALIDATION_CONTAINER,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.mesh_config.protobuf import Message


def order_containers(pod: Pod, config: InjectionConfig, proxy_config: Message) -> Pod:
    """Return the Pod with its containers in Istio's order.

    The proxy comes last, so that ``kubectl exec`` finds the application; first where the application waits for it.
    As a native sidecar it comes before the other init containers, right after the one that sets up the network;
    else the network is set up last, so that init containers can still reach it, and checked first.
    """
    hold = proxy_config.get("holdApplicationUntilProxyStarts").get("value")
    hold = hold or config.values.enabled("global.proxy.holdApplicationUntilProxyStarts")
    containers = _first if hold else _last
    init_containers = init_containers_of(pod)
    if find_container(init_containers, PROXY_CONTAINER) is not None:
        for name in (CORE_DUMP_CONTAINER, PROXY_CONTAINER, VALIDATION_CONTAINER, INIT_CONTAINER):
            init_containers = _first(init_containers, name)
    else:
        init_containers = _first(init_containers, VALIDATION_CONTAINER)
        init_containers = _last(_last(init_containers, INIT_CONTAINER), CORE_DUMP_CONTAINER)
    return with_containers(pod, containers(containers_of(pod), PROXY_CONTAINER), init_containers)


def _first(containers: list[Container], name: str) -> list[Container]:
    named, others = _parted(containers, name)
    return named + others


def _last(containers: list[Container], name: str) -> list[Container]:
    named, others = _parted(containers, name)
    return others + named


def _parted(containers: list[Container], name: str) -> tuple[list[Container], list[Container]]:
    """Return the container of that name, the last one where there are several, and those of other names."""
    named = [container for container in containers if container.get("name") == name]
    return named[-1:], [container for container in containers if container.get("name") != name]
