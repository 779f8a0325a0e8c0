"""``Injector``: injection of texts and of parsed objects, with a report."""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.injected import InjectedDocument, InjectedObject, InjectedText, text_of
from kubectl_inject.injection.parallel import Work
from kubectl_inject.injection.pod_injector import PodInjector, TemplateInjector, inject_workload_pod
from kubectl_inject.injection.reports.report import Report
from kubectl_inject.injection.reports.warnings.warning import is_worth_reading
from kubectl_inject.injection.selection.helm_hooks import HookInjector
from kubectl_inject.injection.selection.namespaces import NamespaceMetadata, Namespaces, namespaces_in_text
from kubectl_inject.injection.workload import Object, items_of
from kubectl_inject.injection.workload_injection import Done, PassedOver, Place, WorkloadInjector, error_at
from kubectl_inject.kubernetes.schema.decoding import describe
from kubectl_inject.manifests.documents import Documents
from kubectl_inject.manifests.identity import NOTHING_KNOWN, ByIdentity
from kubectl_inject.manifests.parsing.kubernetes_yaml import check_syntax
from kubectl_inject.manifests.parsing.limits import DEFAULT_LIMITS, Limits
from kubectl_inject.manifests.stream import Document, split
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.injection.reports.checking import CheckedWorkload
    from kubectl_inject.injection.reports.explanation import Explanation
    from kubectl_inject.injection.reports.warnings.documents import Wanted
    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning
    from kubectl_inject.kubernetes.workload_kinds import WorkloadKinds
    from kubectl_inject.manifests.reading import Reading


@dataclass(frozen=True, slots=True)
class Entry:
    """An object whose text is a document of its own, in which it is a list's one item: a piece of a long list."""

    reading: Reading
    value: Object


