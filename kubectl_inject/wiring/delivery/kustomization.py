"""Kustomizations that are built get their sidecars: patches in Git, or the function that injects at each build.

Patches are a component, by the names that workloads have before the kustomization's own transformations, with the
proxies of those that come out. Where these transformations would change what was patched, the patches are
transformers, which Kustomize runs after all others
(https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/transformers/).
"""

from __future__ import annotations

import posixpath

from kubectl_inject.errors import InjectionError
from kubectl_inject.kubernetes.workload_kinds import group_of
from kubectl_inject.kustomization.patches import HEADER, component
from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.stream import decode, split
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.wiring.builds import build_kustomization
from kubectl_inject.wiring.plan import Built, Step, Wiring, WiringError
from kubectl_inject.wiring.sidecars import checked, sidecars_of
from kubectl_inject.wiring.tree import path_below
from kubectl_inject.wiring.yaml_file import edited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.injection.workload import Object
    from kubectl_inject.kustomization.patches import WorkloadPatch
    from kubectl_inject.wiring.kustomize_graph import Kustomization
    from kubectl_inject.wiring.tree import Tree

PATCHES, TRANSFORMER = "patches", "transformer"
FORMS = (PATCHES, TRANSFORMER)
_FOLDERS = ("sidecars", "istio-sidecars")
_TRANSFORMER_FILE = "sidecar-injector.yaml"
_COMPONENTS, _TRANSFORMERS = "components", "transformers"
_FLAGS = "kustomize build --enable-alpha-plugins --enable-exec"
_TAKES_IN = frozenset(
    {
        *("apiVersion", "kind", "metadata", "resources", "bases", "components", "crds", "configurations", "openapi"),
        *("configMapGenerator", "secretGenerator", "generatorOptions", "generators"),
    }
)
"""The fields that bring objects in; all others change them, after components."""
_FUNCTION = "kind: SidecarInjector"
_FUNCTION_HEADER = "# Written by kubectl inject init: the sidecar as a function of Kustomize's.\n"


@dataclass(frozen=True, slots=True)
class KustomizationWiring:
    """How kustomizations are wired: in which of FORMS, and by which injector. ``config`` is the captured file's path.

    ``allows_remote``: those that name bases elsewhere are built too.
    """

    form: str
    injector: Injector
    config: str
    allows_remote: bool = False


def wire_kustomization(
    tree: Tree, kustomization: Kustomization, reached: frozenset[str], how: KustomizationWiring
) -> Wiring:
    """Return the wiring of a kustomization that is built; ``reached`` are the files that it needs.

    What keeps it from being wired is a problem of the wiring.
    """
    if kustomization.remote and not how.allows_remote:
        names = ", ".join(kustomization.remote)
        return Wiring(notes=(f"{kustomization.file}: not wired: it names {names}, which --allow-remote lets it fetch",))
    try:
        return _wire(tree, kustomization, reached, how)
    except InjectionError as error:
        return Wiring(problems=(str(error),))


def _wire(tree: Tree, kustomization: Kustomization, reached: frozenset[str], how: KustomizationWiring) -> Wiring:
    file, folder = kustomization.file, kustomization.folder
    functions = _functions(tree, kustomization)
    own = _own_entries(tree, kustomization)
    plain = _without(_without(kustomization.value, own), functions)
    built = _built(tree, file, plain, reached)
    sidecars = sidecars_of(built, kustomization.shown, how.injector)
    if not sidecars.injected:
        return Wiring()
    if functions:
        # Somebody has wired it already, by a function of their own settings.
        by = f"its own function, in {_FLAGS}"
        return Wiring(built=(Built(kustomization.shown, by, sidecars.injected, sidecars.skipped),))
    if how.form == TRANSFORMER:
        return _with_function(tree, kustomization, own, built, how)
    if not sidecars.changed:
        return Wiring(
            built=(checked(built, kustomization.shown, "in its sources", how.injector),), checks=_checks(folder)
        )
    place = _place(tree, kustomization)
    last = sidecars.patches()
    forms: list[tuple[str, Callable[[], Mapping[str, str]]]] = [(_TRANSFORMERS, lambda: _transformers(last))]
    names = _names_before(tree, file, plain, reached, [old for old, _ in sidecars.changed])
    if names is not None:
        inner = sidecars.patches(lambda value: names[_key(value)])
        forms.insert(0, (_COMPONENTS, lambda: _component(inner)))
    found = None
    for field, files in forms:
        steps = _steps(tree, kustomization, place, own, field, files())
        found = _verified(tree, kustomization, reached, steps, f"{field}: {posixpath.basename(place)}", how.injector)
        if found is not None and not found.findings:
            return Wiring(steps=steps, built=(found,), checks=_checks(folder))
    reason = found.findings[0] if found is not None else "Kustomize does not build it"
    raise WiringError(f"{file}: not wired: with patches, {reason}")


