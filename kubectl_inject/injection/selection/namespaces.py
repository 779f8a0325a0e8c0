"""What is known of namespaces: their labels, which webhooks select by, and their annotations."""

from __future__ import annotations

from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.parsing.limits import DEFAULT_LIMITS, Limits
from kubectl_inject.manifests.parsing.screening import may_be
from kubectl_inject.manifests.stream import split
from kubectl_inject.startup.frozen import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from kubectl_inject.manifests.stream import Document

_KINDS = frozenset({"Namespace", "NamespaceList", "List"})
_NAMESPACE = "Namespace"
UNNAMED = "default"


@dataclass(frozen=True, slots=True)
class NamespaceMetadata:
    """The labels and annotations of one namespace."""

    labels: Mapping[str, str] = field(default_factory=dict)
    annotations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Namespaces:
    """Namespaces by name, and labels that hold for every namespace that is not among them."""

    by_name: Mapping[str, NamespaceMetadata] = field(default_factory=dict)
    labels_of_others: Mapping[str, str] | None = None

    def describe(self, name: str) -> NamespaceMetadata | None:
        """Return what is known of a namespace, or None where nothing is. An empty name is ``default``."""
        known = self.by_name.get(name or UNNAMED)
        if known is None and self.labels_of_others is not None:
            return NamespaceMetadata(self.labels_of_others)
        return known

    def with_found(self, found: Mapping[str, NamespaceMetadata]) -> Namespaces:
        """Return these namespaces with more of them; a namespace that is in both is as found."""
        return Namespaces({**self.by_name, **found}, self.labels_of_others) if found else self


_USUAL_KIND, _KIND_IN_JSON = f"kind: {_NAMESPACE}", f'"{_NAMESPACE}"'


def namespaces_in_text(
    text: str, source: str, limits: Limits = DEFAULT_LIMITS, *, needed: bool
) -> dict[str, NamespaceMetadata]:
    """Return the Namespace objects in a stream's text, as ``find_namespaces`` does; most have none.

    For warnings alone, only the usual spellings of their kind count: definitions have the word in many other places.
    """
    usual = _KIND_IN_JSON if text.startswith("{") else _USUAL_KIND
    may_have_some = (_NAMESPACE if needed else usual) in text
    return find_namespaces(split(text, source), limits, needed=needed) if may_have_some else {}


def find_namespaces(
    documents: Iterable[Document], limits: Limits = DEFAULT_LIMITS, *, needed: bool = True
) -> dict[str, NamespaceMetadata]:
    """Return the Namespace objects of a stream by name, those in Lists too. Raises ManifestError.

    Where they are not ``needed`` for the injection, but for warnings alone, those that cannot be read are left out.
    """
    may_hold_some = (
        document for document in documents if _NAMESPACE in document.text and may_be(document.text, _KINDS)
    )
    return namespaces_in(_value_of(document, limits, needed=needed) for document in may_hold_some)


def _value_of(document: Document, limits: Limits, *, needed: bool) -> object:
    try:
        return construct(compose(document, limits), document)
    except ManifestError:
        if needed:
            raise
        return None


def namespaces_in(values: Iterable[object]) -> dict[str, NamespaceMetadata]:
    """Return the Namespace objects among some objects by name, those in Lists too."""
    found: dict[str, NamespaceMetadata] = {}
    for namespace in (namespace for value in values for namespace in _namespaces_in(value)):
        metadata = namespace.get("metadata")
        if isinstance(metadata, dict) and isinstance(metadata.get("name"), str):
            labels, annotations = _strings(metadata.get("labels")), _strings(metadata.get("annotations"))
            found[metadata["name"]] = NamespaceMetadata(labels, annotations)
    return found


def _namespaces_in(value: object) -> Iterator[dict[str, Any]]:
    if not isinstance(value, dict) or value.get("apiVersion") != "v1":
        return
    if value.get("kind") == "Namespace":
        yield value
    elif isinstance(value.get("items"), list):
        # Items of a NamespaceList leave their type out.
        implied = {"apiVersion": "v1", "kind": "Namespace"} if value.get("kind") == "NamespaceList" else {}
        for item in value["items"]:
            yield from _namespaces_in({**implied, **item} if isinstance(item, dict) else item)


def _strings(value: object) -> dict[str, str]:
    return {name: str(item) for name, item in value.items() if item is not None} if isinstance(value, dict) else {}
