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

    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning


def write_sarif(checked: Sequence[CheckedWorkload], passed_over: Sequence[DocumentWarning]) -> str:
    """Return the findings of a check, and the warnings.

    ``passed_over`` are warnings of documents that are no workloads.
    """
    rules: list[dict[str, Any]] = [
        {"id": finding.name, "shortDescription": {"text": f"A workload {finding.value}"}} for finding in Finding
    ]
    results = [
        _result(_place(item), "error", item.finding.name, item.message) for item in checked if item.finding is not None
    ]
    warned = [
        (_place(item), warning.code, f"{item.report.title}: {warning}")
        for item in checked
        for warning in item.report.warnings
    ]
    warned += [(_file(each.source), each.warning.code, str(each)) for each in passed_over]
    rules += [
        {"id": code, "shortDescription": {"text": KINDS[code].what}, "help": {"text": KINDS[code].cure}}
        for code in dict.fromkeys(code for _, code, _ in warned)
    ]
    results += [_result(place, "warning", code, message) for place, code, message in warned]
    driver = {"name": "kubectl-inject", "version": __version__, "rules": rules}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }
    return write_json(log)


def _place(item: CheckedWorkload) -> dict[str, Any]:
    return {**_file(item.report.source), "region": {"startLine": item.line}}


def _file(source: str) -> dict[str, Any]:
    return {"artifactLocation": {"uri": _uri(source)}}


def _result(place: dict[str, Any], level: str, rule: str, message: str) -> dict[str, Any]:
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

    if "://" in source:
        return source
    drive, path = os.path.splitdrive(source)
    names = quote(os.fsencode(path.replace(os.sep, "/")), safe="/._-")
    return f"file:///{drive.replace(os.sep, '/').lstrip('/')}{names}" if drive else names
