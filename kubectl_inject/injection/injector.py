"""``Injector``: injection of texts and of parsed objects, with a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kubectl_inject.config.injection_config import InjectionConfig
from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.decision import Decision, decide
from kubectl_inject.injection.pod_injection import inject_pod
from kubectl_inject.injection.report import Report, WorkloadReport
from kubectl_inject.injection.template_data import Surroundings
from kubectl_inject.injection.template_rendering import TemplateLibrary
from kubectl_inject.injection.workload import KINDS, LIST, Object, Workload, find_workload
from kubectl_inject.kubernetes.decoding import describe
from kubectl_inject.manifests.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.limits import DEFAULT_LIMITS, Limits
from kubectl_inject.manifests.rewriting import rewrite
from kubectl_inject.manifests.screening import may_be
from kubectl_inject.manifests.stream import Document, split

_NAMESPACE = ("v1", "Namespace")


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

    def __init__(self, config: InjectionConfig, *, namespace: str = "", limits: Limits = DEFAULT_LIMITS) -> None:
        """Use a configuration; ``namespace`` is that of objects which name none."""
        self._config = config
        self._namespace = namespace
        self._limits = limits
        self._library = TemplateLibrary(config)

    def inject_text(self, text: str, source: str = "<input>") -> InjectedText:
        """
        Inject a stream of YAML or JSON documents. ``source`` names it in messages.

        A document that injection does not change comes out as it came in. Raises ManifestError where the stream
        cannot be read, and WorkloadError where a workload cannot be injected.
        """
        result = self.inject_documents(list(split(text, source)))
        return InjectedText("".join(result[0]), result[1])

    def inject_documents(self, documents: Iterable[Document]) -> tuple[list[str], Report]:
        """Inject the documents of a stream: their texts, in order, and the report."""
        documents = list(documents)
        namespaces = self._namespace_annotations(documents)
        texts, reports = [], []
        for document in documents:
            text, report = self._inject_document(document, namespaces)
            texts.append(text)
            reports.extend(report)
        return texts, Report(tuple(reports))

    def inject_object(self, value: Object, source: str = "<object>") -> InjectedObject:
        """Inject one object, a workload, a List or anything else. The object that is given is not changed."""
        injected, reports = self._inject_value(value, _Place(source, 1), {})
        return InjectedObject(injected, Report(tuple(reports)))

    def _inject_document(
        self, document: Document, namespaces: Mapping[str, Mapping[str, str]]
    ) -> tuple[str, list[WorkloadReport]]:
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
        self, value: Object, place: _Place, namespaces: Mapping[str, Mapping[str, str]]
    ) -> tuple[Object, list[WorkloadReport]]:
        if (value.get("apiVersion"), value.get("kind")) == LIST and isinstance(value.get("items"), list):
            return self._inject_list(value, place, namespaces)
        try:
            workload = find_workload(value, self._namespace)
        except InjectionError as error:
            raise _error_at(place, _name_of(value), error) from None
        if workload is None:
            return value, []
        decision = decide(workload, self._config)
        if not decision.inject:
            return workload.object, [_report(workload, place, decision)]
        surroundings = Surroundings(workload.owner, namespaces.get(workload.namespace, {}))
        try:
            injected = inject_pod(workload.pod, surroundings, self._config, self._library)
        except InjectionError as error:
            raise _error_at(place, str(workload), error) from None
        return workload.with_pod(injected.pod), [_report(workload, place, decision, injected.templates)]

    def _inject_list(
        self, value: Object, place: _Place, namespaces: Mapping[str, Mapping[str, str]]
    ) -> tuple[Object, list[WorkloadReport]]:
        items, reports = [], []
        for item in value["items"]:
            injected, report = self._inject_value(item, place, namespaces) if isinstance(item, dict) else (item, [])
            items.append(injected)
            reports.extend(report)
        if all(new is old for new, old in zip(items, value["items"], strict=True)):
            return value, reports
        return {**value, "items": items}, reports

    def _namespace_annotations(self, documents: list[Document]) -> dict[str, Mapping[str, str]]:
        """Return the annotations of the stream's Namespaces, by name, where the platform reads them."""
        if self._config.installation.platform != "openshift":
            return {}
        found: dict[str, Mapping[str, str]] = {}
        for document in documents:
            if not may_be(document.text, ("Namespace",)):
                continue
            value = construct(compose(document, self._limits), document)
            if isinstance(value, dict) and (value.get("apiVersion"), value.get("kind")) == _NAMESPACE:
                metadata = value.get("metadata")
                annotations = metadata.get("annotations") if isinstance(metadata, dict) else None
                if isinstance(metadata, dict) and isinstance(annotations, dict):
                    found[str(metadata.get("name"))] = {str(key): str(item) for key, item in annotations.items()}
        return found


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
