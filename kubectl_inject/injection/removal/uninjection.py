"""``uninject_document``: the way back, from injected manifests to what they were."""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.pod import annotations_of, containers_of, find_sidecar, init_containers_of
from kubectl_inject.injection.postprocessing.app_probes import probes_of_agent
from kubectl_inject.injection.removal.removal import variable_of
from kubectl_inject.injection.removal.restoring import injections_of, restore_object
from kubectl_inject.injection.removal.text_memory import TextMemory, merged
from kubectl_inject.injection.reports.report import Outcome
from kubectl_inject.injection.workload import Object, Workload, find_workload, items_of, name_of, title_of
from kubectl_inject.istio.names import (
    ISTIO_CONTAINERS,
    PROBERS_VARIABLE,
    PROMETHEUS_VARIABLE,
    PROXY_OVERRIDES,
    SIDECAR_STATUS,
)
from kubectl_inject.kubernetes.schema.decoding import FieldTypeError, without_nulls, without_required_zeros
from kubectl_inject.kubernetes.workload_kinds import DEFAULT_KINDS, WorkloadKinds, kinds_in
from kubectl_inject.manifests.editing import edit_document
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.parsing.limits import DEFAULT_LIMITS, Limits
from kubectl_inject.manifests.sameness import is_same
from kubectl_inject.manifests.stream import Document
from kubectl_inject.printable import printable_line
from kubectl_inject.startup.frozen import dataclass, field, replace
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from kubectl_inject.injection.pod import Container
    from kubectl_inject.kubernetes.template_paths import ConcretePath

_ADDED = (
    "volumes, labels and annotations with the names and values that the injector gives were taken for the injector's"
)
_OTHER_FIELDS = "what else templates set in the Pod stays, and what injection rewrote is spelled as this tool spells it"
_PORT_NAMES = "ports of probes are numbers now, where they may have been names"
_OWN_CONTAINER = "the Pod's own istio-proxy container comes last, wherever it was, with the image auto if it names none"
_NO_INJECTION = "no injection that this tool knows wrote its annotation sidecar.istio.io/status"
_SEPARATOR_OF_KUBECTL = pattern("[\n\r]---[^ \t\n\r]")
"""What kubectl takes for the start of a document, and YAML for a line of a string."""
_LINES = "the text was edited since, so lines that injection spelled otherwise stay as it spells them"


@dataclass(frozen=True, slots=True)
class Uninjection:
    """One workload: whether an injection was taken out, and what of the workload from before could not be known."""

    source: str
    document: int
    kind: str
    name: str
    namespace: str
    restored: bool
    unknown: tuple[str, ...] = ()
    note: str = ""
    """Tells of the record that helped, if one did."""
    template: str = ""
    """The path of the Pod template, where the object has several."""

    @property
    def title(self) -> str:
        """The workload's kind, namespace and name."""
        return title_of(self.kind, self.namespace, self.name, self.template)

    @property
    def outcome(self) -> Outcome:
        """What became of the workload."""
        return Outcome.UNINJECTED if self.restored else Outcome.UNCHANGED

    @property
    def warnings(self) -> tuple[()]:
        """There are none: what could not be known is a part of what was done."""
        return ()

    @property
    def done(self) -> str:
        """What was done and why, such as ``uninjected: restored from its record``."""
        reasons = (*((self.note,) if self.note else ()), *self.unknown)
        if not self.restored:
            reasons = ("it is not injected", *reasons)
        return f"{self.outcome.value}: {'; '.join(reasons)}" if reasons else self.outcome.value

    def __str__(self) -> str:
        """Return the report in one line."""
        return f"{self.title}: {self.done}"

    def to_plain(self) -> dict[str, Any]:
        """Return the report as plain data, by the schema in docs/report.schema.json."""
        return {
            "source": self.source,
            "document": self.document,
            "kind": self.kind,
            "name": self.name,
            "namespace": self.namespace,
            "outcome": self.outcome.value,
            "note": self.note,
            "unknown": list(self.unknown),
        }


