"""What differs between two configurations, as a page: which settings, and where they change Pods."""

from __future__ import annotations

from kubectl_inject.cli.formats.html.page import Count, Entry, Page, Section
from kubectl_inject.injection.reports.report import counted, plural

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.injection.config_comparison import Comparison, SettingDifference


def comparison_page(comparison: Comparison, old: str, new: str) -> Page:
    """Return the page of a comparison of two configurations, which are called ``old`` and ``new``."""
    changing, inert = comparison.changing, comparison.inert
    tried = len(comparison.workloads)
    changed = len(comparison.changed)
    of_workloads = (Count(f"{plural(changed, 'workload')} that would come out otherwise", changed),) if tried else ()
    return Page(
        f"From {old} to {new}",
        _summary(comparison),
        (
            Count(f"{plural(len(changing), 'setting')} with an effect", len(changing), "open"),
            Count(f"{plural(len(inert), 'setting')} without any", len(inert), "good"),
            *of_workloads,
        ),
        (old, new, *(("Workloads",) if tried else ())),
        tuple(_entry(difference, tried) for difference in comparison.differences),
        of="Setting",
        many="Settings",
    )


def _summary(comparison: Comparison) -> str:
    if tried := len(comparison.workloads):
        return f"{len(comparison.changed)} of {counted(tried, 'workload')} would come out otherwise"
    return f"built-in samples come out {'the same' if comparison.same_pods else 'otherwise'}; -f tries your own"


def _entry(difference: SettingDifference, tried: int) -> Entry:
    changed, places = len(difference.workloads), len(difference.places)
    cells = (difference.old, difference.new, *((f"{changed} of {tried}",) if tried else ()))
    if not places:
        return Entry(difference.path, cells, "changes no workload", "good")
    verdict = f"changes {counted(changed, 'workload')}" if tried else f"changes samples in {counted(places, 'place')}"
    sections = [Section("Workloads that it changes", lines=difference.workloads)] if tried else []
    sections.append(Section("Where", lines=difference.places))
    return Entry(difference.path, cells, verdict, "open", tuple(sections))
