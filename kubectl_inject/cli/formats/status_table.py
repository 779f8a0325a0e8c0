"""The status of workloads as a table, as kubectl prints tables."""

from __future__ import annotations

import shlex

from kubectl_inject.cli.formats.ansi import GREEN, RED, YELLOW, colored
from kubectl_inject.injection.reports.report import counted
from kubectl_inject.printable import printable_line
from kubectl_inject.status.verdicts import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kubectl_inject.status.verdicts import Status, WorkloadVerdict

_SHOWN = 3
_GAP = "   "
_NONE, _GONE = "<none>", "gone"
_COLORS = {Finding.CURRENT: GREEN, Finding.UNKNOWN: YELLOW}


def status_table(
    status: Status, *, wide: bool, namespaces: bool, color: bool = False, last: Status | None = None
) -> str:
    """Return a row for each workload; ``wide`` ones say why, and all that differs. ``namespaces``: with a column.

    With the ``last`` status, of which there is a table already, only rows that are not in that are returned, and one
    for each workload that is gone.
    """
    header = [
        *(["NAMESPACE"] if namespaces else []),
        *("NAME", "CURRENT", "INJECTED BY", "PROXY"),
        *(["CONTROL PLANE", "DECISION"] if wide else []),
        "STATUS",
    ]
    rows = _rows(status, wide=wide, namespaces=namespaces)
    before = _rows(last, wide=wide, namespaces=namespaces) if last is not None else {}
    if not rows and not before:
        return ""
    widths = [
        max(len(row[column]) for row in (header, *rows.values(), *before.values())) for column in range(len(header) - 1)
    ]
    findings = {_key(each): each.finding for each in status.workloads}
    lines = [] if before else [_line(header, widths)]
    for key, row in rows.items():
        if before.get(key) == row:
            continue
        word = findings[key].value
        shown = colored(word, _COLORS.get(findings[key], RED), color=color)
        lines.append(_line([*row[:-1], row[-1].replace(word, shown, 1)], widths))
    named = 2 if namespaces else 1
    for key, row in before.items():
        if key not in rows:
            lines.append(_line([*row[:named], *(_NONE for _ in row[named:-1]), _GONE], widths))
    return "".join(f"{line}\n" for line in lines)


def _key(each: WorkloadVerdict) -> tuple[str, str, str]:
    return (each.namespace, each.kind, each.name)


def _rows(status: Status, *, wide: bool, namespaces: bool) -> dict[tuple[str, str, str], list[str]]:
    return {
        _key(each): [printable_line(cell) for cell in _row(each, wide=wide, namespaces=namespaces)]
        for each in status.workloads
    }


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join([*(cell.ljust(width) for cell, width in zip(cells, widths, strict=False)), cells[-1]]).rstrip()


def _row(each: WorkloadVerdict, *, wide: bool, namespaces: bool) -> list[str]:
    return [
        *([each.namespace] if namespaces else []),
        f"{each.kind.lower()}/{each.name}",
        f"{each.current}/{len(each.pods)}",
        ", ".join(each.injectors),
        ", ".join(each.versions) or _NONE,
        *([each.control_plane or _NONE, each.decision or _NONE] if wide else []),
        words(each, most=None if wide else _SHOWN),
    ]


def words(each: WorkloadVerdict, most: int | None = None) -> str:
    """Return what is found of a workload in one line, with the first of what differs."""
    changes = [str(change) for change in each.changes]
    if most is not None and len(changes) > most:
        changes = [*changes[:most], f"{len(changes) - most} more"]
    details = ", ".join(changes) if each.finding is not Finding.UNASKED else ""
    if each.finding is Finding.UNKNOWN:
        details = each.problem
    parts = [f"{each.finding.value}: {details}" if details else each.finding.value]
    return "; ".join([*parts, *each.notes])


def summary_line(status: Status) -> str:
    """Return how many workloads and Pods there are, and how many are not as they would be now."""
    counts = status.counts()
    line = f"{counted(counts['workloads'], 'workload')} with {counted(counts['pods'], 'Pod')}"
    parts = [f"{counts['stale']} stale ({counted(counts['stalePods'], 'Pod')})" if counts["stale"] else "none stale"]
    if counts["unknown"]:
        parts.append(f"{counts['unknown']} unknown")
    return f"{line}: {', '.join(parts)}"


def restart_lines(status: Status, flags: Sequence[str] = ()) -> list[str]:
    """Return the commands that would bring workloads up to date; ``flags`` lead to their cluster."""
    return [shlex.join([*each.restart, *flags]) for each in status.workloads if each.restart]


def names_text(status: Status, last: Status | None = None) -> str:
    """Return the names of the stale workloads, one a line, as other commands of kubectl take them.

    With the ``last`` status, of those that were not stale in it.
    """
    before = {_key(each) for each in last.stale} if last is not None else set()
    return "".join(f"{printable_line(each.resource)}\n" for each in status.stale if _key(each) not in before)
