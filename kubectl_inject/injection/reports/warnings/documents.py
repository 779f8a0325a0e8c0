"""Documents that pass through: whether they were meant to, as far as they show.

A document that states another kind is not read any further by injection. Here it is, but only where a search for a few
words finds a reason.
"""

from __future__ import annotations

from kubectl_inject.config.spelling import nearest
from kubectl_inject.injection.pod import annotations_of, labels_of
from kubectl_inject.injection.reports.warnings.warning import (
    DocumentWarning,
    InjectionWarning,
    Warned,
    is_worth_reading,
)
from kubectl_inject.injection.workload import is_known, items_of
from kubectl_inject.istio.names import IGNORE_WARNINGS, SIDECAR_INJECT
from kubectl_inject.kubernetes.field_path import path_of
from kubectl_inject.kubernetes.template_paths import pod_template_places, pod_templates_in
from kubectl_inject.kubernetes.workload_kinds import DEFAULT_KINDS, WorkloadKinds, builtin_kinds, group_of, line_for
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.parsing.screening import stated_kind
from kubectl_inject.manifests.parsing.unrendered import looks_like_helm
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from typing import Any

    from kubectl_inject.injection.workload import Object
    from kubectl_inject.manifests.stream import Document

_KUSTOMIZE, _OPENING = "kustomize.config.k8s.io/", "{{"
_HOLDING_TEXT = frozenset({"ConfigMap", "Secret", "CustomResourceDefinition", "ControllerRevision"})
"""Kinds that may hold anything, and nothing of it runs."""
_HANDING_ON = frozenset(
    {
        ("helm.toolkit.fluxcd.io", "HelmRelease"),
        ("argoproj.io", "Application"),
        ("argoproj.io", "ApplicationSet"),
    }
)
"""Groups and kinds that hold values and patches for what others render; what looks like a Pod template is none."""
_OPENSHIFT_TEMPLATE = (("template.openshift.io", "Template"), ("", "Template"))
_PROCESS = "inject what it makes: oc process --local -f FILE | kubectl inject -f -"

_LEAVE = (
    "leave its Pods to the cluster's webhook, or, if they need no sidecar, label the template "
    "sidecar.istio.io/inject: 'false'"
)
_KUSTOMIZATION_KINDS = ("Kustomization", "Component")
KUSTOMIZATION_FILES = ("kustomization.yaml", "kustomization.yml", "Kustomization")
_KUSTOMIZATION_FIELDS = frozenset(
    [
        "bases",
        "patches",
        "patchesStrategicMerge",
        "patchesJson6902",
        "components",
        "configMapGenerator",
        "secretGenerator",
        "namePrefix",
        "nameSuffix",
        "commonLabels",
        "commonAnnotations",
        "helmCharts",
    ]
)
_CHART_VALUES = frozenset(
    [
        "affinity",
        "autoscaling",
        "fullnameOverride",
        "global",
        "image",
        "imagePullSecrets",
        "ingress",
        "nameOverride",
        "nodeSelector",
        "podAnnotations",
        "podLabels",
        "replicaCount",
        "resources",
        "service",
        "serviceAccount",
        "tolerations",
    ]
)
_ENOUGH_VALUES = 2
_LIKENESS = 0.85
"""How much of a kind's name must be like another's for a slip."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which warnings are wanted: none of ``ignored`` codes, and of those objects alone that ``selects`` accepts.

    ``kinds`` are those that are known.
    """

    ignored: Collection[str] = ()
    selects: Callable[[Object], bool] | None = None
    kinds: WorkloadKinds = DEFAULT_KINDS

    def accepts(self, value: Object, code: str) -> bool:
        """Whether a warning of an object is wanted."""
        return code not in self.ignored and (self.selects is None or self.selects(value))


_ALL = Wanted()


def document_warnings(documents: Iterable[Document], wanted: Wanted = _ALL) -> Iterator[DocumentWarning]:
    """Yield the warnings of those documents of a stream that are no workloads."""
    for document in documents:
        text = document.text
        if (is_worth_reading(text) or wanted.kinds.may_be_workload(text)) and not _states_known(text, wanted.kinds):
            yield from _read(document, wanted)


def _states_known(text: str, kinds: WorkloadKinds) -> bool:
    """Whether a document plainly states the API version and kind of a known one; there is no need to read it here."""
    version = f"\n{text}".partition("\napiVersion: ")[2].partition("\n")[0].strip()
    return is_known({"apiVersion": version, "kind": stated_kind(text)}, kinds)


def passed_over(document: Document, wanted: Wanted = _ALL) -> tuple[DocumentWarning, ...]:
    """Return the warnings of a document that states another kind, and so is not read by injection.

    It is for those that ``is_worth_reading`` finds.
    """
    return _read(document, wanted)


