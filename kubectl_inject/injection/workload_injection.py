"""Injection of one object: a workload, a List of them, or something else, which passes through."""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.pod import annotations_of, containers_of, find_sidecar, init_containers_of
from kubectl_inject.injection.pod_injector import PodInjector, inject_workload_pod
from kubectl_inject.injection.removal.restoring import (
    injection_of,
    is_injected,
    record_for,
    restore_object,
    with_record,
    without_earlier_injection,
)
from kubectl_inject.injection.reports.report import Outcome, WorkloadReport
from kubectl_inject.injection.reports.warnings.workload_warnings import Subject, injection_warnings
from kubectl_inject.injection.transport_annotations import with_transport, without_transport
from kubectl_inject.injection.workload import Object, Workload, find_workload, items_of, name_of
from kubectl_inject.istio.names import ISTIO_CONTAINERS, RESTORE, SIDECAR_STATUS
from kubectl_inject.kubernetes.decoding import is_equal_but_nulls, without_nulls
from kubectl_inject.kubernetes.types import POD
from kubectl_inject.manifests.unrendered import HINT, looks_like_helm
from kubectl_inject.printable import printable_line
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.injection.pod import Pod
    from kubectl_inject.injection.pod_injection import InjectedPod
    from kubectl_inject.injection.reports.checking import CheckedWorkload
    from kubectl_inject.injection.reports.explanation import Explanation, PresentInjection
    from kubectl_inject.injection.reports.warnings.warning import InjectionWarning
    from kubectl_inject.injection.selection.decision import Decision
    from kubectl_inject.injection.selection.namespaces import Namespaces
    from kubectl_inject.kubernetes.differences import Difference


class WorkloadError(InjectionError):
    """A workload cannot be injected; the text names it, and what is wrong."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an object comes from: a source's name, and the number of a document in it."""

    source: str
    document: int


