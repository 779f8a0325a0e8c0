"""``--report FILE``: what was done, for programs, by docs/report.schema.json; for people, as Markdown."""

from __future__ import annotations

from kubectl_inject.options.option import OUTPUT, UsageError, option, path_of
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from typing import Any

    from kubectl_inject.cli.formats.html.page import Page
    from kubectl_inject.injection.reports.warnings.warning import DocumentWarning

_FLAG = "--report"


def _report_option(text: str) -> Any:
    return option(_FLAG, text=text, default=None, metavar="FILE", group=OUTPUT, completes="files")


REPORT_FILE = _report_option("Write what was done to this file, as JSON.")
REPORT_OR_MARKDOWN = _report_option("Write the report to this file too: FILE.md as Markdown, else as JSON.")


@dataclass(frozen=True, slots=True)
class ReportFile:
    """Where the report goes; nowhere without a path."""

    path: Path | None = None

    @property
    def is_markdown(self) -> bool:
        """Whether it is for people, where there is a page to make it of."""
        return self.path is not None and self.path.suffix == ".md"

    def refuse(self, files: Iterable[str | None], output_file: str | None = None) -> None:
        """Raise UsageError where the report, or an output file, would replace one of the files that are read."""
        names = [name for name in files if name]
        _refuse_to_replace(self.path, names, _FLAG)
        _refuse_to_replace(output_file, names, "--output")

    def write(self, plain: Callable[[], dict[str, Any]], page: Callable[[], Page] | None = None) -> None:
        """Write a report, if a file was named: as Markdown where that ends in .md and there is a page of it.

        What is given makes the report, which may be long, when it is needed. Raises InjectionError.
        """
        if self.path is None:
            return
        if page is not None and self.is_markdown:
            from kubectl_inject.cli.formats.markdown import write_markdown

            text = write_markdown(page())
        else:
            from kubectl_inject.cli.formats.json import write_json

            text = write_json(plain())
        from kubectl_inject.cli.output.whole_file import write_whole_files

        write_whole_files([(self.path, [text.encode()])])


def _refuse_to_replace(path: str | Path | None, files: Iterable[str], flag: str) -> None:
    if path is None:
        return
    from pathlib import Path

    place = Path(path).resolve()
    for name in files:
        if Path(name).resolve() == place:
            raise UsageError(f"expected a file of its own, found {name}, which is read or written as well", flag)


def report_file(name: str | None, others: Iterable[str | None] = (), *, as_markdown: bool = True) -> ReportFile:
    """Return the file that the option names.

    ``others`` are files that are read or written too. Unless the command can write Markdown, a name for it is refused.
    Raises UsageError and InjectionError, before any work, where it cannot be written.
    """
    if name is None:
        return ReportFile()
    if name in ("", "-"):
        raise UsageError(f"expected the name of a file, found {name!r}: standard output has the result", _FLAG)
    from kubectl_inject.cli.output.whole_file import check_writable

    place = ReportFile(path_of(name))
    if place.is_markdown and not as_markdown:
        raise UsageError(f"expected a name for JSON, found {name}: diff writes this report as Markdown", _FLAG)
    if place.path is not None:
        check_writable(place.path, _FLAG)
    place.refuse(others)
    return place


def plain_report(
    command: str,
    counts: dict[str, int],
    workloads: list[dict[str, Any]],
    without_workloads: Sequence[str],
    passed_over: Sequence[DocumentWarning] = (),
) -> dict[str, Any]:
    """Return a report as plain data; ``passed_over`` are warnings of documents that are no workloads."""
    return {
        "command": command,
        "counts": counts,
        "workloads": workloads,
        "withoutWorkloads": list(without_workloads),
        "passedOver": [warning.to_plain() for warning in passed_over],
    }
