"""helmfile gets the post-renderer as the default of its releases.

helmfile itself is not run: templates in its files may run programs.
"""

from __future__ import annotations

import posixpath

from kubectl_inject.errors import InjectionError
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.wiring.builds import Release, render_chart
from kubectl_inject.wiring.plan import Built, Step, Wiring
from kubectl_inject.wiring.sidecars import sidecars_of
from kubectl_inject.wiring.tree import path_below
from kubectl_inject.wiring.yaml_file import edited, read_documents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.injection.workload import Object
    from kubectl_inject.wiring.tree import Tree

POST_RENDERERS = {3: "kubectl-inject-helm", 4: "inject"}
"""What Helm calls the post-renderer, by its major version: a program, or a plugin."""
_WITH_HOOKS = 4
"""The first major version of Helm that shows hooks to a post-renderer."""
_DEFAULTS, _RENDERER, _ARGUMENTS = "helmDefaults", "postRenderer", "postRendererArgs"


@dataclass(frozen=True, slots=True)
class HelmfileWiring:
    """How helmfiles are wired: for which major version of Helm, and with the captured configuration's path."""

    helm: int
    config: str
    injector: Injector


def wire_helmfile(tree: Tree, file: str, how: HelmfileWiring) -> Wiring:
    """Return the wiring of a helmfile."""
    before = tree.read(file)
    name = POST_RENDERERS[how.helm]
    config = posixpath.relpath(how.config, posixpath.dirname(file) or ".")
    try:
        documents = read_documents(before, file)
    except InjectionError:
        hand = f"helmDefaults: {{postRenderer: {name}, postRendererArgs: [--config={config}]}}"
        return Wiring(notes=(f"{file}: not wired: it is a template, and no YAML; add by hand: {hand}",))
    chosen = next((each for each in documents if _DEFAULTS in each.value), None)
    chosen = chosen or next((each for each in documents if each.value.get("releases")), None)
    if chosen is None:
        return Wiring()
    defaults = chosen.value.get(_DEFAULTS)
    defaults = defaults if isinstance(defaults, dict) else {}
    if defaults.get(_RENDERER) not in (None, "", *POST_RENDERERS.values()):
        return Wiring(notes=(f"{file}: not wired: helmDefaults.postRenderer is another program already",))
    releases = [each for document in documents for each in _mappings(document.value.get("releases"))]
    namespaces = {str(each.get("namespace") or "") for each in releases}
    arguments = [f"--config={config}", *(f"-n={each}" for each in namespaces if each and len(namespaces) == 1)]
    given = defaults.get(_ARGUMENTS)
    kept = (
        [item for item in given if isinstance(item, str) and not item.startswith(("--config=", "-n="))]
        if isinstance(given, list)
        else []
    )

    def wired(value: Object) -> Object:
        own = value.get(_DEFAULTS)
        added = {_RENDERER: name, _ARGUMENTS: [*kept, *arguments]}
        return {**value, _DEFAULTS: {**(own if isinstance(own, dict) else {}), **added}}

    step = Step(file, before, edited(before, file, chosen.number, wired), "Helm's post-renderer")
    counted = Wiring()
    for release in releases:
        counted += _counted(tree, file, release, how)
    plugin = "; install the plugin once: helm plugin install helm_postrenderer/plugin" if how.helm == 4 else ""
    note = f"{file}: helmfile needs {POST_RENDERERS[3]} on the PATH (Helm {how.helm}){plugin}"
    return Wiring(steps=(step,), notes=(note,), needs_init=True) + counted


def _mappings(value: object) -> list[Object]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _counted(tree: Tree, file: str, release: Object, how: HelmfileWiring) -> Wiring:
    """Return how many workloads of a release the post-renderer injects, as far as its chart and values are here."""
    what = f"release {release.get('name')} ({file})"
    folder = posixpath.dirname(file)
    chart = release.get("chart")
    path = path_below(folder, chart) if isinstance(chart, str) and chart.startswith(".") else None
    if path is None or f"{path}/Chart.yaml".removeprefix("./") not in tree.files:
        return Wiring(notes=(f"{what}: its chart is not in this repository, so its workloads are not counted",))
    files, values = [], []
    for item in release.get("values") or []:
        found = path_below(folder, item) if isinstance(item, str) else None
        if isinstance(item, dict):
            values.append(item)
        elif found in tree.files and found.endswith((".yaml", ".yml")):
            files.append(found)
        else:
            return Wiring(notes=(f"{what}: its values are templates or elsewhere, so its workloads are not counted",))
    namespace = str(release.get("namespace") or "")
    given = Release(
        str(release.get("name")), namespace, path, tuple(files), tuple(values), hooks=how.helm >= _WITH_HOOKS
    )
    try:
        sidecars = sidecars_of(render_chart(tree, given, what), what, how.injector)
    except InjectionError as error:
        return Wiring(problems=(str(error),))
    return Wiring(built=(Built(what, "the post-renderer, in Helm", sidecars.injected, sidecars.skipped),))
