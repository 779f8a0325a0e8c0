"""Manifests that were built, with and without sidecars: what injection makes of them, and what a check finds."""

from __future__ import annotations

from kubectl_inject.injection.workload import items_of, title_of
from kubectl_inject.kustomization.patches import workload_patch
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.stream import decode, split
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.wiring.plan import Built

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.injection.workload import Object
    from kubectl_inject.kustomization.patches import WorkloadPatch


@dataclass(frozen=True, slots=True)
class Sidecars:
    """What injection makes of manifests: each changed workload before and after, and the counts of all."""

    changed: tuple[tuple[Object, Object], ...]
    injected: int
    skipped: int

    def patches(self, named: Callable[[Object], tuple[str, str]] | None = None) -> list[WorkloadPatch]:
        """Return a patch for each workload that injection changes.

        ``named`` returns the name and namespace that a patch finds the workload by, where these are not its own.
        Raises InjectionError.
        """
        pairs = self.changed
        if named is not None:
            pairs = tuple((_renamed(old, *named(old)), _renamed(new, *named(old))) for old, new in pairs)
        return [workload_patch(old, new) for old, new in pairs]


def sidecars_of(data: bytes, source: str, injector: Injector) -> Sidecars:
    """Return what injection makes of built manifests. Raises InjectionError."""
    text, _ = decode(data, source)
    found = injector.namespaces_of(text, source)
    changed: list[tuple[Object, Object]] = []
    injected = skipped = 0
    for value in _objects(text, source, injector):
        done = injector.inject_object(value, source, found)
        injected += sum(report.injected for report in done.report)
        skipped += sum(not report.injected for report in done.report)
        if done.object is not value and done.object != value and any(report.injected for report in done.report):
            changed.append((value, done.object))
    return Sidecars(tuple(changed), injected, skipped)


def checked(data: bytes, what: str, by: str, injector: Injector) -> Built:
    """Return what a check finds in built manifests. Raises InjectionError."""
    if not data.strip():
        return Built(what, by, 0, 0)
    text, _ = decode(data, what)
    found = injector.namespaces_of(text, what)
    workloads = injector.check_documents(split(text, what), found)
    findings = tuple(item.message for item in workloads if item.finding is not None)
    injected = sum(item.report.injected and item.finding is None for item in workloads)
    return Built(what, by, injected, len(workloads) - injected - len(findings), findings)


def _objects(text: str, source: str, injector: Injector) -> Iterator[Object]:
    for document in split(text, source):
        if not injector.may_inject(document.text):
            continue
        value = construct(compose(document), document)
        if isinstance(value, dict):
            items = items_of(value)
            yield from ([value] if items is None else [item for item in items if isinstance(item, dict)])


def _renamed(value: Object, name: str, namespace: str) -> Object:
    metadata = {field: item for field, item in (value.get("metadata") or {}).items() if field != "namespace"}
    given = {"namespace": namespace} if namespace else {}
    return {**value, "metadata": {**metadata, "name": name, **given}}


def title(value: Object) -> str:
    """Return an object's kind, namespace and name."""
    metadata = value.get("metadata") or {}
    return title_of(str(value.get("kind")), str(metadata.get("namespace") or ""), str(metadata.get("name") or ""))
