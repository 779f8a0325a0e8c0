"""SARIF, which code hosts show beside the lines that findings are about."""

from __future__ import annotations

import os

from kubectl_inject import __version__
from kubectl_inject.cli.formats.json import write_json
from kubectl_inject.injection.reports.checking import CheckedWorkload, Finding
from kubectl_inject.injection.reports.warnings.table import KINDS
from kubectl_inject.printable import printable_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any


def write_sarif(checked: Sequence[CheckedWorkload]) -> str:
    """Return the findings of a check, and the warnings."""
    rules: list[dict[str, Any]] = [
        {"id": finding.name, "shortDescription": {"text": f"A workload {finding.value}"}} for finding in Finding
    ]
    results = [_result(item, "error", item.finding.name, item.message) for item in checked if item.finding is not None]
    warned = [(item, warning) for item in checked for warning in item.report.warnings]
    rules += [
        {"id": code, "shortDescription": {"text": KINDS[code].what}, "help": {"text": KINDS[code].cure}}
        for code in dict.fromkeys(warning.code for _, warning in warned)
    ]
    results += [_result(item, "warning", warning.code, f"{item.report.title}: {warning}") for item, warning in warned]
    driver = {"name": "kubectl-inject", "version": __version__, "rules": rules}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }
    return write_json(log)


def _result(item: CheckedWorkload, level: str, rule: str, message: str) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": _uri(item.report.source)}, "region": {"startLine": item.line}}
    return {
        "ruleId": rule,
        "level": level,
        "message": {"text": _plain_text(message)},
        "locations": [{"physicalLocation": place}],
    }


def _plain_text(message: str) -> str:
    """Return a message without links, which a plain text may hold, and in one line.

    https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html#_Toc34317464
    """
    return printable_line(message).replace("](", "] (")


def _uri(source: str) -> str:
    from urllib.parse import quote

    return source if "://" in source else quote(os.fsencode(source.replace("\\", "/")), safe="/._-")
