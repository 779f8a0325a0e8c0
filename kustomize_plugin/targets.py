"""Which items a function is for: selectors as Kustomize's, with ``*`` for any text."""

from __future__ import annotations

import fnmatch

from kubectl_inject.config.injection_config import ConfigError
from kubectl_inject.config.spelling import nearest, refuse_unknown
from kubectl_inject.kubernetes.label_selector import LabelSelector, parse_selector
from kubectl_inject.kubernetes.schema.decoding import describe
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

_PATTERNS = ("group", "version", "kind", "name", "namespace")
_SELECTORS = ("labelSelector", "annotationSelector")
_LIKENESS = 0.8
"""How much of two kinds must be alike, from 0 to 1, for one to be meant by the other."""


@dataclass(frozen=True, slots=True)
class Target:
    """What an item must be to be selected; empty patterns and selectors hold for anything."""

    group: str = ""
    version: str = ""
    kind: str = ""
    name: str = ""
    namespace: str = ""
    labels: LabelSelector | None = None
    annotations: LabelSelector | None = None

    def selects(self, item: Mapping[str, Any]) -> bool:
        """Whether an item is one that this target means."""
        group, _, version = str(item.get("apiVersion") or "").rpartition("/")
        metadata = item.get("metadata")
        metadata = metadata if isinstance(metadata, dict) else {}
        found = {
            "group": group,
            "version": version,
            "kind": str(item.get("kind") or ""),
            "name": str(metadata.get("name") or ""),
            "namespace": str(metadata.get("namespace") or "default"),
        }
        patterns = {name: getattr(self, name) for name in _PATTERNS}
        if not all(fnmatch.fnmatchcase(found[name], pattern) for name, pattern in patterns.items() if pattern):
            return False
        marks = ((self.labels, metadata.get("labels")), (self.annotations, metadata.get("annotations")))
        return all(selector is None or selector.matches(_strings(given)) for selector, given in marks)

    def __str__(self) -> str:
        """Return what is selected by, such as ``kind: Deployment, name: web``."""
        given = {name: getattr(self, name) for name in _PATTERNS}
        given |= dict(zip(_SELECTORS, (self.labels, self.annotations), strict=True))
        return ", ".join(f"{name}: {value}" for name, value in given.items() if value)


def read_targets(given: Any, path: str) -> tuple[Target, ...]:
    """Read the targets of a functionConfig; ``path`` is what messages call them. Raises InjectionError."""
    if not isinstance(given, list):
        raise ConfigError(f"{path}: expected a list of targets, found {describe(given)}")
    return tuple(_read(target, f"{path}[{index}]") for index, target in enumerate(given))


def _read(given: Any, path: str) -> Target:
    if not isinstance(given, dict):
        raise ConfigError(f"{path}: expected a mapping, found {describe(given)}")
    refuse_unknown(given, (*_PATTERNS, *_SELECTORS), path)
    for name in _PATTERNS:
        if not isinstance(given.get(name, ""), str):
            raise ConfigError(f"{path}.{name}: expected a string, found {describe(given[name])}")
    patterns = {name: given[name] for name in _PATTERNS if name in given}
    labels, annotations = (_selector(given.get(name), f"{path}.{name}") for name in _SELECTORS)
    return Target(**patterns, labels=labels, annotations=annotations)


def _selector(given: Any, path: str) -> LabelSelector | None:
    """Read a selector, ``KEY=VALUE,...`` or matchLabels and matchExpressions; None where it holds for anything."""
    if given is None:
        return None
    if isinstance(given, str):
        pairs = [pair.strip().partition("=") for pair in given.split(",")]
        if not all(key and equals for key, equals, _ in pairs):
            raise ConfigError(f"{path}: expected KEY=VALUE,..., found {describe(given)}")
        given = {"matchLabels": {key: value.removeprefix("=") for key, _, value in pairs}}
    selector = parse_selector(given, path)
    refuse_unknown(given, ("matchLabels", "matchExpressions"), path)
    return selector if selector.requirements else None


def _strings(given: Any) -> dict[str, str]:
    return {name: str(value) for name, value in given.items()} if isinstance(given, dict) else {}


def nearest_kind(target: Target, known: Iterable[str]) -> str:
    """Return the kind that a target's was meant for, empty where it is a pattern, one of the known, or near none."""
    likely = nearest(target.kind, known, _LIKENESS)
    return likely if likely != target.kind else ""
