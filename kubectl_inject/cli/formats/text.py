"""Lines of text, for people."""

from __future__ import annotations

import json

from kubectl_inject.cli.formats.ansi import BOLD, RED, YELLOW, colored
from kubectl_inject.cli.formats.outcomes import listed
from kubectl_inject.config.value_tree import path_text
from kubectl_inject.injection.reports.checking import CheckedWorkload, Finding
from kubectl_inject.injection.reports.report import counted
from kubectl_inject.printable import printable_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from kubectl_inject.config.value_tree import LeafDifference
    from kubectl_inject.injection.config_comparison import Comparison, SettingDifference
    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning
    from kubectl_inject.settings.provenance import SourcedValue

_LONGEST = 60
_PLACES = 3


def findings_text(
    checked: Sequence[CheckedWorkload], passed_over: Sequence[DocumentWarning], *, color: bool = False
) -> str:
    """Return the findings and warnings of a check, and how many there are.

    ``passed_over`` are warnings of documents that are no workloads.
    """
    lines = []
    for item in checked:
        place = f"{item.report.source}:{item.line}"
        if item.finding:
            lines += [_colored(printable_line(f"{place}: {item.message}"), item.finding.value, RED, color=color)]
            lines += map(printable_line, _differences(item))
        for warning in item.report.warnings:
            lines.append(_warning_line(place, f"{item.report.title}: {warning}", color=color))
    for each in passed_over:
        lines.append(_warning_line(each.place, each.titled, color=color))
    return "".join(f"{line}\n" for line in [*lines, check_counts_line(checked, passed_over)])


def _warning_line(place: str, text: str, *, color: bool) -> str:
    return _colored(printable_line(f"{place}: warning: {text}"), "warning", f"{BOLD};{YELLOW}", color=color)


def _colored(line: str, words: str, style: str, *, color: bool) -> str:
    return line.replace(words, colored(words, style, color=True), 1) if color else line


def check_counts_line(checked: Sequence[CheckedWorkload], passed_over: Sequence[DocumentWarning]) -> str:
    """Return how many workloads were checked, and what was found: ``12 workloads checked, 1 finding``."""
    findings = sum(item.finding is not None for item in checked)
    warnings = sum(len(item.report.warnings) for item in checked) + len(passed_over)
    line = f"{counted(len(checked), 'workload')} checked, {counted(findings, 'finding')}"
    return f"{line}, {counted(warnings, 'warning')}" if warnings else line


def _differences(item: CheckedWorkload) -> list[str]:
    """Return a line for each difference between two injectors; what differs from a file is named in the message."""
    if item.finding is not Finding.UNLIKE_INJECTOR:
        return []
    return [f"    {difference}" for difference in item.differing]


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{printable_line(line)}\n" for line in lines)


def values_text(values: Sequence[SourcedValue], width: int | None = None) -> str:
    """Return values with their sources, a line each, in columns if these fit into ``width``."""
    rows = [(value.path, one_line(value.value, _LONGEST), value.source) for value in values]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1, 2)]
    if width is not None and sum(widths) + len("    []") > width:
        widths = [0, 0]
    return _text(f"{path.ljust(widths[0])}  {shown.ljust(widths[1])}  [{source}]" for path, shown, source in rows)


def comparison_text(comparison: Comparison) -> str:
    """Return what differs between configurations: first what changes Pods, of which workloads and where in them."""
    changing, inert = comparison.changing, comparison.inert
    if not comparison.differences:
        return "the configurations are the same\n"
    tried = len(comparison.workloads)
    lines = [f"workloads that come out otherwise: {len(comparison.changed)} of {tried}"] if tried else []
    lines.append(f"settings that change injected Pods: {len(changing)}")
    for difference in changing:
        lines.append(f"  {_line(difference)}")
        if changed := difference.workloads:
            lines.append(f"    of {counted(len(changed), 'workload')}: {listed(changed)}")
        more = f" and {len(difference.places) - _PLACES} more" if len(difference.places) > _PLACES else ""
        lines.append(f"    in {', '.join(difference.places[:_PLACES])}{more}")
    lines.append(f"settings that change none of the workloads tried: {len(inert)}")
    lines += [f"  {_line(difference)}" for difference in inert]
    return _text(lines)


def _line(difference: SettingDifference) -> str:
    return f"{difference.path}: {difference.old} -> {difference.new}"


def verification_text(file: str, differences: Sequence[LeafDifference], *, edited: bool, server: str | None) -> str:
    """Return whether a captured file is as it was written, and if ``server`` is given, what differs from it."""
    captured = "edited since it was captured: its digest is of another content" if edited else "as it was captured"
    lines = [captured]
    for difference in differences:
        here, there = (_plain_line(value) for value in (difference.old, difference.new))
        lines.append(f"{path_text(difference.path)}: {here} here, {there} in the cluster")
    if server is not None and not differences:
        lines.append(f"the same as the cluster {server}")
    return _text(f"{file}: {line}" for line in lines)


def _plain_line(value: Any) -> str:
    return one_line(value if isinstance(value, str) else json.loads(json.dumps(value, default=str)), _LONGEST)


def one_line(value: Any, longest: int) -> str:
    """Return a value on one line, cut off where it is too long; an empty string is shown in quotes."""
    text = value if isinstance(value, str) and value else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return text if len(text) <= longest else text[:longest] + "…"