def _verified(
    tree: Tree,
    kustomization: Kustomization,
    reached: frozenset[str],
    steps: tuple[Step, ...],
    by: str,
    injector: Injector,
) -> Built | None:
    """Return what comes out with patches, or None where Kustomize refuses them."""
    changed = tree.with_changes(steps)
    files = {file for file in reached | {step.file for step in steps} if file in changed.files}
    try:
        built = build_kustomization(changed, files, kustomization.folder)
    except WiringError:
        return None
    return checked(built, kustomization.shown, by, injector)


def _built(tree: Tree, file: str, value: Object, reached: frozenset[str]) -> bytes:
    changed = tree.with_files({file: write_yaml(value).encode()})
    return build_kustomization(changed, reached, posixpath.dirname(file))


def _checks(folder: str) -> tuple[tuple[str, ...], ...]:
    return (("-k", folder or "."),)


def _own_entries(tree: Tree, kustomization: Kustomization) -> dict[str, list[str]]:
    """Return the entries of components and transformers that an earlier run added."""
    found: dict[str, list[str]] = {}
    for field in (_COMPONENTS, _TRANSFORMERS):
        for entry in kustomization.value.get(field) or []:
            path = path_below(kustomization.folder, entry) if isinstance(entry, str) and "\n" not in entry else None
            if path is not None and _is_own(tree, path):
                found.setdefault(field, []).append(entry)
    return found


def _functions(tree: Tree, kustomization: Kustomization) -> dict[str, list[str]]:
    """Return the transformers that are this project's function, as people have written it."""
    found: dict[str, list[str]] = {}
    for entry in kustomization.value.get(_TRANSFORMERS) or []:
        path = path_below(kustomization.folder, entry) if isinstance(entry, str) and "\n" not in entry else None
        data = tree.read(path) if path in tree.files else b""
        if _FUNCTION.encode() in data and not data.startswith(_FUNCTION_HEADER.encode()):
            found.setdefault(_TRANSFORMERS, []).append(entry)
    return found


def _is_own(tree: Tree, path: str) -> bool:
    if path in tree.files:
        return tree.read(path).startswith(_FUNCTION_HEADER.encode())
    return (tree.found(f"{path}/kustomization.yaml") or b"").startswith(HEADER.encode())


def _without(value: Object, entries: Mapping[str, list[str]]) -> Object:
    kept = dict(value)
    for field, names in entries.items():
        kept[field] = [entry for entry in value[field] if entry not in names]
        if not kept[field]:
            del kept[field]
    return kept


def _place(tree: Tree, kustomization: Kustomization) -> str:
    """Return the folder for the patches: our own, or one that is free. Raises WiringError."""
    for name in _FOLDERS:
        place = posixpath.join(kustomization.folder, name)
        if not tree.is_folder(place) or _is_own(tree, place):
            return place
    raise WiringError(f"{kustomization.shown}: the folders {' and '.join(_FOLDERS)} in it hold other files")


def _key(value: Object) -> tuple[str, str, str, str]:
    metadata = value.get("metadata") or {}
    names = (str(metadata.get("name") or ""), str(metadata.get("namespace") or ""))
    return (group_of(str(value.get("apiVersion"))), str(value.get("kind")), *names)


def _names_before(
    tree: Tree, file: str, plain: Object, reached: frozenset[str], workloads: list[Object]
) -> dict[tuple[str, str, str, str], tuple[str, str]] | None:
    """Return the name and namespace that each workload has where components are applied; None where that is unclear."""
    inner = {field: value for field, value in plain.items() if field in _TAKES_IN}
    if inner == plain:
        return {_key(value): _key(value)[2:] for value in workloads}
    text, _ = decode(_built(tree, file, inner, reached), file)
    before = [
        _key(value) for document in split(text) if isinstance(value := construct(compose(document), document), dict)
    ]
    prefix, suffix = str(plain.get("namePrefix") or ""), str(plain.get("nameSuffix") or "")
    names = {}
    for value in workloads:
        group, kind, name, namespace = _key(value)
        same = [key for key in before if key[:2] == (group, kind) and name in (prefix + key[2] + suffix, key[2])]
        if len(same) != 1:
            same = [key for key in same if key[3] == namespace]
        if len(same) != 1:
            return None
        names[_key(value)] = same[0][2:]
    return names


