"""The results of a function: what it reports of each item, by the KRM functions specification."""

from __future__ import annotations

from enum import Enum

from kubectl_inject.injection.transport_annotations import transport_annotations
from kubectl_inject.printable import printable_line, printable_lines
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from kubectl_inject.injection.reports.report import WorkloadReport

_PATHS = ("internal.config.kubernetes.io/path", "config.kubernetes.io/path")
_INDICES = ("internal.config.kubernetes.io/index", "config.kubernetes.io/index")


class Severity(Enum):
    """How much a result matters; errors stop the pipeline."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Result:
    """A message, and the item that it is about, with the place in it; None where it is about none."""

    message: str
    severity: Severity
    item: Mapping[str, Any] | None = None
    field: str = ""

    def to_plain(self) -> dict[str, Any]:
        """Return the result as the specification spells it, harmless to whoever shows it to people."""
        plain: dict[str, Any] = {"message": "\n".join(printable_lines(self.message)), "severity": self.severity.value}
        if self.item is not None:
            plain["resourceRef"] = _reference(self.item)
            if self.field:
                plain["field"] = {"path": self.field}
            if file := _file(self.item):
                plain["file"] = file
        return plain


def about_item(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return of an item what its results tell of it."""
    metadata = item.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    names = {name: metadata.get(name) for name in ("name", "namespace")}
    return {
        **{name: item.get(name) for name in ("apiVersion", "kind")},
        "metadata": {**names, "annotations": transport_annotations(dict(item))},
    }


def results_of(report: WorkloadReport, item: Mapping[str, Any]) -> list[Result]:
    """Return the results for one workload: what was done and why, and its warnings."""
    message = Result(report.done, Severity.INFO, item, report.pod_path)
    return [message, *(Result(str(warning), Severity.WARNING, item, report.pod_path) for warning in report.warnings)]


def _reference(item: Mapping[str, Any]) -> dict[str, str]:
    metadata = item.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    names = {
        "apiVersion": item.get("apiVersion"),
        "kind": item.get("kind"),
        "name": metadata.get("name"),
        "namespace": metadata.get("namespace"),
    }
    return {name: printable_line(str(value)) for name, value in names.items() if value}


def _file(item: Mapping[str, Any]) -> dict[str, Any]:
    carried = transport_annotations(dict(item))
    path = printable_line(next((str(carried[name]) for name in _PATHS if carried.get(name)), ""))
    index = next((str(carried[name]) for name in _INDICES if carried.get(name)), "")
    if not path:
        return {}
    return {"path": path, "index": int(index)} if index.isascii() and index.isdigit() else {"path": path}
