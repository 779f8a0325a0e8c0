"""``kubectl inject check -f``: for pipelines. Findings as text, JSON, JUnit XML or SARIF."""

from __future__ import annotations

import json
import os

from kubectl_inject import __version__
from kubectl_inject.cli.input import read_streams
from kubectl_inject.injection.reports.checking import CheckedWorkload, Finding
from kubectl_inject.startup.frozen import replace
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.cli.settings import Settings

FORMATS = ("text", "json", "junit", "sarif")
_NOT_IN_XML = pattern(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def run_check(settings: Settings, *, against_injector: bool = False) -> list[CheckedWorkload]:
    """Check what the settings name. ``against_injector``: against the answers of the cluster's own injector.

    That one is compared with the cluster's configuration, where the settings name no other. Raises InjectionError.
    """
    if against_injector:
        said = settings.joined()
        if said.uses_builtin and not said.for_builtin:
            settings = replace(settings, from_cluster=True)
        injector = settings.injector(records=False)
        streams, found = read_streams(settings, namespaces=injector.reads_namespaces)
        with settings.cluster_injector(said) as asked:
            return [item for stream in streams for item in injector.compare_documents(stream.documents, asked, found)]
    injector = settings.injector()
    streams, found = read_streams(settings, namespaces=injector.reads_namespaces)
    return [item for stream in streams for item in injector.check_documents(stream.documents, found)]


def formatted(checked: list[CheckedWorkload], form: str) -> bytes:
    """Return the outcome of a check in one of FORMATS. What of a file's name is not UTF-8 is shown as ``?``."""
    text = {"text": _text, "json": _json, "junit": _junit, "sarif": _sarif}[form](checked)
    return text.encode("utf-8", "replace")


def _text(checked: list[CheckedWorkload]) -> str:
    found = [item for item in checked if item.finding]
    lines = [f"{item.report.source}:{item.line}: {item.message}\n{_differences(item)}" for item in found]
    return "".join(lines) + f"{_count(len(checked), 'workload')} checked, {_count(len(lines), 'finding')}\n"


def _differences(item: CheckedWorkload) -> str:
    """Return a line for each difference between two injectors; what differs from a file is named in the message."""
    if item.finding is not Finding.UNLIKE_INJECTOR:
        return ""
    return "".join(f"    {difference}\n" for difference in item.differing)


def _count(number: int, name: str) -> str:
    return f"{number} {name}" + ("" if number == 1 else "s")


def _json(checked: list[CheckedWorkload]) -> str:
    workloads = [
        {
            "source": item.report.source,
            "line": item.line,
            "kind": item.report.kind,
            "name": item.report.name,
            "namespace": item.report.namespace,
            "finding": item.finding.name if item.finding else None,
            "message": item.message,
            "differing": list(item.differing),
        }
        for item in checked
    ]
    return json.dumps({"workloads": workloads}, indent=2, ensure_ascii=False) + "\n"


def _junit(checked: list[CheckedWorkload]) -> str:
    from xml.sax.saxutils import escape, quoteattr

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


def _sarif(checked: list[CheckedWorkload]) -> str:
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
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _uri(source: str) -> str:
    from urllib.parse import quote

    return source if "://" in source else quote(os.fsencode(source.replace("\\", "/")), safe="/._-")
