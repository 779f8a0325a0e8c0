"""The function itself: ResourceList in, ResourceList out. It knows nothing of standard input."""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.injected import InjectedText
from kubectl_inject.injection.parallel import work_through
from kubectl_inject.injection.reports.warnings.warning import InjectionWarning, Warned
from kubectl_inject.injection.selection.namespaces import namespaces_in
from kubectl_inject.kubernetes.schema.decoding import describe
from kubectl_inject.manifests.editing import edit_document
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.stream import Document, split
from kubectl_inject.settings.environment import settings_from_environment, variables_in
from kubectl_inject.settings.injector import injector_of, template_injector
from kubectl_inject.settings.resolved import Resolved, SettingsLayer, resolve
from kubectl_inject.startup.frozen import dataclass
from kustomize_plugin.function_config import FunctionConfig, read_function_config
from kustomize_plugin.resource_list import ResourceListText, taken_apart
from kustomize_plugin.results import Result, Severity, about_item, results_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from os import PathLike
    from typing import Any

    from kubectl_inject.injection.injected import InjectedObject
    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.injection.selection.namespaces import NamespaceMetadata
    from kubectl_inject.settings.template_cache import TemplateCache
    from kustomize_plugin.targets import Target

_KIND = "ResourceList"
_SOURCE = "functionConfig"
_NAMESPACE = "Namespace"


@dataclass(frozen=True, slots=True)
class FunctionOutput:
    """A ResourceList as text, and its results."""

    text: str
    results: tuple[Result, ...]

    @property
    def errors(self) -> tuple[str, ...]:
        """The messages of the results that are errors."""
        return tuple(result.message for result in self.results if result.severity is Severity.ERROR)


def run_function(
    text: str,
    folder: str | PathLike[str],
    cache: TemplateCache | None = None,
    environment: Mapping[str, str] | None = None,
) -> FunctionOutput:
    """Inject the items of a ResourceList, by the KRM functions specification v1.

    ``folder`` is where the functionConfig's files are; ``cache`` keeps compiled templates, unless that refuses it.
    ``environment`` holds settings that the functionConfig's lie over, as ``settings_from_environment`` reads them.
    Where anything is wrong, the results tell, and the items stay as they are. Raises ManifestError for what is no
    ResourceList.
    """
    documents = [document for document in split(text, "<stdin>") if document.text.strip()]
    if len(documents) != 1:
        raise ManifestError(f"expected one {_KIND}, found {len(documents)} documents", source="<stdin>")
    (document,) = documents
    function = _Function(folder, cache, environment or {})
    parts = taken_apart(document)
    output = None if parts is None else _by_items(parts, function)
    return _as_a_whole(document, function) if output is None else output


@dataclass(frozen=True, slots=True)
class _Function:
    """What a function gets beside its ResourceList."""

    folder: str | PathLike[str]
    cache: TemplateCache | None
    environment: Mapping[str, str]

    def injection(self, config: object, found: Mapping[str, NamespaceMetadata]) -> _Injection:
        """Return the injection that a functionConfig requests; ``found`` are namespaces among the items."""
        requested = read_function_config(config, self.folder)
        below = SettingsLayer(variables_in(self.environment), settings_from_environment(self.environment))
        resolved = resolve([below, SettingsLayer(_SOURCE, requested.settings)])
        pods = template_injector(resolved, self.cache if requested.cache else None)
        injector = injector_of(resolved, pods, found=found, records=requested.restore, in_transit=True)
        return _Injection(requested, resolved, injector)


