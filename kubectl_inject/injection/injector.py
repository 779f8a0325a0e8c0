"""``Injector``: injection of texts and of parsed objects, with a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kubectl_inject.config.injection_config import InjectionConfig
from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.decision import Decision, decide
from kubectl_inject.injection.namespaces import NamespaceMetadata, Namespaces, find_namespaces
from kubectl_inject.injection.pod_injection import inject_pod
from kubectl_inject.injection.report import Report, WorkloadReport
from kubectl_inject.injection.restoring import restore_record, with_record, without_earlier_injection
from kubectl_inject.injection.template_data import Surroundings
from kubectl_inject.injection.template_rendering import TemplateLibrary
from kubectl_inject.injection.webhook_selection import select
from kubectl_inject.injection.workload import KINDS, LIST, Object, Workload, find_workload
from kubectl_inject.kubernetes.decoding import describe
from kubectl_inject.manifests.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.limits import DEFAULT_LIMITS, Limits
from kubectl_inject.manifests.rewriting import rewrite
from kubectl_inject.manifests.screening import may_be
from kubectl_inject.manifests.stream import Document, split


class WorkloadError(InjectionError):
    """A workload cannot be injected; the text names it, and what is wrong."""


@dataclass(frozen=True, slots=True)
class InjectedText:
    """A stream of manifests after injection."""

    text: str
    report: Report


@dataclass(frozen=True, slots=True)
class InjectedObject:
    """An object after injection; the very object that was given where nothing changed."""

    object: Object
    report: Report


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an object comes from."""

    source: str
    document: int


class Injector:
    """Injects workloads by one configuration. It can be used any number of times."""

    def __init__(
        self,
        config: InjectionConfig,
        *,
        namespace: str = "",
        namespaces: Namespaces | None = None,
        records: bool = True,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        """Use a configuration.

        ``namespace`` is that of objects which name none, ``namespaces`` what is known of namespaces beside those
        that are in the input themselves. ``records``: note on a workload what taking the injection out again would
        need and the Pod does not tell.
        """
        self._config = config
        self._namespace = namespace
        self._namespaces = namespaces or Namespaces()
        self._records = records
        self._limits = limits
        self._library = TemplateLibrary(config)

    def inject_text(self, text: str, source: str = "<input>") -> InjectedText:
        """Inject a stream of YAML or JSON documents. ``source`` names it in messages.

        A document that injection does not change comes out as it came in. Raises ManifestError where the stream
        cannot be read, and WorkloadError where a workload cannot be injected.
        """
        documents = list(split(text, source))
        found = find_namespaces(documents, self._limits) if self.reads_namespaces else {}
        texts, report = self.inject_documents(documents, found)
        return InjectedText("".join(texts), report)

    @property
    def reads_namespaces(self) -> bool:
        """Whether anything of a namespace beside its name matters."""
        return self._config.installation.automatic or self._config.installation.platform == "openshift"

    def inject_documents(
        self, documents: Sequence[Document], found: Mapping[str, NamespaceMetadata] | None = None
    ) -> tuple[list[str], Report]:
        """Inject the documents of a stream: return their texts, in order, and the report.

        ``found`` are the namespaces that are in the input, of which the stream may be a part.
        """
        namespaces = self._namespaces.with_found(found or {})
        texts: list[str] = []
        reports: list[WorkloadReport] = []
        for document in documents:
            text, report = self._inject_document(document, namespaces)
            texts.append(text)
            reports.extend(report)
        if documents:
            compose(documents[-1], self._limits)  # of a stream that was cut off, this one is not whole
        return texts, Report(tuple(reports))

    def inject_object(self, value: Object, source: str = "<object>") -> InjectedObject:
        """Inject one object, a workload, a List or anything else. The object that is given is not changed."""
        injected, reports = self._inject_value(value, _Place(source, 1), self._namespaces)
        return InjectedObject(injected, Report(tuple(reports)))

    def _inject_document(self, document: Document, namespaces: Namespaces) -> tuple[str, list[WorkloadReport]]:
        original = document.prefix + document.text
        if not may_be(document.text, KINDS):
            return original, []
        root = compose(document, self._limits)
        value = construct(root, document)
        if root is None or value is None:
            return original, []
        if not isinstance(value, dict):
            raise document.error(f"expected an object (a mapping with apiVersion and kind), found {describe(value)}")
        injected, reports = self._inject_value(value, _Place(document.source, document.index), namespaces)
        if injected is value:
            return original, reports
        return document.prefix + rewrite(document, root, injected), reports

    def _inject_value(
        self, value: Object, place: _Place, namespaces: Namespaces
    ) -> tuple[Object, list[WorkloadReport]]:
        if (value.get("apiVersion"), value.get("kind")) == LIST and isinstance(value.get("items"), list):
            return self._inject_list(value, place, namespaces)
        try:
            found = find_workload(value, self._namespace)
            workload = without_earlier_injection(found) if found is not None else None
        except InjectionError as error:
            raise _error_at(place, _name_of(value), error) from None
        if found is None or workload is None:
            return value, []
        decision = self._decide(workload, namespaces)
        if not decision.inject:
            return found.object, [_report(workload, place, decision)]
        namespace = namespaces.describe(workload.namespace)
        surroundings = Surroundings(workload.owner, namespace.annotations if namespace else {})
        try:
            injected = inject_pod(workload.pod, surroundings, self._config, self._library)
        except InjectionError as error:
            raise _error_at(place, str(workload), error) from None
        record = restore_record(injected.pod, workload.pod, workload.owner) if self._records else None
        result = with_record(workload.with_pod(injected.pod), record)
        return (value if result == value else result), [_report(workload, place, decision, injected.templates)]

    def _decide(self, workload: Workload, namespaces: Namespaces) -> Decision:
        if not self._config.installation.automatic:
            return decide(workload, self._config)
        selected = select(workload, self._config, namespaces)
        own = decide(workload, self._config)
        return selected if own.inject or not selected.inject else own

    def _inject_list(self, value: Object, place: _Place, namespaces: Namespaces) -> tuple[Object, list[WorkloadReport]]:
        items, reports = [], []
        for item in value["items"]:
            injected, report = self._inject_value(item, place, namespaces) if isinstance(item, dict) else (item, [])
            items.append(injected)
            reports.extend(report)
        if all(new is old for new, old in zip(items, value["items"], strict=True)):
            return value, reports
        return {**value, "items": items}, reports


def _report(workload: Workload, place: _Place, decision: Decision, templates: tuple[str, ...] = ()) -> WorkloadReport:
    return WorkloadReport(
        place.source, place.document, workload.kind, workload.name, workload.namespace, decision, templates
    )


def _name_of(value: Object) -> str:
    metadata: Any = value.get("metadata")
    name = metadata.get("name") if isinstance(metadata, dict) else None
    return f"{value.get('kind')}/{name or '<unnamed>'}"


def _error_at(place: _Place, name: str, error: InjectionError) -> WorkloadError:
    return WorkloadError(f"{place.source}: document {place.document}: {name}: {error}")