def _read(document: Document, wanted: Wanted) -> tuple[DocumentWarning, ...]:
    """Return the warnings of a document; one that cannot be read is for others to refuse."""
    from_helm = looks_like_helm(document.text)
    if not from_helm and stated_kind(document.text) in _HOLDING_TEXT:
        return ()
    try:
        value = construct(compose(document), document)
    except ManifestError:
        if not (from_helm and wanted.accepts({}, Warned.HELM_TEMPLATE)):
            return ()
        return (DocumentWarning(document.source, document.index, "", InjectionWarning(Warned.HELM_TEMPLATE)),)
    return object_warnings(value, document.source, document.index, wanted)


def object_warnings(value: object, source: str, document: int, wanted: Wanted = _ALL) -> tuple[DocumentWarning, ...]:
    """Return the warnings of an object that is no workload, or of those in a List, without the ignored ones."""
    if not isinstance(value, dict):
        return ()
    items = items_of(value)
    if items is not None:
        return tuple(warning for item in items for warning in object_warnings(item, source, document, wanted))
    # Of JSON, and of YAML in other styles, a search does not find that it states a known kind.
    warning = None if is_known(value, wanted.kinds) else _warning_of(value, source)
    if warning is None or not wanted.accepts(value, warning.code):
        return ()
    metadata = _mapping(value.get("metadata"))
    own = _mapping(metadata.get("annotations")).get(IGNORE_WARNINGS)
    if isinstance(own, str):
        from kubectl_inject.injection.reports.warnings.ignoring import codes_in

        if warning.code in codes_in(own):
            return ()
    return (DocumentWarning(source, document, _title(value, metadata), warning),)


def _title(value: Mapping[str, Any], metadata: Mapping[str, Any]) -> str:
    return " ".join(str(part) for part in (value.get("kind"), metadata.get("name")) if part)


def _warning_of(value: dict[str, Any], source: str) -> InjectionWarning | None:
    api_version, kind = value.get("apiVersion"), value.get("kind")
    if _is_kustomization(value, _base(source)):
        return InjectionWarning(Warned.KUSTOMIZATION)
    if not (api_version and kind):
        return InjectionWarning(Warned.HELM_VALUES) if _is_of_chart(value, _base(source)) else None
    name = _mapping(value.get("metadata")).get("name")
    if isinstance(name, str) and _OPENING in name:
        return InjectionWarning(Warned.HELM_TEMPLATE)
    version, kind = str(api_version), str(kind)
    if kind in _HOLDING_TEXT or (group_of(version), kind) in _HANDING_ON:
        return None
    path = find_pod_template(value)
    if path is None:
        return None
    if (group_of(version), kind) in _OPENSHIFT_TEMPLATE:
        return InjectionWarning(Warned.UNKNOWN_KIND, path, _PROCESS)
    if meant := _meant_kind(version, kind):
        return InjectionWarning(Warned.UNKNOWN_KIND, path, f"found {version} {kind}; did you mean {meant}?")
    line = line_for(version, kind, pod_template_places(value))
    return InjectionWarning(Warned.UNKNOWN_KIND, path, f"have it injected by {line}, or {_LEAVE}")


def _meant_kind(api_version: str, kind: str) -> str:
    """Return the API version and kind of Kubernetes that unknown ones were meant for; empty where it does not show."""
    if "." in group_of(api_version):
        return ""  # of a custom resource: Kubernetes' own groups with Pod templates have no dot
    kinds = builtin_kinds()
    likely = kind if kind in kinds else nearest(kind, kinds, _LIKENESS)
    return f"{kinds[likely]} {likely}" if likely else ""


def _base(source: str) -> str:
    return source.replace("\\", "/").rpartition("/")[2]


def _is_kustomization(value: Mapping[str, Any], file: str) -> bool:
    api_version, kind = str(value.get("apiVersion") or ""), value.get("kind")
    if api_version or kind:
        return kind in _KUSTOMIZATION_KINDS and (not api_version or api_version.startswith(_KUSTOMIZE))
    if file in KUSTOMIZATION_FILES:
        return True
    resources = value.get("resources")
    names = isinstance(resources, list) and all(isinstance(item, str) for item in resources)
    return names and bool(value.keys() & _KUSTOMIZATION_FIELDS)


def _is_of_chart(value: Mapping[str, Any], file: str) -> bool:
    """Whether a mapping without API version and kind is a chart's values, or its Chart.yaml."""
    if value.get("apiVersion"):
        return file == "Chart.yaml" and "version" in value
    is_yaml = file.endswith((".yaml", ".yml"))
    return (is_yaml and file.startswith("values")) or len(value.keys() & _CHART_VALUES) >= _ENOUGH_VALUES


def find_pod_template(value: Mapping[str, Any]) -> str | None:
    """Return where in an object of any kind a Pod template is that does not refuse injection, None if nowhere.

    It is the first that ``pod_templates_in`` finds.
    """
    path, template = next(pod_templates_in(value), ((), None))
    return None if template is None or _refuses(template) else path_of(path)


def _refuses(template: dict[str, Any]) -> bool:
    metadata = _mapping(template.get("metadata"))
    pod = {"metadata": {name: _mapping(metadata.get(name)) for name in ("labels", "annotations")}}
    return labels_of(pod).get(SIDECAR_INJECT, annotations_of(pod).get(SIDECAR_INJECT)) in ("false", False)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
