"""Trees of values, such as Helm values or a mesh config, leaf by leaf."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce

from kubectl_inject.kubernetes.field_path import path_inside
from kubectl_inject.manifests.sameness import is_same
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

Path = tuple[str, ...]


class _Absent:
    """What a tree has at a path where it has nothing: not even null."""

    def __repr__(self) -> str:
        return "nothing"


ABSENT = _Absent()


@dataclass(frozen=True, slots=True)
class LeafDifference:
    """A path at which two trees differ, and what each has there; ABSENT for nothing."""

    path: Path
    old: Any
    new: Any


def leaves(tree: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield every value that is no mapping, or an empty one, with its path."""
    if isinstance(tree, Mapping) and (tree or not path):
        for name, value in tree.items():
            yield from leaves(value, (*path, str(name)))
    else:
        yield path, tree


def leaf_differences(old: Any, new: Any, path: Path = ()) -> Iterator[LeafDifference]:
    """Yield what differs between two trees; a mapping on one side only is one difference."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for name in dict.fromkeys([*old, *new]):
            yield from leaf_differences(old.get(name, ABSENT), new.get(name, ABSENT), (*path, name))
    elif not is_same(old, new):
        yield LeafDifference(path, old, new)


def with_leaf(tree: Mapping[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """Return a tree with another value at a path; ABSENT takes away what is there."""
    name, *rest = path
    if rest:
        below = tree.get(name)
        value = with_leaf(below if isinstance(below, Mapping) else {}, tuple(rest), value)
    changed = {**tree, name: value}
    if value is ABSENT:
        del changed[name]
    return changed


def path_text(path: Sequence[str]) -> str:
    """Return a path in people's notation, such as ``values.global.hub`` or ``a[b.c]``."""
    return reduce(path_inside, path, "")
