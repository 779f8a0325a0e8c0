"""Kustomizations that give other names to what is built below them."""

from __future__ import annotations

from pathlib import Path

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.reports.warnings.documents import KUSTOMIZATION_FILES
from kubectl_inject.manifests.input.repository import repository_of
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_RENAMING = ("namePrefix", "nameSuffix", "namespace")


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a kustomization's file says of names: its fields that change them."""

    file: Path
    fields: dict[str, str]

    def changes(self, namespaces: Collection[str]) -> bool:
        """Whether workloads of these namespaces get another name or another namespace."""
        own = self.fields.get("namespace")
        return self.fields.keys() != {"namespace"} or any(namespace != own for namespace in namespaces)

    def __str__(self) -> str:
        """Return the fields as the file has them."""
        return ", ".join(f"{name}: {value}" for name, value in self.fields.items())


def renamings_above(folder: Path) -> Iterator[Renaming]:
    """Yield the kustomizations above a folder that rename, the nearest first, up to the root of its repository.

    In no repository, only the folder right above is looked at. What cannot be read renames nothing.
    """
    above = folder.absolute().parents
    root = Path(repository_of(str(above[0])) or above[0])
    for place in above:
        renaming = _renaming_in(place)
        if renaming is not None:
            yield renaming
        if place == root:
            return


def _renaming_in(folder: Path) -> Renaming | None:
    from kubectl_inject.config.injection_config import read_mapping

    file = next((folder / name for name in KUSTOMIZATION_FILES if (folder / name).is_file()), None)
    if file is None:
        return None
    try:
        value = read_mapping(file.read_text(encoding="utf-8", errors="replace"), str(file))
    except (InjectionError, OSError):
        return None
    fields = {name: str(value[name]) for name in _RENAMING if value.get(name)}
    return Renaming(file, fields) if fields else None
