"""What differs between two configurations, and which of it changes injected Pods: found by injecting with each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kubectl_inject.config.helm_values import HelmValues
from kubectl_inject.config.value_tree import ABSENT, LeafDifference, leaf_differences, path_text, with_leaf
from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.pod_injector import TemplateInjector
from kubectl_inject.istio.names import INJECT_TEMPLATES
from kubectl_inject.kubernetes.differences import differences
from kubectl_inject.kubernetes.types import FieldType, Kind
from kubectl_inject.manifests.writing import with_whole_numbers
from kubectl_inject.mesh_config.mesh_config import MESH_CONFIG
from kubectl_inject.mesh_config.protobuf_json import decode_message, plain_message
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.gotemplate.codegen import CompiledTemplate
    from kubectl_inject.injection.workload import Object
    from kubectl_inject.istio.releases import InjectorRules

_MESH = "meshConfig"
_OF_CONFIG = {
    "policy": "policy",
    "defaultTemplates": "default_templates",
    "aliases": "aliases",
    "neverInjectSelector": "never_inject",
    "alwaysInjectSelector": "always_inject",
    "injectedAnnotations": "injected_annotations",
}
_OF_INSTALLATION = {
    "istioVersion": "release",
    "revision": "revision",
    "nativeSidecars": "native_sidecars",
    "platform": "platform",
    "compliancePolicy": "compliance_policy",
    "revisionTags": "revision_tags",
    "webhooks": "webhooks",
}
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class SettingDifference:
    """A setting that differs, what each side has, and the places in sample Pods that it changes; none where inert."""

    path: str
    old: str
    new: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs between two configurations; ``same_pods``: with all of it, no sample comes out otherwise."""

    differences: tuple[SettingDifference, ...]
    same_pods: bool

    @property
    def changing(self) -> tuple[SettingDifference, ...]:
        """The settings that change injected Pods."""
        return tuple(difference for difference in self.differences if difference.places)

    @property
    def inert(self) -> tuple[SettingDifference, ...]:
        """The settings that change no sample."""
        return tuple(difference for difference in self.differences if not difference.places)


def compare_configs(old: InjectionConfig, new: InjectionConfig, samples: Sequence[Object] = ()) -> Comparison:
    """Compare two configurations by what they make of ``samples``, or of some usual workloads.

    A setting changes Pods if it does so laid over the old configuration alone, or if the new one without it does.
    """
    probe = _Probe(old, new, tuple(samples) or sample_workloads())
    found = tuple(leaf_differences(_tree(old), _tree(new)))
    places = dict.fromkeys((difference.path for difference in found), tuple[str, ...]())
    for difference, changed in probe.effects(found):
        places[difference.path] = changed
    settings = (
        SettingDifference(path_text(item.path), _shown(item.old), _shown(item.new), places[item.path]) for item in found
    )
    return Comparison(tuple(settings), probe.same_pods)