class Injector:
    """Injects workloads by one configuration. It can be used any number of times."""

    def __init__(
        self,
        config: InjectionConfig,
        *,
        namespace: str = "",
        namespaces: Namespaces | None = None,
        records: bool = True,
        in_transit: bool = False,
        limits: Limits = DEFAULT_LIMITS,
        pods: PodInjector | None = None,
        hooks: str = "",
        selects: Callable[[Object], bool] | None = None,
        ignored: Collection[str] = (),
        verifies_edits: bool = False,
    ) -> None:
        """Use a configuration.

        ``namespace`` is that of objects which name none, ``namespaces`` what is known of namespaces beside those
        that are in the input themselves. ``records``: note on a workload what taking the injection out again would
        need and the Pod does not tell. ``in_transit``: the objects carry annotations of a pipeline's, which on a
        bare Pod are none of the Pod's (see ``transport_annotations``). ``pods`` injects the Pods in place of the
        configuration's templates. ``hooks`` is as for HookInjector. What ``selects`` does not accept
        passes through as what is no workload does, and is in no report. ``ignored`` are codes of warnings that are not
        reported. ``verifies_edits``: each document is read and edited for itself, however alike others were.
        """
        self._config = config
        self._namespaces = namespaces or Namespaces()
        self._limits = limits
        self._records = records
        self._hooks = hooks
        self.ignored = frozenset(ignored)
        self._selects = selects
        self._documents = Documents(limits, remembers=not verifies_edits)
        self._workloads = WorkloadInjector(
            HookInjector(pods or TemplateInjector(config), hooks),
            config,
            namespace,
            records=records,
            in_transit=in_transit,
            ignored=self.ignored,
            selects=selects,
        )

    def inject_text(self, text: str, source: str = "<input>") -> InjectedText:
        """Inject a stream of YAML or JSON documents. ``source`` names it in messages.

        A document that injection does not change comes out as it came in. Raises ManifestError where the stream
        cannot be read, and WorkloadError where a workload cannot be injected.
        """
        injected = text_of(self.inject_each(split(text, source), self.namespaces_of(text, source)))
        return replace(injected, report=replace(injected.report, sources=(source,)))

    def namespaces_of(self, text: str, source: str) -> dict[str, NamespaceMetadata]:
        """Return the Namespace objects of a stream that matter, for injection or for warnings. Raises ManifestError."""
        return namespaces_in_text(text, source, self._limits, needed=self.reads_namespaces)

    def inject_object(
        self, value: Object, source: str = "<object>", found: Mapping[str, NamespaceMetadata] | None = None
    ) -> InjectedObject:
        """Inject one object, a workload, a List or anything else. The object that is given is not changed.

        ``found`` are namespaces beside those that the injector knows.
        """
        namespaces = self._namespaces.with_found(found or {})
        injected, injections = self._workloads.inject(value, Place(source, 1), namespaces)
        reports = tuple(injection.report() for injection in injections)
        return InjectedObject(
            injected, Report(reports, passed_over=self._warnings_of(value, Place(source, 1), reports))
        )

    def read_entry(self, document: Document) -> Entry | None:
        """Read a document that should be a list of one object; None where it is not. Raises ManifestError."""
        reading = self._documents.read(document)
        if reading is None or not isinstance(reading.value, list) or len(reading.value) != 1:
            return None
        (value,) = reading.value
        return Entry(reading, value) if isinstance(value, dict) else None

    def inject_entry(self, entry: Entry, source: str) -> InjectedText:
        """Inject an object, and edit its text as the piece of a list that it is. Raises WorkloadError."""
        place = Place(source, 1)
        injected, done = self._workloads.inject(entry.value, place, self._namespaces)
        reports = tuple([injection.report() for injection in done])
        report = Report(reports, passed_over=self._warnings_of(entry.value, place, reports))
        constants = self._learned(entry.reading, done)
        if injected is entry.value:
            return InjectedText(entry.reading.document.text, report)
        return InjectedText(self._documents.edit(entry.reading, [injected], constants).text, report)

    def _learned(self, reading: Reading, done: Sequence[Done]) -> ByIdentity:
        """Learn how documents like one read, and return the parts of its injected Pods that others have too."""
        constants = _constants_of(done)
        if constants:
            self._documents.learn(reading)
        return constants

    def _warnings_of(self, value: object, place: Place, found: Sequence[object]) -> tuple[DocumentWarning, ...]:
        """Return the warnings of an object that is no workload; ``found`` are the workloads found in it."""
        if found and isinstance(value, dict) and items_of(value) is None:
            return ()
        from kubectl_inject.injection.reports.warnings.documents import object_warnings

        return object_warnings(value, place.source, place.document, self._wanted)

    def explain_object(self, value: Object, source: str = "<object>") -> list[Explanation]:
        """Return why each workload in an object is injected or not, and what injection does to it."""
        _, injections = self._workloads.inject(value, Place(source, 1), self._namespaces)
        return [injection.explain(self._config) for injection in injections]

    def check_object(self, value: Object, source: str = "<object>") -> list[CheckedWorkload]:
        """Return for each workload in an object whether it is what this injector would make of it."""
        _, injections = self._workloads.inject(value, Place(source, 1), self._namespaces)
        return [injection.check(1) for injection in injections]

    @property
    def kinds(self) -> WorkloadKinds:
        """The kinds whose Pod templates are injected."""
        return self._config.kinds

    def may_inject(self, text: str) -> bool:
        """Whether a document may hold what is injected; False is certain."""
        return self._config.kinds.may_be_workload(text)

    @property
    def reads_namespaces(self) -> bool:
        """Whether anything of a namespace beside its name matters."""
        return self._config.reads_namespaces

    def inject_each(
        self,
        documents: Iterable[Document],
        found: Mapping[str, NamespaceMetadata] | None = None,
        *,
        ends: bool = True,
    ) -> Iterator[InjectedDocument]:
        """Inject documents one by one, each when it is requested; nothing is kept of those before.

        ``found`` are the namespaces that are in the input, of which the stream may be a part. ``ends``: the last
        document is the stream's last one too.
        """
        for injected in self._inject_all(documents, found or {}, ends=ends):
            yield self._written(injected)

    def knowing(self, found: Mapping[str, NamespaceMetadata]) -> Namespaces:
        """Return the namespaces that are known, and those that are in the input."""
        return self._namespaces.with_found(found)

    def inject_document(self, document: Document, namespaces: Namespaces) -> InjectedDocument:
        """Inject one document of a stream; ``namespaces`` are what ``knowing`` returns. Raises InjectionError."""
        return self._written(self._inject_document(document, namespaces))

    def explain_document(
        self, document: Document, namespaces: Namespaces, *, with_text: bool = False
    ) -> tuple[list[Explanation], tuple[DocumentWarning, ...], str]:
        """Return the explanations of a document's workloads, and the warnings of what else is in it.

        ``with_text``: and its text after injection.
        """
        injected = self._inject_document(document, namespaces)
        explanations = [injection.explain(self._config) for injection in injected.injections]
        return explanations, injected.passed_over, self._written(injected).text if with_text else ""

    def check_document(
        self, document: Document, namespaces: Namespaces, *, with_text: bool = False
    ) -> tuple[list[CheckedWorkload], tuple[DocumentWarning, ...], str]:
        """Return what the check of a document's workloads finds, and the warnings of what else is in it.

        ``with_text``: and its text after injection.
        """
        injected = self._inject_document(document, namespaces)
        checked = [injection.check(line) for injection, line in injected.with_lines()]
        return checked, injected.passed_over, self._written(injected).text if with_text else ""

    def _passed_over(self, document: Document) -> tuple[DocumentWarning, ...]:
        if not is_worth_reading(document.text):
            return ()
        from kubectl_inject.injection.reports.warnings.documents import passed_over

        return passed_over(document, self._wanted)

    @property
    def _wanted(self) -> Wanted:
        """Which warnings of documents are wanted."""
        from kubectl_inject.injection.reports.warnings.documents import Wanted

        return Wanted(self.ignored, self._selects, self.kinds)

    def passed_over_in(self, documents: Iterable[Document]) -> list[DocumentWarning]:
        """Return the warnings of those documents of a stream that are no workloads."""
        from kubectl_inject.injection.reports.warnings.documents import document_warnings

        return list(document_warnings(documents, self._wanted))

    def work(self, result: Callable[[Document], Any]) -> Work:
        """Return the work that makes such a result of each document; see ``parallel``."""
        return Work(result, self.may_inject, self.check_end)

    def check_end(self, document: Document) -> None:
        """Raise ManifestError where a stream's last document, which injection may leave unread, was cut off."""
        if not self.may_inject(document.text):
            check_syntax(document, self._limits)

    def explain_documents(
        self, documents: Iterable[Document], found: Mapping[str, NamespaceMetadata] | None = None
    ) -> list[Explanation]:
        """Return why each workload of a stream is injected or not, and what injection does to it."""
        injected = self._inject_all(documents, found or {})
        return [injection.explain(self._config) for document in injected for injection in document.injections]

    def check_documents(
        self, documents: Iterable[Document], found: Mapping[str, NamespaceMetadata] | None = None
    ) -> list[CheckedWorkload]:
        """Return for each workload of a stream whether it is what this injector would make of it."""
        injected = self._inject_all(documents, found or {})
        return [injection.check(line) for document in injected for injection, line in document.with_lines()]

    def compare_documents(
        self,
        documents: Iterable[Document],
        other: PodInjector,
        found: Mapping[str, NamespaceMetadata] | None = None,
    ) -> list[CheckedWorkload]:
        """Return for each workload of a stream whether another injector makes the same of it, hooks left out alike."""
        other = HookInjector(other, self._hooks)
        namespaces = self._namespaces.with_found(found or {})
        compared = []
        for document in self._inject_all(documents, found or {}):
            for injection, line in document.with_lines():
                if isinstance(injection, PassedOver):
                    compared.append(injection.check(line))
                    continue
                try:
                    _, theirs = inject_workload_pod(other, injection.workload, namespaces)
                except InjectionError as error:
                    raise error_at(injection.place, str(injection.workload), error) from None
                compared.append(injection.compare(theirs, line, self._config))
        return compared

    def _inject_all(
        self, documents: Iterable[Document], found: Mapping[str, NamespaceMetadata], *, ends: bool = True
    ) -> Iterator[_InjectedDocument]:
        namespaces = self._namespaces.with_found(found)
        document = None
        for document in documents:
            yield self._inject_document(document, namespaces)
        if ends and document is not None:
            self.check_end(document)

    def _inject_document(self, document: Document, namespaces: Namespaces) -> _InjectedDocument:
        if not self.may_inject(document.text):
            return _InjectedDocument(document, passed_over=self._passed_over(document))
        reading = self._documents.read(document)
        if reading is None:
            return _InjectedDocument(document)
        value = reading.value
        if not isinstance(value, dict):
            from kubectl_inject.manifests.parsing.likely_reason import reason_of_value

            found = f"expected an object (a mapping with apiVersion and kind), found {describe(value)}"
            raise document.error(found, otherwise=reason_of_value(value))
        place = Place(document.source, document.index)
        injected, done = self._workloads.inject(value, place, namespaces)
        warnings = self._warnings_of(value, place, done)
        constants = self._learned(reading, done)
        lines = _lines_of(done, reading)
        return _InjectedDocument(document, reading, injected, lines, tuple(done), constants, warnings)

    def _written(self, injected: _InjectedDocument) -> InjectedDocument:
        """Return a document's text after injection, and the reports of its workloads."""
        document, reading, value = injected.document, injected.reading, injected.object
        reports = tuple([injection.report() for injection in injected.injections])
        if reading is None or value is None or value is reading.value:
            return InjectedDocument(document.whole, reports, passed_over=injected.passed_over)

        result = self._documents.edit(reading, value, injected.constants)
        text = result.text
        if self._records and (result.loses or not all(injection.is_exact for injection in injected.injections)):
            from kubectl_inject.injection.removal.remembered_text import with_text_remembered

            def edited(new: Object) -> str:
                return self._documents.edit(reading, new, injected.constants).text

            text = with_text_remembered(text, value, reading, edited, limits=self._limits, kinds=self.kinds)
        anew = result.anew or result.drops_comments
        return InjectedDocument(document.whole_with(text), reports, anew, injected.passed_over)


