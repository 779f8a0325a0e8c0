"""A tree for each workload, in colours on a terminal, for people."""

from __future__ import annotations

import sys

from kubectl_inject.cli.formats.text import one_line
from kubectl_inject.printable import printable_line

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

    is_page = not sys.stdout.isatty()
    console = Console(highlight=False, emoji=False, width=_PAGE_WIDTH if is_page else None)
    for explanation in explanations:
        # A pipeline might take the rest of a line, on one of its own, for a command.
        console.print(_tree(explanation), soft_wrap=is_page)
    if not explanations:
        console.print("no workloads found")


def _tree(explanation: Explanation) -> Any:
    from rich.tree import Tree

    report = explanation.report
    verdict = "[green]injected[/]" if report.injected else "[yellow]not injected[/]"
    tree = Tree(f"[bold]{_harmless(report.title)}[/] {verdict}")
    tree.add(f"why: {_harmless(str(report.decision))}")
    if report.templates:
        tree.add(f"templates: {_harmless(', '.join(report.templates))}")
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
                branch.add(_harmless(item))
    return tree


def _harmless(text: str) -> str:
    """Return a text as markup that shows it, whatever stands in it."""
    from rich.markup import escape

    return escape(printable_line(text))


def _shown(value: Any, mark: str = ":") -> str:
    """Return a value on one line; what a path names by itself, such as a container, is not spelled out."""
    if isinstance(value, dict) and "name" in value:
        return ""
    return f"{mark} " + (one_line(value, _LONGEST) if value != "" else "")