@dataclass(frozen=True, slots=True)
class UninjectedDocument:
    """A document without its injections, and the reports of its workloads.

    ``from_object`` is its text as the object alone gives it, without the lines that were remembered.
    """

    text: str
    reports: tuple[Uninjection, ...] = ()
    from_object: str = ""


@dataclass(frozen=True, slots=True)
class _Restored:
    value: Any
    reports: tuple[Uninjection, ...] = ()
    memory: TextMemory = field(default_factory=TextMemory)


def may_be_injected(text: str, kinds: WorkloadKinds = DEFAULT_KINDS) -> bool:
    """Whether a document may hold a workload, or an injection in what is none of ``kinds``; False is certain."""
    return SIDECAR_STATUS in text or kinds.may_be_workload(text)


def uninject_document(
    document: Document,
    limits: Limits = DEFAULT_LIMITS,
    selects: Callable[[Object], bool] | None = None,
    kinds: WorkloadKinds = DEFAULT_KINDS,
) -> UninjectedDocument:
    """Return a document with its injections taken out; as it is where there are none.

    What ``selects`` does not accept stays as it is, and is in no report. An object of a kind that is none of ``kinds``
    is searched for Pod templates, if it may hold an injection.
    Raises ManifestError where it cannot be read, and InjectionError where the record of an injection cannot be used.
    """
    unchanged = UninjectedDocument(document.whole, from_object=document.whole)
    if not may_be_injected(document.text, kinds):
        return unchanged
    root = compose(document, limits)
    value = construct(root, document)
    if root is None or not isinstance(value, dict):
        return unchanged
    if SIDECAR_STATUS in document.text:
        kinds = kinds_in(value, kinds)
    restored = _restore(value, document, selects, kinds)
    if restored.value is value:
        return replace(unchanged, reports=restored.reports)
    from_object = edit_document(document, root, value, restored.value).text
    text = _remembered(from_object, document, restored, limits, kinds)
    reports = restored.reports
    if text is None:
        reports = tuple(_with_unknown(report, _LINES) if report.restored else report for report in reports)
        text = from_object
    return UninjectedDocument(document.whole_with(text), reports, document.whole_with(from_object))


def uninject_object(
    value: Object, source: str = "<object>", kinds: WorkloadKinds = DEFAULT_KINDS
) -> tuple[Object, tuple[Uninjection, ...]]:
    """Return one object without its injection, and the reports of its workloads; the very object where it has none.

    Raises InjectionError where the record of an injection cannot be used.
    """
    restored = _restore(value, Document("", source), None, kinds)
    return restored.value, restored.reports


def _remembered(text: str, document: Document, restored: _Restored, limits: Limits, kinds: WorkloadKinds) -> str | None:
    """Return the text with the lines that were remembered, or None where they do not mean the same."""
    was = restored.memory.apply(text)
    if was is None or was == text:
        return was
    if len(_SEPARATOR_OF_KUBECTL.findall(was)) > len(_SEPARATOR_OF_KUBECTL.findall(text)):
        return None
    former = replace(document, text=was)
    try:
        value = construct(compose(former, limits), former)
        return was if is_same(_as_read(value, kinds), _as_read(restored.value, kinds)) else None
    except (ManifestError, FieldTypeError):
        return None


def _as_read(value: Any, kinds: WorkloadKinds) -> Any:
    """Return an object as Kubernetes reads it, and without what restoring cannot tell from absent.

    That is null, a number in the place of a string, and metadata with nothing in it.
    """
    items = items_of(value) if isinstance(value, dict) else None
    if items is not None:
        return {**value, "items": [_as_read(item, kinds) for item in items]}
    workload = find_workload(value, kinds=kinds) if isinstance(value, dict) else None
    if workload is None:
        return without_nulls(value)
    kind = workload.type
    read: Object = without_nulls(without_required_zeros(workload.object, kind), kind)
    metadata = {name: item for name, item in read.get("metadata", {}).items() if name != "annotations" or item}
    return {name: item for name, item in {**read, "metadata": metadata}.items() if name != "metadata" or item}


