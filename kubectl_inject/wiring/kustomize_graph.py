"""Which files and folders kustomizations name, and so what each needs to be built.

The fields that name files are those of https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/.
"""

from __future__ import annotations

import posixpath

from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.startup.pattern import pattern
from kubectl_inject.wiring.plan import WiringError
from kubectl_inject.wiring.tree import path_below
from kubectl_inject.wiring.yaml_file import read_documents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kubectl_inject.wiring.tree import Tree
    from kubectl_inject.wiring.yaml_file import Object

KUSTOMIZATION_NAMES = ("kustomization.yaml", "kustomization.yml", "Kustomization")
_LISTS = ("resources", "bases", "components", "crds", "configurations", "transformers", "generators", "validators")
_MAY_BE_INLINE = ("transformers", "generators", "validators", "patchesStrategicMerge")
_WITH_PATH = ("patches", "patchesJson6902", "replacements")
_GENERATORS = ("configMapGenerator", "secretGenerator")
_MAY_BE_ELSEWHERE = ("resources", "bases", "components")
_REMOTE = pattern(r"[\w.+-]+://|git@|(?:git::)|[\w-]+(?:\.[\w-]+)+[:/].*(?://|\?|\.git|/.*/)")


@dataclass(frozen=True, slots=True)
class Kustomization:
    """A kustomization: its file, its content, and what it names.

    ``paths`` are below the repository's root; those of ``folders`` are kustomizations. ``remote`` are elsewhere.
    """

    file: str
    value: Object
    paths: tuple[str, ...]
    folders: tuple[str, ...]
    remote: tuple[str, ...]

    @property
    def folder(self) -> str:
        """The folder that it is built by."""
        return posixpath.dirname(self.file)

    @property
    def shown(self) -> str:
        """The folder, for people."""
        return self.folder or "."

    @property
    def is_component(self) -> bool:
        """Whether it is part of others, and never built by itself."""
        return self.value.get("kind") == "Component"


def read_kustomization(tree: Tree, file: str) -> Kustomization:
    """Read a kustomization. Raises ManifestError, or WiringError for what leads out of the repository."""
    documents = read_documents(tree.read(file), file)
    if len(documents) != 1:
        raise WiringError(f"{file}: expected one mapping, found {len(documents)}")
    value = documents[0].value
    folder = posixpath.dirname(file)
    paths, folders, remote = [], [], []
    for field, name in _named(value):
        if field in _MAY_BE_ELSEWHERE and _is_remote(tree, folder, name):
            remote.append(name)
            continue
        path = path_below(folder, name)
        if path is None:
            raise WiringError(f"{file}: {field}: {name} leads out of the repository, and is not read")
        if path in tree.files:
            paths.append(path)
        elif tree.is_folder(path):
            folders.append("" if path == "." else path)
        else:
            raise WiringError(f"{file}: {field}: no such file or folder in the repository: {name}")
    return Kustomization(file, value, tuple(paths), tuple(folders), tuple(remote))


def _is_remote(tree: Tree, folder: str, name: str) -> bool:
    path = path_below(folder, name)
    is_here = path is not None and (path in tree.files or tree.is_folder(path))
    return not is_here and _REMOTE.match(name) is not None


def _named(value: Object) -> Iterator[tuple[str, str]]:
    """Yield the names of files and folders in a kustomization, each with its field."""
    for field in (*_LISTS, "patchesStrategicMerge"):
        for item in _items(value, field):
            if isinstance(item, str) and not (field in _MAY_BE_INLINE and "\n" in item):
                yield field, item
    for field in _WITH_PATH:
        for item in _items(value, field):
            if isinstance(item, dict) and isinstance(path := item.get("path"), str) and path:
                yield field, path
    openapi = value.get("openapi")
    if isinstance(openapi, dict) and isinstance(path := openapi.get("path"), str):
        yield "openapi", path
    for field in _GENERATORS:
        for item in _items(value, field):
            if isinstance(item, dict):
                names = [*_items(item, "files"), *_items(item, "envs"), item.get("env")]
                yield from ((field, name.rpartition("=")[2]) for name in names if isinstance(name, str) and name)


def _items(value: Object, field: str) -> list[object]:
    items = value.get(field)
    return items if isinstance(items, list) else []


def reach(tree: Tree, kustomizations: Mapping[str, Kustomization], folder: str) -> frozenset[str]:
    """Return the files that building a kustomization needs.

    Raises WiringError for kustomizations that name each other in a circle, and for one that cannot be read.
    """
    return _reach(tree, kustomizations, folder, ())


def _reach(
    tree: Tree, kustomizations: Mapping[str, Kustomization], folder: str, above: tuple[str, ...]
) -> frozenset[str]:
    if folder in above:
        circle = [*above[above.index(folder) :], folder]
        start = circle.index(min(circle))
        turned = [*circle[start:-1], *circle[: start + 1]]
        raise WiringError(f"kustomizations name each other in a circle: {' → '.join(part or '.' for part in turned)}")
    itself = kustomizations.get(folder)
    if itself is None:
        if not above:
            raise WiringError(f"{folder or '.'}: has no kustomization")
        raise WiringError(f"{kustomizations[above[-1]].file}: names {folder or '.'}, which has no kustomization")
    files = {itself.file, *itself.paths}
    for each in itself.folders:
        files |= _reach(tree, kustomizations, each, (*above, folder))
    return frozenset(files)
