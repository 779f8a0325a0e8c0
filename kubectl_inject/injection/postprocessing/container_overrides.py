"""The user's own ``istio-proxy`` or ``istio-init`` container, laid over the one that the template makes."""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.pod import (
    Container,
    Pod,
    annotations_of,
    containers_of,
    find_container,
    find_sidecar,
    init_containers_of,
    replace_container,
    with_containers,
    with_metadata,
)
from kubectl_inject.injection.postprocessing.app_probes import probers_of, rewritten_of
from kubectl_inject.istio.names import (
    AUTO_IMAGE,
    CLUSTER_VARIABLE,
    INIT_CONTAINER,
    INTERCEPTION_MODE,
    ISTIO_CONTAINERS,
    NETWORK_VARIABLE,
    PROBERS_VARIABLE,
    PROMETHEUS_VARIABLE,
    PROXY_OVERRIDES,
    VALIDATION_CONTAINER,
)
from kubectl_inject.kubernetes.go_json import go_value, ordered_json
from kubectl_inject.kubernetes.patches.strategic_merge_patch import apply_patch
from kubectl_inject.kubernetes.schema.decoding import FieldTypeError, decode
from kubectl_inject.kubernetes.schema.types import CONTAINER, POD, FieldType, Kind
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from kubectl_inject.injection.postprocessing.injection_status import InjectionStatus
    from kubectl_inject.kubernetes.patches.differences import Difference
    from kubectl_inject.mesh_config.protobuf import Message

_TPROXY = "TPROXY"
VARIABLES_OF_INJECTION = (CLUSTER_VARIABLE, NETWORK_VARIABLE, PROBERS_VARIABLE, PROMETHEUS_VARIABLE)
"""What an injection writes into the environment of the proxy, whoever the proxy is from."""

_IDS_CHANGED_LATER = ("securityContext.runAsUser", "securityContext.runAsGroup")
_VALUES_CHANGED_LATER = tuple(
    f"env[{name}].value" for name in (CLUSTER_VARIABLE, NETWORK_VARIABLE, PROMETHEUS_VARIABLE)
)
_CONTAINERS = FieldType(Kind.LIST, CONTAINER)


@dataclass(frozen=True, slots=True)
class Overrides:
    """Containers of the user's own, as the annotation ``proxy.istio.io/overrides`` remembers them."""

    containers: list[Container]
    init_containers: list[Container]

    def to_json(self) -> str:
        """Return the annotation's value, as Go writes it."""
        lists = {"containers": self.containers, "initContainers": self.init_containers}
        value = {name: go_value(items, _CONTAINERS) for name, items in lists.items() if items}
        return ordered_json(value)


def remembered_overrides(pod: Pod) -> Overrides:
    """Return the overrides that an earlier injection noted. Raises InjectionError where they cannot be read."""
    text = annotations_of(pod).get(PROXY_OVERRIDES)
    if text is None:
        return Overrides([], [])
    import json

    try:
        value = json.loads(text)
        if not isinstance(value, dict | None):
            raise InjectionError(f"annotation {PROXY_OVERRIDES}: expected a JSON object, found {text[:60]!r}")
        lists = ((value or {}).get(name) for name in ("containers", "initContainers"))
        return Overrides(*(decode([] if items is None else items, _CONTAINERS, "", coerce=False) for items in lists))
    except (ValueError, RecursionError, FieldTypeError) as error:
        raise InjectionError(f"annotation {PROXY_OVERRIDES}: cannot be read as containers: {error}") from None


def check_overrides(pod: Pod, overrides: Overrides) -> None:
    """Raise InjectionError where overrides say something of Istio's containers that the Pod's own do not show."""
    lists = (containers_of(pod), init_containers_of(pod))
    probers = probers_of(pod)
    for items, around in ((overrides.containers, lists), (overrides.init_containers, lists[::-1])):
        for own in items:
            name = own.get("name") or ""
            there = find_container(around[0], name) or find_container(around[1], name)
            if there is None or name not in ISTIO_CONTAINERS:
                continue
            for item in overridden(there, own, probers):
                from kubectl_inject.kubernetes.patches.differences import shown

                raise InjectionError(
                    f"annotation {PROXY_OVERRIDES} is not of this Pod: by it {item.path} of container {name} would "
                    f"become {shown(item.new)}, and is {shown(item.old)}"
                )


def overridden(there: Container, own: Container, probers: dict[str, Any]) -> Iterator[Difference]:
    """Yield what the user's own container would change of the injected one.

    An injection lays it over the container last, so that laying it once more changes nothing, but for what comes
    after that: probes sent to the agent, which knows the ``probers``, and a few variables and ids. Fields that are the
    same are left out, for a list whose items share a key does change when it is laid over itself.
    """
    from kubectl_inject.kubernetes.patches.differences import differences

    given = _without_auto_image(own)
    patch = {name: value for name, value in given.items() if name == "name" or there.get(name) != value}
    wanted = apply_patch(there, patch, CONTAINER)
    rewritten = tuple(rewritten_of(there, own, probers))
    for item in differences(go_value(there, CONTAINER), go_value(wanted, CONTAINER), CONTAINER):
        if not (item.path.startswith(rewritten) or _is_changed_later(item) or _follows_user(item)):
            yield item