@dataclass(frozen=True, slots=True)
class _InjectedDocument:
    """A document, what injection makes of its object, and what happened to its workloads, each with its line.

    ``constants`` are the parts of injected Pods that others have too.
    """

    document: Document
    reading: Reading | None = None
    object: Object | None = None
    lines: tuple[int, ...] = ()
    injections: tuple[Done, ...] = ()
    constants: ByIdentity = NOTHING_KNOWN
    passed_over: tuple[DocumentWarning, ...] = ()

    def with_lines(self) -> Iterable[tuple[Done, int]]:
        """Return what happened to each workload, with the workload's line."""
        return zip(self.injections, self.lines, strict=True)


def _lines_of(injections: Sequence[Done], reading: Reading) -> tuple[int, ...]:
    """Return the line at which the document's object begins, for each workload; of several in an object, its own."""
    paths = [injection.template_path for injection in injections]
    document = reading.document
    if not any(paths):
        return (document.start_line + reading.line,) * len(paths)
    from kubectl_inject.manifests.parsing.positions import line_of

    return tuple(line_of(document, reading.root, path) for path in paths)


def _constants_of(injections: Sequence[Done]) -> ByIdentity:
    """Return the parts of injected Pods that others have too."""
    constants = NOTHING_KNOWN
    for injection in injections:
        if injection.injected is not None:
            constants = constants.merged(injection.injected.constants)
    return constants
