"""A tree for each workload, in colours on a terminal, for people."""

from __future__ import annotations

import sys

from kubectl_inject.cli.formats.text import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from kubectl_inject.injection.reports.explanation import Explanation

_LONGEST = 100
_PAGE_WIDTH = 200


def print_trees(explanations: Sequence[Explanation]) -> None:
    """Print a tree for each workload on standard output."""
    from rich.console import Console

    console = Console(highlight=False, emoji=False, width=None if sys.stdout.isatty() else _PAGE_WIDTH)
    for explanation in explanations:
        console.print(_tree(explanation))
    if not explanations:
        console.print("no workloads found")


def _tree(explanation: Explanation) -> Any:
    from rich.markup import escape
    from rich.tree import Tree

    report = explanation.report
    verdict = "[green]injected[/]" if report.injected else "[yellow]not injected[/]"
    tree = Tree(f"[bold]{escape(report.title)}[/] {verdict}")
    tree.add(f"why: {escape(str(report.decision))}")
    if report.templates:
        tree.add(f"templates: {escape(', '.join(report.templates))}")
    for title, items in (
        ("added", [f"{item.path}{_shown(item.new)}" for item in explanation.added]),
        ("changed", [f"{item.path}{_shown(item.old)} ->{_shown(item.new, '')}" for item in explanation.changed]),
        ("removed", [f"{item.path}{_shown(item.old)}" for item in explanation.removed]),
        ("settings", [f"{item.name}{_shown(item.value)} [{item.source}]" for item in explanation.settings]),
        ("warnings", [str(warning) for warning in report.warnings]),
    ):
        if items:
            branch = tree.add(title)
            for item in items:
                branch.add(escape(item))
    return tree


def _shown(value: Any, mark: str = ":") -> str:
    """Return a value on one line; what a path names by itself, such as a container, is not spelled out."""
    if isinstance(value, dict) and "name" in value:
        return ""
    return f"{mark} " + (one_line(value, _LONGEST) if value != "" else "")
