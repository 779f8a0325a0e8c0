"""Checking annotations as Istio's injector does before it injects."""

from __future__ import annotations

from functools import lru_cache

from kubectl_inject.errors import InjectionError
from kubectl_inject.istio.names import PROXY_CONFIG
from kubectl_inject.istio.releases import rules_of
from kubectl_inject.manifests.parsing.kubernetes_yaml import load
from kubectl_inject.mesh_config.mesh_config import merge_proxy_config
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kubectl_inject.istio.releases import Release
    from kubectl_inject.mesh_config.protobuf import Message

_OF_ISTIO = "istio.io/"
"""What the names of all annotations have in them that are checked."""

_TRUE = frozenset({"1", "t", "T", "true", "TRUE", "True"})
_FALSE = frozenset({"0", "f", "F", "false", "FALSE", "False"})


class AnnotationError(InjectionError):
    """Annotations have values that Istio does not accept."""

    def __init__(self, *problems: AnnotationProblem) -> None:
        """Name each of the annotations, and say what is wrong with its value."""
        super().__init__("; ".join(map(str, problems)))


@dataclass(frozen=True, slots=True)
class AnnotationProblem:
    """An annotation, its value, and what is wrong with that, or what is allowed."""

    name: str
    value: str
    problem: str

    def __str__(self) -> str:
        """Return all of it in one sentence."""
        return f"invalid value {self.value!r} for annotation {self.name!r}: {self.problem}"


def parse_bool(value: str) -> bool | None:
    """Return what Go's strconv.ParseBool makes of a text, or None where it refuses."""
    if value in _TRUE:
        return True
    return False if value in _FALSE else None


def check_annotations(annotations: Mapping[str, str], release: Release) -> None:
    """Raise AnnotationError for the annotations, by name, whose values the injector of a release does not accept.

    The source of the rules is Istio's pkg/kube/inject/validate.go.
    """
    if _OF_ISTIO not in "\n".join(annotations):
        return  # without the table, which takes long to import
    checks = _checks(release)
    problems = [
        AnnotationProblem(name, annotations[name], problem)
        for name in sorted(annotations.keys() & checks.keys())
        if (problem := checks[name](annotations[name]))
    ]
    if problems:
        raise AnnotationError(*problems)


@lru_cache(maxsize=16)
def _checks(release: Release) -> Mapping[str, Callable[[str], str]]:
    """Return the checks of a release, by the annotations' names."""
    from kubectl_inject.istio.annotation_values import check_of
    from kubectl_inject.istio.annotations import checked_annotations

    return {
        name: check_of(annotation, rules_of(release)) for name, annotation in checked_annotations(release.minor).items()
    }


def proxy_config_with_annotation(base: Message, annotations: Mapping[str, str]) -> Message:
    """Return the proxy config with the annotation proxy.istio.io/config laid over it, which has been checked."""
    text = annotations.get(PROXY_CONFIG)
    return base if text is None else merge_proxy_config(base, load(text, f"annotation {PROXY_CONFIG}"))