def _component(patches: list[WorkloadPatch]) -> dict[str, str]:
    return {**{patch.file: HEADER + patch.text for patch in patches}, "kustomization.yaml": component(patches)}


def _transformers(patches: list[WorkloadPatch]) -> dict[str, str]:
    files = {}
    for patch in patches:
        name = patch.file.removesuffix(".yaml").replace("_", "-")
        transformer = {
            "apiVersion": "builtin",
            "kind": "PatchTransformer",
            "metadata": {"name": f"sidecar-{name}"},
            "patch": patch.text,
            "target": patch.target,
        }
        files[patch.file] = HEADER + write_yaml(transformer)
    kustomization = {
        "apiVersion": "kustomize.config.k8s.io/v1beta1",
        "kind": "Kustomization",
        "resources": sorted(files),
    }
    return {**files, "kustomization.yaml": HEADER + write_yaml(kustomization)}


def _steps(
    tree: Tree,
    kustomization: Kustomization,
    place: str,
    own: Mapping[str, list[str]],
    field: str,
    files: Mapping[str, str],
) -> tuple[Step, ...]:
    why = f"the sidecars of {kustomization.shown}"
    written = [
        Step(f"{place}/{name}", tree.found(f"{place}/{name}"), text.encode(), why) for name, text in files.items()
    ]
    stale = [
        Step(file, data, None, f"{why}, which are gone")
        for file in tree.below(place)
        if file.removeprefix(f"{place}/") not in files and (data := tree.read(file)).startswith(HEADER.encode())
    ]
    entry = posixpath.basename(place)
    kept = {step.file for step in (*written, *stale)}
    unused = _unused(tree, kustomization, own, kept)
    return (*written, *stale, *unused, _kustomization_step(tree, kustomization, own, field, entry, why))


def _unused(tree: Tree, kustomization: Kustomization, own: Mapping[str, list[str]], kept: set[str]) -> tuple[Step, ...]:
    """Return the steps that take away what an earlier run wrote in another form."""
    why = "another form is requested"
    paths = [path_below(kustomization.folder, entry) or "" for entries in own.values() for entry in entries]
    files = [file for path in paths for file in ([path] if path in tree.files else tree.below(path))]
    headers = (HEADER.encode(), _FUNCTION_HEADER.encode())
    return tuple(
        Step(file, data, None, why)
        for file in files
        if file not in kept and (data := tree.read(file)).startswith(headers)
    )


def _kustomization_step(
    tree: Tree, kustomization: Kustomization, own: Mapping[str, list[str]], field: str, entry: str, why: str
) -> Step:
    before = tree.read(kustomization.file)
    if own == {field: [entry]}:
        return Step(kustomization.file, before, before, why)

    def wired(value: Object) -> Object:
        plain = _without(value, own)
        return {**plain, field: [*(plain.get(field) or []), entry]}

    return Step(kustomization.file, before, edited(before, kustomization.file, 0, wired), why)


def _with_function(
    tree: Tree, kustomization: Kustomization, own: Mapping[str, list[str]], built: bytes, how: KustomizationWiring
) -> Wiring:
    """Wire the function, which is not run here: what it makes of the built manifests, injection makes too."""
    name = posixpath.join(kustomization.folder, _TRANSFORMER_FILE)
    config = posixpath.relpath(how.config, kustomization.folder or ".")
    function = {
        "apiVersion": "kubectl-inject/v1alpha1",
        "kind": "SidecarInjector",
        "metadata": {
            "name": "sidecars",
            "annotations": {"config.kubernetes.io/function": "exec:\n  path: kubectl-inject-krm\n"},
        },
        "spec": {"config": config},
    }
    why = f"the function that injects {kustomization.shown}"
    before = tree.found(name)
    if before is not None and not before.startswith(_FUNCTION_HEADER.encode()):
        raise WiringError(f"{name}: is there already, and is not one that init wrote")
    steps = (
        Step(name, before, (_FUNCTION_HEADER + write_yaml(function)).encode(), why),
        _kustomization_step(tree, kustomization, own, _TRANSFORMERS, _TRANSFORMER_FILE, why),
    )
    sidecars = sidecars_of(built, kustomization.shown, how.injector)
    return Wiring(
        steps=(*steps, *_unused(tree, kustomization, own, {name})),
        built=(Built(kustomization.shown, f"the function, in {_FLAGS}", sidecars.injected, sidecars.skipped),),
        needs_init=True,
    )
