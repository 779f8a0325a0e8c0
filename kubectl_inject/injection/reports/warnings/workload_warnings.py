"""The warnings for one workload.

Nearly every workload deserves none, so what is rarely needed is imported only where a cheap look says that it is.
"""

from __future__ import annotations

from kubectl_inject.injection.pod import annotations_of, containers_of, init_containers_of, labels_of
from kubectl_inject.injection.reports.warnings.pod_validity import pod_warnings
from kubectl_inject.injection.reports.warnings.proxy import proxy_warnings
from kubectl_inject.injection.reports.warnings.warning import InjectionWarning, Warned
from kubectl_inject.injection.selection.decision import Reason
from kubectl_inject.istio.names import AUTO_IMAGE, IGNORE_WARNINGS, REVISION_LABEL, SIDECAR_INJECT
from kubectl_inject.kubernetes.field_path import path_of
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from typing import Any

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.injection.pod_injection import InjectedPod
    from kubectl_inject.injection.selection.decision import Decision
    from kubectl_inject.injection.selection.namespaces import NamespaceMetadata
    from kubectl_inject.injection.workload import Object, Workload

_USUAL = frozenset({SIDECAR_INJECT, REVISION_LABEL})
"""Labels and annotations that need no look into the table of all."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is warned of: a workload without injection, what was decided on it, and its Pod after injection if any.

    ``namespace`` is what is known of the workload's namespace, None where nothing is.
    """

    workload: Workload
    decision: Decision
    injected: InjectedPod | None
    config: InjectionConfig
    namespace: NamespaceMetadata | None = None


def injection_warnings(subject: Subject, ignored: Collection[str] = ()) -> tuple[InjectionWarning, ...]:
    """Return the warnings for a workload, without those of ``ignored`` codes and those that it ignores itself."""
    found = list(_all(subject))
    ignoring = _ignoring(subject.workload)
    if not (found or ignoring):
        return ()
    if ignoring:
        from kubectl_inject.injection.reports.warnings.ignoring import codes_in, unknown_codes

        found += unknown_codes(ignoring)
        ignored = {*ignored, *codes_in(ignoring)}
    return tuple([warning for warning in found if warning.code not in ignored])


def other_revision(labels: Mapping[str, str], config: InjectionConfig) -> str:
    """Return what to say of labels that name another revision than a configuration's; empty for any others.

    It is for manual injection, which does not look at them, and where the configuration's revision is known.
    """
    installation = config.installation
    revision = labels.get(REVISION_LABEL)
    if not revision or installation.automatic or not (installation.revision or installation.webhooks):
        return ""
    names = installation.names
    known = " or ".join(sorted(names))
    return "" if revision in names else f"{REVISION_LABEL}: {revision}, the configuration is of {known}"


def _ignoring(workload: Workload) -> str:
    """Return what the annotations of a workload and of its Pod template say to ignore."""
    pod = annotations_of(workload.pod).get(IGNORE_WARNINGS, "")
    own = annotations_of(workload.object).get(IGNORE_WARNINGS, "") if workload.path else ""
    return f"{own},{pod}" if own or pod else ""


def _all(subject: Subject) -> Iterator[InjectionWarning]:
    decision, injected, workload = subject.decision, subject.injected, subject.workload
    if decision.ignored:
        yield InjectionWarning(Warned.INJECT_VALUE, repr(decision.ignored))
    yield from _of_names(subject)
    pod = workload.pod
    if injected is None:
        if decision.reason is Reason.NOT_ENABLED and annotations_of(pod).get(SIDECAR_INJECT) == "true":
            yield InjectionWarning(Warned.INJECT_ANNOTATION, f"{SIDECAR_INJECT}: 'true'")
        for container in (*containers_of(pod), *init_containers_of(pod)):
            if container.get("image") == AUTO_IMAGE:
                yield InjectionWarning(Warned.IMAGE_AUTO, container.get("name") or "<unnamed>")
        return
    if successor := workload.successor:
        yield InjectionWarning(Warned.API_VERSION, f"{workload.api_version}, now {successor}")
    for placeholder in workload.placeholders:
        yield InjectionWarning(Warned.PLACEHOLDER, str(placeholder))
    if workload.row.caution:
        yield InjectionWarning(Warned.UNFIT_KIND, workload.row.caution)
    for template, path in dict.fromkeys(injected.unknown_fields):
        yield InjectionWarning(Warned.UNKNOWN_FIELD, f"{template}: {path}")
    if revision := other_revision(labels_of(pod), subject.config):
        yield InjectionWarning(Warned.POD_REVISION, revision)
    yield from pod_warnings(subject)
    yield from proxy_warnings(subject)
    if subject.namespace is not None and subject.namespace.labels:
        from kubectl_inject.injection.reports.warnings.namespace import namespace_warnings

        yield from namespace_warnings(subject)


def _of_names(subject: Subject) -> Iterator[InjectionWarning]:
    """Yield the warnings of labels and annotations; only where any may be Istio's are they looked at one by one."""
    pod = subject.workload.pod
    names = [*labels_of(pod), *annotations_of(pod)]
    around = [name for _, holder in holders_around(subject.workload) for name in _names_on(holder)]
    if any(map(_may_be_istio, around)) or any(name not in _USUAL and _may_be_istio(name) for name in names):
        from kubectl_inject.injection.reports.warnings.labels import name_warnings

        yield from name_warnings(subject)


def holders_around(workload: Workload) -> list[tuple[str, Object]]:
    """Return the objects with metadata of their own that a Pod template is in, with where their metadata is."""
    found = []
    holder: Any = workload.object
    for depth, step in enumerate(workload.path):
        if isinstance(holder, dict) and _has_metadata(holder):
            found.append((path_of((*workload.path[:depth], "metadata")), holder))
        holder = holder[step]
    return found


def _has_metadata(holder: Object) -> bool:
    """Whether an object, of which no more may be known than that a Pod template is in it, has metadata."""
    metadata = holder.get("metadata")
    return (
        isinstance(metadata, dict)
        and all(isinstance(metadata.get(name), dict | None) for name in ("labels", "annotations"))
        and bool(metadata)
    )


def _names_on(holder: Object) -> list[str]:
    return [*labels_of(holder), *annotations_of(holder)]


def _may_be_istio(name: str) -> bool:
    return "istio" in name or "sidecar" in name
