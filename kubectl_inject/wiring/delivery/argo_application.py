"""Argo CD's Applications get the plugin, where nothing else in the repository injects what they deploy.

``source.helm`` bypasses plugins, so its fields become the plugin's parameters where these can express them.
"""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.manifests.parsing.kubernetes_yaml import load
from kubectl_inject.wiring.builds import Release, render_chart
from kubectl_inject.wiring.plan import Built, Step, Wiring
from kubectl_inject.wiring.sidecars import sidecars_of
from kubectl_inject.wiring.tree import path_below
from kubectl_inject.wiring.yaml_file import edited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.injection.workload import Object
    from kubectl_inject.wiring.survey import Found, Survey
    from kubectl_inject.wiring.tree import Tree

PLUGIN = "kubectl-inject"
_HELM_FIELDS = frozenset({"values", "valuesObject", "valueFiles", "parameters", "releaseName", "version"})
_NEEDED = f"the repo-server must run the plugin {PLUGIN}, as docs/gitops.md has it"


class _NotPossibleError(Exception):
    """The plugin has no way to do what the source requests; the message says what."""


def wire_application(
    tree: Tree, found: Found, survey: Survey, injected: Mapping[str, str], injector: Injector
) -> Wiring:
    """Return the wiring of an Application; ``injected`` says of folders whose manifests have sidecars by what."""
    what = f"{found.file}: {found.name}"
    spec = found.value.get("spec")
    source = spec.get("source") if isinstance(spec, dict) else None
    if found.value.get("kind") == "ApplicationSet" or not isinstance(source, dict):
        several = "an ApplicationSet" if found.value.get("kind") == "ApplicationSet" else "it has several sources"
        return Wiring(notes=(f"{what}: not wired: {several}; name the plugin {PLUGIN} in each source by hand",))
    name = source.get("path")
    path = path_below("", name) if isinstance(name, str) else None
    folder = "" if path == "." else path
    if folder is None or not tree.is_folder(folder):
        return Wiring(notes=(f"{what}: not wired: its source is not in this repository",))
    if folder in injected and not source.get("plugin"):
        if source.get("kustomize"):
            return Wiring(
                notes=(
                    f"{what}: not wired: source.kustomize changes what {name} builds; move it into the kustomization",
                )
            )
        return Wiring(notes=(f"{what}: has its sidecars from {name} ({injected[folder]}), and needs no plugin",))
    plugin = source.get("plugin")
    if isinstance(plugin, dict) and plugin.get("name") not in (None, PLUGIN):
        return Wiring(notes=(f"{what}: not wired: it uses another plugin",))
    try:
        parameters = _parameters(source)
        counted = _counted(tree, found, survey, folder, injector)
    except _NotPossibleError as error:
        return Wiring(notes=(f"{what}: not wired: {error}",))
    except InjectionError as error:
        return Wiring(problems=(str(error),))
    if counted is None or not counted.injected:
        return Wiring()
    before = tree.read(found.file)

    def wired(value: Object) -> Object:
        return {**value, "spec": {**value["spec"], "source": _with_plugin(value["spec"]["source"], parameters)}}

    after = edited(before, found.file, found.number, wired)
    step = Step(found.file, before, after, f"the plugin of {found.name}")
    return Wiring(steps=(step,), built=(counted,), notes=(f"{what}: {_NEEDED}",), needs_init=True)


def _with_plugin(source: Object, parameters: list[Object]) -> Object:
    """Return a source with the plugin in the place of ``helm``; what it has of the plugin stays."""
    given = source.get("plugin")
    plugin: Object = {**(given if isinstance(given, dict) else {}), "name": PLUGIN}
    if parameters:
        plugin["parameters"] = parameters
    if "helm" not in source:
        return {**source, "plugin": plugin}
    return {
        ("plugin" if field == "helm" else field): (plugin if field == "helm" else value)
        for field, value in source.items()
        if field != "plugin"
    }


def _parameters(source: Object) -> list[Object]:
    """Return ``source.helm`` as parameters of the plugin. Raises _NotPossibleError for what has none."""
    for field in ("kustomize", "directory"):
        if source.get(field):
            raise _NotPossibleError(f"source.{field} bypasses plugins, and the plugin has no parameter for it")
    helm = source.get("helm") or {}
    if not isinstance(helm, dict):
        raise _NotPossibleError("source.helm is no mapping")
    unknown = sorted(field for field, value in helm.items() if field not in _HELM_FIELDS and value)
    if unknown:
        names = ", ".join(f"source.helm.{field}" for field in unknown)
        raise _NotPossibleError(f"{names} cannot be a parameter of the plugin, and source.helm bypasses plugins")
    single: dict[str, str] = {}
    for parameter in helm.get("parameters") or []:
        if not isinstance(parameter, dict) or parameter.get("forceString"):
            raise _NotPossibleError("source.helm.parameters with forceString cannot be a parameter of the plugin")
        single[str(parameter.get("name"))] = str(parameter.get("value") or "")
    text = write_yaml(helm["valuesObject"]) if helm.get("valuesObject") else helm.get("values") or ""
    values = {**({"string": text} if text else {}), **({"map": single} if single else {})}
    found: list[Object] = [{"name": "values", **values}] if values else []
    if helm.get("valueFiles"):
        found.append({"name": "valueFiles", "array": list(helm["valueFiles"])})
    if helm.get("releaseName"):
        found.append({"name": "releaseName", "string": str(helm["releaseName"])})
    return found


def _counted(tree: Tree, found: Found, survey: Survey, folder: str, injector: Injector) -> Built | None:
    """Return how many workloads the plugin will inject, None where none are deployed. Raises InjectionError."""
    what = f"{found.name} ({found.file})"
    if folder in survey.charts:
        data = render_chart(tree, _release(tree, found, folder), f"{found.file}: {found.name}")
        sidecars = [sidecars_of(data, what, injector)]
    else:
        sidecars = [
            sidecars_of(tree.read(file), file, injector)
            for file in survey.plain
            if file.rpartition("/")[0] == folder or folder == ""
        ]
    if not sidecars:
        return None
    injected, skipped = (sum(getattr(each, name) for each in sidecars) for name in ("injected", "skipped"))
    return Built(what, f"the plugin {PLUGIN}, in Argo CD", injected, skipped)


def _release(tree: Tree, found: Found, folder: str) -> Release:
    spec = found.value["spec"]
    helm = spec["source"].get("helm") or {}
    destination = spec.get("destination")
    files = []
    for name in helm.get("valueFiles") or []:
        path = path_below("" if str(name).startswith("/") else folder, str(name).lstrip("/"))
        if path is None or path not in tree.files:
            raise _NotPossibleError(f"source.helm.valueFiles: no such file in the repository: {name}")
        files.append(path)
    values = helm.get("valuesObject") or load(str(helm.get("values") or ""), found.file)
    return Release(
        name=str(helm.get("releaseName") or found.value["metadata"]["name"]),
        namespace=str(destination.get("namespace") or "") if isinstance(destination, dict) else "",
        chart=folder,
        value_files=tuple(files),
        values=(values,) if isinstance(values, dict) else (),
        set_values=tuple(f"{each.get('name')}={each.get('value')}" for each in helm.get("parameters") or []),
    )
