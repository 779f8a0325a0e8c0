"""From the bytes of an AdmissionReview to those of its answer: nothing here knows of HTTP."""

from __future__ import annotations

from enum import Enum

from kubectl_inject.builtin.compiled_templates import BuiltinTemplates
from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.pod_injector import TemplateInjector
from kubectl_inject.injection.reports.warnings.workload_warnings import Subject, injection_warnings
from kubectl_inject.injection.selection.namespaces import Namespaces
from kubectl_inject.injection.workload import Workload, find_workload, title_of
from kubectl_inject.istio.injection_path import proxy_variables
from kubectl_inject.kubernetes.patches.json_patch import json_patch
from kubectl_inject.kubernetes.schema.decoding import describe
from kubectl_inject.manifests.parsing.limits import DEFAULT_LIMITS, nests_deeper
from kubectl_inject.startup.frozen import dataclass, replace
from kubectl_inject.webhook.review.admission_review import AdmissionRequest, allow, read_review, refuse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from typing import Any

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.injection.pod import Pod

_MOST_CONTAINERS = 1000
_MOST_WARNINGS = 20
NOT_A_CREATION = "nothing is created"
_NOTE = "decision"
"""The name of the note in the audit log; the API server puts the webhook's name before it."""


class Verdict(Enum):
    """What became of a request."""

    INJECTED = "injected"
    SKIPPED = "skipped"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a request, for logs and metrics.

    ``subject`` names the Pod, ``owner`` the workload that it belongs to. ``reason`` is one of a few sentences;
    ``details`` may repeat what stands in the Pod.
    """

    verdict: Verdict
    uid: str
    subject: str
    owner: str = ""
    reason: str = ""
    details: str = ""
    templates: tuple[str, ...] = ()
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The answer to an AdmissionReview, in JSON, and what it was."""

    answer: bytes
    outcome: Outcome

    def to_plain(self) -> tuple[Any, ...]:
        """Return it as plain values, which take a fifth of the time to pickle; see ``of_plain``."""
        given = self.outcome
        rest = (given.uid, given.subject, given.owner, given.reason, given.details, given.templates, given.dry_run)
        return (self.answer, given.verdict.value, *rest)

    @classmethod
    def of_plain(cls, values: tuple[Any, ...]) -> Reviewed:
        """Return what ``to_plain`` gave the values of."""
        answer, verdict, *rest = values
        return cls(answer, Outcome(Verdict(verdict), *rest))


class PodReviewer:
    """Answers AdmissionReviews by one configuration, with Istio's rules for Pods that its injector is shown.

    The API server has selected the Pods by then, so the labels of namespaces decide nothing here.
    """

    def __init__(
        self, config: InjectionConfig, namespaces: Namespaces | None = None, ignored: Collection[str] = ()
    ) -> None:
        """Use a configuration; ``namespaces`` matter on OpenShift alone. Warnings of ``ignored`` codes are not sent."""
        self._ignored = frozenset(ignored)
        installation = replace(config.installation, automatic=False)
        self._config = replace(config, installation=installation)
        # Warnings of what manual injection does not look at are none here: the API server has looked at it.
        self._selecting = replace(config, installation=replace(installation, automatic=True))
        self._namespaces = namespaces or Namespaces()
        self._injector = TemplateInjector(self._config, BuiltinTemplates())

    def check(self) -> None:
        """Raise OverlayError for a template that cannot be parsed."""
        for name in self._config.templates:
            self._injector.library.template(name)

    def review(self, body: bytes, path: str) -> Reviewed:
        """Answer an AdmissionReview that came by a path; see ``proxy_variables``.

        A Pod that cannot be injected is refused. Raises ReviewError for what is no AdmissionReview.
        """
        request = read_review(body)
        if not request.creates:
            outcome = Outcome(Verdict.SKIPPED, request.uid, "", reason=NOT_A_CREATION, dry_run=request.dry_run)
            return Reviewed(allow(request), outcome)
        most = DEFAULT_LIMITS.nesting
        if body.count(b"{") + body.count(b"[") > most and nests_deeper(request.object, most):
            outcome = Outcome(Verdict.REFUSED, request.uid, _subject(request))
            return _refused(request, outcome, f"mappings and lists nest deeper than the limit of {most}")
        try:
            return self._review_pod(request, path)
        except InjectionError as error:
            return _refused(request, Outcome(Verdict.REFUSED, request.uid, _subject(request)), str(error))
        except RecursionError:
            outcome = Outcome(Verdict.REFUSED, request.uid, _subject(request))
            return _refused(request, outcome, "mappings and lists nest too deep")

    def refuse(self, body: bytes, message: str) -> Reviewed:
        """Refuse the object of an AdmissionReview. Raises ReviewError."""
        request = read_review(body)
        return _refused(request, Outcome(Verdict.REFUSED, request.uid, _subject(request)), message)

    def _review_pod(self, request: AdmissionRequest, path: str) -> Reviewed:
        pod = request.object
        workload = _workload(request)
        try:
            decision, injected = self._injector.inject(workload, self._namespaces, proxy_variables(path))
        except InjectionError as error:
            refused = Outcome(Verdict.REFUSED, *_names(request, workload), dry_run=request.dry_run)
            return _refused(request, refused, f"{workload}: {error}")
        namespace = self._namespaces.describe(workload.namespace)
        subject = Subject(workload, decision, injected, self._selecting, namespace)
        warnings = _first(f"{workload}: {warning}" for warning in injection_warnings(subject, self._ignored))
        why, templates = str(decision), injected.templates if injected else ()
        verdict = Verdict.INJECTED if injected else Verdict.SKIPPED
        outcome = Outcome(
            verdict, *_names(request, workload), decision.reason.value, why, templates, dry_run=request.dry_run
        )
        if injected is None:
            return Reviewed(allow(request, notes={_NOTE: f"skipped: {why}"}, warnings=warnings), outcome)
        patch = json_patch(pod, _as_given(injected.pod, pod))
        notes = {_NOTE: f"injected ({', '.join(templates)}): {why}"}
        return Reviewed(allow(request, patch, notes=notes, warnings=warnings), outcome)


