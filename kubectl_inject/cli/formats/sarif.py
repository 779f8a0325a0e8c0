"""SARIF, which code hosts show beside the lines that findings are about."""

from __future__ import annotations

import os
from urllib.parse import quote

from kubectl_inject import __version__
from kubectl_inject.cli.formats.json import write_json
from kubectl_inject.injection.reports.checking import CheckedWorkload, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any


def write_sarif(checked: Sequence[CheckedWorkload]) -> str:
    """Return the findings of a check."""
    rules = [{"id": finding.name, "shortDescription": {"text": f"A workload {finding.value}"}} for finding in Finding]
    results: list[dict[str, Any]] = [
        {
            "ruleId": item.finding.name,
            "level": "error",
            "message": {"text": item.message},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": _uri(item.report.source)},
                        "region": {"startLine": item.line},
                    }
                }
            ],
        }
        for item in checked
        if item.finding is not None
    ]
    driver = {"name": "kubectl-inject", "version": __version__, "rules": rules}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }
    return write_json(log)


def _uri(source: str) -> str:
    return source if "://" in source else quote(os.fsencode(source.replace("\\", "/")), safe="/._-")
