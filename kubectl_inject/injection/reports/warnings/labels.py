"""Labels and annotations that have no effect, or another one than meant."""

from __future__ import annotations

from functools import lru_cache

from kubectl_inject.injection.pod import annotations_of, labels_of
from kubectl_inject.injection.reports.warnings.warning import InjectionWarning, Warned
from kubectl_inject.injection.reports.warnings.workload_warnings import holders_around
from kubectl_inject.istio.annotations import ROWS, names
from kubectl_inject.istio.names import DATAPLANE_MODE, SIDECAR_INJECT
from kubectl_inject.istio.well_known import ANNOTATION, LABEL, WRITTEN
from kubectl_inject.kubernetes.field_path import path_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.injection.reports.warnings.workload_warnings import Subject

_OF_INJECTION = frozenset(
    name.partition("/")[0] for name in names(ANNOTATION) if name.partition("/")[0].endswith(".istio.io")
)
"""The domains of annotations of which all are known here."""

_FOR_PODS = frozenset(
    row.name
    for row in ROWS
    if row.kind == ANNOTATION and row.on == ("Pod",) and row.values != WRITTEN and "istio.io/" in row.name
) - {SIDECAR_INJECT}
_AMBIENT = "ambient"
_IN_NAMES = "-_."


def name_warnings(subject: Subject) -> Iterator[InjectionWarning]:
    """Yield the warnings of the labels and annotations of a workload and of its Pod template."""
    yield from _misplaced_names(subject)
    pod, config = subject.workload.pod, subject.config
    for name in annotations_of(pod):
        yield from _annotation(name, config)
    for name in labels_of(pod):
        yield from _label(name)
    if subject.injected is not None and labels_of(pod).get(DATAPLANE_MODE) == _AMBIENT:
        yield InjectionWarning(Warned.AMBIENT, f"label {DATAPLANE_MODE} of the Pod")


def _misplaced_names(subject: Subject) -> Iterator[InjectionWarning]:
    """Yield the warnings of what belongs to the Pod template, and stands on what is around it."""
    workload = subject.workload
    template = workload.pod
    path = path_of((*workload.path, "metadata"))
    for place, holder in holders_around(workload):
        labels, annotations = labels_of(holder), annotations_of(holder)
        for kind, given, there in (
            (LABEL, labels, labels_of(template)),
            (ANNOTATION, annotations, {**annotations_of(template), **labels_of(template)}),
        ):
            if SIDECAR_INJECT in given and SIDECAR_INJECT not in there:
                cure = f"move it to {path}.labels"
                where = f"{kind} {SIDECAR_INJECT}: {given[SIDECAR_INJECT]!r} in {place}"
                yield InjectionWarning(Warned.INJECT_ON_WORKLOAD, where, cure)
        for name in sorted(_FOR_PODS & annotations.keys() - annotations_of(template).keys()):
            yield InjectionWarning(
                Warned.ANNOTATION_ON_WORKLOAD, f"{name} in {place}", f"move it to {path}.annotations"
            )


def _annotation(name: str, config: InjectionConfig) -> Iterator[InjectionWarning]:
    if "istio" not in name and "sidecar" not in name:
        return
    if name in names(ANNOTATION):
        minor = config.release.minor
        rows = [row for row in ROWS if row.name == name and row.kind == ANNOTATION]
        if rows and not any(row.is_heeded(minor) for row in rows) and not _is_read(name, config):
            (row, *_) = rows
            releases = f"up to 1.{row.until}" if row.until and minor > row.until else f"since 1.{row.since}"
            cure = f"remove it, or use {row.instead}" if row.instead else ""
            yield InjectionWarning(
                Warned.IGNORED_ANNOTATION, f"{name}: heeded {releases}, this is Istio {config.release}", cure
            )
        return
    if name in names(LABEL):
        yield InjectionWarning(Warned.LABEL_AS_ANNOTATION, name)
    elif not _is_read(name, config):
        near = _nearest(name, ANNOTATION)
        if near or name.partition("/")[0] in _OF_INJECTION:
            yield InjectionWarning(Warned.UNKNOWN_ANNOTATION, name, f"did you mean {near}?" if near else "")


def _label(name: str) -> Iterator[InjectionWarning]:
    if ("istio" not in name and "sidecar" not in name) or name in names(LABEL):
        return
    if name in names(ANNOTATION):
        yield InjectionWarning(Warned.ANNOTATION_AS_LABEL, name)
    elif near := _nearest(name, LABEL):
        yield InjectionWarning(Warned.UNKNOWN_LABEL, name, f"did you mean {near}?")
    elif near := _nearest(name, ANNOTATION):
        yield InjectionWarning(Warned.UNKNOWN_LABEL, name, f"did you mean the annotation {near}?")


@lru_cache(maxsize=256)
def _nearest(name: str, kind: str) -> str:
    from kubectl_inject.istio.nearest_name import nearest_name

    return nearest_name(name, kind)


def _is_read(name: str, config: InjectionConfig) -> bool:
    """Whether a template of the configuration reads an annotation, whatever Istio knows."""
    following = (rest[:1] for text in config.templates.values() for rest in text.split(name)[1:])
    return any(not (letter.isalnum() or letter in _IN_NAMES) for letter in following)
