"""A tree for each workload, for people."""

from __future__ import annotations

import json

from kubectl_inject.cli.formats.ansi import BOLD, colored
from kubectl_inject.cli.formats.outcomes import OUTCOME_STYLES
from kubectl_inject.cli.formats.text import one_line
from kubectl_inject.injection.reports.report import Outcome
from kubectl_inject.printable import printable_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from kubectl_inject.injection.reports.explanation import Explanation, PresentInjection
    from kubectl_inject.kubernetes.patches.differences import Difference

_LONGEST = 100
_CONTEXT = 20
"""How much is shown of what two long texts have in common, before they differ."""

_BESIDE, _LAST = ("├── ", "│   "), ("└── ", "    ")
"""What leads to a line of the tree, and to those below it."""


def tree_lines(explanation: Explanation, width: int | None, *, color: bool = False) -> Iterator[str]:
    """Yield the lines of a workload's tree, at most ``width`` wide where its words allow it."""
    report = explanation.report
    outcome = colored(report.outcome.value, OUTCOME_STYLES[report.outcome], color=color)
    yield f"{colored(printable_line(report.title), BOLD, color=color)} {outcome}"
    branches = _branches(explanation)
    for number, (text, items) in enumerate(branches, 1):
        guide = _LAST if number == len(branches) else _BESIDE
        yield from _wrapped(text, ("", guide), width)
        for count, item in enumerate(items, 1):
            yield from _wrapped(item, (guide[1], _LAST if count == len(items) else _BESIDE), width)


def _wrapped(text: str, guides: tuple[str, tuple[str, str]], width: int | None) -> Iterator[str]:
    """Yield a text behind its guides; where it is too wide, it goes on below, and no word of it is broken."""
    outer, (first, others) = guides
    line = printable_line(text)
    room = None if width is None else max(width - len(outer) - len(first), 1)
    for number, part in enumerate([line] if room is None or len(line) <= room else _parts(line, room)):
        yield f"{outer}{others if number else first}{part}"


def _parts(line: str, room: int) -> list[str]:
    import textwrap

    return textwrap.wrap(
        line, room, break_long_words=False, break_on_hyphens=False, expand_tabs=False, replace_whitespace=False
    )


def _branches(explanation: Explanation) -> list[tuple[str, list[str]]]:
    """Return the lines below a workload, each with those below it."""
    report = explanation.report
    branches: list[tuple[str, list[str]]] = [(f"why: {report.decision}", [])]
    if report.templates:
        branches.append((f"templates: {', '.join(report.templates)}", []))
    if explanation.present is not None:
        branches.append((f"injected already: {_present(explanation.present)}", []))
        if report.outcome is Outcome.SKIPPED:
            branches.append(("would not change: kubectl inject uninject takes that injection out", []))
        elif not explanation.updates:
            branches.append(("would not change", []))
    # Beside what would change of an injection that is there already, it is shown what all of it is.
    in_all = " in all" if explanation.present is not None else ""
    parts = [
        ("would change", [_update(item) for item in explanation.updates]),
        (f"added{in_all}", [f"{item.path}{_shown(item.new)}" for item in explanation.added]),
        (f"changed{in_all}", [_change(item) for item in explanation.changed]),
        (f"removed{in_all}", [f"{item.path}{_shown(item.old)}" for item in explanation.removed]),
        ("settings", [f"{item.name}{_shown(item.value)} [{item.source}]" for item in explanation.settings]),
        ("warnings", [str(warning) for warning in report.warnings]),
    ]
    return [*branches, *((title, items) for title, items in parts if items)]


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


def _shown(value: Any, mark: str = ":") -> str:
    """Return a value on one line; what a path names by itself, such as a container, is not spelled out."""
    if isinstance(value, dict) and "name" in value:
        return ""
    return f"{mark} " + (one_line(value, _LONGEST) if value != "" else "")
