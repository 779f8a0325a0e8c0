"""What differs between two configurations, and which of it changes injected Pods: found by injecting with each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kubectl_inject.config.helm_values import HelmValues
from kubectl_inject.config.value_tree import ABSENT, LeafDifference, leaf_differences, path_text, with_leaf
from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.parallel import ALONE, processes_for, worked_out
from kubectl_inject.injection.pod_injector import TemplateInjector
from kubectl_inject.injection.workload import find_workload, name_of
from kubectl_inject.istio.names import INJECT_TEMPLATES
from kubectl_inject.istio.releases import Release
from kubectl_inject.kubernetes.patches.differences import differences
from kubectl_inject.kubernetes.schema.types import custom_type
from kubectl_inject.manifests.output.writing import with_whole_numbers
from kubectl_inject.mesh_config.mesh_config import MESH_CONFIG
from kubectl_inject.mesh_config.protobuf_json import decode_message, plain_message
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.gotemplate.compiled import CompiledTemplate
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
_FAILING = "injection itself, which fails with one of them"
_Changed = dict[int, tuple[str, ...]]
"""Samples by their numbers, and the places changed in each."""
_Probed = tuple[Sequence[int], dict[tuple[str, ...], _Changed]]
"""The samples that come out otherwise, and by the path of each setting what that changes."""


@dataclass(frozen=True, slots=True)
class SettingDifference:
    """A setting that differs, what each side has, and what it changes: nothing where it is inert.

    ``places`` are those in Pods, ``workloads`` the names of those that were given; built-in samples have none.
    """

    path: str
    old: str
    new: str
    places: tuple[str, ...] = ()
    workloads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs between two configurations; ``same_pods``: with all of it, no sample comes out otherwise.

    ``workloads`` are the names of those that were tried, ``changed`` of those that come out otherwise; both are empty
    where the built-in samples were tried.
    """

    differences: tuple[SettingDifference, ...]
    same_pods: bool
    workloads: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    @property
    def changing(self) -> tuple[SettingDifference, ...]:
        """The settings that change injected Pods."""
        return tuple(difference for difference in self.differences if difference.places)

    @property
    def inert(self) -> tuple[SettingDifference, ...]:
        """The settings that change no sample."""
        return tuple(difference for difference in self.differences if not difference.places)


def compare_configs(
    old: InjectionConfig, new: InjectionConfig, workloads: Sequence[Object] = (), jobs: int = 0
) -> Comparison:
    """Compare two configurations by what they make of workloads, or of built-in samples where none are given.

    A setting changes a workload if it does so laid over the old configuration alone, or if the new one without it
    does. A mixture that fails is no evidence where both configurations inject the workload, unless both mixtures do.
    ``jobs`` is as for ``worked_out``: each process compares a part of the workloads.
    """
    samples = tuple(workloads) or sample_workloads()
    names = tuple(map(name_of, workloads))
    found = tuple(leaf_differences(_tree(old), _tree(new)))
    compiled: dict[InjectorRules, _CompiledTemplates] = {}

    def probed(part: range) -> _Probed:
        probe = _Probe(old, new, {number: samples[number] for number in part}, compiled)
        return probe.changed, {difference.path: changed for difference, changed in probe.effects(found)}

    all_changed: list[int] = []
    effects: dict[tuple[str, ...], _Changed] = {}
    for changed_here, effects_here in worked_out(_parts(len(samples), processes_for(jobs)), probed, jobs):
        all_changed += changed_here
        for path, changed in effects_here.items():
            effects.setdefault(path, {}).update(changed)

    def named(indexes: Iterable[int]) -> tuple[str, ...]:
        return tuple(names[index] for index in indexes) if names else ()

    def setting(item: LeafDifference) -> SettingDifference:
        changed = effects.get(item.path, {})
        places = dict.fromkeys(place for index in sorted(changed) for place in changed[index])
        shown = _shown(item.old), _shown(item.new)
        return SettingDifference(path_text(item.path), *shown, tuple(places), named(sorted(changed)))

    return Comparison(tuple(map(setting, found)), not all_changed, names, named(all_changed))


