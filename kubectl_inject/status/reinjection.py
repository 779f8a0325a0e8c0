"""Whether a Pod is what its injector would make now: its injection is taken out, it is injected anew, both compared."""

from __future__ import annotations

import json

from kubectl_inject.injection.pod import (
    annotations_of,
    containers_of,
    find_sidecar,
    init_containers_of,
    labels_of,
    with_spec,
)
from kubectl_inject.injection.pod_injection import inject_pod
from kubectl_inject.istio.names import (
    DEFAULT_REVISION,
    PROBERS_VARIABLE,
    PROXY_OVERRIDES,
    RESTORE,
    SIDECAR_STATUS,
)
from kubectl_inject.kubernetes.patches.differences import differences
from kubectl_inject.kubernetes.pod_defaults import (
    container_without_defaults,
    spec_without_defaults,
    volume_without_defaults,
)
from kubectl_inject.kubernetes.schema.types import POD
from kubectl_inject.status.changed_settings import (
    CNI,
    ChangedSetting,
    PlacedContainer,
    changed_containers,
    changed_entry,
)
from kubectl_inject.status.pod_templates import as_created, without_later_containers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from typing import Any

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.injection.pod import Container, Pod
    from kubectl_inject.injection.postprocessing.injection_status import InjectionStatus
    from kubectl_inject.injection.rendering.template_data import Surroundings
    from kubectl_inject.injection.rendering.template_rendering import TemplateLibrary
    from kubectl_inject.status.pod_templates import PodTemplate

_TOKEN_MOUNT = "/var/run/secrets/kubernetes.io/serviceaccount"
_LIMIT_RANGER = "kubernetes.io/limit-ranger"
_PORTS_VARIABLE = "ISTIO_META_POD_PORTS"
_RECORDS = frozenset({SIDECAR_STATUS, PROXY_OVERRIDES, RESTORE})
_FOR_CNI = ("sidecar.istio.io/interceptionMode", "traffic.sidecar.istio.io/", "k8s.v1.cni.cncf.io/networks")
_ALWAYS = "Always"
"""What the admission plugin AlwaysPullImages makes of the pull policy of all containers."""
_SHOWN_DEFAULTS = {"protocol": "TCP", "scheme": "HTTP", "timeoutSeconds": 1}
"""Defaults of ports and probes: the webhook sees them, and manifests do not have them yet."""


def changes_of(
    pod: Pod,
    status: InjectionStatus,
    surroundings: Surroundings,
    config: InjectionConfig,
    library: TemplateLibrary,
    template: PodTemplate | None = None,
    resized: Collection[str] = (),
) -> tuple[ChangedSetting, ...]:
    """Return what differs between an injected Pod and what ``config`` makes of the same Pod without its injection.

    ``pod`` is as the API server has it, of the types of a Pod, and may be a Pod template too; ``status`` is that of its
    injection. ``template`` is what it was made of, where that is known. ``resized`` names the containers whose
    resources others have set. Raises InjectionError where it cannot be injected.
    """
    is_injected_again = template is not None and bool(template.injected)
    if not is_injected_again:
        pod = without_later_containers(pod)
    bare = as_created(pod, status, surroundings.owner, template)
    injected = inject_pod(bare, surroundings, config, library).pod
    plane = config.installation.revision or DEFAULT_REVISION
    old, new = _without_resources(pod, resized), _without_resources(injected, resized)
    found = tuple(dict.fromkeys(_changes(old, new, status, plane, of_injection_alone=is_injected_again)))
    if any(change.name == CNI for change in found):
        found = tuple(change for change in found if not _tells_cni(change))
    return tuple(change for change in found if not _names_revision(change, status.revision, plane))


def _without_resources(pod: Pod, names: Collection[str]) -> Pod:
    """Return a Pod without the resources of some containers."""
    if not names:
        return pod
    lists = ("containers", "initContainers")
    changes = {
        field: [
            {key: value for key, value in each.items() if key != "resources" or each.get("name") not in names}
            for each in pod["spec"][field]
        ]
        for field in lists
        if pod["spec"].get(field)
    }
    return with_spec(pod, **changes)


def _names_revision(change: ChangedSetting, old: str, new: str) -> bool:
    """Whether a change is the address of istiod, which differs in nothing but the name of the revision."""
    if old == new or change.old is None or change.new is None:
        return False
    one, other = (
        text.replace(f"istiod-{revision}.", "istiod.") for text, revision in ((change.old, old), (change.new, new))
    )
    return one == other


def _tells_cni(change: ChangedSetting) -> bool:
    """Whether a change is an annotation by which the CNI plugin is given what an argument of istio-init held before."""
    is_added_or_gone = change.old is None or change.new is None
    return is_added_or_gone and change.name.removeprefix("annotation ").startswith(_FOR_CNI)


def _changes(
    old: Pod, new: Pod, status: InjectionStatus, revision: str, *, of_injection_alone: bool
) -> Iterator[ChangedSetting]:
    """Yield what differs; ``of_injection_alone``: of the containers only in those that the injection adds."""
    before, after = spec_without_defaults(old.get("spec") or {}), spec_without_defaults(new.get("spec") or {})
    if status.revision != revision:
        yield changed_entry("revision", status.revision, revision)
    ours = {name for pod in (old, new) for name in _added_names(pod, status)}
    limited = _LIMIT_RANGER in annotations_of(old)
    containers = _settled(_containers(before), _containers(after), ours, limited=limited)
    if of_injection_alone:
        containers = _only(containers[0], ours), _only(containers[1], ours)
    yield from changed_containers(*containers)
    rest = _fields(before, after), _fields(after, before)
    kind = POD.struct_type().by_json_name["spec"].type
    for difference in differences(*rest, kind):
        path = difference.path
        volume, _, field = path.removeprefix("volumes[").partition("]")
        name = f"volume {volume}{field}" if path.startswith("volumes[") else path
        yield changed_entry(name, difference.old, difference.new)
    for what, one, other in (
        ("label", labels_of(old), labels_of(new)),
        ("annotation", annotations_of(old), annotations_of(new)),
    ):
        for name in [*one, *(name for name in other if name not in one)]:
            is_revision = (name, one.get(name), other.get(name)) == ("istio.io/rev", status.revision, revision)
            # An empty annotation means the same as none; removal takes some out.
            if name not in _RECORDS and (one.get(name) or None) != (other.get(name) or None) and not is_revision:
                yield changed_entry(f"{what} {name}", one.get(name), other.get(name))


