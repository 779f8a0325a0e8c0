"""What the workload's namespace has to say, where it is known: from the same input, a file, or a cluster."""

from __future__ import annotations

from kubectl_inject.injection.pod import labels_of
from kubectl_inject.injection.reports.warnings.warning import InjectionWarning, Warned
from kubectl_inject.injection.reports.warnings.workload_warnings import other_revision
from kubectl_inject.istio.names import DATAPLANE_MODE, INIT_CONTAINER, NAMESPACE_LABEL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kubectl_inject.injection.reports.warnings.workload_warnings import Subject

_ENFORCE = "pod-security.kubernetes.io/enforce"
_AMBIENT = "ambient"


def namespace_warnings(subject: Subject) -> Iterator[InjectionWarning]:
    """Yield the warnings for a workload that was injected in a namespace with labels."""
    labels = subject.namespace.labels if subject.namespace else {}
    name = subject.workload.namespace or "default"
    if not subject.config.installation.automatic:
        yield from _manual(name, labels, subject)
    own = labels_of(subject.workload.pod).get(DATAPLANE_MODE)
    if labels.get(DATAPLANE_MODE) == _AMBIENT and own is None:
        yield InjectionWarning(Warned.AMBIENT, f"label {DATAPLANE_MODE} of namespace {name}")
    level = labels.get(_ENFORCE, "")
    if level in ("baseline", "restricted"):
        yield from _pod_security(name, level, subject)


def _manual(name: str, labels: Mapping[str, str], subject: Subject) -> Iterator[InjectionWarning]:
    """Yield the warnings of labels that the webhooks would select by, and manual injection does not look at."""
    if labels.get(NAMESPACE_LABEL) == "disabled":
        yield InjectionWarning(Warned.NAMESPACE_DISABLED, f"{NAMESPACE_LABEL}: disabled on namespace {name}")
    if NAMESPACE_LABEL not in labels and (revision := other_revision(labels, subject.config)):
        yield InjectionWarning(Warned.NAMESPACE_REVISION, f"namespace {name} has {revision}")


def _pod_security(name: str, level: str, subject: Subject) -> Iterator[InjectionWarning]:
    """Yield what injection adds that the namespace's Pod security standard refuses, a line for each container."""
    if subject.injected is None:
        return
    from kubectl_inject.injection.reports.warnings.pod_security import added_violations

    for container, problems in added_violations(subject.workload.pod, subject.injected.pod, level).items():
        code = Warned.POD_SECURITY_INIT if container == INIT_CONTAINER else Warned.POD_SECURITY
        where = f"{container} " if container else "the Pod "
        yield InjectionWarning(code, f"namespace {name} enforces {level}: {where}{', '.join(problems)}")
