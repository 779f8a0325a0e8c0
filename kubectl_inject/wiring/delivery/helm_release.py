"""Flux's HelmReleases get their sidecars as post-renderers, where their chart is in the repository.

How a release is named and its values are laid is helm-controller's: https://fluxcd.io/flux/components/helm/helmreleases/.
"""

from __future__ import annotations

from kubectl_inject.config.injection_config import read_mapping
from kubectl_inject.errors import InjectionError
from kubectl_inject.kustomization.patches import flux_post_renderers
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.wiring.builds import Release, build_patched, render_chart
from kubectl_inject.wiring.plan import Step, Wiring, WiringError
from kubectl_inject.wiring.sidecars import checked, sidecars_of
from kubectl_inject.wiring.tree import path_below
from kubectl_inject.wiring.yaml_file import edited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.injection.workload import Object
    from kubectl_inject.wiring.survey import Found
    from kubectl_inject.wiring.tree import Tree

_SOURCES = ("GitRepository", "Bucket")
_STATUS = ("sidecar.istio.io/status", "sidecar.istio.io~1status")
"""What every patch of ours has in it: as a key, and as a JSON pointer."""
_POST_RENDERERS = "postRenderers"


@dataclass(frozen=True, slots=True)
class _Rendered:
    release: Release
    fields: Object
    manifests: bytes


def wire_helm_release(
    tree: Tree, found: Found, variants: Sequence[Object], charts: frozenset[str], injector_in: Callable[[str], Injector]
) -> Wiring:
    """Return the wiring of a HelmRelease. ``variants`` are what kustomizations build of it, itself where none does.

    ``injector_in`` returns the injector for objects of a namespace that name none: Helm's own is the release's.
    """
    what = f"{found.file}: {found.name}"
    chart = _chart(found.value)
    if chart is None or chart not in charts:
        elsewhere = "its chart is not in this repository"
        return Wiring(notes=(f"{what}: not wired: {elsewhere}; render it, and use --emit flux-patches or the webhook",))
    try:
        rendered = [_rendered(tree, value, chart, what, injector_in) for value in variants]
    except InjectionError as error:
        return Wiring(problems=(str(error),))
    fields = rendered[0].fields
    if any(each.fields != fields for each in rendered):
        return Wiring(
            notes=(f"{what}: not wired: overlays give it different names or values; use --emit flux-patches for each",)
        )
    if not any(_patches(entry) for entry in fields[_POST_RENDERERS]):
        return Wiring()

    def wired(value: Object) -> Object:
        spec = value["spec"]
        others = [entry for entry in spec.get(_POST_RENDERERS) or [] if not _is_own(entry)]
        return {**value, "spec": {**spec, **fields, _POST_RENDERERS: [*others, *fields[_POST_RENDERERS]]}}

    before = tree.read(found.file)
    step = Step(found.file, before, edited(before, found.file, found.number, wired), f"the sidecars of {found.name}")
    built = []
    try:
        patches = [patch for entry in fields[_POST_RENDERERS] for patch in _patches(entry)]
        for each in rendered:
            patched = build_patched(each.manifests, patches, what)
            built.append(
                checked(patched, f"{found.name} ({found.file})", _POST_RENDERERS, injector_in(each.release.namespace))
            )
    except InjectionError as error:
        return Wiring(problems=(str(error),))
    wrong = [f"{what}: not wired: {finding}" for each in built for finding in each.findings]
    if wrong:
        return Wiring(problems=tuple(wrong))
    values_from = found.value["spec"].get("valuesFrom")
    note = f"{what}: valuesFrom is not in the repository, and was not counted: the patches are for the other values"
    return Wiring(steps=(step,), built=tuple(built), notes=(note,) if values_from else (), needs_init=True)


def _chart(value: Object) -> str | None:
    """Return the folder of the chart, None where it comes from elsewhere than a repository of Git or a bucket."""
    spec = _field(_field(_field(value, "spec"), "chart"), "spec")
    source = _field(spec, "sourceRef").get("kind")
    name = spec.get("chart")
    return path_below("", name) if source in _SOURCES and isinstance(name, str) else None


def _field(value: Object, name: str) -> Object:
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def _rendered(tree: Tree, value: Object, chart: str, what: str, injector_in: Callable[[str], Injector]) -> _Rendered:
    release = _release(tree, value, chart, what)
    manifests = render_chart(tree, release, what)
    sidecars = sidecars_of(manifests, what, injector_in(release.namespace))
    fields: Object = read_mapping(flux_post_renderers(sidecars.patches()), what)["spec"]
    return _Rendered(release, fields, manifests)


def _release(tree: Tree, value: Object, chart: str, what: str) -> Release:
    metadata, spec = _field(value, "metadata"), _field(value, "spec")
    target = str(spec.get("targetNamespace") or "")
    composed = f"{target}-{metadata.get('name')}" if target else str(metadata.get("name"))
    files = []
    for name in _field(_field(spec, "chart"), "spec").get("valuesFiles") or []:
        path = path_below("", name) if isinstance(name, str) else None
        if path is None or path not in tree.files:
            raise WiringError(f"{what}: valuesFiles: no such file in the repository: {name}")
        files.append(path)
    return Release(
        name=str(spec.get("releaseName") or composed),
        namespace=target or str(metadata.get("namespace") or ""),
        chart=chart,
        value_files=tuple(files),
        values=(_field(spec, "values"),) if spec.get("values") else (),
        replaces_defaults=True,
    )


def _patches(entry: Any) -> list[Any]:
    kustomize = entry.get("kustomize") if isinstance(entry, dict) else None
    patches = kustomize.get("patches") if isinstance(kustomize, dict) else None
    return patches if isinstance(patches, list) else []


def _is_own(entry: Any) -> bool:
    patches = _patches(entry)
    texts = [str(patch.get("patch")) for patch in patches if isinstance(patch, dict)]
    return bool(texts) and all(any(status in text for status in _STATUS) for text in texts)