def _added_names(pod: Pod, status: InjectionStatus) -> Iterator[str]:
    yield from (*status.containers, *status.init_containers)
    sidecar = find_sidecar(pod)
    if sidecar is not None:
        yield str(sidecar.get("name"))


def _fields(spec: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a spec beside its containers; of its volumes those that another spec has not the same."""
    found = {name: value for name, value in spec.items() if name not in ("containers", "initContainers", "volumes")}
    known = other.get("volumes") or []
    found["volumes"] = [volume_without_defaults(each) for each in spec.get("volumes") or [] if each not in known]
    return found


def _containers(spec: dict[str, Any]) -> dict[str, PlacedContainer]:
    named = [(item, False) for item in containers_of({"spec": spec})]
    named += [(item, True) for item in init_containers_of({"spec": spec})]
    return {str(item.get("name")): PlacedContainer(item, is_init) for item, is_init in named}


def _only(containers: dict[str, PlacedContainer], names: Collection[str]) -> dict[str, PlacedContainer]:
    return {name: placed for name, placed in containers.items() if name in names}


def _settled(
    old: dict[str, PlacedContainer], new: dict[str, PlacedContainer], ours: Collection[str], *, limited: bool
) -> tuple[dict[str, PlacedContainer], dict[str, PlacedContainer]]:
    """Return the containers of two Pods without what neither of two injections made of them.

    ``old`` is of the Pod that runs: admission plugins gave its containers the token of the service account and, where
    the Pod says so (``limited``), resources. What all of the application's containers have alike in their variables and
    mounts, another webhook gave to every container, the injector's too; so it is where all are always pulled.
    """
    applications = [placed.container for name, placed in old.items() if name not in ours]
    differing = [name for name in old if old[name] != new.get(name)]
    common = _common([container_without_defaults(each) for each in applications]) if differing else {}
    pulled = all(placed.container.get("imagePullPolicy") == _ALWAYS for placed in old.values())
    found_old, found_new = {}, {}
    for name in [*differing, *(name for name in new if name not in old)]:
        after = new.get(name)
        if after is not None:
            container = _with_plain_records(container_without_defaults(after.container))
            found_new[name] = after = PlacedContainer(container, after.is_init)
        if name in old:
            container = _with_plain_records(container_without_defaults(old[name].container))
            if after is not None and name in ours:
                container = _without_additions(container, after.container, common, limited=limited)
                if pulled and "imagePullPolicy" not in after.container:
                    container.pop("imagePullPolicy", None)
            found_old[name] = PlacedContainer(container, old[name].is_init)
    return found_old, found_new


def _common(containers: list[Container]) -> dict[str, list[Any]]:
    """Return the variables and mounts that all containers have alike."""
    if not containers:
        return {"env": [], "volumeMounts": []}
    first, *others = containers
    return {
        field: [item for item in first.get(field) or [] if all(item in (each.get(field) or []) for each in others)]
        for field in ("env", "volumeMounts")
    }


def _without_additions(
    container: Container, wanted: Container, common: Mapping[str, list[Any]], *, limited: bool
) -> Container:
    found = dict(container)
    for field, key in (("env", "name"), ("volumeMounts", "mountPath")):
        made = {item.get(key) for item in wanted.get(field) or []}
        kept = [
            item
            for item in container.get(field) or []
            if item.get(key) in made or not (item in common[field] or item.get(key) == _TOKEN_MOUNT)
        ]
        if kept:
            found[field] = kept
        else:
            found.pop(field, None)
    if limited and "resources" in container:
        made_resources = wanted.get("resources") or {}
        resources = {
            kind: {name: value for name, value in given.items() if name in (made_resources.get(kind) or {})}
            for kind, given in container["resources"].items()
            if isinstance(given, dict)
        }
        found["resources"] = {kind: given for kind, given in resources.items() if given}
        if not found["resources"]:
            del found["resources"]
    return found


def _with_plain_records(container: Container) -> Container:
    """Return a container with what the proxy knows of ports and probes without defaults that only some see."""
    env = container.get("env")
    if not env or not any(item.get("name") in (_PORTS_VARIABLE, PROBERS_VARIABLE) for item in env):
        return container
    return {**container, "env": [_plain_record(item) for item in env]}


def _plain_record(variable: dict[str, Any]) -> dict[str, Any]:
    if variable.get("name") not in (_PORTS_VARIABLE, PROBERS_VARIABLE):
        return variable
    try:
        value = json.loads(variable.get("value") or "null")
    except (ValueError, RecursionError):
        return variable
    plain = _without_shown_defaults(value)
    if isinstance(plain, list):  # of ports, in the order of their containers, among which the user's own proxy moves
        plain = sorted(plain, key=lambda port: json.dumps(port, sort_keys=True))
    return {**variable, "value": json.dumps(plain, sort_keys=True)}


def _without_shown_defaults(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_shown_defaults(item) for k, item in value.items() if _SHOWN_DEFAULTS.get(k) != item}
    return [_without_shown_defaults(item) for item in value] if isinstance(value, list) else value
