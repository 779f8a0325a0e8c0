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
from kubectl_inject.injection.workload import Object, Workload, find_workload, items_of, name_of, replaced
from kubectl_inject.istio.names import ISTIO_CONTAINERS, RESTORE, SIDECAR_STATUS
from kubectl_inject.kubernetes.schema.decoding import is_equal_but_nulls, without_nulls
from kubectl_inject.kubernetes.schema.types import POD
from kubectl_inject.printable import printable_line
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.injection.pod import Pod
    from kubectl_inject.injection.pod_injection import InjectedPod
    from kubectl_inject.injection.removal.restoring import Statuses
    from kubectl_inject.injection.reports.checking import CheckedWorkload
    from kubectl_inject.injection.reports.explanation import Explanation, PresentInjection
    from kubectl_inject.injection.reports.warnings.warning import InjectionWarning
    from kubectl_inject.injection.selection.decision import Decision
    from kubectl_inject.injection.selection.namespaces import Namespaces
    from kubectl_inject.kubernetes.patches.differences import Difference
    from kubectl_inject.kubernetes.template_paths import ConcretePath


class WorkloadError(InjectionError):
    """A workload cannot be injected; the text names it, and what is wrong."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an object comes from: a source's name, the number of a document in it, and for a List's item its path."""

    source: str
    document: int
    path: ConcretePath = ()


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
            pod_path=workload.pod_path,
            warnings=self.warnings,
            restored=self.restored,
            was_injected=is_injected(self.given),
            template=workload.template,
        )

    @property
    def template_path(self) -> ConcretePath:
        """The path of its Pod template in the document, where it is one of several in its object, or else nothing."""
        return (*self.place.path, *self.workload.path) if self.workload.template else ()

    def explain(self, config: InjectionConfig) -> Explanation:
        """Return the explanation of it; ``config`` is the configuration that it was done with."""
        from kubectl_inject.injection.reports.explanation import Explanation
        from kubectl_inject.injection.reports.proxy_settings import proxy_settings
        from kubectl_inject.kubernetes.patches.differences import differences

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
        from kubectl_inject.kubernetes.patches.differences import differences

        if self.injected is None:
            return ()
        given, wanted = without_nulls(self.given.pod), without_nulls(self.injected.pod)
        return tuple(item for item in differences(given, wanted, POD) if RESTORE not in item.path)

    def check(self, line: int) -> CheckedWorkload:
        """Compare the workload as it was given with what injection makes of it; it is at ``line``."""
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
        from kubectl_inject.kubernetes.go_json import go_value
        from kubectl_inject.kubernetes.patches.differences import differences

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


@dataclass(frozen=True, slots=True)
class PassedOver:
    """An object that is no workload here, and why it is worth a word."""

    place: Place
    kind: str
    name: str
    namespace: str
    decision: Decision
    injected: InjectedPod | None = None
    is_exact: bool = True
    template_path: ConcretePath = ()

    def report(self) -> WorkloadReport:
        """Return the report of it."""
        return WorkloadReport(
            self.place.source,
            self.place.document,
            self.kind,
            self.name,
            self.namespace,
            self.decision,
            Outcome.SKIPPED,
        )

    def explain(self, _config: InjectionConfig) -> Explanation:
        """Return the explanation of it, which is its report."""
        from kubectl_inject.injection.reports.explanation import Explanation

        return Explanation(self.report())

    def check(self, line: int) -> CheckedWorkload:
        """Return that nothing is wrong with it; it is at ``line``."""
        from kubectl_inject.injection.reports.checking import CheckedWorkload

        return CheckedWorkload(self.report(), line, None)


