"""Files and folders that patterns leave out, as ``--exclude`` names them."""

from __future__ import annotations

import os

from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Patterns of files and folders at any depth: ``*-test.yaml``, ``tests``, ``apps/*/old``, ``apps/**/x.yaml``.

    ``*``, ``?`` and ``[...]`` stand for characters of one name, ``**`` for any folders. A folder that is left out is
    left out with all that is in it.
    """

    patterns: tuple[str, ...] = ()

    def excludes(self, path: str, root: str = "") -> bool:
        """Whether a pattern matches a file, or a folder of it below ``root``, which the user has named themselves."""
        names = _names(path)
        first = len(_names(root)) if root else len(names) - 1
        return any(_matches_within(_names(pattern), names, first) for pattern in self.patterns)


def _names(path: str) -> list[str]:
    return [name for name in os.path.normpath(path).replace(os.sep, "/").split("/") if name not in ("", ".")]


def _matches_within(pattern: Sequence[str], names: Sequence[str], first: int) -> bool:
    """Whether a pattern matches names that follow each other and end at the one of number ``first`` or a later one."""
    ends = range(first + 1, len(names) + 1)
    return any(_matches(pattern, names[start:end]) for end in ends for start in range(end))


def _matches(pattern: Sequence[str], names: Sequence[str]) -> bool:
    from fnmatch import fnmatchcase

    if not pattern or not names:
        return not names and all(part == "**" for part in pattern)
    if pattern[0] == "**":
        return _matches(pattern[1:], names) or _matches(pattern, names[1:])
    return fnmatchcase(names[0], pattern[0]) and _matches(pattern[1:], names[1:])
