"""``kubectl inject explain -f``: why each workload comes out as it does."""

from __future__ import annotations

import json
import sys

from kubectl_inject.cli.input import read_streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.cli.settings import Settings
    from kubectl_inject.injection.reports.explanation import Explanation

FORMATS = ("", "json", "yaml")
_LONGEST = 100
_PAGE_WIDTH = 200


def run_explain(settings: Settings) -> list[Explanation]:
    """Return the explanations of what the settings name. Raises InjectionError."""
    injector = settings.injector()
    streams, found = read_streams(settings, namespaces=injector.reads_namespaces)
    return [item for stream in streams for item in injector.explain_documents(stream.documents, found)]


def print_explanations(explanations: list[Explanation], output: str) -> None:
    """Print explanations as a tree for people, or as JSON or YAML where ``output`` says so."""
    if output:
        sys.stdout.write(_for_programs(explanations, output))
    else:
        _print_trees(explanations)


def _for_programs(explanations: list[Explanation], output: str) -> str:
    value = {"workloads": [explanation.to_plain() for explanation in explanations]}
    if output == "json":
        return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
    from kubectl_inject.manifests.writing import write_yaml

    return write_yaml(value)


def _print_trees(explanations: list[Explanation]) -> None:
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
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return f"{mark} {text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}"
