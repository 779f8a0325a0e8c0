"""The function itself: ResourceList in, ResourceList out. It knows nothing of standard input."""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.reports.warnings.warning import InjectionWarning, Warned
from kubectl_inject.injection.selection.namespaces import namespaces_in
from kubectl_inject.kubernetes.decoding import describe
from kubectl_inject.manifests.editing import edit_document
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.stream import Document, split
from kubectl_inject.settings.environment import settings_from_environment, variables_in
from kubectl_inject.settings.injector import injector_of, template_injector
from kubectl_inject.settings.resolved import Resolved, SettingsLayer, resolve
from kubectl_inject.startup.frozen import dataclass
from kustomize_plugin.function_config import FunctionConfig, read_function_config
from kustomize_plugin.results import Result, Severity, results_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from os import PathLike
    from typing import Any

    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.settings.template_cache import TemplateCache
    from kustomize_plugin.targets import Target

_KIND = "ResourceList"
_SOURCE = "functionConfig"


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
    root = compose(document)
    given = construct(root, document)
    if root is None or not isinstance(given, dict) or given.get("kind") != _KIND:
        found = given.get("kind") if isinstance(given, dict) else given
        raise document.error(f"expected a {_KIND}, found {describe(found)}")
    items, earlier = (_objects(given, name, document) for name in ("items", "results"))
    injected, results = _injected(items, given.get("functionConfig"), folder, cache, environment or {})
    if any(result.severity is Severity.ERROR for result in results):
        injected = items
    changed = {**given, "items": injected} if injected else dict(given)
    changed["results"] = [*earlier, *(result.to_plain() for result in results)]
    return FunctionOutput(edit_document(document, root, given, changed).text, tuple(results))


def _objects(given: dict[str, Any], name: str, document: Document) -> list[dict[str, Any]]:
    """Return a list of the ResourceList's; one that is not there is empty. Raises ManifestError."""
    value = given.get(name)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise document.error(f"{name}: expected a list of objects")
    return value


def _injected(
    items: list[dict[str, Any]],
    config: Any,
    folder: str | PathLike[str],
    cache: TemplateCache | None,
    environment: Mapping[str, str],
) -> tuple[list[dict[str, Any]], list[Result]]:
    try:
        requested = read_function_config(config, folder)
        below = SettingsLayer(variables_in(environment), settings_from_environment(environment))
        resolved = resolve([below, SettingsLayer(_SOURCE, requested.settings)])
        injector = _injector(resolved, requested, items, cache)
    except InjectionError as error:
        return items, [Result(str(error), Severity.ERROR)]
    injected: list[dict[str, Any]] = []
    results = [Result(warning, Severity.WARNING) for warning in resolved.warnings]
    results += _unmatched(requested, items)
    for index, item in enumerate(items):
        source = f"items[{index}]"
        after, reported = _inject(item, injector, source) if requested.selects(item) else (item, [])
        injected.append(after)
        results += reported
    return injected, results


def _injector(
    resolved: Resolved, requested: FunctionConfig, items: Sequence[dict[str, Any]], cache: TemplateCache | None
) -> Injector:
    pods = template_injector(resolved, cache if requested.cache else None)
    return injector_of(resolved, pods, found=namespaces_in(items), records=requested.restore, in_transit=True)


def _inject(item: dict[str, Any], injector: Injector, source: str) -> tuple[dict[str, Any], list[Result]]:
    try:
        injected = injector.inject_object(item, source)
    except InjectionError as error:
        return item, [Result(str(error), Severity.ERROR, item)]
    results = [result for workload in injected.report for result in results_of(workload, item)]
    results += [Result(str(each.warning), Severity.WARNING, item) for each in injected.report.passed_over]
    return injected.object, results


def _unmatched(requested: FunctionConfig, items: Sequence[dict[str, Any]]) -> list[Result]:
    """Return a warning for each target that selects none of the items, where there are any."""
    if not items or Warned.TARGET in requested.settings.ignore:
        return []
    return [
        Result(str(_of_target(target)), Severity.WARNING)
        for target in requested.targets
        if not any(target.selects(item) for item in items)
    ]


def _of_target(target: Target) -> InjectionWarning:
    from kubectl_inject.injection.workload import workload_kinds
    from kustomize_plugin.targets import nearest_kind

    near = nearest_kind(target, workload_kinds())
    return InjectionWarning(Warned.TARGET, str(target), f"did you mean the kind {near}?" if near else "")
