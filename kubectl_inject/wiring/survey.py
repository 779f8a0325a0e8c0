"""What stands in a repository: kustomizations, charts, HelmReleases, Applications, helmfiles and plain manifests."""

from __future__ import annotations

import posixpath

from kubectl_inject.kubernetes.workload_kinds import group_of
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.wiring.kustomize_graph import KUSTOMIZATION_NAMES, Kustomization, reach, read_kustomization
from kubectl_inject.wiring.plan import WiringError
from kubectl_inject.wiring.yaml_file import read_documents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.wiring.tree import Tree
    from kubectl_inject.wiring.yaml_file import Object

_YAML = (".yaml", ".yml")
_PLAIN = (*_YAML, ".json")
_CHART = "Chart.yaml"
_OF_CHARTS = ("templates", "charts", "crds")
_HELMFILES = ("helmfile.yaml", "helmfile.yml")
_HELMFILE_FOLDER = "helmfile.d"
_GROUPS = {"helm.toolkit.fluxcd.io": ("HelmRelease",), "argoproj.io": ("Application", "ApplicationSet")}
_WORTH_READING = tuple(group.encode() for group in _GROUPS)
_OWN = "kubectl-inject/"


@dataclass(frozen=True, slots=True)
class Found:
    """An object, the file that it is in, and the number of its document there."""

    file: str
    number: int
    value: Object

    @property
    def name(self) -> str:
        """Its name, with its kind."""
        metadata = self.value.get("metadata")
        name = metadata.get("name") if isinstance(metadata, dict) else ""
        return f"{self.value.get('kind')} {name}"


@dataclass(frozen=True, slots=True)
class Survey:
    """What stands in a repository. Files are paths below its root.

    ``kustomizations`` are by their folders; ``reached`` are the files that each needs to be built, by its folder too.
    ``plain`` are the files with workloads that nothing builds. ``problems`` say what cannot be read.
    """

    kustomizations: Mapping[str, Kustomization]
    reached: Mapping[str, frozenset[str]]
    charts: frozenset[str]
    helm_releases: tuple[Found, ...]
    applications: tuple[Found, ...]
    helmfiles: tuple[str, ...]
    plain: tuple[str, ...]
    problems: tuple[str, ...]

    @property
    def built(self) -> list[Kustomization]:
        """The kustomizations that are built: those that no other names."""
        named = {folder for each in self.kustomizations.values() for folder in each.folders}
        return [
            each
            for folder, each in sorted(self.kustomizations.items())
            if folder in self.reached and folder not in named and not each.is_component
        ]


def survey(tree: Tree, injector: Injector, leaves_out: Callable[[str], bool]) -> Survey:
    """Return what stands in a tree, but for the files that ``leaves_out`` accepts."""
    files = [file for file in sorted(tree.files) if not leaves_out(file)]
    charts = frozenset(posixpath.dirname(file) for file in files if posixpath.basename(file) == _CHART)
    manifests = [file for file in files if file.endswith(_PLAIN) and not _is_of_chart(file, charts)]
    problems: list[str] = []
    kustomizations = _kustomizations(tree, files, charts, problems)
    reached = _reached(tree, kustomizations, problems)
    used = {file for each in reached.values() for file in each}
    helm_files = [file for file in manifests if _is_helmfile(file)]
    objects: list[Found] = []
    plain: list[str] = []
    packages = tuple(posixpath.dirname(file) for file in files if posixpath.basename(file) == "Kptfile")
    for file in manifests:
        if (
            file in helm_files
            or posixpath.basename(file).startswith(".")
            or posixpath.basename(file) in KUSTOMIZATION_NAMES
            or file.startswith(".github/")
        ):
            continue
        try:
            data = tree.read(file)
            if any(group in data for group in _WORTH_READING):
                objects += _objects(data, file)
            is_package = any(file.startswith(f"{folder}/" if folder else "") for folder in packages)
            if file not in used and not is_package and _has_workload(data, file, injector):
                plain.append(file)
        except ManifestError as error:
            problems.append(str(error))
        except WiringError as error:
            problems.append(str(error))
    return Survey(
        kustomizations,
        reached,
        charts,
        tuple(each for each in objects if each.value.get("kind") == "HelmRelease"),
        tuple(each for each in objects if each.value.get("kind") != "HelmRelease"),
        tuple(helm_files),
        tuple(plain),
        tuple(problems),
    )


def _kustomizations(
    tree: Tree, files: Iterable[str], charts: frozenset[str], problems: list[str]
) -> dict[str, Kustomization]:
    found: dict[str, Kustomization] = {}
    for file in files:
        if posixpath.basename(file) in KUSTOMIZATION_NAMES and not _is_of_chart(file, charts):
            try:
                found[posixpath.dirname(file)] = read_kustomization(tree, file)
            except ManifestError as error:
                problems.append(str(error))
            except WiringError as error:
                problems.append(str(error))
    return found


def _reached(tree: Tree, kustomizations: Mapping[str, Kustomization], problems: list[str]) -> dict[str, frozenset[str]]:
    reached: dict[str, frozenset[str]] = {}
    for folder in sorted(kustomizations):
        try:
            reached[folder] = reach(tree, kustomizations, folder)
        except WiringError as error:
            if str(error) not in problems:
                problems.append(str(error))
    return reached


def _objects(data: bytes, file: str) -> list[Found]:
    return [
        Found(file, document.number, document.value)
        for document in read_documents(data, file)
        if document.value.get("kind") in _GROUPS.get(group_of(str(document.value.get("apiVersion") or "")), ())
    ]


def _has_workload(data: bytes, file: str, injector: Injector) -> bool:
    """Whether a file holds a workload; what injection does not read is not looked at."""
    text = data.decode("utf-8", "replace")
    if not injector.may_inject(text):
        return False
    for document in read_documents(data, file):
        kind, api_version = document.value.get("kind"), document.value.get("apiVersion")
        if isinstance(api_version, str) and api_version.startswith(_OWN):
            continue
        row = injector.kinds.find(api_version, kind)
        if kind == "List" or (row is not None and row.places and injector.kinds.includes(row)):
            return True
    return False


def _is_of_chart(file: str, charts: frozenset[str]) -> bool:
    """Whether a file is a chart's own, and so a template or values."""
    folder = posixpath.dirname(file)
    while folder:
        parent, name = posixpath.split(folder)
        if name in _OF_CHARTS and parent in charts:
            return True
        folder = parent
    return posixpath.dirname(file) in charts and posixpath.basename(file).startswith(("values", "Chart"))


def _is_helmfile(file: str) -> bool:
    return posixpath.basename(file) in _HELMFILES or posixpath.basename(posixpath.dirname(file)) == _HELMFILE_FOLDER
