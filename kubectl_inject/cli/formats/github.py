"""GitHub's workflow commands, which show findings beside the lines of a pull request.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from kubectl_inject.cli.formats.text import check_counts_line
from kubectl_inject.manifests.input.repository import relative_path
from kubectl_inject.printable import printable_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kubectl_inject.injection.reports.checking import CheckedWorkload
    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning

# https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def write_github(checked: Sequence[CheckedWorkload], passed_over: Sequence[DocumentWarning]) -> str:
    """Return an annotation for each finding and each warning of a check, and how many there are.

    ``passed_over`` are warnings of documents that are no workloads.
    """
    lines = [line for item in checked for line in _annotations(item)]
    lines += [_annotation("warning", _place(each.source), each.warning.code, str(each)) for each in passed_over]
    return "".join(f"{line}\n" for line in [*lines, check_counts_line(checked, passed_over)])


def _annotations(item: CheckedWorkload) -> Iterator[str]:
    place = _place(item.report.source, item.line)
    if item.finding is not None:
        yield _annotation("error", place, item.finding.name, item.message)
    for warning in item.report.warnings:
        yield _annotation("warning", place, warning.code, f"{item.report.title}: {warning}")


def _place(source: str, line: int | None = None) -> dict[str, str]:
    """Return the properties that name a place; of what is no file there are none."""
    if "://" in source or source == "<stdin>":
        return {}
    return {"file": _path(source), **({} if line is None else {"line": str(line)})}


def _annotation(level: str, place: Mapping[str, str], title: str, message: str) -> str:
    properties = {**place, "title": title}
    written = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items())
    return f"::{level} {written}::{_escaped(message, _DATA)}"


def _path(source: str) -> str:
    """Return a path as GitHub finds it, from the repository's root, which a step usually runs in."""
    relative = relative_path(source)
    return source if relative is None or relative.startswith("../") else relative


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    return printable_line(text).translate(str.maketrans(dict[str, str | int | None](escapes)))
