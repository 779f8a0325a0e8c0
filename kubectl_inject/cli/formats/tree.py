"""A tree for each workload, in colours on a terminal, for people."""

from __future__ import annotations

import json
import sys

from kubectl_inject.cli.formats.text import one_line
from kubectl_inject.injection.reports.report import Outcome
from kubectl_inject.printable import printable_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from kubectl_inject.injection.reports.explanation import Explanation, PresentInjection
    from kubectl_inject.kubernetes.differences import Difference

_LONGEST = 100
_PAGE_WIDTH = 200
_CONTEXT = 20
"""How much is shown of what two long texts have in common, before they differ."""

_STYLES = {
    Outcome.INJECTED: "green",
    Outcome.UPDATED: "cyan",
    Outcome.UNCHANGED: "dim",
    Outcome.SKIPPED: "yellow",
}


def print_trees(explanations: Sequence[Explanation], *, color: bool) -> None:
    """Print a tree for each workload on standard output."""
    from rich.console import Console

    is_page = not sys.stdout.isatty()
    console = Console(
        highlight=False,
        emoji=False,
        width=_PAGE_WIDTH if is_page else None,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
    )
    for explanation in explanations:
        # A pipeline might take the rest of a line, on one of its own, for a command.
        console.print(_tree(explanation), soft_wrap=is_page)
    if not explanations:
        console.print("no workloads found")


def _tree(explanation: Explanation) -> Any:
    from rich.tree import Tree

    report = explanation.report
    tree = Tree(f"[bold]{_harmless(report.title)}[/] [{_STYLES[report.outcome]}]{report.outcome.value}[/]")
    tree.add(f"why: {_harmless(str(report.decision))}")
    if report.templates:
        tree.add(f"templates: {_harmless(', '.join(report.templates))}")
    if explanation.present is not None:
        tree.add(f"injected already: {_harmless(_present(explanation.present))}")
        if report.outcome is Outcome.SKIPPED:
            tree.add("would not change: kubectl inject uninject takes that injection out")
        elif not explanation.updates:
            tree.add("would not change")
    # Beside what would change of an injection that is there already, it is shown what all of it is.
    in_all = " in all" if explanation.present is not None else ""
    for title, items in (
        ("would change", [_update(item) for item in explanation.updates]),
        (f"added{in_all}", [f"{item.path}{_shown(item.new)}" for item in explanation.added]),
        (
            f"changed{in_all}",
            [_change(item) for item in explanation.changed],
        ),
        (f"removed{in_all}", [f"{item.path}{_shown(item.old)}" for item in explanation.removed]),
        ("settings", [f"{item.name}{_shown(item.value)} [{item.source}]" for item in explanation.settings]),
        ("warnings", [str(warning) for warning in report.warnings]),
    ):
        if items:
            branch = tree.add(title)
            for item in items:
                branch.add(_harmless(item))
    return tree


def _present(present: PresentInjection) -> str:
    """Return what a workload came with, in a line."""
    kind = "a native sidecar" if present.native else "a container beside the others"
    proxy = f"{present.proxy_image}, {kind}" if present.proxy_image else "no proxy"
    return f"{proxy}, revision {present.revision}"


def _change(difference: Difference) -> str:
    return f"{difference.path}{_shown(difference.old)} ->{_shown(difference.new, '')}"


def _update(difference: Difference) -> str:
    """Return a place that would change: only what differs of lists of strings, and of long texts."""
    old, new = difference.old, difference.new
    if old is None or new is None:
        return f"{difference.path}{_shown(new)} (added)" if old is None else f"{difference.path}{_shown(old)} (removed)"
    if _are_texts(old) and _are_texts(new) and sorted(old) != sorted(new):
        before, after = _besides(old, new), _besides(new, old)
    else:
        before, after = (item if isinstance(item, str) else json.dumps(item, ensure_ascii=False) for item in (old, new))
    if max(len(before), len(after)) > _LONGEST:
        pairs = enumerate(zip(before, after, strict=False))
        same = next((at for at, (one, other) in pairs if one != other), 0) - _CONTEXT
        before, after = (f"…{text[same:]}" if same > 0 else text for text in (before, after))
    return f"{difference.path}: {one_line(before, _LONGEST)} -> {one_line(after, _LONGEST)}"


def _besides(texts: list[str], others: list[str]) -> str:
    return " ".join(text for text in texts if text not in others) or "nothing"


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _harmless(text: str) -> str:
    """Return a text as markup that shows it, whatever stands in it."""
    from rich.markup import escape

    return escape(printable_line(text))


def _shown(value: Any, mark: str = ":") -> str:
    """Return a value on one line; what a path names by itself, such as a container, is not spelled out."""
    if isinstance(value, dict) and "name" in value:
        return ""
    return f"{mark} " + (one_line(value, _LONGEST) if value != "" else "")
