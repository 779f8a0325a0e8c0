"""JUnit XML, which pipelines show as test results."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kubectl_inject.injection.reports.checking import CheckedWorkload

_NOT_IN_XML = pattern(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_junit(checked: Sequence[CheckedWorkload]) -> str:
    """Return the outcome of a check: a test case for each workload, which a finding makes fail."""
    failures = sum(item.finding is not None for item in checked)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites tests="{len(checked)}" failures="{failures}">',
        f'  <testsuite name="kubectl inject check" tests="{len(checked)}" failures="{failures}" errors="0">',
    ]
    for item in checked:
        attributes = f"classname={quoteattr(item.report.source)} name={quoteattr(item.report.title)}"
        if item.finding is None:
            lines.append(f"    <testcase {attributes}/>")
            continue
        place = f"{item.report.source}:{item.line}"
        lines += [
            f"    <testcase {attributes}>",
            f'      <failure type="{item.finding.name}" message={quoteattr(item.message)}>{escape(place)}</failure>',
            "    </testcase>",
        ]
    return _NOT_IN_XML.sub("\ufffd", "\n".join([*lines, "  </testsuite>", "</testsuites>", ""]))