@dataclass(frozen=True, slots=True)
class _Done:
    """What becomes of an item: its object or its text, the results, and the numbers of the targets that select it."""

    item: Any
    results: Sequence[Result] = ()
    selected_by: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class _Injection:
    """The injection of the items."""

    requested: FunctionConfig
    resolved: Resolved
    injector: Injector

    def done_to(self, item: dict[str, Any], index: int) -> _Done:
        """Inject an item."""
        source = f"items[{index}]"
        return self._done(item, item, lambda: self.injector.inject_object(item, source))

    def done_to_text(self, document: Document) -> _Done | None:
        """Inject an item that is a document of its own; None where that is no list of one object."""
        try:
            entry = self.injector.read_entry(document)
        except ManifestError:
            return None
        if entry is None:
            return None
        source = f"items[{document.index - 1}]"
        return self._done(entry.value, document.text, lambda: self.injector.inject_entry(entry, source))

    def _done(self, item: dict[str, Any], given: Any, inject: Callable[[], InjectedObject | InjectedText]) -> _Done:
        selected_by = self.requested.selecting(item)
        if selected_by is None:
            return _Done(given)
        about = about_item(item)
        try:
            injected = inject()
        except InjectionError as error:
            return _Done(given, [Result(str(error), Severity.ERROR, about)], selected_by)
        results = [result for workload in injected.report for result in results_of(workload, about)]
        results += [Result(str(each.warning), Severity.WARNING, about) for each in injected.report.passed_over]
        return _Done(injected.text if isinstance(injected, InjectedText) else injected.object, results, selected_by)

    def results(self, done: Sequence[_Done]) -> list[Result]:
        """Return all results: of the configuration, of targets that select nothing, of the items."""
        results = [Result(warning, Severity.WARNING) for warning in self.resolved.warnings]
        if done and Warned.TARGET not in self.requested.settings.ignore:
            selecting = {number for each in done for number in each.selected_by}
            unmatched = (target for number, target in enumerate(self.requested.targets) if number not in selecting)
            results += [Result(str(_of_target(target)), Severity.WARNING) for target in unmatched]
        return results + [result for each in done for result in each.results]


def _as_a_whole(document: Document, function: _Function) -> FunctionOutput:
    """Read the ResourceList as one object, inject the objects in it, and edit its text."""
    root = compose(document)
    given = construct(root, document)
    if root is None or not isinstance(given, dict) or given.get("kind") != _KIND:
        found = given.get("kind") if isinstance(given, dict) else given
        raise document.error(f"expected a {_KIND}, found {describe(found)}")
    items, earlier = (_objects(given, name, document) for name in ("items", "results"))
    try:
        injection = function.injection(given.get("functionConfig"), namespaces_in(items))
    except InjectionError as error:
        results, injected = [Result(str(error), Severity.ERROR)], items
    else:
        done = [injection.done_to(item, index) for index, item in enumerate(items)]
        results = injection.results(done)
        injected = [each.item for each in done]
    if _stops(results):
        injected = items
    changed = {**given, "items": injected} if injected else dict(given)
    changed["results"] = [*earlier, *(result.to_plain() for result in results)]
    return FunctionOutput(edit_document(document, root, given, changed).text, tuple(results))


def _by_items(parts: ResourceListText, function: _Function) -> FunctionOutput | None:
    """Inject item by item, each with its text; None where that cannot be done."""
    if parts.given.get("kind") != _KIND:
        return None
    earlier = _objects(parts.given, "results", parts.frame)
    injected: Sequence[str] = [item.text for item in parts.items]
    try:
        injection = function.injection(parts.given.get("functionConfig"), namespaces_in(_namespaces(parts.items)))
    except InjectionError as error:
        results = [Result(str(error), Severity.ERROR)]
    else:
        results_of_items = work_through([parts.items], injection.injector.work(injection.done_to_text))
        done = [each for items in results_of_items for each in items]
        if None in done:
            return None
        results = injection.results(done)
        injected = injected if _stops(results) else [each.item for each in done]
    changed = {**parts.given, "results": [*earlier, *(result.to_plain() for result in results)]}
    frame = edit_document(parts.frame, parts.root, parts.given, changed).text
    if not frame.startswith(parts.frame.text[: parts.place]):
        return None
    return FunctionOutput(parts.whole_with(frame, injected), tuple(results))


def _namespaces(items: Iterable[Document]) -> Iterator[object]:
    """Yield the objects of those items that may be namespaces; what cannot be read is for injection to find."""
    for item in items:
        if _NAMESPACE in item.text:
            try:
                value = construct(compose(item), item)
            except ManifestError:
                continue
            yield from value if isinstance(value, list) else []


def _stops(results: Sequence[Result]) -> bool:
    """Whether an error is among the results: then all items stay as they are."""
    return any(result.severity is Severity.ERROR for result in results)


def _objects(given: dict[str, Any], name: str, document: Document) -> list[dict[str, Any]]:
    """Return a list of the ResourceList's; one that is not there is empty. Raises ManifestError."""
    value = given.get(name)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise document.error(f"{name}: expected a list of objects")
    return value


def _of_target(target: Target) -> InjectionWarning:
    from kubectl_inject.injection.workload import workload_kinds
    from kustomize_plugin.targets import nearest_kind

    near = nearest_kind(target, workload_kinds())
    return InjectionWarning(Warned.TARGET, str(target), f"did you mean the kind {near}?" if near else "")