def _parts(count: int, processes: int) -> list[range]:
    """Return the numbers of some first samples, and those of the others in a part for each process."""
    if processes == 1 or count < 2 * ALONE:
        return [range(count)]
    size = -(-(count - ALONE) // processes)
    return [range(ALONE), *(range(start, min(start + size, count)) for start in range(ALONE, count, size))]


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

    def __init__(
        self,
        old: InjectionConfig,
        new: InjectionConfig,
        samples: Mapping[int, Object],
        compiled: dict[InjectorRules, _CompiledTemplates],
    ) -> None:
        """Take samples by their numbers, and the templates that were compiled so far."""
        self._old, self._new, self._samples = old, new, samples
        self._compiled = compiled
        self._of_old, self._of_new = self._outcomes(old, samples), self._outcomes(new, samples)

    @property
    def changed(self) -> tuple[int, ...]:
        """The samples that come out otherwise with the new configuration."""
        return tuple(index for index, outcome in self._of_old.items() if outcome != self._of_new[index])

    def effects(
        self, found: Sequence[LeafDifference], among: Iterable[int] | None = None
    ) -> Iterator[tuple[LeafDifference, _Changed]]:
        """Yield the differences that change samples, with the places changed in each, by its number.

        What together changes nothing in a sample is not looked into.
        """
        if not found:
            return
        changed = self._changed(found, self._samples if among is None else among)
        if not changed:
            return
        if len(found) == 1:
            yield found[0], changed
            return
        half = len(found) // 2
        yield from self.effects(found[:half], changed)
        yield from self.effects(found[half:], changed)

    def _changed(self, found: Sequence[LeafDifference], among: Iterable[int]) -> _Changed:
        """Return the samples that some differences change, each with its places."""
        changed: _Changed = {}
        with_them = self._outcomes(_mixed(self._old, self._new, found, new=True), among)
        broken = {index for index, outcome in with_them.items() if self._breaks(index, outcome)}
        for index, outcome in with_them.items():
            if index not in broken and (places := _places(self._of_old[index], outcome)):
                changed[index] = places
        rest = [index for index in with_them if index not in changed]
        without_them = self._outcomes(_mixed(self._new, self._old, found, new=False), rest) if rest else {}
        for index, outcome in without_them.items():
            if self._breaks(index, outcome):
                # Several settings may make up for each other where one does not.
                if index in broken or len(found) > 1:
                    changed[index] = (_FAILING,)
            elif (places := _places(outcome, self._of_new[index])) or (index in broken and len(found) > 1):
                changed[index] = places or (_FAILING,)
        return changed

    def _breaks(self, index: int, outcome: Object | None) -> bool:
        """Whether a mixture cannot inject what both configurations can."""
        return outcome is None and self._of_old[index] is not None and self._of_new[index] is not None

    def _outcomes(self, config: InjectionConfig | None, among: Iterable[int]) -> dict[int, Object | None]:
        """Return samples after injection, by their numbers, None where it fails."""
        if config is None:
            return dict.fromkeys(among)
        store = self._compiled.setdefault(config.rules, _CompiledTemplates())
        injector = Injector(config, records=False, pods=TemplateInjector(config, store))
        outcomes: dict[int, Object | None] = {}
        for index in among:
            try:
                outcomes[index] = injector.inject_object(self._samples[index]).object
            except InjectionError:
                outcomes[index] = None
        return outcomes


def _places(before: Object | None, after: Object | None) -> tuple[str, ...]:
    """Return where two outcomes differ."""
    if before == after:
        return ()
    if before is None or after is None:
        return (_FAILING,)
    workload = find_workload(after)
    kind = custom_type(()) if workload is None else workload.type
    return tuple(dict.fromkeys(item.path for item in differences(before, after, kind)))


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
    if isinstance(value, Release):
        return str(value)
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