@dataclass(frozen=True, slots=True)
class WorkloadInjection:
    """What happened to one workload.

    ``given`` is the workload as it came in, ``workload`` as it was before any injection, ``injected`` its Pod after
    this one, or None where it was skipped. ``warnings`` are of both. ``is_exact``: the way back is given by the result
    in full, but for the text. ``restored`` tells of a record that helped to find ``workload``. ``is_unchanged``:
    injection made what was there.
    """

    place: Place
    workload: Workload
    decision: Decision
    injected: InjectedPod | None
    given: Workload
    warnings: tuple[InjectionWarning, ...] = ()
    is_exact: bool = True
    restored: str = ""
    is_unchanged: bool = False

    @property
    def outcome(self) -> Outcome:
        """What became of the workload."""
        if self.injected is None:
            return Outcome.SKIPPED
        if self.is_unchanged:
            return Outcome.UNCHANGED
        return Outcome.UPDATED if is_injected(self.given) else Outcome.INJECTED

    def report(self) -> WorkloadReport:
        """Return the report of it."""
        workload, injected = self.workload, self.injected
        return WorkloadReport(
            source=self.place.source,
            document=self.place.document,
            kind=workload.kind,
            name=workload.name,
            namespace=workload.namespace,
            decision=self.decision,
            outcome=self.outcome,
            templates=injected.templates if injected else (),
            pod_path=".".join(workload.path),
            warnings=self.warnings,
            restored=self.restored,
            was_injected=is_injected(self.given),
        )

    def explain(self, config: InjectionConfig) -> Explanation:
        """Return the explanation of it; ``config`` is the configuration that it was done with."""
        from kubectl_inject.injection.reports.explanation import Explanation
        from kubectl_inject.injection.reports.proxy_settings import proxy_settings
        from kubectl_inject.kubernetes.differences import differences

        if self.injected is None:
            return Explanation(self.report(), present=self._present())
        return Explanation(
            self.report(),
            tuple(differences(self.workload.pod, self.injected.pod, POD)),
            proxy_settings(self.workload.pod, config, self.injected.proxy_config),
            self._present(),
            self._updates() if is_injected(self.given) else (),
        )

    def _present(self) -> PresentInjection | None:
        """Return the injection that the workload came with."""
        from kubectl_inject.injection.reports.explanation import PresentInjection

        status = injection_of(self.given)
        if status is None:
            return None
        proxy = find_sidecar(self.given.pod) or {}
        is_native = any(container is proxy for container in init_containers_of(self.given.pod))
        image = str(proxy.get("image") or "")
        return PresentInjection(image, status.revision, is_native, status.init_containers, status.containers)

    def _updates(self) -> tuple[Difference, ...]:
        """Return the differences between the Pod as it came, with an injection, and as it is now."""
        from kubectl_inject.kubernetes.differences import differences

        if self.injected is None:
            return ()
        given, wanted = without_nulls(self.given.pod), without_nulls(self.injected.pod)
        return tuple(item for item in differences(given, wanted, POD) if RESTORE not in item.path)

    def check(self, line: int) -> CheckedWorkload:
        """Compare the workload as it was given with what injection makes of it; its document begins at ``line``."""
        from kubectl_inject.injection.reports.checking import CheckedWorkload, Finding

        report = self.report()
        if self.injected is None:
            return CheckedWorkload(report, line, Finding.INJECTED if is_injected(self.given) else None)
        if not is_injected(self.given):
            return CheckedWorkload(report, line, Finding.NOT_INJECTED)
        differing = tuple(item.path for item in self._updates())
        return CheckedWorkload(report, line, Finding.DIFFERENT if differing else None, differing)

    def compare(self, theirs: InjectedPod | None, line: int, config: InjectionConfig) -> CheckedWorkload:
        """Compare what injection made of the workload with what another injector made of it.

        ``config`` is the configuration of the former.
        """
        from kubectl_inject.injection.reports.checking import CheckedWorkload, Finding
        from kubectl_inject.injection.reports.warnings.releases import newer_release
        from kubectl_inject.kubernetes.differences import differences
        from kubectl_inject.kubernetes.go_json import go_value

        report = self.report()
        if theirs is not None and (newer := newer_release(theirs.pod, config)):
            report = replace(report, warnings=(*report.warnings, newer))
        if self.injected is None or theirs is None:
            finding = None if self.injected is theirs else Finding.ONLY_HERE if self.injected else Finding.ONLY_THERE
            return CheckedWorkload(report, line, finding)
        ours, other = go_value(self.injected.pod, POD), go_value(theirs.pod, POD)
        found = differences(ours, other, POD)
        differing = tuple(f"{item.path}: here {_shown(item.old)}, there {_shown(item.new)}" for item in found)
        if not differing and ours != other:
            differing = ("the order of items in lists",)
        return CheckedWorkload(report, line, Finding.UNLIKE_INJECTOR if differing else None, differing)


