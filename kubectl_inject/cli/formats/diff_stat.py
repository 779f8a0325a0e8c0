"""How many lines a diff adds and removes in each file, as ``git diff --stat`` shows it."""

from __future__ import annotations

from kubectl_inject.cli.formats.ansi import GREEN, RED, colored
from kubectl_inject.injection.reports.report import counted
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kubectl_inject.manifests.output.unified_diff import LineEdit

_SHORTEST_GRAPH = 10
_SHORTEST_NAME = 20


@dataclass(frozen=True, slots=True)
class FileStat:
    """How many lines are added to a file and removed from it."""

    name: str
    added: int
    removed: int


class CountedEdits:
    """Edits that go by, and how many lines they add and remove."""

    def __init__(self, edits: Iterable[LineEdit]) -> None:
        """Count nothing yet."""
        self._edits = edits
        self.added = 0
        self.removed = 0

    def __iter__(self) -> Iterator[LineEdit]:
        """Yield the edits."""
        for edit in self._edits:
            self.added += len(edit.lines)
            self.removed += edit.end - edit.start
            yield edit


def stat_text(stats: Sequence[FileStat], width: int, *, color: bool) -> str:
    """Return a line for each file, at most ``width`` wide where its name allows it, and the total."""
    number = max(len(str(stat.added + stat.removed)) for stat in stats)
    room = width - len("  |  ") - number
    name = min(max(len(stat.name) for stat in stats), max(_SHORTEST_NAME, room - _SHORTEST_GRAPH))
    most = max(stat.added + stat.removed for stat in stats)
    scale = min(1.0, max(_SHORTEST_GRAPH, room - name) / most)
    lines = []
    for stat in stats:
        graph = _graph(stat, scale, color=color)
        lines.append(f" {_shortened(stat.name, name):{name}} | {stat.added + stat.removed:{number}} {graph}")
    return "".join(f"{line}\n" for line in [*lines, _total(stats)])


def _graph(stat: FileStat, scale: float, *, color: bool) -> str:
    added, removed = (max(1, int(number * scale)) if number else 0 for number in (stat.added, stat.removed))
    return colored("+" * added, GREEN, color=color) + colored("-" * removed, RED, color=color)


def _shortened(name: str, longest: int) -> str:
    """Return a name, or the end of it where it is too long."""
    return name if len(name) <= longest else f"...{name[3 - longest :]}"


def _total(stats: Sequence[FileStat]) -> str:
    added, removed = sum(stat.added for stat in stats), sum(stat.removed for stat in stats)
    parts = [f"{counted(len(stats), 'file')} changed"]
    parts += [f"{counted(added, 'insertion')}(+)"] if added else []
    parts += [f"{counted(removed, 'deletion')}(-)"] if removed else []
    return f" {', '.join(parts)}"
