"""GitHub's workflow commands, which show findings beside the lines of a pull request.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

import os

from kubectl_inject.cli.formats.text import check_counts_line
from kubectl_inject.printable import printable_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kubectl_inject.injection.reports.checking import CheckedWorkload

# https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def write_github(checked: Sequence[CheckedWorkload]) -> str:
    """Return an annotation for each finding and each warning of a check, and how many there are."""
    lines = [line for item in checked for line in _annotations(item)]
    return "".join(f"{line}\n" for line in [*lines, check_counts_line(checked)])


def _annotations(item: CheckedWorkload) -> Iterator[str]:
    if item.finding is not None:
        yield _annotation("error", item, item.finding.name, item.message)
    for warning in item.report.warnings:
        yield _annotation("warning", item, warning.code, f"{item.report.title}: {warning}")


def _annotation(level: str, item: CheckedWorkload, title: str, message: str) -> str:
    """Return an annotation; of what is no file, it names no place."""
    source = item.report.source
    is_file = "://" not in source and source != "<stdin>"
    place = {"file": _path(source), "line": str(item.line)} if is_file else {}
    properties = {**place, "title": title}
    written = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items())
    return f"::{level} {written}::{_escaped(message, _DATA)}"


def _path(source: str) -> str:
    """Return a path as GitHub finds it, from the repository's root, which a step usually runs in."""
    relative = os.path.relpath(source)
    return source if relative.startswith(os.pardir) else relative.replace(os.sep, "/")


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    return printable_line(text).translate(str.maketrans(dict[str, str | int | None](escapes)))