class _CompiledTemplates:
    """A TemplateStore for one comparison: the mixtures of two configurations have mostly the same templates."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CompiledTemplate] = {}

    def get(self, source: str, name: str) -> CompiledTemplate | None:
        return self._kept.get((source, name))

    def put(self, compiled: CompiledTemplate) -> None:
        self._kept[compiled.source, compiled.name] = compiled


class _Probe:
    """Injects the samples with mixtures of two configurations."""

    def __init__(self, old: InjectionConfig, new: InjectionConfig, samples: tuple[Object, ...]) -> None:
        self._old, self._new, self._samples = old, new, samples
        self._compiled: dict[InjectorRules, _CompiledTemplates] = {}
        self._of_old, self._of_new = self._outcome(old), self._outcome(new)

    @property
    def same_pods(self) -> bool:
        return self._of_old == self._of_new

    def effects(self, found: Sequence[LeafDifference]) -> Iterator[tuple[LeafDifference, tuple[str, ...]]]:
        """Yield the differences that change an outcome, with the places changed.

        What together changes nothing is not looked into.
        """
        if not found:
            return
        changed = self._changed(found)
        if not changed:
            return
        if len(found) == 1:
            yield found[0], changed
            return
        half = len(found) // 2
        yield from self.effects(found[:half])
        yield from self.effects(found[half:])

    def _changed(self, found: Sequence[LeafDifference]) -> tuple[str, ...]:
        with_them = self._outcome(_mixed(self._old, self._new, found, new=True))
        if with_them != self._of_old:
            return _places(self._of_old, with_them)
        without_them = self._outcome(_mixed(self._new, self._old, found, new=False))
        return _places(without_them, self._of_new)

    def _outcome(self, config: InjectionConfig | None) -> tuple[Object | None, ...]:
        """Return each sample after injection, None where it fails."""
        if config is None:
            return (None,) * len(self._samples)
        store = self._compiled.setdefault(config.rules, _CompiledTemplates())
        injector = Injector(config, records=False, pods=TemplateInjector(config, store))
        outcomes: list[Object | None] = []
        for sample in self._samples:
            try:
                outcomes.append(injector.inject_object(sample).object)
            except InjectionError:
                outcomes.append(None)
        return tuple(outcomes)


def _places(old: Sequence[Object | None], new: Sequence[Object | None]) -> tuple[str, ...]:
    """Return where outcomes differ."""
    places: dict[str, None] = {}
    for before, after in zip(old, new, strict=True):
        if before == after:
            continue
        if before is None or after is None:
            places["injection itself, which fails with one of them"] = None
        else:
            kind = FieldType(Kind.STRUCT, struct=after["kind"])
            places |= dict.fromkeys(item.path for item in differences(before, after, kind))
    return tuple(places)


def _mixed(
    base: InjectionConfig, other: InjectionConfig, found: Sequence[LeafDifference], *, new: bool
) -> InjectionConfig | None:
    """Return ``base`` with some settings as in ``other``, or None where they do not fit.

    ``new``: ``other`` is the newer one.
    """
    values, mesh, templates = base.values.tree, plain_message(base.mesh), dict(base.templates)
    config, installation = dict[str, Any](), dict[str, Any]()
    for difference in found:
        root, *path = difference.path
        value = difference.new if new else difference.old
        if root == "values":
            values = with_leaf(values, tuple(path), value)
        elif root == _MESH:
            mesh = with_leaf(mesh, tuple(path), value)
        elif root == "templates":
            templates = with_leaf(templates, tuple(path), value)
        elif root in _OF_CONFIG:
            config[_OF_CONFIG[root]] = getattr(other, _OF_CONFIG[root])
        else:
            installation[_OF_INSTALLATION[root]] = getattr(other.installation, _OF_INSTALLATION[root])
    try:
        message = decode_message(mesh, MESH_CONFIG) if any(item.path[0] == _MESH for item in found) else base.mesh
    except InjectionError:
        return None
    return replace(
        base,
        values=HelmValues(values),
        mesh=message,
        templates=templates,
        installation=replace(base.installation, **installation),
        **config,
    )


def _tree(config: InjectionConfig) -> dict[str, Any]:
    own = {name: _plain(getattr(config, field)) for name, field in _OF_CONFIG.items()}
    facts = {name: _plain(getattr(config.installation, field)) for name, field in _OF_INSTALLATION.items()}
    trees = {"templates": dict(config.templates), _MESH: plain_message(config.mesh), "values": config.values.tree}
    return {**facts, **own, **trees}


def _plain(value: Any) -> Any:
    """Return a value such that a mapping is one leaf."""
    return tuple(value.items()) if isinstance(value, Mapping) else value


def _shown(value: Any) -> str:
    if value is ABSENT:
        return "nothing"
    if isinstance(value, str) and "\n" in value:
        return f"{len(value.splitlines())} lines"
    plain = with_whole_numbers(value)
    text = plain if isinstance(plain, str) and plain else json.dumps(plain, default=str, ensure_ascii=False)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def sample_workloads() -> tuple[Object, ...]:
    """Return workloads that between them touch what most injections depend on."""
    probes = {
        "readinessProbe": {"httpGet": {"path": "/ready", "port": "http"}},
        "livenessProbe": {"tcpSocket": {"port": 8080}},
    }
    app = {"name": "app", "image": "example/app", "ports": [{"name": "http", "containerPort": 8080}], **probes}
    own_proxy = {"name": "istio-proxy", "image": "auto", "resources": {"requests": {"cpu": "50m"}}}
    scraped = {"prometheus.io/scrape": "true", "prometheus.io/port": "8080"}
    return (
        _workload("apps/v1", "Deployment", [app], {}),
        _workload("apps/v1", "StatefulSet", [app, own_proxy], scraped),
        _workload("batch/v1", "Job", [app], {"traffic.sidecar.istio.io/excludeOutboundPorts": "5432"}),
        _workload("apps/v1", "DaemonSet", [app], {"sidecar.istio.io/interceptionMode": "TPROXY"}),
        _workload("apps/v1", "Deployment", [own_proxy], {INJECT_TEMPLATES: "gateway"}),
        _workload("apps/v1", "Deployment", [app], {INJECT_TEMPLATES: "grpc-agent"}),
    )


def _workload(api_version: str, kind: str, containers: list[Object], annotations: dict[str, str]) -> Object:
    template = {
        "metadata": {"labels": {"app": "sample"}, "annotations": annotations},
        "spec": {"serviceAccountName": "sample", "containers": containers},
    }
    metadata = {"name": "sample", "namespace": "sample"}
    return {"apiVersion": api_version, "kind": kind, "metadata": metadata, "spec": {"template": template}}