def _is_changed_later(item: Difference) -> bool:
    """Whether an injection sets a value anew after it has laid the user's container over its own.

    With TPROXY the proxy runs as root, whatever the user's says; nothing else makes a root of another user.
    """
    if item.path in _IDS_CHANGED_LATER:
        return bool(item.new) or not item.old
    return item.path in _VALUES_CHANGED_LATER and item.old is not None and item.new is not None


def _follows_user(item: Difference) -> bool:
    """Whether arguments differ in the user alone, which ``follow_overridden_user`` sets."""
    if item.path != "args" or not isinstance(item.old, list) or "-u" not in item.old[:-1]:
        return False
    return _with_argument(item.new or [], "-u", item.old[item.old.index("-u") + 1]) == item.old


def reinsert_overrides(pod: Pod, overrides: Overrides) -> Pod:
    """Return the Pod with remembered containers that it lacks, so that templates see what they first saw."""
    if not (overrides.containers or overrides.init_containers):
        return pod
    return with_containers(
        pod,
        _with_missing(containers_of(pod), overrides.containers),
        _with_missing(init_containers_of(pod), overrides.init_containers),
    )


def _with_missing(containers: list[Container], remembered: list[Container]) -> list[Container]:
    return [*containers, *(item for item in remembered if find_container(containers, item.get("name", "")) is None)]


def apply_overrides(merged: Pod, original: Pod, overlay: Pod, status: InjectionStatus | None) -> Pod:
    """Lay the user's own containers once more over the merged ones, so that what the user wrote wins.

    ``overlay`` is what the templates rendered: only containers that it names can be overridden. A container that
    ``status`` lists was put in by an earlier injection, and is no override. What was applied is noted in an
    annotation, so that injection can be repeated.
    """
    remembered = remembered_overrides(original)
    applied = Overrides([], [])
    for container in containers_of(overlay):
        name = container.get("name") or ""
        if status is not None and name in status.containers:
            continue
        own = find_container(remembered.containers, name) or find_container(containers_of(original), name)
        if own is not None:
            applied.containers.append(_without_auto_image(own))
    for container in init_containers_of(overlay):
        name = container.get("name") or ""
        if status is not None and name in status.init_containers:
            continue
        own = (
            find_container(remembered.init_containers, name)
            or find_container(containers_of(original), name)
            or find_container(init_containers_of(original), name)
        )
        if own is not None:
            applied.init_containers.append(_without_auto_image(own))
    if not (applied.containers or applied.init_containers):
        return merged
    patch: dict[str, Any] = {"containers": applied.containers, "initContainers": applied.init_containers}
    pod = apply_patch(merged, {"spec": {name: items for name, items in patch.items() if items}}, POD)
    if status is None:
        return with_metadata(pod, annotations={**annotations_of(pod), PROXY_OVERRIDES: applied.to_json()})
    return pod


def _without_auto_image(container: Container) -> Container:
    """Return what the container asks for: its fields but for ``image: auto``.

    Zero values that Go omits ask for nothing: with ``value: ""`` a variable keeps the template's value.
    """
    written = go_value(container, CONTAINER)
    given = {name: written[name] for name in container if name in written}
    return given if given.get("image") != AUTO_IMAGE else {name: given[name] for name in given if name != "image"}


def follow_overridden_user(pod: Pod, original: Pod, proxy_config: Message) -> Pod:
    """Where the user gave the proxy a user or group id of its own, make the init container follow.

    The validation container runs as the same ids, and the iptables argument ``-u`` names the user. With TPROXY the
    proxy must run as user 0, whatever was requested.
    """
    context = (find_sidecar(original) or {}).get("securityContext") or {}
    user, group = context.get("runAsUser"), context.get("runAsGroup")
    init = _init_container(pod)
    if init is None or (user is None and group is None):
        return pod
    changed = init
    if uses_tproxy(pod, proxy_config):
        sidecar = find_sidecar(pod)
        if user is not None and sidecar is not None:
            pod = replace_container(pod, sidecar, _with_ids(sidecar, 0, None))
    elif init.get("name") == VALIDATION_CONTAINER:
        changed = _with_ids(init, user, group)
    if user:
        changed = {**changed, "args": _with_argument(changed.get("args") or [], "-u", str(user))}
    return pod if changed is init else replace_container(pod, init, changed)


def _init_container(pod: Pod) -> Container | None:
    containers = init_containers_of(pod)
    return find_container(containers, INIT_CONTAINER) or find_container(containers, VALIDATION_CONTAINER)


def uses_tproxy(pod: Pod, proxy_config: Message) -> bool:
    """Whether the Pod's traffic is intercepted with TPROXY."""
    mode = proxy_config.get("interceptionMode").name
    return mode == _TPROXY or annotations_of(pod).get(INTERCEPTION_MODE) == _TPROXY


def _with_ids(container: Container, user: int | None, group: int | None) -> Container:
    given = {name: value for name, value in (("runAsUser", user), ("runAsGroup", group)) if value is not None}
    return {**container, "securityContext": {**(container.get("securityContext") or {}), **given}}


def _with_argument(arguments: list[str], flag: str, value: str) -> list[str]:
    """Return the arguments with the one after ``flag`` replaced."""
    if flag not in arguments[:-1]:
        return arguments
    place = arguments.index(flag) + 1
    return [*arguments[:place], value, *arguments[place + 1 :]]
