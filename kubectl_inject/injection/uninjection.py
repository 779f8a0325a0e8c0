"""``uninject_document``: the way back, from injected manifests to what they were."""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.frozen import dataclass, replace
from kubectl_inject.injection.names import PROBERS_VARIABLE, PROXY_OVERRIDES
from kubectl_inject.injection.pod import annotations_of, find_sidecar
from kubectl_inject.injection.removal import variable_of
from kubectl_inject.injection.report import workload_title
from kubectl_inject.injection.restoring import restore_object
from kubectl_inject.injection.text_memory import TextMemory
from kubectl_inject.injection.workload import KINDS, LIST, Object, Workload, find_workload, name_of
from kubectl_inject.kubernetes.decoding import without_nulls
from kubectl_inject.manifests.editing import edit_document
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.limits import DEFAULT_LIMITS, Limits
from kubectl_inject.manifests.screening import may_be

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from kubectl_inject.manifests.stream import Document

_ADDED_METADATA = "labels and annotations with the values that the injector gives were taken for the injector's"
_PORT_NAMES = "ports of probes are numbers now, where they may have been names"
_OWN_CONTAINER = "the Pod's own istio-proxy container comes last, wherever it was, with the image auto if it names none"


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

    def __str__(self) -> str:
        """Return the report in one line."""
        title = workload_title(self.kind, self.namespace, self.name)
        if not self.restored:
            return f"{title}: not injected, left as it is"
        return f"{title}: injection taken out" + (f"; {'; '.join(self.unknown)}" if self.unknown else "")


@dataclass(frozen=True, slots=True)
class UninjectedDocument:
    """A document without its injections, and the reports of its workloads."""

    text: str
    reports: tuple[Uninjection, ...]


@dataclass(frozen=True, slots=True)
class _Restored:
    value: Any
    reports: tuple[Uninjection, ...]
    memory: TextMemory


def uninject_document(document: Document, limits: Limits = DEFAULT_LIMITS) -> UninjectedDocument:
    """Return a document with its injections taken out; as it is where there are none.

    Raises ManifestError where it cannot be read, and InjectionError where the record of an injection cannot be used.
    """
    original = document.whole
    if not may_be(document.text, KINDS):
        return UninjectedDocument(original, ())
    root = compose(document, limits)
    value = construct(root, document)
    if root is None or not isinstance(value, dict):
        return UninjectedDocument(original, ())
    restored = _restore(value, document)
    if restored.value is value:
        return UninjectedDocument(original, restored.reports)
    text = edit_document(document, root, value, restored.value).text
    return UninjectedDocument(document.whole_with(_remembered(text, document, restored)), restored.reports)


def _remembered(text: str, document: Document, restored: _Restored) -> str:
    """Return the text with the lines that were remembered, where they mean the same."""
    was = restored.memory.apply(text) if restored.memory.lines else None
    if was is None:
        return text
    former = replace(document, text=was)
    try:
        value = construct(compose(former), former)
    except ManifestError:
        return text
    return was if _comparable(value) == _comparable(restored.value) else text


def _comparable(value: Any) -> Any:
    """Return an object without what restoring cannot tell from absent: nulls, and annotations that are empty."""
    value = without_nulls(value)
    if not isinstance(value, dict):
        return value
    if isinstance(value.get("items"), list):
        return {**value, "items": [_comparable(item) for item in value["items"]]}
    metadata = value.get("metadata")
    if not isinstance(metadata, dict) or metadata.get("annotations") != {}:
        return value
    return {**value, "metadata": {name: item for name, item in metadata.items() if name != "annotations"}}


def _restore(value: Object, document: Document) -> _Restored:
    if (value.get("apiVersion"), value.get("kind")) == LIST and isinstance(value.get("items"), list):
        return _restore_list(value, document)
    try:
        workload = find_workload(value)
        restored = restore_object(workload) if workload is not None else None
    except InjectionError as error:
        problem = f"{document.source}: document {document.index}: {name_of(value)}: {error}"
        raise InjectionError(problem) from None
    if workload is None:
        return _Restored(value, (), TextMemory())
    if restored is None:
        return _Restored(value, (_report(workload, document, restored=False),), TextMemory())
    unknown = () if restored.record is not None else tuple(_unknown(workload))
    report = _report(workload, document, restored=True, unknown=unknown)
    return _Restored(restored.object, (report,), restored.record.text if restored.record else TextMemory())


def _restore_list(value: Object, document: Document) -> _Restored:
    parts = [
        _restore(item, document) if isinstance(item, dict) else _Restored(item, (), TextMemory())
        for item in value["items"]
    ]
    items = [part.value for part in parts]
    unchanged = all(new is old for new, old in zip(items, value["items"], strict=True))
    return _Restored(
        value if unchanged else {**value, "items": items},
        tuple(report for part in parts for report in part.reports),
        next((part.memory for part in parts if part.memory.lines), TextMemory()),
    )


def _report(workload: Workload, document: Document, *, restored: bool, unknown: tuple[str, ...] = ()) -> Uninjection:
    return Uninjection(
        document.source, document.index, workload.kind, workload.name, workload.namespace, restored, unknown
    )


def _unknown(workload: Workload) -> Iterator[str]:
    """Yield what an injected Pod, without a record, leaves open."""
    yield _ADDED_METADATA
    if variable_of(find_sidecar(workload.pod), PROBERS_VARIABLE):
        yield _PORT_NAMES
    if PROXY_OVERRIDES in annotations_of(workload.pod):
        yield _OWN_CONTAINER