def _restore(
    value: Object, document: Document, selects: Callable[[Object], bool] | None, kinds: WorkloadKinds
) -> _Restored:
    items = items_of(value)
    if items is not None:
        return _restore_list(value, items, document, selects, kinds)
    if selects is not None and not selects(value):
        return _Restored(value)
    try:
        workload = find_workload(value, kinds=kinds)
        restored = restore_object(workload) if workload is not None else None
    except InjectionError as error:
        place = printable_line(f"{document.source}: document {document.index}: {name_of(value)}")
        raise InjectionError(f"{place}: {error}") from None
    if workload is None:
        return _Restored(value)
    if restored is None:
        return _Restored(value, tuple(_left(each, document) for each in workload.each))
    statuses = injections_of(workload)
    reports = []
    for each in workload.each:
        if each.path in statuses or len(workload.paths) == 1:
            unknown = [] if restored.record is not None else list(_unknown(each))
            unknown += _lost_probes(each, restored.object)
            unknown += _taken_containers(each, restored.object)
            report = _report(each, document, restored=True, unknown=tuple(unknown))
            reports.append(replace(report, note=restored.note))
        else:
            reports.append(_left(each, document))
    return _Restored(restored.object, tuple(reports), restored.record.text if restored.record else TextMemory())


def _left(workload: Workload, document: Document) -> Uninjection:
    why = (_NO_INJECTION,) if SIDECAR_STATUS in annotations_of(workload.pod) else ()
    return _report(workload, document, restored=False, unknown=why)


def _restore_list(
    value: Object,
    items: list[Any],
    document: Document,
    selects: Callable[[Object], bool] | None,
    kinds: WorkloadKinds,
) -> _Restored:
    parts = [_restore(item, document, selects, kinds) if isinstance(item, dict) else _Restored(item) for item in items]
    unchanged = all(part.value is item for part, item in zip(parts, items, strict=True))
    return _Restored(
        value if unchanged else {**value, "items": [part.value for part in parts]},
        tuple(report for part in parts for report in part.reports),
        merged(part.memory for part in parts),
    )


def _report(workload: Workload, document: Document, *, restored: bool, unknown: tuple[str, ...] = ()) -> Uninjection:
    return Uninjection(
        document.source,
        document.index,
        workload.kind,
        workload.name,
        workload.namespace,
        restored,
        unknown,
        template=workload.template,
    )


def _unknown(workload: Workload) -> Iterator[str]:
    """Yield what an injected Pod, without a record, leaves open."""
    yield _ADDED
    proxy = find_sidecar(workload.pod)
    has_probes = bool(variable_of(proxy, PROBERS_VARIABLE))
    has_own_container = PROXY_OVERRIDES in annotations_of(workload.pod)
    if has_probes:
        yield _PORT_NAMES
    if has_own_container:
        yield _OWN_CONTAINER
    if has_probes or has_own_container or variable_of(proxy, PROMETHEUS_VARIABLE):
        yield _OTHER_FIELDS


def _with_unknown(report: Uninjection, what: str) -> Uninjection:
    return replace(report, unknown=(*report.unknown, what))


def _lost_probes(workload: Workload, restored: Object) -> Iterator[str]:
    """Yield each probe and hook that still asks the agent, which is gone, as nothing tells what it asked before."""
    for container in _containers_in(restored, workload.path):
        for field_name in probes_of_agent(container):
            name = container.get("name") or ""
            yield f"{field_name} of container {name} still asks the proxy's agent: nothing tells what it was"


def _taken_containers(workload: Workload, restored: Object) -> Iterator[str]:
    """Yield what went with the injection that Istio's own templates do not add: an annotation alone calls it that."""
    left = {container.get("name") for container in _containers_in(restored, workload.path)}
    for container in _containers_in(workload.object, workload.path):
        if (name := container.get("name")) not in left and name not in ISTIO_CONTAINERS:
            yield f"container {name} went too, which annotation {SIDECAR_STATUS} calls the injection's"


def _containers_in(value: Object, path: ConcretePath) -> list[Container]:
    pod: Any = value
    for step in path:  # which may have come with the injection
        pod = pod[step] if isinstance(step, int) else pod.get(step) or {}
    return [*containers_of(pod), *init_containers_of(pod)]
