"""JUnit XML, which pipelines show as test results."""

from __future__ import annotations

from kubectl_inject.printable import escaped_xml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kubectl_inject.injection.reports.checking import CheckedWorkload


def write_junit(checked: Sequence[CheckedWorkload]) -> str:
    """Return the outcome of a check: a test case for each workload, which a finding makes fail."""
    from xml.sax.saxutils import escape, quoteattr

    failures = sum(item.finding is not None for item in checked)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites tests="{len(checked)}" failures="{failures}">',
        f'  <testsuite name="kubectl inject check" tests="{len(checked)}" failures="{failures}" errors="0">',
    ]
    for item in checked:
        attributes = escaped_xml(f"classname={quoteattr(item.report.source)} name={quoteattr(item.report.title)}")
        if item.finding is None:
            lines.append(f"    <testcase {attributes}/>")
            continue
        message, place = escaped_xml(quoteattr(item.message)), escaped_xml(escape(f"{item.report.source}:{item.line}"))
        lines += [
            f"    <testcase {attributes}>",
            f'      <failure type="{item.finding.name}" message={message}>{place}</failure>',
            "    </testcase>",
        ]
    return "\n".join([*lines, "  </testsuite>", "</testsuites>", ""])
