"""What differs between two configurations, as a page: which settings, and where they change Pods."""

from __future__ import annotations

from kubectl_inject.cli.formats.html.page import Count, Entry, Page, Section
from kubectl_inject.injection.reports.report import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.injection.config_comparison import Comparison, SettingDifference


def comparison_page(comparison: Comparison, old: str, new: str) -> Page:
    """Return the page of a comparison of two configurations, which are called ``old`` and ``new``."""
    changing, inert = comparison.changing, comparison.inert
    return Page(
        f"From {old} to {new}",
        "no Pod comes out otherwise" if comparison.same_pods else "Pods come out otherwise",
        (
            Count("change injected Pods", len(changing), "bad"),
            Count("change none of the workloads tried", len(inert), "good"),
        ),
        (old, new),
        tuple(map(_entry, comparison.differences)),
        of="Setting",
        many="Settings",
    )


def _entry(difference: SettingDifference) -> Entry:
    places = len(difference.places)
    verdict = f"changes Pods in {counted(places, 'place')}" if places else "changes no Pod"
    sections = (Section("Where", lines=difference.places),) if places else ()
    tone = "bad" if places else "good"
    return Entry(difference.path, (difference.old, difference.new), verdict, tone, sections)
