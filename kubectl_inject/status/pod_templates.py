"""What is to be known of a Pod's template, where the Pod alone does not tell its own parts from the injection's."""

from __future__ import annotations

import json

from kubectl_inject.injection.pod import annotations_of, find_sidecar, labels_of, with_metadata, with_spec
from kubectl_inject.injection.removal.removal import remove_injection, variable_of
from kubectl_inject.istio.names import APP_CONTAINERS_VARIABLE, PROXY_CONTAINER, TOPOLOGY_NETWORK
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.injection.pod import Pod
    from kubectl_inject.injection.postprocessing.injection_status import InjectionStatus
    from kubectl_inject.injection.workload import Owner

_LISTS = ("containers", "initContainers", "volumes", "imagePullSecrets")


@dataclass(frozen=True, slots=True)
class PodTemplate:
    """The names of the labels and volumes that a template has itself.

    ``injected`` is the template as JSON, where it carries an injection that a webhook lays another one over.
    """

    labels: frozenset[str] = frozenset()
    volumes: frozenset[str] = frozenset()
    injected: str = ""


def template_of(pod: Pod, *, is_injected_again: bool = False) -> PodTemplate:
    """Return what is to be known of a Pod template; ``is_injected_again``: it has one injection and gets another."""
    volumes = frozenset(str(volume.get("name")) for volume in _items(pod, "volumes"))
    return PodTemplate(frozenset(labels_of(pod)), volumes, json.dumps(pod) if is_injected_again else "")


def without_later_containers(pod: Pod) -> Pod:
    """Return an injected Pod without the containers that other webhooks added later: its proxy does not list them."""
    listed = variable_of(find_sidecar(pod), APP_CONTAINERS_VARIABLE)
    if not listed:
        return pod
    known = {PROXY_CONTAINER, *listed.split(",")}
    containers = _items(pod, "containers")
    kept = [container for container in containers if container.get("name") in known]
    return with_spec(pod, containers=kept) if len(kept) < len(containers) else pod


def as_created(pod: Pod, status: InjectionStatus, owner: Owner, template: PodTemplate | None) -> Pod:
    """Return an injected Pod as its injector saw it: without its injection, with all that its template had."""
    bare = remove_injection(pod, status, owner)
    if template is None:
        return bare
    labels, own = labels_of(pod), labels_of(bare)
    kept = {
        name: text
        for name, text in labels.items()
        if name in template.labels or (name in own and name != TOPOLOGY_NETWORK)
    }
    if template.injected:
        bare = _with_injection(bare, json.loads(template.injected))
    else:
        volumes = _items(bare, "volumes")
        lost = template.volumes.difference(volume.get("name") for volume in volumes)
        found = [volume for volume in _items(pod, "volumes") if volume.get("name") in lost]
        if found:
            bare = with_spec(bare, volumes=[*volumes, *found])
    return with_metadata(bare, labels=kept)


def _items(pod: Pod, name: str) -> list[dict[str, Any]]:
    return (pod.get("spec") or {}).get(name) or []


def _with_injection(bare: Pod, template: Pod) -> Pod:
    """Return a Pod with the injection that its template has, and with what others added to the Pod since."""
    lists = {name: _united(_items(template, name), _items(bare, name)) for name in _LISTS}
    found = with_spec(bare, **{name: items for name, items in lists.items() if items})
    return with_metadata(found, annotations={**annotations_of(bare), **annotations_of(template)})


def _united(items: list[dict[str, Any]], others: list[dict[str, Any]]) -> list[dict[str, Any]]:
    names = {item.get("name") for item in items}
    return [*items, *(item for item in others if item.get("name") not in names)]