def _first(warnings: Iterable[str]) -> tuple[str, ...]:
    """Return the first of some warnings, and how many others there are: a Pod may have any number of mistakes."""
    found = tuple(warnings)
    others = len(found) - _MOST_WARNINGS
    return found if others <= 0 else (*found[:_MOST_WARNINGS], f"{others} other warnings are left out")


def _check_size(pod: Pod) -> None:
    """Raise InjectionError for a Pod of more containers than any node could run."""
    spec = pod.get("spec")
    lists = [spec.get(name) for name in ("initContainers", "containers")] if isinstance(spec, dict) else []
    number = sum(len(each) for each in lists if isinstance(each, list))
    if number > _MOST_CONTAINERS:
        raise InjectionError(f"spec: {number} containers, the limit is {_MOST_CONTAINERS}")


def _workload(request: AdmissionRequest) -> Workload:
    """Return the Pod of a request, in the namespace that the request names where the Pod names none."""
    pod = request.object
    kind = (pod.get("apiVersion"), pod.get("kind")) if isinstance(pod, dict) else None
    if kind != ("v1", "Pod"):
        found = describe(pod) if kind is None else " ".join(describe(part) for part in kind)
        raise InjectionError(f"request.object: expected a Pod of version v1, found {found}")
    _check_size(pod)
    metadata = pod.get("metadata") or {}
    if isinstance(metadata, dict) and not metadata.get("namespace"):
        pod = {**pod, "metadata": {**metadata, "namespace": request.namespace}}
    workload = find_workload(pod, request.namespace)
    if workload is None:
        raise InjectionError("request.object: expected a Pod of version v1")
    if workload.placeholders:  # no API server sends them
        raise workload.placeholders[0].error()
    return workload


def _as_given(injected: Pod, given: Pod) -> Pod:
    """Return the injected Pod with the namespace as it was given: the API server fills it in."""
    metadata = {**injected["metadata"]}
    before = given.get("metadata") or {}
    metadata.pop("namespace", None)
    if "namespace" in before:
        metadata["namespace"] = before["namespace"]
    return {**injected, "metadata": metadata}


def _names(request: AdmissionRequest, workload: Workload) -> tuple[str, str, str]:
    """Return what an Outcome calls a request, its Pod, and the workload that it belongs to."""
    subject = title_of("Pod", workload.namespace, workload.name)
    return request.uid, subject, f"{workload.owner.kind}/{workload.owner.name}"


def _refused(request: AdmissionRequest, outcome: Outcome, message: str) -> Reviewed:
    return Reviewed(refuse(request, message), replace(outcome, reason="the Pod cannot be injected", details=message))


def _subject(request: AdmissionRequest) -> str:
    """Return what a log calls an object that may be no Pod."""
    metadata: Any = request.object.get("metadata") if isinstance(request.object, dict) else None
    names = [metadata.get(key) for key in ("name", "generateName")] if isinstance(metadata, dict) else []
    name = next((name for name in names if isinstance(name, str) and name), "")
    return title_of("Pod", request.namespace, name)
