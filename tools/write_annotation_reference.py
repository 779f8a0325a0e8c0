"""Writes the page of annotations and labels, docs/annotations.md: ``python -m tools.write_annotation_reference``."""

from __future__ import annotations

from pathlib import Path

from kubectl_inject.istio.annotations import TABLE
from kubectl_inject.istio.releases import NEWEST_KNOWN, OLDEST_KNOWN
from kubectl_inject.istio.well_known import LABEL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kubectl_inject.istio.well_known import Setting, WellKnown

PAGE = Path(__file__).parent.parent / "docs" / "annotations.md"
_INTRODUCTION = f"""\
# Annotations and labels

<!-- Written by make reference, from kubectl_inject/istio/annotations.py. -->

What Istio {OLDEST_KNOWN} to {NEWEST_KNOWN} reads from Pods and namespaces, and what injection writes. What is for a
Pod belongs into the metadata of the Pod template of a workload (`spec.template.metadata` of a Deployment), not into the
workload's own.

Where a value is checked, injection refuses a Pod that has another one, as Istio's injector does. What a release ignores
has no effect with it. `kubectl inject explain` shows settings under the names given here, each with the annotation or
Helm value that it comes from.
"""


def reference() -> str:
    """Return the page's text."""
    return "\n".join([_INTRODUCTION, *(_part(title, rows) for title, rows in TABLE.items())])


def _part(title: str, rows: tuple[WellKnown, ...]) -> str:
    return "\n".join([f"## {title}", "", *(_entry(row) for row in rows)])


def _entry(row: WellKnown) -> str:
    facts = [f"- {name}: {text}" for name, text in _facts(row) if text]
    heading = f"### `{row.name}`" + (" (label)" if row.kind == LABEL else "")
    return "\n".join([heading, "", row.does, "", *facts, ""])


def _facts(row: WellKnown) -> Iterator[tuple[str, str]]:
    yield "On", ", ".join(row.on)
    yield "Value", row.values
    yield "Without it", " and ".join(map(_value, row.settings)) if _has_values(row) else row.default
    yield "In `explain`", ", ".join(setting.name for setting in row.settings)
    yield "Checked", _checked(row)
    yield "Releases", _releases(row)
    yield "Use instead", row.instead


def _has_values(row: WellKnown) -> bool:
    return any(setting.helm_value for setting in row.settings)


def _value(setting: Setting) -> str:
    default = setting.default
    shown = str(default).lower() if isinstance(default, bool) else str(default or "")
    return f"Helm value `{setting.helm_value}`" + (f" (default `{shown}`)" if shown else "")


def _checked(row: WellKnown) -> str:
    if not row.checked_since:
        return ""
    return f"since 1.{row.checked_since}" if row.checked_since > OLDEST_KNOWN.minor else "yes"


def _releases(row: WellKnown) -> str:
    if row.until:
        known = row.until >= OLDEST_KNOWN.minor
        return f"ignored since 1.{row.until + 1}" if known else "ignored by all of these"
    if row.since > NEWEST_KNOWN.minor:
        return f"1.{row.since} and later; ignored by all of these"
    return f"since 1.{row.since}" if row.since > OLDEST_KNOWN.minor else ""


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
