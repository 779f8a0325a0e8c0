"""OpenShift's ranges of user and group ids, which its namespaces carry as annotations."""

from __future__ import annotations

from kubectl_inject.injection.pod import Pod, containers_of, find_sidecar, init_containers_of, replace_container
from kubectl_inject.istio.names import DEFAULT_PROXY_ID, INIT_CONTAINER, PROXY_CONTAINER, VALIDATION_CONTAINER
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kubectl_inject.istio.releases import InjectorRules

UID_RANGE = "openshift.io/sa.scc.uid-range"
SUPPLEMENTAL_GROUPS = "openshift.io/sa.scc.supplemental-groups"
_BLOCK = pattern(r"(\d{1,18})(?:/(\d{1,18})|-(\d{1,18}))\Z")


def proxy_ids(namespace_annotations: Mapping[str, str]) -> tuple[int, int]:
    """Return the proxy's user and group id: the last ones of the namespace's ranges, or else 1337.

    A range is ``start/length`` or ``start-end``; of several groups the first counts. Where no groups are given,
    those of the user range are taken.
    """
    users = namespace_annotations.get(UID_RANGE, "")
    groups = namespace_annotations.get(SUPPLEMENTAL_GROUPS) or users
    return _last_of(users), _last_of(groups.split(",")[0])


def without_assigned_user(pod: Pod, rules: InjectorRules) -> Pod:
    """Return the Pod without the proxy's user and group ids, where they are those of the application.

    OpenShift gives one user id to all containers of a Pod; interception fails when the proxy has the application's.
    """
    sidecar = find_sidecar(pod)
    context = (sidecar or {}).get("securityContext")
    if sidecar is None or not context:
        return pod
    applications = containers_of(pod) + (init_containers_of(pod) if rules.counts_users_of_init_containers else [])
    users = [
        (container.get("securityContext") or {}).get("runAsUser")
        for container in applications
        if container.get("name") not in (PROXY_CONTAINER, INIT_CONTAINER, VALIDATION_CONTAINER)
    ]
    application = next((user for user in reversed(users) if user is not None), 0)
    if application != (context.get("runAsUser") or 0):
        return pod
    kept = {name: value for name, value in context.items() if name not in ("runAsUser", "runAsGroup")}
    return replace_container(pod, sidecar, {**sidecar, "securityContext": kept})


def _last_of(block: str) -> int:
    match = _BLOCK.match(block.strip()) if block else None
    if match is None:
        return DEFAULT_PROXY_ID
    start, length, end = int(match[1]), match[2], match[3]
    return int(end) if end is not None else start + int(length) - 1