class WorkloadInjector:
    """Injects the workloads in objects."""

    def __init__(
        self,
        pods: PodInjector,
        config: InjectionConfig,
        namespace: str,
        *,
        records: bool,
        in_transit: bool,
        ignored: frozenset[str],
        selects: Callable[[Object], bool] | None = None,
    ) -> None:
        """Let ``pods`` inject the Pods, and warn by ``config``; everything else is as for Injector."""
        self._pods = pods
        self._config = config
        self._ignored = ignored
        self._namespace = namespace
        self._records = records
        self._in_transit = in_transit
        self._selects = selects

    def inject(self, value: Object, place: Place, namespaces: Namespaces) -> tuple[Object, list[WorkloadInjection]]:
        """Return the object after injection, the very same where nothing changed, and what happened to each workload.

        Raises WorkloadError.
        """
        items = items_of(value)
        if items is not None:
            return self._inject_list(value, items, place, namespaces)
        if self._selects is not None and not self._selects(value):
            return value, []
        bare = without_transport(value) if self._in_transit else value
        injected, done = self._inject_workload(bare, place, namespaces)
        if injected is bare:
            return value, done
        return (with_transport(injected, value) if bare is not value else injected), done

    def _inject_workload(
        self, value: Object, place: Place, namespaces: Namespaces
    ) -> tuple[Object, list[WorkloadInjection]]:
        try:
            found = find_workload(value, self._namespace)
            workload, restored = without_earlier_injection(found, self._namespace) if found else (None, "")
        except InjectionError as error:
            raise error_at(place, name_of(value), error) from None
        if found is None or workload is None:
            return value, []
        try:
            decision, injected = inject_workload_pod(self._pods, workload, namespaces)
            if injected is not None and workload is not found:
                _check_containers(found.pod, injected.pod)
        except InjectionError as error:
            raise error_at(place, str(workload), error) from None
        subject = Subject(workload, decision, injected, self._config, namespaces.describe(workload.namespace))
        warnings = injection_warnings(subject, self._ignored)
        if injected is None:
            # What Kubernetes' types make of it may be spelled otherwise: a number as a string, a status of zeros.
            typed, is_exact = value, True
            if found.object is not value:
                typed, is_exact = self._with_record(found.object, value, found, None)
            return typed, [WorkloadInjection(place, workload, decision, None, found, warnings, is_exact)]
        result, is_exact = self._with_record(workload.with_pod(injected.pod), value, found, injected)
        # A Pod that had no injection has one now.
        unchanged = SIDECAR_STATUS in annotations_of(found.pod) and is_equal_but_nulls(result, value)
        done = WorkloadInjection(place, workload, decision, injected, found, warnings, is_exact, restored, unchanged)
        return (value if unchanged else result), [done]

    def _with_record(
        self, result: Object, given: Object, found: Workload, injected: InjectedPod | None
    ) -> tuple[Object, bool]:
        """Return the result with the record that the way back needs, if any, and whether that tells all.

        ``given`` is the object as it came in, ``found`` the workload that was found in it, ``injected`` its Pod.
        """
        if not self._records:
            return result, True
        restored = restore_object(found)
        after = replace(found, object=result)
        record = record_for(after, restored.object if restored else given, injected.status if injected else None)
        if restored is not None and restored.record is not None:
            record = replace(record, text=restored.record.text)
        has_no_sign = find_sidecar(injected.pod) is None if injected is not None else not record.is_exact
        is_needed = record.is_needed or has_no_sign
        return (with_record(result, record) if is_needed else result), record.is_exact and restored is None

    def _inject_list(
        self, value: Object, given: list[Any], place: Place, namespaces: Namespaces
    ) -> tuple[Object, list[WorkloadInjection]]:
        items: list[Any] = []
        injections: list[WorkloadInjection] = []
        for item in given:
            injected, done = self.inject(item, place, namespaces) if isinstance(item, dict) else (item, [])
            items.append(injected)
            injections.extend(done)
        unchanged = all(new is old for new, old in zip(items, given, strict=True))
        return (value if unchanged else {**value, "items": items}), injections


def _shown(value: Any) -> str:
    import json

    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)


def _check_containers(given: Pod, injected: Pod) -> None:
    """Raise InjectionError where a container is gone that an annotation calls an earlier injection's.

    It may be the user's, who was not warned. Istio's own may go: no release adds all of them.
    """
    kept = {container.get("name") for container in (*containers_of(injected), *init_containers_of(injected))}
    for container in (*containers_of(given), *init_containers_of(given)):
        name = container.get("name")
        if name not in kept and name not in ISTIO_CONTAINERS:
            raise InjectionError(
                f"annotation {SIDECAR_STATUS} calls container {name} an earlier injection's, but this one would not "
                "add it again: remove the annotation to keep the container, or the container"
            )


def error_at(place: Place, name: str, error: InjectionError) -> WorkloadError:
    """Return an error with the place and name of the workload that it is about."""
    where = printable_line(f"{place.source}: document {place.document}: {name}")
    hint = f"; {HINT}" if looks_like_helm(str(error)) and HINT not in str(error) else ""
    return WorkloadError(f"{where}: {error}{hint}")
