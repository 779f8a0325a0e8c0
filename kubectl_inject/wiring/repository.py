"""A whole repository: what would be wired, step by step, and what that builds.

A plan follows from the tree alone, so a second one, of the tree with the first one's changes, changes nothing.
"""

from __future__ import annotations

import posixpath

from kubectl_inject.errors import InjectionError
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.wiring.builds import build_kustomization
from kubectl_inject.wiring.checks.ci_workflow import wire_pipeline
from kubectl_inject.wiring.checks.pre_commit import wire_pre_commit
from kubectl_inject.wiring.delivery.argo_application import wire_application
from kubectl_inject.wiring.delivery.helm_release import wire_helm_release
from kubectl_inject.wiring.delivery.helmfile import HelmfileWiring, wire_helmfile
from kubectl_inject.wiring.delivery.kustomization import PATCHES, KustomizationWiring, wire_kustomization
from kubectl_inject.wiring.delivery.plain_manifests import plain_left, wire_plain
from kubectl_inject.wiring.plan import NOTHING, Wiring
from kubectl_inject.wiring.survey import survey
from kubectl_inject.wiring.yaml_file import read_documents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.injection.workload import Object
    from kubectl_inject.wiring.plan import Step
    from kubectl_inject.wiring.survey import Found, Survey
    from kubectl_inject.wiring.tree import Tree

CONFIG, KUSTOMIZATIONS, HELM_RELEASES, APPLICATIONS = "config", "kustomizations", "helm-releases", "applications"
HELMFILE, PRE_COMMIT, PIPELINE = "helmfile", "pre-commit", "pipeline"
STEPS = (CONFIG, KUSTOMIZATIONS, HELM_RELEASES, APPLICATIONS, HELMFILE, PRE_COMMIT, PIPELINE)
"""The parts of a wiring that can be chosen."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is requested of a wiring.

    ``steps`` are some of STEPS, ``form`` how kustomizations are wired, ``in_place`` whether plain manifests are
    injected, ``helm`` the major version of Helm, ``pipeline`` the system whose pipeline is wired. ``config`` is the
    path of the captured configuration, ``configuration`` the steps that write it.
    """

    steps: frozenset[str]
    form: str
    in_place: bool
    helm: int
    pipeline: str
    config: str
    configuration: tuple[Step, ...]
    allows_remote: bool
    version: str
    leaves_out: Callable[[str], bool]
    init: tuple[str, ...] = ()
    """The arguments of an ``init`` that finds in a pipeline what has changed."""


def wire_repository(tree: Tree, request: Request, injector_in: Callable[[str], Injector], records: Injector) -> Wiring:
    """Return the wiring of a repository, with all that keeps parts of it from being wired as its problems.

    ``injector_in`` returns the injector for objects of a namespace that name none, empty where that is not known;
    ``records`` is the one for files that are injected where they lie.
    """
    injector = injector_in("")
    found = survey(tree, injector, request.leaves_out)
    wiring = Wiring(steps=request.configuration, problems=found.problems)
    injected: dict[str, str] = {}
    if KUSTOMIZATIONS in request.steps:
        how = KustomizationWiring(request.form, injector, request.config, request.allows_remote)
        for each in found.built:
            wired = wire_kustomization(tree, each, found.reached[each.folder], how)
            if wired.built and request.form == PATCHES:
                injected[each.folder] = wired.built[0].by
            wiring += wired
    if found.plain and request.in_place:
        wiring += wire_plain(tree, found.plain, records)
        injected |= {posixpath.dirname(file): "in the files" for file in found.plain}
    if HELM_RELEASES in request.steps:
        wiring += _helm_releases(tree, found, injector_in)
    if APPLICATIONS in request.steps:
        for application in found.applications:
            wiring += wire_application(tree, application, found, injected, injector)
    if found.plain and not request.in_place:
        wiring += plain_left(found.plain)
    if HELMFILE in request.steps:
        for file in found.helmfiles:
            wiring += wire_helmfile(tree, file, HelmfileWiring(request.helm, request.config, injector))
    return wiring + _checked_by(tree, request, wiring)


def _helm_releases(tree: Tree, found: Survey, injector_in: Callable[[str], Injector]) -> Wiring:
    wiring = NOTHING
    changed = tree
    for release in found.helm_releases:
        try:
            variants = _variants(tree, found, release)
        except InjectionError as error:
            wiring += Wiring(problems=(str(error),))
            continue
        wired = wire_helm_release(changed, release, variants, found.charts, injector_in)
        # Several releases may be in one file.
        changed = changed.with_changes(wired.steps)
        wiring += wired
    return wiring


def _variants(tree: Tree, found: Survey, release: Found) -> list[Object]:
    """Return what the kustomizations of a repository build of a HelmRelease. Raises InjectionError."""
    variants = []
    for each in found.built:
        files = found.reached[each.folder]
        if release.file in files and not each.remote:
            built = build_kustomization(tree, files, each.folder)
            variants += [
                document.value
                for document in read_documents(built, each.shown)
                if document.value.get("kind") == "HelmRelease"
                and document.value["metadata"].get("name") == release.value["metadata"].get("name")
            ]
    return variants or [release.value]


def _checked_by(tree: Tree, request: Request, wiring: Wiring) -> Wiring:
    added = NOTHING
    try:
        if PRE_COMMIT in request.steps:
            added += wire_pre_commit(tree, wiring.checks, request.version)
        if PIPELINE in request.steps:
            init = request.init if wiring.needs_init else ()
            added += wire_pipeline(tree, request.pipeline, wiring.checks, init, request.version)
    except InjectionError as error:
        added += Wiring(problems=(str(error),))
    return added