Done = WorkloadInjection | PassedOver
"""What happened to a Pod template, or to an object without one that is injected."""


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

    def inject(self, value: Object, place: Place, namespaces: Namespaces) -> tuple[Object, list[Done]]:
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

    def _inject_workload(self, value: Object, place: Place, namespaces: Namespaces) -> tuple[Object, list[Done]]:
        try:
            found = find_workload(value, self._namespace, self._config.kinds)
            if found is None:
                return value, self._passed_over(value, place)
            workload, restored = without_earlier_injection(found)
        except InjectionError as error:
            raise error_at(place, name_of(value), error) from None
        pods = [
            self._inject_pod(given, bare, place, namespaces)
            for given, bare in zip(found.each, workload.each, strict=True)
        ]
        is_unchanged = False
        if all(injected is None for _, _, _, injected in pods):
            # What Kubernetes' types make of it may be spelled otherwise: a number as a string, a status of zeros.
            typed, is_exact = value, True
            if found.object is not value:
                typed, is_exact = self._with_record(found.object, value, found, ())
        else:
            # What is not injected now stays as it came.
            typed = workload.object
            for given, bare, _, injected in pods:
                typed = replaced(typed, bare.path, given.pod if injected is None else injected.pod)
            done_to = [(bare, injected) for _, bare, _, injected in pods if injected is not None]
            typed, is_exact = self._with_record(typed, value, found, done_to)
            # A Pod that had no injection has one now.
            had = all(injected is None or SIDECAR_STATUS in annotations_of(given.pod) for given, _, _, injected in pods)
            is_unchanged = had and is_equal_but_nulls(typed, value)
        done: list[Done] = [
            WorkloadInjection(
                place,
                bare,
                decision,
                injected,
                given,
                self._warnings(bare, decision, injected, namespaces),
                is_exact,
                restored if injected is not None else "",
                injected is not None and is_unchanged,
            )
            for given, bare, decision, injected in pods
        ]
        return (value if is_unchanged else typed), done

    def _warnings(
        self, workload: Workload, decision: Decision, injected: InjectedPod | None, namespaces: Namespaces
    ) -> tuple[InjectionWarning, ...]:
        subject = Subject(workload, decision, injected, self._config, namespaces.describe(workload.namespace))
        return injection_warnings(subject, self._ignored)

    def _inject_pod(
        self, given: Workload, bare: Workload, place: Place, namespaces: Namespaces
    ) -> tuple[Workload, Workload, Decision, InjectedPod | None]:
        """Decide on one Pod of an object and inject it; ``bare`` is the workload without an earlier injection."""
        try:
            decision, injected = inject_workload_pod(self._pods, bare, namespaces)
            if injected is not None and bare is not given:
                _check_containers(given.pod, injected.pod)
        except InjectionError as error:
            raise error_at(place, str(bare), error) from None
        return given, bare, decision, injected

    def _passed_over(self, value: Object, place: Place) -> list[Done]:
        from kubectl_inject.injection.selection.passed_over import passed_over

        decision = passed_over(value, self._config.kinds)
        if decision is None:
            return []
        metadata = value.get("metadata")
        names = metadata if isinstance(metadata, dict) else {}
        name, namespace = (str(names.get(field) or "") for field in ("name", "namespace"))
        return [PassedOver(place, str(value.get("kind")), name, namespace or self._namespace, decision)]

    def _with_record(
        self, result: Object, given: Object, found: Workload, injected: Sequence[tuple[Workload, InjectedPod]]
    ) -> tuple[Object, bool]:
        """Return the result with the record that the way back needs, if any, and whether that tells all.

        ``given`` is the object as it came in, ``found`` the workload that was found in it, ``injected`` are the
        workloads of those of its Pods that were injected, each with its Pod.
        """
        if not self._records:
            return result, True
        restored = restore_object(found)
        statuses: Statuses = {each.path: pod.status for each, pod in injected if pod.status is not None}
        record = record_for(replace(found, object=result), restored.object if restored else given, statuses)
        if restored is not None and restored.record is not None:
            record = replace(record, text=restored.record.text)
        has_no_sign = any(find_sidecar(each.pod) is None for _, each in injected) if injected else not record.is_exact
        is_needed = record.is_needed or has_no_sign
        return (with_record(result, record) if is_needed else result), record.is_exact and restored is None

    def _inject_list(
        self, value: Object, given: list[Any], place: Place, namespaces: Namespaces
    ) -> tuple[Object, list[Done]]:
        items: list[Any] = []
        injections: list[Done] = []
        for number, item in enumerate(given):
            place_of_item = replace(place, path=(*place.path, "items", number))
            injected, done = self.inject(item, place_of_item, namespaces) if isinstance(item, dict) else (item, [])
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
    from kubectl_inject.manifests.parsing.unrendered import HINT, looks_like_helm

    where = printable_line(f"{place.source}: document {place.document}: {name}")
    hint = f"; {HINT}" if looks_like_helm(str(error)) and HINT not in str(error) else ""
    return WorkloadError(f"{where}: {error}{hint}")
