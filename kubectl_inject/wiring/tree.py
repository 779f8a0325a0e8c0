"""The files of a repository, with the changes that are planned: nothing outside of it is ever read.

The repository is a stranger's. Links are followed only where they lead to a file of the repository, folders that are
links are not searched, and sizes are bounded.
"""

from __future__ import annotations

import os
import posixpath

from kubectl_inject.manifests.input.repository import is_within
from kubectl_inject.startup.frozen import dataclass, replace
from kubectl_inject.wiring.plan import WiringError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kubectl_inject.wiring.plan import Step

MOST_FILES = 50_000
MOST_BYTES = 16 * 1024 * 1024
"""How large a file may be that is read."""
MOST_COPIED = 256 * 1024 * 1024
"""How much may be copied for one build."""
_SEARCHED_HIDDEN = frozenset({".github"})
_NOT_SEARCHED = frozenset({"node_modules"})


@dataclass(frozen=True, slots=True)
class Tree:
    """A repository: its root, the paths of its files below that, and the bytes of those that are planned to change.

    Paths have slashes. None in ``planned`` is a file that is taken away.
    """

    root: str
    files: frozenset[str]
    planned: Mapping[str, bytes | None]

    def with_changes(self, steps: Iterable[Step]) -> Tree:
        """Return the tree as it is after steps."""
        return self.with_files({step.file: step.after for step in steps})

    def with_files(self, files: Mapping[str, bytes | None]) -> Tree:
        """Return the tree with the bytes of some files replaced."""
        gone = {file for file, data in files.items() if data is None}
        return replace(self, files=(self.files | set(files)) - gone, planned={**self.planned, **files})

    def read(self, file: str) -> bytes:
        """Return the bytes of a file of the tree. Raises WiringError."""
        data = self.planned.get(file)
        if data is not None:
            return data
        path = os.path.join(self.root, *file.split("/"))
        try:
            with open(path, "rb") as opened:
                data = opened.read(MOST_BYTES + 1)
        except OSError as error:
            raise WiringError(f"{file}: cannot be read: {error.strerror or error}") from None
        if len(data) > MOST_BYTES:
            raise WiringError(f"{file}: larger than the limit of {MOST_BYTES} bytes")
        return data

    def found(self, file: str) -> bytes | None:
        """Return the bytes of a file, None where it is not there. Raises WiringError."""
        return self.read(file) if file in self.files else None

    def is_folder(self, path: str) -> bool:
        """Whether there are files below a path."""
        return path in ("", ".") or any(file.startswith(f"{path}/") for file in self.files)

    def below(self, folder: str) -> list[str]:
        """Return the files in a folder and below it."""
        if folder in ("", "."):
            return sorted(self.files)
        return sorted(file for file in self.files if file.startswith(f"{folder}/"))

    def copy(self, files: Iterable[str], folder: str) -> None:
        """Write files of the tree below another folder, at their own places. Raises WiringError."""
        size = 0
        for file in files:
            data = self.read(file)
            size += len(data)
            if size > MOST_COPIED:
                raise WiringError(f"{file}: what is built is larger than the limit of {MOST_COPIED} bytes")
            target = os.path.join(folder, *file.split("/"))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as opened:
                opened.write(data)


def read_tree(root: str) -> Tree:
    """Return the tree of a folder. Raises WiringError where it cannot be searched."""
    real = os.path.realpath(root)
    if not os.path.isdir(real):
        raise WiringError(f"{root}: expected a folder, found {'a file' if os.path.exists(real) else 'nothing'}")
    files: set[str] = set()
    for file in _walk(real):
        files.add(file)
        if len(files) > MOST_FILES:
            raise WiringError(f"{root}: more than the limit of {MOST_FILES} files; name a folder below it")
    return Tree(real, frozenset(files), {})


def _walk(root: str) -> Iterator[str]:
    def refuse(error: OSError) -> None:
        raise WiringError(f"{error.filename}: cannot be read: {error.strerror}")

    for folder, folders, names in os.walk(root, onerror=refuse):
        folders[:] = sorted(name for name in folders if _is_searched(name))
        place = os.path.relpath(folder, root).replace(os.sep, "/")
        for name in sorted(names):
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (not os.path.islink(path) or is_within(path, root)):
                yield posixpath.normpath(posixpath.join(place, name))


def _is_searched(name: str) -> bool:
    return name in _SEARCHED_HIDDEN or not (name.startswith(".") or name in _NOT_SEARCHED)


def path_below(folder: str, name: str) -> str | None:
    """Return the path that a name in a folder of the repository leads to, or None where that is outside of it."""
    if not name or "\0" in name or posixpath.isabs(name):
        return None
    if os.sep != "/" and not {os.sep, ":"}.isdisjoint(name):
        return None  # to Windows, these lead elsewhere: into folders, or to another drive
    path = posixpath.normpath(posixpath.join(folder, name))
    return None if path == ".." or path.startswith("../") else path
