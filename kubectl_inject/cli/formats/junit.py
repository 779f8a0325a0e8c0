"""JUnit XML, which pipelines show as test results."""

from __future__ import annotations

from kubectl_inject.printable import escaped_xml, printable_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kubectl_inject.injection.reports.checking import CheckedWorkload
    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning


def write_junit(checked: Sequence[CheckedWorkload], passed_over: Sequence[DocumentWarning]) -> str:
    """Return the outcome of a check: a test case for each workload, which a finding makes fail.

    Warnings are the output of its case, and those of ``passed_over``, of documents that are no workloads, the suite's.
    """
    from xml.sax.saxutils import escape, quoteattr

    failures = sum(item.finding is not None for item in checked)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites tests="{len(checked)}" failures="{failures}">',
        f'  <testsuite name="kubectl inject check" tests="{len(checked)}" failures="{failures}" errors="0">',
    ]
    for item in checked:
        attributes = escaped_xml(f"classname={quoteattr(item.report.source)} name={quoteattr(item.report.title)}")
        inside = []
        if item.finding is not None:
            message = escaped_xml(quoteattr(item.message))
            place = escaped_xml(escape(f"{item.report.source}:{item.line}"))
            inside.append(f'      <failure type="{item.finding.name}" message={message}>{place}</failure>')
        inside += _warnings("      ", item.report.warnings)
        case = [f"    <testcase {attributes}>", *inside, "    </testcase>"]
        lines += case if inside else [f"    <testcase {attributes}/>"]
    return "\n".join([*lines, *_warnings("    ", passed_over), "  </testsuite>", "</testsuites>", ""])


def _warnings(indent: str, warnings: Iterable[object]) -> list[str]:
    """Return what a case or the suite printed, which is its warnings: none, or one element with a line for each."""
    from xml.sax.saxutils import escape

    text = "\n".join(escaped_xml(escape(printable_line(f"warning: {warning}"))) for warning in warnings)
    return [f"{indent}<system-out>{text}</system-out>"] if text else []
