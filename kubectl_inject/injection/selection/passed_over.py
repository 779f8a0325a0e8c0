"""Objects of known kinds that are not injected, and why."""

from __future__ import annotations

from kubectl_inject.injection.selection.decision import Decision, Reason
from kubectl_inject.kubernetes.template_paths import found_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.injection.workload import Object
    from kubectl_inject.kubernetes.workload_kinds import WorkloadKinds

_REFERENCE = "workloadRef"
"""The field by which a Rollout of Argo's names the Deployment whose Pod template it takes."""


def passed_over(value: Object, kinds: WorkloadKinds) -> Decision | None:
    """Return why an object that is no workload is passed over; None where its kind is not known.

    Raises FieldTypeError where an object of a known kind is not made as its kind is.
    """
    row = kinds.find(value.get("apiVersion"), value.get("kind"))
    if row is None:
        return None
    if not row.places:
        return Decision(False, Reason.NO_POD_TEMPLATE, row.left_alone)
    if row.caution and not kinds.includes(row):
        return Decision(False, Reason.UNFIT_KIND, row.caution)
    if not kinds.includes(row):
        return Decision(
            False, Reason.KIND_NOT_NAMED, f"to include it: --workload-kinds {','.join((*kinds.named, row.name))}"
        )
    referred = _reference(value)
    if referred or not any(path for place in row.places for path in found_at(value, place.steps)):
        places = ", ".join(place.path for place in row.places)
        return Decision(False, Reason.NO_POD_TEMPLATE, referred or f"nothing is at {places}")
    missing = row.missing(value)
    return Decision(False, Reason.TAKEN_FOR_PATCH, f"no {missing}, which {row.project} requires") if missing else None


def _reference(value: Object) -> str:
    spec: Any = value.get("spec")
    reference = spec.get(_REFERENCE) if isinstance(spec, dict) else None
    if not isinstance(reference, dict):
        return ""
    return f"{_REFERENCE}: {reference.get('kind')}/{reference.get('name')}"
