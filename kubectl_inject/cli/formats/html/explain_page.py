"""Explanations of workloads as a page."""

from __future__ import annotations

from itertools import chain, repeat

from kubectl_inject.cli.formats.html.diff_page import sections_of_texts
from kubectl_inject.cli.formats.html.page import Count, Entry, Page, Section
from kubectl_inject.cli.formats.text import one_line
from kubectl_inject.injection.reports.report import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning

_LONGEST = 200


def explain_page(
    explained: Sequence[dict[str, Any]],
    passed_over: Sequence[DocumentWarning],
    texts: Sequence[tuple[str, str] | None] = (),
) -> Page:
    """Return the page of explanations, which are plain data by docs/explain.schema.json.

    ``texts`` has for each of them its document before and after, None where an earlier one is of the same document.
    """
    sections = sections_of_texts("The document before and after", texts)
    entries = tuple(_entry(each, shown) for each, shown in zip(explained, chain(sections, repeat(())), strict=False))
    warned = sum(bool(each["warnings"]) for each in explained)
    injected = sum(bool(each["injected"]) for each in explained)
    return Page(
        "What injection does, and why",
        f"{counted(len(entries), 'workload')}, {injected} injected, {warned} with warnings",
        (
            Count("injected without warnings", sum(entry.tone == "good" for entry in entries), "good"),
            Count("with warnings", warned, "bad"),
            Count("left as they are", sum(entry.tone == "open" for entry in entries), "open"),
        ),
        ("Namespace", "Source", "Templates"),
        entries,
        tuple(f"{each.place}: {each.titled}" for each in passed_over),
    )


def _entry(each: dict[str, Any], shown: tuple[Section, ...]) -> Entry:
    cells = (each["namespace"], each["source"], ", ".join(each["templates"]) or "none")
    tone = "bad" if each["warnings"] else "good" if each["injected"] else "open"
    verdict = each["outcome"]
    if each["warnings"]:
        verdict += f", {counted(len(each['warnings']), 'warning')}"
    return Entry(f"{each['kind'].lower()}/{each['name']}", cells, verdict, tone, (*_sections(each), *shown))


def _sections(each: dict[str, Any]) -> Iterator[Section]:
    reasons = filter(None, (each["why"], each["decidedBy"], each["note"]))
    yield Section("Decision", lines=tuple(reasons))
    if each["warnings"]:
        rows = tuple((item["code"], item["message"], item["where"], item["cure"]) for item in each["warnings"])
        yield Section("Warnings", rows, ("Code", "Warning", "Where", "Cure"))
    if present := each["present"]:
        lines = (f"proxy image: {present['proxyImage'] or 'none'}", f"revision: {present['revision'] or 'none'}")
        yield Section("The injection that it came with", lines=lines)
    if each["updates"]:
        updates = tuple((item["path"], _shown(item["from"]), _shown(item["to"])) for item in each["updates"])
        yield Section("What is brought up to date", updates, ("Place", "Before", "After"))
    changes = [(item["path"], "nothing", _shown(item["value"])) for item in each["added"]]
    changes += [(item["path"], _shown(item["from"]), _shown(item["to"])) for item in each["changed"]]
    changes += [(item["path"], _shown(item["value"]), "nothing") for item in each["removed"]]
    if changes:
        yield Section("What injection changes", tuple(changes), ("Place", "Before", "After"))
    if each["settings"]:
        settings = tuple((item["name"], _shown(item["value"]), item["source"]) for item in each["settings"])
        yield Section("Settings that are not Istio's defaults", settings, ("Setting", "Value", "Source"))


def _shown(value: Any) -> str:
    return "nothing" if value is None else one_line(value, _LONGEST)
