"""Injection of Pods with placeholders in fields that it neither reads nor changes.

Which fields these are depends on the templates. So the Pod is injected with several values in the places of its
placeholders: where all results are the same but for these very values, injection has no business with the fields.
"""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.kubernetes.placeholders import NUMBER_OF_STAND_INS, Placeholder, with_values
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from kubectl_inject.injection.pod import Pod
    from kubectl_inject.injection.pod_injection import InjectedPod
    from kubectl_inject.injection.pod_injector import PodInjector
    from kubectl_inject.injection.selection.decision import Decision
    from kubectl_inject.injection.selection.namespaces import Namespaces
    from kubectl_inject.injection.workload import Workload
    from kubectl_inject.kubernetes.placeholders import Path


def inject_around_placeholders(
    pods: PodInjector, workload: Workload, namespaces: Namespaces
) -> tuple[Decision, InjectedPod | None]:
    """Decide and inject as ``pods`` does, with the placeholders left as they are.

    Raises InjectionError where injection reads or changes a field that holds one.
    """
    length = len(workload.path)
    inside = [each for each in workload.placeholders if each.path[:length] == workload.path]
    if not inside:
        return pods.inject(workload, namespaces)
    trial = _Trial(pods, workload, namespaces, inside)
    decision, injected = pods.inject(trial.filled([0] * len(inside)), namespaces)
    if injected is None:
        return decision, None
    pod = trial.with_texts(injected.pod, [0] * len(inside))
    for number in range(1, NUMBER_OF_STAND_INS):
        if trial.pod([number] * len(inside)) != pod:
            raise _needed(inside[trial.first_read(pod, number)])
    return decision, replace(injected, pod=pod)


@dataclass(frozen=True, slots=True)
class _Trial:
    """A workload to inject with other values in the places of the placeholders in its Pod, each by its number."""

    pods: PodInjector
    workload: Workload
    namespaces: Namespaces
    placeholders: Sequence[Placeholder]

    def filled(self, numbers: Sequence[int]) -> Workload:
        """Return the workload with these stand-ins."""
        values = self._stand_ins(numbers)
        return replace(self.workload, object=with_values(self.workload.object, self.placeholders, values))

    def pod(self, numbers: Sequence[int]) -> Pod | None:
        """Return the Pod that is injected with these stand-ins, placeholders in their places, or None for none."""
        try:
            _, injected = self.pods.inject(self.filled(numbers), self.namespaces)
        except InjectionError:
            return None
        return None if injected is None else self.with_texts(injected.pod, numbers)

    def with_texts(self, pod: Pod, numbers: Sequence[int]) -> Pod:
        """Return an injected Pod with the placeholders in the places of their stand-ins.

        Raises InjectionError where one is not there.
        """
        length = len(self.workload.path)
        for placeholder, value in zip(self.placeholders, self._stand_ins(numbers), strict=True):
            changed = _with_text(pod, self.workload.pod, placeholder.path[length:], value, placeholder.text)
            if changed is None:
                raise _needed(placeholder)
            pod = changed
        return pod

    def first_read(self, pod: Pod, number: int) -> int:
        """Return the index of the first placeholder that makes the result another one than ``pod``, by halving."""
        low, high = 0, len(self.placeholders)
        while high - low > 1:
            middle = (low + high) // 2
            if self.pod([number] * middle + [0] * (len(self.placeholders) - middle)) == pod:
                low = middle
            else:
                high = middle
        return low

    def _stand_ins(self, numbers: Sequence[int]) -> list[Any]:
        return [each.stand_in(number) for each, number in zip(self.placeholders, numbers, strict=True)]


def _needed(placeholder: Placeholder) -> InjectionError:
    return InjectionError(f"{placeholder.error()}; injection needs the value: replace the placeholder first")


def _with_text(value: Any, given: Any, path: Path, held: Any, text: str) -> Any:
    """Return an injected value with ``text`` in place of the ``held`` value, or None where that is not there.

    ``given`` is the value before injection, in which ``path`` leads to the place.
    """
    if not path:
        return text if type(value) is type(held) and value == held else None
    step, rest = path[0], path[1:]
    if isinstance(step, str):
        if not isinstance(value, dict) or step not in value:
            return None
        changed = _with_text(value[step], given[step], rest, held, text)
        return None if changed is None else {**value, step: changed}
    place = _place_of(given[step], step, value)
    if place is None:
        return None
    changed = _with_text(value[place], given[step], rest, held, text)
    return None if changed is None else [*value[:place], changed, *value[place + 1 :]]


def _place_of(item: Any, place: int, injected: Any) -> int | None:
    """Return where an item of a list is after injection: by its name, if it has one, for others may come before it."""
    if not isinstance(injected, list):
        return None
    name = item.get("name") if isinstance(item, dict) else None
    if name is None:
        return place if place < len(injected) else None
    places = [at for at, other in enumerate(injected) if isinstance(other, dict) and other.get("name") == name]
    return places[0] if len(places) == 1 else None
